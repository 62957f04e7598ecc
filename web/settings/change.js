/** @import { Changed, Patch, Problem, Settings, SettingName } from './typedefs.js' */
import { settingName } from './names.js';
import { isOddForRotary, mendable, relations } from './relations.js';
import { defaults, rowOf, table } from './table.js';
import { check, isSame, unknownSetting } from './values.js';

/**
 * Asks for new settings. Every value of the patch is judged by itself and beside the others; a bad one is refused
 * alone, and the last good value stays. Settings that are not in the patch but no longer fit (a pair, vector or
 * playhead after fewer dimensions or positions) follow, and a note says so.
 *
 * Where rotary and odd dimensions meet, the newcomer is refused; where both are new, the one whose last value
 * mends it.
 * @param {Settings} settings consistent, such as `defaults` or an earlier result
 * @param {Patch} patch
 * @returns {Changed} all of it frozen; `settings` is consistent. It is the very object given where nothing differs,
 *   and keeps the arrays that do not differ, so that `===` tells what changed
 */
export function change(settings, patch) {
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Problem[]} */
  const notes = [];
  const asked = new Set();
  /** @type {Record<string, unknown>} */
  const draft = { ...settings };
  const next = /** @type {Settings} */ (/** @type {unknown} */ (draft));

  /**
   * @param {SettingName} name
   * @param {string} message
   */
  const refuse = (name, message) => {
    problems.push(Object.freeze({ name, message }));
    draft[name] = settings[name];
  };

  for (const name of Object.keys(patch)) {
    if (!rowOf(name)) problems.push(Object.freeze({ name, message: unknownSetting(name) }));
  }
  for (const { name } of table) {
    if (!Object.hasOwn(patch, name)) continue;
    const { value, problem } = check(name, patch[name]);
    if (problem !== undefined) {
      refuse(name, problem);
    } else {
      draft[name] = value;
      asked.add(name);
    }
  }

  if (isOddForRotary(next)) {
    if (settings.dimensions % 2 === 0) {
      for (const { name, message } of relations(next)) if (name === 'dimensions') refuse(name, message);
    } else {
      const got = `got ${next.dimensions} dimensions`;
      refuse('encodings', `encodings cannot include rotary while dimensions is odd, ${got}`);
    }
  }
  for (const { name, problem, mend } of mendable) {
    const message = problem(next);
    if (message !== undefined && asked.has(name)) refuse(name, message);
    if (problem(next) === undefined) continue;
    const { value, note } = mend(next);
    draft[name] = value;
    notes.push(Object.freeze({ name, message: note }));
  }

  let differs = false;
  for (const { name } of table) {
    if (isSame(draft[name], settings[name])) draft[name] = settings[name];
    else differs = true;
  }
  return Object.freeze({
    settings: differs ? Object.freeze(next) : settings,
    problems: Object.freeze(problems),
    notes: Object.freeze(notes),
  });
}

/**
 * The settings of a figure that opens: like `change` from the defaults, so a bad value gives way to the default. The
 * order of the entries does not matter.
 * @param {Iterable<readonly [name: string, value: unknown]>} entries attribute names with their text (or values); names
 *   that are no setting's are ignored, and of doubled names the first counts
 * @returns {Changed}
 */
export function open(entries) {
  /** @type {Patch} */
  const patch = {};
  for (const [attribute, value] of entries) {
    const row = rowOf(settingName(attribute));
    if (row && !Object.hasOwn(patch, row.name)) patch[row.name] = value;
  }
  return change(defaults, patch);
}
