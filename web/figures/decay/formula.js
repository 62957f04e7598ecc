/** @typedef {import('../../dom/index.js').MathArray} MathArray */

/** @param {string} name @returns {MathArray} */
const live = (name) => ['mn', {}, { live: name }];
/** @param {string} name @returns {MathArray} */
const letter = (name) => ['mi', {}, name];
/** @param {string} text @returns {MathArray} */
const op = (text) => ['mo', {}, text];
/** @param {...MathArray} nodes @returns {MathArray} */
const row = (...nodes) => ['mrow', {}, ...nodes];
/** @param {...MathArray} nodes */
const size = (...nodes) => row(bar, ...nodes, bar);
/** @type {MathArray} */
const bar = ['mo', { stretchy: 'false' }, '|'];
/** @param {MathArray} index @returns {MathArray} */
const product = (index) => ['msub', {}, letter('h'), index];

const steps = size(product(row(letter('i'), op('+'), ['mn', {}, '1'])), op('−'), product(letter('i')));

/** RoFormer's bound (3.4.3), in letters and in numbers. @type {MathArray} */
export const boundFormula = [
  'mtable',
  {},
  line(size(letter('q'), op('·'), letter('k')), [
    ['mfrac', {}, letter('d'), ['mn', {}, '2']],
    row(letter('max'), op('\u2061'), steps),
    row(letter('mean'), op('\u2061'), size(letter('S'))),
  ]),
  line(live('score'), [live('pairs'), live('steepest'), live('sums')]),
  ['mtr', {}, cell(), cell(op('=')), ['mtd', { columnspan: '5' }, live('bound')]],
];

/** @param {MathArray} score @param {readonly MathArray[]} factors @returns {MathArray} */
function line(score, factors) {
  const cells = factors.flatMap((factor, i) => (i === 0 ? [cell(factor)] : [cell(op('·')), cell(factor)]));
  return ['mtr', {}, cell(score), cell(op('≤')), ...cells];
}

/** @param {...MathArray} nodes @returns {MathArray} */
function cell(...nodes) {
  return ['mtd', {}, ...nodes];
}
