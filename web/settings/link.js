/** @import { Problem, Settings } from './typedefs.js' */
import { given } from './given.js';
import { counted } from './phrases.js';
import { attributeName, defaultsOf, rowOfAttribute, settingName, table } from './table.js';
import { format, isSame } from './values.js';

const version = '1';

/**
 * Reads the query of a link. It judges only the link itself; `open` judges the values.
 * @param {string | URLSearchParams} search `?figure=vectors&positions=10`, with or without the question mark
 * @returns {readonly [readonly (readonly [string, string])[], readonly Problem[]]} entries for `open`, each
 *   key once, and problems. Other people's keys are left out in silence. Problems are a setting that is given more
 *   than once (the first counts), and a version `v` other than 1
 */
export function readLink(search) {
  /** @type {Map<string, { text: string, count: number }>} */
  const found = new Map();
  for (const [key, text] of new URLSearchParams(search)) {
    if (key !== 'v' && !rowOfAttribute(key)) continue;
    const earlier = found.get(key);
    if (earlier) earlier.count += 1;
    else found.set(key, { text, count: 1 });
  }

  /** @type {(readonly [string, string])[]} */
  const entries = [];
  /** @type {Problem[]} */
  const problems = [];
  for (const [key, { text, count }] of found) {
    const name = settingName(key);
    if (count > 1) {
      const often = `got it ${counted(count, 'time')}; the first, ${given(text)}, counts`;
      const message = `${key} must be given once in a link, ${often}`;
      problems.push(Object.freeze({ name, message }));
    }
    if (key !== 'v') {
      entries.push(Object.freeze(/** @type {const} */ ([key, text])));
    } else if (text !== version) {
      const message = `v must be ${version}, the version of links that this page reads, got ${given(text)}`;
      problems.push(Object.freeze({ name, message }));
    }
  }
  return Object.freeze(/** @type {const} */ ([Object.freeze(entries), Object.freeze(problems)]));
}

/**
 * Writes the query that gives these settings back through `readLink` and `open`.
 * @param {Settings} settings
 * @returns {string} `v=1&figure=vectors&…`, no question mark: what differs from the figure's defaults, in the table's
 *   order
 */
export function writeLink(settings) {
  const parameters = new URLSearchParams({ v: version });
  const defaults = defaultsOf(settings.figure);
  for (const { name } of table) {
    if (name !== 'figure' && isSame(settings[name], defaults[name])) continue;
    parameters.append(attributeName(name), format(name, settings[name]));
  }
  // A query may hold bare commas. At its end, a chat program would leave a comma or full stop out of the link.
  return parameters
    .toString()
    .replaceAll('%2C', ',')
    .replace(/[.,]$/, (last) => (last === ',' ? '%2C' : '%2E'));
}
