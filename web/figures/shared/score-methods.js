import { encodings } from './encodings.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * What is added to a score.
 *
 * @typedef {object} Bias
 * @property {Float32Array} values `[positions, positions]`, queries by keys; −Infinity where a key is masked
 * @property {Float64Array} slopes of ALiBi's heads; none elsewhere
 * @property {Int32Array | undefined} buckets of T5’s encoder, `[positions, positions]`
 * @property {Int32Array | undefined} causal those of its decoder, by distance; it sees no key ahead
 */

/**
 * One way to tell a score where its query and key stand.
 *
 * @typedef {object} Method
 * @property {string} name
 * @property {string} title
 * @property {string} subtitle
 * @property {import('./encodings.js').Encoding} encoding what it does to query and key
 * @property {boolean} masked whether a key after the query has no score
 * @property {((core: Core, settings: Settings) => Bias) | undefined} bias
 */

/** Rows of the table of words: they have nothing to do with those of the learned positions. */
export const ROWS = Object.freeze({ query: 0, key: 1, biases: 2 });

/** As T5 has them. */
export const BUCKETS = 32;

/** @param {Core} core @param {Settings} settings @returns {Bias} of one head: those of all would be many times as much */
function alibi(core, { positions, heads, head }) {
  const slopes = core.alibiSlopes(heads);
  const values = new Float32Array(positions * positions).fill(Number.NEGATIVE_INFINITY);
  for (let query = 0; query < positions; query += 1) {
    for (let key = 0; key <= query; key += 1) {
      values[query * positions + key] = slopes[head] * (key - query);
    }
  }
  return { values, slopes, buckets: undefined, causal: undefined };
}

/** @param {Core} core @param {Settings} settings @returns {Bias} random biases, as they are before training */
function t5(core, { positions, seed }) {
  const ids = [ROWS.biases];
  const biases = core.learnedRows({ ids, dimensions: BUCKETS, seed, stream: 'words' }).data;
  const { data } = core.t5Buckets({ queries: positions, keys: positions, buckets: BUCKETS });
  const causal = core.t5Buckets({ queries: positions, keys: 1, buckets: BUCKETS, bidirectional: false }).data;
  const values = new Float32Array(data.length);
  for (let i = 0; i < values.length; i += 1) values[i] = biases[data[i]];
  return { values, slopes: new Float64Array(0), buckets: data, causal };
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} subtitle
 * @param {Partial<Method>} [more]
 * @returns {Method}
 */
const method = (name, title, subtitle, more = {}) => ({
  name,
  title,
  subtitle,
  encoding: /** @type {Method['encoding']} */ (encodings[name] ?? encodings.none),
  masked: false,
  bias: undefined,
  ...more,
});

/** @type {Readonly<Record<string, Method>>} */
export const methods = Object.freeze(
  Object.fromEntries(
    [
      method('sinusoidal', 'Sinusoidal', 'adds a wave to both vectors'),
      method('rotary', 'Rotary', 'turns both vectors'),
      method('product', 'Product', 'multiplies both by a wave'),
      method('learned', 'Learned', 'adds random rows to both'),
      method('none', 'No encoding', 'leaves both as they are'),
      method('alibi', 'ALiBi', 'takes off the distance', { masked: true, bias: alibi }),
      method('t5', 'T5 bias', 'adds a number by distance', { bias: t5 }),
    ].map((each) => [each.name, each]),
  ),
);
