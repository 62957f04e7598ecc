/** @import { Row, SettingName } from './typedefs.js' */
import { joined } from './phrases.js';
import { attributeName, defaults, defaultsOf, figureNames, limitsOf, table } from './table.js';
import { types } from './types.js';
import { format, isSame } from './values.js';

/**
 * @param {(figure: string) => string | undefined} text what a figure has of its own
 * @returns {string} in brackets, figures with the same together; empty where none has
 */
function byFigure(text) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const figure of figureNames()) {
    const own = text(figure);
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), figure]);
  }
  const parts = Array.from(found, ([own, those]) => `${joined(those)}: ${own}`);
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/**
 * @param {Row} row
 * @returns {string} its values, and the figures that take fewer of them
 */
function allowed(row) {
  const text = types[row.type].allowed(row);
  if (!('max' in row)) return text;
  return (
    text +
    byFigure((figure) => {
      const { min, max } = limitsOf(figure, row.name) ?? row;
      if (min > row.min) return `${min} to ${max}`;
      return max < row.max ? `to ${max}` : undefined;
    })
  );
}

/**
 * @param {Row} row
 * @returns {string} its default, and the figures that have another
 */
function preset({ name }) {
  const first = format(name, defaults[name]);
  const text = first === '' ? 'not set' : `\`${first}\``;
  return (
    text +
    byFigure((figure) => {
      const value = defaultsOf(figure)[name];
      const isOwn = name !== 'figure' && !isSame(value, defaults[name]);
      return isOwn ? `\`${format(name, value)}\`` : undefined;
    })
  );
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
