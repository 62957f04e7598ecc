/** A head is this long and half as wide, in pixels, for a shaft of no width; and so much more for each pixel. */
const HEAD = { length: 5.5, perWidth: 3, halfWidth: 0.41 };

/** A vector shorter than this many pixels has no direction to see: it is a ring. */
const SHORTEST = 0.75;

/** A head takes no more than this part of its arrow, so that a short one still has a shaft. */
const HEAD_PART = 0.7;

/**
 * How long the head of an arrow is.
 *
 * @param {number} width of the shaft, in pixels
 * @returns {number} pixels
 */
export const headLength = (width) => HEAD.length + HEAD.perWidth * width;

/**
 * Draws one arrow, which ends exactly at its tip. Short arrows have smaller heads, a vector of no length is a small
 * ring, and one that is not finite is nothing. Allocates nothing.
 *
 * @param {import('./plot.js').Context} ctx
 * @param {number} x0 where it begins, in pixels
 * @param {number} y0
 * @param {number} x1 its tip
 * @param {number} y1
 * @param {number} width of the shaft
 * @param {string} color of the head
 * @param {string} [shaft] its colour, where it is another
 */
export function drawArrow(ctx, x0, y0, x1, y1, width, color, shaft = color) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length < Number.POSITIVE_INFINITY)) return;
  if (length < SHORTEST) {
    drawRing(ctx, x0, y0, 1.5 + width / 2, Math.min(width, 1.5), color);
    return;
  }
  const x = (x1 - x0) / length;
  const y = (y1 - y0) / length;
  const whole = headLength(width);
  const head = Math.min(whole, length * HEAD_PART);
  const half = head * HEAD.halfWidth;
  const baseX = x1 - x * head;
  const baseY = y1 - y * head;
  // The shaft ends inside the head, so that no seam shows between them.
  const inside = head * 0.2;
  // Stroke and fill are faster apart than one outline of both, above all for shafts of one pixel.
  ctx.strokeStyle = shaft;
  ctx.lineWidth = head < whole ? Math.min(width, half) : width;
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(baseX + x * inside, baseY + y * inside);
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.moveTo(baseX - y * half, baseY + x * half);
  ctx.lineTo(x1, y1);
  ctx.lineTo(baseX + y * half, baseY - x * half);
  ctx.fill();
}

/**
 * @param {import('./plot.js').Context} ctx
 * @param {number} x its centre, in pixels
 * @param {number} y
 * @param {number} radius
 * @param {number} width of the line
 * @param {string} color
 */
export function drawRing(ctx, x, y, radius, width, color) {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
}

/** @param {import('./plot.js').Context} ctx @param {{ x: number, y: number }} at pixels @param {string} color */
export function drawDot(ctx, { x, y }, color) {
  ctx.fillStyle = color;
  ctx.fillRect(x - 1, y - 1, 2, 2);
}
