import { cell, fence, letter, live, math, number, op, row, sub } from '../../dom/math.js';
import { counted } from '../../settings/index.js';
import { marked, plain } from '../shared/caption.js';
import { brief, fixed, placeText } from '../shared/numbers.js';
import { isDense, partOf } from './compute.js';
import { SEARCHED } from './first-negative.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('./compute.js').Course} Course */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../../dom/math.js').MathArray} MathArray */

/** Short words of the layout, the plots and their tables. */
export const words = {
  distance: 'distance',
  joints: 'how far its joints are from the start, on average: mean |S| ',
  end: 'how far its end has come across: the sum of the cosines ',
  bound: 'RoFormer’s bound on the score',
  boundIs: ' h: each pair’s query times its key, as complex numbers, and 0 after the last pair',
  sums: 'mean |S|',
  sumsTitle: 'Mean |S| ',
  sumsAre: ' the factor of the bound that depends on the distance',
  scores: 'What scores do',
  mean: 'mean cosine ',
  own: 'this query and key ',
  part: 'score, as a part of |q| |k|',
};

/** Distances at which mean |S| is told. */
const MILESTONES = [1, 5, 10, 50, 100, 250, 500, 1000, 2000, 4000, 8000];

/**
 * What is seen, with the numbers.
 * @param {DecayData} data
 * @param {Settings} settings
 * @returns {string}
 */
export function caption(data, settings) {
  const parts = [describeSums(data)];
  if (data.labels.length > 1) parts.push(describeScores(data, settings), boundIn(data));
  return parts.join(' ');
}

/** @param {DecayData} data */
export function describeSums({ dimensions, base, sums, labels }) {
  const last = labels.length - 1;
  const opening = `With ${dimensions} dimensions and base ${brief(base)}, mean |S|, the factor of RoFormer’s bound that depends on the distance,`;
  const at = (/** @type {number} */ distance) => marked(fixed(sums.values[distance], 2));
  if (last === 0) return `${opening} is ${at(0)} at distance 0.`;
  const some = MILESTONES.filter((distance) => distance < last).slice(-6);
  const between = some.map((distance) => `${at(distance)} at ${distance}`).join(', ');
  const course = `goes from ${at(0)} at distance 0 to ${at(last)} at distance ${marked(last)}${between ? ` (${between})` : ''}`;
  return `${opening} ${course}${risesIn(sums, last)}.`;
}

/** @param {DecayData} data @param {Settings} settings */
export function describeScores(data, settings) {
  const last = data.labels.length - 1;
  const mean = `The mean cosine, ${marked(fixed(data.mean.values[last], 3))} at distance ${marked(last)}, ${negativeIn(data)}`;
  return `${mean}. ${ownIn(data, settings)}`;
}

/** @param {Course} sums @param {number} steps */
function risesIn({ rises, firstRise }, steps) {
  if (rises === 0) return ', and never rises';
  return `, but it rises at ${marked(`${rises} of ${counted(steps, 'step')}, first from ${firstRise - 1} to ${firstRise}`)}`;
}

/** @param {DecayData} data */
function negativeIn({ firstNegative }) {
  if (firstNegative < 0) return `is not negative at any distance up to ${marked(SEARCHED)}`;
  return `first turns negative at distance ${marked(firstNegative)}`;
}

/** @param {DecayData} data @param {Settings} settings */
function ownIn({ own }, settings) {
  const at = (/** @type {number} */ distance) => marked(fixed(own.values[distance], 2));
  return `${vectorsIn(settings)} have a score of ${at(0)} at distance 0; over all distances it goes from ${at(own.least)} to ${at(own.greatest)}, and rises at ${marked(counted(own.rises, 'step'))}.`;
}

/** @param {DecayData} data */
function boundIn({ sums, factor, slack }) {
  const last = sums.values.length - 1;
  const at = (/** @type {number} */ distance) => marked(brief(factor * sums.values[distance]));
  const times =
    slack >= 1.05 && Number.isFinite(slack)
      ? `, everywhere at least ${marked(brief(slack))} times that size`
      : '';
  return `RoFormer’s bound on its size is ${marked(brief(factor))} times mean |S|: ${at(0)} at distance 0, ${at(last)} at distance ${marked(last)}${times}.`;
}

/** @param {Settings} settings */
function vectorsIn({ tokens, query, key, seed }) {
  if (tokens === 'equal') return 'Query and key, both all ones,';
  if (query && key) return 'Your query and key';
  if (query) return `Your query and a random key (seed ${seed})`;
  return `${key ? 'A random query and your key' : 'A random query and key'} (seed ${seed})`;
}

/** What is to be known of the vectors. @param {DecayData} data @returns {string[]} */
export const notes = ({ isTrap, dimensions }) =>
  isTrap
    ? [
        `With query and key all ones the score is ${dimensions} times the mean cosine, so both lines are one, highest at distance 0. ` +
          'That is a trap: the score of two different vectors may be highest at any distance.',
      ]
    : [];

/** @param {DecayData} data */
export const chainTitle = ({ frequencies: { length } }) =>
  length === 1 ? 'One arrow' : `${length} arrows, one a pair, end to end`;

/** @param {DecayData} data */
export const sumsLabel = (data) => plain(`Mean |S| against the distance. ${describeSums(data)}`);

/** @param {DecayData} data @param {Settings} settings */
export const scoresLabel = (data, settings) =>
  plain(
    `The mean cosine and the score of this query and key against the distance. ${describeScores(data, settings)}`,
  );

/** @param {DecayData} data */
export function risesText(data) {
  const { rises } = data.sums;
  if (rises === 0) return 'it never rises';
  return `${isDense(data) ? 'it rises at' : 'where it rises:'} ${rises} of ${data.labels.length - 1} steps`;
}

/**
 * What is said at a distance.
 *
 * @param {DecayData} data
 * @param {number} distance real
 * @param {string} color
 * @returns {import('../shared/panel.js').Texts}
 */
export function textAt({ now, frequencies, size, steepest, factor }, distance, color) {
  return {
    place: `each turned by the distance, ${placeText(distance)}, times its θ`,
    bar: ['', color],
    sums: [fixed(now.sums, 2), color],
    cosines: [fixed(now.mean * frequencies.length, 2), color],
    mean: [fixed(now.mean, 3), color],
    own: [`${fixed(partOf(now.own, size), 3)} (q·k = ${fixed(now.own, 2)})`, color],
    score: [brief(Math.abs(now.own)), color],
    pairs: String(frequencies.length),
    steepest: fixed(steepest, 2),
    bound: [brief(factor * now.sums), color],
  };
}

/** @param {...MathArray} nodes */
const sizeOf = (...nodes) => row(fence('|'), ...nodes, fence('|'));
/** @param {MathArray} index */
const product = (index) => sub(letter('h'), index);

/** @param {MathArray} score @param {readonly MathArray[]} factors @returns {MathArray} */
const line = (score, factors) => [
  'mtr',
  {},
  cell(score),
  cell(op('≤')),
  ...factors.flatMap((factor, i) => (i === 0 ? [cell(factor)] : [cell(op('·')), cell(factor)])),
];

/** RoFormer's bound (3.4.3), in letters and in numbers. */
export const bound = {
  lines: [
    math([
      'mtable',
      {},
      line(sizeOf(letter('q'), op('·'), letter('k')), [
        ['mfrac', {}, letter('d'), number('2')],
        row(
          letter('max'),
          op('\u2061'),
          sizeOf(product(row(letter('i'), op('+'), number('1'))), op('−'), product(letter('i'))),
        ),
        row(letter('mean'), op('\u2061'), sizeOf(letter('S'))),
      ]),
      line(live('score'), [live('pairs'), live('steepest'), live('sums')]),
      ['mtr', {}, cell(), cell(op('=')), ['mtd', { columnspan: '5' }, live('bound')]],
    ]),
  ],
  label: words.bound,
};

/** Above the plots in a picture. */
export const pictureTitles = {
  chain: (/** @type {DecayData} */ data, /** @type {number} */ distance) =>
    `${chainTitle(data)}, at distance ${placeText(distance)}`,
  sums: (/** @type {DecayData} */ { now }) => `${words.sumsTitle}${fixed(now.sums, 2)}`,
  scores: (/** @type {DecayData} */ { now, size }) =>
    `Mean cosine (thick) ${fixed(now.mean, 3)}, ${words.own}${fixed(partOf(now.own, size), 3)}`,
};

/** @param {DecayData} data */
export const chainLabel = (data) => `${chainTitle(data)}, each turned by the distance times its θ.`;

/** @param {number} distance */
export const negativeText = (distance) => `mean cosine negative at ${distance}`;

/** @param {DecayData} data */
export const aside = ({ labels }) => ({ positions: `distances 0 to ${labels.length - 1}` });
