/** @typedef {import('../../dom/index.js').MathArray} MathArray */
/** @typedef {import('./measured.js').Name} Name */

/** @param {string} text @returns {MathArray} */
const op = (text) => ['mo', {}, text];
/** @param {string} text @returns {MathArray} */
const name = (text) => ['mi', {}, text];
/** @param {...MathArray} nodes @returns {MathArray} */
const row = (...nodes) => ['mrow', {}, ...nodes];
/** @returns {MathArray} */
const angle = () => row(name('p'), ['msub', {}, name('θ'), name('i')]);
/** @param {string} wave @returns {MathArray} */
const of = (wave) => row(name(wave), op('\u2061'), ['mspace', { width: '0.12em' }], angle());

/** @param {MathArray[][]} cells @returns {MathArray} */
const matrix = (cells) =>
  row(
    ['mo', { fence: 'true', stretchy: 'true' }, '('],
    ['mtable', {}, ...cells.map((line) => ['mtr', {}, ...line.map((cell) => ['mtd', {}, cell])])],
    ['mo', { fence: 'true', stretchy: 'true' }, ')'],
  );

const token = () => matrix([[name('x')], [name('y')]]);
const wave = () => matrix([[of('sin')], [of('cos')]]);

/** @param {string} index @returns {MathArray} */
const entry = (index) => [
  'msub',
  {},
  name('T'),
  row(name('p'), op(','), ['mn', {}, '2'], name('i'), ...tail(index)),
];
/** @param {string} index @returns {MathArray[]} */
const tail = (index) => (index === '' ? [] : [op('+'), ['mn', {}, index]]);

/**
 * What position p makes of pair i, and how that reads.
 * @type {Readonly<Record<Name, { math: MathArray, label: string }>>}
 */
export const formulas = Object.freeze({
  sinusoidal: {
    math: row(token(), op('+'), wave()),
    label: 'the pair x, y plus sine and cosine of p times theta i',
  },
  rotary: {
    math: row(
      matrix([
        [of('cos'), row(op('−'), of('sin'))],
        [of('sin'), of('cos')],
      ]),
      token(),
    ),
    label: 'the pair x, y turned counterclockwise by p times theta i',
  },
  learned: {
    math: row(token(), op('+'), matrix([[entry('')], [entry('1')]])),
    label: 'the pair x, y plus two numbers of row p of a table T',
  },
  product: {
    math: row(token(), op('∘'), wave()),
    label: 'the pair x, y times sine and cosine of p times theta i, feature by feature',
  },
});
