import { toShare } from '../axes.js';

/**
 * Bars from zero, each a unit broad and around a whole number across.
 *
 * @typedef {object} Bars
 * @property {ArrayLike<number>} values
 * @property {number} first where the first one stands
 * @property {string} color
 */

/** Bars of so many device pixels have a gap of one between them. */
const APART = 6;

/**
 * Many bars in a pixel are seen there from the least to the greatest of them.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {Bars} bars
 */
export function drawBars(context, { area, ratio }, { x, y }, { values, first, color }) {
  const pixel = 1 / ratio;
  const broad = (area.right - area.left) / (x.max - x.min);
  const gap = broad >= APART * pixel ? pixel : 0;
  const edge = (/** @type {number} */ place) => {
    const pixels = area.left + (Math.max(x.min, Math.min(x.max, place)) - x.min) * broad;
    return Math.round(pixels * ratio) / ratio;
  };
  const height = area.bottom - area.top;
  const zero = toShare(y, 0);
  context.fillStyle = color;
  const end = Math.min(values.length, Math.ceil(x.max + 0.5) - first);
  for (let i = Math.max(0, Math.floor(x.min + 0.5) - first); i < end; i += 1) {
    const left = edge(first + i - 0.5);
    const width = Math.max(pixel, edge(first + i + 0.5) - left - gap);
    const share = toShare(y, values[i]);
    const top = area.bottom - Math.max(zero, share) * height;
    context.fillRect(left, top, width, Math.max(pixel, Math.abs(share - zero) * height));
  }
}
