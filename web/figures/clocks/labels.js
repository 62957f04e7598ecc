/** Thousands, millions and so on, as in kilo and mega. */
const units = ['', 'k', 'M', 'G', 'T'];

/**
 * A wavelength under a dial: three digits, and all of them between a thousand and a million.
 * @param {number} wavelength in positions
 * @returns {string}
 */
export function longLabel(wavelength) {
  return wavelength >= 999.5 && wavelength < 999_500
    ? String(Math.round(wavelength))
    : labelled(wavelength, 3);
}

/**
 * The same in at most four signs.
 * @param {number} wavelength in positions
 * @returns {string}
 */
export const shortLabel = (wavelength) => labelled(wavelength, 2);

/** @param {number} wavelength @param {2 | 3} digits of a thousand or more */
function labelled(wavelength, digits) {
  if (wavelength === Number.POSITIVE_INFINITY) return '∞';
  if (wavelength < 999.5) return wavelength.toPrecision(3);
  const unit = Math.min(units.length - 1, Math.floor(Math.log10(wavelength * 1.0005) / 3));
  const value = wavelength / 1000 ** unit;
  return `${value.toPrecision(value >= 99.5 ? 3 : digits)}${units[unit]}`;
}
