import { afterEach, expect, test } from 'vitest';
import { ticksOn } from '../../web/charts/axes.js';
import { liveCharts, palette } from '../../web/charts/index.js';
import { overlap } from '../../web/charts/labels.js';
import { LinesPlot } from '../../web/charts/lines.js';
import { runsOf } from '../../web/charts/marks/rug.js';
import { expectSameDrawing } from './charts-draw.js';
import { again, apart, bytesOf, cleanUp, leaveTo, pixelAt, settled, stage } from './charts-support.js';

/** @typedef {import('../../web/charts/lines.js').Lines} Lines */

afterEach(cleanUp);

/** @param {Partial<Lines>} [more] @returns {Lines} */
const pictureOf = (more) => ({
  name: 'sizes',
  x: { name: 'distance', min: 0, max: 100, log: false },
  y: { name: 'size', min: 0, max: 10, log: false },
  lines: [
    { id: 'a', name: 'rising', x: [0, 50, 100], y: [0, 5, 10], tone: 'ink', width: 3, dash: [] },
    { id: 'b', name: 'level', x: [0, 50, 100], y: [2, 2, 2], tone: 'soft', width: 3, dash: [], filled: true },
  ],
  levels: [{ value: 8, label: 'a level' }],
  marks: [{ value: 70, label: 'a mark' }],
  ...more,
});

/** @param {Lines} [picture] @param {{ width?: number, height?: number }} [size] */
function plotOf(picture = pictureOf(), { width = 700, height = 300 } = {}) {
  const { box, canvas } = stage(width, height);
  const plot = new LinesPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(picture);
  plot.frame();
  return { box, canvas, plot };
}

test('lines go through their points, in their tones, the filled one on its filling', () => {
  const { canvas, plot } = plotOf();
  const ink = bytesOf(palette('light').ink);
  for (const x of [10, 40, 90]) {
    const { x: left, y: top } = plot.toPixels(x, x / 10);
    expect(apart(pixelAt(canvas, left, top), ink), `at ${x}`).toBeLessThan(30);
  }
  const { x, y } = plot.toPixels(81, 2);
  expect(apart(pixelAt(canvas, x, y), bytesOf(palette('light').soft))).toBeLessThan(30);
  const inside = plot.toPixels(83, 0.7);
  expect(apart(pixelAt(canvas, inside.x, inside.y), [255, 255, 255])).toBeGreaterThan(5);
});

test('on logarithmic axes, ten times as much is as far everywhere', () => {
  const { canvas, plot } = plotOf(
    pictureOf({
      x: { name: 'position', min: 1, max: 1000, log: true },
      y: { name: 'error', min: 1e-6, max: 1, log: true },
      lines: [{ id: 'a', name: '', x: [1, 1000], y: [1e-5, 1e-2], tone: 'ink', width: 3, dash: [] }],
      levels: [],
      marks: [],
    }),
  );
  const steps = [1, 10, 100].map((x) => plot.toPixels(10 * x, 1).x - plot.toPixels(x, 1).x);
  for (const step of steps) expect(step).toBeCloseTo(Number(steps[0]), 6);
  const { x, y } = plot.toPixels(31.6227766, 1e-5 * 31.6227766);
  expect(apart(pixelAt(canvas, x, y), bytesOf(palette('light').ink))).toBeLessThan(30);
  expect(plot.xAt(x)).toBeCloseTo(31.6227766, 4);
});

test('a gap stays a gap', () => {
  const { canvas, plot } = plotOf(
    pictureOf({
      lines: [
        {
          id: 'a',
          name: '',
          x: [0, 30, 50, 70, 100],
          y: [5.5, 5.5, Number.NaN, 5.5, 5.5],
          tone: 'ink',
          width: 3,
          dash: [],
        },
      ],
      levels: [],
      marks: [],
    }),
  );
  const at = (/** @type {number} */ x) => pixelAt(canvas, plot.toPixels(x, 5.5).x, plot.toPixels(x, 5.5).y);
  expect(apart(at(15), bytesOf(palette('light').ink))).toBeLessThan(30);
  expect(at(45)).toEqual([255, 255, 255]);
});

test('places outside are held at the edge', () => {
  const { plot } = plotOf();
  const { left, right, bottom } = plot.area;
  expect(plot.toPixels(-5, 0)).toEqual({ x: left, y: bottom });
  expect(plot.toPixels(500, 0)).toEqual({ x: right, y: bottom });
});

test('marks have their names above the plot, where nothing that moves over it crosses them', () => {
  const { plot } = plotOf(
    pictureOf({
      marks: [
        { value: 40, label: 'one mark' },
        { value: 70, label: 'another mark' },
        { value: 90, label: '' },
      ],
    }),
  );
  const labels = plot.texts.filter(({ text }) => text.includes('mark'));
  expect(labels.length).toBe(2);
  for (const [i, { top, height, left, width }] of labels.entries()) {
    expect(top + height).toBeLessThan(plot.area.top);
    const { x } = plot.toPixels([40, 70][i] ?? 0, 0);
    expect(left).toBeLessThan(x);
    expect(left + width).toBeGreaterThan(x);
  }
});

test.each([
  [-3, 8, 130],
  [-0.4, 0.4, 40],
  [7, 19, 130],
  [2, 2.0001, 60],
])('an axis from %d to %d has two numbers at least on %i pixels', (min, max, pixels) => {
  const ticks = ticksOn({ name: '', min, max, log: false }, pixels, 'up');
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  for (const { value } of ticks) expect(value >= min - 1e-6 && value <= max + 1e-6).toBe(true);
});

test.each([1000, 700, 420, 300])('on %i pixels no word touches another, and all are inside', (width) => {
  const lines = Array.from({ length: 5 }, (_, i) => ({
    id: String(i),
    name: `a long name of line ${i}`,
    x: [0, 100],
    y: [0, 9 + i / 10],
    tone: /** @type {const} */ ('ink'),
    width: 1,
    dash: [],
  }));
  const { canvas, plot } = plotOf(
    pictureOf({
      lines,
      marks: [
        { value: 40, label: 'one mark here' },
        { value: 45, label: 'another mark' },
        { value: 98, label: 'the last mark' },
      ],
      aside: { y: 0, text: 'and more →' },
    }),
    { width },
  );
  const labels = plot.texts;
  expect(labels.length).toBeGreaterThanOrEqual(width >= 560 ? 8 : 2);
  expect(labels.some(({ text }) => text.startsWith('a long name'))).toBe(width >= 560);
  labels.forEach((one, i) => {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(canvas.clientWidth + 1);
    for (const other of labels.slice(i + 1))
      expect(overlap(one, other, 0), `${one.text}, ${other.text}`).toBe(false);
  });
});

test('it follows its box, changes its theme, and leaves no chart behind', async () => {
  const before = liveCharts();
  const { box, canvas, plot } = plotOf();
  const { right } = plot.area;
  box.style.width = '400px';
  await settled();
  expect(plot.area.right).toBeLessThan(right);
  expect(canvas.clientWidth).toBe(400);
  plot.scheme('dark');
  again(plot);
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf(palette('dark').plot));
  plot.destroy();
  expect(liveCharts()).toBe(before);
});

test.each([700, 360])('it is the same picture on any context at %i pixels, with the playhead', (width) => {
  const { canvas, plot } = plotOf(undefined, { width });
  expectSameDrawing(plot, canvas);
  plot.frame({ x: 40, ys: [4, Number.NaN, 2], color: '#a3260f' });
  expectSameDrawing(plot, canvas);
});

test('the playhead and its dots are drawn where the lines are', () => {
  const { canvas, plot } = plotOf();
  const color = /** @type {const} */ ([163, 38, 15]);
  plot.frame({ x: 40, ys: [4, Number.NaN], color: '#a3260f' });
  const dot = plot.toPixels(40, 4);
  expect(apart(pixelAt(canvas, dot.x - 3, dot.y), [...color])).toBeLessThan(30);
  const hair = plot.toPixels(40, 9);
  const strength = apart(pixelAt(canvas, hair.x - 0.5, hair.y), [255, 255, 255]);
  expect(strength).toBeGreaterThan(80);
  expect(apart(pixelAt(canvas, hair.x - 4, hair.y), [255, 255, 255])).toBeLessThan(30);
});

test('the playhead is no veil on a page whose scripts give all objects a method from', () => {
  const prototype = /** @type {Record<string, unknown>} */ (Object.prototype);
  leaveTo(() => delete prototype.from);
  const { canvas, plot } = plotOf();
  prototype.from = () => {};
  plot.frame({ x: 40, ys: [4, Number.NaN], color: '#a3260f' });
  const hair = plot.toPixels(40, 9);
  expect(apart(pixelAt(canvas, hair.x - 0.5, hair.y), [255, 255, 255])).toBeGreaterThan(80);
});

test('the table holds a row a place, and a gap where a line has no value', () => {
  const { plot } = plotOf(
    pictureOf({
      levels: [
        { value: 0, label: '' },
        { value: 8, label: 'a level' },
      ],
      lines: [
        { id: 'a', name: 'rising', x: [0, 100], y: [0, 10], tone: 'ink', width: 3, dash: [] },
        { id: 'b', name: '', x: [0, 50, 100], y: [2, 3, 2], tone: 'soft', width: 3, dash: [] },
      ],
    }),
  );
  expect(plot.table()).toEqual({
    name: 'sizes',
    columns: [
      { name: 'distance', unit: '', values: [0, 50, 100] },
      { name: 'rising', unit: 'size', values: [0, Number.NaN, 10] },
      { name: 'b', unit: 'size', values: [2, 3, 2] },
      { name: 'a level', unit: 'size', values: [8, 8, 8] },
      { name: 'a mark', unit: 'distance', values: [70, 70, 70] },
    ],
  });
});

test('a stretch is shaded under the lines, and is none of the numbers', () => {
  const { canvas, plot } = plotOf(
    pictureOf({ shades: [{ from: 20, to: 60.5 }], lines: [], levels: [], marks: [] }),
  );
  const at = (/** @type {number} */ place) => {
    const { x, y } = plot.toPixels(place, 7);
    return pixelAt(canvas, x, y);
  };
  const plain = bytesOf(palette('light').plot);
  expect([at(13), at(77)]).toEqual([plain, plain]);
  expect(at(43)).not.toEqual(plain);
  expect(plot.table().columns).toEqual([{ name: 'distance', unit: '', values: [] }]);
  expectSameDrawing(plot, canvas);
});

const noted = pictureOf({
  x: { name: 'position', min: 0, max: 99, log: false },
  notes: [
    { text: 'trained', from: 0, to: 24.5, align: 'start', wraps: false },
    { text: 'never seen, and so nothing is known of it', from: 24.5, to: 99, align: 'start', wraps: true },
    { text: 'off the scale', from: 24.5, to: 99, align: 'end', wraps: true },
  ],
  ends: [{ x: 50, y: 5, text: 'it ends here' }],
  rugs: [
    { name: 'found', start: 10, has: [1, 1, 0, 1] },
    { name: 'lost', start: 0, has: [0, 0, 0, 0] },
  ],
});

test.each([900, 420, 300])(
  'notes stand in their stretch and apart from each other, on %i pixels',
  (width) => {
    const { plot } = plotOf(noted, { width, height: 360 });
    const { notes } = plot;
    const area = plot.area;
    expect(notes.length).toBeGreaterThanOrEqual(3);
    for (const [i, note] of notes.entries()) {
      expect(note.left).toBeGreaterThanOrEqual(area.left);
      expect(note.left + note.width).toBeLessThanOrEqual(area.right + 1);
      for (const other of notes.slice(0, i)) expect(overlap(note, other, 0)).toBe(false);
    }
    const [, seen, off] = notes;
    expect(seen.left).toBeGreaterThan(plot.toPixels(24.5, 0).x);
    expect(seen.lines.length > 1).toBe(width < 400);
    if (width < 900) expect(off.top).toBeGreaterThanOrEqual(seen.top + seen.height);
  },
);

test('a line that ends has a dot there', () => {
  const { canvas, plot } = plotOf(noted, { height: 360 });
  const { x, y } = plot.toPixels(50, 5);
  expect(apart(pixelAt(canvas, x - 2, y + 2), bytesOf(palette('light').ink))).toBeLessThan(30);
});

test('under the axis, places that have something are dark, and only these', () => {
  const { canvas, plot } = plotOf(noted, { height: 360 });
  const { left, right, bottom } = plot.area;
  const inkAt = (/** @type {number} */ place, /** @type {number} */ row) => {
    const x = left + ((place + 0.5) / 100) * (right - left);
    return apart(pixelAt(canvas, x, bottom + 24 + 6 + row * 29 + 15 + 4), bytesOf(palette('light').ink));
  };
  for (const place of [10, 11, 13]) expect(inkAt(place, 0), `${place}`).toBeLessThan(40);
  for (const place of [9, 12, 14]) expect(inkAt(place, 0), `${place}`).toBeGreaterThan(200);
  for (const place of [0, 3]) expect(inkAt(place, 1), `${place}`).toBeGreaterThan(200);
});

test('places that have something come in runs', () => {
  expect(runsOf([0, 0, 0])).toEqual([]);
  expect(runsOf([1, 1, 0, 1])).toEqual([
    [0, 2],
    [3, 4],
  ]);
  expect(runsOf([0, 1, 0])).toEqual([[1, 2]]);
});

test('a veil lies over what is to come, and nowhere else', () => {
  const { canvas, plot } = plotOf();
  const inkAt = (/** @type {number} */ x) => {
    const at = plot.toPixels(x, x / 10);
    return apart(pixelAt(canvas, at.x, at.y), bytesOf(palette('light').ink));
  };
  plot.frame({ from: 50 });
  expect(inkAt(40)).toBeLessThan(40);
  expect(inkAt(90)).toBeGreaterThan(120);
  expectSameDrawing(plot, canvas);
});

test('notes, ends and places under the axis are drawn anywhere, and are in the table', () => {
  const { canvas, plot } = plotOf(noted, { height: 360 });
  expectSameDrawing(plot, canvas);
  const { columns } = plot.table();
  expect(columns.map(({ name }) => name)).toEqual([
    'position',
    'rising',
    'level',
    'a level',
    'a mark',
    'found',
    'lost',
  ]);
});
