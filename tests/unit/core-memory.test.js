import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { random } from './core-support.js';

const core = await loadCore();

afterEach(() => vi.unstubAllGlobals());

/** Each call that gives a tensor, with its arguments but for `out`. */
const x = random([2, 5, 4], 1);
const ids = { data: Int32Array.of(3, 0), shape: [1, 2] };
const angles = { positions: 3, rotaryDimensions: 4 };
/** @type {Record<string, (out?: Float32Array) => { data: Float32Array, shape: number[] }>} */
const calls = {
  sinusoidal: (out) => core.sinusoidal({ positions: 5, dimensions: 4, out }),
  add: (out) => core.add(x, { start: 3.7, out }),
  multiply: (out) => core.multiply(x, { start: 3.7, out }),
  rotate: (out) => core.rotate(x, { positionIds: [1, 2, 3, 4, 5.5], out }),
  cosines: (out) => core.cosSin({ ...angles, out: out && { cos: out, sin: new Float32Array(6) } }).cos,
  sines: (out) => core.cosSin({ ...angles, out: out && { cos: new Float32Array(6), sin: out } }).sin,
  learnedTable: (out) => core.learnedTable({ rows: 3, dimensions: 5, seed: 2, out }),
  learnedRows: (out) => core.learnedRows({ ids: [7, 9], dimensions: 5, seed: 2, out }),
  alibiBias: (out) => core.alibiBias({ heads: 3, queries: 4, keys: 5, start: 4, out }),
  lookup: (out) => core.lookup(random([4, 3], 2), ids, { out }),
  scores: (out) => core.scores(x, x, { out }),
};

describe.each(Object.entries(calls))('%s', (_, call) => {
  test('fills out and gives it back', () => {
    const want = call();
    const out = new Float32Array(want.data.length).fill(Number.NaN);
    const got = call(out);
    expect(got.data).toBe(out);
    expect(got).toEqual(want);
  });

  test('gives what is the caller’s own, whatever is called later', () => {
    const first = call();
    const kept = { data: first.data.slice(), shape: [...first.shape] };
    for (let n = 0; n < 1000; n++) {
      core.rotate(random([1, 8], n));
      core.scores(x, x);
      call();
    }
    expect(first).toEqual(kept);
    expect(first.data.buffer.byteLength).toBe(first.data.byteLength);
    first.data.fill(0);
    first.shape[0] = 0;
    expect(call()).toEqual(kept);
  });
});

test('results survive growth of the memory', () => {
  const before = core.memoryBytes;
  const first = core.add(x);
  const kept = first.data.slice();
  core.sinusoidal({ positions: 1048576, dimensions: 8 });
  expect(core.memoryBytes).toBeGreaterThan(before);
  expect(first.data).toEqual(kept);
  expect(core.add(x).data).toEqual(kept);
});

test('a call with out makes no array', () => {
  const one = random([1, 512], 3);
  const out = new Float32Array(512);
  core.add(one, { start: 1, out });
  core.rotate(one, { start: 1, out });
  let made = 0;
  for (const name of /** @type {const} */ (['Float32Array', 'Float64Array', 'Int32Array', 'Uint8Array'])) {
    vi.stubGlobal(
      name,
      new Proxy(globalThis[name], {
        construct(type, args) {
          made++;
          return Reflect.construct(type, args);
        },
      }),
    );
  }
  const copy = vi.spyOn(Object.getPrototypeOf(Float32Array.prototype), 'subarray');
  for (let frame = 0; frame < 100; frame++) {
    core.add(one, { start: frame / 7, out });
    core.multiply(one, { start: frame / 7, out });
    core.rotate(one, { start: frame / 7, out, pairing: 'half' });
  }
  expect(made).toBe(0);
  expect(copy).not.toHaveBeenCalled();
  copy.mockRestore();
});

test('out may be the input itself', () => {
  const want = core.rotate(x, { start: 2 }).data;
  const own = { data: x.data.slice(), shape: x.shape };
  expect(core.rotate(own, { start: 2, out: own.data }).data).toBe(own.data);
  expect(own.data).toEqual(want);
});

test('out may be given for cosines or sines alone', () => {
  const { cos, sin } = core.cosSin(angles);
  expect([cos.shape, sin.shape]).toEqual([
    [3, 2],
    [3, 2],
  ]);
  const out = new Float32Array(6);
  for (const name of /** @type {const} */ (['cos', 'sin'])) {
    const given = core.cosSin({ ...angles, out: /** @type {any} */ ({ [name]: out }) });
    expect(given).toEqual({ cos, sin });
    expect(given[name].data).toBe(out);
  }
});

test('what is refused leaves out as it was', () => {
  const out = new Float32Array(2).fill(7);
  const bad = { data: Float32Array.of(1, Number.NaN), shape: [1, 2] };
  expect(() => core.add(bad, { out })).toThrow(RangeError);
  expect(out).toEqual(Float32Array.of(7, 7));
});

describe('more than the core can have', () => {
  /** @type {[string, () => unknown, string][]} */
  const tooLarge = [
    [
      'sinusoidal',
      () => core.sinusoidal({ positions: 1048576, dimensions: 1048576 }),
      "sinusoidal needs 4398050705408 bytes, more than the core's 1 GiB",
    ],
    [
      'learnedTable',
      () => core.learnedTable({ rows: 1048576, dimensions: 257, seed: 0 }),
      "learnedTable needs 1077936128 bytes, more than the core's 1 GiB",
    ],
    [
      'learnedTable, by what the core has for itself',
      () => core.learnedTable({ rows: 1048576, dimensions: 256, seed: 0 }),
      "learnedTable needs 1073741824 bytes, more than is free in the core's 1 GiB",
    ],
    [
      'cosSin',
      () => core.cosSin({ positions: 1048576, rotaryDimensions: 1024 }),
      "cosSin needs 4294971392 bytes, more than the core's 1 GiB",
    ],
    [
      't5Buckets',
      () => core.t5Buckets({ queries: 1048576, keys: 1048576 }),
      "t5Buckets needs 4398046511104 bytes, more than the core's 1 GiB",
    ],
    [
      'scores',
      () => core.scores(random([20000, 1], 1), random([20000, 1], 1)),
      "scores needs 1600160000 bytes, more than the core's 1 GiB",
    ],
  ];
  test.each(tooLarge)('is refused by %s, and the core lives on', (_, call, message) => {
    const bytes = core.memoryBytes;
    for (let n = 0; n < 3; n++) {
      expect(call).toThrow(RangeError);
      expect(call).toThrow(message);
    }
    expect(core.memoryBytes).toBe(bytes);
    expect(core.add(x).data.every(Number.isFinite)).toBe(true);
  });

  test('is told from a result for which JavaScript has no room', () => {
    vi.stubGlobal(
      'Float32Array',
      new Proxy(Float32Array, {
        construct(type, args) {
          if (args[0] === 1024) throw new RangeError('Array buffer allocation failed');
          return Reflect.construct(type, args);
        },
      }),
    );
    const message = 'a result of 1024 numbers needs more memory than there is';
    expect(() => core.sinusoidal({ positions: 2, dimensions: 512 })).toThrow(message);
  });
});

test('the memory after many calls is what it was', () => {
  const round = (/** @type {number} */ n) => {
    core.sinusoidal({ positions: 1 + ((n * 370) % 4096), dimensions: 2 + ((n * 13) % 62) });
    core.rotate(random([1 + (n % 50), 64], n), { start: n / 3 });
    core.learnedRows({ ids: [n], dimensions: 1 + (n % 512), seed: n });
    core.learnedTable({ rows: 1 + ((n * 910) % 3000), dimensions: 1 + (n % 100), seed: n });
    core.cosSin({ positions: 1 + ((n * 31) % 500), rotaryDimensions: 64 });
    core.alibiBias({ heads: 1 + (n % 40), queries: 1 + ((n * 31) % 300), keys: 50 });
    core.t5Buckets({ queries: 1 + ((n * 37) % 700), keys: 60 });
    const scaling = { rope_type: 'yarn', factor: 2 + n, original_max_position_embeddings: 4096 };
    core.inverseFrequencies({ rotaryDimensions: 2 + 2 * (n % 3000), scaling });
  };
  for (let n = 0; n < 50; n++) round(n);
  const bytes = core.memoryBytes;
  for (let n = 0; n < 100; n++) round(n);
  expect(core.memoryBytes).toBe(bytes);
});
