import * as check from './check.js';

/** @typedef {'float64' | 'float32' | 'bfloat16' | 'float16'} Format */

/**
 * Emulates models that compute angles and tables in fewer bits.
 * @typedef {object} Precision
 * @property {Format | 'running'} [angle] of positions and of their products with inverse frequencies, float64 by default;
 *   `running` makes each angle of a row from the one before by a product in float32, as ggml does, and needs a `base`
 * @property {Format} [table] of cosines and sines times the attention factor, float64 by default; `rotate` computes in double with
 *   that, and with any other in float, as models do: two to three times as fast, and off by up to 1.8e-7 of a pair's magnitude
 * @property {Format} [inverseFrequencies] what they are stored in; by default as `angle`
 */

const formats = /** @type {const} */ (['float64', 'float32', 'bfloat16', 'float16']);
const angleFormats = /** @type {const} */ ([...formats, 'running']);

/** @typedef {import('../../build/wasm/ropescope.mjs').Rounding & { given: Precision }} CheckedPrecision */

/** @type {CheckedPrecision} */
const exact = Object.freeze({ given: {} });

/**
 * @param {Precision | undefined} precision
 * @param {boolean} hasList whether inverse frequencies are given as a list
 * @returns {CheckedPrecision}
 */
export function checkPrecision(precision, hasList) {
  if (precision === undefined) return exact;
  const given = check.options('precision', precision, ['angle', 'table', 'inverseFrequencies']);
  const angle = check.choice('precision.angle', given.angle ?? 'float64', angleFormats);
  const running = angle === 'running';
  if (running && hasList) {
    throw new TypeError('inverseFrequencies must be absent where precision.angle is "running", got a list');
  }
  if (running && given.inverseFrequencies !== undefined) {
    const wish = 'precision.inverseFrequencies must be absent where precision.angle is "running"';
    throw new TypeError(`${wish}, got ${check.show(given.inverseFrequencies)}`);
  }
  const angleFormat = running ? 'float64' : angle;
  const frequencyFormat = given.inverseFrequencies ?? angleFormat;
  return {
    frequencyFormat: check.choice('precision.inverseFrequencies', frequencyFormat, formats),
    angleFormat,
    tableFormat: check.choice('precision.table', given.table ?? 'float64', formats),
    running,
    given,
  };
}

/**
 * The error for an angle or an attention factor that a format has no number for.
 * @param {CheckedPrecision} precision
 */
export function overflow({ given }) {
  const { angle = 'float64', table = 'float64' } = given;
  const wish = 'precision must have room for every position, angle and the attentionFactor';
  return new RangeError(`${wish}, got angle "${angle}", table "${table}"`);
}
