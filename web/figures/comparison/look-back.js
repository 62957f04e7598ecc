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

/** The share of positions that the table is trained on where it is to learn by heart. */
export const SHARE = 0.5;

/** What is trained: the core can train no product. */
export const runs = /** @type {const} */ ({
  sinusoidal: { encoding: 'sinusoidal', share: 1 },
  rotary: { encoding: 'rotary', share: 1 },
  learned: { encoding: 'learned', share: 1 },
  halved: { encoding: 'learned', share: SHARE },
});

/** @typedef {{ encoding: TrainerOptions['encoding'], share: number }} Run */

/** @param {Run & { seed: number }} run @returns {TrainerOptions} as the figure `training` opens */
function trainerOptions({ encoding, share, seed }) {
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

/**
 * @typedef {object} Past
 * @property {number} seed
 * @property {number} within perplexity within the trained length
 * @property {number[]} past perplexities, a trained length at a time, up to four times it
 * @property {number} worst of these
 * @property {number} accuracy where it is least
 * @property {{ within: string, past: string[] }} ranges
 */

/** @param {Trained | undefined} trained @returns {Past | undefined} undefined where it was not measured, or has no rows there */
export function past(trained) {
  if (!trained || trained.past.length === 0) return undefined;
  const { seed, within, past } = trained;
  const nameOf = (/** @type {Range} */ { first, last }) => `${first}–${last}`;
  const perplexities = past.map(({ perplexity }) => perplexity);
  return {
    seed,
    within: within.perplexity,
    past: perplexities,
    worst: Math.max(...perplexities),
    accuracy: Math.min(...past.map(({ accuracy }) => accuracy)),
    ranges: { within: nameOf(within), past: past.map(nameOf) },
  };
}

/**
 * The little head for a moment, tested no further than it would be trained.
 *
 * @template T
 * @param {Core} core
 * @param {TrainerOptions['encoding']} encoding
 * @param {number} seed
 * @param {(trainer: Trainer) => T} use
 */
export function withHead(core, encoding, seed, use) {
  const options = trainerOptions({ encoding, share: 1, seed });
  const trainer = core.trainer({ ...options, testLength: options.length });
  try {
    return use(trainer);
  } finally {
    trainer.free();
  }
}

/**
 * What one step of training changes.
 *
 * @typedef {object} Updated
 * @property {number} rows numbers in the encoding's rows, a row a position; 0 where it has none
 * @property {number} own of these, how many changed
 * @property {number} all how many changed, those that make queries and keys among them
 */

/** What a step of training the little head changes, counted. @param {Core} core @param {number} seed */
export function updatedOf(core, seed) {
  const of = (/** @type {'sinusoidal' | 'rotary' | 'learned'} */ encoding) =>
    withHead(core, encoding, seed, (trainer) => {
      const rows = () => ({
        own: encoding === 'rotary' ? [] : [...trainer.rows('positions').data],
        others: [...trainer.rows('queries').data, ...trainer.rows('keys').data],
      });
      const before = rows();
      trainer.step(1);
      const after = rows();
      const changed = (/** @type {'own' | 'others'} */ part) =>
        after[part].filter((value, i) => value !== before[part][i]).length;
      const own = changed('own');
      return { rows: before.own.length, own, all: own + changed('others') };
    });
  return { sinusoidal: of('sinusoidal'), rotary: of('rotary'), learned: of('learned') };
}
