/**
 * @import { BooleanRow, Checked, ChoiceRow, IntegerRow, ListRow, RealRow, Row, TextRow, VectorRow } from './typedefs.js'
 */
import { given, isLong } from './given.js';
import { attributeName } from './names.js';
import { counted, isSequence, pieces, readNumber } from './numbers.js';

/**
 * One type of setting: what it allows, in words, and how text and other JavaScript values become its values and back.
 * @template R
 * @typedef {object} Type
 * @property {(row: R) => string} allowed follows "must be"
 * @property {(row: R, text: string) => Checked<unknown>} fromText
 * @property {(row: R, value: unknown) => Checked<unknown>} fromValue for all values but strings
 * @property {(value: any) => string} toText
 */

/**
 * @template T
 * @param {T} value
 * @returns {Checked<T>}
 */
const good = (value) => Object.freeze({ value });

/**
 * @param {Row} row
 * @param {string} got what was given, as words
 * @param {string} [allowed]
 * @returns {Checked<never>}
 */
function bad(row, got, allowed = types[row.type].allowed(row)) {
  return Object.freeze({ problem: `${attributeName(row.name)} must be ${allowed}, got ${got}` });
}

/**
 * @param {readonly string[]} words
 * @param {string} last what joins the last two
 * @returns {string}
 */
const joined = (words, last) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/**
 * @param {IntegerRow | RealRow} row
 * @param {unknown} value
 * @returns {boolean}
 */
function isInRange(row, value) {
  const fits = row.type === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
  return fits && Number(value) >= row.min && Number(value) <= row.max;
}

/**
 * @param {string} noun
 * @returns {Type<IntegerRow | RealRow>}
 */
const numberType = (noun) => ({
  allowed: (row) => `${noun} from ${row.min} to ${row.max}`,
  fromText(row, text) {
    if ('optional' in row && row.optional && text.trim() === '') return good(undefined);
    const number = readNumber(text);
    if (isInRange(row, number)) return good(number);
    // 10,000 is ten thousand to some readers and ten to others, so neither is guessed.
    const hasComma = number === undefined && readNumber(text.replaceAll(',', '')) !== undefined;
    const hint = hasComma ? ', written without commas' : '';
    return bad(row, given(text), types[row.type].allowed(row) + hint);
  },
  fromValue(row, value) {
    if ('optional' in row && row.optional && (value === undefined || value === null)) return good(undefined);
    return isInRange(row, value) ? good(Number(value) + 0) : bad(row, given(value));
  },
  toText: (value) => (value === undefined ? '' : String(value)),
});

/** @type {Type<ChoiceRow>} */
const choice = {
  allowed: (row) => joined(row.values, 'or'),
  fromText(row, text) {
    const value = text.trim().toLowerCase();
    return row.values.includes(value) ? good(value) : bad(row, given(text));
  },
  fromValue: (row, value) => bad(row, given(value)),
  toText: String,
};

/** @type {Type<ListRow>} */
const list = {
  allowed: (row) =>
    `${row.mayBeEmpty ? 'any' : 'one or more'} of ${joined(row.values, 'and')}, separated by spaces`,
  fromText: (row, text) => list.fromValue(row, pieces(text)),
  fromValue(row, value) {
    if (!isSequence(value)) return bad(row, given(value));
    if (value.length === 0 && !row.mayBeEmpty) return bad(row, 'none');
    const names = new Set();
    for (let i = 0; i < value.length; i += 1) {
      const item = value[i];
      const name = typeof item === 'string' ? item.trim().toLowerCase() : item;
      if (!row.values.includes(/** @type {string} */ (name))) return bad(row, given(item));
      if (names.has(name)) return bad(row, `${name} twice`);
      names.add(name);
    }
    return good(Object.freeze([...names]));
  },
  toText: (value) => value.join(' '),
};

/** @type {Type<BooleanRow>} */
const boolean = {
  allowed: () => 'on or off',
  fromText(row, text) {
    const value = text.trim().toLowerCase();
    // HTML's own habit: a bare attribute, whose text is empty, switches on.
    if (value === 'on' || value === '') return good(true);
    return value === 'off' ? good(false) : bad(row, given(text));
  },
  fromValue: (row, value) => (typeof value === 'boolean' ? good(value) : bad(row, given(value))),
  toText: (value) => (value ? 'on' : 'off'),
};

/** @type {Type<TextRow>} */
const text = {
  allowed: (row) => `at most ${row.maxLength} characters of text`,
  fromText(row, value) {
    if (value.length > row.maxLength) return bad(row, `${value.length} characters`);
    // A link cannot carry half a surrogate pair; it would come back as U+FFFD.
    return good(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
  },
  fromValue: (row, value) => bad(row, given(value)),
  toText: String,
};

/** @type {Type<VectorRow>} */
const vector = {
  allowed: (row) => `numbers from ${-row.limit} to ${row.limit} separated by commas or spaces, or "words"`,
  fromText(row, value) {
    if (value.trim().toLowerCase() === 'words') return good('words');
    const parts = pieces(value);
    const numbers = parts.map(readNumber);
    const wrong = numbers.findIndex((number) => !isComponent(row, number));
    if (numbers.length > 0 && wrong < 0) return vector.fromValue(row, numbers);
    const where = isLong(value) ? ` with ${given(parts[wrong])} as number ${wrong + 1}` : '';
    return bad(row, given(value) + where);
  },
  fromValue(row, value) {
    if (!isSequence(value)) return bad(row, given(value));
    if (value.length > row.maxCount) {
      const allowed = `2 numbers, one number for each dimension (at most ${row.maxCount}) or "words"`;
      return bad(row, counted(value.length, 'number'), allowed);
    }
    const numbers = Array.from(value);
    if (numbers.length === 0 || !numbers.every((number) => isComponent(row, number))) {
      return bad(row, given(value));
    }
    return good(Object.freeze(numbers.map((number) => Number(number) + 0)));
  },
  // String gives the fewest digits that read back as the same double.
  toText: (value) => (value === 'words' ? value : value.map(String).join(',')),
};

/**
 * @param {VectorRow} row
 * @param {unknown} value
 * @returns {boolean}
 */
function isComponent(row, value) {
  return typeof value === 'number' && Math.abs(value) <= row.limit;
}

/**
 * The types of the table's rows.
 * @type {Readonly<Record<Row['type'], Type<any>>>}
 */
export const types = Object.freeze({
  integer: numberType('an integer'),
  real: numberType('a number'),
  choice,
  list,
  boolean,
  text,
  vector,
});
