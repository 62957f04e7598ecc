import { toPixels } from '../xy.js';

/**
 * A dot at each whole number across.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {object} dots
 * @param {ArrayLike<number>} dots.at their heights at 0, 1, …; NaN for none
 * @param {readonly string[]} dots.colors
 * @param {number} dots.radius CSS pixels
 * @param {number} [start] the first of them
 * @param {number} [end] is not among them
 */
export function drawDots(context, { area }, axes, { at, colors, radius }, start = 0, end = at.length) {
  for (let i = start; i < end; i += 1) {
    if (Number.isNaN(at[i])) continue;
    const { x, y } = toPixels(axes, area, i, at[i]);
    context.fillStyle = colors[i];
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
