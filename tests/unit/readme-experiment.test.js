import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';

/** @typedef {import('../../web/core/index.js').TrainerOptions} TrainerOptions */

const core = await loadCore();
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const [length, testLength] = [64, 256];

/** Cells of the README's table, by its first. */
const table = new Map(
  readme
    .split('\n')
    .filter((line) => /^\| (sinusoidal|rotary|learned), /.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map(([name, ...cells]) => [String(name).trim(), cells.map((cell) => cell.trim())]),
);

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (Number(sorted[4]) + Number(sorted[5])) / 2;
}

/**
 * What ten seeds give.
 *
 * @param {TrainerOptions} options
 * @param {number} steps
 * @returns {{ perplexities: number[], accuracies: number[] }[]} a stretch of positions
 */
function trained(options, steps) {
  const tests = seeds.map((seed) => {
    const trainer = core.trainer({ ...options, length, testLength, seed });
    trainer.step(steps);
    const test = trainer.evaluate();
    trainer.free();
    return test;
  });
  return [0, 1, 2, 3].map((stretch) => {
    const parts = tests.map(({ start, losses, correct }) => {
      const [from, to] = [Math.max(0, stretch * length - start), (stretch + 1) * length - start];
      return { losses: losses.slice(from, to), correct: correct.slice(from, to) };
    });
    const mean = (/** @type {ArrayLike<number>} */ all) =>
      Array.from(all).reduce((sum, value) => sum + value, 0) / all.length;
    return {
      perplexities: parts.map(({ losses }) => Math.exp(mean(losses))),
      accuracies: parts.map(({ correct }) => mean(correct)),
    };
  });
}

/** As the table has it. @param {{ perplexities: number[], accuracies: number[] }} stretch */
function cellOf({ perplexities, accuracies }) {
  const [least, most] = [Math.min(...perplexities), Math.max(...perplexities)];
  const range = `${least.toFixed(2)} to ${most.toFixed(2)}`;
  return `${median(perplexities).toFixed(2)} (${range}), ${median(accuracies).toFixed(2)} (${Math.min(...accuracies).toFixed(2)})`;
}

describe('the experiment in the README', { timeout: 60_000 }, () => {
  test.each(
    /** @type {[TrainerOptions['encoding'], number, number][]} */ ([
      ['sinusoidal', 1, 16],
      ['rotary', 1, 16],
      ['learned', 1, 16],
      ['sinusoidal', 4, 16],
      ['rotary', 4, 16],
      ['sinusoidal', 1, 8],
      ['rotary', 1, 8],
    ]),
  )('has what ten seeds give: %s, %i back, %i dimensions', (encoding, lookBack, dimensions) => {
    const stretches = trained({ encoding, lookBack, dimensions }, 500);
    const cells = stretches.map((stretch, i) =>
      encoding === 'learned' && i > 0 ? 'no row' : cellOf(stretch),
    );
    expect(table.get(`${encoding}, ${lookBack}, ${dimensions}`)).toEqual(cells);
  });

  // What an independent program, with random numbers of its own, gave for the same task: least and greatest of ten seeds.
  test.each([
    ['sinusoidal, 1, 16', [1.14, 4.65], [1.9, 7.92]],
    ['rotary, 1, 16', [1, 1.09], [1, 2.24]],
    ['sinusoidal, 4, 16', [1.05, 1.82], [1.64, 5.8]],
    ['rotary, 4, 16', [1, 1.13], [1, 4.63]],
    ['sinusoidal, 1, 8', [1, 1.98], [9.7, 75.5]],
    ['rotary, 1, 8', [1, 1], [1, 1.01]],
  ])('has medians within an independent run’s range: %s', (name, near, far) => {
    const [within, next, , last] = table.get(name) ?? [];
    expect(within).toBe('1.00 (1.00 to 1.00), 1.00 (1.00)');
    for (const [cell, [least, most]] of /** @type {[string, number[]][]} */ ([
      [next, near],
      [last, far],
    ])) {
      const value = Number.parseFloat(cell);
      expect(value).toBeGreaterThanOrEqual(Number(least));
      expect(value).toBeLessThanOrEqual(Number(most));
    }
  });

  test('says what momentum does, and to how many seeds', () => {
    const pushed = /** @type {const} */ ({ optimiser: 'momentum', learningRate: 0.5 });
    const ends = (/** @type {TrainerOptions['encoding']} */ encoding) =>
      /** @type {{ perplexities: number[], accuracies: number[] }} */ (
        trained({ encoding, ...pushed }, 1000).at(-1)
      );
    const [rotary, sinusoidal] = [ends('rotary'), ends('sinusoidal')];
    expect(rotary.accuracies.filter((accuracy) => accuracy < 0.5)).toEqual([0]);
    expect(rotary.accuracies.indexOf(0)).toBe(7);
    const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US');
    expect(readme).toContain(
      `seed 7 of these ten ends at perplexity ${rotary.perplexities[7]?.toFixed(2)} and accuracy 0.00 at 192 to 256, ` +
        `and sinusoidal between ${whole(Math.min(...sinusoidal.perplexities))} and ${whole(Math.max(...sinusoidal.perplexities))}.`,
    );
  });

  test('says what happens at positions that were held out', () => {
    const losses = (/** @type {TrainerOptions['encoding']} */ encoding) =>
      seeds.map((seed) => {
        const trainer = core.trainer({ encoding, share: 0.5, seed });
        const { heldOutLosses } = trainer.step(500);
        trainer.free();
        return Number(heldOutLosses.at(-1));
      });
    const learned = losses('learned');
    const others = [...losses('sinusoidal'), ...losses('rotary')];
    expect(readme).toContain(
      `the others' loss is ${Math.min(...learned).toFixed(1)} to ${Math.max(...learned).toFixed(1)} with learned rows, and at most ${Math.max(...others).toFixed(3)} with the other two`,
    );
  });
});
