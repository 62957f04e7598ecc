/** @typedef {import('../../settings/index.js').Settings['formats'][number]} Format */

/** The largest number of float16, and how far from 0 a number may be that is still rounded to it. */
export const LARGEST_HALF = 65504;
const HALF_END = 65520;
const SMALL = 1.5 * 2 ** 28;

const bits = new Uint32Array(1);
const single = new Float32Array(bits.buffer);

/**
 * The nearest number of bfloat16, of two the even one, by way of float32, as frameworks do.
 *
 * @param {number} value finite
 * @returns {number}
 */
export function toBfloat16(value) {
  single[0] = value;
  const word = bits[0];
  bits[0] = (word + 0x7fff + ((word >>> 16) & 1)) & 0xffff0000;
  return single[0];
}

/**
 * The nearest number of float16, of two the even one, by way of float32.
 *
 * @param {number} value
 * @returns {number} ±Infinity for what is too large
 */
export function toFloat16(value) {
  single[0] = value;
  const near = single[0];
  const size = Math.abs(near);
  if (size >= HALF_END) return Math.sign(near) * Number.POSITIVE_INFINITY;
  // Below the normal numbers: adding and taking away a number whose last bit is the one to keep rounds to it, ties to even.
  if (size < 2 ** -14) return near + SMALL - SMALL;
  const word = bits[0];
  bits[0] = (word + 0xfff + ((word >>> 13) & 1)) & 0xffffe000;
  return single[0];
}

/**
 * How an angle, position × θ, comes out in a format.
 *
 * @param {Format} format
 * @param {number} frequency θ of the pair, in double
 * @param {{ pair: number, step: number }} place `step`: θ of pair 1, by which a running product makes each angle from the one before
 * @returns {(position: number) => number} the angle, radians; ±Infinity where the format has no number for it
 */
export function angleIn(format, frequency, { pair, step }) {
  if (format === 'running') {
    const ratio = Math.fround(step);
    return (position) => {
      let angle = Math.fround(position);
      for (let i = 0; i < pair; i += 1) angle = Math.fround(angle * ratio);
      return angle;
    };
  }
  if (format === 'bfloat16') {
    const stored = toBfloat16(frequency);
    return (position) => toBfloat16(toBfloat16(position) * stored);
  }
  if (format === 'float16') {
    const stored = toFloat16(frequency);
    return (position) => toFloat16(toFloat16(position) * stored);
  }
  const stored = format === 'frequencies' ? toBfloat16(frequency) : Math.fround(frequency);
  return (position) => Math.fround(Math.fround(position) * stored);
}

/**
 * Running products of many positions: four at a time, since each product waits for the one before.
 *
 * @param {{ pair: number, step: number }} place
 * @param {number} first position
 * @param {number} apart from position to position
 * @param {number} count
 * @returns {Float32Array} the angles
 */
export function runningAngles({ pair, step }, first, apart, count) {
  const ratio = Math.fround(step);
  const angles = new Float32Array(Math.ceil(count / 4) * 4);
  for (let i = 0; i < angles.length; i += 4) {
    let a = Math.fround(first + i * apart);
    let b = Math.fround(a + apart);
    let c = Math.fround(b + apart);
    let d = Math.fround(c + apart);
    for (let k = 0; k < pair; k += 1) {
      a = Math.fround(a * ratio);
      b = Math.fround(b * ratio);
      c = Math.fround(c * ratio);
      d = Math.fround(d * ratio);
    }
    angles[i] = a;
    angles[i + 1] = b;
    angles[i + 2] = c;
    angles[i + 3] = d;
  }
  return angles.subarray(0, count);
}

/** What the core emulates for a format. @type {Readonly<Record<Format, import('../../core/index.js').Precision>>} */
export const precisions = Object.freeze({
  float32: { angle: 'float32' },
  running: { angle: 'running' },
  frequencies: { inverseFrequencies: 'bfloat16', angle: 'float32' },
  bfloat16: { angle: 'bfloat16' },
  float16: { angle: 'float16' },
});

/** The last position that a format has a finite number for. @param {Format} format */
export const lastOf = (format) => (format === 'float16' ? HALF_END - 1 : Number.POSITIVE_INFINITY);
