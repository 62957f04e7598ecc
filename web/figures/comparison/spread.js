import { defaultsOf } from '../../settings/index.js';
import { methods } from '../shared/score-methods.js';
import { alongOf, magnitudesOf, tableOf, tokensOf } from '../shared/score-table.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */

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

/**
 * @param {Core} core
 * @param {string} name of an encoding
 * @param {{ positions: number, dimensions: number, seed: number }} sizes
 * @param {{ query: ArrayLike<number>, key: ArrayLike<number> }} [own] vectors; without them two random ones, by the seed
 * @returns {Spread}
 */
export function spreadOf(core, name, { positions, dimensions, seed }, own) {
  const settings = { ...defaultsOf('scores'), positions, dimensions, seed };
  const tokens = own
    ? { query: Float32Array.from(own.query), key: Float32Array.from(own.key) }
    : tokensOf(core, settings);
  const method = /** @type {import('../shared/score-methods.js').Method} */ (methods[name]);
  const { values, widest, range, magnitudes, rounding } = tableOf(core, method, settings, tokens);
  const before = magnitudesOf(tokens.query, dimensions).least;
  return {
    positions,
    dimensions,
    ...widest,
    largest: Math.max(-range.least, range.greatest),
    rounding,
    ratio: { least: magnitudes.least / before, greatest: magnitudes.greatest / before },
    along: (distance) => alongOf(values, positions, distance),
  };
}

/** Whether scores depend on the distance alone, as far as rounding lets one see. @param {Spread} spread */
export const isRelative = ({ size, rounding }) => size <= rounding;
