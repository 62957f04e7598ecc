import { mix } from '../colors.js';
import { toPixels } from '../xy.js';

/** A line across the plot, or upright and dashed; the main one stands out. @typedef {{ value: number, label: string, main?: boolean }} Level */

/** How strong they are against the plot, and the main one's width. */
const STRENGTH = 0.75;
const MAIN = 1.5;

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
  const faint = mix(palette.soft, palette.plot, STRENGTH);
  const crisp = (/** @type {number} */ place, /** @type {number} */ width) =>
    Math.round((place - width / 2) * ratio) / ratio + width / 2;
  for (const { value, main } of levels) {
    const width = main ? MAIN : thin;
    const y = crisp(toPixels(axes, area, axes.x.min, value).y, width);
    context.strokeStyle = main ? palette.ink : faint;
    context.lineWidth = width;
    stroke(context, area.left, y, area.right, y);
  }
  context.strokeStyle = faint;
  context.lineWidth = thin;
  context.setLineDash([...DASH]);
  for (const { value } of marks) {
    const x = crisp(toPixels(axes, area, value, axes.y.min).x, thin);
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

/** What levels with words add to a table, each the same in all rows. @param {readonly Level[]} levels @param {string} unit @param {number} rows */
export const levelColumns = (levels, unit, rows) =>
  levels
    .filter(({ label }) => label !== '')
    .map(({ label, value }) => ({ name: label, unit, values: Array.from({ length: rows }, () => value) }));
