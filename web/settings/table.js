/** @import { Row } from './typedefs.js' */
import { attributeName, settingName } from './names.js';
import { scoreRows, trainingRows } from './proof-rows.js';
import { ropeRows, tableRows } from './rope-rows.js';
import { pictureRows, viewRows } from './rows.js';

/** @type {Row[]} */
const rows = [...pictureRows, ...ropeRows, ...tableRows, ...scoreRows, ...trainingRows, ...viewRows];

const hideable = rows.filter((row) => row.control !== 'none');
rows.push({
  name: 'hide',
  type: 'list',
  values: hideable.map((row) => attributeName(row.name)),
  labels: Object.fromEntries(hideable.map((row) => [attributeName(row.name), row.label])),
  mayBeEmpty: true,
  default: [],
  label: 'Hidden controls',
  help: 'The controls that are left out, as a lesson needs.',
  control: 'none',
});

/**
 * @template T
 * @param {T} value
 * @returns {T} the same, frozen with all that it holds
 */
function deepFreeze(value) {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return Object.freeze(value);
}

/**
 * Every setting, in the order of controls, links and documentation. Deeply frozen.
 * @type {readonly Row[]}
 */
export const table = deepFreeze(rows);

const byName = new Map(table.map((row) => [/** @type {string} */ (row.name), row]));

/**
 * @param {string} name a setting's name, such as `positions`
 * @returns {Row | undefined} its row; undefined for anything else
 */
export function rowOf(name) {
  return byName.get(name);
}

/**
 * @param {string} attribute an attribute or link key, such as `trained-length`
 * @returns {Row | undefined} its row; undefined for anything else, the property's name `trainedLength` too
 */
export function rowOfAttribute(attribute) {
  const row = rowOf(settingName(attribute));
  return row && attributeName(row.name) === attribute ? row : undefined;
}
