import { cut, problem, show } from './check.js';

/** @typedef {{ name: string, value: unknown }} Found a key's value, with the name that messages give it */

const gemma3 = {
  head_dim: 256,
  rope_theta: 1e6,
  rope_local_base_freq: 1e4,
  max_position_embeddings: 131072,
};
/**
 * What transformers takes where a config does not say it, by model_type.
 * @type {Readonly<Record<string, Record<string, number>>>}
 */
const defaults = Object.freeze({
  chatglm: { partial_rotary_factor: 0.5, rope_theta: 10000 },
  falcon: { max_position_embeddings: 2048 },
  gemma3,
  gemma3_text: gemma3,
  gpt_neox: { rotary_pct: 0.25 },
  gptj: { rotary_dim: 64 },
  modernbert: { global_rope_theta: 160000, local_rope_theta: 10000, max_position_embeddings: 8192 },
});

/** Models without rotary encodings. */
const others = ['bert', 'bloom', 'gpt2', 'mpt', 'opt', 't5'];

/** Keys of rotary encodings that are read somewhere, or change nothing here. */
export const rotaryKeys = [
  'global_rope_theta',
  'local_rope_theta',
  'original_max_position_embeddings',
  'original_rope',
  'partial_rotary_factor',
  'qk_rope_head_dim',
  'rope_interleave',
  'rope_local_base_freq',
  'rope_parameters',
  'rope_pct',
  'rope_ratio',
  'rope_scaling',
  'rope_theta',
  'rotary',
  'rotary_dim',
  'rotary_emb_base',
  'rotary_pct',
];

/** Keys of a model's sizes and of its kind that are read somewhere. */
export const sizeKeys = [
  'alibi',
  'd_model',
  'global_head_dim',
  'head_dim',
  'hidden_size',
  'kv_channels',
  'max_position_embeddings',
  'model_type',
  'n_embd',
  'n_head',
  'n_heads',
  'n_positions',
  'num_attention_heads',
  'qk_nope_head_dim',
  'seq_length',
];

/**
 * Whether a key looks as if it were of the encoding; others may be anything.
 * @param {string} key
 */
export const seemsRotary = (key) => /rope|rotary|theta/i.test(key);

/** A reader reads no more than these. */
const mostWarnings = 100;

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What an object has itself: on other people's pages `Object.prototype` may hold anything.
 * @param {Record<string, unknown>} object
 * @param {string} key
 */
export function ownOf(object, key) {
  const value = object[key];
  return Object.hasOwn(object, key) ? value : undefined;
}

/**
 * Whether a config says of its encoding what its `text_config` says.
 * @param {Record<string, unknown>} config
 */
export const isNested = (config) =>
  isObject(ownOf(config, 'text_config')) && !rotaryKeys.some((key) => ownOf(config, key) !== undefined);

/** A config, or the part of it that is about text, and the warnings about it. */
export class Source {
  /** @type {Set<string>} */ #warnings = new Set();
  #config;
  #prefix = '';

  /** @param {unknown} config */
  constructor(config) {
    if (!isObject(config)) throw problem(false, 'config must be an object', show(config));
    const nested = isNested(config);
    this.#config = nested ? /** @type {Record<string, unknown>} */ (ownOf(config, 'text_config')) : config;
    if (nested) this.#prefix = 'text_config.';
    const type = ownOf(this.#config, 'model_type') ?? ownOf(config, 'model_type') ?? undefined;
    if (type !== undefined && typeof type !== 'string') {
      throw problem(false, `${this.#prefix}model_type must be a text`, show(type));
    }
    this.modelType = type;
    this.#refuseOthers();
  }

  get warnings() {
    const all = [...this.#warnings];
    const rest = all.length - mostWarnings;
    return rest > 0 ? [...all.slice(0, mostWarnings), `there are ${rest} more warnings`] : all;
  }

  /** @param {string} sentence */
  warn(sentence) {
    this.#warnings.add(sentence);
  }

  /**
   * @param {string} key
   * @returns {string} what messages call it
   */
  name(key) {
    return this.#prefix + key;
  }

  /**
   * The first of some keys that the config has, or else that the model has by default. A null is no value.
   * @param {string[]} keys
   * @returns {Found | undefined}
   */
  find(...keys) {
    for (const key of keys) {
      const value = ownOf(this.#config, key);
      if (value !== null && value !== undefined) return { name: this.name(key), value };
    }
    return this.#default(keys);
  }

  /**
   * @param {string[]} keys
   * @returns {Found | undefined}
   */
  #default(keys) {
    const type = this.modelType ?? '';
    if (!Object.hasOwn(defaults, type)) return undefined;
    const values = defaults[type];
    const key = keys.find((one) => Object.hasOwn(values, one));
    if (key === undefined) return undefined;
    const name = this.name(key);
    this.warn(`${name} is absent, so ${values[key]} is assumed, the default of ${type}`);
    return { name, value: values[key] };
  }

  /** Keys that look as if they were of the encoding, and are not known. */
  get unknown() {
    return Object.keys(this.#config).filter((key) => seemsRotary(key) && !rotaryKeys.includes(key));
  }

  warnOfUnknown() {
    for (const key of this.unknown) {
      this.warn(`${this.name(cut(key))} is not known here, and left out`);
    }
  }

  #refuseOthers() {
    const { modelType } = this;
    if (modelType !== undefined && others.includes(modelType)) {
      const name = this.name('model_type');
      throw problem(true, `${name} must be of a model with rotary encodings`, show(modelType));
    }
    if (ownOf(this.#config, 'alibi') === true) {
      throw problem(true, `${this.name('alibi')} must be false for rotary encodings`, 'true');
    }
  }
}
