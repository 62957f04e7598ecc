import { mix } from './color-space.js';
import { NUMBER } from './curve-ground.js';
import { LINE } from './curve-labels.js';
import { drawGrid, ticksOf } from './grid.js';
import { overlap } from './labels.js';
import { drawText } from './text.js';

/** @typedef {import('./grid.js').Frame} Frame */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/**
 * A chain as it was, drawn thinner and paler.
 *
 * @typedef {object} Earlier
 * @property {ArrayLike<number>} x of its joints, data units
 * @property {ArrayLike<number>} y
 * @property {string} label at its end
 * @property {string} color
 * @property {string} text colour of the label
 */

/** How strong earlier chains are. */
const PALE = 0.45;

/** The ground, the grid and its numbers. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Palette} palette */
export function drawChainGround(ctx, frame, palette) {
  ctx.fillStyle = palette.plot;
  ctx.fillRect(0, 0, frame.width + 1, frame.height + 1);
  drawGrid(ctx, frame, palette);
  ctx.font = NUMBER;
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'middle';
  for (const { text, x, y, align } of ticksOf(frame)) {
    ctx.textAlign = align;
    ctx.fillText(text, x, y);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {readonly Earlier[]} chains @param {Palette} palette */
export function drawEarlier(ctx, { originX, originY, pixelsPerUnit }, chains, palette) {
  ctx.lineWidth = 1.25;
  ctx.lineJoin = 'round';
  for (const { x, y, color } of chains) {
    ctx.strokeStyle = mix(color, palette.plot, PALE);
    ctx.beginPath();
    ctx.moveTo(originX, originY);
    for (let i = 0; i < x.length; i += 1)
      ctx.lineTo(originX + Number(x[i]) * pixelsPerUnit, originY - Number(y[i]) * pixelsPerUnit);
    ctx.stroke();
  }
}

/**
 * Labels at the ends of earlier chains. Where two would touch the older is left out.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {readonly Earlier[]} chains
 * @param {Palette} palette
 */
export function drawEarlierLabels(ctx, { originX, originY, pixelsPerUnit }, chains, palette) {
  ctx.font = NUMBER;
  /** @type {import('./equal-axes.js').Box[]} */
  const taken = [];
  for (const { x, y, label, text } of [...chains].reverse()) {
    const [across, up] = [Number(x[x.length - 1]), Number(y[y.length - 1])];
    const width = ctx.measureText(label).width;
    const end = originY - up * pixelsPerUnit;
    const box = {
      left: originX + across * pixelsPerUnit - width / 2,
      top: up >= 0 ? end - LINE - 3 : end + 3,
      width,
      height: LINE,
    };
    if (taken.some((other) => overlap(box, other, 2))) continue;
    taken.push(box);
    drawText(ctx, { ...box, text: label, color: text }, NUMBER, palette.plot);
  }
}
