import { PanelCharts } from './vectors/charts.js';
import { compute, frame } from './vectors/compute.js';
import { describe } from './vectors/describe.js';
import { drag } from './vectors/drag.js';
import { formulaOf, liveNumbers } from './vectors/formula.js';
import { brief, fixed } from './vectors/numbers.js';

/** @typedef {import('../core/index.js').Core} Core */
/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('./vectors/compute.js').VectorsData} VectorsData */
/** @typedef {import('./vectors/compute.js').Panel} Panel */

/**
 * A figure: plain functions of settings and time, and what they are called.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} title
 * @property {readonly (keyof Settings)[]} settings those that it uses and that have a control, in their order
 * @property {(core: Core, settings: Settings) => VectorsData} compute
 * @property {(...of: ConstructorParameters<typeof PanelCharts>) => PanelCharts} charts those of one panel
 * @property {(core: Core, data: VectorsData, position: number) => void} frame
 * @property {(data: VectorsData, settings: Settings) => string} describe
 * @property {(panel: Panel, data: VectorsData) => { lines: import('./vectors/formula.js').MathArray[], label: string }} formula
 * @property {(panel: Panel, data: VectorsData) => Record<string, string>} live
 * @property {(panel: Panel, data: VectorsData, index: number | 'moving') => string} readout
 * @property {(panel: Panel) => { magnitude: string, angle: string }} values under the playhead
 * @property {typeof drag} drag
 * @property {(data: VectorsData) => string} aside beside the pair's control
 */

/**
 * One arrow in words and numbers.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @param {number | 'moving'} which a whole position, or the arrow under the playhead
 */
function readout(panel, data, which) {
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

/** @type {Figure} */
export const vectors = {
  name: 'vectors',
  title: 'Token vectors and what a position does to them',
  settings: [
    'text',
    'positions',
    'dimensions',
    'pair',
    'base',
    'vector',
    'encodings',
    'pairing',
    'seed',
    'speed',
  ],
  compute,
  charts: (...of) => new PanelCharts(...of),
  frame,
  describe,
  formula: formulaOf,
  live: liveNumbers,
  readout,
  values: ({ moving }) => ({ magnitude: fixed(moving.magnitude, 3), angle: `${fixed(moving.angle, 0, 1)}°` }),
  drag,
  aside: (data) => `θ ${brief(data.inverseFrequency)} rad a position, wavelength ${brief(data.wavelength)}`,
};
