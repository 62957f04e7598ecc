const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a decimal number such as `10`, `-0.5`, `.5`, `1e4`, with white space around it. The minus sign U+2212 counts
 * as a hyphen. Hexadecimal, grouping (`10,000`, `1_000`), units, `NaN`, `Infinity` and other scripts' digits are no
 * numbers.
 * @param {string} text
 * @returns {number | undefined} the nearest double, never NaN or -0; Infinity where it is too large for one
 */
export function readNumber(text) {
  const plain = text.trim().replaceAll('\u2212', '-');
  // Adding 0 turns -0 into 0.
  return decimal.test(plain) ? Number(plain) + 0 : undefined;
}

/**
 * Splits at white space or at single commas; two commas in a row leave an empty piece between them.
 * @param {string} text
 * @returns {string[]} no pieces where there is only white space
 */
export function pieces(text) {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*|\s+/);
}

/**
 * @param {unknown} value
 * @returns {value is ArrayLike<unknown>} whether it is an array or a typed array
 */
export function isSequence(value) {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/**
 * Each item once, by its index: a script's own iterator may have no end.
 * @param {ArrayLike<unknown>} sequence
 * @param {number} length
 * @returns {unknown[]}
 */
export const itemsOf = (sequence, length) => Array.from({ length }, (_, i) => sequence[i]);
