/** @import { Problem, Range, Row, Rule, SettingName, Settings } from './typedefs.js' */
import { attributeName, limitsOf, rowOf, rulesOf } from './table.js';
import { types } from './types.js';
import { check } from './values.js';

/** @param {string} name of a rule, whose type cannot be that of settings: those follow from figures, which have rules */
const named = (name) => /** @type {SettingName} */ (name);

/**
 * A rule for a number of which some figures can show less than others.
 * @param {string} name
 * @returns {Rule}
 */
export const limited = (name) => ({
  name,
  problem: (settings) => check(named(name), settings[named(name)], settings.figure).problem,
  mend(settings) {
    const { min, max } = /** @type {Range} */ (limitsOf(settings.figure, name));
    const [value, most] = Number(settings[named(name)]) < min ? [min, 'least'] : [max, 'most'];
    const note = `${attributeName(name)} is now ${value}, the ${most} that ${settings.figure} can show`;
    return { value, note };
  },
});

/**
 * A rule for a number whose range depends on other settings.
 * @param {string} name
 * @param {object} parts
 * @param {Rule['range']} [parts.range]
 * @param {(settings: Settings) => string} parts.why what makes the range, in words
 * @param {(why: string, settings: Settings) => string} [parts.ends] why the number is now at an end of it
 * @returns {Rule}
 */
export const ranged = (name, { range, why, ends = (reason) => `because ${reason}` }) => ({
  name,
  range,
  problem(settings) {
    const value = settings[named(name)];
    const { min, max } = /** @type {Range} */ (rangeOf(settings, name));
    if (value === undefined || (Number(value) >= min && Number(value) <= max)) return undefined;
    const row = /** @type {Row} */ (rowOf(name));
    const allowed = min === max ? min : types[row.type].allowed({ ...row, min, max });
    return `${attributeName(name)} must be ${allowed} (${why(settings)}), got ${value}`;
  },
  mend(settings) {
    const { min, max } = /** @type {Range} */ (rangeOf(settings, name));
    const value = Math.max(min, Math.min(max, Number(settings[named(name)])));
    return { value, note: `${attributeName(name)} is now ${value}, ${ends(why(settings), settings)}` };
  },
});

/**
 * The numbers that a setting may have beside the others: `pair` ends with the last pair, `at` with the last position.
 * @param {Settings} settings
 * @param {string} name a setting with numbers
 * @returns {Range | undefined} undefined for a setting without numbers
 */
export function rangeOf(settings, name) {
  const limits = limitsOf(settings.figure, name);
  const range = rulesOf(settings.figure).find((rule) => rule.name === name)?.range;
  if (!limits || !range) return limits;
  const { min = limits.min, max = limits.max } = range(settings);
  return { min: Math.max(min, limits.min), max: Math.min(max, limits.max) };
}

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
