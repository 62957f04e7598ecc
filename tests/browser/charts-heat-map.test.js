import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { palette } from '../../web/charts/colors.js';
import { divergingColor } from '../../web/charts/diverging.js';
import { HeatMapPlot } from '../../web/charts/heat-map.js';
import { loadCore } from '../../web/core/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { again, apart, bytesOf, cleanUp, pixelsApart, pixelsOf, settled, stage } from './charts-support.js';

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
  return { name: 'map', values, rows, columns, limit: 1, rowName: 'position', columnName: 'dimension' };
}

/** A map with values from −1 to 1. @param {number} rows @param {number} columns */
function plotIn(rows, columns, width = 400, height = 300) {
  const { box, canvas } = stage(width, height);
  const plot = new HeatMapPlot(canvas);
  ends.push(() => plot.destroy());
  const value = (/** @type {number} */ row, /** @type {number} */ column) =>
    Math.sin(row * 0.7 + column * 2.1);
  const map = mapOf(rows, columns, value);
  plot.set(map);
  plot.frame();
  /** @param {[number, number, number, number]} part first and last row, first and last column */
  const show = ([firstRow, lastRow, firstColumn, lastColumn]) => {
    plot.set({ ...map, part: { firstRow, lastRow, firstColumn, lastColumn } });
    plot.frame(plot.moment);
  };
  return { box, canvas, plot, map, value, show };
}

/** @param {HTMLCanvasElement} canvas @param {number} x device pixels @param {number} y @returns {[number, number, number]} */
function pixel(canvas, x, y) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(x, y, 1, 1).data;
  return [red, green, blue];
}

/** The middle of a cell. @param {HeatMapPlot} plot @param {number[]} size @param {number} row @param {number} column */
function middleOf({ box }, [rows, columns], row, column) {
  return {
    x: box.left + ((column + 0.5) / columns) * box.width,
    y: box.top + ((row + 0.5) / rows) * box.height,
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

test('a cursor, a cell and a rectangle are drawn over the map, which is not drawn again', () => {
  const { canvas, plot } = plotIn(500, 40);
  const before = pixelsOf(canvas);
  const draw = vi.spyOn(/** @type {Chart} */ (Chart.getChart(canvas)), 'draw');
  const put = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'putImageData');
  let last = before;
  for (const lay of [
    () => plot.frame({ row: 250.5, color: '#ff0000' }),
    () => plot.select({ row: 12, column: 3 }),
    () => plot.frame({ row: 250.5, color: '#ff0000', lasso: { left: 100, top: 50, width: 100, height: 40 } }),
  ]) {
    lay();
    const now = pixelsOf(canvas);
    expect(pixelsApart(now, last)).toBeGreaterThan(40);
    last = now;
  }
  plot.select(undefined);
  plot.frame();
  expect(draw).not.toHaveBeenCalled();
  expect(put).not.toHaveBeenCalled();
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('the highlighted row has the colour of its position, where its row is', () => {
  const { canvas, plot } = plotIn(300, 10);
  const { box } = plot;
  const y = Math.floor(box.top + (100.5 / 300) * box.height);
  const before = pixel(canvas, box.left + 50, y);
  plot.frame({ row: 100, color: '#c0104f' });
  expect(pixel(canvas, box.left + 50, y)).toEqual(bytesOf('#c0104f'));
  plot.frame({ row: 200, color: '#c0104f' });
  expect(pixel(canvas, box.left + 50, y)).toEqual(before);
});

test('a row that is not in view is pointed to from the edge', () => {
  const { canvas, plot, show } = plotIn(300, 10);
  show([100, 199, 0, 9]);
  const { top, height } = plot.box;
  const before = pixelsOf(canvas);
  /** Whether any of so many lines is another than before. @param {number} from @param {number} to */
  const isInked = (from, to) =>
    pixelsApart(
      pixelsOf(canvas).slice(4 * canvas.width * from, 4 * canvas.width * to),
      before.slice(4 * canvas.width * from, 4 * canvas.width * to),
    ) > 0;
  plot.frame({ row: 20, color: '#000080' });
  expect([isInked(0, top + 20), isInked(top + 20, canvas.height)]).toEqual([true, false]);
  plot.frame({ row: 290, color: '#000080' });
  const end = top + height - 20;
  expect([isInked(0, end), isInked(end, canvas.height)]).toEqual([false, true]);
});

test('a point is in the cell that is drawn there', () => {
  const { plot, show } = plotIn(40, 30);
  for (const [row, column] of [
    [0, 0],
    [39, 29],
    [17, 4],
  ])
    expect(plot.pick(middleOf(plot, [40, 30], row, column))).toEqual({ row, column });
  expect(plot.pick({ x: 2, y: 100 })).toBeUndefined();
  expect(plot.nearest({ x: -50, y: -50 })).toEqual({ row: 0, column: 0 });
  show([10, 19, 5, 9]);
  expect(plot.pick(middleOf(plot, [10, 5], 3, 2))).toEqual({ row: 13, column: 7 });
});

test('a part of the table is drawn with the cells that it has', () => {
  const { canvas, plot, value, show } = plotIn(40, 30);
  show([10, 14, 5, 8]);
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
  plot.frame();
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
  again(plot);
  expect(pixelsApart(light, pixelsOf(canvas))).toBeGreaterThan(80);
  plot.set(mapOf(12, 12, () => 0));
  plot.frame();
  expect(pixel(canvas, plot.box.left + 9, plot.box.top + 9)).toEqual(bytesOf(palette('dark').plot));
  plot.set(mapOf(12, 12, (row, column) => Math.sin(row * 0.7 + column * 2.1)));
  plot.scheme('light');
  again(plot);
  expect(pixelsApart(light, pixelsOf(canvas))).toBe(0);
});

test('values beyond the limit have the last colour', () => {
  const { canvas, plot } = plotIn(2, 2);
  plot.set({ ...mapOf(2, 2, (row) => (row === 0 ? 99 : -99)), limit: 3 });
  plot.frame();
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
  plot.frame({ row: 8, color: '#000080' });
  expect(plot.pick({ x: 10, y: 10 })).toBeUndefined();
  expect(plot.perPixel).toEqual({ rows: 0, columns: 0 });
  box.style.display = '';
  await settled();
  expect(pixel(canvas, plot.box.left + 5, plot.box.top + 5)).toEqual(bytesOf(divergingColor(1, 'light')));
  expect(errors).not.toHaveBeenCalled();
});

test('destroying leaves no chart, and one canvas is all there is', () => {
  const before = Object.keys(Chart.instances).length;
  const { box, plot } = plotIn(5, 5);
  expect(Object.keys(Chart.instances)).toHaveLength(before + 1);
  expect(box.querySelectorAll('canvas')).toHaveLength(1);
  plot.destroy();
  expect(Object.keys(Chart.instances)).toHaveLength(before);
  plot.frame({ row: 2, color: '#000080' });
  plot.select({ row: 1, column: 1 });
  plot.destroy();
});

test.each([
  [6, 5, 400],
  [500, 700, 400],
  [100, 40, 900],
])('%i rows of %i columns on %i pixels are the same picture on any context', (rows, columns, width) => {
  const { canvas, plot, map } = plotIn(rows, columns, width);
  expectSameDrawing(plot, canvas);
  const names = Array.from({ length: rows }, (_, row) => `word ${row}`);
  const veil = {
    stretches: [/** @type {const} */ ([0, 1])],
    from: (/** @type {number} */ place) => 2 * place,
  };
  plot.set({ ...map, names: { name: 'word', values: names }, veil: () => veil });
  plot.frame({ row: 3.4, color: '#a3260f', lasso: { left: 80, top: -5, width: 100, height: 90 } });
  plot.select({ row: 1, column: 2 });
  expectSameDrawing(plot, canvas);
});

test('a picture at twice the ratio has twice the cells a length, and a veil for them', () => {
  const { canvas, plot, map } = plotIn(600, 50);
  /** @type {number[]} */
  const told = [];
  plot.set({
    ...map,
    veil: ({ rows }) => {
      told.push(rows);
      return { stretches: [], from: undefined };
    },
  });
  plot.frame();
  const picture = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  plot.draw(picture, { width: canvas.clientWidth, height: canvas.clientHeight, ratio: 2 });
  expect(told).toHaveLength(2);
  expect(told[0]).toBeCloseTo(600 / plot.box.height, 9);
  expect(told[1]).toBeCloseTo(told[0] / 2, 9);
});

test('the table holds a row a row and a column a column, as far as they are shown', () => {
  const { plot, map, value, show } = plotIn(4, 3);
  const at = (/** @type {number} */ row, /** @type {number} */ column) => Math.fround(value(row, column));
  plot.set({ ...map, names: { name: 'word', values: ['the', 'cat'] } });
  expect(plot.table()).toEqual({
    name: 'map',
    columns: [
      { name: 'position', unit: '', values: [0, 1, 2, 3] },
      { name: 'word', unit: '', values: ['the', 'cat', '', ''] },
      ...[0, 1, 2].map((column) => ({
        name: `dimension ${column}`,
        unit: '',
        values: Float32Array.from([0, 1, 2, 3], (row) => at(row, column)),
      })),
    ],
  });
  show([1, 2, 2, 2]);
  expect(plot.table().columns).toEqual([
    { name: 'position', unit: '', values: [1, 2] },
    { name: 'dimension 2', unit: '', values: Float32Array.of(at(1, 2), at(2, 2)) },
  ]);
});

test('where colours show something else than the values, the table holds the values', () => {
  const { canvas, plot, map } = plotIn(4, 3);
  const roots = pixelsOf(canvas);
  plot.set({ ...map, values: map.values.map((value) => value ** 2), tones: map.values });
  again(plot);
  expect(pixelsApart(roots, pixelsOf(canvas))).toBe(0);
  expect(plot.table().columns[1].values).toEqual(
    Float32Array.from([0, 3, 6, 9], (at) => map.values[at] ** 2),
  );
});

test('it is at most 430 pixels tall where it is wide, and 320 on a phone', () => {
  const plot = new HeatMapPlot();
  expect([300, 480, 800, 1392].map((width) => plot.heightFor(width))).toEqual([320, 320, 304, 430]);
});

test('the table of a part has the numbers that the core gives for it', async () => {
  const core = await loadCore();
  const [positions, dimensions] = [200, 8];
  const { plot } = plotIn(4, 3);
  plot.set({
    ...mapOf(positions, dimensions, () => 0),
    values: core.sinusoidal({ positions, dimensions }).data,
    part: { firstRow: 150, lastRow: 169, firstColumn: 2, lastColumn: 5 },
  });
  const { data } = core.sinusoidal({ positions: 20, dimensions, start: 150 });
  const [rows, ...columns] = plot.table().columns;
  expect(rows.values).toEqual(Array.from({ length: 20 }, (_, i) => 150 + i));
  expect(columns.map(({ name }) => name)).toEqual([2, 3, 4, 5].map((column) => `dimension ${column}`));
  for (const [i, { values }] of columns.entries())
    for (let row = 0; row < 20; row += 1) expect(values[row]).toBeCloseTo(data[row * dimensions + 2 + i], 6);
});
