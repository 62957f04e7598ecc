import { powersIn } from './axes.js';
import { mix } from './color-space.js';
import { pairsIn } from './curve-ticks.js';
import { fontFamily } from './palette.js';
import { tickText } from './ticks.js';

/** @typedef {import('./curves.js').Picture} Picture */
/** @typedef {import('./curve-labels.js').Area} Area */
/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/**
 * Where pairs and logarithms lie on the canvas.
 *
 * @typedef {object} Frame
 * @property {Area} area of the plot, CSS pixels
 * @property {number} ratio device pixels a CSS pixel
 * @property {number} xMax
 * @property {number} low
 * @property {number} high
 * @property {(pair: number) => number} toX
 * @property {(log: number) => number} toY
 */

export const NUMBER = `12px ${fontFamily}`;

/** How strong the shade is, and how far it reaches beyond its first and last pair. */
const SHADE = 0.12;
const AROUND = 0.5;

/** Pixels between the middles of two numbers on the axis, at least. */
const APART = 14;

/** @param {Palette} palette */
export const shadeColor = ({ soft, plot }) => mix(soft, plot, SHADE);

/**
 * Draws what lies under the curves: the ground, the shade, a grid at powers of ten, and the levels.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Picture} picture
 * @param {Palette} palette
 */
export function drawCurveGround(ctx, frame, picture, palette) {
  const { area, ratio } = frame;
  const thin = Math.max(1, Math.floor(ratio)) / ratio;
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const crisp = (/** @type {number} */ place) => Math.round(place * ratio) / ratio;
  const level = (/** @type {number} */ y, /** @type {string} */ color, /** @type {number} */ thick) => {
    ctx.fillStyle = color;
    ctx.fillRect(area.left, crisp(y - thick / 2), width, thick);
  };
  const shade = shadeBox(frame, picture);
  if (shade) {
    ctx.fillStyle = shadeColor(palette);
    ctx.fillRect(shade.left, shade.top, shade.width, shade.height);
  }
  for (const power of powersIn(frame.low, frame.high, height)) {
    level(frame.toY(power), palette.grid, thin);
  }
  ctx.fillStyle = palette.grid;
  for (const pair of pairsIn(frame.xMax, width)) {
    ctx.fillRect(crisp(frame.toX(pair) - thin / 2), area.top, thin, height);
  }
  for (const { value, main } of picture.levels) {
    const color = main ? palette.ink : mix(palette.soft, palette.plot, 0.6);
    level(frame.toY(Math.log10(value)), color, main ? 1.5 : thin);
  }
  level(area.bottom, palette.line, thin);
  ctx.fillStyle = palette.line;
  ctx.fillRect(crisp(area.left - thin / 2), area.top, thin, height);
}

/**
 * @param {Frame} frame
 * @param {Picture} picture
 * @returns {Box | undefined} the part of the plot that is shaded, in CSS pixels
 */
export function shadeBox({ area, toX, toY }, { shade, beyond }) {
  if (!shade) return undefined;
  const inside = (/** @type {number} */ x) => Math.min(area.right, Math.max(area.left, x));
  const left = inside(toX(shade.from - AROUND));
  const right = inside(toX(shade.to + AROUND));
  const edge = Math.min(area.bottom, Math.max(area.top, toY(Math.log10(shade.value))));
  const top = beyond === 'above' ? area.top : edge;
  const bottom = beyond === 'above' ? edge : area.bottom;
  return { left, top, width: right - left, height: bottom - top };
}

/** What lies under words. @param {Frame} frame @param {Picture} picture @param {Palette} palette */
export const groundsOf = (frame, picture, palette) => ({
  plot: palette.plot,
  shaded: shadeColor(palette),
  shade: shadeBox(frame, picture),
});

/**
 * Writes the numbers and the names of both axes, outside the plot.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Picture} picture
 * @param {Palette} palette
 */
export function drawCurveNumbers(ctx, frame, { axes, beyond, beyondLabel }, palette) {
  const { area, toX, toY } = frame;
  ctx.font = NUMBER;
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'right';
  const edge = beyondLabel === '' ? Number.NaN : beyondY(frame, beyond);
  for (const power of powersIn(frame.low, frame.high, area.bottom - area.top)) {
    const y = toY(power);
    const isFree = y > area.top + 4 && y < area.bottom - 2 && !(Math.abs(y - edge) < APART);
    if (isFree) ctx.fillText(tickText(10 ** power, 10 ** power), area.left - 8, y);
  }
  if (beyondLabel) ctx.fillText(beyondLabel, area.left - 8, edge);
  ctx.textAlign = 'center';
  const right = area.right - ctx.measureText(axes.x).width - 16;
  for (const pair of pairsIn(frame.xMax, area.right - area.left)) {
    if (toX(pair) < right) ctx.fillText(String(pair), toX(pair), area.bottom + 14);
  }
  ctx.textAlign = 'right';
  ctx.fillText(axes.x, area.right, area.bottom + 14);
  ctx.textAlign = 'left';
  ctx.fillText(axes.y, 2, 12);
}

/**
 * Where values lie that have no logarithm.
 *
 * @param {Frame} frame
 * @param {'above' | 'below'} beyond
 */
export const beyondY = ({ area }, beyond) => (beyond === 'above' ? area.top + 10 : area.bottom - 10);
