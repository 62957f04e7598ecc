import { tokenOf } from '../shared/tokens.js';
import { lostText } from './text.js';

/** @typedef {import('../../core/base-core.js').BaseCore} BaseCore */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').VectorsData} VectorsData */

const LARGEST = 1000;

/**
 * The settings that put the tip of one arrow at (x, y): the token vector is solved for under the panel's encoding.
 *
 * @param {BaseCore} core
 * @param {VectorsData} data
 * @param {Settings} settings
 * @param {{ panel: number, position: number, x: number, y: number }} tip position is real-valued
 * @returns {{ patch: { vector: number[] }, note: string | undefined }}
 */
export function drag(core, data, settings, { panel, position, x, y }) {
  const { encoding } = /** @type {import('./compute.js').Panel} */ (data.panels[panel]);
  const { token } = encoding.solve(core, [x, y], position, data.features, settings);
  const whole = currentToken(data, settings, position);
  /** @type {number[]} */
  const lost = [];
  data.features.forEach((feature, i) => {
    const value = token[i];
    if (value === undefined) lost.push(feature);
    else whole[feature] = rounded(value);
  });
  const repeated = settings.vector === 'words' || settings.vector.length === 2;
  const vector = repeated ? data.features.map((feature) => whole[feature]) : whole;
  return { patch: { vector }, note: lost.length === 0 ? undefined : lostText(lost, position) };
}

/** @param {VectorsData} data @param {Settings} settings @param {number} position */
function currentToken(data, settings, position) {
  if (settings.vector !== 'words') return tokenOf(settings.vector, settings);
  const d = settings.dimensions;
  const start = Math.min(Math.floor(position), settings.positions - 1) * d;
  return Array.from(data.tokens.subarray(start, start + d), rounded);
}

/** Short numbers keep links short; a pixel is coarser. @param {number} value */
function rounded(value) {
  const within = Math.max(-LARGEST, Math.min(LARGEST, value));
  const short = Number(Math.abs(within) < 0.1 ? within.toPrecision(3) : within.toFixed(3));
  return Math.abs(short) < 1e-6 ? 0 : short;
}
