/** @typedef {{ query: number, key: number }} Cell */

/**
 * What a score matrix's pointer needs of its figure.
 *
 * @typedef {object} Uses
 * @property {() => Cell} now where query and key stand, whole positions
 * @property {() => number} positions
 * @property {(cell: { row: number, column: number } | undefined) => void} read shows what is in a cell, or no more
 * @property {(cell: Cell, aloud: boolean) => void} go puts query and key there
 */

/**
 * Points at cells, and moves query and key, by pointer and keys. The matrix is one tab stop; a finger scrolls the page.
 *
 * @param {import('../../charts/score-matrix.js').ScoreMatrixPlot} plot
 * @param {Uses} uses
 * @returns {import('../../charts/pointer.js').Gestures<{ row: number, column: number }>}
 */
export const matrixGestures = (plot, { now, positions, read, go }) => ({
  pick: (point) => plot.pick(point),
  hover(cell, point) {
    if (point?.type !== 'touch') read(cell);
  },
  press: (cell, point) => cell !== undefined && point.type !== 'touch',
  drag(point) {
    const cell = asCell(plot.nearest(point));
    const { query, key } = now();
    if (cell.query !== query || cell.key !== key) go(cell, false);
  },
  click(cell) {
    if (cell) go(asCell(cell), true);
  },
  key(event) {
    const cell = goalOf(event, now(), positions() - 1);
    if (cell) go(cell, true);
    return cell !== undefined;
  },
});

/** @param {{ row: number, column: number }} cell @returns {Cell} */
const asCell = ({ row, column }) => ({ query: row, key: column });

/** Where a key leads. @param {KeyboardEvent} event @param {Cell} now @param {number} last position @returns {Cell | undefined} */
function goalOf({ key: name, shiftKey, ctrlKey, altKey, metaKey }, { query, key }, last) {
  if (ctrlKey || altKey || metaKey) return undefined;
  const step = shiftKey ? Math.max(1, Math.round((last + 1) / 10)) : 1;
  const toFirst = -Math.min(query, key);
  const toLast = last - Math.max(query, key);
  const both = (/** @type {number} */ by) => {
    const inside = Math.max(toFirst, Math.min(toLast, by));
    return { query: query + inside, key: key + inside };
  };
  const clamped = (/** @type {number} */ at) => Math.max(0, Math.min(last, at));
  /** @type {Record<string, Cell>} */
  const goals = {
    ArrowUp: { query: clamped(query - step), key },
    ArrowDown: { query: clamped(query + step), key },
    ArrowLeft: { query, key: clamped(key - step) },
    ArrowRight: { query, key: clamped(key + step) },
    PageUp: both(-step),
    PageDown: both(step),
    Home: both(toFirst),
    End: both(toLast),
  };
  return Object.hasOwn(goals, name) ? goals[name] : undefined;
}
