import { angleIn, lastOf, runningAngles, toBfloat16, toFloat16 } from './rounding.js';

/** @typedef {import('./rounding.js').Format} Format */

/**
 * Errors of one pair's angle at the whole positions 0, 1, …, in radians, wrapped into −π..π.
 *
 * @typedef {object} Trace
 * @property {Float32Array} low the least error up to each position, at most 0
 * @property {Float32Array} high the greatest, at least 0
 * @property {{ x: number[], y: number[] }} curve the largest size of an error so far, at positions where it grows
 * @property {number} most that size at the end
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

/** From one point of a curve to the next: no screen shows more in one power of ten. */
const APART = 10 ** (1 / 120);

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
  const end = Math.min(positions, lastOf(format) + 1);
  const errors = errorsOf(format, frequency, place, end);
  const [low, high] = [new Float32Array(positions), new Float32Array(positions)];
  /** @type {Trace['curve']} */
  const curve = { x: [], y: [] };
  let [least, greatest, most, lostAt, next] = [0, 0, 0, -1, 0];
  for (let position = 0; position < end; position += 1) {
    let error = errors[position];
    if (error >= Math.PI || error < -Math.PI) error = wrapped(error);
    if (error < least) least = error;
    else if (error > greatest) greatest = error;
    const size = Math.abs(error);
    if (size > most) most = size;
    if (lostAt < 0 && size > LOST) lostAt = position;
    if (most > 0 && (position >= next || position === end - 1)) {
      curve.x.push(position);
      curve.y.push(most);
      next = position * APART;
    }
    low[position] = least;
    high[position] = greatest;
  }
  low.fill(least, end);
  high.fill(greatest, end);
  return { low, high, curve, most, lostAt };
}

/**
 * Errors at the positions 0, 1, …, not wrapped. At twice a position everything doubles, in all formats that have exponents enough, and
 * so only odd positions are worked out.
 *
 * @param {Format} format
 * @param {number} frequency
 * @param {{ pair: number, step: number }} place
 * @param {number} end
 */
function errorsOf(format, frequency, place, end) {
  const errors = new Float64Array(end);
  if (format === 'running') {
    const angles = runningAngles(place, 1, 2, end >> 1);
    for (let i = 0; i < angles.length; i += 1) {
      errors[2 * i + 1] = angles[i] - (2 * i + 1) * frequency;
    }
  } else {
    const angle = angleIn(format, frequency, place);
    const step = format === 'float16' ? 1 : 2;
    for (let position = 1; position < end; position += step)
      errors[position] = angle(position) - position * frequency;
  }
  if (format === 'float16') return errors;
  for (let position = 2; position < end; position += 2) errors[position] = 2 * errors[position >> 1];
  return errors;
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
  const step = frequencies[1] ?? 0;
  const slopes = Float64Array.from(frequencies, (frequency, pair) => slopeOf(format, frequency, pair, step));
  if (format === 'running') return worstRunning(frequencies, slopes, step, last);
  const order = Array.from(slopes.keys())
    .filter((pair) => pair === 0 || frequencies[pair] !== frequencies[pair - 1])
    .sort((a, b) => slopes[b] - slopes[a]);
  /** @type {Worst} */
  let worst = { error: 0, pair: order[0], position: 0 };
  for (const pair of order) {
    const slope = slopes[pair];
    const frequency = frequencies[pair];
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
  const steepest = slopes.reduce((one, other) => Math.max(one, other), 0);
  // Up to half a turn, an error is twice as large at twice the position: the largest lies in the second half.
  const first = last * steepest < WORST ? (last >> 1) + 1 : 1;
  const angles = Float32Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  // The steepest slope of a pair and all that follow.
  const ahead = slopes.slice();
  for (let pair = ahead.length - 2; pair >= 0; pair -= 1)
    ahead[pair] = Math.max(ahead[pair], ahead[pair + 1]);
  /** @type {Worst} */
  let worst = { error: 0, pair: 0, position: 0 };
  for (let pair = 0; pair < slopes.length; pair += 1) {
    if (last * ahead[pair] + UNIT.tiny <= worst.error) break;
    const frequency = frequencies[pair];
    const slope = slopes[pair];
    for (let position = last; position >= first && position * slope > worst.error; position -= 1) {
      const error = Math.abs(wrapped(angles[position - first] - position * frequency));
      if (error > worst.error) worst = { error, pair, position };
    }
    // Earlier positions cannot be off more than that in this pair, nor in one that follows.
    const from = Math.max(0, Math.floor(worst.error / ahead[pair]) - first);
    for (let i = from; i < angles.length; i += 1) angles[i] *= ratio;
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
