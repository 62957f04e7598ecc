import { wavelengthOf } from './models.js';

/** @typedef {import('./models.js').Model} Model */
/** @typedef {'kept' | 'blended' | 'divided'} Band */

/**
 * What a scaling does to each pair.
 * @typedef {object} Bands
 * @property {Band[]} kinds
 * @property {number[]} shares from 0 (the pair stays as it is) to 1 (its frequency is divided by the factor): the frequency is
 *   (1 − share) · unscaled + share · unscaled / factor
 */

/** @type {Readonly<Record<string, (model: Model) => number[]>>} */
const sharesOf = Object.freeze({
  yarn: ({ ramp, pairs }) => {
    const { low, high } = /** @type {{ low: number, high: number }} */ (ramp);
    const length = high === low ? 0.001 : high - low;
    return Array.from({ length: pairs }, (_, pair) => clamped((pair - low) / length));
  },
  llama3: ({ scaling, unscaled }) => {
    const {
      low_freq_factor: low,
      high_freq_factor: high,
      original_max_position_embeddings: length,
    } = scaling;
    return Array.from(unscaled, (frequency) => {
      // As the core asks, so that rounding takes no pair across the step.
      if (high === low) return wavelengthOf(frequency) > length / low ? 1 : 0;
      const turns = length / wavelengthOf(frequency);
      return clamped((high - turns) / (high - low));
    });
  },
});

/** @param {number} share */
const clamped = (share) => Math.min(1, Math.max(0, share));

/** @param {number} share @returns {Band} */
const kindOf = (share) => {
  if (share <= 0) return 'kept';
  return share < 1 ? 'blended' : 'divided';
};

/**
 * What YaRN and Llama 3's scaling keep, blend and divide. YaRN's ramp is over pairs, as in its code; Llama 3's is over turns within
 * the trained length.
 * @param {Model} model
 * @returns {Bands | undefined} undefined for scalings that treat all pairs alike
 */
export function bands(model) {
  const shares = sharesOf[model.scalingType]?.(model);
  return shares && { kinds: shares.map(kindOf), shares };
}
