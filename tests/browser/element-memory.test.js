import { afterEach, expect, it, vi } from 'vitest';
import { loadHeap } from '../../web/core/load.js';
import { figure, frame, part, pixels, problem } from './element-support.js';

afterEach(() => document.body.replaceChildren());

it('keeps the last good picture where there is no memory for another, and says so', async () => {
  const element = await figure({ figure: 'heatmap', positions: '64', dimensions: '64' });
  element.change({ positions: 48, theme: 'light' });
  await frame();
  const before = pixels(element, 'heatmap');
  const { module } = await loadHeap();
  const { allocate } = module;
  module.allocate = (bytes) => (bytes > 1e6 ? 0 : allocate(bytes));
  try {
    element.change({ positions: 8192, dimensions: 1024 });
    element.change({ speed: 4 });
    await frame();
    await frame();
  } finally {
    module.allocate = allocate;
  }
  expect(element.settings).toMatchObject({
    positions: 48,
    dimensions: 64,
    speed: 4,
    theme: 'light',
    controls: 'all',
  });
  expect(part(element, '[data-control=positions] input[type=text]').value).toBe('48');
  expect(pixels(element, 'heatmap')).toBe(before);
  expect(part(element, '.problems').textContent).toBe(
    'There is not enough memory for that. The figure keeps its previous settings.',
  );
  element.change({ positions: 32 });
  await frame();
  expect(problem(element, 'memory')).toBeUndefined();
  expect(element.settings.positions).toBe(32);
});

it('says so where there is no memory for the first picture, and draws when it is asked again', async () => {
  const { module } = await loadHeap();
  const { allocate } = module;
  module.allocate = (bytes) => (bytes > 1e6 ? 0 : allocate(bytes));
  const element = /** @type {import('../../web/element/rope-scope.js').RopeScope} */ (
    document.createElement('rope-scope')
  );
  for (const [name, value] of Object.entries({ figure: 'heatmap', positions: '8192', dimensions: '1024' }))
    element.setAttribute(name, value);
  try {
    document.body.append(element);
    await vi.waitFor(
      () => expect(part(element, '[part=failure] [role=alert]').textContent).toContain('not enough memory'),
      5000,
    );
  } finally {
    module.allocate = allocate;
  }
  part(element, '[part=again]').click();
  await vi.waitFor(() => expect(element.description).toContain('8192'), 10_000);
  expect(element.shadowRoot?.querySelector('[part=failure]')).toBeNull();
});
