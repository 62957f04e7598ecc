import { afterEach, expect, test } from 'vitest';
import { divergingColor } from '../../web/charts/diverging.js';
import { liveCharts, palette } from '../../web/charts/index.js';
import { ScoreMatrixPlot } from '../../web/charts/score-matrix.js';
import { loadCore } from '../../web/core/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { apart, bytesOf, cleanUp, leaveTo, pixelAt, pixelsApart, pixelsOf, stage } from './charts-support.js';

/** @typedef {import('../../web/charts/score-matrix.js').ScoreMatrix} ScoreMatrix */

afterEach(cleanUp);

const ROW = '#c0104f';
const COLUMN = '#3348d1';

/** @param {number} row @param {number} column */
const markAt = (row, column) => ({ row, column, rowColor: ROW, columnColor: COLUMN });

/** @param {number} size @param {boolean} [masked] */
function matrixOf(size, masked = false) {
  const { canvas } = stage(360, 360);
  const plot = new ScoreMatrixPlot(canvas);
  leaveTo(() => plot.destroy());
  const values = Float32Array.from({ length: size * size }, (_, i) => Math.sin(i));
  plot.set({
    name: 'scores',
    values,
    rows: size,
    columns: size,
    limit: 1,
    rowName: 'query',
    columnName: 'key',
    masked,
  });
  plot.frame(markAt(size - 1, 0));
  /** The middle of a cell. @param {number} row @param {number} column */
  const middle = (row, column) => ({
    x: plot.box.left + ((column + 0.5) * plot.box.width) / size,
    y: plot.box.top + ((row + 0.5) * plot.box.height) / size,
  });
  return { canvas, plot, values, middle };
}

test('each cell has the colour of its score', () => {
  const { canvas, plot, values, middle } = matrixOf(8);
  plot.frame(markAt(7, 7));
  for (const [row, column] of [
    [0, 3],
    [2, 5],
    [4, 1],
  ]) {
    const { x, y } = middle(row, column);
    const wanted = bytesOf(divergingColor(values[row * 8 + column], 'light'));
    expect(apart(pixelAt(canvas, x, y), wanted), `${row}, ${column}`).toBeLessThanOrEqual(1);
    expect(plot.pick({ x, y })).toEqual({ row, column });
  }
});

test('lines lead from the marked cell to its row and its column, in their colours', () => {
  const { canvas, plot, middle } = matrixOf(12);
  plot.frame(markAt(3, 8));
  const [row, column] = [middle(3, 2), middle(10, 8)];
  expect(apart(pixelAt(canvas, row.x, row.y), bytesOf(ROW))).toBeLessThan(90);
  expect(apart(pixelAt(canvas, column.x, column.y), bytesOf(COLUMN))).toBeLessThan(90);
  const { left, top, height } = plot.box;
  expect(apart(pixelAt(canvas, left - 6, row.y), bytesOf(ROW))).toBeLessThan(20);
  expect(apart(pixelAt(canvas, column.x, top + height + 6), bytesOf(COLUMN))).toBeLessThan(20);
});

test('the marked cell moves along its diagonal, which is drawn on both sides of it', () => {
  const { canvas, plot } = matrixOf(40);
  plot.set({ .../** @type {ScoreMatrix} */ (plot.data), values: new Float32Array(1600) });
  plot.frame(markAt(22.5, 10.5));
  const { left, top, width, height } = plot.box;
  const ink = bytesOf(palette('light').ink);
  const down = height / 40;
  const beside = Math.max(1, 9 / down);
  /** How near to ink it comes close to a place. @param {number} share of the way along the diagonal 12 rows below the main one @param {number} rows below it */
  const near = (share, rows) => {
    const y = top + (12 + rows) * down + share * width;
    return Math.min(...[-1, 0, 1].map((by) => apart(pixelAt(canvas, left + share * width, y + by), ink)));
  };
  for (const share of [0.45, 0.6]) {
    expect(near(share, beside)).toBeLessThan(130);
    expect(near(share, -beside)).toBeLessThan(130);
    expect(near(share, 0)).toBeGreaterThan(200);
  }
});

test('a masked matrix is hatched right of its main diagonal, and nowhere else', () => {
  const [plain, masked] = [matrixOf(30), matrixOf(30, true)];
  const { left, top, width, height } = plain.plot.box;
  const ratio = plain.canvas.width / plain.canvas.clientWidth;
  /** @param {number} side 1 right of the diagonal, −1 left of it */
  const differing = (side) => {
    let count = 0;
    const [one, other] = [plain, masked].map(({ canvas }) => pixelsOf(canvas));
    for (let y = 2; y < height; y += 5) {
      for (let x = 2; x < width; x += 1) {
        if ((x - y) * side < 4) continue;
        const i = 4 * (Math.round((top + y) * ratio) * plain.canvas.width + Math.round((left + x) * ratio));
        if (apart([one[i], one[i + 1], one[i + 2]], [other[i], other[i + 1], other[i + 2]]) > 0) count += 1;
      }
    }
    return count;
  };
  expect(differing(1)).toBeGreaterThan(500);
  expect(differing(-1)).toBe(0);
});

test('another cell is outlined while it is chosen', () => {
  const { canvas, plot } = matrixOf(20);
  const before = pixelsOf(canvas);
  plot.select({ row: 4, column: 9 });
  expect(pixelsApart(before, pixelsOf(canvas))).toBeGreaterThan(60);
  plot.select(undefined);
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test.each([
  [7, false],
  [64, true],
])('%i queries and keys are the same picture on any context, masked or not (%j)', (size, masked) => {
  const { canvas, plot } = matrixOf(size, masked);
  plot.frame(markAt(4.25, 2.25));
  plot.select({ row: 2, column: 6 });
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a query and a column a key, with no score where it is masked', () => {
  const { plot, values } = matrixOf(3, true);
  const never = Number.NEGATIVE_INFINITY;
  expect(plot.table()).toEqual({
    name: 'scores',
    columns: [
      { name: 'query', unit: '', values: [0, 1, 2] },
      { name: 'key 0', unit: '', values: [values[0], values[3], values[6]] },
      { name: 'key 1', unit: '', values: [never, values[4], values[7]] },
      { name: 'key 2', unit: '', values: [never, never, values[8]] },
    ],
  });
  expect(plot.heightFor(300)).toBe(300);
});

test('destroying leaves no chart', () => {
  const before = liveCharts();
  const { plot } = matrixOf(5);
  expect(liveCharts()).toBe(before + 1);
  plot.destroy();
  expect(liveCharts()).toBe(before);
});

test('the table has the scores that the core gives', async () => {
  const core = await loadCore();
  const { plot } = matrixOf(5);
  const x = { data: Float32Array.of(1, 2, 3, 4), shape: [1, 4] };
  const turned = Array.from({ length: 5 }, (_, start) => core.rotate(x, { start }).data);
  const vectors = { data: Float32Array.from(turned.flatMap((row) => [...row])), shape: [5, 4] };
  const { data } = core.scores(vectors, vectors);
  plot.set({ .../** @type {ScoreMatrix} */ (plot.data), values: data });
  const [, ...keys] = plot.table().columns;
  for (const [key, { values }] of keys.entries()) {
    for (let query = 0; query < 5; query += 1) {
      const score = turned[query].reduce((sum, value, i) => sum + value * turned[key][i], 0);
      expect(values[query]).toBeCloseTo(score, 4);
    }
  }
});
