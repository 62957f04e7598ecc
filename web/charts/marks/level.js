import { mix } from '../color-space.js';
import { toPixels } from '../xy.js';

/** A line across the plot, or upright and dashed. @typedef {{ value: number, label: string }} Level */

/** How strong they are against the plot. */
const STRENGTH = 0.75;

/** @type {readonly number[]} */
const DASH = [3, 3];

/**
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {{ levels: readonly Level[], marks: readonly Level[] }} lines across, and upright
 */
export function drawLevels(context, { area, palette, ratio }, axes, { levels, marks }) {
  const thin = Math.max(1, Math.floor(ratio)) / ratio;
  const crisp = (/** @type {number} */ place) => Math.round((place - thin / 2) * ratio) / ratio + thin / 2;
  context.strokeStyle = mix(palette.soft, palette.plot, STRENGTH);
  context.lineWidth = thin;
  for (const { value } of levels) {
    const y = crisp(toPixels(axes, area, axes.x.min, value).y);
    stroke(context, area.left, y, area.right, y);
  }
  context.setLineDash([...DASH]);
  for (const { value } of marks) {
    const x = crisp(toPixels(axes, area, value, axes.y.min).x);
    stroke(context, x, area.top, x, area.bottom);
  }
  context.setLineDash([]);
}

/** @param {import('../plot.js').Context} context @param {number} fromX @param {number} fromY @param {number} toX @param {number} toY */
function stroke(context, fromX, fromY, toX, toY) {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
