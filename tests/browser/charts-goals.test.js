import { afterEach, expect, test } from 'vitest';
import { GoalsPlot } from '../../web/charts/goals.js';
import { liveCharts, palette, positionColors } from '../../web/charts/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { again, apart, bytesOf, cleanUp, leaveTo, pixelAt, settled, stage } from './charts-support.js';

afterEach(cleanUp);

/** @param {Partial<import('../../web/charts/goals.js').Goals>} [more] */
function plotOf(more) {
  const { box, canvas } = stage(400, 400);
  const plot = new GoalsPlot(canvas);
  leaveTo(() => plot.destroy());
  const shown = {
    indices: [0, 4],
    tips: [1, 0, 0, 1],
    goals: [-1, 0, 0, -1],
    colors: positionColors(2, 'light'),
    reach: 1,
    name: 'rows',
    columns: { index: 'position', arrow: 'query', goal: 'key' },
    ...more,
  };
  plot.set(shown);
  plot.frame();
  return { box, canvas, plot, shown };
}

const plain = bytesOf(palette('light').plot);

/** How far what is drawn round a point is from the plot's colour. @param {HTMLCanvasElement} canvas @param {{ x: number, y: number }} at */
function inkRound(canvas, { x, y }) {
  let most = 0;
  for (let dx = -6; dx <= 6; dx += 1)
    for (let dy = -6; dy <= 6; dy += 1) most = Math.max(most, apart(pixelAt(canvas, x + dx, y + dy), plain));
  return most;
}

test('every arrow ends at its tip, and has a ring where it wants to be', () => {
  const { canvas, plot, shown } = plotOf();
  for (const list of [shown.tips, shown.goals]) {
    for (const i of [0, 1]) {
      const at = plot.toPixels({ x: Number(list[2 * i]), y: Number(list[2 * i + 1]) });
      expect(inkRound(canvas, at)).toBeGreaterThan(120);
    }
  }
  expect(inkRound(canvas, plot.toPixels({ x: 0.7, y: 0.75 }))).toBeLessThan(60);
});

test('words stand where they are put, and rings that are close do not touch', () => {
  const ring = Array.from({ length: 40 }, (_, i) => [Math.cos(i / 7), Math.sin(i / 7)]).flat();
  const { canvas, plot } = plotOf({
    indices: Array.from({ length: 40 }, (_, i) => i),
    tips: ring.map(() => 0),
    goals: ring,
    colors: positionColors(40, 'light'),
    words: [{ text: '12', color: '#000000', x: 0.3, y: -0.9 }],
  });
  expect(inkRound(canvas, plot.toPixels({ x: 0.3, y: -0.9 }))).toBeGreaterThan(200);
  const between = plot.toPixels({ x: Math.cos(0.5 / 7), y: Math.sin(0.5 / 7) });
  expect(apart(pixelAt(canvas, between.x, between.y), plain)).toBeLessThan(60);
  expect(inkRound(canvas, plot.toPixels({ x: Math.cos(1 / 7), y: Math.sin(1 / 7) }))).toBeGreaterThan(120);
});

test('axes are equal, and what must be seen is seen', () => {
  const { plot } = plotOf({ reach: 2 });
  const [origin, right, up] = [
    plot.toPixels({ x: 0, y: 0 }),
    plot.toPixels({ x: 2, y: 0 }),
    plot.toPixels({ x: 0, y: 2 }),
  ];
  expect(right.x - origin.x).toBeCloseTo(origin.y - up.y, 6);
  expect(right.x).toBeLessThan(400);
  expect(up.y).toBeGreaterThan(0);
});

test('another size is followed, another scheme changes the ground, and nothing is left', async () => {
  const before = liveCharts();
  const { box, canvas, plot } = plotOf();
  box.style.width = '200px';
  await settled();
  expect(canvas.clientWidth).toBe(200);
  expect(plot.toPixels({ x: 0, y: 0 }).x).toBeCloseTo(100, 6);
  plot.scheme('dark');
  again(plot);
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('dark').plot));
  plot.destroy();
  plot.scheme('light');
  expect(liveCharts()).toBe(before);
});

test('it is the same picture on any context, and its table holds what is drawn', () => {
  const { canvas, plot } = plotOf({ words: [{ text: '12', color: '#000000', x: 0.3, y: -0.9 }] });
  expectSameDrawing(plot, canvas);
  expect(plot.table()).toEqual({
    name: 'rows',
    columns: [
      { name: 'position', unit: '', values: [0, 4] },
      { name: 'query, x', unit: '', values: [1, 0] },
      { name: 'query, y', unit: '', values: [0, 1] },
      { name: 'key, x', unit: '', values: [-1, 0] },
      { name: 'key, y', unit: '', values: [0, -1] },
    ],
  });
});
