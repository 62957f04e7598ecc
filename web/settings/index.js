/**
 * Settings: one table of every setting; attributes, links, controls, validation and documentation come from it.
 *
 * @typedef {import('./typedefs.js').Settings} Settings
 * @typedef {import('./typedefs.js').SettingName} SettingName
 * @typedef {import('./typedefs.js').Encoding} Encoding
 * @typedef {import('./typedefs.js').Pairing} Pairing
 * @typedef {import('./typedefs.js').Figure} Figure
 * @typedef {import('./typedefs.js').Theme} Theme
 * @typedef {import('./typedefs.js').Patch} Patch
 * @typedef {import('./typedefs.js').Problem} Problem
 * @typedef {import('./typedefs.js').Changed} Changed
 * @typedef {import('./typedefs.js').Control} Control
 * @typedef {import('./typedefs.js').Row} Row
 */

export { change, open } from './change.js';
export { documentation } from './documentation.js';
export { defaults, defaultsOf } from './figures.js';
export { readLink, writeLink } from './link.js';
export { models } from './models.js';
export { attributeName, settingName } from './names.js';
export { counted, joined } from './phrases.js';
export { rangeOf } from './ranges.js';
export { relations } from './relations.js';
export { rowOf, table } from './table.js';
export { check, format, parse } from './values.js';
export { fnv1a32, wordRow, wordRows, words } from './words.js';
