import { layoutOf } from '../shared/encodings.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * @typedef {object} Table
 * @property {Float32Array} values `[rows, columns]`; shared by all that ask for the same, so nobody may write to it
 * @property {number} rows
 * @property {number} columns
 * @property {number} min of the values
 * @property {number} max
 * @property {number} limit the colours end at ±limit
 * @property {number} clipped how many values lie beyond
 */

/** The colours of normal random numbers end at three standard deviations: 0.27 % of them lie beyond. */
const LEARNED_LIMIT = 3;

/** So many keys are remembered, not their tables. */
const REMEMBERED = 8;

/**
 * Tables that a figure still shows, by what was asked for. A table of 32 MB is not computed again for another part of it, and goes when no
 * figure shows it.
 * @type {Map<string, WeakRef<Table>>}
 */
const known = new Map();

/** @param {Settings} settings @returns {number} those that are turned: an odd last one is not */
export const rotaryDimensions = ({ dimensions }) => dimensions - (dimensions % 2);

/** @param {Settings} settings @returns {number} */
export const columnsOf = ({ table, dimensions }) =>
  table === 'cos' || table === 'sin' ? Math.floor(dimensions / 2) : dimensions;

/** @param {Core} core @param {Settings} settings @returns {Table} */
export function tableOf(core, settings) {
  const { table, positions, dimensions, base, pairing, seed } = settings;
  const key = [table, positions, dimensions, table === 'learned' ? seed : `${base} ${pairing}`].join(' ');
  const shown = known.get(key)?.deref();
  if (shown) return shown;
  const made = measured(valuesOf(core, settings), settings);
  known.delete(key);
  known.set(key, new WeakRef(made));
  for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old);
  return made;
}

/** @param {Core} core @param {Settings} settings @returns {Float32Array} */
function valuesOf(core, settings) {
  const { table, positions, dimensions, base, seed } = settings;
  switch (table) {
    case 'learned':
      return core.learnedTable({ rows: positions, dimensions, seed }).data;
    case 'cos':
    case 'sin':
      return core.cosSin({ positions, base, rotaryDimensions: rotaryDimensions(settings) })[table].data;
    default:
      return core.sinusoidal({ positions, dimensions, base, layout: layoutOf(settings) }).data;
  }
}

/** @param {Float32Array} values @param {Settings} settings @returns {Table} */
function measured(values, settings) {
  const limit = settings.table === 'learned' ? LEARNED_LIMIT : 1;
  let [min, max, clipped] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value < min) min = value;
    if (value > max) max = value;
    if (value > limit || value < -limit) clipped += 1;
  }
  return { values, rows: settings.positions, columns: columnsOf(settings), min, max, limit, clipped };
}
