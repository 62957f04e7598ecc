import { angleIn, lastOf, toBfloat16, toFloat16 } from './rounding.js';

/** @typedef {import('./rounding.js').Format} Format */

/**
 * Errors of one pair's angle at the whole positions 0, 1, …, in radians, wrapped into −π..π.
 *
 * @typedef {object} Trace
 * @property {Float32Array} low the least error up to each position, at most 0
 * @property {Float32Array} high the greatest, at least 0
 * @property {{ x: number[], y: number[] }} curve the largest size of an error so far, at positions where it grows
 * @property {number} most that size at the end
 * @property {number} mostAt the position of that
 * @property {number} lostAt the first position with an error above `LOST`; −1 for none
 */

/**
 * @typedef {object} Worst
 * @property {number} error its size in radians; it is looked for up to 0.0001 below half a turn
 * @property {number} pair
 * @property {number} position
 */

/** An error of this many radians, 5.7°, can be seen. */
export const LOST = 0.1;

/** No screen shows more points of a curve in one power of ten. */
const POINTS = 120;

const TURN = 2 * Math.PI;

/** @param {number} angle radians @returns {number} the same in −π..π */
export const wrapped = (angle) => angle - TURN * Math.round(angle / TURN);

/**
 * The errors are worked out here, in double, as the core rounds: what it gives has itself been rounded to 32 bits, which would
 * hide how little float32 is off.
 *
 * @param {Format} format
 * @param {number} frequency of the pair, in double
 * @param {{ pair: number, step: number }} place
 * @param {number} positions
 * @returns {Trace}
 */
export function traceOf(format, frequency, place, positions) {
  const angle = angleIn(format, frequency, place);
  const end = Math.min(positions, lastOf(format) + 1);
  const [low, high] = [new Float32Array(positions), new Float32Array(positions)];
  /** @type {Trace['curve']} */
  const curve = { x: [], y: [] };
  let [least, greatest, most, mostAt, lostAt, drawn] = [0, 0, 0, 0, -1, 0];
  for (let position = 0; position < positions; position += 1) {
    if (position < end) {
      const error = wrapped(angle(position) - position * frequency);
      least = Math.min(least, error);
      greatest = Math.max(greatest, error);
      const size = Math.abs(error);
      if (size > most) [most, mostAt] = [size, position];
      if (lostAt < 0 && size > LOST) lostAt = position;
      const isLast = position === end - 1;
      if (most > 0 && (isLast || position >= drawn * 10 ** (1 / POINTS))) {
        curve.x.push(position);
        curve.y.push(most);
        drawn = position;
      }
    }
    low[position] = least;
    high[position] = greatest;
  }
  return { low, high, curve, most, mostAt, lostAt };
}

/** Nearer to half a turn nothing is looked for: it is as wrong as can be. */
const WORST = Math.PI - 1e-4;

/** What rounding can change: relative to a number, and below the smallest normal ones absolutely. */
const UNIT = { single: 2 ** -24, bfloat: 2 ** -8, half: 2 ** -11, tiny: 2 ** -25 };

/**
 * The largest error of all pairs at all whole positions. Where rounding cannot make a larger one than was found nothing is worked
 * out: an error is at most the position times what rounding can do to a frequency, and so only few pairs count.
 *
 * @param {Format} format
 * @param {Float64Array} frequencies of all pairs, in double
 * @param {number} positions
 * @returns {Worst}
 */
export function worstOf(format, frequencies, positions) {
  const last = Math.min(positions - 1, lastOf(format));
  const step = Number(frequencies[1] ?? 0);
  const slopes = Float64Array.from(frequencies, (frequency, pair) => slopeOf(format, frequency, pair, step));
  if (format === 'running') return worstRunning(frequencies, slopes, step, last);
  const order = Array.from(slopes.keys())
    .filter((pair) => pair === 0 || frequencies[pair] !== frequencies[pair - 1])
    .sort((a, b) => Number(slopes[b]) - Number(slopes[a]));
  /** @type {Worst} */
  let worst = { error: 0, pair: Number(order[0]), position: 0 };
  for (const pair of order) {
    const slope = Number(slopes[pair]);
    const frequency = Number(frequencies[pair]);
    const angle = angleIn(format, frequency, { pair, step });
    for (let position = last; position > 0 && worst.error < WORST; position -= 1) {
      if (position * slope + UNIT.tiny <= worst.error) break;
      const error = Math.abs(wrapped(angle(position) - position * frequency));
      if (error > worst.error) worst = { error, pair, position };
    }
  }
  return worst;
}

/**
 * The same for angles that are made one from another: those of all positions go from pair to pair together.
 *
 * @param {Float64Array} frequencies
 * @param {Float64Array} slopes
 * @param {number} step
 * @param {number} last
 * @returns {Worst}
 */
function worstRunning(frequencies, slopes, step, last) {
  const ratio = Math.fround(step);
  const angles = Float32Array.from({ length: last + 1 }, (_, position) => position);
  // The steepest slope of a pair and all that follow.
  const ahead = slopes.slice();
  for (let pair = ahead.length - 2; pair >= 0; pair -= 1)
    ahead[pair] = Math.max(Number(ahead[pair]), Number(ahead[pair + 1]));
  /** @type {Worst} */
  let worst = { error: 0, pair: 0, position: 0 };
  for (let pair = 0; pair < slopes.length; pair += 1) {
    if (last * Number(ahead[pair]) + UNIT.tiny <= worst.error) break;
    const frequency = Number(frequencies[pair]);
    const slope = Number(slopes[pair]);
    for (let position = last; position > 0 && position * slope > worst.error; position -= 1) {
      const error = Math.abs(wrapped(Number(angles[position]) - position * frequency));
      if (error > worst.error) worst = { error, pair, position };
    }
    for (let position = 0; position <= last; position += 1)
      angles[position] = Number(angles[position]) * ratio;
  }
  return worst;
}

/**
 * @param {Format} format
 * @param {number} frequency
 * @param {number} pair
 * @param {number} step θ of pair 1
 * @returns {number} radians a position that the angle can be off at most, but for numbers that are not normal
 */
function slopeOf(format, frequency, pair, step) {
  const { single, bfloat, half } = UNIT;
  const slope = (/** @type {number} */ stored, /** @type {number} */ rounding) =>
    1.0001 * (Math.abs(stored - frequency) + stored * rounding);
  switch (format) {
    case 'running': {
      const ratio = Math.fround(step);
      // A product with a power of two is exact.
      return slope(ratio ** pair, Number.isInteger(Math.log2(ratio)) ? 0 : pair * single);
    }
    case 'bfloat16':
      return slope(toBfloat16(frequency), 2.1 * bfloat);
    case 'float16':
      return slope(toFloat16(frequency), 2.1 * half);
    case 'frequencies':
      return slope(toBfloat16(frequency), single);
    default:
      return slope(Math.fround(frequency), single);
  }
}
