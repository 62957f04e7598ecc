import { niceStep } from './ticks.js';

/**
 * The powers of ten in a range of logarithms, all or every few.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} pixels from low to high
 * @returns {number[]} whole exponents
 */
export function powersIn(low, high, pixels) {
  const every = Math.max(1, Math.ceil(((high - low) * 24) / Math.max(1, pixels)));
  const first = Math.ceil(low / every) * every;
  const count = Math.max(0, Math.floor((high - first) / every) + 1);
  return Array.from({ length: count }, (_, i) => first + i * every);
}

/**
 * @param {number} last
 * @param {number} pixels from pair 0 to the last
 * @returns {number[]} pairs that carry their number
 */
export function pairsIn(last, pixels) {
  const step = Math.max(1, niceStep((Math.max(last, 1) * 56) / Math.max(1, pixels)));
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, i) => i * step);
}
