import { drawRing } from './arrow-shape.js';
import { mix } from './color-space.js';
import { beyondY } from './curve-ground.js';
import { curveLook, ghostDash } from './curve-looks.js';

/** @typedef {import('./curves.js').Curve} Curve */
/** @typedef {import('./curve-ground.js').Frame} Frame */
/** @typedef {import('./curve-shapes.js').Points} Points */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/** Pixels between two markers of a curve, at least. */
const APART = 58;

/** @param {Curve} curve @param {boolean} selected @param {Palette} palette */
export function strokeOf({ look, ghost }, selected, palette) {
  if (ghost) return { color: mix(palette.soft, palette.plot, 0.8), width: 1.5, dash: ghostDash };
  return {
    color: selected ? palette.accent : palette.soft,
    width: selected ? 2.5 : 1.5,
    dash: curveLook(look).dash,
  };
}

/**
 * Draws the markers of a curve, and a line at the edge for the pairs whose values lie beyond all logarithms.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Curve} curve
 * @param {Points} points
 * @param {'above' | 'below'} beyond
 * @param {{ color: string, ground: string }} colors
 */
export function drawMarks(ctx, frame, curve, points, beyond, { color, ground }) {
  const count = points.x.length;
  const { marker, filled } = curveLook(curve.look);
  const path = new Path2D(marker);
  const perPair = Math.abs(frame.toX(1) - frame.toX(0)) || 1;
  const step = Math.max(1, Math.round(APART / perPair));
  // Curves that run together show their markers in turn.
  const first = Math.round((step * ((curve.look * 3) % 8)) / 8) % step;
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = color;
  for (let i = Math.min(first, count - 1); i < count; i += step) {
    const y = Number(points.y[i]);
    if (Number.isNaN(y)) break;
    ctx.save();
    ctx.translate(frame.toX(Number(points.x[i])), frame.toY(y));
    ctx.fillStyle = filled ? color : ground;
    ctx.fill(path);
    if (!filled) ctx.stroke(path);
    ctx.restore();
  }
  const missing = points.y.findIndex(Number.isNaN);
  if (missing < 0) return;
  const y = beyondY(frame, beyond);
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  ctx.moveTo(frame.toX(Number(points.x[missing])), y);
  ctx.lineTo(frame.toX(Number(points.x[count - 1])), y);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {{ x: number, y: number }} at CSS pixels
 * @param {Palette} palette
 */
export function drawCursor(ctx, { area }, { x, y }, palette) {
  ctx.fillStyle = mix(palette.soft, palette.plot, 0.7);
  ctx.fillRect(Math.round(x) - 0.5, area.top, 1, area.bottom - area.top);
  drawRing(ctx, x, y, 8, 4, palette.plot);
  drawRing(ctx, x, y, 8, 2, palette.accent);
}
