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
 * @returns {Generator<undefined, { rows: Rows, plane: Plane }, void>} yields after each small part
 */
export function* rowsOf(trainer, before) {
  const { dimensions, lookBack } = trainer.settings;
  const positions = trainer.rows('positions').data;
  const made = (/** @type {'queries' | 'keys'} */ block) =>
    unit(product(positions, trainer.rows(block).data, dimensions), dimensions);
  const queries = made('queries');
  yield;
  const keys = made('keys');
  yield;
  const [seeking, sought] = [
    queries.subarray(lookBack * dimensions),
    keys.subarray(0, -lookBack * dimensions),
  ];
  const found = yield* principalPlane([seeking, sought], dimensions);
  const plane = before ? aligned(found, before) : found;
  const angles = yield* anglesOf(queries, keys, dimensions, lookBack);
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
 * @returns {Generator<undefined, Pick<Rows, 'apart' | 'others'>, void>}
 */
export function* anglesOf(queries, keys, size, lookBack) {
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
    yield;
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

/** Between the last position and the first, so that they do not look like neighbours, in radians. */
const GAP = 0.5;

/**
 * Positions in their order on a ring of radius 1, counterclockwise from the right.
 *
 * @param {number} length positions
 * @returns {Float64Array} x, y, x, y, …
 */
export function ringOf(length) {
  const places = new Float64Array(2 * length);
  for (let n = 0; n < length; n += 1) {
    const angle = ((2 * Math.PI - GAP) * n) / Math.max(1, length - 1);
    places[2 * n] = Math.cos(angle);
    places[2 * n + 1] = Math.sin(angle);
  }
  return places;
}

/**
 * Where each query looks: the mean of the keys' places, by their weights. It is what the head would read there, if every key's
 * value were its place: in the ring's middle while the query is undecided, and at one key when it has found one.
 *
 * @param {Float32Array} attention [length, length]
 * @param {{ length: number, lookBack: number }} sizes
 * @returns {{ tips: Float64Array, goals: Float64Array, found: number }} for the queries from lookBack on, x, y, x, y, …; `found` counts
 *   those whose right key has the greatest weight
 */
export function seeksOf(attention, { length, lookBack }) {
  const ring = ringOf(length);
  const tips = new Float64Array(2 * (length - lookBack));
  let found = 0;
  for (let m = lookBack; m < length; m += 1) {
    const i = 2 * (m - lookBack);
    let best = 0;
    for (let n = 0; n <= m; n += 1) {
      const weight = attention[m * length + n];
      tips[i] += weight * ring[2 * n];
      tips[i + 1] += weight * ring[2 * n + 1];
      if (weight > attention[m * length + best]) best = n;
    }
    if (best === m - lookBack) found += 1;
  }
  return { tips, goals: ring.subarray(0, tips.length), found };
}
