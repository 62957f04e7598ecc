import { between } from './zoom.js';

/** @typedef {{ row: number, column: number }} Cell */

/**
 * What hands do with a heat map.
 *
 * @typedef {object} Does
 * @property {(clientX: number, clientY: number) => Cell | undefined} pick
 * @property {(clientX: number, clientY: number) => Cell} nearest
 * @property {(cell: Cell | undefined, aloud?: boolean) => void} read shows what is in a cell, or no more
 * @property {() => Cell} start where the keys begin
 * @property {() => { rows: number, columns: number, page: { rows: number, columns: number } }} size of the table, and a tenth of what is shown
 * @property {(box: { left: number, top: number, right: number, bottom: number } | undefined) => void} lasso
 * @property {(part: import('./zoom.js').Part) => void} show
 * @property {(factor: number, at?: Cell) => void} zoom
 * @property {() => boolean} whole back to the whole table; false if it is there
 */

/** CSS pixels that a pointer moves before it draws a rectangle. */
const DRAG = 5;

/** Reads and zooms a map by pointer, wheel and keys. The map is one tab stop; a finger scrolls the page. */
export class MapHands {
  #box;
  #does;
  /** @type {Cell | undefined} one that stays when the pointer leaves */
  #chosen;
  /** @type {{ pointer: number, x: number, y: number, drawn: boolean } | undefined} */
  #drag;
  #isAfterDrag = false;
  #wheel = 1;

  /** @param {HTMLElement} box @param {Does} does */
  constructor(box, does) {
    this.#box = box;
    this.#does = does;
    box.addEventListener('pointermove', (event) => this.#pointerMoved(event));
    box.addEventListener('pointerdown', (event) => this.#pointerDown(event));
    box.addEventListener('pointerup', (event) => this.#pointerUp(event));
    box.addEventListener('pointercancel', () => this.#drop());
    box.addEventListener('pointerleave', () => this.#does.read(this.#chosen));
    box.addEventListener('click', (event) => this.#clicked(event));
    box.addEventListener('dblclick', () => this.#does.whole());
    // A plain wheel scrolls the page; pinching a trackpad comes as a wheel with the control key.
    box.addEventListener('wheel', (event) => this.#wheeled(event), { passive: false });
    box.addEventListener('keydown', (event) => {
      if (this.#key(event)) event.preventDefault();
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

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    this.#isAfterDrag = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    if (!this.#does.pick(event.clientX, event.clientY)) return;
    this.#box.setPointerCapture(event.pointerId);
    this.#drag = { pointer: event.pointerId, x: event.clientX, y: event.clientY, drawn: false };
  }

  /** @param {PointerEvent} event */
  #pointerMoved(event) {
    const drag = this.#drag;
    if (drag?.pointer === event.pointerId) {
      const far = Math.max(Math.abs(event.clientX - drag.x), Math.abs(event.clientY - drag.y)) >= DRAG;
      drag.drawn ||= far;
      if (drag.drawn) this.#does.lasso(boxOf(drag, event));
    } else if (event.pointerType !== 'touch')
      this.#does.read(this.#does.pick(event.clientX, event.clientY) ?? this.#chosen);
  }

  /** @param {PointerEvent} event */
  #pointerUp(event) {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    this.#drop();
    if (!drag.drawn) return;
    this.#isAfterDrag = true;
    const { left, top, right, bottom } = boxOf(drag, event);
    if (right - left < DRAG || bottom - top < DRAG) return;
    this.#does.show(between(this.#does.nearest(left, top), this.#does.nearest(right - 1, bottom - 1)));
  }

  #drop() {
    this.#drag = undefined;
    this.#does.lasso(undefined);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    if (!this.#isAfterDrag) this.#choose(this.#does.pick(event.clientX, event.clientY), true);
    this.#isAfterDrag = false;
  }

  /** @param {WheelEvent} event */
  #wheeled(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 30;
    // Small turns add up, since a part of a table has whole cells.
    this.#wheel *= Math.exp(Math.max(-50, Math.min(50, lines)) * 0.006);
    if (this.#wheel > 0.97 && this.#wheel < 1.03) return;
    this.#does.zoom(this.#wheel, this.#does.nearest(event.clientX, event.clientY));
    this.#wheel = 1;
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
      if (this.#drag) this.#drop();
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

/** @param {{ x: number, y: number }} from @param {{ clientX: number, clientY: number }} to */
const boxOf = ({ x, y }, { clientX, clientY }) => ({
  left: Math.min(x, clientX),
  top: Math.min(y, clientY),
  right: Math.max(x, clientX),
  bottom: Math.max(y, clientY),
});
