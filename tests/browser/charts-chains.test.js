import { afterEach, expect, test } from 'vitest';
import { ChainsPlot } from '../../web/charts/chains.js';
import { expectSameDrawing } from './charts-draw.js';
import { cleanUp, leaveTo, stage } from './charts-support.js';

afterEach(cleanUp);

/** @param {number} links @param {number} turn radians from one to the next */
function chainOf(links, turn) {
  const [x, y] = [new Float64Array(links), new Float64Array(links)];
  for (let i = 0; i < links; i += 1) {
    x[i] = (x[i - 1] ?? 0) + Math.cos(i * turn);
    y[i] = (y[i - 1] ?? 0) + Math.sin(i * turn);
  }
  return { x, y };
}

/** @param {number} links */
function plotOf(links) {
  const { canvas } = stage(600, 300);
  const plot = new ChainsPlot(canvas);
  leaveTo(() => plot.destroy());
  const earlier = [0.02, 0.1].map((turn) => chainOf(links, turn));
  plot.set({
    name: 'chain',
    item: 'pair',
    words: { earlier: 'distance', radius: 'mean distance of the joints' },
    box: { minX: -1, maxX: links, minY: -3, maxY: 4 },
    earlier: earlier.map((one, i) => ({
      ...one,
      label: String(i),
      color: '#3348d1',
      text: '#3348d1',
    })),
  });
  const chain = chainOf(links, 0.2);
  plot.frame({ ...chain, links, radius: 2, color: '#a3260f', passed: 2 });
  return { canvas, plot, chain, earlier };
}

test.each([4, 64])('a chain of %i links is the same picture on any context', (links) => {
  const { canvas, plot } = plotOf(links);
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a link, with all joints that are drawn, and the circle', () => {
  const { plot, chain, earlier } = plotOf(4);
  plot.frame({ ...chain, links: 4, radius: 2, color: '#a3260f', passed: 1 });
  expect(plot.table()).toEqual({
    name: 'chain',
    columns: [
      { name: 'pair', unit: '', values: [0, 1, 2, 3] },
      { name: 'x', unit: '', values: Array.from(chain.x) },
      { name: 'y', unit: '', values: Array.from(chain.y) },
      { name: 'mean distance of the joints', unit: '', values: [2, 2, 2, 2] },
      { name: 'distance 0, x', unit: '', values: Array.from(earlier[0].x) },
      { name: 'distance 0, y', unit: '', values: Array.from(earlier[0].y) },
    ],
  });
});
