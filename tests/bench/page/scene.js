import { headLength } from '../../../web/charts/arrow-shape.js';
import { positionColors } from '../../../web/charts/index.js';

/** What every contender draws: arrows from the middle of 800 × 600 pixels. All of them turn a little in every frame. */
export const WIDTH = 800;
export const HEIGHT = 600;

/** Heads have the colours of their positions. Shafts have one, for those of a plotly trace can have no more. */
export const SHAFT = '#9a98a4';

/** Shafts are as thick as in the figure: thin where there are many. @param {number} count */
export const shaftOf = (count) => (count > 24 ? 1 : 2);

/** @param {number} count @returns {number} pixels */
export const headOf = (count) => headLength(shaftOf(count));

/**
 * @typedef {object} Scene
 * @property {number} count
 * @property {string[]} colors
 * @property {Float64Array} x tips, pixels to the right of the middle
 * @property {Float64Array} y tips, pixels above the middle
 */

/** @param {number} count @returns {Scene} */
export const sceneOf = (count) => ({
  count,
  colors: positionColors(count, 'light').mark,
  x: new Float64Array(count),
  y: new Float64Array(count),
});

/** Turns all arrows to where they are in a frame. Lengths are scattered, but the same in every run. @param {Scene} scene @param {number} frame */
export function turn({ count, x, y }, frame) {
  for (let i = 0; i < count; i += 1) {
    const angle = (i * 2 * Math.PI) / count + frame * 0.01;
    const length = 110 + ((i * 7919) % 1000) * 0.17;
    x[i] = length * Math.cos(angle);
    y[i] = length * Math.sin(angle);
  }
}
