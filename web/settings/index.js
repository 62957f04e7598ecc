/**
 * Settings: types of settings, judging, links. Figures bring the rows; attributes, links, controls, validation and documentation
 * come from them.
 *
 * @typedef {import('./typedefs.js').Settings} Settings
 * @typedef {import('./typedefs.js').SettingName} SettingName
 * @typedef {import('./typedefs.js').Patch} Patch
 * @typedef {import('./typedefs.js').Problem} Problem
 * @typedef {import('./typedefs.js').Changed} Changed
 * @typedef {import('./typedefs.js').Control} Control
 * @typedef {import('./typedefs.js').Row} Row
 * @typedef {import('./typedefs.js').NewRow} NewRow
 * @typedef {import('./typedefs.js').Rule} Rule
 * @typedef {import('./typedefs.js').FigureSettings} FigureSettings
 * @typedef {Settings['figure']} Figure
 */

export { change, open } from './change.js';
export { documentation } from './documentation.js';
export { readLink, writeLink } from './link.js';
export { counted, joined } from './phrases.js';
export { limited, ranged, rangeOf, relations } from './rules.js';
export {
  attributeName,
  defaults,
  defaultsOf,
  defineSettings,
  rowOf,
  settingName,
  table,
} from './table.js';
export { check, format, parse } from './values.js';
export { fnv1a32, wordRow, wordRows, words } from './words.js';
