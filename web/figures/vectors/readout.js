import { fixed } from '../shared/numbers.js';

/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Panel} Panel */

/**
 * One arrow in words and numbers.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @param {number | 'moving'} which a whole position, or the arrow under the playhead
 */
export function readout(panel, data, which) {
  const at = which === 'moving' ? panel.moving : wholeAt(panel, which);
  const label = data.labels[at.index];
  const row = data.rows === undefined ? '' : ` (row ${data.rows[at.index]})`;
  const position = Number.isInteger(at.position) ? String(at.position) : fixed(at.position, 2);
  const word =
    at.index < data.wordCount ? `${label}${row}, position ${position}` : `position ${position}${row}`;
  return (
    `${word}: x ${fixed(at.x, 2, at.magnitude)}, y ${fixed(at.y, 2, at.magnitude)}, ` +
    `magnitude ${fixed(at.magnitude, 3)}, angle ${fixed(at.angle, 1, 1)}°`
  );
}

/** @param {Panel} panel @param {number} index */
function wholeAt({ x, y, magnitude, angle }, index) {
  const at = (/** @type {ArrayLike<number>} */ values) => values[index];
  return { position: index, index, x: at(x), y: at(y), magnitude: at(magnitude), angle: at(angle) };
}

/** What stands beside the strips, under the playhead. @param {Panel} panel */
export const values = ({ moving }) => ({
  magnitude: fixed(moving.magnitude, 3),
  angle: `${fixed(moving.angle, 0, 1)}°`,
});
