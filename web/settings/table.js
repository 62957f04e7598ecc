/** @import { FigureSettings, NewRow, Range, Row, Rule, Settings } from './typedefs.js' */

/**
 * Every setting, in the order of controls, links and documentation. Deeply frozen.
 * @type {readonly Row[]}
 */
export let table = [];

/**
 * What the first figure shows when nothing is asked for.
 * @type {Settings}
 */
export let defaults;

/** @typedef {{ defaults: Settings, limits: FigureSettings['limits'], rules: readonly Rule[] }} Known */

/** @type {Map<string, Row>} */
let byName = new Map();
/** @type {Map<string, Known>} */
let byFigure = new Map();

/**
 * Makes settings known: to be called once, before any of them is looked at.
 * @param {{ figures: readonly FigureSettings[], first: readonly NewRow[], last: readonly NewRow[] }} made the first figure is the default;
 *   rows that all figures have come first and last, those that figures bring in between
 * @throws {Error} where two rows have one name, or a figure names a setting that there is not
 */
export function defineSettings({ figures, first, last }) {
  const brought = figures.flatMap(({ rows = [] }) => rows);
  const rows = [figureRow(figures), ...new Set([...first, ...brought, ...last])];
  table = /** @type {Row[]} */ (deepFreeze([...rows, ...controlRows(rows)]));
  byName = new Map(table.map((row) => [/** @type {string} */ (row.name), row]));
  checkNames(figures);
  const common = Object.fromEntries(table.map((row) => [row.name, row.default]));
  byFigure = new Map(
    figures.map(({ name, defaults: own, limits, rules }) => {
      const settings = deepFreeze({ ...common, ...own, figure: name });
      const opened = /** @type {Settings} */ (/** @type {unknown} */ (settings));
      return [name, { defaults: opened, limits, rules }];
    }),
  );
  defaults = defaultsOf(figures[0].name);
}

/** For who adds one: a wrong name would show much later, and somewhere else. @param {readonly FigureSettings[]} figures */
function checkNames(figures) {
  const twice = table.find((row) => row !== byName.get(row.name));
  if (twice) throw new Error(`two settings are called “${twice.name}”`);
  for (const { name, settings, few, defaults, limits } of figures) {
    const unknown = [...settings, ...few, ...Object.keys({ ...defaults, ...limits })].find(
      (one) => !byName.has(one),
    );
    if (unknown !== undefined) throw new Error(`${name} names “${unknown}”, and there is no such setting`);
  }
}

/** @param {readonly FigureSettings[]} figures @returns {NewRow} */
const figureRow = (figures) => ({
  name: 'figure',
  type: 'choice',
  values: figures.map(({ name }) => name),
  labels: Object.fromEntries(figures.map(({ name, label }) => [name, label])),
  default: figures[0].name,
  label: 'Figure',
  help: 'Which figure is shown.',
  control: 'none',
});

/** Which controls are seen; they are named by their attributes. @param {readonly NewRow[]} rows @returns {NewRow[]} */
function controlRows(rows) {
  const controlled = rows.filter((row) => row.control !== 'none');
  const list = /** @type {const} */ ({
    type: 'list',
    values: controlled.map((row) => attributeName(row.name)),
    labels: Object.fromEntries(controlled.map((row) => [attributeName(row.name), row.label])),
    mayBeEmpty: true,
    default: [],
    control: 'none',
  });
  return [
    {
      name: 'controls',
      type: 'choice',
      values: ['few', 'all', 'none'],
      labels: { few: 'those of the lesson', all: 'all', none: 'none' },
      default: 'few',
      label: 'Controls',
      help: 'Whether the controls that the lesson needs stand open, all of them, or none.',
      control: 'none',
    },
    {
      ...list,
      name: 'show',
      label: 'Open controls',
      help: 'The controls that stand open, in this order, instead of those that the figure names.',
    },
    {
      ...list,
      name: 'hide',
      label: 'Hidden controls',
      help: 'The controls that are left out, as a lesson needs.',
    },
  ];
}

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

/**
 * @param {string} name a setting's name, camelCase, such as `rotaryDimensions`
 * @returns {string} its attribute and link key, kebab-case, such as `rotary-dimensions`
 */
export function attributeName(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * The inverse of `attributeName`.
 * @param {string} attribute an attribute or link key, such as `rotary-dimensions`
 * @returns {string} the setting's name, such as `rotaryDimensions`
 */
export function settingName(attribute) {
  return attribute.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** @returns {readonly string[]} the names of the figures */
export const figureNames = () => [...byFigure.keys()];

/** @param {string} figure */
const known = (figure) => /** @type {Known} */ (byFigure.get(figure));

/**
 * @param {string} figure
 * @returns {Settings} what the figure shows when nothing is asked for; always the same object
 */
export const defaultsOf = (figure) => known(figure).defaults;

/** @param {string} figure */
export const rulesOf = (figure) => known(figure).rules;

/**
 * @param {string} figure
 * @param {string} name a setting
 * @returns {Range | undefined} undefined for a setting without numbers
 */
export function limitsOf(figure, name) {
  const row = rowOf(name);
  if (row?.type !== 'integer' && row?.type !== 'real') return undefined;
  const { min = row.min, max = row.max } = known(figure).limits[name] ?? {};
  return { min, max };
}
