import { afterEach, expect, test, vi } from 'vitest';
import { liveCharts, palette, positionColors, StripsPlot } from '../../web/charts/index.js';
import { thinned } from '../../web/charts/marks/line.js';
import { expectSameDrawing } from './charts-draw.js';
import {
  again,
  apart,
  bytesOf,
  cleanUp,
  leaveTo,
  pixelAt,
  pixelsApart,
  pixelsOf,
  settled,
  stage,
} from './charts-support.js';

/** @typedef {import('../../web/charts/strips.js').Strips} Strips */

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

/** A magnitude that stays, and an angle that rises. @param {number} count @param {number} [perStep] @returns {Strips} */
function stripsOf(count, perStep = 8) {
  const size = (count - 1) * perStep + 1;
  const x = Float64Array.from({ length: size }, (_, i) => i / perStep);
  const angleAt = (/** @type {number} */ position) => 45 + 57.3 * position;
  return {
    name: 'a vector',
    across: 'position',
    x,
    strips: [
      {
        name: 'magnitude',
        unit: '',
        y: x.map(() => 1.5),
        at: new Float64Array(count).fill(1.5),
        range: [0, 3],
      },
      {
        name: 'angle',
        unit: '°',
        y: x.map(angleAt),
        at: Float64Array.from({ length: count }, (_, i) => angleAt(i)),
        range: [45, angleAt(Math.max(1, count - 1))],
      },
    ],
    colors: positionColors(count, 'light'),
  };
}

/** @param {number} count @param {number} [position] */
function stripsIn(count, position = 0, width = 400, height = 72) {
  const { box, canvas } = stage(width, height);
  const plot = new StripsPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(stripsOf(count));
  plot.frame({ position });
  return { box, canvas, plot };
}

/** The colour of a pixel at a place on the first strip, which the playhead does not cover. @param {HTMLCanvasElement} canvas @param {StripsPlot} plot @param {number} position */
const first = (canvas, plot, position) => {
  const { x, y } = plot.toPixels(position, 1.5);
  return pixelAt(canvas, x - 1.5, y);
};

test('the first is above and the second below, each a half high', () => {
  const { canvas, plot } = stripsIn(10, 9);
  const { mark } = positionColors(10, 'light');
  const color = bytesOf(String(mark[0]));
  expect(apart(first(canvas, plot, 0), color)).toBeLessThan(12);
  const { x } = plot.toPixels(0, 0);
  // The angle is the least of its range there: a seventh of that above the strip's bottom.
  expect(apart(pixelAt(canvas, x - 1.5, 72 - (0.14 / 1.28) * 36), color)).toBeLessThan(12);
  expect(apart(pixelAt(canvas, x - 1.5, 45), color)).toBeGreaterThan(100);
});

test('a curve that stays is a flat line, in the middle of its range', () => {
  const { canvas } = stripsIn(10);
  const inked = [60, 150, 251, 333].map(
    (x) => apart(pixelAt(canvas, x, 18), bytesOf(palette('light').paper)) > 20,
  );
  expect(inked).toEqual([true, true, true, true]);
});

test('positions lie evenly from edge to edge', () => {
  const { plot } = stripsIn(11);
  expect([0, 10, 2.5].map((position) => plot.toPixels(position, 0).x)).toEqual([6, 394, 103]);
});

test('dots have the colours of their positions, and those after the last one passed are faint', () => {
  const { canvas, plot } = stripsIn(10, 4.5);
  const { mark } = positionColors(10, 'light');
  const distance = (/** @type {number} */ i) => apart(first(canvas, plot, i), bytesOf(String(mark[i])));
  for (const i of [0, 4]) expect(distance(i)).toBeLessThan(12);
  for (const i of [5, 9]) expect(distance(i)).toBeGreaterThan(40);
  plot.frame({ position: 9 });
  expect(distance(9)).toBeLessThan(12);
  plot.frame({ position: 2 });
  expect(distance(4)).toBeGreaterThan(40);
});

test('the playhead stands at its position, over both', () => {
  const { canvas, plot } = stripsIn(10, 4.5);
  const { x } = plot.toPixels(4.5, 0);
  const isInk = (/** @type {number} */ left, /** @type {number} */ y) =>
    apart(pixelAt(canvas, left, y), bytesOf(palette('light').ink)) < 8;
  for (const y of [3, 30, 60]) {
    expect([-1, 0, 1].filter((beside) => isInk(x + beside, y))).toHaveLength(1);
    expect([-4, -3, 3, 4].filter((beside) => isInk(x + beside, y))).toEqual([]);
  }
});

test('dots are drawn once for each position, however often the playhead moves', () => {
  const { plot } = stripsIn(10);
  const dots = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'arc');
  plot.frame({ position: 0.5 });
  expect(dots).not.toHaveBeenCalled();
  plot.frame({ position: 1 });
  expect(dots).toHaveBeenCalledTimes(20);
});

test.each([200, 4096])('%i positions have no dots, but a curve in their colours', (count) => {
  const arcs = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'arc');
  // The first curve lies in the middle of a row of pixels.
  const { canvas, plot } = stripsIn(count, count / 2, 400, 74);
  expect(arcs).not.toHaveBeenCalled();
  const { mark } = positionColors(count, 'light');
  const distance = (/** @type {number} */ position) => {
    const wanted = bytesOf(String(mark[position]));
    return apart(pixelAt(canvas, plot.toPixels(position, 0).x, 18), wanted);
  };
  expect(distance(count / 4)).toBeLessThan(30);
  expect(distance((3 * count) / 4)).toBeGreaterThan(40);
});

test.each([
  [1, 0],
  [10, 4.3],
  [30, 29],
  [60, 20.5],
  [60, 0],
  [4096, 1000],
])('%i positions are the same picture on any context, with the playhead at %d', (count, position) => {
  const { canvas, plot } = stripsIn(count);
  for (const share of [0.25, 0.5, 1]) plot.frame({ position: position * share });
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a position', () => {
  const { plot } = stripsIn(3);
  expect(plot.table()).toEqual({
    name: 'a vector',
    columns: [
      { name: 'position', unit: '', values: [0, 1, 2] },
      { name: 'magnitude', unit: '', values: Float64Array.of(1.5, 1.5, 1.5) },
      { name: 'angle', unit: '°', values: Float64Array.of(45, 45 + 57.3, 45 + 57.3 * 2) },
    ],
  });
  expect(plot.heightFor()).toBe(68);
});

test('very long curves are thinned without losing their extremes', () => {
  const x = Float64Array.from({ length: 50_000 }, (_, i) => i);
  const y = x.map((i) => (i === 31_234 ? 9 : i === 777 ? -9 : Math.sin(i)));
  const thin = thinned(x, y);
  const points = { x: Array.from(thin.x), y: Array.from(thin.y) };
  expect(points.x.length).toBeLessThan(2000);
  expect(points.y[points.x.indexOf(31_234)]).toBe(9);
  expect(points.y[points.x.indexOf(777)]).toBe(-9);
  expect(points.x.at(-1)).toBe(49_999);
  expect(points.x).toEqual([...points.x].sort((one, other) => one - other));
});

test('a range of no size, huge numbers and gaps are drawn without errors', () => {
  const errors = vi.spyOn(console, 'error');
  const { canvas, plot } = stripsIn(5, 3);
  const [magnitude, angle] = stripsOf(5).strips;
  plot.set({
    ...stripsOf(5),
    strips: [
      { ...magnitude, range: [2, 2] },
      { ...angle, range: [0, 1e9] },
    ],
  });
  plot.frame({ position: 3 });
  const gap = [0, 1, 2, Number.NaN, 4];
  plot.set({ ...stripsOf(5), strips: [{ ...magnitude, at: gap }, angle] });
  plot.frame({ position: 4 });
  expect(apart(first(canvas, plot, 3), bytesOf(String(positionColors(5, 'light').mark[3])))).toBeGreaterThan(
    40,
  );
  expect(errors).not.toHaveBeenCalled();
});

test('a theme changes the colours, and a second change brings the first back', () => {
  const { canvas, plot } = stripsIn(10);
  const light = pixelsOf(canvas);
  plot.scheme('dark');
  again(plot);
  expect(pixelAt(canvas, 40, 71)).toEqual(bytesOf(palette('dark').line));
  plot.scheme('light');
  again(plot);
  expect(pixelsApart(light, pixelsOf(canvas))).toBe(0);
});

test('strips that are not shown are silent, and are drawn when they appear', async () => {
  const errors = vi.spyOn(console, 'error');
  const { box, canvas } = stage(300, 60);
  box.style.display = 'none';
  const plot = new StripsPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(stripsOf(10));
  plot.frame({ position: 3 });
  expect(plot.view).toBeUndefined();
  box.style.display = '';
  await settled();
  expect(plot.toPixels(9, 0).x).toBe(294);
  expect(apart(pixelAt(canvas, plot.toPixels(2, 0).x, 15), bytesOf(palette('light').paper))).toBeGreaterThan(
    100,
  );
  expect(errors).not.toHaveBeenCalled();
});

test('destroying leaves no chart', () => {
  const before = liveCharts();
  const { plot } = stripsIn(10);
  expect(liveCharts()).toBe(before + 1);
  plot.destroy();
  expect(liveCharts()).toBe(before);
  plot.frame({ position: 3 });
  plot.destroy();
});
