/** @param {number} value above 0 */
export const powerAbove = (value) => 10 ** Math.ceil(Math.log10(value) - 1e-9);
/** @param {number} value above 0 */
export const powerBelow = (value) => 10 ** Math.floor(Math.log10(value) + 1e-9);
