import { fixed } from '../shared/numbers.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Panel} Panel */

/** @typedef {import('../../dom/index.js').MathArray} MathArray */

/** @param {string} name @returns {MathArray} */
const live = (name) => ['mn', {}, { live: name }];
/** @param {number} value @returns {MathArray} */
const number = (value) => ['mn', {}, fixed(value, 2)];
/** @param {string} text @returns {MathArray} */
const op = (text) => ['mo', {}, text];
/** @param {...MathArray} nodes @returns {MathArray} */
const row = (...nodes) => ['mrow', {}, ...nodes];
/** @param {string} name @returns {MathArray} */
const fn = (name) => row(['mi', {}, name], op('\u2061'), ['mspace', { width: '0.17em' }], live('turn'));

/** @param {MathArray[][]} cells @returns {MathArray} */
const matrix = (cells) =>
  row(
    ['mo', { fence: 'true', stretchy: 'true' }, '('],
    ['mtable', {}, ...cells.map((line) => ['mtr', {}, ...line.map((cell) => ['mtd', {}, cell])])],
    ['mo', { fence: 'true', stretchy: 'true' }, ')'],
  );

/** @param {MathArray} a @param {MathArray} b */
const column = (a, b) => matrix([[a], [b]]);
const tip = () => column(live('x'), live('y'));
const wave = () => column(fn('sin'), fn('cos'));

/**
 * The panel's formula with the live numbers in it: one or two ways to write it, and how it reads.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @returns {{ lines: MathArray[], label: string }}
 */
export function formulaOf(panel, data) {
  const token = data.rows === undefined ? tokenColumn(panel) : column(live('tokenX'), live('tokenY'));
  switch (panel.encoding.name) {
    case 'rotary': {
      const turning = matrix([
        [fn('cos'), row(op('−'), fn('sin'))],
        [fn('sin'), fn('cos')],
      ]);
      const power = /** @type {MathArray} */ ([
        'msup',
        {},
        ['mi', {}, 'e'],
        row(['mi', {}, 'i'], op('·'), live('turn')),
      ]);
      const complex = row(
        power,
        op('·'),
        ['mi', {}, 'z'],
        op('='),
        live('x'),
        ['mo', {}, { live: 'sign' }],
        live('sizeY'),
        ['mi', {}, 'i'],
      );
      return { lines: [row(turning, token, op('='), tip()), complex], label: 'the token vector, turned' };
    }
    case 'sinusoidal':
      return {
        lines: [row(token, op('+'), wave(), op('='), tip())],
        label: 'the token vector plus a sine and a cosine',
      };
    case 'product':
      return {
        lines: [row(token, op('∘'), wave(), op('='), tip())],
        label: 'the token vector times a sine and a cosine',
      };
    case 'learned':
      return {
        lines: [row(token, op('+'), column(live('rowX'), live('rowY')), op('='), tip())],
        label: 'the token vector plus a row of the table',
      };
    default:
      return { lines: [row(token, op('='), tip())], label: 'the token vector' };
  }
}

/** @param {Panel} panel */
function tokenColumn({ source: { tokens, features } }) {
  return column(number(tokens[features[0]] ?? 0), number(tokens[features[1]] ?? 0));
}

/**
 * The live numbers at the playhead.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @returns {Record<string, string>}
 */
export function liveNumbers(panel, data) {
  const { moving, source } = panel;
  const turn = moving.position * data.inverseFrequency;
  const d = source.settings.dimensions;
  const token = source.features.map((feature) => source.tokens[moving.index * d + feature] ?? 0);
  const [tokenX, tokenY] = /** @type {[number, number]} */ (token);
  return {
    turn: fixed(turn, turn < 100 ? 2 : 1),
    x: fixed(moving.x, 2, moving.magnitude),
    y: fixed(moving.y, 2, moving.magnitude),
    sign: moving.y < 0 ? '−' : '+',
    sizeY: fixed(Math.abs(moving.y), 2, moving.magnitude),
    tokenX: fixed(tokenX, 2),
    tokenY: fixed(tokenY, 2),
    rowX: fixed(moving.x - tokenX, 2),
    rowY: fixed(moving.y - tokenY, 2),
  };
}
