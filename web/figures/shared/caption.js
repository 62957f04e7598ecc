/** Signs that no font has a glyph for. Between them stands a number that was computed. */
const [BEGIN, END] = ['\ue000', '\ue001'];
const MARKS = /[\ue000\ue001]/;

const NUMBER = /10[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[−±]?\d+(?:,\d{3})*(?:\.\d+)?(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?°?/g;

/** Whole numbers of fewer digits read as counts. */
const DIGITS = 5;

/** Marks all numbers of a part of a sentence. @param {string} text */
export const allMarked = (text) => text.replace(NUMBER, `${BEGIN}$&${END}`);

/**
 * The same, but for small whole numbers without a unit: pairs, counts and places do not stand out.
 *
 * @param {string | number} text
 */
export const marked = (text) =>
  String(text).replace(NUMBER, (number, place, whole) => {
    const digits = number.replaceAll(',', '');
    const isPart = /^\s%/.test(whole.slice(place + number.length));
    return /^[−±]?\d+$/.test(digits) && digits.length < DIGITS && !isPart ? number : allMarked(number);
  });

/** @param {string} caption @returns {string[]} its text in parts: every second one is a number that was computed */
export const partsOf = (caption) => caption.split(MARKS);

/** @param {string} caption @returns {string} its text alone */
export const plain = (caption) => partsOf(caption).join('');
