/**
 * How one of several lines is told from the others without colour.
 *
 * @typedef {object} Style
 * @property {readonly number[]} dash pixels drawn and left out
 * @property {string} marker the corners of a shape round (0, 0), about 9 pixels wide, as an SVG polygon's `points`
 * @property {boolean} isFilled whether the marker is
 */

const dashes = [[], [9, 4], [2.5, 3], [11, 3, 2.5, 3], [16, 5]];

/** So many corners that none is seen. @param {number} radius @param {number} count */
const circle = (radius, count) =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return `${radius * Math.cos(angle)},${radius * Math.sin(angle)}`;
  }).join(' ');

const shapes = [
  circle(4, 32),
  '-3.6,-3.6 3.6,-3.6 3.6,3.6 -3.6,3.6',
  '0,-4.8 4.6,3.4 -4.6,3.4',
  '0,-5.2 5.2,0 0,5.2 -5.2,0',
  '0,4.8 4.6,-3.4 -4.6,-3.4',
  '-1.5,-5 1.5,-5 1.5,-1.5 5,-1.5 5,1.5 1.5,1.5 1.5,5 -1.5,5 -1.5,1.5 -5,1.5 -5,-1.5 -1.5,-1.5',
  '-4.6,0 3.4,-4.6 3.4,4.6',
  '0,-5.4 1.5,-1.7 5.4,-1.6 2.4,0.9 3.3,4.7 0,2.6 -3.3,4.7 -2.4,0.9 -5.4,-1.6 -1.5,-1.7',
];

/** Pixels from one marker of a line to the next, at least, and the width of its outline. */
const APART = 58;
const OUTLINE = 1.5;

/**
 * No two of the first 40 have the same dash and marker; the first 16 have markers of their own.
 *
 * @param {number} index whole, from 0
 * @returns {Style}
 */
export const styleOf = (index) => ({
  dash: dashes[index % dashes.length],
  marker: shapes[index % shapes.length],
  isFilled: Math.floor(index / shapes.length) % 2 === 0,
});

/**
 * Draws the markers of a line: as many as have room, and at other places than those of lines that run together with it.
 *
 * @param {import('../plot.js').Context} context
 * @param {readonly { x: number, y: number }[]} places of its points, CSS pixels
 * @param {number} perPoint CSS pixels from one to the next
 * @param {number} index of its style
 * @param {{ color: string, background: string }} colors
 */
export function drawMarkers(context, places, perPoint, index, { color, background }) {
  const { marker, isFilled } = styleOf(index);
  const [start, ...rest] = marker.split(' ').map((corner) => corner.split(',').map(Number));
  const step = Math.max(1, Math.round(APART / perPoint));
  const first = Math.round((step * ((index * 3) % 8)) / 8) % step;
  context.lineWidth = OUTLINE;
  context.strokeStyle = color;
  context.fillStyle = isFilled ? color : background;
  for (let i = Math.max(0, Math.min(first, places.length - 1)); i < places.length; i += step) {
    const { x, y } = places[i];
    context.beginPath();
    context.moveTo(x + start[0], y + start[1]);
    for (const [right, down] of rest) context.lineTo(x + right, y + down);
    context.closePath();
    context.fill();
    if (!isFilled) context.stroke();
  }
}
