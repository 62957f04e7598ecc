/** @import { Row } from './typedefs.js' */
import { defaults, defaultsOf, figures, limitsOf } from './figures.js';
import { attributeName } from './names.js';
import { table } from './table.js';
import { types } from './types.js';
import { format, isSame } from './values.js';

/**
 * @param {Row} row
 * @returns {string} its values, and the figures that take fewer of them
 */
function allowed(row) {
  const text = types[row.type].allowed(row);
  if (!('max' in row)) return text;
  const fewer = figures.flatMap((figure) => {
    const max = limitsOf(figure, row.name)?.max ?? row.max;
    return max < row.max ? [`${figure}: to ${max}`] : [];
  });
  return fewer.length > 0 ? `${text} (${fewer.join(', ')})` : text;
}

/**
 * @param {Row} row
 * @returns {string} its default, and the figures that have another
 */
function preset({ name }) {
  const first = format(name, defaults[name]);
  const others = figures
    .filter((figure) => name !== 'figure' && !isSame(defaultsOf(figure)[name], defaults[name]))
    .map((figure) => `${figure}: \`${format(name, defaultsOf(figure)[name])}\``);
  const text = first === '' ? 'not set' : `\`${first}\``;
  return others.length > 0 ? `${text} (${others.join(', ')})` : text;
}

/**
 * @param {Row} row
 * @returns {string}
 */
function line(row) {
  const cells = [`\`${attributeName(row.name)}\``, allowed(row), preset(row), row.help];
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
