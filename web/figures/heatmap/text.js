import { counted } from '../../settings/index.js';
import { settingsWhere } from '../figure.js';
import { allMarked, marked } from '../shared/caption.js';
import { scaleText } from '../shared/color-scale.js';
import { brief, fixed, placeText } from '../shared/numbers.js';
import { columnOf, hasWords, tooFineAcross } from './compute.js';
import { isSame, wholeOf } from './zoom.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').HeatmapData} HeatmapData */

/** Short words of the layout. */
export const words = { zoom: 'Zoom', nearer: 'Zoom in', farther: 'Zoom out', whole: 'Whole', value: 'value' };

/** @param {HeatmapData} data @returns {'pair' | 'dimension'} what a column is */
export const columnName = ({ settings: { table } }) =>
  table === 'cos' || table === 'sin' ? 'pair' : 'dimension';

/** @param {HeatmapData} data @returns {{ title: string, subtitle: string }} */
export function titleOf({ settings: { table, pairing } }) {
  switch (table) {
    case 'cos':
      return { title: 'Rotary: cosines', subtitle: 'of the angle by which each pair turns' };
    case 'sin':
      return { title: 'Rotary: sines', subtitle: 'of the angle by which each pair turns' };
    case 'learned':
      return { title: 'Learned', subtitle: 'random rows, as a table is before learning' };
    default:
      return {
        title: 'Sinusoidal',
        subtitle: pairing === 'half' ? 'all sines, then all cosines' : 'sine and cosine in turn',
      };
  }
}

/**
 * What is seen, in sentences with the numbers.
 *
 * @param {HeatmapData} data
 * @param {Settings} settings
 */
export function caption(data, settings) {
  const { table, part } = data;
  const { rows, columns, min, max } = table;
  const size = `${counted(rows, 'position')} by ${counted(columns, columnName(data))}`;
  const range = marked(`from ${fixed(min, 2, 1)} to ${fixed(max, 2, 1)}`);
  const sentences = settings.table === 'learned' ? learned(data, size, range) : waves(data, size, range);
  if (!isSame(part, wholeOf(table))) {
    const [top, bottom, left, right] = part;
    sentences.push(`Shown are positions ${top} to ${bottom} and ${columnName(data)}s ${left} to ${right}.`);
  }
  return sentences.join(' ');
}

/** @param {HeatmapData} data @param {string} size @param {string} range */
function learned({ table: { rows, columns, limit, clipped } }, size, range) {
  const beyond =
    clipped === 0
      ? `None lies beyond the ends of the colours at ±${limit}.`
      : `${marked(`${clipped} of ${rows * columns}`)} ${clipped === 1 ? 'lies' : 'lie'} beyond the ends of the colours at ±${limit}.`;
  return [
    `A random row for each position: ${size}, values ${range}.`,
    beyond,
    ...(rows > 1 ? ['Neighbouring rows have nothing in common before learning.'] : []),
  ];
}

/** @param {HeatmapData} data @param {string} size @param {string} range */
function waves(data, size, range) {
  const { frequencies, table, settings } = data;
  const last = frequencies.length - 1;
  const turns = (/** @type {number} */ pair) =>
    `${allMarked(brief((2 * Math.PI) / frequencies[pair]))} positions`;
  const { table: name } = settings;
  const what = name === 'cos' ? 'The cosines' : name === 'sin' ? 'The sines' : 'Sines and cosines';
  const sentences = [`${what} of ${size}, values ${range}.`];
  if (last === 0 || frequencies[last] === frequencies[0])
    sentences.push(`${last === 0 ? 'The pair goes' : 'Every pair goes'} once round in ${turns(0)}.`);
  else sentences.push(`Pair 0 goes once round in ${turns(0)}, pair ${last} in ${turns(last)}.`);
  const slow = frequencies.filter((frequency) => frequency * table.rows < 2 * Math.PI).length;
  if (slow > 0)
    sentences.push(
      `${slow} of ${counted(last + 1, 'pair')} ${slow === 1 ? 'does' : 'do'} not finish a turn in ${counted(table.rows, 'position')}.`,
    );
  return sentences;
}

/** @param {HeatmapData} data */
export function aside({ table, settings }) {
  if (settings.table === 'cos' || settings.table === 'sin')
    return { dimensions: `${counted(table.columns, 'pair')}, a column each` };
  return {};
}

/** @param {Settings} settings @returns {import('../../settings/index.js').SettingName[]} */
export function idle(settings) {
  const { table } = settings;
  return settingsWhere({
    base: table === 'learned',
    seed: table !== 'learned',
    pairing: table !== 'sinusoidal',
    text: !hasWords(settings),
  });
}

/**
 * One cell in words, with its exact value.
 *
 * @param {HeatmapData} data
 * @param {{ row: number, column: number }} cell
 */
export function readout(data, { row, column }) {
  const { table, labels, wordCount } = data;
  const value = exact(table.values[row * table.columns + column]);
  const word = row < wordCount ? ` (${labels[row]})` : '';
  const what = columnOf(data, column);
  const wave =
    what === undefined
      ? ''
      : columnName(data) === 'pair'
        ? ` (wavelength ${brief(what.wavelength)})`
        : ` (${what.wave} of pair ${what.pair}, wavelength ${brief(what.wavelength)})`;
  return `position ${row}${word}, ${columnName(data)} ${column}${wave}: ${value}`;
}

/** The fewest digits that give the same float back. @param {number} value a float32 */
export function exact(value) {
  for (let digits = 1; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return minus(String(Number(text)));
  }
  return minus(String(Number(value.toPrecision(9))));
}

/** @param {string} text */
const minus = (text) => text.replace(/^-/, '−').replace('e-', 'e−');

/**
 * What a reader must know of the picture at this size.
 *
 * @param {HeatmapData} data
 * @param {{ rows: number, columns: number }} perPixel cells
 * @param {{ pairs: number, stretches: [number, number][] }} fine
 */
export function averagedNote(data, perPixel, { pairs, stretches }) {
  const sentences = [];
  const name = columnName(data);
  if (perPixel.rows > 1.005 || perPixel.columns > 1.005) {
    const down = perPixel.rows > 1.005 ? `${brief(perPixel.rows)} positions` : '';
    const across = perPixel.columns > 1.005 ? `${brief(perPixel.columns)} ${name}s` : '';
    sentences.push(`Each pixel is the average of ${[down, across].filter(Boolean).join(' by ')}.`);
  }
  const [, , left, right] = data.part;
  const seen = stretches.filter(([first, last]) => first <= right && last >= left);
  if (seen.length > 0) {
    const where = seen.map(([first, last]) => `${Math.max(first, left)} to ${Math.min(last, right)}`);
    const longest = (2 * Math.PI) / data.frequencies[pairs - 1];
    sentences.push(
      `Shaded: in ${name}s ${where.join(' and ')} a turn takes ${brief(longest)} positions or less, which is less than two pixels here. What is left is an average, and no pattern in it means anything: zoom in to see the waves.`,
    );
  }
  return sentences.join(' ');
}

/**
 * What a reader must know of that shade.
 *
 * @param {HeatmapData} data
 * @param {{ rows: number, columns: number }} perPixel cells
 * @param {{ stretches: readonly (readonly [number, number])[] }} fine columns that are shaded anyway
 * @returns {string} empty where none of it is shown
 */
export function acrossNote(data, perPixel, { stretches }) {
  const from = tooFineAcross(data, perPixel);
  if (!from) return '';
  const [, bottom, left, right] = data.part;
  const isSeen = (/** @type {readonly [number, number]} */ [first, last]) => first <= right && last >= left;
  let isShaded = false;
  for (let column = left; column <= right && !isShaded; column += 1) {
    const isFree = !stretches.some(([first, last]) => first <= column && column <= last);
    isShaded = isFree && from(column + 0.5) < bottom + 1;
  }
  if (!isShaded) return '';
  const name = columnName(data);
  const isInTurn = name === 'dimension' && data.settings.pairing !== 'half';
  const next =
    perPixel.columns > (isInTurn ? 2 : 1)
      ? 'from pixel to pixel'
      : `from one ${name} to the next${name === 'pair' ? '' : ' of its kind'}`;
  if (stretches.some(isSeen))
    return `The shade goes on where waves differ by more than half a turn ${next}: rings and fans in it mean nothing either.`;
  return `Shaded: waves differ by more than half a turn ${next} there. Rings and fans in it mean nothing: zoom in to see the waves.`;
}

export const hint = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap a cell to read it.'
    : 'Point at a cell to read it. Drag to zoom in.';

/** @param {HeatmapData} data @param {string} description */
export const keysText = (data, description) =>
  `${titleOf(data).title}. Arrow keys read cells, Shift makes the steps larger, plus and minus zoom, 0 shows the whole table. ${description}`;

/** Which row is under the playhead. @param {HeatmapData} data @param {number} position */
export function rowText({ labels, wordCount }, position) {
  const index = Math.floor(position);
  const word = index < wordCount ? ` (${labels[index]})` : '';
  return `Row at position ${placeText(position)}${word}`;
}

/** @param {HeatmapData} data */
export const rowName = (data) => `${titleOf(data).title}, row under the playhead`;

/** Above the map in a picture. @param {HeatmapData} data */
export const mapTitle = (data) =>
  `${titleOf(data).subtitle}, ${scaleText(data.table.limit, data.table.clipped > 0)}`;
