/** @import { Figure, Problem, Settings } from './typedefs.js' */
import { limitsOf } from './figures.js';
import { counted } from './numbers.js';
import { check, format } from './values.js';

/**
 * The numbers that a setting may have beside the others: `pair` ends with the last pair, `at` with the last position.
 * @param {Settings} settings
 * @param {string} name a setting with numbers
 * @returns {{ min: number, max: number } | undefined} inclusive; undefined for a setting without numbers
 */
export function rangeOf(settings, name) {
  if (name === 'pair') return { min: 0, max: Math.floor(settings.dimensions / 2) - 1 };
  if (name === 'at') return { min: 0, max: settings.positions - 1 };
  return limitsOf(settings.figure, name);
}

/** Figures that turn features in pairs, whatever else is set. @type {ReadonlySet<Figure>} */
const rotaryFigures = new Set(['clocks', 'spectrum']);

/**
 * @param {Settings} settings
 * @returns {boolean} whether rotary is asked to turn an odd number of features
 */
export function isOddForRotary({ figure, encodings, dimensions }) {
  if (dimensions % 2 === 0) return false;
  return rotaryFigures.has(figure) || (figure === 'vectors' && encodings.includes('rotary'));
}

/**
 * @param {Settings} settings
 * @param {'positions' | 'dimensions'} name
 * @returns {{ value: number, note: string }}
 */
function toMost(settings, name) {
  const value = limitsOf(settings.figure, name)?.max ?? settings[name];
  return { value, note: `${name} is now ${value}, the most that ${settings.figure} can show` };
}

/** @param {Settings} settings */
const columnsOf = ({ table, dimensions }) =>
  table === 'cos' || table === 'sin' ? Math.floor(dimensions / 2) : dimensions;

/**
 * Rules that tie a setting to those that it depends on, `figure` among them; those that others depend on come first.
 * `problem` says what is wrong, if anything, and `mend` how the setting can follow the others. A setting that the figure does
 * not use waits as it is for a figure that does.
 * @type {readonly {
 *   name: 'positions' | 'dimensions' | 'pair' | 'vector' | 'zoom' | 'at',
 *   users?: readonly Figure[],
 *   problem: (settings: Settings) => string | undefined,
 *   mend: (settings: Settings) => { value: unknown, note: string },
 * }[]} users: all figures where there are none
 */
const allRules = [
  {
    name: 'positions',
    problem: ({ figure, positions }) => check('positions', positions, figure).problem,
    mend: (settings) => toMost(settings, 'positions'),
  },
  {
    name: 'dimensions',
    problem(settings) {
      const { figure, dimensions } = settings;
      if (!isOddForRotary(settings)) return check('dimensions', dimensions, figure).problem;
      return `dimensions must be even for rotary, which turns features in pairs, got ${dimensions}`;
    },
    mend(settings) {
      const most = toMost(settings, 'dimensions');
      if (settings.dimensions > most.value) return most;
      const value = settings.dimensions - 1;
      return { value, note: `dimensions is now ${value}, because rotary turns features in pairs` };
    },
  },
  {
    name: 'pair',
    problem({ figure, dimensions, pair }) {
      if (figure !== 'vectors') return check('pair', pair, figure).problem;
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
    users: ['vectors'],
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
    name: 'zoom',
    users: ['heatmap'],
    problem(settings) {
      const { zoom, positions } = settings;
      const columns = columnsOf(settings);
      if (!zoom || (zoom[1] < positions && zoom[3] < columns)) return undefined;
      const there = `${counted(positions, 'position')} and ${counted(columns, 'column')}`;
      return `zoom must lie inside the table of ${there}, got ${zoom.join(',')}`;
    },
    mend: () => ({ value: undefined, note: 'zoom is off, because it lay outside the table' }),
  },
  {
    name: 'at',
    users: ['vectors', 'clocks', 'heatmap'],
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
 * The rules of a figure, those that others depend on first.
 * @param {Figure} figure
 */
export const rulesOf = (figure) => allRules.filter(({ users }) => users?.includes(figure) ?? true);

/**
 * Judges what settings that are good one by one say together.
 * @param {Settings} settings
 * @returns {readonly Problem[]} one a broken rule, such as
 *   `pair must be an integer from 0 to 3 (8 dimensions make 4 pairs), got 9`; empty where they are consistent
 */
export function relations(settings) {
  const problems = [];
  for (const { name, problem } of rulesOf(settings.figure)) {
    const message = problem(settings);
    if (message !== undefined) problems.push(Object.freeze({ name, message }));
  }
  return Object.freeze(problems);
}
