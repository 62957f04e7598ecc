import { tokensOf } from '../shared/score-table.js';
import { firstNegativeOf } from './first-negative.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * How a value goes with the distance.
 * @typedef {object} Course
 * @property {Float64Array} values one a distance
 * @property {number} rises steps to a greater value
 * @property {number} firstRise the first distance with a greater value than the one before; −1 for none
 * @property {number} least the distance of the least value
 * @property {number} greatest the distance of the greatest
 */

/**
 * @typedef {object} DecayData
 * @property {string[]} labels one a distance
 * @property {number} dimensions
 * @property {number} base
 * @property {Float64Array} frequencies
 * @property {Course} sums the mean of |S_1| … |S_(d/2)|, the sums of the first pairs' e^(isθ)
 * @property {Course} mean the mean of cos(s·θ_i)
 * @property {Course} own the score q·k of the reader's own query and key
 * @property {number} size |q||k|
 * @property {boolean} isTrap whether query and key are all ones
 * @property {number} steepest the largest difference of neighbouring pairs' products
 * @property {number} factor RoFormer's bound on `own` is so many times `sums`: the pairs times `steepest`
 * @property {number} slack how many times the bound is at least as large as the score's size; not finite where all scores are 0
 * @property {number} firstNegative the first distance at which `mean` is below 0; −1 where none was found up to `SEARCHED`
 * @property {import('../../charts/chains.js').Chains['box']} view all joints of the chain at all distances
 * @property {{ distance: number, x: Float64Array, y: Float64Array }[]} earlier the chain at a few distances
 * @property {{ along: Float64Array, across: Float64Array }} products of q and k in each pair: what their score has of cos and sin
 * @property {{ positionIds: Float64Array, inverseFrequencies: Float64Array, out: { cos: Float32Array, sin: Float32Array } }} options
 * @property {{ x: Float64Array, y: Float64Array }} chain its joints at the last frame
 * @property {{ distance: number, sums: number, mean: number, own: number }} now at the last frame
 */

/** A step is a rise by more than rounding. @param {number} before @param {number} value */
export const isRise = (before, value) => value - before > 1e-12 * Math.max(1, Math.abs(before));

/** With more distances than this a plot is too dense for its rises to be seen. */
const DENSE = 1200;

/** @param {DecayData} data */
export const isDense = ({ labels }) => labels.length > DENSE;

/** @param {number} score @param {number} size |q||k| @returns {number} the cosine of the angle between query and key; 0 where one is 0 */
export const partOf = (score, size) => (size > 0 ? score / size : 0);

/**
 * Everything that does not move. The score of a query s positions after its key is q·R(−s)k = Σ_i a_i cos(s·θ_i) + b_i sin(s·θ_i).
 * (Su et al. 2021, 3.4.3)
 * @param {Core} core
 * @param {Settings} settings
 * @returns {DecayData}
 */
export function compute(core, settings) {
  const { positions, dimensions, base } = settings;
  const frequencies = core.inverseFrequencies({ rotaryDimensions: dimensions, base }).values;
  const pairs = frequencies.length;
  // Which features are a pair is no matter here: all is told by pairs.
  const { query, key } = tokensOf(core, { ...settings, pairing: 'interleaved' });
  const products = productsOf(query, key);
  const [sums, mean, own] = [0, 1, 2].map(() => new Float64Array(positions));
  const chain = { x: new Float64Array(pairs), y: new Float64Array(pairs) };
  const now = { distance: 0, sums: 0, mean: 0, own: 0 };
  const view = { minX: 0, maxX: 1, minY: 0, maxY: 0 };
  /** @type {DecayData['earlier']} */
  const earlier = [];
  overDistances(frequencies, positions, (distance, cos, sin) => {
    measure({ cos, sin, products, chain, now });
    sums[distance] = now.sums;
    mean[distance] = now.mean;
    own[distance] = now.own;
    widen(view, chain);
    if (isMilestone(distance)) earlier.push({ distance, x: chain.x.slice(), y: chain.y.slice() });
    return false;
  });
  const steepest = steepestOf(products);
  const factor = pairs * steepest;
  const out = { cos: new Float32Array(pairs), sin: new Float32Array(pairs) };
  return {
    labels: Array.from({ length: positions }, (_, distance) => String(distance)),
    dimensions,
    base,
    frequencies,
    sums: courseOf(sums),
    mean: courseOf(mean),
    own: courseOf(own),
    size: Math.hypot(...query) * Math.hypot(...key),
    isTrap: settings.tokens === 'equal',
    steepest,
    factor,
    slack: own.reduce(
      (least, score, s) => Math.min(least, (factor * sums[s]) / Math.abs(score)),
      Number.POSITIVE_INFINITY,
    ),
    firstNegative: firstNegativeOf(frequencies),
    view,
    earlier,
    products,
    options: { positionIds: new Float64Array(1), inverseFrequencies: frequencies, out },
    chain,
    now,
  };
}

/** 0, 1, 2, 5, 10, 20, 50 and so on. @param {number} distance */
function isMilestone(distance) {
  if (distance === 0) return true;
  const first = distance / 10 ** Math.floor(Math.log10(distance));
  return first === 1 || first === 2 || first === 5;
}

/** @param {Float32Array} q @param {Float32Array} k neighbouring features are a pair @returns {DecayData['products']} */
function productsOf(q, k) {
  const pairs = q.length / 2;
  return {
    along: Float64Array.from({ length: pairs }, (_, i) => q[2 * i] * k[2 * i] + q[2 * i + 1] * k[2 * i + 1]),
    across: Float64Array.from({ length: pairs }, (_, i) => q[2 * i] * k[2 * i + 1] - q[2 * i + 1] * k[2 * i]),
  };
}

/** max |h_(i+1) − h_i|, with h_i the product of pair i as a complex number and none after the last. @param {DecayData['products']} products */
function steepestOf({ along, across }) {
  return along.reduce((most, a, i) => {
    const step = Math.hypot((along[i + 1] ?? 0) - a, (across[i + 1] ?? 0) - across[i]);
    return Math.max(most, step);
  }, 0);
}

/** @param {Float64Array} values @returns {Course} */
function courseOf(values) {
  let [rises, firstRise, least, greatest] = [0, -1, 0, 0];
  for (let s = 1; s < values.length; s += 1) {
    const [before, value] = [values[s - 1], values[s]];
    if (isRise(before, value)) {
      rises += 1;
      if (firstRise < 0) firstRise = s;
    }
    if (value < values[least]) least = s;
    if (value > values[greatest]) greatest = s;
  }
  return { values, rises, firstRise, least, greatest };
}

/**
 * The chain and the values at a distance, a real number.
 * @param {Core} core
 * @param {DecayData} data
 * @param {number} distance
 */
export function frame(core, { options, chain, products, now }, distance) {
  options.positionIds[0] = distance;
  core.cosSin(options);
  measure({ ...options.out, products, chain, now });
  now.distance = distance;
}

/**
 * Puts the arrows end to end.
 * @param {{ cos: ArrayLike<number>, sin: ArrayLike<number> } & Pick<DecayData, 'products' | 'chain' | 'now'>} parts
 */
function measure({ cos, sin, products: { along, across }, chain, now }) {
  let x = 0;
  let y = 0;
  let lengths = 0;
  let score = 0;
  for (let i = 0; i < cos.length; i += 1) {
    const c = cos[i];
    const s = sin[i];
    x += c;
    y += s;
    lengths += Math.sqrt(x * x + y * y);
    score += along[i] * c + across[i] * s;
    chain.x[i] = x;
    chain.y[i] = y;
  }
  now.sums = lengths / cos.length;
  now.mean = x / cos.length;
  now.own = score;
}

/** @param {DecayData['view']} view @param {DecayData['chain']} chain */
function widen(view, { x, y }) {
  let { minX, maxX, minY, maxY } = view;
  for (let i = 0; i < x.length; i += 1) {
    const across = x[i];
    const up = y[i];
    if (across < minX) minX = across;
    else if (across > maxX) maxX = across;
    if (up < minY) minY = up;
    else if (up > maxY) maxY = up;
  }
  view.minX = minX;
  view.maxX = maxX;
  view.minY = minY;
  view.maxY = maxY;
}

/** So many steps are made by turning a little further before sines and cosines are taken anew. */
const STEPS = 64;

/**
 * Goes through the distances 0, 1, …: with cos(s·θ_i) and sin(s·θ_i) of every pair at each. Within 64 steps each is turned from the
 * one before, which is much faster and off by no more than 1e-13, besides the rounding of the angle.
 *
 * @param {Float64Array} frequencies θ of the pairs
 * @param {number} distances how many
 * @param {(distance: number, cos: Float64Array, sin: Float64Array) => boolean | undefined} visit may not change the lists; true ends it
 */
export function overDistances(frequencies, distances, visit) {
  const by = { cos: frequencies.map(Math.cos), sin: frequencies.map(Math.sin) };
  const now = { cos: new Float64Array(frequencies.length), sin: new Float64Array(frequencies.length) };
  for (let distance = 0; distance < distances; distance += 1) {
    if (distance % STEPS === 0) begin(now, frequencies, distance);
    else turn(now, by);
    if (visit(distance, now.cos, now.sin)) return;
  }
}

/** @typedef {{ cos: Float64Array, sin: Float64Array }} Turns of all pairs */

/** @param {Turns} now @param {Float64Array} frequencies @param {number} distance */
function begin({ cos, sin }, frequencies, distance) {
  for (let i = 0; i < frequencies.length; i += 1) {
    const angle = distance * frequencies[i];
    cos[i] = Math.cos(angle);
    sin[i] = Math.sin(angle);
  }
}

/** @param {Turns} now @param {Turns} by */
function turn({ cos, sin }, by) {
  for (let i = 0; i < cos.length; i += 1) {
    const across = cos[i];
    const up = sin[i];
    const c = by.cos[i];
    const s = by.sin[i];
    cos[i] = across * c - up * s;
    sin[i] = across * s + up * c;
  }
}
