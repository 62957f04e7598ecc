import { bands, modelsOf, wavelengthOf } from '../models/models.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../models/models.js').Model} Model */
/** @typedef {import('../models/models.js').Bands} Bands */
/** @typedef {Settings['quantity']} Quantity */

/**
 * The frequencies of the models that are compared.
 * @typedef {object} SpectrumData
 * @property {Quantity} quantity
 * @property {readonly Model[]} models one a curve
 * @property {readonly (Bands | undefined)[]} bands of each, where its scaling does not treat all pairs alike
 */

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {SpectrumData}
 * @throws {import('../figure.js').Refusal} of `config`
 */
export function compute(core, settings) {
  const which = settings.config === '' ? settings.models : [...settings.models, 'config'];
  const models = modelsOf(core, settings, which);
  return { quantity: settings.quantity, models, bands: models.map(bands) };
}

/**
 * What is drawn of frequencies.
 *
 * @param {Float64Array} frequencies
 * @param {Quantity} quantity
 * @returns {Float64Array} radians a position, or positions a turn
 */
export const valuesOf = (frequencies, quantity) =>
  quantity === 'frequency' ? frequencies : frequencies.map(wavelengthOf);

/**
 * One pair in numbers.
 *
 * @param {Model} model
 * @param {number} pair
 */
export function pairOf({ inverseFrequencies, unscaled, trainedLength }, pair) {
  const frequency = inverseFrequencies[pair];
  const wavelength = wavelengthOf(frequency);
  return {
    frequency,
    wavelength,
    turns: trainedLength / wavelength,
    /** how many times as long as without scaling */
    stretch: frequency === 0 ? Number.NaN : unscaled[pair] / frequency,
  };
}
