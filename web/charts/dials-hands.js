import { drawArrow } from './arrow-shape.js';

/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/**
 * The hands at one moment. The lists may be longer than there are dials, and are read from `start` on.
 *
 * @typedef {object} Hands
 * @property {ArrayLike<number>} cos of the angle from the x axis, counterclockwise
 * @property {ArrayLike<number>} sin
 * @property {ArrayLike<number>} turns made so far, whole ones and a part
 * @property {number} start index of the first dial's
 * @property {number} ghosts index of the first thin hand's in `cos` and `sin`, −1 for none
 * @property {string} color `#rrggbb`
 */

/** A hand is an arrow on dials of this radius, in pixels; on smaller ones it is a line. */
const ARROW_FROM = 32;

/** A hand ends at this part of its dial's radius. */
export const HAND = 0.86;

/** A thin hand that is no farther from the other is the same, but for rounding: parts of the radius. */
const SAME = 1e-5;

/** How faint the ring of turns made is, and the arc and the sector of the turn that runs. */
const MADE = 0.25;
const RUNNING = 0.6;
const SWEPT = 0.13;

/**
 * Draws the hands of all dials. Allocates nothing.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly { x: number, y: number }[]} dials their centres, pixels
 * @param {number} radius
 * @param {Hands} hands
 * @param {Palette} palette
 */
export function drawHands(ctx, dials, radius, hands, palette) {
  const { turns, start, color } = hands;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = Math.min(5, Math.max(2.5, radius * 0.085));
  ctx.globalAlpha = MADE;
  for (let i = 0; i < dials.length; i += 1) {
    if (Math.abs(Number(turns[start + i])) >= 1) drawArc(ctx, dials[i], radius, 1);
  }
  ctx.globalAlpha = RUNNING;
  for (let i = 0; i < dials.length; i += 1) drawArc(ctx, dials[i], radius, Number(turns[start + i]) % 1);
  ctx.globalAlpha = SWEPT;
  for (let i = 0; i < dials.length; i += 1) fillSector(ctx, dials[i], radius, Number(turns[start + i]) % 1);
  ctx.globalAlpha = 1;
  if (hands.ghosts >= 0) drawGhosts(ctx, dials, radius, hands, palette);
  const width = radius < 24 ? 2 : Math.min(4, 1.2 + radius * 0.034);
  ctx.lineCap = 'round';
  for (let i = 0; i < dials.length; i += 1) drawHand(ctx, dials[i], radius, hands, i, width);
  ctx.lineCap = 'butt';
}

/** @param {CanvasRenderingContext2D} ctx @param {{ x: number, y: number } | undefined} dial @param {number} radius @param {number} turns */
function drawArc(ctx, dial, radius, turns) {
  if (dial === undefined || turns === 0) return;
  ctx.beginPath();
  ctx.arc(dial.x, dial.y, radius, 0, -2 * Math.PI * turns, turns > 0);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {{ x: number, y: number } | undefined} dial @param {number} radius @param {number} turns */
function fillSector(ctx, dial, radius, turns) {
  if (dial === undefined || turns === 0) return;
  ctx.beginPath();
  ctx.moveTo(dial.x, dial.y);
  ctx.arc(dial.x, dial.y, radius, 0, -2 * Math.PI * turns, turns > 0);
  ctx.fill();
}

/** Thin hands under the others. @param {CanvasRenderingContext2D} ctx @param {readonly { x: number, y: number }[]} dials @param {number} radius @param {Hands} hands @param {Palette} palette */
function drawGhosts(ctx, dials, radius, { cos, sin, start, ghosts }, palette) {
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = radius < 24 ? 1 : 1.25;
  for (let i = 0; i < dials.length; i += 1) {
    const across = Number(cos[ghosts + i]) - Number(cos[start + i]);
    const up = Number(sin[ghosts + i]) - Number(sin[start + i]);
    if (Math.abs(across) + Math.abs(up) < SAME) continue;
    const { x, y } = /** @type {{ x: number, y: number }} */ (dials[i]);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + radius * Number(cos[ghosts + i]), y - radius * Number(sin[ghosts + i]));
    ctx.stroke();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {{ x: number, y: number } | undefined} dial @param {number} radius @param {Hands} hands @param {number} i @param {number} width */
function drawHand(ctx, dial, radius, { cos, sin, start, color }, i, width) {
  if (dial === undefined) return;
  const { x, y } = dial;
  const tipX = x + radius * HAND * Number(cos[start + i]);
  const tipY = y - radius * HAND * Number(sin[start + i]);
  if (radius >= ARROW_FROM) drawArrow(ctx, x, y, tipX, tipY, width, color);
  else {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(tipX, tipY);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x, y, width * 0.9, 0, 2 * Math.PI);
  ctx.fill();
}
