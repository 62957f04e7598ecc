import { counted, defaults, format, joined, limited, ranged } from '../../settings/index.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../../settings/index.js').Rule} Rule */

/** @type {Rule} */
export const positions = limited('positions');
/** @type {Rule} */
export const trainedLength = limited('trainedLength');

/** How many features there may be, where they need not be even. @type {Rule} */
export const dimensions = limited('dimensions');

/**
 * The same where rotary may turn them, which needs an even number.
 * @param {(settings: Settings) => boolean} isRotary
 * @returns {Rule}
 */
export function dimensionsOf(isRotary) {
  /** @param {Settings} settings */
  const isOdd = (settings) => settings.dimensions % 2 !== 0 && isRotary(settings);
  return {
    name: 'dimensions',
    newcomer(next, last) {
      if (!isOdd(next) || last.dimensions % 2 === 0 || isOdd(last)) return undefined;
      const got = `got ${next.dimensions} dimensions`;
      return {
        name: 'encodings',
        message: `encodings cannot include rotary while dimensions is odd, ${got}`,
      };
    },
    problem(settings) {
      if (!isOdd(settings)) return dimensions.problem(settings);
      return `dimensions must be even for rotary, which turns features in pairs, got ${settings.dimensions}`;
    },
    mend(settings) {
      const most = dimensions.mend(settings);
      if (settings.dimensions > Number(most.value)) return most;
      const value = settings.dimensions - 1;
      return { value, note: `dimensions is now ${value}, because rotary turns features in pairs` };
    },
  };
}

/** Of figures that always turn features in pairs. @type {Rule} */
export const evenDimensions = dimensionsOf(() => true);

/** @param {Settings} settings */
const pairsOf = ({ dimensions }) => Math.floor(dimensions / 2);

/** @param {Settings} settings */
const pairsWhy = (settings) => `${settings.dimensions} dimensions make ${counted(pairsOf(settings), 'pair')}`;

/** Of figures that draw a pair. @type {Rule} */
export const drawnPair = ranged('pair', {
  range: (settings) => ({ max: pairsOf(settings) - 1 }),
  why: pairsWhy,
});

/** Of figures that have no use for it, and keep it within what they can show. @type {Rule} */
export const pair = ranged('pair', { why: pairsWhy });

/**
 * A rule for a vector, which has two numbers or one for each dimension.
 * @template {'vector' | 'query' | 'key'} N
 * @param {N} name
 * @param {string} other what else it may be
 * @returns {Rule}
 */
const vectorLike = (name, other) => ({
  name,
  problem({ dimensions, [name]: vector }) {
    if (typeof vector !== 'object' || vector.length === 2 || vector.length === dimensions) return undefined;
    const each = dimensions === 2 ? [] : [`${dimensions} numbers (one for each dimension)`];
    const allowed = joined(['2 numbers', ...each, other], 'or');
    return `${name} must be ${allowed}, got ${counted(vector.length, 'number')}`;
  },
  mend({ dimensions, [name]: vector }) {
    const numbers = /** @type {readonly number[]} */ (vector);
    const value = numbers.length < 2 ? defaults[name] : Object.freeze(numbers.slice(0, 2));
    const reason = `its ${numbers.length} numbers do not fit ${dimensions} dimensions`;
    return { value, note: `${name} is now ${format(name, value)}, because ${reason}` };
  },
});

/** @type {Rule} */
export const vector = vectorLike('vector', '"words"');
/** @type {Rule} */
export const query = vectorLike('query', 'not set');
/** @type {Rule} */
export const key = vectorLike('key', 'not set');

/** @param {Settings} settings */
const thereArePositions = ({ positions }) =>
  `there ${positions === 1 ? 'is' : 'are'} ${counted(positions, 'position')}`;

/** Query and key stand at two of the figure's positions. @type {Rule} */
export const distance = ranged('distance', {
  range: ({ positions }) => ({ min: 1 - positions, max: positions - 1 }),
  why: thereArePositions,
});

/**
 * A rule for the playhead, which goes from position to position.
 * @param {object} parts
 * @param {(settings: Settings) => number} [parts.last] where it ends, if the figure has positions
 * @param {(settings: Settings) => string} [parts.besides] why it ends early, if it does
 * @returns {Rule}
 */
const playheadOf = ({ last, besides = () => '' }) =>
  ranged('at', {
    ...(last && { range: (settings) => ({ max: Math.max(0, last(settings)) }) }),
    why: (settings) => `${thereArePositions(settings)}${besides(settings)}`,
    ends: (_, settings) => `the last of ${counted(settings.positions, 'position')}${besides(settings)}`,
  });

/** @type {Rule} */
export const playhead = playheadOf({ last: ({ positions }) => positions - 1 });

/** Of a query that goes along with the playhead's key, so that neither leaves the positions. @type {Rule} */
export const playheadOfTwo = playheadOf({
  last: ({ positions, distance }) => positions - 1 - Math.abs(distance),
  besides: ({ distance }) => (distance === 0 ? '' : ` for two tokens ${Math.abs(distance)} apart`),
});

/** Of figures that have none, and keep it within what they can show. @type {Rule} */
export const noPlayhead = playheadOf({});
