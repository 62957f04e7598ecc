import { between } from './zoom.js';

/** @typedef {{ row: number, column: number }} Cell */
/** @typedef {import('../../charts/pointer.js').Point} Point */
/** @typedef {{ left: number, top: number, width: number, height: number }} Box CSS pixels of the canvas */

/**
 * What a map's pointer needs of its figure.
 *
 * @typedef {object} Does
 * @property {(cell: Cell | undefined, aloud?: boolean) => void} read shows what is in a cell, or no more
 * @property {() => Cell} start where the keys begin
 * @property {() => { rows: number, columns: number, page: { rows: number, columns: number } }} size of the table, and a tenth of what is shown
 * @property {(box: Box | undefined) => void} lasso
 * @property {(part: import('./zoom.js').Part) => void} show
 * @property {(factor: number, at?: Cell) => void} zoom
 * @property {() => boolean} whole back to the whole table; false if it is there
 */

/** CSS pixels that a pointer moves before it draws a rectangle. */
const DRAG = 5;

/** Reads and zooms a map by pointer, wheel and keys. The map is one tab stop; a finger scrolls the page. */
export class MapPointer {
  #plot;
  #does;
  /** @type {Cell | undefined} one that stays when the pointer leaves */
  #chosen;
  /** @type {{ from: Point, isDrawn: boolean } | undefined} */
  #drag;
  #isAfterDrag = false;

  /** @param {import('../../charts/heat-map.js').HeatMapPlot} plot @param {Does} does */
  constructor(plot, does) {
    this.#plot = plot;
    this.#does = does;
    plot.listen({
      pick: (point) => plot.pick(point),
      hover: (cell, point) => {
        if (point?.type !== 'touch') does.read(cell ?? this.#chosen);
      },
      press: (cell, point) => this.#press(cell, point),
      drag: (point) => this.#dragTo(point),
      drop: (point) => this.#drop(point),
      click: (cell) => {
        if (!this.#isAfterDrag) this.#choose(cell, true);
        this.#isAfterDrag = false;
      },
      doubleClick: () => void does.whole(),
      zoom: (factor, point) => does.zoom(factor, plot.nearest(point)),
      key: (event) => this.#key(event),
    });
  }

  /** There is another table. @param {{ rows: number, columns: number }} size */
  renewed({ rows, columns }) {
    if (this.#chosen && (this.#chosen.row >= rows || this.#chosen.column >= columns))
      this.#chosen = undefined;
    this.#does.read(this.#chosen);
  }

  /** The chosen cell. @returns {Cell | undefined} */
  get chosen() {
    return this.#chosen;
  }

  /** @param {Cell | undefined} cell @param {boolean} [aloud] */
  #choose(cell, aloud) {
    this.#chosen = cell;
    this.#does.read(cell, aloud);
  }

  /** @param {Cell | undefined} cell @param {Point} point @returns {boolean} whether a drag begins */
  #press(cell, point) {
    this.#isAfterDrag = false;
    if (!cell || point.type === 'touch') return false;
    this.#drag = { from: point, isDrawn: false };
    return true;
  }

  /** @param {Point} point */
  #dragTo(point) {
    const drag = this.#drag;
    if (!drag) return;
    const { from } = drag;
    drag.isDrawn ||= Math.max(Math.abs(point.x - from.x), Math.abs(point.y - from.y)) >= DRAG;
    if (drag.isDrawn) this.#does.lasso(boxOf(from, point));
  }

  /** @param {Point | undefined} point none where the drag was broken off */
  #drop(point) {
    const drag = this.#drag;
    this.#drag = undefined;
    this.#does.lasso(undefined);
    if (!point || !drag?.isDrawn) return;
    this.#isAfterDrag = true;
    const { left, top, width, height } = boxOf(drag.from, point);
    if (width < DRAG || height < DRAG) return;
    const [first, last] = [
      { x: left, y: top },
      { x: left + width - 1, y: top + height - 1 },
    ];
    this.#does.show(between(this.#plot.nearest(first), this.#plot.nearest(last)));
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it meant something */
  #key(event) {
    const { key } = event;
    if (event.altKey || event.metaKey) return false;
    const to = this.#goal(event);
    if (to) {
      this.#choose(to, true);
      return true;
    }
    if (event.ctrlKey) return false;
    if (key === 'Enter' || key === '+' || key === '=') this.#does.zoom(0.5);
    else if (key === '-' || key === '_' || key === '−') this.#does.zoom(2);
    else if (key === '0') this.#does.whole();
    else if (key === 'Escape') {
      if (this.#drag) this.#drop(undefined);
      else if (!this.#does.whole()) {
        if (!this.#chosen) return false;
        this.#choose(undefined);
      }
    } else return false;
    return true;
  }

  /** The cell that a key leads to. @param {KeyboardEvent} event @returns {Cell | undefined} */
  #goal({ key, shiftKey, ctrlKey }) {
    const { rows, columns, page } = this.#does.size();
    const [down, across] = shiftKey ? [page.rows, page.columns] : [1, 1];
    const { row, column } = this.#chosen ?? this.#does.start();
    /** @type {Record<string, [number, number]>} */
    const goals = ctrlKey
      ? { Home: [0, column], End: [rows - 1, column] }
      : {
          ArrowUp: [row - down, column],
          ArrowDown: [row + down, column],
          ArrowLeft: [row, column - across],
          ArrowRight: [row, column + across],
          PageUp: [row - page.rows, column],
          PageDown: [row + page.rows, column],
          Home: [row, 0],
          End: [row, columns - 1],
        };
    if (!Object.hasOwn(goals, key)) return undefined;
    const first = !this.#chosen && key.startsWith('Arrow');
    const [toRow, toColumn] = first ? [row, column] : /** @type {[number, number]} */ (goals[key]);
    return {
      row: Math.max(0, Math.min(rows - 1, toRow)),
      column: Math.max(0, Math.min(columns - 1, toColumn)),
    };
  }
}

/** @param {{ x: number, y: number }} one @param {{ x: number, y: number }} other @returns {Box} */
const boxOf = (one, other) => ({
  left: Math.min(one.x, other.x),
  top: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
});
