import { words } from '../../settings/index.js';
import { layoutOf } from '../shared/encodings.js';
import { labelsOf } from '../shared/tokens.js';
import { rotaryDimensions, tableOf } from './table.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./zoom.js').Part} Part */

/**
 * @typedef {object} HeatmapData
 * @property {import('./table.js').Table} table
 * @property {Settings} settings it was computed for
 * @property {Float64Array} frequencies radians a position, one a pair, falling; none where there are no waves
 * @property {string[]} labels a word or a number for each position
 * @property {number} wordCount how many of them are words of the text
 * @property {Part} part of the table that is shown
 * @property {{ position: number, values: Float32Array, unused: Float32Array }} row the one under the playhead
 * @property {string[]} notes
 */

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {HeatmapData}
 */
export function compute(core, settings) {
  const table = tableOf(core, settings);
  const { labels, wordCount, note } = labelsOf(hasWords(settings) ? settings : { ...settings, text: '' });
  const notes = note === undefined ? [] : [note];
  const isRotary = settings.table === 'cos' || settings.table === 'sin';
  if (isRotary && settings.dimensions % 2 !== 0) {
    const turned = rotaryDimensions(settings);
    notes.push(
      `Rotary turns dimensions in pairs: this is its table for ${turned} of ${turned + 1} dimensions.`,
    );
  }
  const [top, bottom, left, right] = settings.zoom ?? [0, table.rows - 1, 0, table.columns - 1];
  return {
    table,
    settings,
    frequencies: frequenciesOf(settings),
    labels,
    wordCount,
    part: [Number(top), Number(bottom), Number(left), Number(right)],
    row: {
      position: Number.NaN,
      values: new Float32Array(table.columns),
      unused: new Float32Array(isRotary ? table.columns : 0),
    },
    notes,
  };
}

/** So many positions are labelled by words, however few words there are. */
const WORDED = 40;

/** Among many numbers a few words would say nothing. @param {Settings} settings */
export const hasWords = ({ text, positions }) => positions <= WORDED || positions <= 2 * words(text).length;

/** @param {Settings} settings */
function frequenciesOf(settings) {
  const { table, base } = settings;
  if (table === 'learned') return new Float64Array(0);
  const dimensions = table === 'sinusoidal' ? settings.dimensions : rotaryDimensions(settings);
  return Float64Array.from(
    { length: Math.ceil(dimensions / 2) },
    (_, pair) => base ** ((-2 * pair) / dimensions),
  );
}

/**
 * Computes the row at a real-valued position. Between two positions a wave goes on, and a learned row stays.
 *
 * @param {Core} core
 * @param {HeatmapData} data
 * @param {number} position from 0 to positions − 1
 */
export function frame(core, { table, settings, row }, position) {
  if (row.position === position) return;
  row.position = position;
  const { base, dimensions } = settings;
  switch (settings.table) {
    case 'learned': {
      const start = Math.floor(position) * table.columns;
      row.values.set(table.values.subarray(start, start + table.columns));
      return;
    }
    case 'cos':
    case 'sin': {
      const isCos = settings.table === 'cos';
      core.cosSin({
        positions: 1,
        start: position,
        base,
        rotaryDimensions: rotaryDimensions(settings),
        out: { cos: isCos ? row.values : row.unused, sin: isCos ? row.unused : row.values },
      });
      return;
    }
    default:
      core.sinusoidal({
        positions: 1,
        dimensions,
        base,
        start: position,
        layout: layoutOf(settings),
        out: row.values,
      });
  }
}

/**
 * What a column holds.
 *
 * @param {HeatmapData} data
 * @param {number} column
 * @returns {{ pair: number, wave: 'sine' | 'cosine', wavelength: number } | undefined} none where there are no waves
 */
export function columnOf({ settings, frequencies }, column) {
  const { table, pairing } = settings;
  if (table === 'learned') return undefined;
  let [pair, isSine] = [column, table === 'sin'];
  if (table === 'sinusoidal') {
    const sines = frequencies.length;
    isSine = pairing === 'half' ? column < sines : column % 2 === 0;
    pair = pairing === 'half' ? column % sines : Math.floor(column / 2);
  }
  return { pair, wave: isSine ? 'sine' : 'cosine', wavelength: (2 * Math.PI) / frequencies[pair] };
}

/**
 * The columns whose wavelength is less than two pixels: from pixel to pixel they turn by more than half a turn, so that any pattern in them
 * would be a false one.
 *
 * @param {HeatmapData} data
 * @param {number} perPixel positions a pixel
 * @returns {{ pairs: number, stretches: [number, number][] }} the pairs from 0 on, and first and last column of each stretch
 */
export function tooFine({ settings, table, frequencies }, perPixel) {
  let pairs = 0;
  while (pairs < frequencies.length && frequencies[pairs] * perPixel > Math.PI) pairs += 1;
  if (pairs === 0) return { pairs, stretches: [] };
  const end = table.columns - 1;
  if (settings.table !== 'sinusoidal') return { pairs, stretches: [[0, pairs - 1]] };
  if (settings.pairing !== 'half') return { pairs, stretches: [[0, Math.min(end, 2 * pairs - 1)]] };
  const sines = frequencies.length;
  if (pairs === sines) return { pairs, stretches: [[0, end]] };
  return {
    pairs,
    stretches: [
      [0, pairs - 1],
      [sines, Math.min(end, sines + pairs - 1)],
    ],
  };
}

/** Pixels: in columns as wide as this a reader sees each alone, and compares it with the axis. */
const WIDE = 8;

/**
 * Where waves are too fine from left to right: from one column to the next of its kind, or from pixel to pixel where a pixel holds more,
 * they turn by more than half a turn, so that rings and fans are seen which are no part of the waves. The later the position, the more
 * columns that are.
 *
 * @param {HeatmapData} data
 * @param {{ rows: number, columns: number }} perPixel cells
 * @returns {((place: number) => number) | undefined} the position from which on it is so; column i reaches from place i to i + 1. Undefined
 *   where there are no waves, or where each cell is seen
 */
export function tooFineAcross({ settings, frequencies }, { rows, columns }) {
  const pairs = frequencies.length;
  const isSeen = columns <= 1 && (rows <= 1 || columns <= 1 / WIDE);
  if (pairs < 2 || isSeen) return undefined;
  const isInTurn = settings.table === 'sinusoidal' && settings.pairing !== 'half';
  const perPair = isInTurn ? 2 : 1;
  const ratio = frequencies[1] / frequencies[0];
  const step = Math.max(1, columns / perPair);
  const falls = 1 - ratio ** step;
  return (place) => {
    const pair = (isInTurn ? place : place % pairs) / perPair - 0.5;
    return Math.PI / (ratio ** pair * falls);
  };
}
