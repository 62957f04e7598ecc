import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { divergingColor } from '../../web/charts/diverging.js';
import { HeatMapPlot, RowProfile } from '../../web/charts/heat-map.js';
import { palette } from '../../web/charts/palette.js';
import { apart, bytesOf, cleanUp, pixelsApart, pixelsOf, settled, stage } from './charts-support.js';

/** @type {(() => void)[]} */
const ends = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
  cleanUp();
  vi.restoreAllMocks();
});

/** @param {number} rows @param {number} columns @param {(row: number, column: number) => number} value */
function mapOf(rows, columns, value) {
  const values = Float32Array.from({ length: rows * columns }, (_, i) =>
    value(Math.floor(i / columns), i % columns),
  );
  return { values, rows, columns, limit: 1, rowTitle: 'position', columnTitle: 'dimension' };
}

/** @param {number} rows @param {number} columns */
const wholeOf = (rows, columns) => ({
  firstRow: 0,
  lastRow: rows - 1,
  firstColumn: 0,
  lastColumn: columns - 1,
});

/** A map with values from −1 to 1. @param {number} rows @param {number} columns */
function plotIn(rows, columns, width = 400, height = 300) {
  const { box, canvas } = stage(width, height);
  const plot = new HeatMapPlot(canvas);
  ends.push(() => plot.destroy());
  const value = (/** @type {number} */ row, /** @type {number} */ column) =>
    Math.sin(row * 0.7 + column * 2.1);
  plot.set(mapOf(rows, columns, value));
  plot.view(wholeOf(rows, columns));
  plot.draw();
  const over = /** @type {HTMLCanvasElement} */ (box.querySelector('[data-layer=overlay]'));
  return { box, canvas, over, plot, value };
}

/** @param {HTMLCanvasElement} canvas @param {number} x device pixels @param {number} y @returns {[number, number, number]} */
function pixel(canvas, x, y) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(x, y, 1, 1).data;
  return [red, green, blue];
}

/** The middle of a cell in the window. @param {HTMLCanvasElement} canvas @param {HeatMapPlot} plot @param {number[]} size @param {number} row @param {number} column */
function middleOf(canvas, plot, [rows = 1, columns = 1], row, column) {
  const { left, top } = canvas.getBoundingClientRect();
  const { box } = plot;
  const ratio = canvas.width / canvas.clientWidth;
  return {
    x: left + (box.left + ((column + 0.5) / columns) * box.width) / ratio,
    y: top + (box.top + ((row + 0.5) / rows) * box.height) / ratio,
  };
}

test('cells larger than a pixel are blocks of one colour each, row 0 above and column 0 on the left', () => {
  const { canvas, plot, value } = plotIn(6, 5);
  const { box } = plot;
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const wanted = bytesOf(divergingColor(value(row, column), 'light'));
      for (const [part, down] of [
        [0.04, 0.04],
        [0.5, 0.5],
        [0.96, 0.96],
      ]) {
        const x = Math.floor(box.left + ((column + Number(part)) / 5) * box.width);
        const y = Math.floor(box.top + ((row + Number(down)) / 6) * box.height);
        expect(apart(pixel(canvas, x, y), wanted)).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('the map fills the canvas but for its axes, on whole device pixels', () => {
  const { canvas, plot } = plotIn(6, 5);
  const { left, top, width, height } = plot.box;
  expect([left, top, width, height].every(Number.isInteger)).toBe(true);
  expect(left + width).toBe(canvas.width - 8);
  expect(left).toBeLessThan(60);
  expect(height).toBeGreaterThan(240);
});

test('a cursor, a cell, a veil and a rectangle are drawn over the map and leave it alone', () => {
  const { canvas, over, plot } = plotIn(500, 40);
  const before = pixelsOf(canvas);
  const draw = vi.spyOn(/** @type {Chart} */ (Chart.getChart(canvas)), 'draw');
  const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  /** @type {Uint8ClampedArray[]} */
  const seen = [pixelsOf(over)];
  const { left, top } = canvas.getBoundingClientRect();
  for (const lay of [
    () => plot.cursor(250.5, '#ff0000'),
    () => plot.select({ row: 12, column: 3 }),
    () => plot.veil([[4, 20]]),
    () => plot.lasso({ left: left + 100, top: top + 50, right: left + 200, bottom: top + 90 }),
  ]) {
    lay();
    plot.draw();
    const now = pixelsOf(over);
    expect(pixelsApart(now, /** @type {Uint8ClampedArray} */ (seen.at(-1)))).toBeGreaterThan(40);
    seen.push(now);
  }
  expect(draw).not.toHaveBeenCalled();
  expect(put).not.toHaveBeenCalled();
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('the highlighted row has the colour of its position, where its row is', () => {
  const { over, plot } = plotIn(300, 10);
  plot.cursor(100, '#c0104f');
  plot.draw();
  const { box } = plot;
  const y = Math.floor(box.top + (100.5 / 300) * box.height);
  expect(pixel(over, box.left + 50, y)).toEqual(bytesOf('#c0104f'));
  plot.cursor(200, '#c0104f');
  plot.draw();
  expect(pixel(over, box.left + 50, y)).toEqual([0, 0, 0]);
});

test('a row that is not in view is pointed to from the edge', () => {
  const { over, plot } = plotIn(300, 10);
  plot.cursor(undefined);
  plot.view({ firstRow: 100, lastRow: 199, firstColumn: 0, lastColumn: 9 });
  plot.draw();
  const inked = (/** @type {number} */ from, /** @type {number} */ to) => {
    const ctx = /** @type {CanvasRenderingContext2D} */ (over.getContext('2d'));
    const { data } = ctx.getImageData(0, from, over.width, to - from);
    return data.some((value) => value > 0);
  };
  const { top, height } = plot.box;
  expect(inked(0, over.height)).toBe(false);
  plot.cursor(20, '#000080');
  plot.draw();
  expect([inked(0, top + 20), inked(top + 20, over.height)]).toEqual([true, false]);
  plot.cursor(290, '#000080');
  plot.draw();
  expect([inked(0, top + height - 20), inked(top + height - 20, over.height)]).toEqual([false, true]);
});

test('a point of the window is in the cell that is drawn there', () => {
  const { canvas, plot } = plotIn(40, 30);
  for (const [row, column] of [
    [0, 0],
    [39, 29],
    [17, 4],
  ]) {
    const { x, y } = middleOf(canvas, plot, [40, 30], Number(row), Number(column));
    expect(plot.pick(x, y)).toEqual({ row, column });
  }
  const { left, top } = canvas.getBoundingClientRect();
  expect(plot.pick(left + 2, top + 100)).toBeUndefined();
  expect(plot.nearest(left - 50, top - 50)).toEqual({ row: 0, column: 0 });
  plot.view({ firstRow: 10, lastRow: 19, firstColumn: 5, lastColumn: 9 });
  plot.draw();
  const { x, y } = middleOf(canvas, plot, [10, 5], 3, 2);
  expect(plot.pick(x, y)).toEqual({ row: 13, column: 7 });
});

test('a part of the table is drawn with the cells that it has', () => {
  const { canvas, plot, value } = plotIn(40, 30);
  plot.view({ firstRow: 10, lastRow: 14, firstColumn: 5, lastColumn: 8 });
  plot.draw();
  const { box } = plot;
  const at = (/** @type {number} */ row, /** @type {number} */ column) =>
    pixel(
      canvas,
      Math.floor(box.left + ((column - 4.5) / 4) * box.width),
      Math.floor(box.top + ((row - 9.5) / 5) * box.height),
    );
  expect(apart(at(10, 5), bytesOf(divergingColor(value(10, 5), 'light')))).toBeLessThanOrEqual(1);
  expect(apart(at(14, 8), bytesOf(divergingColor(value(14, 8), 'light')))).toBeLessThanOrEqual(1);
});

test('it follows its parent, is drawn at once, and says so', async () => {
  const { box, canvas } = stage(400, 300);
  const resized = vi.fn();
  const plot = new HeatMapPlot(canvas, { onResize: resized });
  ends.push(() => plot.destroy());
  plot.set(mapOf(9, 9, () => 1));
  plot.view(wholeOf(9, 9));
  plot.draw();
  const before = plot.box;
  box.style.width = '321.5px';
  await settled();
  expect(resized).toHaveBeenCalledTimes(1);
  expect(canvas.clientWidth).toBe(321);
  expect(plot.box.width).toBe(before.width - 79);
  expect(pixel(canvas, plot.box.left + 5, plot.box.top + 5)).toEqual(bytesOf(divergingColor(1, 'light')));
});

test('a theme changes the colours, and a second change brings the first back', () => {
  const { canvas, plot } = plotIn(12, 12);
  const light = pixelsOf(canvas);
  plot.scheme('dark');
  expect(pixelsApart(light, pixelsOf(canvas))).toBeGreaterThan(80);
  plot.set(mapOf(12, 12, () => 0));
  plot.draw();
  expect(pixel(canvas, plot.box.left + 9, plot.box.top + 9)).toEqual(bytesOf(palette('dark').plot));
  plot.set(mapOf(12, 12, (row, column) => Math.sin(row * 0.7 + column * 2.1)));
  plot.scheme('light');
  expect(pixelsApart(light, pixelsOf(canvas))).toBe(0);
});

test('values beyond the limit have the last colour', () => {
  const { canvas, plot } = plotIn(2, 2);
  plot.set({ ...mapOf(2, 2, (row) => (row === 0 ? 99 : -99)), limit: 3 });
  plot.draw();
  const { left, top, height } = plot.box;
  expect(pixel(canvas, left + 9, top + 9)).toEqual(bytesOf(divergingColor(1, 'light')));
  expect(pixel(canvas, left + 9, top + height - 9)).toEqual(bytesOf(divergingColor(-1, 'light')));
});

test('a plot that is not shown is silent, and is drawn when it appears', async () => {
  const errors = vi.spyOn(console, 'error');
  const { box, canvas } = stage();
  box.style.display = 'none';
  const plot = new HeatMapPlot(canvas);
  ends.push(() => plot.destroy());
  plot.set(mapOf(9, 9, () => 1));
  plot.view(wholeOf(9, 9));
  plot.cursor(3);
  plot.draw();
  expect(plot.pick(10, 10)).toBeUndefined();
  expect(plot.measure).toMatchObject({ rows: 0, columns: 0 });
  box.style.display = '';
  await settled();
  expect(pixel(canvas, plot.box.left + 5, plot.box.top + 5)).toEqual(bytesOf(divergingColor(1, 'light')));
  expect(errors).not.toHaveBeenCalled();
});

test('bars stand under their columns, up for positive values and down for negative ones', () => {
  const { canvas } = stage(400, 80);
  const profile = new RowProfile(canvas);
  ends.push(() => profile.destroy());
  profile.set(Float32Array.of(1, -1, 0.5, 0), 1);
  profile.view(0, 3, { left: 40, right: 360 });
  profile.color('#aa1133');
  profile.draw();
  const is = (/** @type {number} */ x, /** @type {number} */ y) =>
    apart(pixel(canvas, x, y), bytesOf('#aa1133')) === 0;
  expect([is(80, 20), is(80, 60)]).toEqual([true, false]);
  expect([is(160, 20), is(160, 60)]).toEqual([false, true]);
  expect([is(240, 20), is(240, 30)]).toEqual([false, true]);
  expect([is(320, 20), is(320, 60)]).toEqual([false, false]);
});

test('many bars in a pixel show their least and their greatest value', () => {
  const { canvas } = stage(140, 80);
  const profile = new RowProfile(canvas);
  ends.push(() => profile.destroy());
  const values = Float32Array.from({ length: 1000 }, (_, i) => (i === 503 ? -1 : 0.2));
  profile.set(values, 1);
  profile.view(0, 999, { left: 40, right: 140 });
  profile.color('#aa1133');
  profile.draw();
  const low = Array.from({ length: 100 }, (_, x) => pixel(canvas, 40 + x, 60)).map(
    (color) => apart(color, bytesOf('#aa1133')) === 0,
  );
  expect(low.indexOf(true)).toBe(50);
  expect(low.lastIndexOf(true)).toBe(50);
});

test('destroying leaves no chart and no layer', () => {
  const before = Object.keys(Chart.instances).length;
  const { box, plot } = plotIn(5, 5);
  expect(Object.keys(Chart.instances)).toHaveLength(before + 1);
  plot.destroy();
  expect(Object.keys(Chart.instances)).toHaveLength(before);
  expect(box.querySelector('[data-layer]')).toBeNull();
  plot.cursor(2);
  plot.draw();
  plot.destroy();
});
