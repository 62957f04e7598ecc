import { toShare } from '../axes.js';

/** No screen shows more places side by side. */
const MOST = 800;

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} name at its end, where the plot is wide enough; empty for none
 * @property {ArrayLike<number>} x rising
 * @property {ArrayLike<number>} y NaN is a gap
 * @property {'ink' | 'soft' | 'accent'} tone
 * @property {number} width CSS pixels
 * @property {readonly number[]} dash
 * @property {boolean} [filled] whether what lies between it and the plot's bottom is
 */

/**
 * A line for Chart.js to draw. What has no place on an axis is a gap.
 *
 * @param {Line} line
 * @param {import('../xy.js').Axes} axes
 * @param {Readonly<import('../colors.js').Palette>} palette
 * @returns {import('../xy.js').LineDataset}
 */
export function lineDataset({ id, x, y, tone, width, dash }, axes, palette) {
  const points = axes.x.log ? { x, y } : thinned(x, y);
  return {
    label: id,
    data: Array.from({ length: points.x.length }, (_, i) => ({
      x: points.x[i],
      y: Number.isNaN(toShare(axes.y, points.y[i])) ? Number.NaN : points.y[i],
    })),
    pointRadius: 0,
    borderWidth: width,
    borderDash: [...dash],
    borderJoinStyle: 'round',
    borderColor: palette[tone],
    // Else Chart.js draws by Path2D, into which no recorder can look.
    segment: {},
  };
}

/**
 * The points of a curve; of a very long one, the least and the greatest of each short stretch, which looks the same.
 *
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y NaN is a gap
 * @returns {{ x: ArrayLike<number>, y: ArrayLike<number> }} the lists themselves where they are short
 */
export function thinned(x, y) {
  if (x.length <= 2 * MOST) return { x, y };
  /** @type {{ x: number[], y: number[] }} */
  const points = { x: [], y: [] };
  const add = (/** @type {number} */ i) => {
    points.x.push(x[i]);
    points.y.push(y[i]);
  };
  for (let part = 0; part < MOST; part += 1) {
    const start = Math.floor((part * x.length) / MOST);
    const end = Math.floor(((part + 1) * x.length) / MOST);
    let [low, high] = [start, start];
    for (let i = start; i < end; i += 1) {
      if (y[i] < y[low]) low = i;
      if (y[i] > y[high]) high = i;
    }
    add(Math.min(low, high));
    if (low !== high) add(Math.max(low, high));
  }
  add(x.length - 1);
  return points;
}
