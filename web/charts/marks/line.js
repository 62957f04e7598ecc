import { toShare } from '../axes.js';

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
 * @param {Readonly<import('../palette.js').Palette>} palette
 * @returns {import('../xy.js').LineDataset}
 */
export function lineDataset({ id, x, y, tone, width, dash }, axes, palette) {
  return {
    label: id,
    data: Array.from({ length: x.length }, (_, i) => ({
      x: x[i],
      y: Number.isNaN(toShare(axes.y, y[i])) ? Number.NaN : y[i],
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
