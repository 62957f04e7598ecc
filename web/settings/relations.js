/** @import { Figure, Problem, Row, Settings } from './typedefs.js' */
/** @import { Range } from './ranges.js' */
import { defaults, limitsOf } from './figures.js';
import { attributeName } from './names.js';
import { counted, joined } from './phrases.js';
import { maxTestFactor, rangeOf } from './ranges.js';
import { rowOf } from './table.js';
import { types } from './types.js';
import { check, format } from './values.js';

/** @typedef {'positions' | 'dimensions' | 'trainedLength'} Limited */
/** @typedef {'pair' | 'distance' | 'head' | 'lookBack' | 'sequenceLength' | 'at'} Ranged */

/** Figures that turn features in pairs, whatever else is set. @type {ReadonlySet<string>} */
const rotaryFigures = new Set([
  ...['clocks', 'spectrum', 'scores', 'pairing', 'decay', 'precision', 'training', 'comparison'],
]);

/**
 * @param {Settings} settings
 * @returns {boolean} whether rotary is asked to turn an odd number of features
 */
export function isOddForRotary({ figure, encodings, dimensions }) {
  if (dimensions % 2 === 0) return false;
  return rotaryFigures.has(figure) || (figure === 'vectors' && encodings.includes('rotary'));
}

/**
 * @template T
 * @param {readonly Figure[]} users
 * @param {T} rule
 */
const usedBy = (users, rule) => ({ ...rule, users });

/**
 * A rule for a number of which some figures can show less than others.
 * @template {Limited} N
 * @param {N} name
 */
const limited = (name) => ({
  name,
  /** @param {Settings} settings */
  problem: ({ figure, [name]: value }) => check(name, value, figure).problem,
  /** @param {Settings} settings */
  mend(settings) {
    const { min, max } = /** @type {Range} */ (limitsOf(settings.figure, name));
    const [value, most] = settings[name] < min ? [min, 'least'] : [max, 'most'];
    const note = `${attributeName(name)} is now ${value}, the ${most} that ${settings.figure} can show`;
    return { value, note };
  },
});

/** How many features there may be, where they need not be even. */
const dimensionsAlone = limited('dimensions');

/**
 * A rule for a number whose range depends on other settings.
 * @template {Ranged} N
 * @param {N} name
 * @param {(settings: Settings) => string} why what makes the range, in words
 * @param {(why: string, settings: Settings) => string} [ends] why the number is now at an end of it
 */
const ranged = (name, why, ends = (reason) => `because ${reason}`) => ({
  name,
  /** @param {Settings} settings */
  problem(settings) {
    const value = settings[name];
    const { min, max } = /** @type {Range} */ (rangeOf(settings, name));
    if (value === undefined || (value >= min && value <= max)) return undefined;
    const row = /** @type {Row} */ (rowOf(name));
    const allowed = min === max ? min : types[row.type].allowed({ ...row, min, max });
    return `${attributeName(name)} must be ${allowed} (${why(settings)}), got ${value}`;
  },
  /** @param {Settings} settings */
  mend(settings) {
    const { min, max } = /** @type {Range} */ (rangeOf(settings, name));
    const value = Math.max(min, Math.min(max, Number(settings[name])));
    return { value, note: `${attributeName(name)} is now ${value}, ${ends(why(settings), settings)}` };
  },
});

/**
 * A rule for a vector, which has two numbers or one for each dimension.
 * @template {'vector' | 'query' | 'key'} N
 * @param {N} name
 * @param {string} other what else it may be
 */
const vectorLike = (name, other) => ({
  name,
  /** @param {Settings} settings */
  problem({ dimensions, [name]: vector }) {
    if (typeof vector !== 'object' || vector.length === 2 || vector.length === dimensions) return undefined;
    const each = dimensions === 2 ? [] : [`${dimensions} numbers (one for each dimension)`];
    const allowed = joined(['2 numbers', ...each, other], 'or');
    return `${name} must be ${allowed}, got ${counted(vector.length, 'number')}`;
  },
  /** @param {Settings} settings */
  mend({ dimensions, [name]: vector }) {
    const numbers = /** @type {readonly number[]} */ (vector);
    const value = numbers.length < 2 ? defaults[name] : Object.freeze(numbers.slice(0, 2));
    const reason = `its ${numbers.length} numbers do not fit ${dimensions} dimensions`;
    return { value, note: `${name} is now ${format(name, value)}, because ${reason}` };
  },
});

/** @param {Settings} settings */
const thereArePositions = ({ positions }) =>
  `there ${positions === 1 ? 'is' : 'are'} ${counted(positions, 'position')}`;

/** Why the playhead ends early, if it does. @param {Settings} settings */
const besides = ({ figure, distance }) =>
  figure === 'scores' && distance !== 0 ? ` for two tokens ${Math.abs(distance)} apart` : '';

/** @param {Settings} settings */
const playheadOf = (settings) =>
  settings.figure === 'training'
    ? `a run has ${counted(settings.steps, 'step')}`
    : `${thereArePositions(settings)}${besides(settings)}`;

/** @param {Settings} settings */
const columnsOf = ({ table, dimensions }) =>
  table === 'cos' || table === 'sin' ? Math.floor(dimensions / 2) : dimensions;

/**
 * Rules that tie a setting to those that it depends on, `figure` among them; those that others depend on come first.
 * `problem` says what is wrong, if anything, and `mend` how the setting can follow the others. A setting that the figure does
 * not use waits as it is for a figure that does.
 * @type {readonly {
 *   name: Limited | Ranged | 'vector' | 'query' | 'key' | 'zoom',
 *   users?: readonly Figure[],
 *   problem: (settings: Settings) => string | undefined,
 *   mend: (settings: Settings) => { value: unknown, note: string },
 * }[]} users: all figures where there are none
 */
const allRules = [
  limited('positions'),
  {
    name: 'dimensions',
    problem(settings) {
      if (!isOddForRotary(settings)) return dimensionsAlone.problem(settings);
      return `dimensions must be even for rotary, which turns features in pairs, got ${settings.dimensions}`;
    },
    mend(settings) {
      const most = dimensionsAlone.mend(settings);
      if (settings.dimensions > most.value) return most;
      const value = settings.dimensions - 1;
      return { value, note: `dimensions is now ${value}, because rotary turns features in pairs` };
    },
  },
  usedBy(['training'], limited('trainedLength')),
  ranged('pair', ({ dimensions }) => {
    const pairs = Math.floor(dimensions / 2);
    return `${dimensions} dimensions make ${counted(pairs, 'pair')}`;
  }),
  usedBy(['vectors'], vectorLike('vector', '"words"')),
  usedBy(['scores', 'decay', 'pairing'], vectorLike('query', 'not set')),
  usedBy(['scores', 'decay', 'pairing'], vectorLike('key', 'not set')),
  ranged('distance', thereArePositions),
  ranged(
    'head',
    ({ heads }) => `of ${counted(heads, 'head')}`,
    (_, { heads }) => `the last of ${counted(heads, 'head')}`,
  ),
  ranged('lookBack', ({ trainedLength }) => `${trainedLength} positions are trained on`),
  ranged(
    'sequenceLength',
    ({ trainedLength }) => `1 to ${maxTestFactor} times the trained length, ${trainedLength}`,
    (why) => `because it must be ${why}`,
  ),
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
  ranged('at', playheadOf, (_, settings) =>
    settings.figure === 'training'
      ? `the last of ${counted(settings.steps, 'step')}`
      : `the last of ${counted(settings.positions, 'position')}${besides(settings)}`,
  ),
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
