/**
 * Argument checks. Each returns what it was given, or throws a TypeError (not the right kind of thing) or a RangeError (right
 * kind, wrong value) whose message reads `name must be …, got …`.
 */

import { lengthOf, maxCount, typeOf } from './arguments.js';

/** Bounds that the C++ gives in status.hpp, where they are explained. */
export const maxPosition = 1e8;
const maxFrequency = 1e3;

/** More than this many characters of what a caller brings stand in no message. */
const mostShown = 40;

/** Digits of more take seconds to be written. */
const hugest = 10n ** 1000n;

/**
 * @param {string} text that a caller brings
 * @returns {string} its beginning
 */
export const cut = (text) => (text.length > mostShown ? `${text.slice(0, mostShown - 3)}…` : text);

/** @param {string} type */
export const named = (type) => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;

/**
 * What a message shows of a wrong value.
 * @param {unknown} value
 * @param {number} [depth] how many lists it lies in
 * @returns {string}
 */
export function show(value, depth = 0) {
  if (typeof value === 'string') return cut(JSON.stringify(value.slice(0, 50)));
  if (typeof value === 'bigint') {
    return value > -hugest && value < hugest ? cut(`${value}n`) : 'a bigint of over 1000 digits';
  }
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) {
    if (depth > 2) return '[…]';
    return cut(
      `[${value
        .slice(0, 20)
        .map((part) => show(part, depth + 1))
        .join(', ')}]`,
    );
  }
  if (ArrayBuffer.isView(value)) return named(typeOf(value) ?? 'DataView');
  if (typeof value === 'object' && value !== null) return 'an object';
  return cut(String(value));
}

/**
 * @param {boolean} kind whether the value is of the right type
 * @param {string} wish
 * @param {string} got
 * @returns {Error}
 */
export const problem = (kind, wish, got) => new (kind ? RangeError : TypeError)(`${wish}, got ${got}`);

/**
 * @template T
 * @param {string} call the call's name
 * @param {T} given
 * @param {readonly string[]} names the options that the call knows
 * @returns {T}
 */
export function options(call, given, names) {
  if (typeof given !== 'object' || given === null) {
    throw problem(false, `options of ${call} must be an object`, show(given));
  }
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) {
      throw problem(true, `options of ${call} must be of ${names.join(', ')}`, show(name));
    }
  }
  if (ArrayBuffer.isView(given)) throw problem(false, `options of ${call} must be an object`, show(given));
  return given;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} least
 * @param {number} [most]
 * @returns {number}
 */
export function integer(name, value, least, most = maxCount) {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw problem(
    typeof value === 'number',
    `${name} must be an integer from ${least} to ${most}`,
    show(value),
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} [most]
 * @returns {number}
 */
export function even(name, value, most = maxCount) {
  if (typeof value === 'number' && Number.isInteger(value / 2) && value >= 2 && value <= most) return value;
  throw problem(typeof value === 'number', `${name} must be an even integer from 2 to ${most}`, show(value));
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export function atLeastOne(name, value) {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 1) return value;
  throw problem(typeof value === 'number', `${name} must be a finite number of at least 1`, show(value));
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export function factor(name, value) {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw problem(typeof value === 'number', `${name} must be a finite number above 0`, show(value));
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @returns {number}
 */
export function real(name, value, least, most) {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw problem(typeof value === 'number', `${name} must be a number from ${least} to ${most}`, show(value));
}

/**
 * A part of a whole.
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export const share = (name, value) => positive(name, value, 1);

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} most
 * @returns {number}
 */
export function positive(name, value, most) {
  if (typeof value === 'number' && value > 0 && value <= most) return value;
  throw problem(
    typeof value === 'number',
    `${name} must be a number above 0 and at most ${most}`,
    show(value),
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean}
 */
export function flag(name, value) {
  if (typeof value === 'boolean') return value;
  throw problem(false, `${name} must be true or false`, show(value));
}

/**
 * A real-valued position.
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export const position = (name, value) => real(name, value, -maxPosition, maxPosition);

/**
 * @template {string} T
 * @param {string} name
 * @param {unknown} value
 * @param {readonly T[]} choices
 * @returns {T}
 */
export function choice(name, value, choices) {
  const known = /** @type {T} */ (value);
  if (choices.includes(known)) return known;
  const wish = choices.map((word) => `"${word}"`).join(' or ');
  throw problem(typeof value === 'string', `${name} must be ${wish}`, show(value));
}

/**
 * A list of numbers, each from least to most.
 * @param {string} name
 * @param {unknown} value
 * @param {{ least: number, most: number, whole: boolean, count?: number }} wish
 * @returns {Float64Array} a copy
 */
export function list(name, value, { least, most, whole, count }) {
  const isTyped = typeOf(value) !== undefined;
  if (!isTyped && !Array.isArray(value)) {
    throw problem(false, `${name} must be a list of numbers`, show(value));
  }
  const numbers = /** @type {ArrayLike<unknown>} */ (value);
  const length = isTyped ? lengthOf(/** @type {ArrayBufferView} */ (value)) : numbers.length;
  if (count !== undefined && length !== count) {
    throw problem(true, `${name} must have length ${count}`, String(length));
  }
  if (length < 1) throw problem(true, `${name} must have at least one number`, 'none');
  const copy = new Float64Array(Math.min(length, maxCount));
  for (let n = 0; n < copy.length; n++) {
    const one = numbers[n];
    if (typeof one !== 'number' || !(one >= least && one <= most) || (whole && !Number.isInteger(one))) {
      const kind = whole ? 'integers' : 'numbers';
      const wish = `${name} must hold ${kind} from ${least} to ${most}`;
      throw problem(typeof one === 'number', wish, `${show(one)} at index ${n}`);
    }
    copy[n] = one;
  }
  if (length > maxCount) throw problem(true, `${name} must have at most ${maxCount} numbers`, 'more');
  return copy;
}

/**
 * @param {unknown} value
 * @param {number} [count] how many they must be
 */
export const positionList = (value, count) =>
  list('positionIds', value, { least: -maxPosition, most: maxPosition, whole: false, count });

/** @param {unknown} value */
export const frequencyList = (value) =>
  list('inverseFrequencies', value, { least: -maxFrequency, most: maxFrequency, whole: false });

/**
 * @param {string} name
 * @param {unknown} value
 */
export const idList = (name, value) => list(name, value, { least: 0, most: 2 ** 32 - 1, whole: true });
