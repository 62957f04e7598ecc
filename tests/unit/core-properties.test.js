import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { deviation, expectNear, random, repeated } from './core-support.js';

const core = await loadCore();
const pairings = /** @type {const} */ (['interleaved', 'half']);

/**
 * @param {Float32Array} data
 * @param {number} dimensions
 */
const norms = (data, dimensions) =>
  Array.from({ length: data.length / dimensions }, (_, row) =>
    Math.hypot(...data.subarray(row * dimensions, (row + 1) * dimensions)),
  );

describe.each(pairings)('turning %s pairs', (pairing) => {
  test('keeps the norm of every vector', () => {
    for (const d of [2, 8, 64, 256]) {
      const x = random([2, 25, d], d);
      const before = norms(x.data, d);
      const after = norms(core.rotate(x, { pairing, start: 1000.25 }).data, d);
      expectNear(
        after.map((norm, n) => norm / before[n]),
        new Array(50).fill(1),
        1e-7,
      );
    }
  });

  test('makes scores depend on the distance alone', () => {
    const turned = (/** @type {number} */ seed) =>
      core.rotate(repeated(random([64], seed).data, 40), { pairing });
    expect(deviation(core.scores(turned(1), turned(2)))).toBeLessThan(2e-5);
  });

  test('by m and then by n is turning by m + n', () => {
    const x = random([1, 32], 3);
    const twice = core.rotate(core.rotate(x, { pairing, start: 17.5 }), { pairing, start: 250.25 });
    expectNear(twice.data, core.rotate(x, { pairing, start: 267.75 }).data, 1e-6);
  });

  test('leaves features past the rotary dimensions as they are', () => {
    const x = random([3, 10], 4);
    const { data } = core.rotate(x, { pairing, rotaryDimensions: 6, start: 1, attentionFactor: 2 });
    for (const [n, value] of data.entries()) expect(value === x.data[n]).toBe(n % 10 >= 6);
  });
});

test('pairings agree on permuted features', () => {
  const [d, turning] = [12, 8];
  const x = random([5, d], 5);
  const permuted = (/** @type {Float32Array} */ data) => {
    const to = data.slice();
    for (const [n, value] of data.entries()) {
      const feature = n % d;
      const place = Math.floor(feature / 2) + (feature % 2) * (turning / 2);
      if (feature < turning) to[n - feature + place] = value;
    }
    return to;
  };
  const half = core.rotate(
    { data: permuted(x.data), shape: x.shape },
    { pairing: 'half', rotaryDimensions: turning },
  );
  expect(half.data).toEqual(permuted(core.rotate(x, { rotaryDimensions: turning }).data));
});

test('scores of sums, products and learned positions depend on where the words stand', () => {
  const q = repeated(random([16], 6).data, 40);
  const k = repeated(random([16], 7).data, 40);
  expect(deviation(core.scores(core.add(q), core.add(k)))).toBeGreaterThan(1);
  expect(deviation(core.scores(core.multiply(q), core.multiply(k)))).toBeGreaterThan(1);
  const learned = core.learnedTable({ rows: 40, dimensions: 16, seed: 1 }).data;
  const placed = (/** @type {typeof q} */ { data, shape }) => ({
    data: data.map((value, n) => value + learned[n]),
    shape,
  });
  expect(deviation(core.scores(placed(q), placed(k)))).toBeGreaterThan(1);
});

test('time is continuous: a start between positions is between them', () => {
  const d = 6;
  const whole = core.sinusoidal({ positions: 20, dimensions: d });
  expect(core.sinusoidal({ positions: 8, dimensions: d, start: 12 }).data).toEqual(whole.data.slice(12 * d));
  expect(core.sinusoidal({ positions: 1, dimensions: 2, start: 3.7 }).data).toEqual(
    Float32Array.of(Math.sin(3.7), Math.cos(3.7)),
  );
  const x = random([4, d], 8);
  const ids = [9, 0, 3.75, -2];
  const rows = core.rotate(x, { positionIds: ids }).data;
  for (const [n, start] of ids.entries()) {
    const row = { data: x.data.slice(n * d, (n + 1) * d), shape: [1, d] };
    expect(core.rotate(row, { start }).data).toEqual(rows.slice(n * d, (n + 1) * d));
  }
});

test('cosines and sines are those that turn, with the attention factor', () => {
  const options = { rotaryDimensions: 6, base: 500000, start: 4.5, attentionFactor: 1.25 };
  const { cos, sin } = core.cosSin({ positions: 3, ...options });
  expect(cos.shape).toEqual([3, 3]);
  const ones = { data: Float32Array.from({ length: 18 }, (_, n) => (n + 1) % 2), shape: [3, 6] };
  const turned = core.rotate(ones, options).data;
  expect(turned.filter((_, n) => n % 2 === 0)).toEqual(cos.data);
  expect(turned.filter((_, n) => n % 2 === 1)).toEqual(sin.data);
});

test('inverse frequencies that are given count as those of their base', () => {
  const x = random([3, 8], 9);
  const { values } = core.inverseFrequencies({ rotaryDimensions: 8, base: 500 });
  expect(core.rotate(x, { inverseFrequencies: values })).toEqual(core.rotate(x, { base: 500 }));
  expect(core.rotate(x, { base: 10000 })).toEqual(core.rotate(x));
  expect(core.rotate(x, { inverseFrequencies: [...values] })).toEqual(core.rotate(x, { base: 500 }));
});

test('leading axes are tables one after another', () => {
  const x = random([2, 3, 4, 6], 10);
  for (const call of /** @type {const} */ (['add', 'multiply', 'rotate'])) {
    const whole = core[call](x, { start: 2 });
    expect(whole.shape).toEqual(x.shape);
    for (let n = 0; n < 6; n++) {
      const part = { data: x.data.slice(24 * n, 24 * n + 24), shape: [4, 6] };
      expect(core[call](part, { start: 2 }).data).toEqual(whole.data.slice(24 * n, 24 * n + 24));
    }
  }
  const scores = core.scores(x, x);
  expect(scores.shape).toEqual([2, 3, 4, 4]);
  const last = { data: x.data.slice(24 * 5), shape: [4, 6] };
  expect(core.scores(last, last).data).toEqual(scores.data.slice(16 * 5));
});

test('a row of a learned table can be had without the table, from either stream', () => {
  for (const stream of /** @type {const} */ (['positions', 'words'])) {
    const table = core.learnedTable({ rows: 30, dimensions: 7, seed: 4294967295, stream });
    const ids = [29, 0, 13, 13];
    const rows = core.learnedRows({ ids, dimensions: 7, seed: 4294967295, stream });
    const looked = core.lookup(table, { data: Int32Array.from(ids), shape: [4] });
    expect(rows).toEqual(looked);
  }
  const positions = core.learnedRows({ ids: [1], dimensions: 4, seed: 0 }).data;
  expect(core.learnedRows({ ids: [1], dimensions: 4, seed: 0, stream: 'words' }).data).not.toEqual(positions);
  expect(core.learnedRows({ ids: [2 ** 32 - 1], dimensions: 1, seed: 0 }).data[0]).not.toBeNaN();
});
