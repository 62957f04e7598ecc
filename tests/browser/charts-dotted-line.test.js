import { afterEach, expect, test } from 'vitest';
import { DottedLinePlot } from '../../web/charts/dotted-line.js';
import { liveCharts, palette, positionColors } from '../../web/charts/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { apart, bytesOf, cleanUp, leaveTo, pixelAt, stage } from './charts-support.js';

/** @typedef {import('../../web/charts/dotted-line.js').Dotted} Dotted */

afterEach(cleanUp);

const INK = palette('light').ink;

/** A line that rises from −1 to 3. @param {number} count of dots @returns {Dotted} */
function lineOf(count) {
  const at = Float64Array.from({ length: count }, (_, i) => -1 + (4 * i) / Math.max(1, count - 1));
  const names = { x: 'position', y: 'score' };
  return {
    name: 'rotary',
    names,
    x: at.map((_, i) => i),
    y: at,
    at,
    colors: positionColors(count, 'light').mark,
    range: [-1, 3],
  };
}

/** @param {Dotted} line @param {{ x: number, ys: number[] }} [cursor] */
function plotOf(line, cursor = { x: 0, ys: [Number.NaN] }, width = 300) {
  const { canvas } = stage(width, 64);
  const plot = new DottedLinePlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(line);
  plot.frame(cursor);
  return { canvas, plot };
}

test('dots have their colours, and lie on the line', () => {
  const line = lineOf(9);
  const { canvas, plot } = plotOf(line);
  for (const i of [0, 3, 8]) {
    const { x, y } = plot.toPixels(i, line.at[i]);
    expect(apart(pixelAt(canvas, x, y), bytesOf(line.colors[i])), `dot ${i}`).toBeLessThan(12);
  }
  const between = plot.toPixels(4.5, 1.25);
  expect(apart(pixelAt(canvas, between.x, between.y), [255, 255, 255])).toBeGreaterThan(50);
});

test('the zero line shows where that is in the range', () => {
  const { line, plot: ground } = palette('light');
  const { canvas, plot } = plotOf(lineOf(9));
  const { y } = plot.toPixels(0, 0);
  expect(pixelAt(canvas, 290, Math.round(y))).toEqual(bytesOf(line));
  plot.set({ ...lineOf(9), range: [1, 3] });
  plot.frame({ x: 0, ys: [] });
  for (let row = 0; row < 64; row += 1) expect(pixelAt(canvas, 298, row)).toEqual(bytesOf(ground));
});

test('the playhead’s dot is at its place, with a clear ring, and none is where there is no number', () => {
  const line = lineOf(9);
  const { canvas, plot } = plotOf(line, { x: 4.5, ys: [2] });
  const { x, y } = plot.toPixels(4.5, 2);
  expect(apart(pixelAt(canvas, x, y), bytesOf(INK))).toBeLessThan(12);
  expect(apart(pixelAt(canvas, x + 5, y), [255, 255, 255])).toBeLessThan(40);
  plot.frame({ x: 4.5, ys: [Number.NaN] });
  expect(pixelAt(canvas, x, y)).toEqual([255, 255, 255]);
});

test('a line without extent runs through the middle', () => {
  const flat = new Float64Array(9).fill(7);
  const { plot } = plotOf({ ...lineOf(9), y: flat, at: flat, range: [7, 7] });
  expect(plot.toPixels(3, 7).y).toBeCloseTo(32, 6);
});

test('dots that have no room are left out', () => {
  const [few, many] = [45, 60].map((count) => {
    const { canvas, plot } = plotOf(lineOf(count));
    const { x, y } = plot.toPixels(20, lineOf(count).at[20]);
    return apart(pixelAt(canvas, x, y), bytesOf(palette('light').soft));
  });
  expect(few).toBeGreaterThan(60);
  expect(many).toBeLessThan(30);
});

test.each([1, 2, 32, 200])('%i places are the same picture on any context', (count) => {
  const { canvas, plot } = plotOf(lineOf(count), { x: (count - 1) / 3, ys: [0.5] });
  expectSameDrawing(plot, canvas);
});

test('nothing is drawn of a line without places', () => {
  const none = new Float64Array(0);
  const { canvas, plot } = plotOf({ ...lineOf(1), x: none, y: none, at: none, colors: [], range: [0, 0] });
  expectSameDrawing(plot, canvas);
  expect(plot.table().columns.map(({ values }) => values.length)).toEqual([0, 0]);
});

test('the table holds a row a dot', () => {
  const { plot } = plotOf(lineOf(3));
  expect(plot.table()).toEqual({
    name: 'rotary',
    columns: [
      { name: 'position', unit: '', values: [0, 1, 2] },
      { name: 'score', unit: '', values: Float64Array.of(-1, 1, 3) },
    ],
  });
  expect(plot.heightFor()).toBe(64);
});

test('destroying leaves no chart', () => {
  const before = liveCharts();
  const { plot } = plotOf(lineOf(3));
  expect(liveCharts()).toBe(before + 1);
  plot.destroy();
  expect(liveCharts()).toBe(before);
});
