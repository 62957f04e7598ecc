import { afterEach, expect, test } from 'vitest';
import { ArrowPairPlot } from '../../web/charts/arrow-pair.js';
import { positionColors } from '../../web/charts/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { cleanUp, leaveTo, stage } from './charts-support.js';

afterEach(cleanUp);

/** @param {number} count positions */
function plotOf(count) {
  const { canvas } = stage(200, 200);
  const plot = new ArrowPairPlot(canvas);
  leaveTo(() => plot.destroy());
  const colors = positionColors(count, 'light');
  const tips = [0, 0.4].map((turn) => ({
    x: Float32Array.from({ length: count }, (_, i) => Math.cos(i + turn)),
    y: Float32Array.from({ length: count }, (_, i) => Math.sin(i + turn)),
  }));
  plot.set({ name: 'rotary', tips, colors: colors.mark, names: ['k', 'q'], index: 'place' });
  const [first, second] = tips.map(({ x, y }, i) => ({
    position: i + 0.5,
    x: x[i],
    y: y[i],
    color: colors.mark[i],
    textColor: colors.text[i],
  }));
  plot.frame([first, second]);
  return { canvas, plot, tips };
}

test.each([8, 100])('two arrows of %i places are the same picture on any context', (count) => {
  const { canvas, plot } = plotOf(count);
  expectSameDrawing(plot, canvas, { tolerance: 2 });
});

test('the nearest tip is found, the second where both are as near, and none where none is near', () => {
  const { plot } = plotOf(4);
  const at = (/** @type {number} */ angle) => ({
    ...plot.toPixels({ x: Math.cos(angle), y: Math.sin(angle) }),
    reach: 14,
  });
  expect(plot.pick(at(0))).toBe(0);
  expect(plot.pick(at(1.4))).toBe(1);
  expect(plot.pick(at(3))).toBe(undefined);
});

test('the table holds a row a position with the tips of both, and one for each of the two now', () => {
  const { plot, tips } = plotOf(3);
  const [k, q] = tips;
  expect(plot.table()).toEqual({
    name: 'rotary',
    columns: [
      { name: 'place', unit: '', values: [0, 1, 2, 0.5, 1.5] },
      { name: 'k, x', unit: '', values: [...k.x, k.x[0], Number.NaN] },
      { name: 'k, y', unit: '', values: [...k.y, k.y[0], Number.NaN] },
      { name: 'q, x', unit: '', values: [...q.x, Number.NaN, q.x[1]] },
      { name: 'q, y', unit: '', values: [...q.y, Number.NaN, q.y[1]] },
    ],
  });
});
