import { ROWS } from './score-methods.js';
import { tokenOf } from './tokens.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./score-methods.js').Method} Method */

/**
 * Every score that a method gives to a query and a key.
 *
 * @typedef {object} Table
 * @property {Float32Array} queries `[positions, dimensions]`, the query with each position in it
 * @property {Float32Array} keys the same for the key
 * @property {Float32Array} values `[positions, positions]`, queries by keys; −Infinity where masked
 * @property {import('./score-methods.js').Bias | undefined} bias what of them is not a product
 * @property {Float32Array} spreads along each diagonal, greatest minus least score, by distance from 1 − positions to positions − 1
 * @property {{ size: number, distance: number }} widest of the spreads
 * @property {{ least: number, greatest: number }} range of the scores that are not masked
 * @property {{ least: number, greatest: number }} magnitudes of the query
 * @property {number} rounding what numbers of this size, rounded to float, can spread without meaning
 */

/** Steps of float: half of one in each feature of two vectors, and in their product; both ends of a spread may have it. */
const ROUNDINGS = 2 * (2 + 1) * 2 ** -24;

/**
 * The query and the key before they stand anywhere.
 *
 * @param {Core} core
 * @param {Pick<Settings, 'tokens' | 'query' | 'key' | 'dimensions' | 'pairing' | 'seed'>} settings
 * @returns {{ query: Float32Array, key: Float32Array }}
 */
export function tokensOf(core, settings) {
  const { tokens, dimensions, seed } = settings;
  if (tokens === 'equal') {
    return { query: new Float32Array(dimensions).fill(1), key: new Float32Array(dimensions).fill(1) };
  }
  const vector = (/** @type {'query' | 'key'} */ name) => {
    const own = settings[name];
    return own
      ? Float32Array.from(tokenOf(own, settings))
      : core.learnedRows({ ids: [ROWS[name]], dimensions, seed, stream: 'words' }).data;
  };
  return { query: vector('query'), key: vector('key') };
}

/**
 * @param {Core} core
 * @param {Method} method
 * @param {Settings} settings
 * @param {{ query: Float32Array, key: Float32Array }} tokens
 * @returns {Table}
 */
export function tableOf(core, method, settings, { query, key }) {
  const { positions, dimensions } = settings;
  const shape = [positions, dimensions];
  const placed = (/** @type {Float32Array} */ token) => {
    const data = repeated(token, positions);
    method.encoding.apply(core, { data, shape }, settings, 0, data);
    return data;
  };
  const [queries, keys] = [placed(query), placed(key)];
  const values =
    method.encoding.name === 'none'
      ? new Float32Array(positions ** 2).fill(scoreOf(core, query, key))
      : core.scores({ data: queries, shape }, { data: keys, shape }).data;
  const bias = method.bias?.(core, settings);
  if (bias) for (let i = 0; i < values.length; i += 1) values[i] += bias.values[i];
  const magnitudes = magnitudesOf(queries, dimensions);
  return {
    queries,
    keys,
    values,
    bias,
    ...spreadsOf(values, positions),
    magnitudes,
    rounding: ROUNDINGS * magnitudes.greatest * magnitudesOf(keys, dimensions).greatest,
  };
}

/** @param {Core} core @param {Float32Array} query @param {Float32Array} key */
function scoreOf(core, query, key) {
  const shape = [1, query.length];
  return Number(core.scores({ data: query, shape }, { data: key, shape }).data[0]);
}

/** @param {Float32Array} token @param {number} count */
export function repeated(token, count) {
  const data = new Float32Array(count * token.length);
  for (let i = 0; i < count; i += 1) data.set(token, i * token.length);
  return data;
}

/** @param {ArrayLike<number>} vectors `[…, dimensions]` @param {number} dimensions */
export function magnitudesOf(vectors, dimensions) {
  let [least, greatest] = [Number.POSITIVE_INFINITY, 0];
  for (let start = 0; start < vectors.length; start += dimensions) {
    let sum = 0;
    for (let i = start; i < start + dimensions; i += 1) sum += vectors[i] ** 2;
    least = Math.min(least, sum);
    greatest = Math.max(greatest, sum);
  }
  return { least: Math.sqrt(least), greatest: Math.sqrt(greatest) };
}

/** Row by row, as the values lie. @param {Float32Array} values @param {number} positions */
function spreadsOf(values, positions) {
  const count = 2 * positions - 1;
  const least = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  const greatest = new Float32Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let query = 0, i = 0; query < positions; query += 1) {
    for (let at = query + positions - 1; at >= query; at -= 1, i += 1) {
      const value = values[i];
      if (value < least[at]) least[at] = value;
      if (value > greatest[at]) greatest[at] = value;
    }
  }
  const spreads = new Float32Array(count);
  const widest = { size: 0, distance: 0 };
  const range = { least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < count; at += 1) {
    const [low, high] = [least[at], greatest[at]];
    if (low === Number.NEGATIVE_INFINITY) continue;
    range.least = Math.min(range.least, low);
    range.greatest = Math.max(range.greatest, high);
    spreads[at] = high - low;
    if (high - low > widest.size) Object.assign(widest, { size: high - low, distance: at - positions + 1 });
  }
  return { spreads, widest, range };
}

/**
 * The least and the greatest score of a diagonal.
 *
 * @param {Float32Array} values
 * @param {number} positions
 * @param {number} distance from key to query
 */
export function alongOf(values, positions, distance) {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const end = Math.min(positions, positions - distance);
  for (let key = Math.max(0, -distance); key < end; key += 1) {
    const value = values[(key + distance) * positions + key];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}
