import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { curvesOf } from '../../web/figures/pairing/compute.js';
import { code as pairing } from '../../web/figures/pairing/figure.js';
import { featureOrder, mixUp } from '../../web/figures/pairing/ways.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import golden from '../golden/permutation.json';
import { oracle, pairingFigure, tokensOf } from './figures-pairing-support.js';

/** @typedef {import('../../web/figures/pairing/compute.js').Panel} Panel */

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** @param {import('../../web/settings/index.js').Patch} [patch] */
const figure = (patch) => pairingFigure(core, patch);

/** @param {readonly number[]} row */
const magnitude = (row) => Math.hypot(...row);

describe('scores of the three ways', () => {
  const cases = [
    {},
    { permuted: true },
    { dimensions: 2 },
    { dimensions: 6, seed: 5, permuted: true },
    { dimensions: 64, seed: 4294967295, base: 500000, positions: 300 },
    { distance: -9, seed: 7, base: 37.5 },
    { distance: 0, permuted: true, seed: 3 },
    { tokens: 'equal', distance: 11 },
    { positions: 1 },
    { positions: 2, distance: -1 },
    { positions: 8192, distance: 8191 },
    { query: [1.5, -2], key: [0.25, 3], permuted: true },
    { dimensions: 4, query: [1, 2, 3, 4], key: [0, 0] },
  ];

  it.each(cases)('are those of plain formulas in double, with %o', (patch) => {
    const { data, settings } = figure(patch);
    const { distance, base } = settings;
    for (const panel of data.panels) {
      const { q, k } = tokensOf(panel);
      const rounding = 3e-6 * Math.max(1, magnitude(q) * magnitude(k));
      data.samples.forEach((position, i) => {
        if (i % 37 !== 0 && i !== data.samples.length - 1) return;
        const m = position + Math.max(0, distance);
        const n = position + Math.max(0, -distance);
        const expected = oracle(panel.way, { q, k, m, n, base });
        expect(Math.abs(Number(panel.scores[i]) - expected.score)).toBeLessThan(rounding);
        expect(Math.abs(Number(panel.magnitudes[i]) - expected.magnitude)).toBeLessThan(rounding);
      });
    }
  });

  it.each(cases)('are the same live as on the curve, with %o', (patch) => {
    const { data } = figure(patch);
    for (const i of [0, Math.floor(data.samples.length / 3), data.samples.length - 1]) {
      pairing.frame(core, data, Number(data.samples[i]));
      data.panels.forEach((panel, way) => {
        expect(data.live.scores[way]).toBe(panel.scores[i]);
        expect(data.live.magnitudes[way]).toBe(panel.magnitudes[i]);
      });
    }
  });

  it('write every frame into the same arrays', () => {
    const { data } = figure();
    const { live } = data;
    const before = { ...live };
    pairing.frame(core, data, 3.5);
    const first = Number(live.scores[2]);
    pairing.frame(core, data, 60);
    expect(live).toEqual(expect.objectContaining({ turned: before.turned, scores: before.scores }));
    expect(live.turned).toBe(before.turned);
    expect(live.scores[2]).not.toBe(first);
  });
});

describe('what is relative', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('both right ways are, and the mixture is not, with seed %i', (seed) => {
    for (const dimensions of [4, 6, 8, 32, 64]) {
      for (const permuted of [false, true]) {
        const { interleaved, half, mixed } = figure({ seed, dimensions, permuted });
        expect([interleaved.isRelative, half.isRelative, mixed.isRelative]).toEqual([true, true, false]);
        expect([interleaved, half, mixed].map((panel) => panel.keepsMagnitude)).toEqual([true, true, false]);
        expect(half.isFirst).toBe(permuted);
        expect(mixed.isFirst).toBe(false);
      }
    }
  });

  it('permuted weights make half give interleaved’s score to the last bits, and do not mend the mixture', () => {
    for (const seed of [0, 1, 9]) {
      const { interleaved, half, mixed } = figure({ permuted: true, seed, dimensions: 16 });
      interleaved.scores.forEach((score, i) => {
        expect(Math.abs(score - Number(half.scores[i]))).toBeLessThan(2e-6);
      });
      expect(mixed.scoreRange[1] - mixed.scoreRange[0]).toBeGreaterThan(1);
    }
  });

  it('the mixture is a rotation where all pairs turn alike, and with one pair', () => {
    expect(figure({ base: 1 }).mixed.isRelative).toBe(true);
    expect(figure({ base: 1 }).mixed.arcs.every(({ agree }) => agree)).toBe(true);
    expect(figure({ dimensions: 2 }).mixed.isFirst).toBe(true);
    expect(figure({ dimensions: 4 }).mixed.arcs.some(({ agree }) => agree)).toBe(false);
  });

  it('at position 0 nothing turns, and so all three agree on the first token', () => {
    const { data } = figure({ distance: 0 });
    pairing.frame(core, data, 0);
    const [first, ...others] = data.live.scores;
    for (const other of others) expect(other).toBeCloseTo(Number(first), 5);
  });
});

describe('places and weights', () => {
  test('features are reordered as Hugging Face’s converter does', () => {
    for (const { heads, head_dim, half_from_interleaved } of golden.values.index) {
      if (heads === 1) expect(featureOrder(head_dim, true)).toEqual(half_from_interleaved);
      expect(featureOrder(head_dim, false)).toEqual(Array.from({ length: head_dim }, (_, i) => i));
    }
  });

  test('after permuting, half’s arcs join the features that interleaved’s join, by the same θ', () => {
    const { interleaved, half } = figure({ permuted: true, dimensions: 12 });
    const joined = (/** @type {Panel} */ { arcs, order, frequencies }) =>
      arcs
        .map(({ from, to }) => `${order[from]}-${order[to]} by ${frequencies[from]} and ${frequencies[to]}`)
        .sort();
    expect(joined(half)).toEqual(joined(interleaved));
    expect(half.arcs.map(({ from, to }) => to - from)).toEqual(Array(6).fill(6));
  });

  test('the mixture has half’s arcs and interleaved’s angles', () => {
    const { interleaved, half, mixed } = figure({ dimensions: 10 });
    const ends = (/** @type {Panel} */ { arcs }) => arcs.map(({ from, to }) => [from, to]);
    expect(ends(mixed)).toEqual(ends(half));
    expect(mixed.frequencies).toEqual(interleaved.frequencies);
    expect(interleaved.frequencies).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(half.frequencies).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  });

  test('the mixture turns rows one by one', () => {
    const rows = Float32Array.from({ length: 8 }, (_, i) => i + 1);
    const cos = Float32Array.from([1, 0.5, 0.25, 0.125]);
    const sin = Float32Array.from([0, 2, 4, 8]);
    const out = new Float32Array(8);
    mixUp(rows, cos, sin, 4, out);
    expect(Array.from(out)).toEqual([1, 2, 1.5 + 2, 2 + 4, 1.25 - 28, 1.5 - 32, 0.875 + 40, 1 + 48]);
  });

  test('a query and a key of one’s own are taken as they are, two numbers for every pair of neighbours', () => {
    const { interleaved, half, data } = figure({
      query: [1, 2],
      key: [8, 7, 6, 5, 4, 3, 2, 1],
      pairing: 'half',
    });
    expect(tokensOf(interleaved)).toEqual({ q: [1, 2, 1, 2, 1, 2, 1, 2], k: [8, 7, 6, 5, 4, 3, 2, 1] });
    expect(tokensOf(half)).toEqual(tokensOf(interleaved));
    expect(data.isOwn).toEqual({ query: true, key: true });
    const { problems } = change(defaultsOf('pairing'), { query: [1, 2, 3] });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('got 3 numbers')]);
  });

  test('own numbers can be turned too', () => {
    const { scores, magnitudes } = curvesOf(core, 'half', Float32Array.from([1, 0, 0, 2]), {
      queries: Float64Array.from([1, 100]),
      keys: Float64Array.from([0, 99]),
      base: 10000,
    });
    // (1, 0) turned by 1 radian against (0, 2): the cosine of the angle between them is sin 1.
    expect(scores[0]).toBeCloseTo(2 * Math.sin(1), 6);
    expect(scores[1]).toBeCloseTo(2 * Math.sin(1), 5);
    expect(magnitudes[1]).toBeCloseTo(1, 6);
  });
});
