import * as check from './check.js';

/**
 * A scaling under Hugging Face's own key names: `rope_scaling`, or one encoding's `rope_parameters`.
 * @typedef {object} Scaling
 * @property {string} [rope_type] default, linear, dynamic, ntk, yarn, longrope, llama3 or proportional
 * @property {string} [type] the older name of rope_type
 * @property {number} [factor] by how much the context grows, at least 1
 * @property {number | null} [original_max_position_embeddings] the trained length
 * @property {number | null} [attention_factor] multiplies cosines and sines
 * @property {number | null} [beta_fast] of yarn: turns within the trained length from which pairs stay as they are, 32
 * @property {number | null} [beta_slow] of yarn: turns up to which pairs are divided by the factor, 1
 * @property {number | null} [mscale] of yarn; 0 is as good as none
 * @property {number | null} [mscale_all_dim] of yarn; 0 is as good as none
 * @property {boolean | null} [truncate] of yarn: whether the ramp's ends are rounded to whole pairs, true
 * @property {ArrayLike<number>} [short_factor] of longrope, one a pair, up to the trained length
 * @property {ArrayLike<number>} [long_factor] of longrope, one a pair, past the trained length
 * @property {number} [low_freq_factor] of llama3: turns within the trained length below which pairs are divided
 * @property {number} [high_freq_factor] of llama3: turns above which pairs stay as they are; where it is the other one, none is blended
 * @property {number} [partial_rotary_factor] of proportional: which part of the pairs turns
 */

/** Lengths are bounded as positions are. */
const maxLength = check.maxPosition;
/** The smallest number of LongRoPE's lists: minLongFactor in scaling.hpp. */
const minLongFactor = 0.001;

/** @typedef {(name: string, value: unknown, pairs: number) => unknown} Check */

/** @type {Check} */
const factor = (name, value) => check.atLeastOne(name, value);
/** @type {Check} */
const positive = (name, value) => check.factor(name, value);
/** @type {Check} */
const turns = (name, value) => check.real(name, value, 1e-6, 1e6);
/** @type {Check} */
const scale = (name, value) => check.real(name, value, 0, 1e6);
/** @type {Check} */
const truth = (name, value) => check.flag(name, value);
/** @type {Check} */
const factors = (name, value, count) =>
  Array.from(check.list(name, value, { least: minLongFactor, most: 1e6, whole: false, count }));
/** @type {Check} */
const length = (name, value) => trainedLength(name, value);
/** @type {Check} */
const logarithmicLength = (name, value) => check.integer(name, value, 2, maxLength);
/** @type {Check} */
const share = (name, value) => check.share(name, value);

/**
 * A count of positions that a model can tell apart.
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export const trainedLength = (name, value) => check.integer(name, value, 1, maxLength);

/**
 * The keys of each type: those that it must have and those that it may have.
 * @type {Readonly<Record<string, { must: Record<string, Check>, may: Record<string, Check> }>>}
 */
const keysOf = Object.freeze({
  default: { must: {}, may: {} },
  linear: { must: { factor }, may: {} },
  dynamic: { must: { factor }, may: { original_max_position_embeddings: length } },
  ntk: { must: { factor }, may: {} },
  yarn: {
    must: { factor },
    may: {
      original_max_position_embeddings: length,
      attention_factor: positive,
      beta_fast: turns,
      beta_slow: turns,
      mscale: scale,
      mscale_all_dim: scale,
      truncate: truth,
    },
  },
  longrope: {
    must: { short_factor: factors, long_factor: factors },
    may: { factor, original_max_position_embeddings: logarithmicLength, attention_factor: positive },
  },
  llama3: {
    must: {
      factor,
      low_freq_factor: turns,
      high_freq_factor: turns,
      original_max_position_embeddings: length,
    },
    may: {},
  },
  proportional: { must: { partial_rotary_factor: share }, may: { factor } },
});

export const scalingTypes = Object.freeze(Object.keys(keysOf));

/**
 * @param {string} type
 * @returns {string[]} the keys that the type knows, but for rope_type and type
 */
export const scalingKeys = (type) => Object.keys({ ...keysOf[type].must, ...keysOf[type].may });

/**
 * @param {string} name
 * @param {Record<string, unknown>} scaling
 * @returns {string} its type
 */
function typeOf(name, { rope_type: ropeType, type }) {
  const key = ropeType === undefined && type !== undefined ? 'type' : 'rope_type';
  const given = ropeType ?? type;
  check.choice(`${name}.${key}`, given, scalingTypes);
  if (type !== undefined && type !== given) {
    throw new RangeError(`${name}.type must be that of rope_type, ${given}, got ${check.show(type)}`);
  }
  return /** @type {string} */ (given);
}

/**
 * Checks a scaling.
 * @param {string} name what the caller calls it
 * @param {unknown} scaling
 * @param {number} pairs of the encoding
 * @returns {{ rope_type: string } & Record<string, any>} only what it holds, with `rope_type` for the type, and no nulls
 */
export function checkScaling(name, scaling, pairs) {
  const none = Object.assign(Object.create(null), { rope_type: 'default' });
  if (scaling === undefined || scaling === null) return none;
  if (typeof scaling !== 'object' || Array.isArray(scaling)) {
    throw check.problem(false, `${name} must be an object`, check.show(scaling));
  }
  const given = /** @type {Record<string, unknown>} */ (scaling);
  const type = typeOf(name, given);
  const { must, may } = keysOf[type];
  const known = ['rope_type', 'type', ...scalingKeys(type)];
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) {
      throw new RangeError(
        `keys of ${name} must be of ${known.join(', ')} for ${type}, got ${check.show(key)}`,
      );
    }
  }
  /** @type {{ rope_type: string } & Record<string, any>} */
  const checked = Object.assign(Object.create(null), { rope_type: type });
  for (const [key, test] of Object.entries(must)) checked[key] = test(`${name}.${key}`, given[key], pairs);
  for (const [key, test] of Object.entries(may)) {
    if (given[key] !== undefined && given[key] !== null) {
      checked[key] = test(`${name}.${key}`, given[key], pairs);
    }
  }
  checkOrder(name, checked);
  return checked;
}

/**
 * @param {string} name
 * @param {Record<string, any>} scaling
 */
function checkOrder(name, { rope_type, beta_fast = 32, beta_slow = 1, low_freq_factor, high_freq_factor }) {
  if (rope_type === 'yarn' && beta_fast < beta_slow) {
    throw new RangeError(`${name}.beta_fast must be at least beta_slow, ${beta_slow}, got ${beta_fast}`);
  }
  if (rope_type === 'llama3' && high_freq_factor < low_freq_factor) {
    const wish = `${name}.high_freq_factor must be at least low_freq_factor, ${low_freq_factor}`;
    throw new RangeError(`${wish}, got ${high_freq_factor}`);
  }
}
