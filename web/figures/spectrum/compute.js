import { bands } from '../models/bands.js';
import { ropesOf, wavelengthOf } from '../models/ropes.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../models/ropes.js').Rope} Rope */
/** @typedef {import('../models/bands.js').Bands} Bands */
/** @typedef {Settings['quantity']} Quantity */

/**
 * The frequencies of the models that are compared.
 * @typedef {object} SpectrumData
 * @property {Quantity} quantity
 * @property {readonly Rope[]} ropes one a curve
 * @property {readonly (Bands | undefined)[]} bands of each, where its scaling does not treat all pairs alike
 */

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {SpectrumData}
 * @throws {import('../shared/refusal.js').Refusal} of `config`
 */
export function compute(core, settings) {
  const which = settings.config === '' ? settings.models : [...settings.models, 'config'];
  const ropes = ropesOf(core, settings, which);
  return { quantity: settings.quantity, ropes, bands: ropes.map(bands) };
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
 * @param {Rope} rope
 * @param {number} pair
 */
export function pairOf({ inverseFrequencies, unscaled, trainedLength }, pair) {
  const frequency = Number(inverseFrequencies[pair]);
  const wavelength = wavelengthOf(frequency);
  return {
    frequency,
    wavelength,
    turns: trainedLength / wavelength,
    /** how many times as long as without scaling */
    stretch: frequency === 0 ? Number.NaN : Number(unscaled[pair]) / frequency,
  };
}
