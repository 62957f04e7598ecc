/** @typedef {[number, number, number, number]} Part first and last position, first and last column; inclusive */
/** @typedef {{ rows: number, columns: number }} Size */
/** @typedef {{ row: number, column: number }} Cell */

/** Zooming by steps ends at so many cells. */
const LEAST = 4;

/** @param {Size} size @returns {Part} */
export const wholeOf = ({ rows, columns }) => [0, rows - 1, 0, columns - 1];

/** @param {Readonly<Part>} one @param {Readonly<Part>} other */
export const isSame = (one, other) => one.every((number, i) => number === other[i]);

/**
 * A larger or smaller part in which a cell stays where it is.
 *
 * @param {Readonly<Part>} part
 * @param {Size} size of the table
 * @param {number} factor below 1 to see less
 * @param {Cell} cell
 * @returns {Part}
 */
export function zoomed([top, bottom, left, right], { rows, columns }, factor, { row, column }) {
  return [...scaled(top, bottom, rows, factor, row), ...scaled(left, right, columns, factor, column)];
}

/**
 * @param {number} first
 * @param {number} last
 * @param {number} all
 * @param {number} factor
 * @param {number} at
 * @returns {[number, number]}
 */
function scaled(first, last, all, factor, at) {
  const size = last - first + 1;
  const least = Math.min(LEAST, all, factor < 1 ? size : all);
  const wanted = Math.min(all, Math.max(least, Math.round(size * factor)));
  const share = (at + 0.5 - first) / size;
  return placed(Math.round(at + 0.5 - share * wanted), wanted, all);
}

/** @param {number} first @param {number} size @param {number} all @returns {[number, number]} inside the table */
function placed(first, size, all) {
  const from = Math.max(0, Math.min(all - size, first));
  return [from, from + size - 1];
}

/**
 * The same amount moved so far that a cell is in it.
 *
 * @param {Readonly<Part>} part
 * @param {Size} size
 * @param {Cell} cell
 * @returns {Part}
 */
export function following([top, bottom, left, right], { rows, columns }, { row, column }) {
  const moved = (
    /** @type {number} */ first,
    /** @type {number} */ last,
    /** @type {number} */ all,
    /** @type {number} */ at,
  ) => placed(first + Math.min(0, at - first) + Math.max(0, at - last), last - first + 1, all);
  return [...moved(top, bottom, rows, row), ...moved(left, right, columns, column)];
}

/**
 * The part between two cells, in any order.
 *
 * @param {Cell} one
 * @param {Cell} other
 * @returns {Part}
 */
export const between = (one, other) => [
  Math.min(one.row, other.row),
  Math.max(one.row, other.row),
  Math.min(one.column, other.column),
  Math.max(one.column, other.column),
];

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
