import { defaultsOf } from '../../settings/index.js';
import { median, sample } from './sampling.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../core/index.js').TrainerOptions} TrainerOptions */
/** @typedef {{ first: number, last: number, perplexity: number, accuracy: number }} Range positions, both included */

/**
 * What the head that looks back did with one encoding, at the settings that the figure `training` opens with.
 *
 * @typedef {object} Trained
 * @property {number} length positions trained on
 * @property {Range} within the trained length
 * @property {Range | undefined} next as many positions after it; undefined where the encoding has no row there
 * @property {Range | undefined} far as many again, three times the trained length on
 * @property {number} seen perplexity of the positions that counted in training
 * @property {number | undefined} heldOut perplexity of those that did not; undefined where all did
 * @property {number} stepTime milliseconds for one step, the median of many samples
 */

/**
 * Trains, a few milliseconds at a time.
 *
 * @param {Core} core
 * @param {{ encoding: TrainerOptions['encoding'], seed: number, share: number }} run
 * @returns {Generator<number, Trained, void>} yields the part that is done
 */
export function* trained(core, { encoding, seed, share }) {
  const { lookBack, dimensions, trainedLength, sequenceLength, steps, learningRate, optimiser } =
    defaultsOf('training');
  const trainer = core.trainer({
    ...{ encoding, lookBack, dimensions, seed, share, optimiser, learningRate },
    length: trainedLength,
    testLength: sequenceLength,
  });
  try {
    const times = [];
    let [done, over] = [0, false];
    const step = () => {
      if (done < steps && !over) trainer.step(1);
      over = trainer.diverged;
      done += 1;
      return 1;
    };
    while (done < steps && !over) {
      times.push(sample(step).time);
      yield Math.min(1, done / steps);
    }
    return { ...tested(trainer), stepTime: median(times) };
  } finally {
    trainer.free();
  }
}

/** @param {import('../../core/index.js').Trainer} trainer @returns {Omit<Trained, 'stepTime'>} */
function tested(trainer) {
  const { start, losses, correct } = trainer.evaluate();
  const { length } = trainer.settings;
  const heldOut = new Set(trainer.heldOut);
  const range = (/** @type {number} */ first, /** @type {number} */ end) => {
    const all = Array.from({ length: end - first }, (_, i) => first - start + i);
    if (end > start + losses.length) return undefined;
    const accuracy = all.reduce((sum, i) => sum + Number(correct[i]), 0) / all.length;
    return { first, last: end - 1, perplexity: perplexityOf(all.map((i) => Number(losses[i]))), accuracy };
  };
  const trainedOn = Array.from({ length: length - start }, (_, i) => i + start);
  const lossesOf = (/** @type {number[]} */ places) => places.map((p) => Number(losses[p - start]));
  const held = trainedOn.filter((p) => heldOut.has(p));
  return {
    length,
    within: /** @type {Range} */ (range(start, length)),
    next: range(length, 2 * length),
    far: range(3 * length, 4 * length),
    seen: perplexityOf(lossesOf(trainedOn.filter((p) => !heldOut.has(p)))),
    heldOut: held.length === 0 ? undefined : perplexityOf(lossesOf(held)),
  };
}

/** @param {number[]} losses */
const perplexityOf = (losses) => Math.exp(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
