import { describe, expect, test } from 'vitest';
import { aligned, principalPlane, symmetricEigen } from '../../web/figures/training/components.js';
import { finished } from './figures-training-support.js';

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
    const { values, vectors } = finished(symmetricEigen(matrix, size));
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
    const { x, y, share } = finished(principalPlane([points], 4));
    expect(x[1]).toBeGreaterThan(0.99);
    expect(y[3]).toBeGreaterThan(0.99);
    expect(share).toBeGreaterThan(0.9999);
    expect(finished(principalPlane([new Float64Array(8)], 4)).share).toBe(0);
  });

  test.each([
    [0, 1],
    [1.3, 1],
    [3.1, 1],
    [-2, -1],
    [0.4, -1],
  ])('a plane that was turned by %d, or turned over, is brought back', (angle, sign) => {
    const matrix = Float64Array.from({ length: 25 }, (_, i) => Math.cos((i % 5) * Math.floor(i / 5)));
    const { vectors } = finished(symmetricEigen(matrix, 5));
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
