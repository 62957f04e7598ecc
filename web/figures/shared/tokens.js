import { counted, wordRow, words } from '../../settings/index.js';

/** @typedef {import('../../core/base-core.js').BaseCore} BaseCore */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * The words at the positions: a position beyond the last word carries its number.
 *
 * @param {Settings} settings
 * @returns {{ labels: string[], wordCount: number, note: string | undefined }}
 */
export function labelsOf({ text, positions }) {
  const found = words(text);
  const labels = Array.from({ length: positions }, (_, position) => found[position] ?? String(position));
  const left = found.slice(positions);
  if (left.length === 0) return { labels, wordCount: found.length, note: undefined };
  const shown = left.slice(0, 3).join(' ') + (left.length > 3 ? ' …' : '');
  return {
    labels,
    wordCount: positions,
    note: `${counted(found.length, 'word')} for ${counted(positions, 'position')}: “${shown}” ${left.length === 1 ? 'is' : 'are'} left out.`,
  };
}

/**
 * The token vectors, `[positions, dimensions]`: one for all, or each word's own row of a table.
 *
 * @param {BaseCore} core
 * @param {Settings} settings
 * @param {string[]} labels
 * @returns {{ data: Float32Array, rows: number[] | undefined }} rows are the words' rows in the word table
 */
export function tokensOf(core, settings, labels) {
  const { vector, positions, dimensions, seed } = settings;
  if (vector === 'words') {
    const rows = labels.map(wordRow);
    return { data: core.learnedRows({ ids: rows, dimensions, seed, stream: 'words' }).data, rows };
  }
  const data = new Float32Array(positions * dimensions);
  const token = tokenOf(vector, settings);
  for (let position = 0; position < positions; position += 1) data.set(token, position * dimensions);
  return { data, rows: undefined };
}

/**
 * All features of the shared token vector.
 *
 * @param {readonly number[]} vector two numbers, repeated in every pair, or one for each dimension
 * @param {Pick<Settings, 'dimensions' | 'pairing'>} settings
 */
export function tokenOf(vector, { dimensions, pairing }) {
  if (vector.length === dimensions) return [...vector];
  const second =
    pairing === 'half'
      ? (/** @type {number} */ f) => f >= Math.ceil(dimensions / 2)
      : (/** @type {number} */ f) => f % 2 === 1;
  return Array.from({ length: dimensions }, (_, feature) => vector[second(feature) ? 1 : 0]);
}

/** Beside the boxes of query and key. @param {{ query: boolean, key: boolean }} isOwn which of them a reader gave */
export function ownTexts({ query, key }) {
  const random = 'empty: random, by the seed';
  return { query: query ? '' : random, key: key ? '' : random };
}
