/** Builds formulas as plain data, which `mathElement` makes MathML of. @typedef {import('../../dom/index.js').MathArray} MathArray */

/** A number that follows the playhead: a figure says it by its name. @param {string} name @returns {MathArray} */
export const live = (name) => ['mn', {}, { live: name }];
/** @param {string} text @returns {MathArray} */
export const number = (text) => ['mn', {}, text];
/** @param {string} text @returns {MathArray} */
export const letter = (text) => ['mi', {}, text];
/** @param {string} text @returns {MathArray} */
export const upright = (text) => ['mi', { mathvariant: 'normal' }, text];
/** @param {string} text @returns {MathArray} */
export const op = (text) => ['mo', {}, text];
/** One that does not grow with what it encloses. @param {string} text @returns {MathArray} */
export const fence = (text) => ['mo', { stretchy: 'false' }, text];
/** @param {...MathArray} nodes @returns {MathArray} */
export const row = (...nodes) => ['mrow', {}, ...nodes];
/** @param {MathArray} base @param {MathArray} index @returns {MathArray} */
export const sub = (base, index) => ['msub', {}, base, index];
/** A function of an angle. @param {string} name @param {MathArray} angle @param {string} gap between them @returns {MathArray} */
export const of = (name, angle, gap) => row(letter(name), op('\u2061'), ['mspace', { width: gap }], angle);
/** @param {MathArray[][]} cells @returns {MathArray} */
export const matrix = (cells) =>
  row(
    ['mo', { fence: 'true', stretchy: 'true' }, '('],
    ['mtable', {}, ...cells.map((line) => ['mtr', {}, ...line.map((cell) => ['mtd', {}, cell])])],
    ['mo', { fence: 'true', stretchy: 'true' }, ')'],
  );
/** A formula of its own. @param {MathArray} node @param {Record<string, string>} [attributes] @returns {MathArray} */
export const math = (node, attributes = {}) => ['math', attributes, node];
/** @param {MathArray} a @param {MathArray} b */
export const column = (a, b) => matrix([[a], [b]]);
