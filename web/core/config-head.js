import * as check from './check.js';

/** @typedef {import('./config-source.js').Source} Source */
/** @typedef {import('./config-source.js').Found} Found */
/** @typedef {import('./rotary.js').Pairing} Pairing */

/**
 * What the original code of a model turns together, where that is known: Meta's llama, mesh-transformer-jax (GPT-J), DeepSeek-V3,
 * GPT-NeoX, Falcon and ChatGLM. The others are as transformers turns them.
 * @type {Readonly<Record<string, Pairing>>}
 */
const pairings = Object.freeze({
  chatglm: 'interleaved',
  cohere: 'interleaved',
  cohere2: 'interleaved',
  deepseek_v2: 'interleaved',
  deepseek_v3: 'interleaved',
  ernie4_5: 'interleaved',
  falcon: 'half',
  gpt_neox: 'half',
  glm: 'interleaved',
  glm4: 'interleaved',
  gptj: 'interleaved',
  helium: 'interleaved',
  llama: 'interleaved',
  llama4: 'interleaved',
  llama4_text: 'interleaved',
  modernbert: 'half',
});

/**
 * @param {Source} source
 * @returns {Pairing}
 */
export function pairingOf(source) {
  const own = source.find('rope_interleave');
  if (own) return check.flag(own.name, own.value) ? 'interleaved' : 'half';
  const type = source.modelType;
  // The first ChatGLM, which turns another way, lacks this key.
  const other = type === 'chatglm' && !source.find('original_rope');
  if (type !== undefined && Object.hasOwn(pairings, type) && !other) {
    if (type === 'llama') {
      source.warn(
        "the pairing is interleaved, as in Meta's own code; Hugging Face's copies of the weights are reordered for half",
      );
    }
    return pairings[type];
  }
  const model = type === undefined ? 'a model without model_type' : check.show(type);
  source.warn(`the pairing of ${model} is not known here, so half is assumed`);
  return 'half';
}

/**
 * @param {Source} source
 * @param {string | null} layerType
 * @returns {Found} the size of a head
 */
function headOf(source, layerType) {
  const whole = layerType === 'full_attention' ? source.find('global_head_dim') : undefined;
  const own = whole ?? source.find('head_dim', 'kv_channels');
  if (own) return { name: own.name, value: check.integer(own.name, own.value, 2) };
  const hidden = source.find('hidden_size', 'n_embd', 'd_model');
  const heads = source.find('num_attention_heads', 'n_head', 'n_heads');
  if (!hidden || !heads) {
    const wish = `${source.name('head_dim')}, or hidden_size and num_attention_heads, must be there`;
    throw check.problem(true, wish, hidden || heads ? `only ${(hidden ?? heads)?.name}` : 'none of them');
  }
  const count = check.integer(heads.name, heads.value, 1);
  const size = check.integer(hidden.name, hidden.value, 2);
  if (size % count !== 0) {
    throw new RangeError(`${hidden.name} must be a multiple of ${heads.name}, ${count}, got ${size}`);
  }
  const value = check.integer(`${hidden.name} / ${heads.name}`, size / count, 2);
  return { name: `${hidden.name} / ${heads.name}`, value };
}

/**
 * A head's sizes.
 * @typedef {object} Head
 * @property {number} headDimensions
 * @property {number} rotaryDimensions
 * @property {number | undefined} share the partial rotary factor, where one is given
 * @property {boolean} latent whether it is one of multi-head latent attention
 */

/**
 * @param {Source} source
 * @param {string | null} layerType
 * @param {Found | undefined} partial the layer's own partial_rotary_factor
 * @param {boolean} whole whether the rotary dimensions are the head's, whatever part of them turns
 * @returns {Head}
 */
export function sizesOf(source, layerType, partial, whole) {
  const latent = source.find('qk_rope_head_dim');
  const given = partial ?? source.find('partial_rotary_factor', 'rotary_pct', 'rope_pct');
  const share = given && check.share(given.name, given.value);
  if (latent) {
    const rotaryDimensions = check.even(latent.name, latent.value);
    const still = source.find('qk_nope_head_dim');
    const rest = still ? check.integer(still.name, still.value, 0) : 0;
    if (given && !whole) {
      source.warn(`${given.name} is left out, since ${latent.name} says how many features turn`);
    }
    return { headDimensions: rest + rotaryDimensions, rotaryDimensions, share, latent: true };
  }
  const head = headOf(source, layerType);
  const headDimensions = /** @type {number} */ (head.value);
  const count = share === undefined ? source.find('rotary_dim') : undefined;
  if (count && !whole) {
    const rotaryDimensions = check.even(count.name, count.value, headDimensions);
    return { headDimensions, rotaryDimensions, share, latent: false };
  }
  const turning = whole || share === undefined ? headDimensions : Math.floor(headDimensions * share);
  const name = given && !whole ? `${head.name} · ${given.name}` : head.name;
  return { headDimensions, rotaryDimensions: check.even(name, turning), share, latent: false };
}
