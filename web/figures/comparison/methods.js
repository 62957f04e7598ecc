import { defaultsOf } from '../../settings/index.js';
import { methods } from '../shared/score-methods.js';
import { alongOf, magnitudesOf, tableOf, tokensOf } from '../shared/score-table.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {'sinusoidal' | 'rotary' | 'learned' | 'product'} Name of an encoding, as it is compared here */

/** The order of the table. @type {readonly Name[]} */
export const names = Object.freeze(['sinusoidal', 'rotary', 'learned', 'product']);

/** @template T @param {(name: Name) => T} of @returns {Record<Name, T>} */
export const each = (of) => ({
  sinusoidal: of('sinusoidal'),
  rotary: of('rotary'),
  learned: of('learned'),
  product: of('product'),
});

/** The first article's own run. */
export const run = Object.freeze({ positions: 10, dimensions: 2, vector: /** @type {const} */ ([1, 1]) });

/** What the second article prints: rows of its buffer, the vocabulary and the dimensions of its table, the length of its own run. */
export const printed = Object.freeze({ maxLen: 5000, vocabulary: 10000, dimensions: 512, length: 50 });

/** Sizes at which scores are measured for claims: those of golden runs, and few enough to look at one by one. */
export const small = Object.freeze({ positions: 50, dimensions: 8 });

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
 * @param {Name} name
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

/** Whether scores depend on the distance alone, as far as rounding lets one see. @param {Pick<Spread, 'size' | 'rounding'>} spread */
export const isRelative = ({ size, rounding }) => size <= rounding;

/**
 * The class that the second article prints as "RopeEmbeddings", its shapes and its product: a buffer with a row for each of
 * `max_len` positions, of which `forward` takes the first and multiplies.
 */
export class PrintedClass {
  /** What it would train. The article registers its only tensor as a buffer. @type {Float32Array[]} */
  parameters = [];
  #buffer;

  /** @param {Core} core @param {number} dim @param {number} maxLen */
  constructor(core, dim, maxLen = printed.maxLen) {
    this.dim = dim;
    this.#buffer = core.sinusoidal({ positions: maxLen, dimensions: dim }).data;
  }

  /**
   * @param {Float32Array} x [positions, dim]
   * @returns {Float32Array}
   * @throws {RangeError} where there are more positions than rows, as torch does
   */
  forward(x) {
    const length = x.length / this.dim;
    const pe = this.#buffer.subarray(0, length * this.dim);
    const rows = pe.length / this.dim;
    if (rows !== length && rows !== 1) throw new RangeError(`${length} positions, but ${rows} rows`);
    return x.map((value, i) => value * pe[i % pe.length]);
  }
}

/**
 * The longest input that the printed class takes.
 *
 * @param {Core} core
 * @param {number} most to try
 */
export function longestInput(core, most) {
  const made = new PrintedClass(core, 2);
  const takes = (/** @type {number} */ length) => {
    try {
      return made.forward(new Float32Array(length * 2)).length === length * 2;
    } catch {
      return false;
    }
  };
  let [good, bad] = [1, most + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (takes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
