/** @import { Row } from './typedefs.js' */
import { attributeName } from './names.js';
import { defaults, table } from './table.js';
import { types } from './types.js';
import { format } from './values.js';

/**
 * @param {Row} row
 * @returns {string}
 */
function line(row) {
  const text = format(row.name, defaults[row.name]);
  const cells = [
    `\`${attributeName(row.name)}\``,
    types[row.type].allowed(row),
    text === '' ? 'not set' : `\`${text}\``,
    row.help,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/**
 * The settings as a Markdown table, made from the same rows as attributes, links and controls.
 * @returns {string} one line a setting below two lines of heading, ending in a line break
 */
export function documentation() {
  const heading = [
    '| Attribute or link key | Values | Default | What it does |',
    '| --- | --- | --- | --- |',
  ];
  return [...heading, ...table.map(line), ''].join('\n');
}
