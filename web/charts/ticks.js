/**
 * A round step (1, 2 or 5 times a power of ten) that is at least as large as asked.
 *
 * @param {number} least above 0
 * @returns {number}
 */
export function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const part = least / power;
  const round = part <= 1.0001 ? 1 : part <= 2.0001 ? 2 : part <= 5.0001 ? 5 : 10;
  return round * power;
}

/** @param {number} step a nice one @returns {number} parts into which it divides into round numbers too */
export const partsOf = (step) =>
  Math.round(step / 10 ** Math.floor(Math.log10(step * 1.0001))) === 5 ? 5 : 2;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} exponent @returns {string} */
const raised = (exponent) =>
  String(exponent).replace(/./g, (mark) => (mark === '-' ? '⁻' : (SUPERSCRIPTS[Number(mark)] ?? '')));

/**
 * A number on an axis, as short as its step allows, with a true minus.
 *
 * @param {number} value a multiple of the step
 * @param {number} step
 * @returns {string} such as `−0.5`, `20` or `3×10⁶`
 */
export function tickText(value, step) {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size < step / 2) return '0';
  if (size >= 1e5 || step < 1e-3) {
    const [digits, exponent] = /** @type {[string, string]} */ (size.toExponential(6).split('e'));
    const front = String(Number(digits));
    const power = `10${raised(Number(exponent))}`;
    return sign + (front === '1' ? power : `${front}×${power}`);
  }
  return sign + size.toFixed(Math.max(0, -Math.floor(Math.log10(step * 1.0001))));
}
