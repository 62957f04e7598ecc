import { afterEach, expect, it } from 'vitest';
import { loadHeap } from '../../web/core/load.js';
import { figure, frame, part, pixels, problem } from './element-support.js';

afterEach(() => document.body.replaceChildren());

it('keeps the last good picture where there is no memory for another, and says so', async () => {
  const element = await figure({ figure: 'heatmap', positions: '64', dimensions: '64' });
  const before = pixels(element, 'heatmap');
  const { module } = await loadHeap();
  const { allocate } = module;
  module.allocate = (bytes) => (bytes > 1e6 ? 0 : allocate(bytes));
  try {
    element.change({ positions: 8192, dimensions: 1024 });
    await frame();
    await frame();
  } finally {
    module.allocate = allocate;
  }
  expect(element.settings).toMatchObject({ positions: 64, dimensions: 64 });
  expect(pixels(element, 'heatmap')).toBe(before);
  expect(part(element, '.problems').textContent).toBe(
    'There is not enough memory for that. The figure shows what it had before.',
  );
  element.change({ positions: 32 });
  await frame();
  expect(problem(element, 'memory')).toBeUndefined();
  expect(element.settings.positions).toBe(32);
});
