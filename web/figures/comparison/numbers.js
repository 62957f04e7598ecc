import { brief } from '../shared/numbers.js';

/** @param {number} value a share of 1 */
export const percent = (value) => `${whole(Number((100 * value).toPrecision(2)))}\u00a0%`;

/** @param {number} value with commas as in prose */
export const whole = (value) => value.toLocaleString('en');

/** @param {number} value three digits, and commas as in prose */
export const short = (value) => (value >= 999.5 && value < 1e6 ? whole(Math.round(value)) : brief(value));

/** Such as 5,000 positions. @param {number} count @param {string} noun */
export const many = (count, noun) => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;

/** @param {number} time milliseconds */
export const timeText = (time) => (time > 0 ? `${short(time)} ms` : 'too quick for this clock');

/** @param {number} bytes */
export function bytesText(bytes) {
  const [size, unit] =
    bytes < 1e3 ? [bytes, 'bytes'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${brief(size)} ${unit}`;
}
