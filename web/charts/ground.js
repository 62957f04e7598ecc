import { drawDot } from './arrow-looks.js';
import { mix } from './color-space.js';
import { drawGrid } from './grid.js';
import { drawPath } from './trail.js';

/**
 * Draws what lies under all arrows: grid, path, and dots where many arrows are to come.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./grid.js').Frame} frame
 * @param {Readonly<import('./palette.js').Palette>} palette
 * @param {import('./vector-chart.js').Vectors} vectors
 * @param {readonly string[]} dots a colour for each vector, or none
 */
export function drawGround(ctx, frame, palette, { x, y, path }, dots) {
  ctx.fillStyle = palette.plot;
  ctx.fillRect(0, 0, frame.width + 1, frame.height + 1);
  drawGrid(ctx, frame, palette);
  if (path) drawPath(ctx, frame, path, mix(palette.soft, palette.plot, 0.55));
  const { originX, originY, pixelsPerUnit } = frame;
  for (const [i, color] of dots.entries()) {
    drawDot(ctx, originX + Number(x[i]) * pixelsPerUnit, originY - Number(y[i]) * pixelsPerUnit, color);
  }
}
