/** @import { Changed, Patch, Problem, Settings, SettingName } from './typedefs.js' */
import { defaults, defaultsOf, rowOf, rowOfAttribute, rulesOf, table } from './table.js';
import { check, isSame, unknownSetting } from './values.js';

/**
 * Asks for new settings. Every value of the patch is judged by itself and beside the others; a bad one is refused
 * alone, and the last good value stays. Settings that are not in the patch but no longer fit (a pair, vector or
 * playhead after fewer dimensions or positions) follow, and a note says so.
 *
 * Where the figure changes, settings that stood at its defaults follow to the defaults of the new one in silence, and
 * what the new figure cannot show follows with a note. What a figure does not use is not judged beside its other settings.
 *
 * Where two settings do not go together, the newcomer is refused; where both are new, the one whose last value mends it.
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
  const figure = figureOf(patch) ?? settings.figure;
  const last = figure === settings.figure ? settings : moved(settings, figure);
  /** @type {Record<string, unknown>} */
  const draft = { ...last };
  const next = /** @type {Settings} */ (/** @type {unknown} */ (draft));

  /**
   * @param {string} name
   * @param {string} message
   */
  const refuse = (name, message) => {
    problems.push(Object.freeze({ name, message }));
    draft[name] = last[/** @type {SettingName} */ (name)];
  };

  for (const name of Object.keys(patch)) {
    if (!rowOf(name)) problems.push(Object.freeze({ name, message: unknownSetting(name) }));
  }
  for (const { name } of table) {
    if (!Object.hasOwn(patch, name)) continue;
    const { value, problem } = check(name, patch[name], figure);
    if (problem !== undefined) {
      refuse(name, problem);
    } else {
      draft[name] = value;
      asked.add(name);
    }
  }

  for (const { newcomer } of rulesOf(next.figure)) {
    const refused = newcomer?.(next, last);
    if (refused) refuse(refused.name, refused.message);
  }
  for (const { name, problem, mend } of rulesOf(next.figure)) {
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

/** @param {Patch} patch @returns {Settings['figure'] | undefined} the figure that is asked for, if it is one */
const figureOf = (patch) =>
  Object.hasOwn(patch, 'figure') ? check('figure', patch.figure).value : undefined;

/**
 * @param {Settings} settings
 * @param {Settings['figure']} figure another one
 * @returns {Settings} with that figure, and its defaults for what stood at a default; the new limits are not looked at
 */
function moved(settings, figure) {
  const [before, now] = [defaultsOf(settings.figure), defaultsOf(figure)];
  const followers = table.filter(({ name }) => isSame(settings[name], before[name]));
  return { ...settings, ...Object.fromEntries(followers.map(({ name }) => [name, now[name]])), figure };
}

/**
 * The settings of a figure that opens: like `change` from the defaults of that figure, so a bad value gives way to the
 * default. The order of the entries does not matter.
 * @param {Iterable<readonly [name: string, value: unknown]>} entries attribute names with their text (or values); names
 *   that are no setting's are ignored, and of doubled names the first counts
 * @returns {Changed}
 */
export function open(entries) {
  /** @type {Patch} */
  const patch = {};
  for (const [attribute, value] of entries) {
    const row = rowOfAttribute(attribute);
    if (row && !Object.hasOwn(patch, row.name)) patch[row.name] = value;
  }
  return change(defaultsOf(figureOf(patch) ?? defaults.figure), patch);
}
