import { toPixels } from '../xy.js';

/**
 * The playhead over lines.
 *
 * @typedef {object} Cursor
 * @property {number} x where it is
 * @property {ArrayLike<number>} ys of the lines there, NaN for none; may be the same list each time
 * @property {string} color
 */

/** Pixels: the hair line, a dot's radius and the clear ring round it; and how strong the hair line is. */
const HAIR = 2;
const DOT = 4;
const RING = 2;
const STRENGTH = 0.75;

/**
 * A hair line, and a dot on each line.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {Cursor} cursor
 */
export function drawCursor(context, view, axes, cursor) {
  const { area } = view;
  const across = toPixels(axes, area, cursor.x, axes.y.min).x;
  context.fillStyle = cursor.color;
  context.globalAlpha = STRENGTH;
  context.fillRect(across - HAIR / 2, area.top, HAIR, area.bottom - area.top);
  context.globalAlpha = 1;
  drawCursorDots(context, view, axes, cursor, cursor.color);
}

/**
 * A dot on each line, with a clear ring round it.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {Pick<Cursor, 'x' | 'ys'>} cursor
 * @param {string} color
 */
export function drawCursorDots(context, { area, palette }, axes, { x, ys }, color) {
  context.fillStyle = color;
  context.strokeStyle = palette.plot;
  context.lineWidth = RING;
  for (let i = 0; i < ys.length; i += 1) {
    if (Number.isNaN(ys[i])) continue;
    const place = toPixels(axes, area, x, ys[i]);
    context.beginPath();
    context.arc(place.x, place.y, DOT, 0, 2 * Math.PI);
    context.fill();
    context.beginPath();
    context.arc(place.x, place.y, DOT + RING / 2, 0, 2 * Math.PI);
    context.stroke();
  }
}
