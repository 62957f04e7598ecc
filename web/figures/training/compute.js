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
  };
}
