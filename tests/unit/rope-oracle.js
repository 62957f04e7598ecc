/**
 * The scalings of rotary encodings a second time, in plain JavaScript doubles, to compare the core with. Written from
 * the formulas alone and independent of the core; it checks nothing, as its callers hand over sound configurations.
 *
 * Each function follows the one it names in huggingface/transformers, src/transformers/modeling_rope_utils.py.
 */

/**
 * A `rope_scaling` (v4) or `rope_parameters` (v5) with the key names of Hugging Face.
 * @typedef {object} Scaling
 * @property {'default' | 'linear' | 'dynamic' | 'ntk' | 'yarn' | 'longrope' | 'llama3' | 'proportional'} rope_type
 * @property {number} [factor]
 * @property {number} [original_max_position_embeddings]
 * @property {number} [attention_factor]
 * @property {number} [beta_fast]
 * @property {number} [beta_slow]
 * @property {number} [mscale]
 * @property {number} [mscale_all_dim]
 * @property {boolean} [truncate]
 * @property {number[]} [short_factor]
 * @property {number[]} [long_factor]
 * @property {number} [low_freq_factor]
 * @property {number} [high_freq_factor]
 * @property {number} [partial_rotary_factor]
 */

/**
 * @typedef {object} Configuration
 * @property {number} rotaryDimensions
 * @property {number} [headDimensions] those of rotaryDimensions unless given
 * @property {number} base
 * @property {Scaling} scaling
 * @property {number} maxPositions
 * @property {number} sequenceLength
 */

/** @typedef {{ values: Float64Array, attentionFactor: number }} Frequencies */

/**
 * @param {number} count
 * @param {(pair: number) => number} value
 * @param {number} [attentionFactor]
 * @returns {Frequencies}
 */
const frequencies = (count, value, attentionFactor = 1) => ({
  values: Float64Array.from({ length: count }, (_, pair) => value(pair)),
  attentionFactor,
});

/**
 * What a key holds that this type cannot do without.
 * @template T
 * @param {T | undefined} value
 * @returns {T}
 */
function needed(value) {
  if (value === undefined) throw new Error('the scaling lacks a key');
  return value;
}

/**
 * The length of training: the context before it was stretched, where that is known.
 * @param {Configuration} configuration
 */
export const originalLength = ({ scaling, maxPositions }) =>
  scaling.original_max_position_embeddings ?? maxPositions;

/**
 * One pair of `_compute_default_rope_parameters`: base^(−i/dim), i = 2·pair.
 * @param {number} base
 * @param {number} pair
 * @param {number} dimensions
 */
const frequency = (base, pair, dimensions) => 1 / base ** ((2 * pair) / dimensions);

/**
 * `_compute_default_rope_parameters`
 * @param {Configuration} configuration
 */
const unscaled = ({ rotaryDimensions, base }) =>
  frequencies(rotaryDimensions / 2, (pair) => frequency(base, pair, rotaryDimensions));

/**
 * `_compute_linear_scaling_rope_parameters`
 * @param {Configuration} configuration
 */
function linear({ rotaryDimensions, base, scaling }) {
  const factor = needed(scaling.factor);
  return frequencies(rotaryDimensions / 2, (pair) => frequency(base, pair, rotaryDimensions) / factor);
}

/**
 * The base that stretches the slowest pair's wavelength by the factor, and leaves the fastest pair alone.
 * @param {number} base
 * @param {number} factor
 * @param {number} dimensions
 */
export const ntkBase = (base, factor, dimensions) => base * factor ** (dimensions / (dimensions - 2));

/**
 * `_compute_ntk_parameters` of older versions
 * @param {Configuration} configuration
 */
function ntk({ rotaryDimensions, base, scaling }) {
  const stretched = ntkBase(base, needed(scaling.factor), rotaryDimensions);
  return frequencies(rotaryDimensions / 2, (pair) => frequency(stretched, pair, rotaryDimensions));
}

/**
 * `_compute_dynamic_ntk_parameters`: an `original_max_position_embeddings` may be there, but has no part in it.
 * @param {Configuration} configuration
 */
function dynamic({ rotaryDimensions, base, scaling, maxPositions, sequenceLength }) {
  const factor = needed(scaling.factor);
  const length = Math.max(sequenceLength, maxPositions);
  const stretched = ntkBase(base, (factor * length) / maxPositions - (factor - 1), rotaryDimensions);
  return frequencies(rotaryDimensions / 2, (pair) => frequency(stretched, pair, rotaryDimensions));
}

/**
 * `find_correction_range` of `_compute_yarn_parameters`: from where to where, in pairs, YaRN goes from keeping to
 * dividing. The upper bound is dim − 1, though the pairs end at dim / 2 − 1.
 * @param {{ dimensions: number, base: number, length: number, fast?: number, slow?: number, truncate?: boolean }} of
 * @returns {[low: number, high: number]}
 */
export function correctionRange({ dimensions, base, length, fast = 32, slow = 1, truncate = true }) {
  /** @param {number} rotations */
  const pairOf = (rotations) =>
    (dimensions * Math.log(length / (rotations * 2 * Math.PI))) / (2 * Math.log(base));
  const low = truncate ? Math.floor(pairOf(fast)) : pairOf(fast);
  const high = truncate ? Math.ceil(pairOf(slow)) : pairOf(slow);
  return [Math.max(low, 0), Math.min(high, dimensions - 1)];
}

/**
 * `get_mscale` of `_compute_yarn_parameters`
 * @param {number} factor
 * @param {number} [scale]
 */
const mscaleOf = (factor, scale = 1) => (factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1);

/**
 * The attention factor of `_compute_yarn_parameters`
 * @param {Scaling} scaling
 */
function yarnAttention({ attention_factor, factor, mscale, mscale_all_dim }) {
  if (attention_factor !== undefined) return attention_factor;
  const stretch = needed(factor);
  // As there, a scale of 0 is no scale.
  if (!mscale || !mscale_all_dim) return mscaleOf(stretch);
  return mscaleOf(stretch, mscale) / mscaleOf(stretch, mscale_all_dim);
}

/**
 * `_compute_yarn_parameters`
 * @param {Configuration} configuration
 */
function yarn(configuration) {
  const { rotaryDimensions, base, scaling } = configuration;
  const factor = needed(scaling.factor);
  const [low, upper] = correctionRange({
    dimensions: rotaryDimensions,
    base,
    length: originalLength(configuration),
    fast: scaling.beta_fast,
    slow: scaling.beta_slow,
    truncate: scaling.truncate,
  });
  const high = low === upper ? upper + 0.001 : upper;
  return frequencies(
    rotaryDimensions / 2,
    (pair) => {
      const ramp = Math.min(Math.max((pair - low) / (high - low), 0), 1);
      const power = base ** ((2 * pair) / rotaryDimensions);
      return (1 / (factor * power)) * ramp + (1 / power) * (1 - ramp);
    },
    yarnAttention(scaling),
  );
}

/**
 * `_compute_longrope_parameters`: the long list serves beyond the original length, not at it.
 * @param {Configuration} configuration
 */
function longrope(configuration) {
  const { rotaryDimensions, base, scaling, maxPositions, sequenceLength } = configuration;
  const original = originalLength(configuration);
  const factor = scaling.factor ?? maxPositions / original;
  const stretch = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
  const list = needed(sequenceLength > original ? scaling.long_factor : scaling.short_factor);
  return frequencies(
    rotaryDimensions / 2,
    (pair) => 1 / (list[pair] * base ** ((2 * pair) / rotaryDimensions)),
    scaling.attention_factor ?? stretch,
  );
}

/**
 * `_compute_llama3_parameters`
 * @param {Configuration} configuration
 */
function llama3({ rotaryDimensions, base, scaling }) {
  const factor = needed(scaling.factor);
  const lowFactor = needed(scaling.low_freq_factor);
  const highFactor = needed(scaling.high_freq_factor);
  const length = needed(scaling.original_max_position_embeddings);
  return frequencies(rotaryDimensions / 2, (pair) => {
    const kept = frequency(base, pair, rotaryDimensions);
    const wavelength = (2 * Math.PI) / kept;
    // Where both are the same the reference's blend is 0 / 0, at one wavelength alone: that of the last pair that is kept.
    if (highFactor === lowFactor) return wavelength > length / lowFactor ? kept / factor : kept;
    if (wavelength < length / highFactor) return kept;
    if (wavelength > length / lowFactor) return kept / factor;
    const smooth = (length / wavelength - lowFactor) / (highFactor - lowFactor);
    return ((1 - smooth) * kept) / factor + smooth * kept;
  });
}

/**
 * `_compute_proportional_rope_parameters`: the head's lowest frequencies become zero, the others stay as they are.
 * @param {Configuration} configuration
 */
function proportional({ rotaryDimensions, headDimensions = rotaryDimensions, base, scaling }) {
  const { factor = 1, partial_rotary_factor: share = 1 } = scaling;
  const turning = Math.floor((share * headDimensions) / 2);
  return frequencies(headDimensions / 2, (pair) =>
    pair < turning ? frequency(base, pair, headDimensions) / factor : 0,
  );
}

const types = { default: unscaled, linear, dynamic, ntk, yarn, longrope, llama3, proportional };

/**
 * What `core.inverseFrequencies` must give.
 * @param {Configuration} configuration
 */
export const ropeOracle = (configuration) => types[configuration.scaling.rope_type](configuration);
