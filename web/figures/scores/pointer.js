/** @typedef {{ query: number, key: number }} Cell */

/**
 * What a score matrix's pointer needs of its figure.
 *
 * @typedef {object} Does
 * @property {() => Cell} now where query and key stand, whole positions
 * @property {() => number} positions
 * @property {(cell: Cell | undefined) => void} point shows what is in a cell, or no more
 * @property {(cell: Cell, aloud: boolean) => void} go puts query and key there
 */

/** Points at cells, and moves query and key, by pointer and keys. The matrix is one tab stop; a finger scrolls the page. */
export class MatrixPointer {
  #does;

  /** @param {import('../../charts/score-matrix.js').ScoreMatrixPlot} plot @param {Does} does */
  constructor(plot, does) {
    this.#does = does;
    plot.listen({
      pick: (point) => asCell(plot.pick(point)),
      hover: (cell, point) => {
        if (point?.type !== 'touch') does.point(cell);
      },
      press: (cell, point) => cell !== undefined && point.type !== 'touch',
      drag: (point) => {
        const cell = /** @type {Cell} */ (asCell(plot.nearest(point)));
        const now = does.now();
        if (cell.query !== now.query || cell.key !== now.key) does.go(cell, false);
      },
      click: (cell) => {
        if (cell) does.go(cell, true);
      },
      key: (event) => {
        const cell = this.#goal(event);
        if (cell) does.go(cell, true);
        return cell !== undefined;
      },
    });
  }

  /** Where a key leads. @param {KeyboardEvent} event @returns {Cell | undefined} */
  #goal({ key: name, shiftKey, ctrlKey, altKey, metaKey }) {
    if (ctrlKey || altKey || metaKey) return undefined;
    const { query, key } = this.#does.now();
    const last = this.#does.positions() - 1;
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
}

/** @param {{ row: number, column: number } | undefined} cell @returns {Cell | undefined} */
const asCell = (cell) => cell && { query: cell.row, key: cell.column };
