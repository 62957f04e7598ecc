/** @import { Judged } from './typedefs.js' */
import { isSequence, itemsOf, readNumber } from './numbers.js';

const longest = 40;
const hugest = 10n ** 1000n;
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u;
const escapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * @param {string} character one code point
 * @returns {string} the same, or an escape of a control, a line break, a lone surrogate or a turn of direction
 */
function visible(character) {
  if (!unseen.test(character)) return character;
  return escapes.get(character) ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/**
 * @param {string} text
 * @returns {string} its first 40 or so visible characters, with an ellipsis where more follow
 */
function cut(text) {
  let shown = '';
  let length = 0;
  // The slice keeps 100 kB of text from being walked; it holds 40 code points and more where there are so many.
  for (const character of text.slice(0, 2 * longest + 2)) {
    if (length >= longest) return `${shown}…`;
    const piece = visible(character);
    shown += piece;
    length += piece.length > 2 ? piece.length : 1;
  }
  return shown;
}

/**
 * @param {string} text
 * @returns {boolean} whether `given` may leave out a part of it
 */
export function isLong(text) {
  return text.length > longest;
}

/**
 * @param {ArrayLike<unknown>} items
 * @returns {string}
 */
function sequence(items) {
  const parts = itemsOf(items, Math.min(items.length, longest)).map((item) =>
    isSequence(item) ? 'an array' : given(item),
  );
  return `[${cut(parts.join(', '))}]`;
}

/**
 * Says what was given, for the end of a message: text in quotes, numbers bare (as text too), both cut to about 40
 * characters, with control characters made visible. Calls no method of the value, so nothing in it can throw.
 * @param {unknown} value
 * @returns {string} plain text, not markup
 */
export function given(value) {
  switch (typeof value) {
    case 'string':
      return readNumber(value) === undefined ? `"${cut(value)}"` : cut(value.trim());
    case 'bigint':
      // A million digits take seconds to be written.
      return value > -hugest && value < hugest ? `${cut(String(value))}n` : 'a bigint of over 1000 digits';
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    case 'object':
      if (value === null) return 'null';
      return isSequence(value) ? sequence(value) : 'an object';
    default:
      return String(value);
  }
}

/**
 * @template T
 * @param {T} value
 * @returns {Judged<T>}
 */
export const good = (value) => Object.freeze({ value });

/**
 * @param {string} got what was given, as words
 * @param {string} [allowed] follows "must be", where it is not what the type allows in general
 * @returns {Judged<never>}
 */
export const bad = (got, allowed) => Object.freeze({ got, allowed });
