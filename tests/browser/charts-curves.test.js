import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { contrast, fromHex } from '../../web/charts/color-space.js';
import { drawTexts } from '../../web/charts/curve-texts.js';
import { CurvesPlot } from '../../web/charts/curves.js';
import { liveCharts, palette } from '../../web/charts/index.js';
import { overlap } from '../../web/charts/labels.js';
import { apart, bytesOf, cleanUp, pixelAt, pixelsApart, pixelsOf, settled, stage } from './charts-support.js';

/** @typedef {import('../../web/charts/curves.js').Picture} Picture */

/** @type {CurvesPlot[]} */
const plots = [];

afterEach(() => {
  for (const plot of plots.splice(0)) plot.destroy();
  cleanUp();
});

/** Wavelengths of a rotary encoding. @param {number} base @param {number} [pairs] */
const wavelengths = (base, pairs = 64) =>
  Float64Array.from({ length: pairs }, (_, i) => 2 * Math.PI * base ** (i / pairs));

/** @param {Partial<Picture>} [more] @returns {Picture} */
const pictureOf = (more) => ({
  kind: 'wavelength',
  curves: [
    { id: 'a', label: 'Model A', values: wavelengths(10_000), look: 0 },
    { id: 'b', label: 'Model B', values: wavelengths(500_000), look: 1 },
  ],
  levels: [{ value: 8192, label: 'trained length 8192', main: true }],
  shade: { from: 35, to: 63, value: 8192, label: '29 pairs never finish a turn' },
  beyond: 'above',
  beyondLabel: '',
  axes: { x: 'pair', y: 'wavelength' },
  ...more,
});

/** @param {Picture} [picture] @param {{ width?: number, height?: number, scheme?: 'light' | 'dark' }} [options] */
function plotOf(picture = pictureOf(), { width = 700, height = 400, scheme = 'light' } = {}) {
  const { box, canvas } = stage(width, height);
  const plot = new CurvesPlot(canvas, { scheme });
  plots.push(plot);
  plot.select(picture.curves[0]?.id ?? '');
  plot.set(picture);
  return { box, canvas, plot };
}

/** @param {CurvesPlot} plot @param {string} id */
const logsOf = (plot, id) => plot.drawn(id).map(({ y }) => y);

/** @param {ArrayLike<number>} values */
const logs = (values) => Array.from(values, (value) => Math.log10(value));

test('a curve goes through its values, on a logarithmic axis', () => {
  const { canvas, plot } = plotOf();
  const [shown] = /** @type {Chart} */ (Chart.getChart(canvas)).data.datasets;
  expect(shown?.data).toEqual(Array.from(logs(wavelengths(10_000)), (y, x) => ({ x, y })));
  const accent = bytesOf(palette('light').accent);
  for (const pair of [10, 33, 60]) {
    const { x, y } = plot.toPixels('a', pair);
    const near = [-2, -1, 0, 1, 2].map((down) => apart(pixelAt(canvas, x, y + down), accent));
    expect(Math.min(...near)).toBeLessThan(60);
  }
  const [first, middle, last] = [0, 21, 42].map((pair) => plot.toPixels('a', pair));
  expect(Number(first?.y) - Number(middle?.y)).toBeCloseTo(Number(middle?.y) - Number(last?.y), 6);
});

test('the trained length is a line, and what lies beyond it is shaded from the first unfinished pair on', () => {
  const { canvas, plot } = plotOf();
  const { left, right, top } = plot.area;
  const ground = bytesOf(palette('light').plot);
  const isShaded = (/** @type {number} */ pair, /** @type {number} */ y) => {
    const x = left + ((right - left) * pair) / 63 + 3;
    return apart(pixelAt(canvas, x, y), ground) > 8;
  };
  expect(isShaded(33, top + 30)).toBe(false);
  expect(isShaded(36, top + 30)).toBe(true);
  const dark = pixelAt(canvas, left + 200, lineAt(plot, 8192));
  expect(apart(dark, bytesOf(palette('light').ink))).toBeLessThan(80);
});

test('the shade ends where the last of its pairs does, however far other curves go', () => {
  const long = { id: 'c', label: 'Model C', values: wavelengths(100, 200), look: 2 };
  const { canvas, plot } = plotOf(pictureOf({ curves: [...pictureOf().curves, long] }));
  const { left, right, top } = plot.area;
  const ground = bytesOf(palette('light').plot);
  const isShaded = (/** @type {number} */ pair) =>
    apart(pixelAt(canvas, left + ((right - left) * pair) / 199, top + 8), ground) > 8;
  expect([34, 35, 63, 64, 127].map(isShaded)).toEqual([false, true, true, false, false]);
});

test('the axis leaves out the numbers that would lie under the mark of what has no number', () => {
  const texts = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText');
  const values = [...wavelengths(10_000, 32), ...new Array(32).fill(Number.POSITIVE_INFINITY)];
  for (const beyond of /** @type {const} */ (['above', 'below'])) {
    const far = beyond === 'above' ? values : values.map((value) => 1 / value);
    for (let height = 300; height < 340; height += 3) {
      texts.mockClear();
      const curves = [{ id: 'a', label: 'A', values: far, look: 0 }];
      const { plot } = plotOf(pictureOf({ curves, beyond, beyondLabel: '∞', levels: [], shade: undefined }), {
        height,
      });
      const written = texts.mock.calls.filter(([, x]) => x === plot.area.left - 8);
      const mark = written.find(([text]) => text === '∞')?.[2];
      const numbers = written.filter(([text]) => text !== '∞').map(([, , y]) => Math.abs(y - Number(mark)));
      expect(numbers.length).toBeGreaterThan(3);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(14);
    }
  }
  texts.mockRestore();
});

test('a word in the plot has the ground’s colour behind it, whatever runs there', () => {
  const { canvas } = stage(200, 100);
  [canvas.width, canvas.height] = [200, 100];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.fillRect(0, 0, 200, 100);
  const word = {
    text: 'A   B',
    width: 60,
    height: 15,
    font: '13px sans-serif',
    color: '#ff0000',
    ground: '#ffffff',
  };
  const [inside, outside] = [
    { ...word, left: 20, top: 20 },
    { ...word, left: 120, top: 60 },
  ];
  const grounds = { plot: '#ffffff', shaded: '#808080', shade: { left: 50, top: 10, width: 40, height: 80 } };
  drawTexts(ctx, [inside, outside], { left: 10, top: 10, right: 110, bottom: 90 }, grounds);
  const colors = (/** @type {typeof inside} */ { left, top }) =>
    [
      [left - 2, top + 1],
      [left + 30, top + 7],
      [left + 61, top + 14],
    ].map(([x, y]) => pixelAt(canvas, Number(x), Number(y))[0]);
  expect(colors(inside)).toEqual([255, 128, 128]);
  expect(colors(outside)).toEqual([0, 0, 0]);
});

test('a name keeps off a curve that falls past it without a pair beside it', () => {
  const cliff = { id: 'b', label: 'Cliff', values: [1e7, 1e7, 1e7, 1e7, 1e7, 1e7, 1, 1], look: 1 };
  const short = { id: 'a', label: 'Short', values: [1e3, 1e3, 1e3, 1e3, 1e3, 1e3], look: 0 };
  const { plot } = plotOf(pictureOf({ curves: [short, cliff], levels: [], shade: undefined }));
  const name = plot.labels().find(({ text }) => text === 'Short');
  const [from, to] = [plot.toPixels('b', 5), plot.toPixels('b', 6)];
  const at = (/** @type {number} */ y) => from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y);
  const { left, top, width, height } = /** @type {NonNullable<typeof name>} */ (name);
  for (const y of [top, top + height])
    expect(at(y) < left || at(y) > left + width, `the curve is at ${at(y)}, the name at ${left}`).toBe(true);
});

/** @param {CurvesPlot} plot @param {number} value @returns {number} CSS pixels, from two points of a straight curve */
function lineAt(plot, value) {
  const [a, b] = [plot.toPixels('a', 0), plot.toPixels('a', 63)];
  const [from, to] = [Math.log10(2 * Math.PI), Math.log10(2 * Math.PI * 10_000 ** (63 / 64))];
  return a.y + ((b.y - a.y) * (Math.log10(value) - from)) / (to - from);
}

test.each([
  [1240, 420],
  [700, 400],
  [320, 300],
  [260, 240],
])('no two words touch at %i by %i pixels, and none leaves the canvas', (width, height) => {
  const bases = [1e4, 1e4, 1.1e4, 5e5, 1e6, 1e6, 1.5e5, 1e7];
  const curves = bases.map((base, i) => ({
    id: `m${i}`,
    label: `Some model with a name ${i}`,
    values: wavelengths(base, [64, 32, 64, 48, 64, 16, 64, 64][i]),
    look: i,
  }));
  const levels = [2048, 4096, 8192, 32768].map((value) => ({
    value,
    label: String(value),
    main: value === 8192,
  }));
  const { plot } = plotOf(pictureOf({ curves, levels }), { width, height });
  const words = plot.labels();
  expect(words.length).toBeGreaterThan(5);
  words.forEach((one, i) => {
    for (const other of words.slice(i + 1)) expect(overlap(one, other, -1e-6)).toBe(false);
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(width);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.top + one.height).toBeLessThanOrEqual(height);
  });
});

test('every curve has its name at its end, in a colour that can be read', () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const { plot } = plotOf(pictureOf(), { scheme });
    const names = plot.labels().filter(({ text }) => text.startsWith('Model'));
    expect(names.map(({ text }) => text)).toEqual(['Model A', 'Model B']);
    for (const [i, { left, top, height }] of names.entries()) {
      const end = plot.toPixels(i === 0 ? 'a' : 'b', 63);
      expect(left - end.x).toBeLessThan(16);
      expect(Math.abs(top + height / 2 - end.y)).toBeLessThan(2);
    }
    for (const { color, ground } of plot.labels())
      expect(contrast(fromHex(color), fromHex(ground))).toBeGreaterThan(4.5);
  }
});

test('curves are told apart without colour', () => {
  const { canvas, plot } = plotOf();
  plot.select('');
  const datasets = /** @type {any[]} */ (/** @type {Chart} */ (Chart.getChart(canvas)).data.datasets);
  expect(datasets[0].borderColor).toBe(datasets[1].borderColor);
  expect(datasets[0].borderDash).not.toEqual(datasets[1].borderDash);
});

test('a move passes between in logarithms and ends exactly', () => {
  const { plot } = plotOf();
  const next = pictureOf();
  const values = wavelengths(10_000).map((value) => value * 16);
  const goal = { ...next, curves: [{ id: 'a', label: 'Model A', values, look: 0 }] };
  plot.set(goal, { moving: true, now: 1000 });
  expect(logsOf(plot, 'a')).toEqual(logs(wavelengths(10_000)));
  let before = 0;
  for (const time of [1100, 1200, 1300]) {
    expect(plot.frame(time)).toBe(true);
    const moved = Number(logsOf(plot, 'a')[20]) - Math.log10(Number(wavelengths(10_000)[20]));
    expect(moved).toBeGreaterThan(before);
    expect(moved).toBeLessThan(Math.log10(16));
    before = moved;
  }
  expect(plot.frame(1400)).toBe(false);
  expect(logsOf(plot, 'a')).toEqual(logs(values));
  expect(plot.frame(1500)).toBe(false);
});

test('a move that is broken off goes on from where the curve is', () => {
  const { plot } = plotOf();
  const stretched = (/** @type {number} */ by) =>
    pictureOf({ curves: [{ id: 'a', label: 'A', values: wavelengths(10_000).map((v) => v * by), look: 0 }] });
  plot.set(stretched(100), { moving: true, now: 0 });
  plot.frame(200);
  const half = logsOf(plot, 'a');
  plot.set(stretched(1000), { moving: true, now: 200 });
  expect(logsOf(plot, 'a')).toEqual(half);
  plot.frame(600);
  expect(logsOf(plot, 'a')).toEqual(logs(wavelengths(10_000).map((v) => v * 1000)));
});

test('without a move, and where another quantity is drawn, the new picture is there at once', () => {
  const { plot } = plotOf();
  plot.set(pictureOf({ curves: [{ id: 'a', label: 'A', values: [1, 10], look: 0 }] }));
  expect(plot.frame()).toBe(false);
  expect(logsOf(plot, 'a')).toEqual([0, 1]);
  const frequencies = { kind: 'frequency', curves: [{ id: 'a', label: 'A', values: [1, 0.1], look: 0 }] };
  plot.set(pictureOf(frequencies), { moving: true, now: 0 });
  expect(plot.frame(1)).toBe(false);
  expect(logsOf(plot, 'a')).toEqual([0, -1]);
});

test('values that have no logarithm are drawn at the edge', () => {
  const values = [...wavelengths(10_000, 32), ...new Array(32).fill(Number.POSITIVE_INFINITY)];
  const curves = [{ id: 'a', label: 'A', values, look: 0 }];
  const { plot } = plotOf(pictureOf({ curves, beyondLabel: '∞' }));
  expect(plot.toPixels('a', 40).y).toBeCloseTo(plot.area.top + 10, 6);
  expect(plot.toPixels('a', 31).y).toBeGreaterThan(plot.area.top + 20);
});

test('the nearest curve is picked at the pair under the pointer, and ghosts never are', () => {
  const ghost = { id: 'g', label: 'unscaled', values: wavelengths(70_000), look: 0, ghost: true };
  const { box, plot } = plotOf(pictureOf({ curves: [...pictureOf().curves, ghost] }));
  const { left, top } = box.getBoundingClientRect();
  const at = (/** @type {string} */ id, /** @type {number} */ pair, down = 0) => {
    const { x, y } = plot.toPixels(id, pair);
    return plot.pick(left + x, top + y + down);
  };
  expect(at('a', 40)).toEqual({ id: 'a', pair: 40 });
  expect(at('b', 63, -5)).toEqual({ id: 'b', pair: 63 });
  expect(at('g', 50)?.id).not.toBe('g');
  expect(at('a', 50, 60)).toBeUndefined();
  expect(plot.pick(left + 700, top + 200)).toBeUndefined();
});

test('a pair gets a ring, and loses it again', () => {
  const { canvas, plot } = plotOf();
  const before = pixelsOf(canvas);
  plot.point('b', 20);
  expect(pixelsApart(before, pixelsOf(canvas))).toBeGreaterThan(60);
  plot.point('b', 999);
  plot.point('', -1);
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('it follows its box, its scheme and its end, also while it is not shown', async () => {
  const charts = liveCharts();
  const { box, canvas, plot } = plotOf();
  box.style.width = '0px';
  await settled();
  plot.set(pictureOf());
  plot.point('a', 3);
  expect(plot.pick(10, 10)).toBeUndefined();
  box.style.width = '500px';
  await settled();
  expect(plot.area.right).toBeLessThan(500);
  expect(plot.area.right).toBeGreaterThan(350);
  const light = pixelsOf(canvas);
  plot.scheme('dark');
  expect(pixelsApart(light, pixelsOf(canvas))).toBeGreaterThan(150);
  expect(liveCharts()).toBe(charts + 1);
  plot.destroy();
  plot.set(pictureOf());
  plot.scheme('light');
  plot.select('b');
  plot.point('b', 2);
  expect(plot.frame()).toBe(false);
  expect(liveCharts()).toBe(charts);
});

test('no curve, one pair and many pairs are drawn too', () => {
  const { plot } = plotOf(pictureOf({ curves: [], levels: [], shade: undefined }));
  expect(plot.labels()).toEqual([]);
  plot.set(pictureOf({ curves: [{ id: 'a', label: 'A', values: [6.28], look: 0 }], shade: undefined }));
  expect(plot.labels().map(({ text }) => text)).toContain('A');
  plot.set(pictureOf({ curves: [{ id: 'a', label: 'A', values: wavelengths(1e4, 1024), look: 39 }] }));
  expect(plot.toPixels('a', 1023).x).toBeCloseTo(plot.area.right, 3);
});
