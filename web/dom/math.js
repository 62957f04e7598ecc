const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * A formula as plain data: tag, attributes, children. A child `{ live }` is a number that a figure says by its name.
 *
 * @typedef {[tag: string, attributes: Record<string, string>, ...children: MathChild[]]} MathArray
 * @typedef {MathArray | string | { live: string }} MathChild
 */

/**
 * MathML of a formula; its live numbers are collected by name.
 *
 * @param {MathArray} node
 * @param {Map<string, Element[]>} live
 * @returns {Element}
 */
export function mathElement([tag, attributes, ...children], live) {
  const element = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) {
    if (typeof child === 'string') element.append(child);
    else if (Array.isArray(child)) element.append(mathElement(child, live));
    else {
      element.classList.add('live');
      live.set(child.live, [...(live.get(child.live) ?? []), element]);
    }
  }
  return element;
}

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
/** @param {...MathArray} nodes @returns {MathArray} */
export const cell = (...nodes) => ['mtd', {}, ...nodes];
/** @param {MathArray[]} cells @returns {MathArray} */
const line = (cells) => ['mtr', {}, ...cells.map((node) => cell(node))];
/** @param {string} text @returns {MathArray} */
const bracket = (text) => ['mo', { fence: 'true', stretchy: 'true' }, text];
/** @param {MathArray[][]} cells @returns {MathArray} */
export const matrix = (cells) => row(bracket('('), ['mtable', {}, ...cells.map(line)], bracket(')'));
/** A formula of its own. @param {MathArray} node @param {Record<string, string>} [attributes] @returns {MathArray} */
export const math = (node, attributes = {}) => ['math', attributes, node];
/** @param {MathArray} a @param {MathArray} b */
export const column = (a, b) => matrix([[a], [b]]);
