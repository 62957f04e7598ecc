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
