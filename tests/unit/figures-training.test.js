import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { aligned, principalPlane, symmetricEigen } from '../../web/figures/training/components.js';
import { notes, describe as sentence } from '../../web/figures/training/describe.js';
import { Lab } from '../../web/figures/training/lab.js';
import { lossesNow, nameOf, scoreOf, stretchesOf } from '../../web/figures/training/stretches.js';
import { dataOf } from './figures-training-support.js';

const core = await loadCore();

/** The whole run, as the figure has it. @param {import('../../web/settings/index.js').Patch} patch */
function finished(patch) {
  const { data } = dataOf(core, patch);
  const lab = new Lab(core, { budget: 1e9 });
  lab.begin(data.plan);
  const report = lab.advance({ goal: data.plan.steps, picture: false, test: true });
  lab.end();
  if (!report?.tests) throw new Error('there is no test');
  const padded = (/** @type {Float64Array} */ list) => {
    const all = new Float64Array(data.plan.steps).fill(Number.NaN);
    all.set(list);
    return all;
  };
  const losses = Object.fromEntries(
    Object.entries(report.losses).map(([name, list]) => [name, padded(list)]),
  );
  data.result = { ...report, losses, tests: report.tests };
  return data;
}

/** Numbers that look random, −1 to 1. @param {number} seed */
function randoms(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

describe('components', () => {
  test.each([1, 2, 3, 16, 40])('eigenvectors of a symmetric matrix of %i rows', (size) => {
    const random = randoms(size);
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j <= i; j += 1) {
        matrix[i * size + j] = random();
        matrix[j * size + i] = Number(matrix[i * size + j]);
      }
    const { values, vectors } = symmetricEigen(matrix, size);
    for (let v = 0; v < size; v += 1) {
      if (v > 0) expect(values[v - 1]).toBeGreaterThanOrEqual(Number(values[v]));
      const vector = vectors.subarray(v * size, (v + 1) * size);
      expect(Math.max(...vector.map(Math.abs))).toBe(Math.max(...vector));
      for (let i = 0; i < size; i += 1) {
        let sum = 0;
        for (let j = 0; j < size; j += 1) sum += Number(matrix[i * size + j]) * Number(vector[j]);
        expect(Math.abs(sum - Number(values[v]) * Number(vector[i]))).toBeLessThan(1e-9);
      }
      for (let w = 0; w <= v; w += 1) {
        const product = vector.reduce((sum, value, i) => sum + value * Number(vectors[w * size + i]), 0);
        expect(product).toBeCloseTo(w === v ? 1 : 0, 9);
      }
    }
  });

  test('the principal plane is where most of it lies', () => {
    // Points of an ellipse in the plane of features 1 and 3, and a little beside.
    const points = Float64Array.from({ length: 40 * 4 }, (_, i) => {
      const angle = Math.floor(i / 4);
      return [0.01 * Math.sin(7 * angle), 3 * Math.cos(angle), 0, Math.sin(angle)][i % 4] ?? 0;
    });
    const { x, y, share } = principalPlane([points], 4);
    expect(x[1]).toBeGreaterThan(0.99);
    expect(y[3]).toBeGreaterThan(0.99);
    expect(share).toBeGreaterThan(0.9999);
    expect(principalPlane([new Float64Array(8)], 4).share).toBe(0);
  });

  test.each([
    [0, 1],
    [1.3, 1],
    [3.1, 1],
    [-2, -1],
    [0.4, -1],
  ])('a plane that was turned by %d, or turned over, is brought back', (angle, sign) => {
    const { vectors } = symmetricEigen(
      Float64Array.from({ length: 25 }, (_, i) => Math.cos((i % 5) * Math.floor(i / 5))),
      5,
    );
    const before = { x: vectors.slice(0, 5), y: vectors.slice(5, 10), share: 1 };
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const turned = {
      x: before.x.map((value, i) => c * value + s * Number(before.y[i])),
      y: before.x.map((value, i) => sign * (c * Number(before.y[i]) - s * value)),
      share: 1,
    };
    const back = aligned(turned, before);
    for (let i = 0; i < 5; i += 1) {
      expect(back.x[i]).toBeCloseTo(Number(before.x[i]), 12);
      expect(back.y[i]).toBeCloseTo(Number(before.y[i]), 12);
    }
  });
});

describe('stretches of positions', () => {
  test('a trained length at a time', () => {
    const names = (/** @type {number} */ testLength) =>
      stretchesOf({ lookBack: 2, length: 64, testLength }).map(nameOf);
    expect(names(64)).toEqual(['2–63']);
    expect(names(65)).toEqual(['2–63', '64']);
    expect(names(256)).toEqual(['2–63', '64–127', '128–191', '192–255']);
  });

  test('a score is e to the mean loss, and none where there is no encoding', () => {
    const test = { start: 1, losses: Float64Array.of(0, 2, 4), correct: Uint8Array.of(1, 0, 1) };
    const score = scoreOf(test, { from: 2, to: 4, trained: true });
    expect(score?.perplexity).toBeCloseTo(Math.exp(3), 12);
    expect(score?.accuracy).toBe(0.5);
    expect(scoreOf(test, { from: 4, to: 5, trained: false })).toBeUndefined();
    expect(lossesNow(test, 4, Int32Array.of(2))).toEqual({ trained: 2, heldOut: 2 });
    expect(lossesNow(test, 4, Int32Array.of()).heldOut).toBeUndefined();
  });
});

describe('what is trained', () => {
  test('follows the settings', () => {
    const { data } = dataOf(core, { lookBack: 3, share: 0.7, optimiser: 'momentum', steps: 9, seed: 5 });
    expect(data.plan).toEqual({
      steps: 9,
      options: {
        lookBack: 3,
        dimensions: 16,
        length: 64,
        testLength: 256,
        seed: 5,
        optimiser: 'momentum',
        learningRate: 0.05,
        share: 0.7,
      },
    });
    expect(notes(data)).toEqual([]);
  });
});

describe('the sentence', () => {
  test('tells the task before the run, and the numbers after it', () => {
    expect(sentence(dataOf(core).data)).toBe(
      'One attention head must learn to look 1 token back, and positions are all that it has: 500 steps of training ' +
        'on 64 positions, learned, sinusoidal, rotary and without any, side by side.',
    );
    expect(sentence(finished({}))).toBe(
      'After 500 steps of learning to look 1 token back, the training loss and the perplexity over positions 1–63 are ' +
        '9.07·10⁻⁷ and 1.00 with learned positions, 0.00029 and 1.00 with sinusoidal, 0.00223 and 1.00 with rotary ' +
        'and 3.26 and 25.96 with none. Past the trained length, at 64–127, 128–191 and 192–255, perplexity is 1.93, ' +
        '226.86 and 4.91 with sinusoidal positions (accuracy 0.77, 0.08 and 0.66) and 1.00, 1.00 and 1.00 with rotary ' +
        'positions (accuracy 1.00, 1.00 and 1.00); a learned table has no row there.',
    );
  });

  test('tells of what was held out', () => {
    const data = finished({ share: 0.5 });
    expect(sentence(data)).toContain(
      'Over the 31 positions held out, the loss is 25.78 with learned positions, 0.0025 with sinusoidal and 0.00225 with rotary.',
    );
    expect(sentence(data)).toContain('positions 1–63, those held out among them, are');
    expect(notes(data)).toEqual([
      '31 of 63 positions are held out: they are keys as all others, but no query of theirs counts in training.',
    ]);
  });

  test('has nothing to say past the trained length where no test goes there', () => {
    expect(sentence(finished({ sequenceLength: 64, steps: 3 }))).not.toContain('Past');
  });

  test('a note tells which training ran away', () => {
    const data = finished({ optimiser: 'momentum', learningRate: 10, dimensions: 8, steps: 300 });
    const stopped = Object.entries(data.result?.losses ?? {}).filter(([, list]) => list.some(Number.isNaN));
    expect(stopped.length).toBeGreaterThan(0);
    expect(notes(data).length).toBe(stopped.length);
    expect(notes(data)[0]).toMatch(/from step \d+ on the numbers grow beyond all bounds/);
  });
});
