import { following, isSame, wholeOf, zoomed } from './zoom.js';

/** @typedef {import('./zoom.js').Part} Part */
/** @typedef {import('./zoom.js').Size} Size */
/** @typedef {{ row: number, column: number }} Cell */

/** Asks for the part of the table that is shown. */
export class Zoomer {
  #ask;
  /** @type {Size} */
  #size = { rows: 1, columns: 1 };
  /** @type {Part} */
  #given = [0, 0, 0, 0];
  /** @type {Part | undefined} asked for, and not yet given: keys may come faster than frames */
  #asked;

  /** @param {(zoom: Part | undefined) => boolean} ask undefined: the whole table. False: it was refused */
  constructor(ask) {
    this.#ask = ask;
  }

  /** What is shown from now on. @param {Part} part @param {Size} size of the table */
  set(part, { rows, columns }) {
    this.#given = part;
    this.#size = { rows, columns };
    this.#asked = undefined;
  }

  get size() {
    return this.#size;
  }

  /** @returns {Part} */
  get part() {
    return this.#asked ?? this.#given;
  }

  get isWhole() {
    return isSame(this.part, wholeOf(this.#size));
  }

  /** @returns {Cell} may lie between cells */
  get middle() {
    const [top, bottom, left, right] = this.part;
    return { row: (top + bottom) / 2, column: (left + right) / 2 };
  }

  /** Whether a factor would change anything. @param {number} factor */
  changes(factor) {
    return !isSame(zoomed(this.part, this.#size, factor, this.middle), this.part);
  }

  /** @param {number} factor below 1 to see less @param {Cell} cell that stays in its place */
  by(factor, cell) {
    this.to(zoomed(this.part, this.#size, factor, cell));
  }

  /** @param {Cell} cell that must be seen */
  follow(cell) {
    this.to(following(this.part, this.#size, cell));
  }

  /** @returns {boolean} false if the whole table is shown already */
  whole() {
    if (this.isWhole) return false;
    this.to(wholeOf(this.#size));
    return true;
  }

  /** @param {Part} part */
  to(part) {
    if (isSame(part, this.part)) return;
    const isGranted = this.#ask(isSame(part, wholeOf(this.#size)) ? undefined : part);
    if (isGranted) this.#asked = isSame(part, this.#given) ? undefined : part;
  }
}
