import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { compute } from '../../web/figures/scores/compute.js';
import { methods } from '../../web/figures/shared/score-methods.js';
import { alongOf, magnitudesOf, repeated, tableOf, tokensOf } from '../../web/figures/shared/score-table.js';
import { change, defaultsOf } from '../../web/settings/index.js';

const core = await loadCore();

test('the scores of a diagonal lie between its least and its greatest', () => {
  // Queries by keys.
  const values = Float32Array.of(4, 1, 9, 3, 0, 5, 2, 7, 8);
  expect(alongOf(values, 3, 0)).toEqual({ least: 0, greatest: 8 });
  expect(alongOf(values, 3, 1)).toEqual({ least: 3, greatest: 7 });
  expect(alongOf(values, 3, -1)).toEqual({ least: 1, greatest: 5 });
  expect(alongOf(values, 3, 2)).toEqual({ least: 2, greatest: 2 });
  expect(alongOf(values, 3, -2)).toEqual({ least: 9, greatest: 9 });
});

test('magnitudes are those of the shortest and the longest vector', () => {
  expect(magnitudesOf([3, 4, 0, 1, 5, 12], 2)).toEqual({ least: 1, greatest: 13 });
  expect(magnitudesOf([2, 3, 6], 3)).toEqual({ least: 7, greatest: 7 });
});

test('a token is repeated at every position', () => {
  expect(repeated(Float32Array.of(1, 2), 3)).toEqual(Float32Array.of(1, 2, 1, 2, 1, 2));
});

describe('a table of scores', () => {
  /** @param {string} name @param {import('../../web/settings/index.js').Patch} [patch] */
  function table(name, patch) {
    const { settings, problems } = change(defaultsOf('scores'), { positions: 5, distance: 0, ...patch });
    expect(problems).toEqual([]);
    const tokens = tokensOf(core, settings);
    return { ...tableOf(core, methods[name], settings, tokens), tokens, settings };
  }

  test('knows the widest of its diagonals, and by how much its scores spread', () => {
    const { values, spreads, widest, range } = table('sinusoidal');
    const sizes = Array.from({ length: 9 }, (_, n) => {
      const { least, greatest } = alongOf(values, 5, n - 4);
      return Math.fround(greatest - least);
    });
    expect(Array.from(spreads)).toEqual(sizes);
    const size = Math.max(...sizes);
    expect(widest.size).toBeCloseTo(size, 5);
    expect(widest.distance).toBe(sizes.indexOf(size) - 4);
    expect(range).toEqual({ least: Math.min(...values), greatest: Math.max(...values) });
  });

  test('leaves keys ahead out of ALiBi’s', () => {
    const { values, spreads, range, bias, tokens, settings } = table('alibi', { heads: 4, head: 1 });
    const product = tokens.query.reduce((sum, value, i) => sum + value * tokens.key[i], 0);
    const slopes = core.alibiSlopes(4);
    expect(bias?.slopes).toEqual(slopes);
    for (let query = 0; query < 5; query += 1) {
      for (let key = 0; key < 5; key += 1) {
        const want = key > query ? Number.NEGATIVE_INFINITY : product + slopes[1] * (key - query);
        const got = values[query * settings.positions + key];
        if (key > query) expect(got).toBe(want);
        else expect(got).toBeCloseTo(want, 5);
      }
    }
    expect(Array.from(spreads.subarray(0, 4))).toEqual([0, 0, 0, 0]);
    expect(range.greatest - range.least).toBeCloseTo(4 * slopes[1], 5);
  });

  test('has T5’s number of each bucket beside the product', () => {
    const positions = 40;
    const { values, bias, tokens } = table('t5', { seed: 3, positions });
    const product = tokens.query.reduce((sum, value, i) => sum + value * tokens.key[i], 0);
    const numbers = core.learnedRows({ ids: [2], dimensions: 32, seed: 3, stream: 'words' }).data;
    const { data: buckets } = core.t5Buckets({ queries: positions, keys: positions });
    expect(bias?.buckets).toEqual(buckets);
    expect(bias?.causal).toEqual(core.t5Buckets({ queries: positions, keys: 1, bidirectional: false }).data);
    for (let cell = 0; cell < positions ** 2; cell += 1)
      expect(values[cell]).toBeCloseTo(product + numbers[buckets[cell]], 5);
  });

  test('allows for the rounding of vectors of its size', () => {
    const { rounding, queries, keys } = table('rotary', { dimensions: 8 });
    const [one, other] = [queries, keys].map((vectors) => magnitudesOf(vectors, 8).greatest);
    expect(rounding).toBeCloseTo((6 * one * other) / 2 ** 24, 12);
  });

  test('is of ones where tokens are equal, and of one’s own vectors where these are given', () => {
    expect(table('none', { tokens: 'equal', dimensions: 8 }).values[3]).toBe(8);
    expect(table('none', { query: [1, 2], key: [3, -4], dimensions: 8 }).values[3]).toBe(4 * (3 - 8));
  });
});

test('a figure of scores names its places, and knows the widest spread that is no rounding', () => {
  const { settings } = change(defaultsOf('scores'), {
    distance: 3,
    methods: ['rotary', 'sinusoidal', 'learned'],
  });
  const { labels, widest, panels } = compute(core, settings);
  expect(labels).toEqual(Array.from({ length: 29 }, (_, place) => String(place)));
  const [rotary, sinusoidal, learned] = panels.map(({ table }) => table.widest.size);
  expect(rotary).toBeGreaterThan(0);
  expect(widest).toBe(Math.max(sinusoidal, learned));
  expect(compute(core, { ...settings, methods: ['rotary'] }).widest).toBe(0);
});

test('tips are the shown pair of keys and queries at all positions', () => {
  const { settings } = change(defaultsOf('scores'), {
    dimensions: 8,
    pair: 2,
    positions: 6,
    methods: ['rotary'],
  });
  const [{ tips, table }] = compute(core, settings).panels;
  for (const [n, vectors] of [table.keys, table.queries].entries()) {
    expect(tips[n].x).toHaveLength(6);
    for (let position = 0; position < 6; position += 1) {
      expect([tips[n].x[position], tips[n].y[position]]).toEqual([
        vectors[8 * position + 4],
        vectors[8 * position + 5],
      ]);
    }
  }
});

test('a tip of a slow pair is followed within half of its own turn', () => {
  const { settings } = change(defaultsOf('scores'), {
    dimensions: 8,
    pair: 2,
    base: 100,
    positions: 256,
    distance: 0,
    methods: ['rotary'],
  });
  const data = compute(core, settings);
  const [panel] = data.panels;
  const turn = 2 * Math.PI * 10;
  for (const ahead of [0.45, -0.4, 0.1]) {
    data.position = 120;
    const wanted = 120 + ahead * turn;
    const angle = Math.atan2(data.query[5], data.query[4]) + wanted / 10;
    const near = data.near(panel, 'query', { x: Math.cos(angle), y: Math.sin(angle) });
    expect(near).toBeCloseTo(wanted, 1);
  }
});

test.each([
  [500, 1],
  [-500, -1],
])('a line that changes little beside its scores does not fill its plot, with keys of %d', (key, sign) => {
  const { settings } = change(defaultsOf('scores'), {
    dimensions: 2,
    query: [500, 500],
    key: [key, key],
    methods: ['sinusoidal'],
  });
  const [{ line, table }] = compute(core, settings).panels;
  const [low, high] = line.range;
  const [least, greatest] = [Math.min(...line.score), Math.max(...line.score)];
  const largest = sign * (sign > 0 ? table.range.greatest : table.range.least);
  expect(greatest - least).toBeLessThan(0.05 * largest);
  expect(high - low).toBeCloseTo(0.1 * largest, 5);
  expect((low + high) / 2).toBeCloseTo((least + greatest) / 2, 5);
});
