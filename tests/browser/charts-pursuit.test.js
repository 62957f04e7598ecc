import { afterEach, expect, test } from 'vitest';
import { liveCharts, palette, positionColors } from '../../web/charts/index.js';
import { PursuitPlot } from '../../web/charts/pursuit.js';
import { apart, bytesOf, cleanUp, pixelAt, stage } from './charts-support.js';

/** @type {PursuitPlot[]} */
const plots = [];

afterEach(() => {
  for (const plot of plots.splice(0)) plot.destroy();
  cleanUp();
});

/** @param {Partial<import('../../web/charts/pursuit.js').Pursuit>} [more] */
function plotOf(more) {
  const { box, canvas } = stage(400, 400);
  const plot = new PursuitPlot(canvas);
  plots.push(plot);
  const shown = {
    tips: [1, 0, 0, 1],
    goals: [-1, 0, 0, -1],
    colors: positionColors(2, 'light'),
    reach: 1,
    ...more,
  };
  plot.set(shown);
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
      const at = plot.toPixels(Number(list[2 * i]), Number(list[2 * i + 1]));
      expect(inkRound(canvas, at)).toBeGreaterThan(120);
    }
  }
  expect(inkRound(canvas, plot.toPixels(0.7, 0.75))).toBeLessThan(60);
});

test('words stand where they are put, and rings that are close do not touch', () => {
  const ring = Array.from({ length: 40 }, (_, i) => [Math.cos(i / 7), Math.sin(i / 7)]).flat();
  const { canvas, plot } = plotOf({
    tips: ring.map(() => 0),
    goals: ring,
    colors: positionColors(40, 'light'),
    words: [{ text: '12', color: '#000000', x: 0.3, y: -0.9 }],
  });
  expect(inkRound(canvas, plot.toPixels(0.3, -0.9))).toBeGreaterThan(200);
  const between = plot.toPixels(Math.cos(0.5 / 7), Math.sin(0.5 / 7));
  expect(apart(pixelAt(canvas, between.x, between.y), plain)).toBeLessThan(60);
  expect(inkRound(canvas, plot.toPixels(Math.cos(1 / 7), Math.sin(1 / 7)))).toBeGreaterThan(120);
});

test('axes are equal, and what must be seen is seen', () => {
  const { plot } = plotOf({ reach: 2 });
  const [origin, right, up] = [plot.toPixels(0, 0), plot.toPixels(2, 0), plot.toPixels(0, 2)];
  expect(right.x - origin.x).toBeCloseTo(origin.y - up.y, 6);
  expect(right.x).toBeLessThan(400);
  expect(up.y).toBeGreaterThan(0);
});

test('another size is followed, another scheme changes the ground, and nothing is left', async () => {
  const before = liveCharts();
  const { box, canvas, plot } = plotOf();
  box.style.width = '200px';
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  expect(canvas.clientWidth).toBe(200);
  expect(plot.toPixels(0, 0).x).toBeCloseTo(100, 6);
  plot.scheme('dark');
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('dark').plot));
  plots.splice(0);
  plot.destroy();
  plot.scheme('light');
  expect(liveCharts()).toBe(before);
});
