import { expect, test } from 'vitest';
import { overDistances } from '../../web/figures/decay/compute.js';

test.each([
  [1, 8192],
  [10000, 8192],
  [1e9, 8192],
])(
  'cosines and sines with base %d are exact to 1e-13 up to the farthest of %i distances',
  (base, distances) => {
    // Of few bits, so that the products with distances are exact, and no rounding of angles hides what the way does.
    const frequencies = Float64Array.from(
      { length: 64 },
      (_, i) => Math.ceil(2 ** 30 * base ** (-i / 64)) / 2 ** 30,
    );
    let [worst, visited] = [0, 0];
    overDistances(frequencies, distances, (distance, cos, sin) => {
      visited += 1;
      for (const [i, frequency] of frequencies.entries()) {
        const angle = distance * frequency;
        worst = Math.max(worst, Math.abs(cos[i] - Math.cos(angle)), Math.abs(sin[i] - Math.sin(angle)));
      }
      return undefined;
    });
    expect(visited).toBe(distances);
    expect(worst).toBeLessThan(1e-13);
  },
);
