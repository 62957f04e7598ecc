import { defaultsOf } from '../../settings/index.js';
import { encodings } from '../vectors/encodings.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../vectors/encodings.js').Encoding} Encoding */

/**
 * What an encoding does to a query, a key and all their scores.
 *
 * @typedef {object} Spread
 * @property {number} positions that query and key were put at
 * @property {number} dimensions
 * @property {number} size the most that a score changes while query and key move along together, over all distances
 * @property {number} distance from key to query, at which it changes so much
 * @property {number} largest score, in size
 * @property {number} rounding what numbers of this size, rounded to float, can spread without meaning
 * @property {{ least: number, greatest: number }} ratio of the query's magnitude to what it was
 * @property {(distance: number) => { least: number, greatest: number }} along the score at one distance
 */

/** Rows of the table of words that are query and key, as in the figure `scores`. */
const ROWS = [0, 1];

/** Steps of float: half of one in each feature of two vectors, and in their product; both ends of a spread may have it. */
const ROUNDINGS = 2 * (2 + 1) * 2 ** -24;

/**
 * @param {Core} core
 * @param {string} name of an encoding
 * @param {{ positions: number, dimensions: number, seed: number }} sizes
 * @param {{ query: ArrayLike<number>, key: ArrayLike<number> }} [own] vectors; without them two random ones, by the seed
 * @returns {Spread}
 */
export function spreadOf(core, name, { positions, dimensions, seed }, own) {
  const settings = { ...defaultsOf('scores'), positions, dimensions, seed };
  const tokens = own ? [own.query, own.key] : tokensOf(core, settings);
  const shape = [positions, dimensions];
  const placed = tokens.map((token) => {
    const data = new Float32Array(positions * dimensions);
    for (let p = 0; p < positions; p += 1) data.set(token, p * dimensions);
    /** @type {Encoding} */ (encodings[name]).apply(core, { data, shape }, settings, 0, data);
    return data;
  });
  const [queries, keys] = /** @type {[Float32Array, Float32Array]} */ (placed);
  const values = core.scores({ data: queries, shape }, { data: keys, shape }).data;
  const along = (/** @type {number} */ distance) => alongOf(values, positions, distance);
  const widest = { size: 0, distance: 0, largest: 0 };
  for (let distance = 1 - positions; distance < positions; distance += 1) {
    const { least, greatest } = along(distance);
    widest.largest = Math.max(widest.largest, -least, greatest);
    if (greatest - least > widest.size) Object.assign(widest, { size: greatest - least, distance });
  }
  const [before, query, key] = [tokens[0] ?? [], queries, keys].map((all) => magnitudesOf(all, dimensions));
  return {
    positions,
    dimensions,
    ...widest,
    rounding: ROUNDINGS * Number(query?.greatest) * Number(key?.greatest),
    ratio: {
      least: Number(query?.least) / Number(before?.least),
      greatest: Number(query?.greatest) / Number(before?.least),
    },
    along,
  };
}

/** Whether scores depend on the distance alone, as far as rounding lets one see. @param {Spread} spread */
export const isRelative = ({ size, rounding }) => size <= rounding;

/**
 * The query and the key before they stand anywhere, as in the figure `scores`.
 *
 * @param {Core} core
 * @param {Pick<Settings, 'dimensions' | 'seed'>} settings
 */
export const tokensOf = (core, { dimensions, seed }) =>
  ROWS.map((row) => core.learnedRows({ ids: [row], dimensions, seed, stream: 'words' }).data);

/** @param {Float32Array} values @param {number} positions @param {number} distance from key to query */
function alongOf(values, positions, distance) {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const end = Math.min(positions, positions - distance);
  for (let key = Math.max(0, -distance); key < end; key += 1) {
    const value = Number(values[(key + distance) * positions + key]);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/** @param {ArrayLike<number>} vectors @param {number} dimensions */
export function magnitudesOf(vectors, dimensions) {
  let [least, greatest] = [Number.POSITIVE_INFINITY, 0];
  for (let start = 0; start < vectors.length; start += dimensions) {
    let sum = 0;
    for (let i = start; i < start + dimensions; i += 1) sum += Number(vectors[i]) ** 2;
    least = Math.min(least, Math.sqrt(sum));
    greatest = Math.max(greatest, Math.sqrt(sum));
  }
  return { least, greatest };
}
