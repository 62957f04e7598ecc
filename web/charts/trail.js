/** As many samples of a trail are drawn. */
const MOST = 512;

/** Half its width at the tip, in pixels, and how much of what is under it it hides. */
const HALF = 4;
const ALPHA = 0.32;

const tipX = new Float64Array(MOST);
const tipY = new Float64Array(MOST);
const edgeX = new Float64Array(MOST);
const edgeY = new Float64Array(MOST);

/**
 * Draws the short trail behind the moving tip as one shape that grows from nothing to its full width. Allocates nothing.
 *
 * @param {import('./plot.js').Context} ctx
 * @param {import('./equal-axes.js').Frame} frame
 * @param {{ trailX: ArrayLike<number>, trailY: ArrayLike<number>, trailLength: number, color: string }} trail oldest first, in
 *   data units
 */
export function drawTrail(ctx, frame, { trailX, trailY, trailLength, color }) {
  const { originX, originY, pixelsPerUnit } = frame;
  const first = Math.max(0, trailLength - MOST);
  const count = trailLength - first;
  if (count < 2) return;
  for (let i = 0; i < count; i += 1) {
    tipX[i] = originX + trailX[first + i] * pixelsPerUnit;
    tipY[i] = originY - trailY[first + i] * pixelsPerUnit;
  }
  ctx.beginPath();
  for (let i = 0; i < count; i += 1) {
    const before = Math.max(0, i - 1);
    const after = Math.min(count - 1, i + 1);
    const x = tipX[i];
    const y = tipY[i];
    const acrossX = tipY[before] - tipY[after];
    const acrossY = tipX[after] - tipX[before];
    const half = (HALF * i) / ((count - 1) * (Math.hypot(acrossX, acrossY) || 1));
    edgeX[i] = x - acrossX * half;
    edgeY[i] = y - acrossY * half;
    ctx.lineTo(x + acrossX * half, y + acrossY * half);
  }
  for (let i = count - 1; i > 0; i -= 1) {
    ctx.lineTo(edgeX[i], edgeY[i]);
  }
  ctx.fillStyle = color;
  ctx.globalAlpha = ALPHA;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/**
 * Draws the path that the tip takes, dotted.
 *
 * @param {import('./plot.js').Context} ctx
 * @param {import('./equal-axes.js').Frame} frame
 * @param {{ x: ArrayLike<number>, y: ArrayLike<number> }} path NaN is a gap
 * @param {string} color
 */
export function drawPath(ctx, { originX, originY, pixelsPerUnit }, path, color) {
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.75;
  ctx.lineCap = 'round';
  ctx.setLineDash([0, 6]);
  ctx.beginPath();
  let gap = true;
  for (let i = 0; i < path.x.length; i += 1) {
    const x = originX + /** @type {number} */ (path.x[i]) * pixelsPerUnit;
    const y = originY - /** @type {number} */ (path.y[i]) * pixelsPerUnit;
    const drawn = Number.isFinite(x) && Number.isFinite(y);
    if (drawn && gap) ctx.moveTo(x, y);
    else if (drawn) ctx.lineTo(x, y);
    gap = !drawn;
  }
  ctx.stroke();
  ctx.restore();
}
