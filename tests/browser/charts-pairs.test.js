import { afterEach, expect, test } from 'vitest';
import { colorAt, liveCharts, palette } from '../../web/charts/index.js';
import { PairsPlot } from '../../web/charts/pairs.js';
import { loadCore } from '../../web/core/index.js';
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

afterEach(cleanUp);

/**
 * Pairs of features half of them apart, every other one broken.
 *
 * @param {number} count
 * @returns {import('../../web/charts/pairs.js').Pairs}
 */
function pairsOf(count) {
  const half = count / 2;
  const all = Array.from({ length: count }, (_, i) => i);
  return {
    name: 'half',
    arcs: Array.from({ length: half }, (_, from) => ({ from, to: from + half, agree: from % 2 === 0 })),
    names: all.map((place) => `θ${place % half}`),
    numbers: all.map(String),
    places: all,
    rows: [
      { name: 'q', values: all.map((i) => i / count) },
      { name: 'k', values: all.map((i) => -i / count) },
    ],
    most: 1,
    columns: [
      { name: 'inverse frequency', unit: 'rad a position', values: all.map((i) => 1 / (1 + (i % half))) },
    ],
    words: { place: 'number', partner: 'other', thick: 'query’s angle', thin: 'key’s angle' },
  };
}

/** @param {number} count */
function handsOf(count) {
  const half = count / 2;
  const angles = Array.from({ length: count }, (_, i) => 0.3 + i / 7);
  return {
    cos: angles.map(Math.cos),
    sin: angles.map(Math.sin),
    angles: Array.from({ length: count }, (_, place) => place % half),
    thin: half,
    thickColor: colorAt(0.9, 'light'),
    thinColor: colorAt(0.1, 'light'),
  };
}

/** @param {number} count @param {number} width */
async function shown(count, width) {
  const { box, canvas } = stage(width, 10);
  const plot = new PairsPlot(canvas);
  leaveTo(() => plot.destroy());
  plot.set(pairsOf(count));
  box.style.height = `${plot.heightFor(width)}px`;
  await settled();
  const hands = handsOf(count);
  plot.frame(hands);
  return { box, canvas, plot, hands };
}

test.each([
  [8, 600],
  [8, 330],
  [64, 1000],
])('each of %i dials in %i pixels has a thick hand at its angle, and a thin one', async (count, width) => {
  const { canvas, plot, hands } = await shown(count, width);
  for (let place = 0; place < count; place += 1) {
    const { x, y, radius } = plot.dial(place);
    const at = (/** @type {number} */ part, /** @type {number} */ index) =>
      pixelAt(canvas, x + part * radius * hands.cos[index], y - part * radius * hands.sin[index]);
    expect(apart(at(0.5, hands.angles[place]), bytesOf(hands.thickColor)), `thick at ${place}`).toBeLessThan(
      110,
    );
    if (radius < 8) continue;
    const thin = at(0.88, hands.thin + hands.angles[place]);
    expect(apart(thin, bytesOf(hands.thinColor)), `thin at ${place}`).toBeLessThan(110);
  }
});

test('a feature that is chosen shows its arc and both its dials, and none else', async () => {
  const { canvas, plot } = await shown(8, 600);
  const before = pixelsOf(canvas);
  const accent = bytesOf(palette('light').accent);
  plot.select(6);
  for (const place of [2, 6]) {
    const { x, y, radius } = plot.dial(place);
    expect(apart(pixelAt(canvas, x, y + radius + 1.5), accent)).toBeLessThan(60);
  }
  const { x, y, radius } = plot.dial(3);
  expect(apart(pixelAt(canvas, x, y + radius + 1.5), accent)).toBeGreaterThan(100);
  plot.select(undefined);
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('a place is picked anywhere over or under its dial', async () => {
  const { plot } = await shown(16, 900);
  for (const place of [0, 7, 15]) {
    expect(plot.pick(plot.dial(place))).toBe(place);
    expect(plot.pick({ x: plot.dial(place).x + 5 })).toBe(place);
  }
  expect(plot.pick({ x: -30 })).toBeUndefined();
});

test.each([
  [8, 600],
  [8, 330],
  [32, 1000],
])('%i features on %i pixels are the same picture on any context', async (count, width) => {
  const { canvas, plot } = await shown(count, width);
  expectSameDrawing(plot, canvas);
  plot.select(3);
  expectSameDrawing(plot, canvas);
});

test('the table holds a row a place: the feature there, its partner, its values and its angles', async () => {
  const { plot } = await shown(4, 500);
  plot.set({ ...pairsOf(4), places: [0, 2, 1, 3] });
  const { name, columns } = plot.table();
  expect(name).toBe('half');
  expect(columns.slice(0, 5)).toEqual([
    { name: 'number', unit: '', values: [0, 2, 1, 3] },
    { name: 'other', unit: '', values: [1, 3, 0, 2] },
    { name: 'inverse frequency', unit: 'rad a position', values: [1, 0.5, 1, 0.5] },
    { name: 'q', unit: '', values: [0, 0.5, 0.25, 0.75] },
    { name: 'k', unit: '', values: [-0, -0.5, -0.25, -0.75] },
  ]);
  const angles = columns.slice(5);
  expect(angles.map(({ name: column, unit }) => [column, unit])).toEqual([
    ['query’s angle', 'rad'],
    ['key’s angle', 'rad'],
  ]);
  const wanted = [
    [0, 1, 0, 1],
    [2, 3, 2, 3],
  ];
  for (const [i, { values }] of angles.entries()) {
    for (const [place, index] of wanted[i].entries()) expect(values[place]).toBeCloseTo(0.3 + index / 7, 9);
  }
});

test('it follows its box, changes its theme, and leaves no chart behind', async () => {
  const before = liveCharts();
  const { box, canvas, plot } = await shown(8, 600);
  const { x } = plot.dial(7);
  box.style.width = '400px';
  await settled();
  expect(plot.dial(7).x).toBeLessThan(x);
  plot.scheme('dark');
  again(plot);
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf(palette('dark').plot));
  plot.destroy();
  expect(liveCharts()).toBe(before);
});

test('the angles in the table are those by which the core turns query and key', async () => {
  const core = await loadCore();
  const { plot } = await shown(8, 600);
  const [query, key] = [37, 30.5];
  const { cos, sin } = core.cosSin({ positionIds: Float64Array.of(query, key), rotaryDimensions: 8 });
  plot.frame({ ...handsOf(8), cos: cos.data, sin: sin.data });
  const [queries, keys] = plot.table().columns.slice(-2);
  const { values } = core.inverseFrequencies({ rotaryDimensions: 8 });
  for (let place = 0; place < 8; place += 1) {
    for (const [angles, position] of /** @type {const} */ ([
      [queries, query],
      [keys, key],
    ])) {
      const wanted = position * values[place % 4];
      expect(Number(angles.values[place])).toBeCloseTo(Math.atan2(Math.sin(wanted), Math.cos(wanted)), 5);
    }
  }
});
