import { Chart, LinearScale } from 'chart.js';
import { afterEach, expect, test } from 'vitest';
import { drawArrow, headLength } from '../../web/charts/arrow-shape.js';
import { ArrowElement, ArrowsController } from '../../web/charts/types.js';
import { apart, cleanUp, pixelAt, stage } from './charts-support.js';

Chart.register(ArrowElement, ArrowsController, LinearScale);

afterEach(cleanUp);

const BLUE = /** @type {const} */ ([51, 72, 209]);
const CLEAR = /** @type {const} */ ([0, 0, 0]);

/** A canvas on which 10 pixels are a unit, and the origin is at (200, 150). @param {any} dataset */
function chartOf(dataset) {
  const { canvas } = stage(400, 300);
  [canvas.width, canvas.height] = [400, 300];
  const chart = new Chart(canvas, {
    type: 'arrows',
    data: { datasets: [{ backgroundColor: '#3348d1', borderWidth: 4, clip: false, ...dataset }] },
    options: {
      responsive: false,
      scales: { x: { display: false, min: -20, max: 20 }, y: { display: false, min: -15, max: 15 } },
    },
  });
  return { canvas, chart };
}

/** @param {HTMLCanvasElement} canvas @param {number} x @param {number} y */
const isBlue = (canvas, x, y) => apart(pixelAt(canvas, x, y), [...BLUE]) < 60;

/** @param {HTMLCanvasElement} canvas @param {number} x @param {number} y */
const isClear = (canvas, x, y) => apart(pixelAt(canvas, x, y), [...CLEAR]) < 8;

test('the chart type draws an arrow from the origin to each point, ending exactly at its tip', () => {
  const { canvas, chart } = chartOf({
    data: [
      { x: 10, y: 0 },
      { x: 0, y: 10 },
    ],
  });
  expect(isBlue(canvas, 240, 150)).toBe(true);
  expect(isBlue(canvas, 296, 150)).toBe(true);
  expect(isClear(canvas, 301, 150)).toBe(true);
  expect(isBlue(canvas, 200, 54)).toBe(true);
  expect(isClear(canvas, 200, 48)).toBe(true);
  chart.destroy();
});

test('arrowheads are solid, wider than their shaft, and widest at their back', () => {
  const { canvas, chart } = chartOf({ data: [{ x: 10, y: 0 }] });
  const back = 300 - headLength(4) + 2;
  for (const across of [-5, 0, 5]) expect(isBlue(canvas, back, 150 + across)).toBe(true);
  for (const across of [-5, 5]) expect(isClear(canvas, 294, 150 + across)).toBe(true);
  for (const across of [-5, 5]) expect(isClear(canvas, back - 8, 150 + across)).toBe(true);
  chart.destroy();
});

test('arrowheads point where their vector points, in all directions', () => {
  for (let degrees = 0; degrees < 360; degrees += 30) {
    const angle = (degrees * Math.PI) / 180;
    const { canvas, chart } = chartOf({ data: [{ x: 10 * Math.cos(angle), y: 10 * Math.sin(angle) }] });
    const at = (/** @type {number} */ along, /** @type {number} */ across) => [
      200 + along * Math.cos(angle) - across * Math.sin(angle),
      150 - along * Math.sin(angle) - across * Math.cos(angle),
    ];
    for (const across of [-4, 4]) {
      const [x = 0, y = 0] = at(100 - headLength(4) + 3, across);
      expect(isBlue(canvas, x, y), `${degrees}°, ${across}`).toBe(true);
    }
    const [x = 0, y = 0] = at(103, 0);
    expect(isClear(canvas, x, y), `${degrees}°, beyond`).toBe(true);
    chart.destroy();
    cleanUp();
  }
});

test('a list of colours and widths gives each arrow its own', () => {
  const data = [
    { x: 10, y: 0 },
    { x: 0, y: 10 },
  ];
  const { canvas, chart } = chartOf({ data, backgroundColor: ['#ff0000', '#00ff00'], borderWidth: [2, 8] });
  expect(apart(pixelAt(canvas, 240, 149), [255, 0, 0])).toBeLessThan(40);
  expect(apart(pixelAt(canvas, 197, 120), [0, 255, 0])).toBeLessThan(40);
  expect(isClear(canvas, 240, 154)).toBe(true);
  chart.destroy();
});

test('colours may also be functions, and the shaft may have its own', () => {
  const { canvas, chart } = chartOf({
    data: [{ x: 10, y: 0 }],
    backgroundColor: () => '#ff0000',
    borderColor: '#0000ff',
  });
  expect(apart(pixelAt(canvas, 240, 150), [0, 0, 255])).toBeLessThan(40);
  expect(apart(pixelAt(canvas, 290, 150), [255, 0, 0])).toBeLessThan(40);
  chart.destroy();
});

test('a point that was changed in place is drawn there by draw alone', () => {
  const point = { x: 10, y: 0 };
  const { canvas, chart } = chartOf({ data: [point] });
  point.x = -10;
  chart.draw();
  expect(isBlue(canvas, 160, 150)).toBe(true);
  expect(isClear(canvas, 240, 150)).toBe(true);
  chart.destroy();
});

test('a longer list is drawn after an update, and axes without limits hold all tips and the origin', () => {
  const { canvas } = stage(400, 300);
  const chart = new Chart(canvas, {
    type: 'arrows',
    data: { datasets: [{ data: [{ x: 3, y: 4 }] }] },
    options: { responsive: false },
  });
  chart.data.datasets[0]?.data.push({ x: 9, y: -2 }, { x: 5, y: 1 });
  chart.update('none');
  const { x, y } = chart.scales;
  expect(x?.min).toBe(0);
  expect(x?.max).toBeGreaterThanOrEqual(9);
  expect(y?.min).toBeLessThanOrEqual(-2);
  expect(y?.max).toBeGreaterThanOrEqual(4);
  expect(chart.getDatasetMeta(0).data).toHaveLength(3);
  chart.destroy();
});

/** @param {number} length @returns how far and how wide the ink of an arrow of 4 pixels' width reaches */
function inkOf(length) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [120, 60];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  drawArrow(ctx, 30, 30, 30 + length, 30, 4, '#000000');
  const { data } = ctx.getImageData(0, 0, 120, 60);
  const ink = { right: -1, left: 120, tall: 0, any: false };
  for (let x = 0; x < 120; x += 1) {
    let tall = 0;
    for (let y = 0; y < 60; y += 1) tall += Number(data[(y * 120 + x) * 4 + 3]) > 60 ? 1 : 0;
    if (tall === 0) continue;
    Object.assign(ink, { right: x, left: Math.min(ink.left, x), tall: Math.max(ink.tall, tall), any: true });
  }
  return ink;
}

test('short arrows have smaller heads, and still end at their tip', () => {
  const [long, short, tiny] = [inkOf(60), inkOf(9), inkOf(3)];
  expect(Math.abs(long.right - 89)).toBeLessThanOrEqual(1);
  expect(Math.abs(short.right - 38)).toBeLessThanOrEqual(1);
  expect(Math.abs(tiny.right - 32)).toBeLessThanOrEqual(1);
  expect(short.tall).toBeLessThan(long.tall);
  expect(tiny.tall).toBeLessThan(short.tall);
});

test('a vector of no length is a small ring round the origin', () => {
  const ring = inkOf(0);
  expect(ring.right - ring.left).toBeGreaterThan(4);
  expect(ring.right - ring.left).toBeLessThan(14);
});

test('a vector that is not finite is not drawn', () => {
  expect(inkOf(Number.NaN).any).toBe(false);
  expect(inkOf(Number.POSITIVE_INFINITY).any).toBe(false);
});
