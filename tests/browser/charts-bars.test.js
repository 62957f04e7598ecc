import { afterEach, expect, test } from 'vitest';
import { BarsPlot } from '../../web/charts/bars.js';
import { liveCharts, palette } from '../../web/charts/index.js';
import { expectSameDrawing } from './charts-draw.js';
import { apart, bytesOf, cleanUp, leaveTo, pixelAt, stage } from './charts-support.js';

/** @typedef {import('../../web/charts/bars.js').Bars} Bars */

afterEach(cleanUp);

const COLOR = '#aa1133';

/** @param {Bars} bars @param {import('../../web/charts/bars.js').Heights} heights @param {{ width: number, height: number }} size */
function plotOf(bars, heights, { width, height }) {
  const { canvas } = stage(width, height);
  const plot = new BarsPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(bars);
  plot.frame(heights);
  return { canvas, plot };
}

/** Under columns that begin 40 pixels from the left. @param {ArrayLike<number>} values @param {number} width */
const under = (values, width, { min, max } = { min: 0, max: values.length - 1 }) =>
  plotOf(
    {
      name: 'a row',
      x: { name: 'dimension', min, max },
      y: { name: 'value', min: -1, max: 1 },
      first: 0,
      under: () => ({ left: 40, right: width }),
    },
    { values, color: COLOR },
    { width: width + 40, height: 80 },
  );

/** With numbers of their own. @param {number} most @param {number} chosen @param {number} [width] */
const offsets = (most, chosen, width = 400) =>
  plotOf(
    {
      name: 'spread',
      x: { name: 'distance', min: -most, max: most },
      y: { name: 'change', min: 0, max: 10 },
      first: -most,
    },
    { values: Float32Array.from({ length: 2 * most + 1 }, (_, i) => Math.abs(i - most)), chosen },
    { width, height: 92 },
  );

/** @param {HTMLCanvasElement} canvas @param {number} x @param {number} y */
const isColored = (canvas, x, y) => apart(pixelAt(canvas, x, y), bytesOf(COLOR)) === 0;

test('bars stand under their columns, up for positive values and down for negative ones', () => {
  const { canvas } = under([1, -1, 0.5, 0], 360);
  const is = (/** @type {number} */ x, /** @type {number} */ y) => isColored(canvas, x, y);
  expect([is(80, 20), is(80, 60)]).toEqual([true, false]);
  expect([is(160, 20), is(160, 60)]).toEqual([false, true]);
  expect([is(240, 20), is(240, 30)]).toEqual([false, true]);
  expect([is(320, 20), is(320, 60)]).toEqual([false, false]);
});

test('a part of the bars fills the columns', () => {
  const { canvas } = under([1, -1, 0.5, 0], 360, { min: 1, max: 2 });
  expect([isColored(canvas, 120, 20), isColored(canvas, 120, 60)]).toEqual([false, true]);
  expect([isColored(canvas, 280, 30), isColored(canvas, 280, 60)]).toEqual([true, false]);
});

test('many bars in a pixel show their least and their greatest value', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => (i === 503 ? -1 : 0.2));
  const { canvas } = under(values, 140);
  const low = Array.from({ length: 100 }, (_, x) => isColored(canvas, 40 + x, 60));
  expect(low.indexOf(true)).toBe(50);
  expect(low.lastIndexOf(true)).toBe(50);
});

test('other lengths are read where they are', () => {
  const values = Float32Array.of(1, 1);
  const { canvas, plot } = under(values, 360);
  expect(isColored(canvas, 120, 20)).toBe(true);
  values[0] = -1;
  plot.frame({ values, color: COLOR });
  expect([isColored(canvas, 120, 20), isColored(canvas, 120, 60), isColored(canvas, 280, 20)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a chosen bar stands out, and has a mark even where it has no height', () => {
  const ink = bytesOf(palette('light').ink);
  const { canvas, plot } = offsets(8, -3);
  const at = (/** @type {number} */ place, /** @type {number} */ value) => {
    const { x, y } = plot.toPixels(place, value);
    return pixelAt(canvas, x, y);
  };
  // No number is there.
  const markAt = (/** @type {number} */ place) => {
    const { x, y } = plot.toPixels(place, 0);
    return pixelAt(canvas, x, y + 6);
  };
  expect(at(-3, 2)).toEqual(ink);
  expect(apart(at(3, 2), ink)).toBeGreaterThan(60);
  expect(at(3, 2)).not.toEqual(bytesOf(palette('light').paper));
  expect([markAt(-3), markAt(2)]).toEqual([ink, bytesOf(palette('light').paper)]);
  plot.frame({ values: new Float32Array(17), chosen: 2 });
  expect([markAt(-3), markAt(2)]).toEqual([bytesOf(palette('light').paper), ink]);
});

test.each([4, 64, 300, 1000])('%i bars under columns are the same picture on any context', (count) => {
  const { canvas, plot } = under(
    Float32Array.from({ length: count }, (_, i) => Math.sin(i)),
    360,
  );
  expectSameDrawing(plot, canvas);
});

test.each([
  [0, 0],
  [1, 1],
  [31, -4],
  [255, 100],
])('bars to %i with numbers are the same picture on any context', (most, chosen) => {
  const { canvas, plot } = offsets(most, chosen);
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a bar', () => {
  const { plot } = offsets(2, 1);
  expect(plot.table()).toEqual({
    name: 'spread',
    columns: [
      { name: 'distance', unit: '', values: [-2, -1, 0, 1, 2] },
      { name: 'change', unit: '', values: Float32Array.of(2, 1, 0, 1, 2) },
    ],
  });
  expect([plot.heightFor(), under([1], 360).plot.heightFor()]).toEqual([92, 72]);
});

test('destroying leaves no chart', () => {
  const before = liveCharts();
  const { plot } = offsets(2, 1);
  expect(liveCharts()).toBe(before + 1);
  plot.destroy();
  expect(liveCharts()).toBe(before);
});
