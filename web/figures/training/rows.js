import { aligned, principalPlane } from './components.js';

/** @typedef {import('../../core/index.js').Trainer} Trainer */
/** @typedef {import('./components.js').Plane} Plane */

/**
 * The learned rows as the head sees them: each makes a query and a key, and the query of position m must find the key of m − lookBack.
 * All are given the length 1, since attention is a matter of directions, and seen in one plane.
 *
 * @typedef {object} Rows
 * @property {Float32Array} queries of the positions from lookBack on: x, y, x, y, …
 * @property {Float32Array} keys that they must find, in the same order
 * @property {number} apart the mean angle between a query and the key that it must find, in all dimensions, degrees
 * @property {number} share of the squared lengths of all queries and keys that is seen in the plane
 */

/** The rows of a trainer, and the plane that they are looked at in. */
export class RowsView {
  /** @type {Plane | undefined} */
  #plane;
  #isFinal = false;

  /**
   * @param {Trainer} trainer of the encoding `learned`
   * @param {{ look: boolean, isEnd: boolean }} now `look`: look for the plane anew, unless the plane of the run's end is known, which
   *   stays; so a run that is played again is seen from one side
   * @returns {Rows}
   */
  of(trainer, { look, isEnd }) {
    const { dimensions, lookBack } = trainer.settings;
    const positions = trainer.rows('positions').data;
    const made = (/** @type {'queries' | 'keys'} */ block) =>
      unit(product(positions, trainer.rows(block).data, dimensions), dimensions);
    const queries = made('queries').subarray(lookBack * dimensions);
    const keys = made('keys').subarray(0, queries.length);
    if ((!this.#isFinal && (look || isEnd)) || !this.#plane) {
      const plane = principalPlane([queries, keys], dimensions);
      this.#plane = this.#plane ? aligned(plane, this.#plane) : plane;
      this.#isFinal = isEnd;
    }
    const plane = this.#plane;
    return {
      queries: seen(queries, plane),
      keys: seen(keys, plane),
      apart: meanAngle(queries, keys, dimensions),
      share: shareIn(plane, [queries, keys]),
    };
  }
}

/** @param {Float32Array} rows [length, size] @param {Float32Array} matrix [size, size] @param {number} size */
function product(rows, matrix, size) {
  const out = new Float64Array(rows.length);
  for (let start = 0; start < rows.length; start += size) {
    for (let i = 0; i < size; i += 1) {
      const value = Number(rows[start + i]);
      for (let j = 0; j < size; j += 1) out[start + j] += value * Number(matrix[i * size + j]);
    }
  }
  return out;
}

/** Gives every vector the length 1. @param {Float64Array} vectors @param {number} size */
function unit(vectors, size) {
  for (let start = 0; start < vectors.length; start += size) {
    const vector = vectors.subarray(start, start + size);
    const length = Math.sqrt(dot(vector, vector));
    if (length > 0) for (let i = 0; i < size; i += 1) vector[i] = Number(vector[i]) / length;
  }
  return vectors;
}

/** @param {Float64Array} vectors @param {Plane} plane @returns {Float32Array} */
function seen(vectors, { x, y }) {
  const size = x.length;
  const out = new Float32Array((2 * vectors.length) / size);
  for (let i = 0; i < out.length / 2; i += 1) {
    const vector = vectors.subarray(i * size, (i + 1) * size);
    out[2 * i] = dot(vector, x);
    out[2 * i + 1] = dot(vector, y);
  }
  return out;
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += Number(a[i]) * Number(b[i]);
  return sum;
}

/** @param {Float64Array} queries @param {Float64Array} keys @param {number} size @returns {number} degrees */
function meanAngle(queries, keys, size) {
  const count = queries.length / size;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const [q, k] = [queries, keys].map((list) => list.subarray(i * size, (i + 1) * size));
    const cosine = dot(q, k) / Math.sqrt(dot(q, q) * dot(k, k) || 1);
    sum += Math.acos(Math.max(-1, Math.min(1, cosine)));
  }
  return (180 * sum) / Math.PI / count;
}

/** @param {Plane} plane @param {readonly Float64Array[]} lists */
function shareIn(plane, lists) {
  let [inside, whole] = [0, 0];
  for (const list of lists) {
    whole += dot(list, list);
    for (const value of seen(list, plane)) inside += value * value;
  }
  return whole > 0 ? inside / whole : 0;
}
