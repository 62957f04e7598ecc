/** @typedef {import('../../dom/index.js').MathArray} MathArray */
/** @typedef {import('./compute.js').Panel} Panel */

/** @param {string} name @returns {MathArray} */
const live = (name) => ['mn', {}, { live: name }];
/** @param {string} name @returns {MathArray} */
const letter = (name) => ['mi', {}, name];
/** @param {string} name @returns {MathArray} */
const upright = (name) => ['mi', { mathvariant: 'normal' }, name];
/** @param {string} text @returns {MathArray} */
const op = (text) => ['mo', {}, text];
/** @param {...MathArray} nodes @returns {MathArray} */
const row = (...nodes) => ['mrow', {}, ...nodes];
/** @param {MathArray} base @param {MathArray} index @returns {MathArray} */
const sub = (base, index) => ['msub', {}, base, index];
/** @param {...MathArray} nodes */
const within = (...nodes) => row(fence('('), ...nodes, fence(')'));
/** @param {string} text @returns {MathArray} one that does not grow with an index */
const fence = (text) => ['mo', { stretchy: 'false' }, text];

/** What each encoding makes of a vector at a position. @type {Record<string, (vector: string, place: string) => MathArray>} */
const placed = {
  sinusoidal: (vector, place) => within(letter(vector), op('+'), sub(upright('PE'), live(place))),
  rotary: (vector, place) => within(sub(letter('R'), live(place)), op('\u2062'), letter(vector)),
  product: (vector, place) => within(letter(vector), op('∘'), sub(upright('PE'), live(place))),
  learned: (vector, place) => within(letter(vector), op('+'), sub(letter('E'), live(place))),
};

/**
 * The score as a formula, with the live positions and numbers in it.
 *
 * @param {Panel} panel
 * @returns {{ math: MathArray, label: string }}
 */
export function formulaOf({ method }) {
  const vector = placed[method.name] ?? letter;
  const product = [vector('q', 'query'), op('·'), vector('k', 'key')];
  switch (method.name) {
    case 'alibi':
      return {
        math: row(...product, op('−'), live('slope'), op('·'), within(live('query'), op('−'), live('key'))),
        label: 'query times key, less the slope times the distance',
      };
    case 't5':
      return {
        math: row(...product, op('+'), sub(letter('b'), live('bucket'))),
        label: 'query times key, plus the bias of the distance’s bucket',
      };
    default:
      return { math: row(...product), label: 'the score of query and key' };
  }
}
