/** @import { Checked, Judged, Row, SettingName, Settings } from './typedefs.js' */
import { bad, given } from './given.js';
import { attributeName, limitsOf, rowOf } from './table.js';
import { types } from './types.js';

/** Characters: no text of a setting is longer, and no file that is read for one. */
const longest = 4_000_000;

/**
 * @param {string} name
 * @returns {string} what to say about a name that is no setting's
 */
export function unknownSetting(name) {
  return `there is no setting ${given(name)}`;
}

/**
 * Judges text, as it stands in an attribute, a link or a text field, by itself: what depends on other settings is
 * judged by `relations`. Never throws, whatever is given.
 * @template {SettingName} N
 * @param {N} name
 * @param {string} text white space around it does not matter (but belongs to `text`), nor does case in names
 * @returns {Checked<Settings[N]>} `{ value }`, frozen, or `{ problem }`, a message such as
 *   `positions must be an integer from 1 to 4096, got "ten"`
 */
export function parse(name, text) {
  return check(name, text);
}

/**
 * The same for a JavaScript value, as a property is given: numbers, booleans, arrays and typed arrays, an object for
 * `config`; strings are parsed. For settings that need not be set, such as `at`, `zoom` and `query`, null and undefined
 * mean that they are not.
 * @template {SettingName} N
 * @param {N} name
 * @param {unknown} value
 * @param {string} [figure] whose limits count; without it, those of the figure that allows most
 * @returns {Checked<Settings[N]>} a copy: later changes to a given array change nothing
 */
export function check(name, value, figure) {
  const known = rowOf(name);
  if (!known) return Object.freeze({ problem: unknownSetting(name) });
  const row = figure ? { ...known, ...limitsOf(figure, name) } : known;
  const judged = judge(row, value);
  if (judged.got === undefined) return /** @type {Checked<Settings[N]>} */ (judged);
  const allowed = judged.allowed ?? types[row.type].allowed(row);
  return Object.freeze({ problem: `${attributeName(name)} must be ${allowed}, got ${judged.got}` });
}

/**
 * @param {Row} row
 * @param {unknown} value
 * @returns {Judged<unknown>}
 */
function judge(row, value) {
  const { fromText, fromValue } = types[row.type];
  try {
    if (typeof value !== 'string') return fromValue(row, value);
    return value.length > longest ? bad(`${value.length} characters`) : fromText(row, value);
  } catch {
    // A script's own array can throw when it is looked at, and so can a proxy.
    return bad('something that cannot be read');
  }
}

/**
 * Writes a value so that `parse` gives it back exactly.
 * @template {SettingName} N
 * @param {N} name
 * @param {Settings[N]} value a good value of that setting
 * @returns {string} booleans are `on` and `off`, lists have spaces, vectors commas; what is not set is empty
 * @throws {RangeError} where there is no such setting
 */
export function format(name, value) {
  const row = rowOf(name);
  if (!row) throw new RangeError(unknownSetting(name));
  return types[row.type].toText(value);
}

/**
 * @param {unknown} one a setting's value
 * @param {unknown} other a value of the same setting
 * @returns {boolean} whether they are the same value, arrays item by item
 */
export function isSame(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item, i) => Object.is(item, other[i]));
}
