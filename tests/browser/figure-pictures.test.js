import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { positionColors } from '../../web/charts/index.js';
import { loadHeap } from '../../web/core/load.js';
import { loadFigure } from '../../web/figures/index.js';
import { drawPicture, pictureOf, tablesOf } from '../../web/figures/shared/picture.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { pixelsApart, pixelsOf } from './charts-support.js';
import { frame } from './element-support.js';
import { drawn, forbidden, recorder } from './recorder.js';

/** @typedef {import('../../web/settings/index.js').Settings} Settings */
/** @typedef {import('../../web/settings/index.js').Patch} Patch */

/** Small, so that it is over soon. @type {Patch} */
const small = { trainedLength: 16, sequenceLength: 64, dimensions: 8, steps: 120 };

/** Every figure that has plots, and a place that its playhead can stand at. @type {readonly [Settings['figure'], Patch, number, number][]} */
const figures = [
  ['vectors', { encodings: ['sinusoidal', 'rotary'] }, 4.5, 4],
  ['clocks', { model: 'gemma-3-4b' }, 20.5, 2],
  ['heatmap', {}, 20, 2],
  ['spectrum', {}, 0, 1],
  ['scores', { methods: ['sinusoidal', 'rotary'] }, 6, 8],
  ['decay', {}, 50, 3],
  ['pairing', {}, 20, 4],
  ['precision', {}, 100, 6],
  ['training', small, 0, 6],
];

/** @typedef {import('../../web/figures/shared/panel.js').View} View */

/** @type {import('../../web/core/heap.js').Heap} */
let heap;

/** @type {View[]} */
const views = [];

beforeAll(async () => {
  heap = await loadHeap();
});

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
  document.body.replaceChildren();
});

/** A figure's panel as an element would show it, as soon as it has come to its end. @param {Settings['figure']} name @param {Patch} patch @param {number} position */
async function shown(name, patch, position) {
  const view = await begun(name, patch, position);
  await vi.waitFor(() => expect(view.frame(position, true)).toBe(false), { timeout: 15_000, interval: 5 });
  return view;
}

/** @param {Settings['figure']} name @param {Patch} patch @param {number} position */
const begun = async (name, patch, position) => (await staged(name, patch, position)).view;

/** @param {Settings['figure']} name @param {Patch} patch @param {number} position @param {{ moves?: boolean }} [options] */
async function staged(name, patch, position, { moves = false } = {}) {
  const figure = await loadFigure(name);
  /** @type {import('../../web/figures/index.js').FigureHost} */
  const host = {
    scheme: 'light',
    ask: () => true,
    seek: () => {},
    drag: { take: () => {}, move: () => {}, drop: () => {} },
    say: () => {},
    redraw: () => {},
    visible: () => true,
    renewed: () => {},
    reducedMotion: () => !moves,
    link: () => 'https://example.org/',
  };
  const open = figure.open(heap);
  const panel = open.panel(host);
  const { view } = panel;
  views.push(view);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${figure.styles} .plot { position: relative; width: 600px; height: 240px; } canvas { position: absolute; }`,
  );
  const box = document.createElement('div');
  box.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  box.shadowRoot?.append(view.element);
  document.body.append(box);
  const set = (/** @type {Patch} */ other) => {
    const { settings, problems } = change(defaultsOf(name), other);
    expect(problems).toEqual([]);
    open.compute(settings);
    open.frame(position);
    const { timeline } = open;
    const colors = positionColors(timeline?.positions ?? timeline?.labels.length ?? 1, 'light');
    panel.set({ settings, colors, held: false });
    return view.frame(position, true);
  };
  set(patch);
  await frame();
  return { view, set };
}

/** @param {{ x: number, y: number, width: number, height: number }} a @param {typeof a} b */
const meet = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(figures)('the picture of %s', (name, patch, position, count) => {
  test.each([1200, 680, 320])('has every plot once, none on another, %i pixels wide', async (width) => {
    const view = await shown(name, patch, position);
    const { boxes, headings, height } = pictureOf(view, width);
    expect(boxes.length).toBe(count);
    expect(new Set(boxes.map(({ plot }) => plot)).size).toBe(count);
    for (const [i, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.height).toBeGreaterThan(20);
      for (const other of [...headings, ...boxes.slice(0, i)]) expect(meet(box, other)).toBe(false);
    }
  });

  test.each([1, 2])('has each plot as that draws itself, at %i device pixels a CSS pixel', async (ratio) => {
    const view = await shown(name, patch, position);
    const picture = pictureOf(view, 680);
    const context = /** @type {CanvasRenderingContext2D} */ (
      document.createElement('canvas').getContext('2d')
    );
    drawPicture(context, picture, { ratio });
    expect(context.canvas.width).toBe(680 * ratio);
    for (const { plot, x, y, width, height, scale } of picture.boxes) {
      const alone = /** @type {CanvasRenderingContext2D} */ (
        document.createElement('canvas').getContext('2d')
      );
      plot.draw(alone, { width, height, ratio, scale });
      const cut = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      Object.assign(cut.canvas, { width: width * ratio, height: height * ratio });
      cut.fillStyle = '#fbfaf7';
      cut.drawImage(context.canvas, -x * ratio, -y * ratio);
      const under = /** @type {CanvasRenderingContext2D} */ (
        document.createElement('canvas').getContext('2d')
      );
      drawPicture(under, { ...picture, boxes: [], headings: [] }, { ratio });
      under.drawImage(alone.canvas, x, y, width, height);
      const expected = under.getImageData(x * ratio, y * ratio, width * ratio, height * ratio).data;
      expect(pixelsApart(pixelsOf(cut.canvas), expected)).toBeLessThanOrEqual(1);
    }
  });

  test('is drawn by calls that any context can follow', async () => {
    const view = await shown(name, patch, position);
    for (const { plot, width, height, scale } of pictureOf(view, 680).boxes) {
      const { context, calls } = recorder();
      plot.draw(context, { width, height, ratio: 2, scale });
      expect(forbidden(calls)).toEqual([]);
      expect(drawn(calls).length).toBeGreaterThan(3);
    }
  });

  test('has its numbers in tables, a row each', async () => {
    const view = await shown(name, patch, position);
    const tables = tablesOf(view);
    expect(tables.length).toBe(count);
    for (const { name: title, columns } of tables) {
      expect(title).not.toBe('');
      expect(columns.length).toBeGreaterThan(0);
      const [{ values: first }] = columns;
      expect(first.length).toBeGreaterThan(0);
      for (const { name: column, unit, values } of columns) {
        expect(column).not.toBe('');
        expect(typeof unit).toBe('string');
        expect(values.length).toBe(first.length);
      }
    }
  });
});

/** What sets plots of a figure moving. @type {readonly [Settings['figure'], Patch][]} */
const moving = [
  ['heatmap', { zoom: [10, 19, 4, 13] }],
  ['pairing', { permuted: true }],
  ['spectrum', { base: 500_000 }],
];

test.each(moving)(
  'the picture and the tables of %s are those of its end, also while it moves',
  async (name, to) => {
    const { view, set } = await staged(name, {}, 4, { moves: true });
    const before = pixelsOfPicture(view);
    expect(set(to)).toBe(true);
    const [picture, tables] = [pixelsOfPicture(view), tablesOf(view)];
    expect(view.frame(4, true)).toBe(true);
    await vi.waitFor(() => expect(view.frame(4, true)).toBe(false), { interval: 5 });
    expect(pixelsApart(before, picture)).toBeGreaterThan(60);
    expect(pixelsApart(picture, pixelsOfPicture(view))).toBe(0);
    expect(tables).toEqual(tablesOf(view));
  },
);

/** @param {View} view */
function pixelsOfPicture(view) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  drawPicture(context, pictureOf(view, 680));
  return pixelsOf(context.canvas);
}

test('a picture has the same plots on a page whose scripts give all objects a plot', async () => {
  const view = await shown('scores', { methods: ['sinusoidal', 'rotary'] }, 6);
  const { boxes, height } = pictureOf(view, 680);
  const prototype = /** @type {Record<string, unknown>} */ (Object.prototype);
  prototype.plot = () => {};
  try {
    const now = pictureOf(view, 680);
    expect([now.boxes.length, now.height]).toEqual([boxes.length, height]);
  } finally {
    delete prototype.plot;
  }
});

test('plots side by side have one scale in a picture too', async () => {
  const view = await shown('vectors', { encodings: ['sinusoidal', 'rotary', 'product'] }, 3);
  const { boxes } = pictureOf(view, 1000);
  const scales = boxes.flatMap(({ scale }) => scale ?? []);
  expect(scales.length).toBe(3);
  expect(new Set(scales).size).toBe(1);
});

/** What stands above plots, by their place in the picture. @type {readonly [Settings['figure'], Patch, number, Record<number, RegExp>][]} */
const titled = [
  ['vectors', {}, 3, { 1: /^Magnitude .*, and below it the angle, .*°$/ }],
  [
    'decay',
    {},
    50,
    { 0: /^64 arrows.*, at distance 50$/, 1: /^Mean \|S\| /, 2: /^Mean cosine .*, this query and key / },
  ],
  ['heatmap', {}, 20.5, { 0: /^sine and cosine in turn, .* −1, .* 1$/, 1: /^Row at position 20\.50$/ }],
  [
    'scores',
    { methods: ['rotary'] },
    6,
    { 0: /^score /, 1: /^all scores, /, 2: /^change as both move /, 3: /^most change at any distance / },
  ],
];

test.each(titled)(
  'the picture of %s says above its plots what the screen says',
  async (name, patch, position, titles) => {
    const view = await shown(name, patch, position);
    const { boxes, headings } = pictureOf(view, 680);
    for (const [plot, title] of Object.entries(titles)) {
      const { x, y, width } = boxes[Number(plot)];
      const above = headings.find((one) => one.x === x && one.y + one.height === y);
      expect(above?.width).toBe(width);
      expect(above?.text).toMatch(title);
      for (const [number] of above?.text.matchAll(/−?\d[\d.]*/g) ?? [])
        expect(view.element.textContent).toContain(number);
    }
  },
);

test('plots that have nothing to show yet are neither in a picture nor in tables', async () => {
  const view = await begun('training', small, 0);
  const picture = pictureOf(view, 680);
  expect([picture.boxes, picture.headings, tablesOf(view)]).toEqual([[], [], []]);
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  drawPicture(context, picture);
  expect(context.canvas.width).toBe(680);
});

test('the table of learned rows says which positions they are, where only some are drawn', async () => {
  const view = await shown('training', { ...small, trainedLength: 136, sequenceLength: 136, steps: 20 }, 0);
  const [{ columns }] = tablesOf(view);
  expect(columns[0].name).toBe('position of the key');
  expect(columns[0].values).toEqual(Array.from({ length: 45 }, (_, i) => 3 * i));
});

test('tables of arrows that move say where they are now', async () => {
  const arrows = async (
    /** @type {Settings['figure']} */ name,
    /** @type {Patch} */ patch,
    /** @type {number} */ rows,
  ) => {
    const [{ columns }] = tablesOf(await shown(name, patch, 6.5));
    return /** @type {number[]} */ (columns[0].values).slice(-rows);
  };
  expect(await arrows('vectors', {}, 1)).toEqual([6.5]);
  expect(await arrows('scores', { distance: 3 }, 2)).toEqual([6.5, 9.5]);
});

test('tables of attention hold its weights, which are 1 in all for each query', async () => {
  const view = await shown('training', small, 0);
  const tables = tablesOf(view).filter(({ columns: [first] }) => first.name === 'query');
  expect(tables.length).toBe(3);
  for (const { columns } of tables) {
    const [queries, ...keys] = columns;
    for (let i = 0; i < queries.values.length; i += 1)
      expect(keys.reduce((sum, { values }) => sum + Number(values[i]), 0)).toBeCloseTo(1, 5);
  }
});

test('dials are as high in a picture whatever the window is', async () => {
  const heights = [];
  for (const innerHeight of [400, 3000]) {
    vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(innerHeight);
    const view = await shown('clocks', { model: 'gemma-3-4b' }, 20.5);
    heights.push(pictureOf(view, 680).height);
    vi.restoreAllMocks();
  }
  expect(heights[0]).toBe(heights[1]);
});

test.each([1200, 680, 320])(
  'the bars of a row stand under the map’s columns in a picture too, %i pixels wide',
  async (width) => {
    for (const patch of [{}, { positions: 8, text: 'unbelievable understanding' }]) {
      const view = await shown('heatmap', patch, 3);
      for (const ratio of [1, 2]) {
        const [map, bars] = pictureOf(view, width).boxes.map((box) => areaOf(box, ratio));
        expect(bars.left).toBeCloseTo(map.left, 6);
        expect(bars.right).toBeCloseTo(map.right, 6);
      }
    }
  },
);

/** Where a plot puts its chart in a picture, on whole device pixels. @param {import('../../web/figures/shared/picture.js').Box} box @param {number} ratio */
function areaOf({ plot, width, height }, ratio) {
  const spy = vi.spyOn(plot, 'arrange');
  plot.draw(recorder().context, { width, height, ratio });
  const [{ area }] = spy.mock.calls[0];
  spy.mockRestore();
  return { left: Math.round(area.left * ratio) / ratio, right: Math.round(area.right * ratio) / ratio };
}
