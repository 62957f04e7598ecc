import { describe, expect, test } from 'vitest';
import { duration, placeOf, stepAt } from '../../web/figures/training/run.js';

describe.each([1, 2, 7, 500, 5000])('the pace of a run of %i steps', (steps) => {
  test('a step begins exactly at its place, and not before', () => {
    for (let step = 0; step <= steps; step += Math.max(1, Math.floor(steps / 97))) {
      expect(stepAt(placeOf(step, steps), steps)).toBe(step);
      if (step > 0) expect(stepAt(placeOf(step, steps) - 1e-7, steps)).toBe(step - 1);
    }
  });

  test('it begins at step 0 and ends at the last, and later places are as far along as they should be', () => {
    expect([stepAt(0, steps), stepAt(1, steps)]).toEqual([0, steps]);
    // Half of the time shows the steps up to the square root of all, on a scale of logarithms.
    expect(stepAt(0.5, steps)).toBe(Math.floor(Math.sqrt(steps + 1) - 1 + 1e-9));
  });

  test('it takes ten seconds, or a quarter of a second a step where there are few', () => {
    expect(duration(steps)).toBe(steps < 40 ? steps / 4 : 10);
  });
});
