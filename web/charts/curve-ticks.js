import { niceStep } from './ticks.js';

/**
 * @param {number} last
 * @param {number} pixels from pair 0 to the last
 * @returns {number[]} pairs that carry their number
 */
export function pairsIn(last, pixels) {
  const step = Math.max(1, niceStep((Math.max(last, 1) * 56) / Math.max(1, pixels)));
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, i) => i * step);
}
