import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { training } from './training-oracle.js';

/** @typedef {import('../../web/core/index.js').TrainerOptions} TrainerOptions */

const core = await loadCore();
const native = fileURLToPath(new URL('../../build/native/ropescope-train', import.meta.url));
const encodings = /** @type {const} */ (['learned', 'sinusoidal', 'rotary', 'none']);

/**
 * What the native command makes of the same settings.
 * @param {TrainerOptions} options
 * @param {number} steps
 */
function runNative(options, steps) {
  const args = Object.entries({ ...options, steps }).map(([name, value]) => `${name}=${value}`);
  return JSON.parse(execFileSync(native, ['run', ...args], { encoding: 'utf8' }));
}

/**
 * @template T
 * @param {TrainerOptions} options
 * @param {(trainer: import('../../web/core/index.js').Trainer) => T} use
 * @returns {T}
 */
function withTrainer(options, use) {
  const trainer = core.trainer(options);
  try {
    return use(trainer);
  } finally {
    trainer.free();
  }
}

/** @param {TrainerOptions} options @param {number} steps */
function expectSameBits(options, steps) {
  const want = runNative(options, steps);
  withTrainer(options, (trainer) => {
    const { losses, heldOutLosses } = trainer.step(steps);
    expect(Array.from(losses)).toEqual(want.losses);
    const isHeldOut = (options.share ?? 1) < 1;
    expect(Array.from(heldOutLosses)).toEqual(isHeldOut ? want.heldOutLosses : []);
    const test = trainer.evaluate();
    expect(Array.from(test.losses)).toEqual(want.testLosses);
    expect(Array.from(test.correct)).toEqual(
      want.guesses.map((/** @type {number} */ guess, /** @type {number} */ n) => Number(guess === n)),
    );
  });
}

describe.each([0, 1, 2])('seed %i gives the bits of the native command, step by step,', (seed) => {
  test.each(encodings)('%s, looking 1 and 4 back', (encoding) => {
    for (const lookBack of [1, 4]) expectSameBits({ encoding, lookBack, seed }, 500);
  });
});

test.each([
  { encoding: 'learned', optimiser: 'momentum', learningRate: 0.5, seed: 4294967295, share: 0.6 },
  { encoding: 'sinusoidal', dimensions: 7, length: 33, testLength: 40, lookBack: 9, share: 0.3 },
  {
    encoding: 'rotary',
    dimensions: 64,
    length: 100,
    testLength: 301,
    optimiser: 'momentum',
    learningRate: 0.1,
  },
])('other settings give the bits of the native command: %o', (options) => {
  expectSameBits(/** @type {TrainerOptions} */ (options), 40);
});

describe.each(['learned', 'sinusoidal', 'rotary'])('%s', (name) => {
  const encoding = /** @type {'learned' | 'sinusoidal' | 'rotary'} */ (name);

  test('attends and errs as a plain computation from its own rows says', () => {
    withTrainer({ encoding, lookBack: 2, length: 24, testLength: 96, seed: 8 }, (trainer) => {
      trainer.step(60);
      const want = training(trainer, core);
      const { start, losses, perplexities, correct } = trainer.evaluate();
      expect(start).toBe(2);
      expect(losses.length).toBe((encoding === 'learned' ? 24 : 96) - 2);
      for (const [n, loss] of losses.entries()) {
        // The rows are read as floats.
        expect(Math.abs(loss - want.losses[n])).toBeLessThan(1e-4 * (1 + loss));
        expect(Math.abs(perplexities[n] / Math.exp(loss) - 1)).toBeLessThan(1e-14);
        expect(correct[n]).toBe(want.correct[n]);
      }
      const { data, shape } = trainer.attention();
      expect(shape).toEqual([24, 24]);
      for (const [n, weight] of data.entries()) {
        expect(Math.abs(weight - want.attention[n])).toBeLessThan(1e-4);
      }
    });
  });

  test('learns within 500 steps', () => {
    withTrainer({ encoding }, (trainer) => {
      const { losses } = trainer.step(500);
      expect(losses[499]).toBeLessThan(0.01);
      const { correct } = trainer.evaluate();
      expect(correct.subarray(0, 63).every((one) => one === 1)).toBe(true);
    });
  });
});

test('the floor without positions is a guess among all that can be seen', () => {
  withTrainer({ encoding: 'none' }, (trainer) => {
    expect(Math.exp(trainer.step().losses[0])).toBeCloseTo(25.96, 2);
    const { data } = trainer.attention();
    expect(data[63 * 64]).toBe(1 / 64);
    expect(data[64]).toBe(0.5);
    expect(data[1]).toBe(0);
  });
});
