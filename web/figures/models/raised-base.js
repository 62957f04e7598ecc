/**
 * The base that an NTK factor makes of a base.
 * @param {{ base: number, rotaryDimensions: number }} rope of at least 4 rotary dimensions
 * @param {number} factor
 * @returns {number}
 */
export const raisedBase = ({ base, rotaryDimensions }, factor) =>
  base * factor ** (rotaryDimensions / (rotaryDimensions - 2));
