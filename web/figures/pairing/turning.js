import { repeated } from '../shared/score-table.js';
import { mixUp } from './ways.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('./ways.js').Way} Way */

/**
 * The score of a query and a key that stand wherever they stand, and the magnitude of the turned query there.
 *
 * @param {Core} core
 * @param {Way} way
 * @param {Float32Array} tokens query, then key, by place
 * @param {{ queries: Float64Array, keys: Float64Array, base: number }} where positions, real ones
 * @returns {{ scores: Float32Array, magnitudes: Float64Array }}
 */
export function curvesOf(core, way, tokens, { queries, keys, base }) {
  const dimensions = tokens.length / 2;
  const turn = (/** @type {Float32Array} */ token, /** @type {Float64Array} */ positionIds) =>
    turned(core, way, repeated(token, positionIds.length), { positionIds, base });
  const shape = [queries.length, 1, dimensions];
  const q = { data: turn(tokens.subarray(0, dimensions), queries), shape };
  const k = { data: turn(tokens.subarray(dimensions), keys), shape };
  return {
    scores: core.scores(q, k).data,
    magnitudes: queries.map((_, row) => lengthOf(q.data, row * dimensions, dimensions)),
  };
}

/**
 * @param {Core} core
 * @param {Way} way
 * @param {Float32Array} x rows of features
 * @param {{ positionIds: Float64Array, base: number }} angles a position a row
 * @returns {Float32Array} the rows, turned
 */
function turned(core, way, x, { positionIds, base }) {
  const out = new Float32Array(x.length);
  const dimensions = x.length / positionIds.length;
  if (way === 'mixed') {
    const { cos, sin } = core.cosSin({ positionIds, base, rotaryDimensions: dimensions });
    mixUp(x, cos.data, sin.data, dimensions, out);
  } else {
    const shape = [positionIds.length, dimensions];
    core.rotate({ data: x, shape }, { positionIds, base, pairing: way, out });
  }
  return out;
}

/**
 * @param {ArrayLike<number>} row
 * @param {number} [start]
 * @param {number} [count]
 * @returns {number} the magnitude of some of its features, of all by default
 */
export function lengthOf(row, start = 0, count = row.length) {
  let sum = 0;
  for (let i = start; i < start + count; i += 1) sum += Number(row[i]) ** 2;
  return Math.sqrt(sum);
}
