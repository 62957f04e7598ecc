/**
 * With so many decimals, or briefly where these would say nothing of numbers of this size.
 *
 * @param {number} value
 * @param {number} digits decimals
 * @param {number} [size] of what it is read beside
 */
export function fixed(value, digits, size = Math.abs(value)) {
  if (!Number.isFinite(value)) return brief(value);
  if (value !== 0 && (size >= 1e6 || size < 0.5 * 10 ** -digits)) return brief(value);
  return trueMinus(value.toFixed(digits));
}

/** A position, which may lie between two. @param {number} position @param {number} [digits] decimals, if it does */
export const placeText = (position, digits = 2) => fixed(position, Number.isInteger(position) ? 0 : digits);

/** The least and the greatest of every `step`th number. @param {ArrayLike<number>} values @param {number} [step] @returns {[least: number, greatest: number]} */
export function rangeOf(values, step = 1) {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += step) {
    if (values[i] < least) least = values[i];
    if (values[i] > greatest) greatest = values[i];
  }
  return [least, greatest];
}

/** The shortest reading with three significant digits; `∞`, or `no number`. @param {number} value */
export function brief(value) {
  if (value === 0) return '0';
  if (Number.isNaN(value)) return 'no number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) {
    const [mantissa, exponent] = value.toExponential(2).split('e');
    return trueMinus(`${Number(mantissa)}·10${superscript(Number(exponent))}`);
  }
  return trueMinus(String(size >= 1000 ? Math.round(value) : Number(value.toPrecision(3))));
}

/** @param {string} text */
const trueMinus = (text) => text.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '');

/** @param {number} exponent */
const superscript = (exponent) =>
  String(exponent).replace(/./g, (c) => /** @type {string} */ ({ '-': '⁻' }[c] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]));

/** From here on a number says nothing but that it is huge; e to the power of 709, where the core ends, lies above. */
const HUGE = 1e307;

/** @param {number} value @returns {string | undefined} */
const huge = (value) => (value > HUGE ? 'over\u00a010³⁰⁷' : undefined);

/** @param {number} value a loss */
export const lossText = (value) => huge(value) ?? (value >= 0.01 ? fixed(value, 2) : brief(value));

/** @param {number} value a perplexity */
export const perplexityText = (value) => huge(value) ?? (value >= 1000 ? brief(value) : fixed(value, 2));

/** @param {number} value a share of 1 */
export const percent = (value) => `${whole(Number((100 * value).toPrecision(2)))}\u00a0%`;

/** @param {number} value with commas as in prose */
export const whole = (value) => value.toLocaleString('en');

/** @param {number} value three digits, and commas as in prose */
export const short = (value) => (value >= 999.5 && value < 1e6 ? whole(Math.round(value)) : brief(value));

/** Such as 5,000 positions. @param {number} count @param {string} noun */
export const many = (count, noun) => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;

/** @param {number} time milliseconds */
export const timeText = (time) => (time > 0 ? `${short(time)} ms` : 'too quick for this clock');

/** @param {number} bytes */
export function bytesText(bytes) {
  const [size, unit] =
    bytes < 1e3 ? [bytes, 'bytes'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${brief(size)} ${unit}`;
}
