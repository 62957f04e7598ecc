/** @typedef {{ query: number, key: number }} Cell */

/**
 * What hands do with a score matrix.
 *
 * @typedef {object} Does
 * @property {(clientX: number, clientY: number) => Cell | undefined} pick
 * @property {(clientX: number, clientY: number) => Cell} nearest
 * @property {() => Cell} now where query and key stand, whole positions
 * @property {() => number} positions
 * @property {(cell: Cell | undefined) => void} point shows what is in a cell, or no more
 * @property {(cell: Cell, aloud: boolean) => void} go puts query and key there
 */

/** Points at cells, and moves query and key, by pointer and keys. The matrix is one tab stop; a finger scrolls the page. */
export class MatrixHands {
  #box;
  #does;
  #pointer = -1;

  /** @param {HTMLElement} box @param {Does} does */
  constructor(box, does) {
    this.#box = box;
    this.#does = does;
    box.addEventListener('pointerdown', (event) => this.#down(event));
    box.addEventListener('pointermove', (event) => this.#move(event));
    for (const type of ['pointerup', 'pointercancel']) {
      box.addEventListener(type, () => {
        this.#pointer = -1;
      });
    }
    box.addEventListener('pointerleave', () => does.point(undefined));
    box.addEventListener('click', (event) => {
      const cell = does.pick(event.clientX, event.clientY);
      if (cell) does.go(cell, true);
    });
    box.addEventListener('keydown', (event) => {
      const cell = this.#goal(event);
      if (!cell) return;
      event.preventDefault();
      does.go(cell, true);
    });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    if (!this.#does.pick(event.clientX, event.clientY)) return;
    this.#box.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType === 'touch') return;
    const { clientX, clientY } = event;
    if (this.#pointer !== event.pointerId) {
      this.#does.point(this.#does.pick(clientX, clientY));
      return;
    }
    const cell = this.#does.nearest(clientX, clientY);
    const now = this.#does.now();
    if (cell.query !== now.query || cell.key !== now.key) this.#does.go(cell, false);
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
