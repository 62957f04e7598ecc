/** @import { NumberParts, Problem, Settings } from './typedefs.js' */
import { counted } from './numbers.js';
import { rowOf } from './table.js';
import { format } from './values.js';

/**
 * The numbers that a setting may have beside the others: `pair` ends with the last pair, `at` with the last position.
 * @param {Settings} settings
 * @param {string} name a setting with numbers
 * @returns {{ min: number, max: number } | undefined} inclusive; undefined for a setting without numbers
 */
export function rangeOf(settings, name) {
  if (name === 'pair') return { min: 0, max: Math.floor(settings.dimensions / 2) - 1 };
  if (name === 'at') return { min: 0, max: settings.positions - 1 };
  const row = rowOf(name);
  if (row?.type !== 'integer' && row?.type !== 'real') return undefined;
  return { min: row.min, max: row.max };
}

/**
 * @param {Settings} settings
 * @returns {boolean} whether rotary is asked to turn an odd number of features
 */
export function isOddForRotary({ encodings, dimensions }) {
  return encodings.includes('rotary') && dimensions % 2 !== 0;
}

/**
 * A rule that ties one setting to those that it depends on.
 * @typedef {object} Rule
 * @property {'dimensions' | 'pair' | 'vector' | 'at'} name the dependent setting
 * @property {(settings: Settings) => string | undefined} problem what is wrong, if anything
 */

/** @type {Rule} */
const evenDimensions = {
  name: 'dimensions',
  problem(settings) {
    if (!isOddForRotary(settings)) return undefined;
    return `dimensions must be even for rotary, which turns features in pairs, got ${settings.dimensions}`;
  },
};

/**
 * Rules whose dependent setting can follow the others: `mend` gives the nearest good value and says so.
 * @type {readonly (Rule & { mend: (settings: Settings) => { value: unknown, note: string } })[]}
 */
export const mendable = [
  {
    name: 'pair',
    problem({ dimensions, pair }) {
      const pairs = Math.floor(dimensions / 2);
      if (pair < pairs) return undefined;
      const allowed = pairs === 1 ? '0' : `an integer from 0 to ${pairs - 1}`;
      return `pair must be ${allowed} (${dimensions} dimensions make ${counted(pairs, 'pair')}), got ${pair}`;
    },
    mend({ dimensions }) {
      const pairs = Math.floor(dimensions / 2);
      const reason = `${dimensions} dimensions make ${counted(pairs, 'pair')}`;
      return { value: pairs - 1, note: `pair is now ${pairs - 1}, because ${reason}` };
    },
  },
  {
    name: 'vector',
    problem({ dimensions, vector }) {
      if (vector === 'words' || vector.length === 2 || vector.length === dimensions) return undefined;
      const all = dimensions === 2 ? '' : `, ${dimensions} numbers (one for each dimension)`;
      return `vector must be 2 numbers${all} or "words", got ${counted(vector.length, 'number')}`;
    },
    mend({ dimensions, vector }) {
      const value = Object.freeze(/** @type {readonly number[]} */ (vector).slice(0, 2));
      const reason = `its ${vector.length} numbers do not fit ${dimensions} dimensions`;
      return { value, note: `vector is now ${format('vector', value)}, because ${reason}` };
    },
  },
  {
    name: 'at',
    problem({ positions, at }) {
      if (at === undefined || at <= positions - 1) return undefined;
      const allowed = positions === 1 ? '0' : `a number from 0 to ${positions - 1}`;
      const there = `there ${positions === 1 ? 'is' : 'are'} ${counted(positions, 'position')}`;
      return `at must be ${allowed} (${there}), got ${at}`;
    },
    mend({ positions }) {
      const last = positions - 1;
      return { value: last, note: `at is now ${last}, the last of ${counted(positions, 'position')}` };
    },
  },
];

/**
 * Judges what settings that are good one by one say together.
 * @param {Settings} settings
 * @returns {readonly Problem[]} one a broken rule, such as
 *   `pair must be an integer from 0 to 3 (8 dimensions make 4 pairs), got 9`; empty where they are consistent
 */
export function relations(settings) {
  const problems = [];
  for (const { name, problem } of [evenDimensions, ...mendable]) {
    const message = problem(settings);
    if (message !== undefined) problems.push(Object.freeze({ name, message }));
  }
  return Object.freeze(problems);
}
