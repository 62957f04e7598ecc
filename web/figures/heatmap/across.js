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
