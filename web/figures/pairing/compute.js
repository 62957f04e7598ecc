import { rangeOf } from '../shared/numbers.js';
import { repeated, tokensOf } from '../shared/score-table.js';
import { featureOrder, frequencyOf, mixUp, partnerOf, ways } from './ways.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./ways.js').Way} Way */

/**
 * What one way makes of the query and the key.
 * @typedef {object} Panel
 * @property {Way} way
 * @property {readonly number[]} order features by place: the weights may be permuted
 * @property {{ data: Float32Array, shape: number[] }} tokens query and key as the way takes them, by place: [2, dimensions]
 * @property {readonly number[]} frequencies index of the inverse frequency that turns a place
 * @property {readonly { from: number, to: number, agree: boolean }[]} arcs places that turn together, and whether by one angle
 * @property {Float32Array} scores one a sample
 * @property {Float64Array} magnitudes of the turned query, one a sample
 * @property {readonly [number, number]} scoreRange over whole positions
 * @property {boolean} isRelative whether that is no more than rounding
 * @property {readonly [number, number]} magnitudeRange over whole positions
 * @property {boolean} keepsMagnitude
 * @property {boolean} isFirst whether it scores as the first way does at every position
 */

/**
 * @typedef {object} PairingData
 * @property {string[]} labels one a position of the playhead
 * @property {number} dimensions
 * @property {number} distance from key to query
 * @property {boolean} permuted
 * @property {boolean} isTrap whether query and key are all ones
 * @property {{ query: boolean, key: boolean }} isOwn which of them the reader gave
 * @property {number} magnitude of the query before it is turned
 * @property {Panel[]} panels one a way
 * @property {Float64Array} samples positions of the playhead, rising
 * @property {readonly number[]} places two positions that are compared; one where there is only one
 * @property {readonly number[]} placeSamples their samples
 * @property {number} base
 * @property {Float64Array} frequencies inverse frequencies, one a pair
 * @property {Live} live at the last frame's position
 */

/** @typedef {{ data: Float32Array, shape: number[] }} Tensor */

/**
 * @typedef {object} Live
 * @property {Float64Array} at position of the query, of the key
 * @property {{ cos: Float32Array, sin: Float32Array }} angles of the query, then of the key
 * @property {Float64Array} scores one a way
 * @property {Float64Array} magnitudes of the turned query, one a way
 * @property {Float32Array} turned query and key of the way that was computed last
 * @property {Tensor} q the one, and
 * @property {Tensor} k the other
 * @property {Float32Array} score
 */

/** A score that varies by no more than this part of |q|·|k| varies by rounding. */
const ROUNDING = 1e-5;

/** A playhead between whole positions needs a curve there, where they are not too many to see. */
const FINE = 8;
const MOST_SAMPLES = 4096;

/** Where scores are compared, if there are so many positions: a place early on, since position 0 alone hides mistakes, and the last. */
const EARLY = 3;

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {PairingData}
 */
export function compute(core, settings) {
  const { positions, dimensions, distance, permuted, base } = settings;
  // Two numbers for every pair are numbers of neighbours, whichever way turns them.
  const { query, key } = tokensOf(core, { ...settings, pairing: 'interleaved' });
  const last = positions - 1;
  const step = Math.max(1, Math.min(FINE, Math.floor(MOST_SAMPLES / Math.max(1, last))));
  const samples = Float64Array.from({ length: last * step + 1 }, (_, i) => i / step);
  const { values: frequencies } = core.inverseFrequencies({ rotaryDimensions: dimensions, base });
  const rounding = ROUNDING * lengthOf(query) * lengthOf(key);
  /** @type {Panel[]} */
  const panels = [];
  for (const way of ways) {
    const order = featureOrder(dimensions, permuted && way !== 'interleaved');
    const tokens = [...order.map((place) => query[place]), ...order.map((place) => key[place])];
    const { scores, magnitudes } = curvesOf(core, way, Float32Array.from(tokens.map(Number)), {
      queries: samples.map((position) => queryAt(position, distance)),
      keys: samples.map((position) => keyAt(position, distance)),
      base,
    });
    const [least, most] = rangeOf(scores, step);
    const [shortest, longest] = rangeOf(magnitudes, step);
    const first = panels[0]?.scores ?? scores;
    panels.push({
      way,
      order,
      tokens: { data: Float32Array.from(tokens.map(Number)), shape: [2, dimensions] },
      frequencies: order.map((_, place) => frequencyOf(way, dimensions, place)),
      arcs: arcsOf(way, dimensions, frequencies),
      scores,
      magnitudes,
      scoreRange: [least, most],
      isRelative: most - least <= rounding,
      magnitudeRange: [shortest, longest],
      keepsMagnitude: longest - shortest <= ROUNDING * longest,
      isFirst: scores.every((score, i) => Math.abs(score - first[i]) <= rounding),
    });
  }
  const places = last > EARLY ? [EARLY, last] : last > 0 ? [0, last] : [0];
  return {
    labels: Array.from({ length: positions }, (_, i) => String(i)),
    dimensions,
    distance,
    permuted,
    isTrap: settings.tokens === 'equal',
    isOwn: { query: settings.query !== undefined, key: settings.key !== undefined },
    magnitude: lengthOf(query),
    panels,
    samples,
    places,
    placeSamples: places.map((place) => place * step),
    base,
    frequencies,
    live: liveOf(dimensions),
  };
}

/** @param {number} dimensions @returns {Live} */
function liveOf(dimensions) {
  const turned = new Float32Array(2 * dimensions);
  return {
    at: new Float64Array(2),
    angles: { cos: new Float32Array(dimensions), sin: new Float32Array(dimensions) },
    scores: new Float64Array(ways.length),
    magnitudes: new Float64Array(ways.length),
    turned,
    q: { data: turned.subarray(0, dimensions), shape: [1, dimensions] },
    k: { data: turned.subarray(dimensions), shape: [1, dimensions] },
    score: new Float32Array(1),
  };
}

/** The playhead is the earlier of the two positions, so that neither falls below 0. @param {number} position @param {number} distance */
export const keyAt = (position, distance) => position + Math.max(0, -distance);

/** @param {number} position @param {number} distance */
export const queryAt = (position, distance) => position + Math.max(0, distance);

/** @param {Way} way @param {number} dimensions @param {Float64Array} frequencies */
function arcsOf(way, dimensions, frequencies) {
  const turns = (/** @type {number} */ place) => frequencies[frequencyOf(way, dimensions, place)];
  const arcs = [];
  for (let from = 0; from < dimensions; from += 1) {
    const to = partnerOf(way, dimensions, from);
    if (to > from) arcs.push({ from, to, agree: turns(from) === turns(to) });
  }
  return arcs;
}

/**
 * Query and key where the playhead is.
 *
 * @param {Core} core
 * @param {PairingData} data
 * @param {number} position
 */
export function frame(core, { panels, live, dimensions, distance, base }, position) {
  const { at, angles, turned: out, q, k, score } = live;
  at[0] = queryAt(position, distance);
  at[1] = keyAt(position, distance);
  core.cosSin({ positionIds: at, base, rotaryDimensions: dimensions, out: angles });
  for (const [i, { way, tokens }] of panels.entries()) {
    if (way === 'mixed') mixUp(tokens.data, angles.cos, angles.sin, dimensions, out);
    else core.rotate(tokens, { positionIds: at, base, pairing: way, out });
    core.scores(q, k, { out: score });
    live.scores[i] = score[0];
    live.magnitudes[i] = lengthOf(q.data);
  }
}

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
  for (let i = start; i < start + count; i += 1) sum += row[i] ** 2;
  return Math.sqrt(sum);
}
