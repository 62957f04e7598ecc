import { loadCore } from '../../web/core/index.js';
import { modelsOf } from '../../web/figures/models/models.js';
import { presets } from '../../web/figures/models/presets.js';

/** @typedef {import('../../web/figures/models/models.js').Model} Model */
/** @typedef {import('../../web/figures/models/models.js').ModelSettings} ModelSettings */

export const core = await loadCore();

/** @type {ModelSettings} */
export const settings = Object.freeze({
  base: 10000,
  dimensions: 128,
  scaling: 'none',
  factor: 4,
  trainedLength: 4096,
  sequenceLength: 4096,
  config: '',
});

export const scalings = ['none', 'linear', 'dynamic', 'ntk', 'yarn', 'llama3'];

/**
 * @param {string} id
 * @param {Partial<ModelSettings>} [patch]
 * @returns {Model} the model's only one
 */
export function modelOf(id, patch = {}) {
  const models = modelsOf(core, { ...settings, ...patch }, [id]);
  if (models.length !== 1) throw new Error(`${id} has ${models.length} encodings`);
  return models[0];
}

/**
 * @param {Record<string, unknown>} config
 * @param {Partial<ModelSettings>} [patch]
 * @returns {Model}
 */
export const pasted = (config, patch = {}) => modelOf('config', { ...patch, config: JSON.stringify(config) });

const plain = { model_type: 'llama', head_dim: 64, rope_theta: 10000, max_position_embeddings: 8192 };
const yarn = { rope_type: 'yarn', factor: 4, original_max_position_embeddings: 2048 };
const factors = (/** @type {number} */ step) => Array.from({ length: 32 }, (_, pair) => 1 + step * pair);
const longrope = { rope_type: 'longrope', short_factor: factors(0.01), long_factor: factors(0.5) };

/**
 * Configs whose code takes turns that neither a preset's nor a setting's does.
 * @type {Record<string, Record<string, unknown>>}
 */
export const odd = {
  'yarn with its own attention factor': {
    ...plain,
    rope_scaling: { ...yarn, attention_factor: 1.25, beta_fast: 24.5, beta_slow: 1.5 },
  },
  'yarn with two different scales': {
    ...plain,
    rope_scaling: { ...yarn, mscale: 0.8, mscale_all_dim: 1.2 },
  },
  'yarn with one scale only': { ...plain, rope_scaling: { ...yarn, mscale: 0.8 } },
  'yarn without its original length': { ...plain, rope_scaling: { rope_type: 'yarn', factor: 2 } },
  'yarn whose ramp ends before it begins': {
    ...plain,
    rope_scaling: { ...yarn, original_max_position_embeddings: 4 },
  },
  'yarn whose ramp has no length': {
    ...plain,
    rope_scaling: { ...yarn, original_max_position_embeddings: 6 },
  },
  'yarn with a factor of 1': { ...plain, rope_scaling: { ...yarn, factor: 1 } },
  'longrope with a factor': { ...plain, rope_scaling: { ...longrope, factor: 8 } },
  'longrope with a small factor': { ...plain, rope_scaling: { ...longrope, factor: 1.5 } },
  'longrope with an attention factor': { ...plain, rope_scaling: { ...longrope, attention_factor: 1.5 } },
  'longrope that stretches nothing': { ...plain, rope_scaling: longrope },
  'proportional with a factor': {
    ...plain,
    rope_parameters: { rope_type: 'proportional', rope_theta: 1e6, partial_rotary_factor: 0.3, factor: 2.5 },
  },
  'llama3 without a blended band': {
    ...plain,
    rope_scaling: {
      rope_type: 'llama3',
      factor: 16,
      low_freq_factor: 1,
      high_freq_factor: 1,
      original_max_position_embeddings: 2048,
    },
  },
  'llama3 with a pair on its step': {
    ...plain,
    rope_scaling: {
      rope_type: 'llama3',
      factor: 2,
      low_freq_factor: 8 / (2 * Math.PI),
      high_freq_factor: 8 / (2 * Math.PI),
      original_max_position_embeddings: 8,
    },
  },
  'a part of the head': { ...plain, partial_rotary_factor: 0.4, head_dim: 80 },
  'a part of the head that no share of it gives': {
    ...plain,
    head_dim: 44,
    rotary_dim: 30,
  },
  'a part of the head, in layers': {
    ...plain,
    rope_parameters: { full_attention: { rope_theta: 1e6, partial_rotary_factor: 0.5 } },
  },
  'a latent part of the head': { ...plain, qk_rope_head_dim: 64, qk_nope_head_dim: 128 },
  'a base as large as they get': { ...plain, rope_theta: 1e300 },
};

/**
 * Every preset, short and long, every scaling of one's own in several sizes, and the odd ones.
 * @returns {[name: string, model: Model][]}
 */
export function everyModel() {
  /** @type {[string, Model][]} */
  const all = [];
  const lengths = [1, 4096, 20000, 1000000];
  for (const sequenceLength of lengths) {
    for (const model of modelsOf(core, { ...settings, sequenceLength }, Object.keys(presets))) {
      all.push([`${model.id} for ${sequenceLength}`, model]);
    }
    for (const [name, config] of Object.entries(odd)) {
      all.push([`${name} for ${sequenceLength}`, pasted(config, { sequenceLength })]);
    }
  }
  const sizes = [
    { dimensions: 2, base: 1, factor: 1, trainedLength: 1, sequenceLength: 1 },
    { dimensions: 4, base: 1e9, factor: 1000, trainedLength: 1, sequenceLength: 16777216 },
    { dimensions: 64, base: 10000, factor: 1.1, trainedLength: 2048, sequenceLength: 2049 },
    { dimensions: 512, base: 123456.7, factor: 37.5, trainedLength: 16777216, sequenceLength: 16777216 },
    { dimensions: 128 },
  ];
  for (const scaling of scalings) {
    for (const size of sizes) {
      all.push([`own ${scaling} ${JSON.stringify(size)}`, modelOf('own', { ...size, scaling })]);
    }
  }
  return all;
}

/**
 * By how much numbers differ at most, as a part of the wanted ones; infinite where one is wanted to be 0 and is not.
 * @param {ArrayLike<number>} got
 * @param {ArrayLike<number>} want
 */
export function relativeError(got, want) {
  if (got.length !== want.length) return Number.POSITIVE_INFINITY;
  return Array.from(want).reduce((worst, value, n) => {
    if (got[n] === value) return worst;
    const error = Math.abs(got[n] - value) / Math.abs(value);
    return Math.max(error, worst);
  }, 0);
}
