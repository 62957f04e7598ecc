/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./heads.js').Plan} Plan */
/** @typedef {import('./heads.js').Test} Test */

/**
 * What is trained, and what came of it, which is known later than the settings.
 * @typedef {object} TrainingData
 * @property {import('../../core/index.js').Core} core
 * @property {Plan} plan
 * @property {{ lookBack: number, length: number, testLength: number, dimensions: number }} sizes those that count
 * @property {Result | undefined} result of the whole run
 * @property {boolean} lacksMemory whether it cannot be trained for now
 */

/**
 * @typedef {object} Result
 * @property {Record<string, Float64Array>} losses by encoding; NaN from where training diverged
 * @property {Record<string, Float64Array>} heldOutLosses
 * @property {Int32Array} heldOut positions
 * @property {Record<string, Test>} tests
 */

/**
 * @param {import('../../core/index.js').Core} core
 * @param {Settings} settings
 * @returns {TrainingData}
 */
export function compute(core, settings) {
  const {
    dimensions,
    lookBack,
    trainedLength: length,
    sequenceLength: testLength,
    seed,
    optimiser,
    learningRate,
    share,
    steps,
  } = settings;
  const options = {
    ...{ lookBack, dimensions, length, testLength, seed, optimiser, learningRate, share },
  };
  return {
    core,
    plan: { options, steps },
    sizes: { lookBack, length, testLength, dimensions },
    result: undefined,
    lacksMemory: false,
  };
}

/** @typedef {{ from: number, to: number, trained: boolean }} Stretch of positions; `to` is not among them */

/**
 * The positions that were trained on, and those past them, a trained length at a time.
 *
 * @param {{ lookBack: number, length: number, testLength: number }} sizes
 * @returns {Stretch[]}
 */
export function stretchesOf({ lookBack, length, testLength }) {
  const stretches = [{ from: lookBack, to: length, trained: true }];
  for (let from = length; from < testLength; from += length) {
    stretches.push({ from, to: Math.min(from + length, testLength), trained: false });
  }
  return stretches;
}

/** @param {Stretch} stretch such as 64–127 */
export const nameOf = ({ from, to }) => (from === to - 1 ? String(from) : `${from}–${to - 1}`);

/**
 * @param {Test | undefined} test
 * @param {Stretch} stretch
 * @returns {{ perplexity: number, accuracy: number } | undefined} none where the head has no encoding for its positions
 */
export function scoreOf(test, { from, to }) {
  if (!test || to - test.start > test.losses.length) return undefined;
  let [loss, right] = [0, 0];
  for (let n = from - test.start; n < to - test.start; n += 1) {
    loss += test.losses[n];
    right += test.correct[n];
  }
  return { perplexity: Math.exp(loss / (to - from)), accuracy: right / (to - from) };
}

/**
 * The mean loss of the trained positions, and of those held out, as the parameters are now.
 *
 * @param {Test} test
 * @param {number} length trained
 * @param {Int32Array} heldOut positions
 * @returns {{ trained: number, heldOut: number | undefined }}
 */
export function lossesNow({ start, losses }, length, heldOut) {
  const out = new Set(heldOut);
  const sums = [0, 0];
  const counts = [0, 0];
  for (let n = start; n < length; n += 1) {
    const which = out.has(n) ? 1 : 0;
    sums[which] += losses[n - start];
    counts[which] += 1;
  }
  const [trained, held] = sums.map((sum, i) => sum / counts[i]);
  return { trained: Number(trained), heldOut: counts[1] > 0 ? held : undefined };
}
