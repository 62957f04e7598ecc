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
