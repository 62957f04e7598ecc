import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { expectNear, expectRounded, random } from './core-support.js';

const core = await loadCore();
const pairings = /** @type {const} */ (['interleaved', 'half']);
const layouts = /** @type {const} */ (['interleaved', 'concatenated']);

/**
 * Angles near a million are off by up to 6e-11 in double, so these sines are too.
 * @param {{ positions: number, dimensions: number, start: number, base?: number, layout: string }} options
 */
function encoding({ positions, dimensions, start, base, layout }) {
  const even = dimensions + (dimensions % 2);
  // θ_i = base^(−2i / dimensions), also where the last pair has no cosine.
  const values = Array.from({ length: even / 2 }, (_, i) => (base ?? 10000) ** ((-2 * i) / dimensions));
  const want = new Float64Array(positions * dimensions);
  for (let row = 0; row < positions; row++) {
    for (let feature = 0; feature < dimensions; feature++) {
      const woven = layout === 'interleaved';
      const isSine = woven ? feature % 2 === 0 : feature < even / 2;
      const pair = woven ? Math.floor(feature / 2) : feature % (even / 2);
      const angle = (start + row) * values[pair];
      want[row * dimensions + feature] = isSine ? Math.sin(angle) : Math.cos(angle);
    }
  }
  return want;
}

describe.each(layouts)('%s tables', (layout) => {
  test.each([0, 0.5, -5000.7, 999000, 999000.3])('from position %d are exact to float rounding', (start) => {
    for (const [positions, dimensions, base] of [
      [1001, 64, 10000],
      [70, 517, 500000],
      [9, 1031, 1e9],
    ]) {
      const options = { positions, dimensions, start, base, layout };
      expectNear(core.sinusoidal(options).data, encoding(options), 3.1e-8);
    }
  });

  test('have the same rows wherever they begin', () => {
    const options = { dimensions: 30, layout };
    for (const part of [0, 0.25]) {
      const whole = core.sinusoidal({ ...options, positions: 9000, start: part - 300 }).data;
      for (const first of [1, 63, 64, 300, 4095, 8000]) {
        const some = core.sinusoidal({ ...options, positions: 100, start: first + part - 300 }).data;
        expect(some).toEqual(whole.slice(30 * first, 30 * (first + 100)));
      }
    }
  });

  test('are added and multiplied in double, and rounded once', () => {
    for (const dimensions of [1, 7, 64, 515]) {
      const x = random([3, 70, dimensions], dimensions);
      const table = encoding({ positions: 70, dimensions, start: 3.5, layout });
      const at = (/** @type {number} */ n) => table[n % table.length];
      const sum = Array.from(x.data, (value, n) => value + at(n));
      const product = Array.from(x.data, (value, n) => value * at(n));
      expectRounded(core.add(x, { start: 3.5, layout }).data, sum, 1e-12);
      expectRounded(core.multiply(x, { start: 3.5, layout }).data, product, 2e-12);
    }
  });
});

test('cosines and sines far out are exact to float rounding', () => {
  const [positions, rotaryDimensions, start] = [2000, 128, 998000.7];
  const { cos, sin } = core.cosSin({ positions, rotaryDimensions, start });
  const { values } = core.inverseFrequencies({ rotaryDimensions });
  const angles = Array.from(cos.data, (_, n) => (start + Math.floor(n / 64)) * values[n % 64]);
  expectNear(cos.data, angles.map(Math.cos), 3.1e-8);
  expectNear(sin.data, angles.map(Math.sin), 3.1e-8);
});

describe.each(pairings)('turning %s pairs at positions one after another', (pairing) => {
  /**
   * @param {ReturnType<typeof random>} x
   * @param {number} rotaryDimensions
   * @param {(a: number, b: number, row: number, pair: number) => [number, number]} turn
   */
  function turned({ data, shape }, rotaryDimensions, turn) {
    const [positions, dimensions] = shape.slice(-2);
    const want = Array.from(data);
    const pairs = rotaryDimensions / 2;
    for (let row = 0; row < data.length / dimensions; row++) {
      for (let i = 0; i < pairs; i++) {
        const a = row * dimensions + (pairing === 'half' ? i : 2 * i);
        const b = a + (pairing === 'half' ? pairs : 1);
        [want[a], want[b]] = turn(data[a], data[b], row % positions, i);
      }
    }
    return want;
  }

  test('is in double and rounded once, for every size of table and remainder', () => {
    for (const [tables, dimensions, rotaryDimensions] of [
      [1, 2, 2],
      [3, 7, 6],
      [4, 64, 64],
      [9, 130, 30],
      [5, 531, 530],
    ]) {
      const x = random([tables, 11, dimensions], tables);
      const { values } = core.inverseFrequencies({ rotaryDimensions });
      const want = turned(x, rotaryDimensions, (a, b, row, pair) => {
        const [cosine, sine] = [
          Math.cos((77.25 + row) * values[pair]),
          Math.sin((77.25 + row) * values[pair]),
        ];
        return [a * cosine - b * sine, a * sine + b * cosine];
      });
      const got = core.rotate(x, { pairing, rotaryDimensions, start: 77.25 });
      expectRounded(got.data, want, 1e-12);
    }
  });

  test('is by the very numbers of cosSin, in float, if the table is float32', () => {
    const options = { rotaryDimensions: 30, start: 5, attentionFactor: 1.19 };
    const precision = /** @type {const} */ ({ table: 'float32' });
    const x = random([6, 12, 35], 3);
    const { cos, sin } = core.cosSin({ positions: 12, ...options, precision });
    const f = Math.fround;
    const want = turned(x, 30, (a, b, row, pair) => {
      const [cosine, sine] = [cos.data[15 * row + pair], sin.data[15 * row + pair]];
      return [f(f(a * cosine) - f(b * sine)), f(f(a * sine) + f(b * cosine))];
    });
    expect(core.rotate(x, { ...options, pairing, precision }).data).toEqual(Float32Array.from(want));
  });

  test('with a table of float32 is off by no more than that allows', () => {
    const x = random([4, 50, 512], 4);
    const exact = core.rotate(x, { pairing, start: 1000 }).data;
    const { data } = core.rotate(x, { pairing, start: 1000, precision: { table: 'float32' } });
    expect(data).not.toEqual(exact);
    expectNear(data, exact, 1.9e-7 * Math.SQRT2 * 2);
  });

  test('names the number that was not finite, and the one that became too large', () => {
    const x = random([2, 9, 8], 5);
    x.data[77] = Number.NaN;
    expect(() => core.rotate(x, { pairing })).toThrow('x must hold finite numbers, got NaN at index 77');
    x.data[77] = Number.NEGATIVE_INFINITY;
    const message = 'x must hold finite numbers, got -Infinity at index 77';
    expect(() => core.rotate(x, { pairing, rotaryDimensions: 4 })).toThrow(message);
    x.data.fill(3.4e38);
    expect(() => core.rotate(x, { pairing, start: 7 })).toThrow(
      'x must be small enough to turn within a float',
    );
    const still = { data: x.data, shape: [18, 8] };
    expect(core.rotate(still, { pairing, positionIds: new Array(18).fill(0) }).data).toEqual(x.data);
  });
});
