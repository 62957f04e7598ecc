import { niceStep, partsOf, tickText } from './ticks.js';

/**
 * @typedef {object} Frame where the data's units lie on the canvas
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} ratio device pixels a CSS pixel
 * @property {number} originX CSS pixels
 * @property {number} originY
 * @property {number} pixelsPerUnit the same on both axes
 */

/** @typedef {{ text: string, x: number, y: number, align: 'center' | 'right' }} Tick `x`, `y`: where it is hung up */

/** Pixels between numbers, and between lines, at least. */
const BETWEEN_NUMBERS = 72;
const BETWEEN_LINES = 26;

/** Pixels between an axis and its numbers, and between a number and the edge. */
const GAP = 8;
const EDGE = 12;

/**
 * Draws lines at round numbers, and the axes a little stronger, on whole device pixels.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Readonly<import('./palette.js').Palette>} palette
 */
export function drawGrid(ctx, frame, palette) {
  const { width, height, ratio, originX, originY, pixelsPerUnit } = frame;
  const step = stepOf(frame);
  const fine = step / partsOf(step);
  const lines = fine * pixelsPerUnit < BETWEEN_LINES ? step : fine;
  const thin = Math.max(1, Math.floor(ratio));
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  const across = Math.ceil(width * ratio);
  const down = Math.ceil(height * ratio);
  const upright = (/** @type {number} */ x, /** @type {number} */ thick) =>
    ctx.fillRect(Math.round(x * ratio - thick / 2), 0, thick, down);
  const level = (/** @type {number} */ y, /** @type {number} */ thick) =>
    ctx.fillRect(0, Math.round(y * ratio - thick / 2), across, thick);
  ctx.fillStyle = palette.grid;
  for (const i of indices(-originX, width - originX, lines * pixelsPerUnit)) {
    upright(originX + i * lines * pixelsPerUnit, thin);
  }
  for (const i of indices(-originY, height - originY, lines * pixelsPerUnit)) {
    level(originY + i * lines * pixelsPerUnit, thin);
  }
  ctx.fillStyle = palette.line;
  upright(originX, 2 * thin);
  level(originY, 2 * thin);
  ctx.restore();
}

/**
 * The few numbers of both axes. They stay in view when their axis does not.
 *
 * @param {Frame} frame
 * @returns {Tick[]}
 */
export function ticksOf(frame) {
  const { width, height, originX, originY, pixelsPerUnit } = frame;
  const step = stepOf(frame);
  const apart = step * pixelsPerUnit;
  /** @type {Tick[]} */
  const ticks = [];
  const below = Math.min(height - EDGE, Math.max(EDGE, originY + GAP + 6));
  for (const i of indices(EDGE - originX, width - EDGE - originX, apart)) {
    if (i !== 0)
      ticks.push({ text: tickText(i * step, step), x: originX + i * apart, y: below, align: 'center' });
  }
  const beside = Math.min(width - EDGE, Math.max(EDGE + 20, originX - GAP));
  for (const i of indices(originY - height + EDGE, originY - EDGE, apart)) {
    if (i !== 0)
      ticks.push({ text: tickText(i * step, step), x: beside, y: originY - i * apart, align: 'right' });
  }
  return ticks;
}

/** @param {Frame} frame */
const stepOf = ({ pixelsPerUnit }) => niceStep(BETWEEN_NUMBERS / pixelsPerUnit);

/** Whole multiples of a distance inside a stretch. @param {number} from @param {number} to @param {number} apart */
function indices(from, to, apart) {
  const first = Math.ceil(from / apart);
  const count = Math.max(0, Math.min(400, Math.floor(to / apart) - first + 1));
  return Array.from({ length: count }, (_, i) => first + i);
}
