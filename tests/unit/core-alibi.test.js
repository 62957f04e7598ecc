import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { expectNear, expectRounded, flat, golden, refuse } from './core-support.js';

const core = await loadCore();

test('ALiBi has the slopes of its authors for 1 to 16 heads', () => {
  const { values, tolerance } = golden('alibi_slopes');
  expect(values.length).toBe(16);
  for (const { heads, slopes } of values) expectNear(core.alibiSlopes(heads), slopes, tolerance.abs);
});

test('ALiBi has the biases of its slopes, and none for keys ahead', () => {
  const { values, tolerance, params } = golden('alibi_bias_causal');
  for (const { heads, bias } of values) {
    const got = core.alibiBias({ heads, queries: params.seq, keys: params.seq });
    expect(got.shape).toEqual([heads, params.seq, params.seq]);
    const want = flat(bias).map((cell) => cell ?? Number.NEGATIVE_INFINITY);
    expectRounded(got.data, want, tolerance.abs);
    expect(got.data.some((value) => Object.is(value, -0))).toBe(false);
  }
});

test('queries may begin later, as when a text is continued', () => {
  const whole = core.alibiBias({ heads: 1, queries: 6, keys: 6 }).data;
  expect(core.alibiBias({ heads: 1, queries: 2, keys: 6, start: 4 }).data).toEqual(whole.slice(24));
  const buckets = core.t5Buckets({ queries: 6, keys: 6 }).data;
  expect(core.t5Buckets({ queries: 2, keys: 6, start: 4 }).data).toEqual(buckets.slice(24));
});

/**
 * @param {number} relative key's position less the query's
 * @param {boolean} bidirectional
 */
const bucket = (relative, bidirectional) =>
  core.t5Buckets({ queries: 1, keys: 1, start: -relative, bidirectional }).data[0];

test.each([
  [-20, 10],
  [-64, 14],
  [-128, 15],
  [1, 17],
  [64, 30],
])('T5 puts a key at %d in bucket %d', (relative, want) => {
  expect(bucket(relative, true)).toBe(want);
});

test.each([
  [-16, 16],
  [-64, 26],
  [-113, 31],
  [5, 0],
])('T5 puts a key at %d in bucket %d for a decoder', (relative, want) => {
  expect(bucket(relative, false)).toBe(want);
});

test('T5’s buckets are those of a float32 reference at every distance', () => {
  const { data, shape } = core.t5Buckets({ queries: 301, keys: 301 });
  expect(shape).toEqual([301, 301]);
  for (let query = 0; query < 301; query += 50) {
    for (let key = 0; key < 301; key++) {
      const distance = Math.abs(key - query);
      const ratio = Math.fround(Math.fround(Math.log(distance / 8)) / Math.log(16));
      const wide = Math.min(8 + Math.trunc(ratio * 8), 15);
      const want = (key > query ? 16 : 0) + (distance < 8 ? distance : wide);
      expect(data[query * 301 + key], `${key - query}`).toBe(want);
    }
  }
});

test('results may go into arrays of the caller', () => {
  const out = new Float32Array(8);
  expect(core.alibiBias({ heads: 2, queries: 2, keys: 2, out }).data).toBe(out);
  const buckets = new Int32Array(4).fill(9);
  expect(core.t5Buckets({ queries: 2, keys: 2, out: buckets }).data).toBe(buckets);
  expect([...buckets]).toEqual([0, 17, 1, 0]);
});

describe('what is refused', () => {
  const start = 'start must be an integer from -100000000 to 100000000, got';
  refuse(core, [
    ['alibiSlopes', [0], RangeError, 'heads must be an integer from 1 to 1048576, got 0'],
    ['alibiSlopes', [], TypeError, 'heads must be an integer from 1 to 1048576, got undefined'],
    [
      'alibiBias',
      [{ heads: 1, queries: 1 }],
      TypeError,
      'keys must be an integer from 1 to 1048576, got undefined',
    ],
    ['alibiBias', [{ heads: 1, queries: 1, keys: 1, start: 0.5 }], RangeError, `${start} 0.5`],
    [
      'alibiBias',
      [{ heads: 1, queries: 1, keys: 1, slope: 1 }],
      RangeError,
      'options of alibiBias must be of heads, queries, keys, start, out, got "slope"',
    ],
    [
      'alibiBias',
      [{ heads: 1024, queries: 1024, keys: 1024 }],
      RangeError,
      "alibiBias needs 4294975488 bytes, more than the core's 1 GiB",
    ],
    [
      'alibiBias',
      [{ heads: 1, queries: 1, keys: 1, out: new Float32Array(2) }],
      RangeError,
      'out must have length 1, got 2',
    ],
    ['t5Buckets', [{ queries: 1, keys: 1, start: 1e9 }], RangeError, `${start} 1000000000`],
    [
      't5Buckets',
      [{ queries: 1, keys: 1, buckets: 31 }],
      RangeError,
      'buckets must be an even integer from 2 to 1048576, got 31',
    ],
    [
      't5Buckets',
      [{ queries: 1, keys: 1, buckets: 2 }],
      RangeError,
      'buckets must be at least 4 where bidirectional is true, got 2',
    ],
    [
      't5Buckets',
      [{ queries: 1, keys: 1, maxDistance: 8 }],
      RangeError,
      'maxDistance must be an integer from 9 to 1048576, got 8',
    ],
    [
      't5Buckets',
      [{ queries: 1, keys: 1, bidirectional: 'yes' }],
      TypeError,
      'bidirectional must be true or false, got "yes"',
    ],
    [
      't5Buckets',
      [{ queries: 1, keys: 1, out: new Float32Array(1) }],
      TypeError,
      'out must be an Int32Array, got a Float32Array',
    ],
  ]);
});
