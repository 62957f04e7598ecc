import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { DialsPlot, dialGrid } from '../../web/charts/dials.js';
import { HAND } from '../../web/charts/dials-controller.js';
import { colorAt, liveCharts, palette } from '../../web/charts/index.js';
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

/** @typedef {import('../../web/charts/dials.js').Dials} Dials */

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

/** Dials like those of a rotary encoding with base 10000. @param {number} count @param {number} [length] @returns {Dials} */
function dialsData(count, length = 4096) {
  const turns = Array.from({ length: count }, (_, i) => 10000 ** (-i / count) / (2 * Math.PI));
  const waves = turns.map((turn) => 1 / turn);
  return {
    reach: turns.map((turn) => turn * length),
    labels: waves.map((wave) => (wave < 1000 ? wave.toPrecision(3) : wave.toFixed(0))),
    shortLabels: waves.map((wave) =>
      wave < 1000 ? wave.toPrecision(3) : `${(wave / 1000).toPrecision(2)}k`,
    ),
    names: waves.map((_, i) => `pair ${i}`),
    numbers: waves.map((_, i) => String(i)),
    name: 'dials',
    columns: [{ name: 'wavelength', unit: 'positions', values: waves }],
    words: { dial: 'wave', turns: 'turns so far', reach: 'turns in training' },
  };
}

/** @param {readonly number[]} turns so far @param {Partial<import('../../web/charts/dials.js').Hands>} [rest] */
const handsOf = (turns, rest) => ({
  cos: turns.map((turn) => Math.cos(2 * Math.PI * turn)),
  sin: turns.map((turn) => Math.sin(2 * Math.PI * turn)),
  turns,
  start: 0,
  ghosts: -1,
  color: colorAt(0.5, 'light'),
  ...rest,
});

/** @param {number} count @param {number} width @param {number[]} [turns] */
function dialsOf(count, width, turns = Array.from({ length: count }, (_, i) => 0.1 + i * 0.37)) {
  const { box, canvas } = stage(width, 10);
  const plot = new DialsPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(dialsData(count));
  box.style.height = `${plot.heightFor(width)}px`;
  return { box, canvas, plot, turns, show: () => plot.frame(handsOf(turns)) };
}

/** @param {Parameters<typeof dialsOf>} of */
async function shown(...of) {
  const dials = dialsOf(...of);
  await settled();
  dials.show();
  return dials;
}

/** How far pixels are from the hands' colour. @param {HTMLCanvasElement} canvas @param {number} x @param {number} y */
const fromHand = (canvas, x, y) => apart(pixelAt(canvas, x, y), bytesOf(colorAt(0.5, 'light')));

test.each([
  [1, 540],
  [8, 540],
  [32, 900],
  [128, 900],
  [128, 330],
])(
  'each of %i hands in %i pixels points at its angle, counterclockwise from the x axis',
  async (count, width) => {
    const { canvas, plot, turns } = await shown(count, width);
    for (const [i, turn] of turns.entries()) {
      const { x, y, radius } = plot.dial(i);
      const at = (/** @type {number} */ part, /** @type {number} */ by = 0) => {
        const angle = 2 * Math.PI * turn + by;
        return fromHand(canvas, x + part * radius * Math.cos(angle), y - part * radius * Math.sin(angle));
      };
      expect(at(0.4), `dial ${i} along its hand`).toBeLessThan(90);
      expect(at(HAND - 0.12), `dial ${i} near its tip`).toBeLessThan(90);
      for (const by of [0.9, 1.8, 3.1, -0.9, -1.8])
        expect(at(0.6, by), `dial ${i} elsewhere`).toBeGreaterThan(90);
    }
  },
);

test.each([1120, 704, 330, 290, 240])('the labels of 128 dials stand apart in %i pixels', async (width) => {
  const { canvas, plot } = await shown(128, width);
  const labels = plot.texts;
  expect(labels.length).toBeGreaterThan(128);
  for (const [i, one] of labels.entries()) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(canvas.clientWidth);
    expect(one.top + one.height).toBeLessThanOrEqual(canvas.clientHeight);
    for (const other of labels.slice(i + 1)) {
      const across =
        Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
      const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
      expect(across > 0 && down > 0, `${one.text} over ${other.text}`).toBe(false);
    }
  }
});

test('narrow dials have short labels, and wide ones say their names', async () => {
  const narrow = (await shown(64, 330)).plot.texts.map(({ text }) => text);
  expect(narrow).toContain('54k');
  expect(narrow).not.toContain('54410');
  expect(narrow).not.toContain('pair 63');
  const wide = (await shown(8, 900)).plot.texts.map(({ text }) => text);
  expect(wide).toContain('19869');
  expect(wide).toContain('pair 7');
});

test('a grid that has no room in its width grows in height, with dials that can still be read', async () => {
  const wide = dialsOf(128, 1120);
  const narrow = dialsOf(128, 330);
  expect(narrow.plot.heightFor(330)).toBeGreaterThan(1.5 * wide.plot.heightFor(1120));
  expect(narrow.plot.dial(0).radius).toBeGreaterThan(14);
});

test('a height that somebody wants to know changes nothing of what is drawn', () => {
  const { plot } = dialsOf(32, 900);
  const drawn = () => {
    const context = /** @type {CanvasRenderingContext2D} */ (
      document.createElement('canvas').getContext('2d')
    );
    plot.draw(context, { width: 900, height: 460, moment: handsOf(Array(32).fill(0.2)) });
    return pixelsOf(context.canvas);
  };
  const before = drawn();
  expect(plot.heightFor(900, 100)).toBeLessThan(plot.heightFor(900, 900));
  expect(plot.heightFor(900)).toBe(plot.heightFor(900, 460));
  expect(pixelsApart(before, drawn())).toBe(0);
});

test.each([
  [8, 540, 200],
  [32, 900, 330],
  [33, 680, 800],
  [128, 330, 300],
])('%i dials in %i pixels fill the height that they have wanted, at most %i', (count, width, tallest) => {
  const height = dialGrid(count, width, tallest).height;
  expect(dialGrid(count, width, height)).toEqual(dialGrid(count, width, tallest));
});

test('a dial that does not finish a turn has a broken rim and a sector as far as it gets, others have neither', async () => {
  const { canvas, plot } = await shown(8, 900, Array(8).fill(0));
  const { reach } = dialsData(8);
  const ground = bytesOf(palette('light').plot);
  for (const [i, turns] of Array.from(reach).entries()) {
    const { x, y, radius } = plot.dial(i);
    const tone = (/** @type {number} */ part, /** @type {number} */ turn) => {
      const angle = 2 * Math.PI * turn;
      return apart(
        pixelAt(canvas, x + part * radius * Math.cos(angle), y - part * radius * Math.sin(angle)),
        ground,
      );
    };
    const rim = Array.from({ length: 400 }, (_, step) =>
      Math.max(...[-0.5, 0, 0.5].map((by) => tone(1 + by / radius, (step + 0.5) / 400))),
    );
    const gaps = rim.filter((strength) => strength < 70).length;
    const unfinished = turns < 1;
    expect(unfinished ? gaps > 80 : gaps < 25, `rim of dial ${i}: ${gaps} of 400 are gaps`).toBe(true);
    if (unfinished) {
      expect(tone(0.6, turns - 0.03)).toBeGreaterThan(15);
      expect(tone(0.6, turns + 0.03)).toBeLessThan(4);
    } else for (const turn of [0.2, 0.45, 0.7, 0.95]) expect(tone(0.6, turn)).toBeLessThan(4);
  }
});

test('a thin hand lies under the thick one where it is slower', async () => {
  const { canvas, plot } = await shown(4, 900, [0, 0, 0, 0]);
  const hands = handsOf([0.1, 0.1, 0.1, 0.1, 0.4, 0.4, 0.4, 0.4], { ghosts: 4 });
  const { x, y, radius } = plot.dial(2);
  const angle = 2 * Math.PI * 0.4;
  const at = () => pixelAt(canvas, x + 0.7 * radius * Math.cos(angle), y - 0.7 * radius * Math.sin(angle));
  plot.frame({ ...hands, ghosts: -1 });
  expect(at()).toEqual(bytesOf(palette('light').plot));
  plot.frame(hands);
  expect(apart(at(), bytesOf(palette('light').soft))).toBeLessThan(120);
});

test('a dial is picked by any point of its cell, and nothing is picked beside the dials', async () => {
  const { canvas, plot } = await shown(64, 900);
  for (const i of [0, 17, 63]) {
    const { x, y, radius } = plot.dial(i);
    expect(plot.pick({ x: x, y: y })).toBe(i);
    expect(plot.pick({ x: x + radius * 0.9, y: y + radius * 0.9 })).toBe(i);
  }
  expect(plot.pick({ x: -5, y: 10 })).toBeUndefined();
  expect(plot.pick({ x: 2, y: 10 })).toBeUndefined();
  expect(plot.pick({ x: 100, y: canvas.clientHeight + 3 })).toBeUndefined();
});

test('a chosen dial has a ring, and the picture is as before when none is chosen', async () => {
  const { canvas, plot } = await shown(12, 700);
  const before = pixelsOf(canvas);
  plot.select(5);
  const { x, y, radius } = plot.dial(5);
  expect(apart(pixelAt(canvas, x, y - radius - 3), bytesOf(palette('light').accent))).toBeLessThan(90);
  plot.select(-1);
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('a frame draws hands and nothing that rests', async () => {
  const { canvas, plot } = await shown(64, 900);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const texts = [vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText'), vi.spyOn(ctx, 'measureText')];
  const dashes = vi.spyOn(CanvasRenderingContext2D.prototype, 'setLineDash');
  const pictures = vi.spyOn(ctx, 'drawImage');
  plot.frame(handsOf(Array(64).fill(0.3)));
  for (const text of texts) expect(text).not.toHaveBeenCalled();
  expect(dashes.mock.calls.filter(([dash]) => Array.from(dash).length > 0)).toEqual([]);
  expect(pictures).toHaveBeenCalledTimes(1);
});

test('it follows its parent to another width and to another theme', async () => {
  const { box, canvas, plot } = await shown(64, 900);
  const columns = plot.columns;
  box.style.width = '330px';
  box.style.height = `${plot.heightFor(330)}px`;
  await settled();
  expect(plot.columns).toBeLessThan(columns);
  expect(canvas.clientWidth).toBe(330);
  plot.scheme('dark');
  again(plot);
  expect(pixelAt(canvas, 1, 1)).toEqual(bytesOf(palette('dark').plot));
});

test('dials that are not shown are silent, are drawn when they appear, and leave nothing behind', async () => {
  const problems = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  const before = liveCharts();
  const { box, canvas, plot, show } = dialsOf(16, 500);
  box.style.display = 'none';
  await settled();
  show();
  plot.select(3);
  expect(plot.texts).toEqual([]);
  expect(plot.pick({ x: 10, y: 10 })).toBeUndefined();
  box.style.display = '';
  await settled();
  const { x, y } = plot.dial(3);
  expect(fromHand(canvas, x, y)).toBeLessThan(30);
  plot.destroy();
  show();
  plot.set(dialsData(3));
  plot.scheme('dark');
  expect(liveCharts()).toBe(before);
  for (const problem of problems) expect(problem).not.toHaveBeenCalled();
});

test('Chart.js knows where each dial is', async () => {
  const { canvas, plot } = await shown(20, 600);
  const chart = /** @type {Chart} */ (Chart.getChart(canvas));
  const { x, y, radius } = plot.dial(7);
  const found = chart.getElementsAtEventForMode(
    /** @type {any} */ ({ type: 'mousemove', x: x + radius / 2, y, native: true }),
    'point',
    { intersect: true },
    false,
  );
  expect(found.map(({ index }) => index)).toEqual([7]);
});

test.each([
  [8, 900],
  [64, 330],
])('%i dials of %i pixels are the same picture on any context', async (count, width) => {
  const { canvas, plot } = await shown(count, width);
  expectSameDrawing(plot, canvas);
  plot.select(3);
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a dial, with the turns that its hand has made', async () => {
  const { plot, turns } = await shown(8, 900);
  const { reach } = dialsData(8);
  expect(plot.table()).toEqual({
    name: 'dials',
    columns: [
      { name: 'wave', unit: '', values: [0, 1, 2, 3, 4, 5, 6, 7] },
      { name: 'wavelength', unit: 'positions', values: Array.from(reach, (turn) => 4096 / turn) },
      { name: 'turns in training', unit: 'turns', values: reach },
      { name: 'turns so far', unit: 'turns', values: turns },
    ],
  });
});
