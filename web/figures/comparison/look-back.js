import { defaultsOf } from '../../settings/index.js';
import { median, sample } from './timing.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../core/index.js').Trainer} Trainer */
/** @typedef {import('../../core/index.js').TrainerOptions} TrainerOptions */
/** @typedef {{ first: number, last: number, perplexity: number, accuracy: number }} Range positions, both included */

/**
 * What the head that looks back did with one encoding, at the settings that the figure `training` opens with.
 *
 * @typedef {object} Trained
 * @property {number} seed
 * @property {number} length positions trained on
 * @property {Range} within the trained length
 * @property {Range[]} past it, as many positions each, up to four times that length; none where the encoding has no row there
 * @property {number} seen perplexity of the positions that counted in training
 * @property {number | undefined} heldOut perplexity of those that did not; undefined where all did
 * @property {number} stepTime milliseconds for one step, the median of many samples; 0 where the clock is too coarse
 */

/** @typedef {{ encoding: TrainerOptions['encoding'], share: number }} Run */

/** @param {Run & { seed: number }} run @returns {TrainerOptions} as the figure `training` opens */
export function trainerOptions({ encoding, share, seed }) {
  const { lookBack, dimensions, trainedLength, sequenceLength, learningRate, optimiser } =
    defaultsOf('training');
  return {
    ...{ encoding, lookBack, dimensions, seed, share, optimiser, learningRate },
    length: trainedLength,
    testLength: sequenceLength,
  };
}

/**
 * Trains side by side, a few milliseconds of each in turn: what slows the machine for a while slows all of them.
 *
 * @template {string} Key
 * @param {Core} core
 * @param {Readonly<Record<Key, Run>>} runs
 * @param {number} seed
 * @returns {Generator<number, Record<Key, Trained>, void>} yields the part that is done
 */
export function* trainedAll(core, runs, seed) {
  const { steps } = defaultsOf('training');
  /** @type {{ key: string, trainer: Trainer, done: number, times: number[] }[]} */
  const all = [];
  try {
    for (const [key, run] of /** @type {[string, Run][]} */ (Object.entries(runs))) {
      all.push({ key, trainer: core.trainer(trainerOptions({ ...run, seed })), done: 0, times: [] });
    }
    let going = all;
    while (going.length > 0) {
      for (const run of going) {
        const { time, isWhole } = sample(() => {
          if (run.done >= steps) return 0;
          run.trainer.step(1);
          run.done = run.trainer.diverged ? steps : run.done + 1;
          return 1;
        });
        if (isWhole || run.times.length === 0) run.times.push(time);
        yield all.reduce((sum, { done }) => sum + done, 0) / (steps * all.length);
      }
      going = going.filter(({ done }) => done < steps);
    }
    const results = all.map(({ key, trainer, times }) => [
      key,
      { seed, ...tested(trainer), stepTime: median(times) },
    ]);
    return /** @type {Record<Key, Trained>} */ (Object.fromEntries(results));
  } finally {
    for (const { trainer } of all) trainer.free();
  }
}

/** @param {Trainer} trainer @returns {Omit<Trained, 'stepTime' | 'seed'>} */
function tested(trainer) {
  const { start, losses, correct } = trainer.evaluate();
  const { length, testLength } = trainer.settings;
  const heldOut = new Set(trainer.heldOut);
  const range = (/** @type {number} */ first, /** @type {number} */ end) => {
    const all = Array.from({ length: end - first }, (_, i) => first - start + i);
    const accuracy = all.reduce((sum, i) => sum + correct[i], 0) / all.length;
    return { first, last: end - 1, perplexity: perplexityOf(all.map((i) => losses[i])), accuracy };
  };
  const ends = Array.from({ length: testLength / length - 1 }, (_, i) => (i + 2) * length);
  const trainedOn = Array.from({ length: length - start }, (_, i) => i + start);
  const lossesOf = (/** @type {number[]} */ places) => places.map((p) => losses[p - start]);
  const held = trainedOn.filter((p) => heldOut.has(p));
  return {
    length,
    within: range(start, length),
    past: ends.filter((end) => end <= start + losses.length).map((end) => range(end - length, end)),
    seen: perplexityOf(lossesOf(trainedOn.filter((p) => !heldOut.has(p)))),
    heldOut: held.length === 0 ? undefined : perplexityOf(lossesOf(held)),
  };
}

/** @param {number[]} losses */
const perplexityOf = (losses) => Math.exp(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
