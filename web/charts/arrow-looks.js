import { mix } from './color-space.js';

/** @typedef {import('./colors.js').PositionColors} PositionColors */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/**
 * @typedef {object} Look how the arrows of a plot are drawn
 * @property {number} moving width of the moving arrow's shaft, CSS pixels
 * @property {number} width of the others
 * @property {boolean} dots whether those to come are dots
 * @property {readonly string[]} shafts colours of those passed, paler than their positions'
 * @property {readonly string[]} heads the same for their heads, which stay strong where there are many
 * @property {readonly string[]} hints colours of those to come, faint
 */

/** Up to so many arrows are drawn so: widths of shafts, and the strength of colours against the plot. */
const steps = [
  { upTo: 24, moving: 4.5, width: 2, shaft: 0.58, head: 0.58, hint: 0.17, dots: false },
  { upTo: 120, moving: 4.5, width: 1, shaft: 0.5, head: 0.62, hint: 0.16, dots: false },
  { upTo: 300, moving: 4, width: 1, shaft: 0.32, head: 0.66, hint: 0.11, dots: false },
  { upTo: Number.POSITIVE_INFINITY, moving: 4, width: 0.75, shaft: 0.2, head: 0.7, hint: 0.32, dots: true },
];

/**
 * All colours are opaque: what lies under an arrow does not show through, so arrows can be added to a picture one by one.
 *
 * @param {number} count of arrows
 * @param {PositionColors} colors
 * @param {Palette} palette
 * @returns {Look}
 */
export function lookOf(count, colors, palette) {
  const step = /** @type {(typeof steps)[number]} */ (steps.find(({ upTo }) => count <= upTo));
  const paler = (/** @type {number} */ share) => colors.mark.map((color) => mix(color, palette.plot, share));
  const heads = paler(step.head);
  return {
    moving: step.moving,
    width: step.width,
    dots: step.dots,
    heads,
    shafts: step.shaft === step.head ? heads : paler(step.shaft),
    hints: paler(step.hint),
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x CSS pixels
 * @param {number} y
 * @param {string} color
 */
export function drawDot(ctx, x, y, color) {
  ctx.fillStyle = color;
  ctx.fillRect(x - 1, y - 1, 2, 2);
}
