import { golden } from './core-support.js';

/**
 * A published model's config, as far as it concerns its rotary encoding, and the encoding that it must give.
 * @typedef {object} Preset
 * @property {Record<string, any>} config in the form of transformers 4
 * @property {Record<string, any>} [config5] in the form of transformers 5, where that cannot be made from `config`
 * @property {Record<string, any>[]} layers but for the frequencies; what most have in common is left out
 * @property {string[]} [warnings] but for that of the pairing
 */

export const common = { layerType: null, scaling: { rope_type: 'default' }, pairing: 'half' };

/** @param {number} factor */
export const llama3 = (factor) => ({
  rope_type: 'llama3',
  factor,
  low_freq_factor: 1,
  high_freq_factor: 4,
  original_max_position_embeddings: 8192,
});
export const qwenYarn = { type: 'yarn', factor: 4, original_max_position_embeddings: 32768 };
export const linear8 = { rope_type: 'linear', factor: 8 };
export const deepSeekYarn = {
  type: 'yarn',
  factor: 40,
  original_max_position_embeddings: 4096,
  beta_fast: 32,
  beta_slow: 1,
  mscale: 1,
  mscale_all_dim: 1,
};
export const gptOssYarn = {
  rope_type: 'yarn',
  factor: 32,
  original_max_position_embeddings: 4096,
  beta_fast: 32,
  beta_slow: 1,
  truncate: false,
};
export const proportional = { rope_type: 'proportional', partial_rotary_factor: 0.25 };

/** @param {Record<string, any>} scaling */
export const renamed = ({ type, ...rest }) => ({ rope_type: type, ...rest });

/**
 * A model whose layers are alike, all of whose head turns.
 * @param {string} model_type
 * @param {number} hidden_size
 * @param {number} num_attention_heads
 * @param {number} rope_theta
 * @param {number} max_position_embeddings
 * @param {Record<string, any>} [more] of the config
 * @param {Record<string, any>} [want] of the layer
 * @returns {Preset}
 */
export function plain(
  model_type,
  hidden_size,
  num_attention_heads,
  rope_theta,
  max_position_embeddings,
  more = {},
  want = {},
) {
  const head = more.head_dim ?? hidden_size / num_attention_heads;
  return {
    config: {
      model_type,
      hidden_size,
      num_attention_heads,
      rope_theta,
      max_position_embeddings,
      rope_scaling: null,
      ...more,
    },
    layers: [
      {
        ...common,
        pairing: model_type === 'llama' ? 'interleaved' : 'half',
        headDimensions: head,
        rotaryDimensions: head,
        base: rope_theta,
        maxPositions: max_position_embeddings,
        ...want,
      },
    ],
  };
}

/** @param {string} name */
export const phi3 = (name) => {
  const { rope_scaling: lists, ...model } = golden('phi3_longrope').values[name];
  const { original_max_position_embeddings, long_factor, short_factor } = lists;
  return {
    ...plain(
      'phi3',
      3072,
      32,
      model.rope_theta,
      model.max_position_embeddings,
      {
        rope_scaling: { type: 'longrope', long_factor, short_factor },
        original_max_position_embeddings,
      },
      { scaling: { rope_type: 'longrope', ...lists } },
    ),
    warnings: [
      '@: these are the frequencies of texts of up to 4096 positions, by short_factor; longer ones have long_factor',
    ],
  };
};

/**
 * @param {Record<string, any>} config
 * @param {number} head
 * @param {number} maxPositions
 * @param {Record<string, any>} [scaling] of the global layers
 * @returns {Preset}
 */
export const gemma3 = (config, head, maxPositions, scaling) => {
  const sizes = { ...common, headDimensions: head, rotaryDimensions: head, maxPositions };
  return {
    config: {
      model_type: 'gemma3_text',
      head_dim: head,
      rope_theta: 1e6,
      rope_local_base_freq: 10000,
      max_position_embeddings: maxPositions,
      rope_scaling: scaling ?? null,
      ...config,
    },
    layers: [
      { ...sizes, layerType: 'sliding_attention', base: 10000 },
      { ...sizes, layerType: 'full_attention', base: 1e6, ...(scaling && { scaling }) },
    ],
  };
};

/**
 * The same config in the form of transformers 5.
 * @param {Record<string, any>} config in the form of transformers 4
 */
export function toVersion5(config) {
  const {
    rope_theta,
    rope_scaling,
    partial_rotary_factor,
    rotary_pct,
    rotary_emb_base,
    rope_local_base_freq: local,
    original_max_position_embeddings: original,
    ...rest
  } = config;
  if (rest.rope_parameters) return config;
  const given = Object.entries({
    rope_type: 'default',
    rope_theta: rope_theta ?? rotary_emb_base,
    partial_rotary_factor: partial_rotary_factor ?? rotary_pct,
    ...(rope_scaling?.type ? renamed(rope_scaling) : rope_scaling),
    original_max_position_embeddings: original ?? rope_scaling?.original_max_position_embeddings,
  }).filter(([, value]) => value !== undefined);
  const own = Object.fromEntries(given);
  if (local === undefined) return { ...rest, rope_parameters: own };
  const sliding = { rope_type: 'default', rope_theta: local };
  return { ...rest, rope_parameters: { sliding_attention: sliding, full_attention: own } };
}
