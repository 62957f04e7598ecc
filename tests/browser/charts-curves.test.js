import { Chart } from 'chart.js';
import { afterEach, expect, test } from 'vitest';
import { contrast, fromHex } from '../../web/charts/colors.js';
import { CurvesPlot, drawnOf } from '../../web/charts/curves.js';
import { liveCharts, palette } from '../../web/charts/index.js';
import { overlap } from '../../web/charts/labels.js';
import { curvesBetween } from '../../web/figures/spectrum/curves.js';
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

/** @typedef {import('../../web/charts/curves.js').Curve} Curve */
/** @typedef {import('../../web/charts/curves.js').Curves} Curves */
/** @typedef {import('../../web/charts/curves.js').Drawn} Drawn */

afterEach(cleanUp);

/** Wavelengths of a rotary encoding. @param {number} base @param {number} [pairs] */
const wavelengths = (base, pairs = 64) =>
  Float64Array.from({ length: pairs }, (_, i) => 2 * Math.PI * base ** (i / pairs));

/** @param {ArrayLike<number>} values @param {Partial<Curve>} [more] @returns {Curve} */
const curve = (values, more) => ({
  id: 'a',
  name: 'Model A',
  label: 'Model A',
  values,
  style: 0,
  kind: 'chosen',
  ...more,
});

const modelB = curve(wavelengths(500_000), {
  id: 'b',
  name: 'Model B',
  label: 'Model B',
  style: 1,
  kind: 'plain',
});

/** @param {Partial<Curves>} [more] */
const picture = (more) =>
  drawnOf({
    name: 'wavelength',
    unit: 'positions',
    across: 'wave',
    curves: [curve(wavelengths(10_000)), modelB],
    levels: [{ value: 8192, label: 'trained length 8192', main: true }],
    shade: { from: 35, to: 63, value: 8192, label: '29 pairs never finish a turn' },
    beyond: 'above',
    ...more,
  });

/** Without anything but curves. @param {readonly Curve[]} curves @param {Partial<Curves>} [more] */
const alone = (curves, more) => picture({ curves, levels: [], shade: undefined, ...more });

/** @param {Drawn} [curves] @param {{ width?: number, height?: number, scheme?: 'light' | 'dark' }} [options] */
function plotOf(curves = picture(), { width = 700, height = 400, scheme = 'light' } = {}) {
  const { box, canvas } = stage(width, height);
  const plot = new CurvesPlot(canvas, { scheme });
  leaveTo(() => plot.destroy());
  plot.set(curves);
  plot.frame();
  return { box, canvas, plot };
}

/** Sends a plot to another picture. @param {CurvesPlot} plot @param {Drawn} end @returns {(share: number) => void} draws a moment of the way */
function send(plot, end) {
  const from = /** @type {Drawn} */ (plot.data);
  return (share) => {
    plot.set(share < 1 ? curvesBetween(from, end, share) : end, end);
    plot.frame();
  };
}

/** What is drawn of a curve now. @param {CurvesPlot} plot @param {string} [id] */
const drawn = (plot, id = 'a') => Array.from(plot.data?.curves.find((each) => each.id === id)?.y ?? []);

/** Where a pair of the first curve is. @param {CurvesPlot} plot @param {number} pair @param {string} [id] */
const placeOf = (plot, pair, id = 'a') => plot.toPixels(pair, drawn(plot, id)[pair]);

/** The numbers of the upright axis. @param {HTMLCanvasElement} canvas */
function numbersOf(canvas) {
  const { y } = /** @type {Chart} */ (Chart.getChart(canvas)).scales;
  return y.ticks.map(({ value, label }) => ({ text: label, y: y.getPixelForValue(value) }));
}

const colors = palette('light');

test('a curve goes through its values, on a logarithmic axis', () => {
  const { canvas, plot } = plotOf();
  const [shown] = /** @type {Chart} */ (Chart.getChart(canvas)).data.datasets;
  expect(shown.data).toEqual(Array.from(wavelengths(10_000), (y, x) => ({ x, y })));
  for (const pair of [10, 33, 60]) {
    const { x, y } = placeOf(plot, pair);
    const near = [-2, -1, 0, 1, 2].map((down) => apart(pixelAt(canvas, x, y + down), bytesOf(colors.accent)));
    expect(Math.min(...near)).toBeLessThan(60);
  }
  const [first, middle, last] = [0, 21, 42].map((pair) => placeOf(plot, pair).y);
  expect(first - middle).toBeCloseTo(middle - last, 6);
});

test('the trained length is a line, and what lies beyond it is shaded from the first unfinished pair on', () => {
  const { canvas, plot } = plotOf();
  const { left, right, top } = plot.area;
  const isShaded = (/** @type {number} */ pair, /** @type {number} */ y) => {
    const x = left + ((right - left) * pair) / 63 + 3;
    return apart(pixelAt(canvas, x, y), bytesOf(colors.plot)) > 8;
  };
  expect(isShaded(33, top + 30)).toBe(false);
  expect(isShaded(36, top + 30)).toBe(true);
  const dark = pixelAt(canvas, left + 200, plot.toPixels(0, 8192).y);
  expect(apart(dark, bytesOf(colors.ink))).toBeLessThan(80);
});

test('the shade ends where the last of its pairs does, however far other curves go', () => {
  const long = curve(wavelengths(100, 200), { id: 'c', label: 'Model C', style: 2, kind: 'plain' });
  const { canvas, plot } = plotOf(picture({ curves: [...picture().curves, long] }));
  const { left, right, top } = plot.area;
  const isShaded = (/** @type {number} */ pair) =>
    apart(pixelAt(canvas, left + ((right - left) * pair) / 199, top + 8), bytesOf(colors.plot)) > 8;
  expect([34, 35, 63, 64, 127].map(isShaded)).toEqual([false, true, true, false, false]);
});

test('the axis leaves out the numbers that would lie under the mark of what has no number', () => {
  const values = [...wavelengths(10_000, 32), ...new Array(32).fill(Number.POSITIVE_INFINITY)];
  for (const beyond of /** @type {const} */ (['above', 'below'])) {
    const mark = beyond === 'above' ? '∞' : '0';
    for (let power = 0; power < 1; power += 0.1) {
      const far = values.map((value) => (beyond === 'above' ? value : 1 / value) * 10 ** power);
      const { canvas, plot } = plotOf(alone([curve(far)], { beyond }), { height: 300 });
      const edge = Number(numbersOf(canvas).find(({ text }) => text === mark)?.y);
      const others = numbersOf(canvas).filter(({ text }) => text !== mark);
      expect(others.length).toBeGreaterThan(3);
      for (const { y } of others) {
        expect(Math.abs(y - edge)).toBeGreaterThanOrEqual(14);
        expect(y > edge).toBe(beyond === 'above');
      }
      expect(edge).toBeGreaterThan(plot.area.top);
      expect(edge).toBeLessThan(plot.area.bottom);
    }
  }
});

test('values that have no logarithm are drawn at the edge, where they are read too', () => {
  const values = [...wavelengths(10_000, 32), ...new Array(32).fill(Number.POSITIVE_INFINITY)];
  const { canvas, plot } = plotOf(alone([curve(values)]));
  const edge = Number(numbersOf(canvas).find(({ text }) => text === '∞')?.y);
  expect(placeOf(plot, 31).y).toBeGreaterThan(edge + 10);
  const { left, right } = plot.area;
  const at = (/** @type {number} */ pair) => left + ((right - left) * pair) / 63;
  const row = Array.from({ length: 60 }, (_, i) => pixelAt(canvas, at(40) + i, edge));
  expect(Math.min(...row.map((pixel) => apart(pixel, bytesOf(colors.accent))))).toBeLessThan(60);
  expect(plot.pick({ x: at(40), y: edge })).toEqual({ id: 'a', pair: 40 });
  const before = pixelAt(canvas, at(40) - 8, edge);
  plot.select({ id: 'a', pair: 40 });
  expect(apart(pixelAt(canvas, at(40) - 8, edge), before)).toBeGreaterThan(60);
  expect(numbersOf(plotOf().canvas).map(({ text }) => text)).not.toContain('∞');
});

/** Eight curves and four levels, whose words hardly have room. */
function crowd() {
  const bases = [1e4, 1e4, 1.1e4, 5e5, 1e6, 1e6, 1.5e5, 1e7];
  const curves = bases.map((base, i) =>
    curve(wavelengths(base, [64, 32, 64, 48, 64, 16, 64, 64][i]), {
      id: `m${i}`,
      label: `Some model with a name ${i}`,
      style: i,
      kind: i === 0 ? 'chosen' : 'plain',
    }),
  );
  const levels = [8192, 2048, 4096, 32768].map((value) => ({
    value,
    label: String(value),
    main: value === 8192,
  }));
  return picture({ curves, levels });
}

test.each([
  [1240, 420],
  [700, 400],
  [320, 300],
  [260, 240],
])('no two words touch at %i by %i pixels, and none leaves the canvas', (width, height) => {
  const { plot } = plotOf(crowd(), { width, height });
  const words = plot.texts;
  expect(words.length).toBeGreaterThan(5);
  words.forEach((one, i) => {
    for (const other of words.slice(i + 1)) expect(overlap(one, other, -1e-6)).toBe(false);
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(width);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.top + one.height).toBeLessThanOrEqual(height);
  });
});

test('whatever curves there are, no two words touch, and the chosen one has its name', () => {
  let state = 11;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const { plot } = plotOf(undefined, { width: 620, height: 320 });
  let placed = 0;
  for (let run = 0; run < 60; run += 1) {
    const curves = Array.from({ length: 12 }, (_, i) =>
      curve(wavelengths(10 ** (1 + 6 * random()), random() < 0.4 ? 64 : 2 + Math.floor(60 * random())), {
        id: `m${i}`,
        label: `m${'n'.repeat(12 * random())}`,
        style: i,
        kind: i === 7 ? 'chosen' : 'plain',
      }),
    );
    plot.set(picture({ curves }));
    plot.frame();
    const words = plot.texts;
    placed += words.filter(({ text }) => text.startsWith('m')).length;
    expect(words.map(({ text }) => text)).toContain(curves[7].label);
    words.forEach((one, i) => {
      for (const other of words.slice(i + 1)) expect(overlap(one, other, -1e-6)).toBe(false);
    });
  }
  expect(placed).toBeGreaterThan(60 * 9);
});

test('a word in the plot has the ground’s colour behind it, whatever runs there', () => {
  const { canvas, plot } = plotOf(crowd(), { width: 440 });
  const { left, right, top, bottom } = plot.area;
  const inside = plot.texts.filter(
    (word) =>
      word.left >= left &&
      word.top >= top &&
      word.left + word.width <= right &&
      word.top + word.height <= bottom,
  );
  expect(inside.length).toBeGreaterThan(5);
  const shaded = pixelAt(canvas, right - 2, top + 1);
  expect(shaded).not.toEqual(bytesOf(colors.plot));
  const grounds = [shaded, bytesOf(colors.plot)].map(String);
  /** @type {Set<string>} */
  const seen = new Set();
  for (const word of inside) {
    for (const x of [word.left - 2, word.left + word.width + 1]) {
      for (let y = word.top + 1; y < word.top + word.height - 1; y += 1) {
        const pixel = String(pixelAt(canvas, x, y));
        expect(grounds, `beside ${word.text}`).toContain(pixel);
        seen.add(pixel);
      }
    }
  }
  expect(seen.size).toBe(2);
});

test('a name keeps off a curve that falls past it without a pair beside it', () => {
  const cliff = curve([1e7, 1e7, 1e7, 1e7, 1e7, 1e7, 1, 1], {
    id: 'b',
    label: 'Cliff',
    style: 1,
    kind: 'plain',
  });
  const short = curve([1e3, 1e3, 1e3, 1e3, 1e3, 1e3], { label: 'Short' });
  const { plot } = plotOf(alone([short, cliff]));
  const name = plot.texts.find(({ text }) => text === 'Short');
  const [from, to] = [placeOf(plot, 5, 'b'), placeOf(plot, 6, 'b')];
  const at = (/** @type {number} */ y) => from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y);
  const { left, top, width, height } = /** @type {NonNullable<typeof name>} */ (name);
  for (const y of [top, top + height])
    expect(at(y) < left || at(y) > left + width, `the curve is at ${at(y)}, the name at ${left}`).toBe(true);
});

test('every curve has its name at its end, in a colour that can be read', () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const { canvas, plot } = plotOf(picture(), { scheme });
    const names = plot.texts.filter(({ text }) => text.startsWith('Model'));
    expect(names.map(({ text }) => text)).toEqual(['Model A', 'Model B']);
    for (const [i, { left, top, height }] of names.entries()) {
      const end = placeOf(plot, 63, i === 0 ? 'a' : 'b');
      expect(left - end.x).toBeLessThan(16);
      expect(Math.abs(top + height / 2 - end.y)).toBeLessThan(2);
    }
    for (const { color, left, top } of plot.texts) {
      const ground = `#${pixelAt(canvas, left - 2, top + 2)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')}`;
      expect(contrast(fromHex(color), fromHex(ground))).toBeGreaterThan(4.5);
    }
  }
});

test('curves are told apart without colour: by their dashes and by their markers', () => {
  const plain = picture().curves.map((each) => ({ ...each, kind: /** @type {const} */ ('plain') }));
  const { canvas, plot } = plotOf(alone(plain));
  const datasets = /** @type {any[]} */ (/** @type {Chart} */ (Chart.getChart(canvas)).data.datasets);
  expect(datasets[0].borderColor).toBe(datasets[1].borderColor);
  expect(datasets[0].borderDash).not.toEqual(datasets[1].borderDash);
  // A disc, and a square, whose corners are farther out; both are marked at their first markers.
  const soft = bytesOf(colors.soft);
  const isMarked = (/** @type {number} */ pair, /** @type {string} */ id, /** @type {number} */ out) => {
    const { x, y } = placeOf(plot, pair, id);
    return apart(pixelAt(canvas, x - out, y - out), soft) < 40;
  };
  expect([2, 3].map((out) => isMarked(0, 'a', out))).toEqual([true, false]);
  expect([2, 3].map((out) => isMarked(2, 'b', out))).toEqual([true, true]);
});

test('a move passes between in logarithms and ends exactly', () => {
  const { plot } = plotOf();
  const values = wavelengths(10_000).map((value) => value * 16);
  const to = send(plot, picture({ curves: [curve(values)] }));
  to(0);
  expect(drawn(plot)).toEqual(Array.from(wavelengths(10_000)));
  let before = 0;
  for (const share of [0.25, 0.5, 0.75]) {
    to(share);
    const moved = Math.log(drawn(plot)[20] / wavelengths(10_000)[20]) / Math.log(16);
    expect(moved).toBeGreaterThan(before);
    expect(moved).toBeLessThan(1);
    if (share === 0.5) expect(moved).toBeCloseTo(0.5, 9);
    before = moved;
  }
  to(1);
  expect(drawn(plot)).toEqual(Array.from(values));
});

test('a move that is broken off goes on from where the curve is', () => {
  const { plot } = plotOf();
  const stretched = (/** @type {number} */ by) =>
    picture({ curves: [curve(wavelengths(10_000).map((value) => value * by))] });
  send(plot, stretched(100))(0.5);
  const half = drawn(plot);
  const on = send(plot, stretched(1000));
  on(0);
  expect(drawn(plot)).toEqual(half);
  on(1);
  expect(drawn(plot)).toEqual(Array.from(wavelengths(10_000).map((value) => value * 1000)));
});

test('without a move the new picture is there at once', () => {
  const { plot } = plotOf();
  plot.set(picture({ curves: [curve([1, 10])] }));
  plot.frame();
  expect(drawn(plot)).toEqual([1, 10]);
});

test('a curve that was not there before begins faint', () => {
  const { canvas, plot } = plotOf(alone([curve(wavelengths(10_000))]));
  const third = curve(
    wavelengths(10_000).map((value) => 9 * value),
    { id: 'c', style: 2, kind: 'plain' },
  );
  const to = send(plot, alone([curve(wavelengths(10_000)), third]));
  const strength = (/** @type {number} */ share) => {
    to(share);
    const { borderColor } = /** @type {any} */ (
      /** @type {Chart} */ (Chart.getChart(canvas)).data.datasets[1]
    );
    return apart(bytesOf(borderColor), bytesOf(colors.plot));
  };
  const [begin, middle, end] = [0, 0.6, 1].map(strength);
  expect(begin).toBeGreaterThan(10);
  expect(middle).toBeGreaterThan(begin);
  expect(end).toBeGreaterThan(middle);
});

test('the plot has its width from the beginning of a move on, whichever names still stand beside it', () => {
  const named = { label: 'a model with a long name' };
  const { plot } = plotOf(alone([curve(wavelengths(10_000), named), modelB]));
  const before = plot.area.right;
  const to = send(plot, alone([curve(wavelengths(10_000, 32), named), modelB]));
  const rights = [0, 0.5, 1].map((share) => {
    to(share);
    return plot.area.right;
  });
  expect(rights[2]).toBeGreaterThan(before);
  expect(new Set(rights).size).toBe(1);
});

test('the nearest curve is picked at the pair under the pointer, and ghosts never are', () => {
  const ghost = curve(wavelengths(70_000), { id: 'g', label: 'unscaled', kind: 'ghost' });
  const { plot } = plotOf(picture({ curves: [...picture().curves, ghost] }));
  const at = (/** @type {string} */ id, /** @type {number} */ pair, down = 0) => {
    const { x, y } = placeOf(plot, pair, id);
    return plot.pick({ x, y: y + down });
  };
  expect(at('a', 40)).toEqual({ id: 'a', pair: 40 });
  expect(at('b', 63, -5)).toEqual({ id: 'b', pair: 63 });
  expect(at('g', 50)?.id).not.toBe('g');
  expect(at('a', 50, 60)).toBeUndefined();
  expect(plot.pick({ x: 700, y: 200 })).toBeUndefined();
});

test('a pair gets a ring, and loses it again', () => {
  const { canvas, plot } = plotOf();
  const before = pixelsOf(canvas);
  plot.select({ id: 'b', pair: 20 });
  expect(pixelsApart(before, pixelsOf(canvas))).toBeGreaterThan(60);
  plot.select({ id: 'b', pair: 999 });
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
  plot.select(undefined);
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

/** Two curves with pairs that stand still, a ghost, levels and a shade. @param {'above' | 'below'} beyond */
function everything(beyond) {
  const values = [...wavelengths(10_000, 40), ...new Array(24).fill(Number.POSITIVE_INFINITY)];
  const ghost = curve(wavelengths(70_000), { id: 'g', label: 'unscaled', kind: 'ghost' });
  const short = { ...modelB, values: wavelengths(1e5, 20), style: 9 };
  const curves = [curve(values), short, ghost];
  const levels = [...picture().levels, { value: 300, label: '300' }];
  if (beyond === 'above') return picture({ curves, levels });
  return picture({
    name: 'frequency',
    curves: curves.map((each) => ({ ...each, values: Array.from(each.values, (value) => 1 / value) })),
    levels: levels.map((level) => ({ ...level, value: 1 / level.value })),
    shade: { from: 30, to: 63, value: 1 / 8192, label: '34 pairs never finish a turn' },
    beyond,
  });
}

test.each(
  /** @type {const} */ ([
    [700, 'above', 'light'],
    [360, 'above', 'dark'],
    [700, 'below', 'dark'],
  ]),
)('it is the same picture on any context at %i pixels, %s, %s', (width, beyond, scheme) => {
  const { canvas, plot } = plotOf(everything(beyond), { width, scheme });
  expectSameDrawing(plot, canvas, { scheme });
  plot.select({ id: 'a', pair: 30 });
  expectSameDrawing(plot, canvas, { scheme });
});

test('elsewhere it is drawn at its end, also while it still moves on the screen', () => {
  const { canvas, plot } = plotOf();
  const drawnNow = () => {
    const context = /** @type {CanvasRenderingContext2D} */ (
      document.createElement('canvas').getContext('2d')
    );
    plot.draw(context, { width: 700, height: 400 });
    return pixelsOf(context.canvas);
  };
  const to = send(plot, picture({ curves: [curve(wavelengths(10_000).map((value) => value * 16)), modelB] }));
  to(0.5);
  const halfway = pixelsOf(canvas);
  const end = drawnNow();
  expect(pixelsApart(halfway, end)).toBeGreaterThan(100);
  expect(pixelsApart(halfway, pixelsOf(canvas))).toBe(0);
  to(1);
  expect(pixelsApart(pixelsOf(canvas), end)).toBe(0);
});

test('the table holds a row a pair and a column a curve, also while they move', () => {
  const { plot } = plotOf();
  const end = picture({
    curves: [curve([10, 100, Number.POSITIVE_INFINITY]), { ...modelB, values: [3, 5] }],
    shade: { from: 1, to: 2, value: 8192, label: '2 pairs never finish a turn' },
  });
  send(plot, end)(0.3);
  expect(plot.table()).toEqual({
    name: 'wavelength',
    columns: [
      { name: 'wave', unit: '', values: [0, 1, 2] },
      { name: 'Model A', unit: 'positions', values: [10, 100, Number.POSITIVE_INFINITY] },
      { name: 'Model B', unit: 'positions', values: [3, 5, Number.NaN] },
      { name: 'trained length 8192', unit: 'positions', values: [8192, 8192, 8192] },
      { name: '2 pairs never finish a turn', unit: 'positions', values: [Number.NaN, 8192, 8192] },
    ],
  });
});

test('without a height it is lower where it is narrow', () => {
  const { plot } = plotOf();
  expect([300, 480, 700, 1000, 2000].map((width) => plot.heightFor(width))).toEqual([
    320, 320, 300, 400, 440,
  ]);
});

test('it follows its box, its scheme and its end, also while it is not shown', async () => {
  const charts = liveCharts();
  const { box, canvas, plot } = plotOf();
  box.style.width = '0px';
  await settled();
  plot.set(picture());
  plot.frame();
  plot.select({ id: 'a', pair: 3 });
  expect(plot.pick({ x: 10, y: 10 })).toBeUndefined();
  box.style.width = '500px';
  await settled();
  expect(plot.area.right).toBeLessThan(500);
  expect(plot.area.right).toBeGreaterThan(350);
  const light = pixelsOf(canvas);
  plot.scheme('dark');
  again(plot);
  expect(pixelsApart(light, pixelsOf(canvas))).toBeGreaterThan(150);
  expect(liveCharts()).toBe(charts + 1);
  plot.destroy();
  plot.set(picture());
  plot.scheme('light');
  plot.select({ id: 'b', pair: 2 });
  plot.frame();
  expect(liveCharts()).toBe(charts);
});

test('no curve, one pair and many pairs are drawn too', () => {
  const { plot } = plotOf(alone([]));
  expect(plot.texts.map(({ text }) => text)).toEqual(['wave', 'wavelength, positions']);
  plot.set(alone([curve([6.28], { label: 'A' })]));
  plot.frame();
  expect(plot.texts.map(({ text }) => text)).toContain('A');
  plot.set(alone([curve(wavelengths(1e4, 1024), { style: 39 })]));
  plot.frame();
  expect(placeOf(plot, 1023).x).toBeCloseTo(plot.area.right, 3);
});
