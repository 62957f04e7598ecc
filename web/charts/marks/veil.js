import { toPixels } from '../xy.js';

/** What is to come, along the axis across. @typedef {{ from: number }} Veil */

/** How much of what lies under it a veil hides, and the width of its edge in pixels. */
const STRENGTH = 0.82;
const EDGE = 2;

/**
 * Hides what is to come, nearly.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {Veil} veil
 */
export function drawVeil(context, { area, palette }, axes, { from }) {
  const { x } = toPixels(axes, area, from, axes.y.min);
  const height = area.bottom - area.top;
  context.globalAlpha = STRENGTH;
  context.fillStyle = palette.plot;
  context.fillRect(x, area.top, area.right - x, height);
  context.fillStyle = palette.accent;
  context.fillRect(x, area.top, EDGE, height);
  context.globalAlpha = 1;
}
