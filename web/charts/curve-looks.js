/**
 * How one of several curves is told from the others without colour.
 *
 * @typedef {object} CurveLook
 * @property {readonly number[]} dash pixels drawn and left out
 * @property {string} marker an SVG path round (0, 0), about 9 pixels wide
 * @property {boolean} filled whether the marker is
 */

const dashes = [[], [9, 4], [2.5, 3], [11, 3, 2.5, 3], [16, 5]];

const markers = [
  'M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z',
  'M-3.6-3.6H3.6V3.6H-3.6Z',
  'M0-4.8L4.6 3.4H-4.6Z',
  'M0-5.2L5.2 0L0 5.2L-5.2 0Z',
  'M0 4.8L4.6-3.4H-4.6Z',
  'M-1.5-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z',
  'M-4.6 0L3.4-4.6V4.6Z',
  'M0-5.4L1.5-1.7L5.4-1.6L2.4 .9L3.3 4.7L0 2.6L-3.3 4.7L-2.4 .9L-5.4-1.6L-1.5-1.7Z',
];

/**
 * No two of the first 40 have the same dash and marker; the first 16 have markers of their own.
 *
 * @param {number} index whole, from 0
 * @returns {CurveLook}
 */
export function curveLook(index) {
  return {
    dash: /** @type {number[]} */ (dashes[index % dashes.length]),
    marker: /** @type {string} */ (markers[index % markers.length]),
    filled: Math.floor(index / markers.length) % 2 === 0,
  };
}

/** A curve that is only there to be compared with. */
export const ghostDash = Object.freeze([1, 4]);
