import { aligned, principalPlane } from './components.js';

/** @typedef {import('../../core/index.js').Trainer} Trainer */
/** @typedef {import('./components.js').Plane} Plane */

/**
 * The learned rows as the head sees them: each makes a query and a key, and the query of position m must find the key of m − lookBack.
 *
 * @typedef {object} Rows mean angles in all dimensions, in degrees
 * @property {number} apart between a query and the key that it must find
 * @property {number} others between a query and the other keys that it may look at; 90 where there are none
 * @property {Float64Array} queries of the positions from lookBack on, each given the length 1, in the first two principal components of
 *   queries and keys: x, y, x, y, …
 * @property {Float64Array} keys that they must find, in the same order
 * @property {number} share of the squared lengths of both that is seen in these components
 */

/**
 * @param {Trainer} trainer of the encoding `learned`
 * @param {Plane} [before] the components of the last picture: these are turned so that they lie as those did
 * @returns {{ rows: Rows, plane: Plane }}
 */
export function rowsOf(trainer, before) {
  const { dimensions, lookBack } = trainer.settings;
  const positions = trainer.rows('positions').data;
  const made = (/** @type {'queries' | 'keys'} */ block) =>
    unit(product(positions, trainer.rows(block).data, dimensions), dimensions);
  const [queries, keys] = [made('queries'), made('keys')];
  const [seeking, sought] = [
    queries.subarray(lookBack * dimensions),
    keys.subarray(0, -lookBack * dimensions),
  ];
  const found = principalPlane([seeking, sought], dimensions);
  const plane = before ? aligned(found, before) : found;
  const angles = anglesOf(queries, keys, dimensions, lookBack);
  const rows = { ...angles, queries: seen(seeking, plane), keys: seen(sought, plane), share: plane.share };
  return { rows, plane };
}

/** @param {Float64Array} vectors @param {Plane} plane */
function seen(vectors, { x, y }) {
  const size = x.length;
  const out = new Float64Array((2 * vectors.length) / size);
  vectors.forEach((value, at) => {
    const i = at % size;
    const place = 2 * ((at - i) / size);
    out[place] += value * x[i];
    out[place + 1] += value * y[i];
  });
  return out;
}

/**
 * @param {Float64Array} queries each of length 1 @param {Float64Array} keys the same
 * @param {number} size @param {number} lookBack
 * @returns {Pick<Rows, 'apart' | 'others'>}
 */
export function anglesOf(queries, keys, size, lookBack) {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let m = lookBack; m < queries.length / size; m += 1) {
    for (let n = 0; n <= m; n += 1) {
      let cosine = 0;
      for (let i = 0; i < size; i += 1) cosine += queries[m * size + i] * keys[n * size + i];
      const which = n === m - lookBack ? 0 : 1;
      sums[which] += Math.acos(Math.max(-1, Math.min(1, cosine)));
      counts[which] += 1;
    }
  }
  const [apart, others] = sums.map((sum, i) => (counts[i] ? (180 * sum) / Math.PI / counts[i] : 90));
  return { apart: Number(apart), others: Number(others) };
}

/** @param {Float32Array} rows [length, size] @param {Float32Array} matrix [size, size] @param {number} size */
function product(rows, matrix, size) {
  const out = new Float64Array(rows.length);
  for (let start = 0; start < rows.length; start += size) {
    for (let i = 0; i < size; i += 1) {
      const value = rows[start + i];
      for (let j = 0; j < size; j += 1) out[start + j] += value * matrix[i * size + j];
    }
  }
  return out;
}

/** Gives every vector the length 1. @param {Float64Array} vectors @param {number} size */
function unit(vectors, size) {
  for (let start = 0; start < vectors.length; start += size) {
    const vector = vectors.subarray(start, start + size);
    const length = Math.hypot(...vector);
    if (length > 0) for (let i = 0; i < size; i += 1) vector[i] /= length;
  }
  return vectors;
}
