/**
 * @import { BooleanRow, ChoiceRow, IntegerRow, ListRow, RealRow, Row, TextRow, Type, VectorRow } from './typedefs.js'
 */
import { bad, given, good, isLong } from './given.js';
import { isSequence, itemsOf, pieces, readNumber } from './numbers.js';
import { counted, joined } from './phrases.js';
import { config, window } from './special-types.js';

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
function numberType(noun) {
  /** @param {IntegerRow | RealRow} row */
  const allowed = (row) => `${noun} from ${row.min} to ${row.max}`;
  /** @param {IntegerRow | RealRow} row */
  const isOptional = (row) => row.type === 'real' && row.optional;
  return {
    allowed,
    fromText(row, text) {
      if (isOptional(row) && text.trim() === '') return good(undefined);
      const number = readNumber(text);
      if (isInRange(row, number)) return good(number);
      // 10,000 is ten thousand to some readers and ten to others, so neither is guessed.
      const hasComma = number === undefined && readNumber(text.replaceAll(',', '')) !== undefined;
      return bad(given(text), hasComma ? `${allowed(row)}, written without commas` : undefined);
    },
    fromValue(row, value) {
      if (isOptional(row) && (value === undefined || value === null)) return good(undefined);
      return isInRange(row, value) ? good(Number(value) + 0) : bad(given(value));
    },
    toText: (value) => (value === undefined ? '' : String(value)),
  };
}

/** @type {Type<ChoiceRow>} */
const choice = {
  allowed: (row) => joined(row.values, 'or'),
  fromText(row, text) {
    const value = text.trim().toLowerCase();
    return row.values.includes(value) ? good(value) : bad(given(text));
  },
  fromValue: (_, value) => bad(given(value)),
  toText: String,
};

/** @type {Type<ListRow>} */
const list = {
  allowed(row) {
    const most = row.maxCount === undefined ? '' : `, at most ${row.maxCount}`;
    const some = row.mayBeEmpty ? 'any' : 'one or more';
    return `${some} of ${joined(row.values)}, separated by spaces${most}`;
  },
  fromText: (row, text) => list.fromValue(row, pieces(text)),
  fromValue(row, value) {
    if (!isSequence(value)) return bad(given(value));
    if (value.length === 0 && !row.mayBeEmpty) return bad('none');
    const names = new Set();
    for (let i = 0; i < value.length; i += 1) {
      const item = value[i];
      const name = typeof item === 'string' ? item.trim().toLowerCase() : item;
      if (!row.values.includes(/** @type {string} */ (name))) return bad(given(item));
      if (names.has(name)) return bad(`${name} twice`);
      names.add(name);
    }
    if (row.maxCount !== undefined && names.size > row.maxCount) {
      // The reason comes before all the names.
      const allowed = `at most ${row.maxCount} of ${joined(row.values)}, separated by spaces`;
      return bad(String(names.size), allowed);
    }
    return good(Object.freeze([...names]));
  },
  toText: (value) => value.join(' '),
};

/** @type {Type<BooleanRow>} */
const boolean = {
  allowed: () => 'on or off',
  fromText(_, text) {
    const value = text.trim().toLowerCase();
    // HTML's own habit: a bare attribute, whose text is empty, switches on.
    if (value === 'on' || value === '') return good(true);
    return value === 'off' ? good(false) : bad(given(text));
  },
  fromValue: (_, value) => (typeof value === 'boolean' ? good(value) : bad(given(value))),
  toText: (value) => (value ? 'on' : 'off'),
};

/** @type {Type<TextRow>} */
const text = {
  allowed: (row) => `at most ${row.maxLength} characters of text`,
  fromText(row, value) {
    if (value.length > row.maxLength) return bad(`${value.length} characters`);
    // A link cannot carry half a surrogate pair; it would come back as U+FFFD.
    return good(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
  },
  fromValue: (_, value) => bad(given(value)),
  toText: String,
};

/** @type {Type<VectorRow>} */
const vector = {
  allowed: ({ limit, optional }) =>
    `numbers from ${-limit} to ${limit} separated by commas or spaces, or ${optional ? 'not set' : '"words"'}`,
  fromText(row, value) {
    if (row.optional && value.trim() === '') return good(undefined);
    if (!row.optional && value.trim().toLowerCase() === 'words') return good('words');
    const parts = pieces(value);
    if (parts.length === 0) return bad(given(value));
    const numbers = [];
    for (const part of parts) {
      const number = readNumber(part);
      if (isComponent(row, number)) numbers.push(number);
      else break;
    }
    if (numbers.length === parts.length) return vector.fromValue(row, numbers);
    const [wrong, place] = [given(parts[numbers.length]), numbers.length + 1];
    return bad(given(value) + (isLong(value) ? ` with ${wrong} as number ${place}` : ''));
  },
  fromValue(row, value) {
    if (row.optional && (value === undefined || value === null)) return good(undefined);
    if (!isSequence(value)) return bad(given(value));
    const { length } = value;
    if (length > row.maxCount) {
      const end = row.optional ? 'not set' : '"words"';
      const allowed = `2 numbers, one number for each dimension (at most ${row.maxCount}) or ${end}`;
      return bad(counted(length, 'number'), allowed);
    }
    const numbers = itemsOf(value, length);
    if (numbers.length === 0 || !numbers.every((number) => isComponent(row, number))) {
      return bad(given(value));
    }
    return good(Object.freeze(numbers.map((number) => Number(number) + 0)));
  },
  // String gives the fewest digits that read back as the same double.
  toText: (value) => (value === 'words' ? value : (value?.map(String).join(',') ?? '')),
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
  config,
  window,
});
