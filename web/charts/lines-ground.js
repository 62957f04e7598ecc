import { mix } from './color-space.js';
import { NUMBER } from './curve-ground.js';
import { ticksOn, toShare } from './lines-axis.js';

/** @typedef {import('./lines.js').LinesPicture} LinesPicture */
/** @typedef {import('./lines.js').Area} Area */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */
/** @typedef {{ area: Area, ratio: number, width: number, height: number }} LinesFrame sizes in CSS pixels */

/** How strong the filling under a line is. */
const FILL = 0.09;

/** @param {LinesFrame} frame @param {LinesPicture} picture @param {number} value @returns {number} CSS pixels */
export const acrossOf = ({ area }, { x }, value) => area.left + toShare(x, value) * (area.right - area.left);

/** @param {LinesFrame} frame @param {LinesPicture} picture @param {number} value @returns {number} CSS pixels */
export const upOf = ({ area }, { y }, value) => area.bottom - toShare(y, value) * (area.bottom - area.top);

/**
 * Draws what lies under the lines: the ground, fillings, a grid at round numbers, levels and marks.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {LinesFrame} frame
 * @param {LinesPicture} picture
 * @param {Palette} palette
 */
export function drawLinesGround(ctx, frame, picture, palette) {
  const { area, ratio, width, height } = frame;
  ctx.fillStyle = palette.plot;
  ctx.fillRect(0, 0, width + 1, height + 1);
  for (const line of picture.lines) if (line.filled) fillUnder(ctx, frame, picture, line, palette);
  const thin = Math.max(1, Math.floor(ratio)) / ratio;
  const crisp = (/** @type {number} */ place) => Math.round((place - thin / 2) * ratio) / ratio;
  const level = (/** @type {number} */ y) => ctx.fillRect(area.left, crisp(y), area.right - area.left, thin);
  const upright = (/** @type {number} */ x) => ctx.fillRect(crisp(x), area.top, thin, area.bottom - area.top);
  ctx.fillStyle = palette.grid;
  for (const { value } of ticksOn(picture.y, area.bottom - area.top, 'up'))
    level(upOf(frame, picture, value));
  for (const { value } of ticksOn(picture.x, area.right - area.left, 'across'))
    upright(acrossOf(frame, picture, value));
  ctx.fillStyle = palette.line;
  level(area.bottom);
  upright(area.left);
  ctx.fillStyle = mix(palette.soft, palette.plot, 0.75);
  for (const { value } of picture.levels) level(upOf(frame, picture, value));
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = thin;
  ctx.setLineDash([3, 3]);
  for (const { value } of picture.marks) {
    const x = crisp(acrossOf(frame, picture, value)) + thin / 2;
    ctx.beginPath();
    ctx.moveTo(x, area.top);
    ctx.lineTo(x, area.bottom);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {LinesFrame} frame @param {LinesPicture} picture @param {import('./lines.js').Line} line @param {Palette} palette */
function fillUnder(ctx, frame, picture, { x, y }, palette) {
  const { bottom } = frame.area;
  const last = x.length - 1;
  ctx.fillStyle = mix(palette.soft, palette.plot, FILL);
  ctx.beginPath();
  ctx.moveTo(acrossOf(frame, picture, Number(x[0])), bottom);
  for (let i = 0; i <= last; i += 1)
    ctx.lineTo(acrossOf(frame, picture, Number(x[i])), upOf(frame, picture, Number(y[i])));
  ctx.lineTo(acrossOf(frame, picture, Number(x[last])), bottom);
  ctx.fill();
}

/**
 * Writes the numbers and the names of both axes, outside the plot.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {LinesFrame} frame
 * @param {LinesPicture} picture
 * @param {Palette} palette
 */
export function drawLinesNumbers(ctx, frame, picture, palette) {
  const { area } = frame;
  ctx.font = NUMBER;
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'right';
  for (const { value, text } of ticksOn(picture.y, area.bottom - area.top, 'up'))
    ctx.fillText(text, area.left - 7, upOf(frame, picture, value));
  ctx.textAlign = 'center';
  const right = area.right - ctx.measureText(picture.x.name).width - 16;
  for (const { value, text } of ticksOn(picture.x, area.right - area.left, 'across')) {
    const x = acrossOf(frame, picture, value);
    if (x < right) ctx.fillText(text, x, area.bottom + 13);
  }
  ctx.textAlign = 'right';
  ctx.fillText(picture.x.name, area.right, area.bottom + 13);
  ctx.textAlign = 'left';
  ctx.fillText(picture.y.name, 4, 12);
}
