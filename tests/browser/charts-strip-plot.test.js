import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { palette, positionColors } from '../../web/charts/index.js';
import { thinned } from '../../web/charts/thinned.js';
import {
  apart,
  bytesOf,
  cleanUp,
  pixelAt,
  pixelsApart,
  pixelsOf,
  settled,
  stage,
  stripsOn,
} from './charts-support.js';

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

/** A magnitude that stays, and an angle that rises. @param {number} count @param {number} [perStep] */
function stripsOf(count, perStep = 8) {
  const size = (count - 1) * perStep + 1;
  const position = Float64Array.from({ length: size }, (_, i) => i / perStep);
  return {
    position,
    magnitude: position.map(() => 1.5),
    angle: position.map((p) => 45 + 57.3 * p),
    at: {
      magnitude: new Float64Array(count).fill(1.5),
      angle: Float64Array.from({ length: count }, (_, i) => 45 + 57.3 * i),
    },
    colors: positionColors(count, 'light'),
    magnitudeRange: /** @type {[number, number]} */ ([0, 3]),
    angleRange: /** @type {[number, number]} */ ([45, 45 + 57.3 * Math.max(1, count - 1)]),
  };
}

/** @param {number} count */
function stripsIn(count, width = 400, height = 72) {
  const { box, canvas } = stage(width, height);
  const strips = stripsOn(canvas);
  strips.set(stripsOf(count));
  strips.passed(0);
  return { box, canvas, strips };
}

test('the magnitude is above and the angle below, in one chart', () => {
  const { canvas } = stripsIn(10);
  const { magnitude, angle } = /** @type {Chart} */ (Chart.getChart(canvas)).scales;
  expect(magnitude?.top).toBe(0);
  expect(magnitude?.bottom).toBeCloseTo(36, 0);
  expect(angle?.top).toBeCloseTo(36, 0);
  expect(angle?.bottom).toBeCloseTo(72, 0);
});

test('a constant magnitude is a flat line, in the middle of its range', () => {
  const { canvas } = stripsIn(10);
  const inked = [60, 150, 251, 333].map((x) => apart(pixelAt(canvas, x, 18), [0, 0, 0]) < 255);
  expect(inked).toEqual([true, true, true, true]);
});

test('positions lie evenly from edge to edge', () => {
  const { strips } = stripsIn(11);
  expect(strips.pixelFor(0)).toBe(6);
  expect(strips.pixelFor(10)).toBe(394);
  expect(strips.pixelFor(2.5)).toBeCloseTo(103, 6);
});

test('dots have the colours of their positions, and those after the last one passed are faint', () => {
  const { canvas, strips } = stripsIn(10);
  const { mark } = positionColors(10, 'light');
  const dot = (/** @type {number} */ i) => pixelAt(canvas, strips.pixelFor(i), 18);
  strips.passed(4);
  for (const i of [0, 4]) expect(apart(dot(i), bytesOf(/** @type {string} */ (mark[i])))).toBeLessThan(12);
  for (const i of [5, 9]) expect(apart(dot(i), bytesOf(/** @type {string} */ (mark[i])))).toBeGreaterThan(40);
  strips.passed(9);
  expect(apart(dot(9), bytesOf(/** @type {string} */ (mark[9])))).toBeLessThan(12);
});

test('nothing is drawn while the last position passed stays the same', () => {
  const { canvas, strips } = stripsIn(10);
  const draw = vi.spyOn(/** @type {Chart} */ (Chart.getChart(canvas)), 'draw');
  strips.passed(0);
  expect(draw).not.toHaveBeenCalled();
  strips.passed(1);
  expect(draw).toHaveBeenCalledTimes(1);
});

test.each([1, 2, 10, 30])('%i positions have a dot each', (count) => {
  const { canvas, strips } = stripsIn(count);
  strips.passed(count - 1);
  const arcs = vi.spyOn(CanvasRenderingContext2D.prototype, 'arc');
  Chart.getChart(canvas)?.draw();
  expect(arcs.mock.calls).toHaveLength(2 * count);
});

test.each([200, 4096])('%i positions have no dots, but a curve in their colours', (count) => {
  const { canvas, strips } = stripsIn(count);
  const arcs = vi.spyOn(CanvasRenderingContext2D.prototype, 'arc');
  strips.passed(count / 2);
  expect(arcs).not.toHaveBeenCalled();
  const { mark } = positionColors(count, 'light');
  const nearest = (/** @type {number} */ position) => {
    const wanted = bytesOf(/** @type {string} */ (mark[position]));
    const x = strips.pixelFor(position);
    return Math.min(...[16, 17, 18, 19, 20].map((y) => apart(pixelAt(canvas, x, y), wanted)));
  };
  expect(nearest(count / 4)).toBeLessThan(30);
  expect(nearest((3 * count) / 4)).toBeGreaterThan(40);
});

test('very long curves are thinned without losing their extremes', () => {
  const x = Float64Array.from({ length: 50_000 }, (_, i) => i);
  const y = x.map((i) => (i === 31_234 ? 9 : i === 777 ? -9 : Math.sin(i)));
  const points = thinned(x, y);
  expect(points.length).toBeLessThan(2000);
  expect(points).toContainEqual({ x: 31_234, y: 9 });
  expect(points).toContainEqual({ x: 777, y: -9 });
  expect(points.at(-1)?.x).toBe(49_999);
  expect(
    points.every((point, i) => i === 0 || point.x >= /** @type {{ x: number }} */ (points[i - 1]).x),
  ).toBe(true);
});

test('a range of no size, huge numbers and gaps are drawn without errors', () => {
  const errors = vi.spyOn(console, 'error');
  const { strips } = stripsIn(5);
  strips.set({ ...stripsOf(5), magnitudeRange: [2, 2], angleRange: [0, 1e9] });
  const broken = stripsOf(5);
  broken.magnitude[3] = Number.NaN;
  broken.at.angle[2] = Number.NaN;
  strips.set(broken);
  strips.passed(3);
  expect(errors).not.toHaveBeenCalled();
});

test('a theme changes the colours, and a second change brings the first back', () => {
  const { canvas, strips } = stripsIn(10);
  const light = pixelsOf(canvas);
  strips.scheme('dark');
  expect(pixelAt(canvas, 40, 71)).toEqual(bytesOf(palette('dark').line));
  strips.scheme('light');
  expect(pixelsApart(light, pixelsOf(canvas))).toBe(0);
});

test('strips that are not shown are silent, and are drawn when they appear', async () => {
  const errors = vi.spyOn(console, 'error');
  const { box, canvas } = stage(300, 60);
  box.style.display = 'none';
  const resized = vi.fn();
  const strips = stripsOn(canvas, { onResize: resized });
  strips.set(stripsOf(10));
  strips.passed(3);
  expect(strips.pixelFor(3)).toBe(0);
  box.style.display = '';
  await settled();
  expect(resized).toHaveBeenCalled();
  expect(strips.pixelFor(9)).toBe(294);
  expect(apart(pixelAt(canvas, strips.pixelFor(3), 15), [0, 0, 0])).toBeGreaterThan(20);
  expect(errors).not.toHaveBeenCalled();
});

test('destroying leaves no chart', () => {
  const before = Object.keys(Chart.instances).length;
  const { strips } = stripsIn(10);
  expect(Object.keys(Chart.instances)).toHaveLength(before + 1);
  strips.destroy();
  expect(Object.keys(Chart.instances)).toHaveLength(before);
  strips.passed(3);
  strips.destroy();
});
