import { wavelengthOf } from './models.js';
import { raisedBase } from './text.js';

/** @typedef {import('./models.js').Model} Model */

export { asLlamaCpp } from './llama-cpp.js';
export { asNumpy, asTorch } from './python.js';

/** @param {number} number with all digits of a double, as NumPy and spreadsheets read it */
const digits = (number) => (number === Number.POSITIVE_INFINITY ? 'inf' : String(number));

/**
 * A table with a row a pair. The wavelength of a pair that stands still is `inf`.
 * @param {Model} model
 * @returns {string} comma-separated, with a header
 */
export function asCsv({ inverseFrequencies, unscaled }) {
  const rows = Array.from(inverseFrequencies, (frequency, pair) =>
    [pair, frequency, wavelengthOf(frequency), unscaled[pair]].map(digits).join(','),
  );
  return `${['pair,inverse_frequency,wavelength,unscaled_inverse_frequency', ...rows].join('\n')}\n`;
}

/**
 * What part of its head turns, where that is not all of it, under a config's key.
 * @param {Model} model
 */
function partOf({ rotaryDimensions: turning, headDimensions: head, latent }) {
  if (latent || turning >= head) return {};
  const share = turning / head;
  // Readers round down, and the product may be a bit too small.
  const enough = Math.floor(head * share) < turning ? (turning + 1e-6) / head : share;
  return { partial_rotary_factor: enough };
}

/**
 * What a `config.json` says of the encoding, but for the sizes of heads; the part of the head that turns, where not all of it does.
 * It is in the form of transformers 4, unless only that of transformers 5 can say it: several types of layers, or `proportional`. A
 * fixed NTK factor, which transformers does not know, is what it comes to: a larger base.
 * @param {Model} model
 * @returns {string} JSON
 */
export function asRopeScaling(model) {
  const { layerType, maxPositions, scalingType, scaling } = model;
  const rope_theta = scalingType === 'ntk' ? raisedBase(model, scaling.factor) : model.base;
  const plain = ['default', 'ntk'].includes(scalingType);
  const size = {
    ...(model.latent && { qk_rope_head_dim: model.rotaryDimensions }),
    ...(maxPositions !== null && { max_position_embeddings: maxPositions }),
  };
  const part = partOf(model);
  if (layerType !== null || scalingType === 'proportional') {
    const own = { ...(plain ? { rope_type: 'default' } : scaling), rope_theta, ...part };
    return json({ rope_parameters: layerType === null ? own : { [layerType]: own }, ...size });
  }
  const { original_max_position_embeddings: original, ...rest } = scaling;
  // Transformers 4 looks for this length of longrope's beside the scaling, not in it.
  const beside = scalingType === 'longrope' && original !== undefined;
  return json({
    rope_theta,
    rope_scaling: plain ? null : beside ? rest : scaling,
    ...part,
    ...size,
    ...(beside && { original_max_position_embeddings: original }),
  });
}

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
