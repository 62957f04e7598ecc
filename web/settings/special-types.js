/** @import { ConfigRow, Judged, Type, WindowRow } from './typedefs.js' */
import { bad, given, good } from './given.js';
import { isSequence, itemsOf, pieces, readNumber } from './numbers.js';

/** Levels: a model's config has four. */
const deepest = 64;

/** Characters, about: what is longer is not counted to its end. */
const mostCharacters = 2_000_000;

/** What is wrong with an object before all of it is looked at. */
class Excess extends Error {
  /** @param {Judged<never>} judged */
  constructor(judged) {
    super();
    this.judged = judged;
  }
}

/**
 * Writes an object of a script, which can be a proxy, have getters or have no end.
 * @param {object} value
 * @returns {string | undefined} JSON
 * @throws {Excess} before it grows
 */
function written(value) {
  /** @type {WeakMap<object, number>} */
  const levels = new WeakMap();
  let length = 0;
  return JSON.stringify(
    value,
    /** @this {object} @param {string} key @param {unknown} item */ function (key, item) {
      length += key.length + (typeof item === 'string' ? item.length : 1);
      if (length > mostCharacters) throw new Excess(bad(`more than ${mostCharacters} characters`));
      if (typeof item !== 'object' || item === null) return item;
      const level = (levels.get(this) ?? 0) + 1;
      if (level > deepest) throw new Excess(bad('more', `a JSON object of at most ${deepest} levels`));
      levels.set(item, level);
      return item;
    },
  );
}

/**
 * A JSON object as text, written without white space, so that a link carries no more than it must. Whether it is a
 * model's config the core judges.
 * @type {Type<ConfigRow>}
 */
export const config = {
  allowed: (row) => `a JSON object of at most ${row.maxLength} characters, not counting white space`,
  fromText(row, text) {
    // A byte order mark at the start, as some editors write it, is white space to `trim` but not to JSON.
    const trimmed = text.trim();
    if (trimmed === '') return good('');
    let value;
    try {
      value = JSON.parse(trimmed);
    } catch {
      return bad(`${given(text)}, which is not JSON`);
    }
    return config.fromValue(row, value);
  },
  fromValue(row, value) {
    if (typeof value !== 'object' || value === null || isSequence(value)) return bad(given(value));
    let text;
    try {
      text = written(value);
    } catch (error) {
      if (error instanceof Excess) return error.judged;
      // It is a circle, or holds what JSON has no word for.
    }
    // An object may have itself written as something else, as dates do.
    if (!text?.startsWith('{')) return bad('an object that cannot be written as a JSON object');
    return text.length > row.maxLength ? bad(`${text.length} characters`) : good(text);
  },
  toText: String,
};

/**
 * A part of a table: its first and last row, then its first and last column.
 * @type {Type<WindowRow>}
 */
export const window = {
  allowed: () => 'four whole numbers (first and last position, first and last column) or not set',
  fromText(_, text) {
    return text.trim() === '' ? good(undefined) : part(pieces(text).map(readNumber), text);
  },
  fromValue(_, value) {
    if (value === undefined || value === null) return good(undefined);
    return part(isSequence(value) && value.length === 4 ? itemsOf(value, 4) : [], value);
  },
  toText: (value) => value?.join(',') ?? '',
};

/**
 * @param {readonly unknown[]} items
 * @param {unknown} value what they were read from
 * @returns {Judged<readonly number[]>}
 */
function part(items, value) {
  if (items.length !== 4 || !items.every(Number.isSafeInteger)) return bad(given(value));
  // Adding 0 turns -0 into 0.
  const [top, bottom, left, right] = items.map((item) => Number(item) + 0);
  if (top < 0 || bottom < top || left < 0 || right < left) return bad(given(value));
  return good(Object.freeze([top, bottom, left, right]));
}
