import { BELOW, toShare } from '../axes.js';
import { fontFamily } from '../colors.js';

/**
 * Which whole places of the axis across have something, below the numbers of that axis.
 *
 * @typedef {object} Rug
 * @property {string} name
 * @property {number} start the first place
 * @property {ArrayLike<number>} has 1 or 0, from there on
 */

const FONT = `12px ${fontFamily}`;

/** Pixels: above the first rug, of its name, of its bar, and all that one takes. */
const ABOVE = 6;
const NAME = 15;
const BAR = 9;
const EACH = 29;

/** @param {readonly Rug[]} rugs @returns {number} pixels that they need under the axis */
export const roomForRugs = (rugs) => (rugs.length === 0 ? 0 : ABOVE + rugs.length * EACH);

/**
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {number} places on the axis, one wide each
 * @param {readonly Rug[]} rugs
 */
export function drawRugs(context, { area, palette, ratio }, places, rugs) {
  const line = Math.max(1, Math.floor(ratio)) / ratio;
  const axis = { min: 0, max: places, log: false };
  const across = (/** @type {number} */ place) => area.left + toShare(axis, place) * (area.right - area.left);
  context.font = FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  rugs.forEach(({ name, start, has }, i) => {
    const top = area.bottom + BELOW + ABOVE + i * EACH;
    context.fillStyle = palette.soft;
    context.fillText(name, area.left, top + NAME / 2);
    context.fillStyle = palette.line;
    context.fillRect(area.left, top + NAME + BAR, area.right - area.left, line);
    context.fillStyle = palette.ink;
    for (const [from, to] of runsOf(has)) {
      const left = across(start + from);
      context.fillRect(left, top + NAME, across(start + to) - left, BAR);
    }
  });
}

/** Neighbours that have it. @param {ArrayLike<number>} has @returns {[from: number, to: number][]} `to` is not among them */
export function runsOf(has) {
  /** @type {[number, number][]} */
  const runs = [];
  for (let i = 0; i < has.length; i += 1) {
    const last = runs.at(-1);
    if (has[i] !== 1) continue;
    if (last?.[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}
