import { columnName } from './describe.js';

/** @typedef {import('./compute.js').HeatmapData} HeatmapData */

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
  const ratio = Number(frequencies[1]) / Number(frequencies[0]);
  const step = Math.max(1, columns / perPair);
  const falls = 1 - ratio ** step;
  return (place) => {
    const pair = (isInTurn ? place : place % pairs) / perPair - 0.5;
    return Math.PI / (ratio ** pair * falls);
  };
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
