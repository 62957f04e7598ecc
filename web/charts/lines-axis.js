import { powersIn } from './curve-ticks.js';
import { niceStep, tickText } from './ticks.js';

/**
 * @typedef {object} Axis
 * @property {string} name
 * @property {number} min above 0 where it is logarithmic
 * @property {number} max
 * @property {boolean} log
 */

/** Pixels from number to number, at least. */
const APART = { across: 64, up: 34 };

/**
 * @param {Axis} axis
 * @param {number} value
 * @returns {number} 0 at the axis's beginning, 1 at its end; NaN for what has no place on it
 */
export function toShare({ min, max, log }, value) {
  const part = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Number.isFinite(part) ? part : Number.NaN;
}

/** @param {Axis} axis @param {number} part 0..1 @returns {number} */
export const toValue = ({ min, max, log }, part) =>
  log ? min * (max / min) ** part : min + (max - min) * part;

/**
 * Round numbers along an axis.
 *
 * @param {Axis} axis
 * @param {number} pixels of its length
 * @param {'across' | 'up'} way
 * @returns {{ value: number, text: string }[]}
 */
export function ticksOn({ min, max, log }, pixels, way) {
  if (log) {
    const [low, high] = [Math.log10(min) - 1e-9, Math.log10(max) + 1e-9];
    return powersIn(low, high, pixels).map((power) => ({
      value: 10 ** power,
      text: tickText(10 ** power, 10 ** power),
    }));
  }
  let step = niceStep(((max - min) * APART[way]) / Math.max(1, pixels));
  const firstOf = () => Math.ceil(min / step - 1e-9);
  const lastOf = () => Math.floor(max / step + 1e-9);
  // One number alone gives no scale.
  while (max > min && lastOf() <= firstOf()) step = niceStep(step / 2.5);
  const first = firstOf();
  const count = lastOf() - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: tickText(value, step) };
  });
}
