/** @typedef {import('../../core/index.js').Core} Core */

/** What the second article prints: rows of its buffer, the vocabulary and the dimensions of its table, the length of its own run. */
export const printed = Object.freeze({ maxLen: 5000, vocabulary: 10000, dimensions: 512, length: 50 });

/** The first article's own run. */
export const run = Object.freeze({ positions: 10, dimensions: 2, vector: /** @type {const} */ ([1, 1]) });

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
