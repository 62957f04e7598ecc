import { counted } from '../../settings/index.js';
import { perplexityText } from '../training/describe.js';
import { brief, fixed } from '../vectors/numbers.js';
import { percent } from './claims/claim.js';
import { past } from './claims/look-back.js';
import { timeText } from './rows.js';
import { isRelative } from './spread.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */

/** @param {ComparisonData} data @returns {Record<Verdict | 'open', number>} */
export function tallyOf(data) {
  const tally = { holds: 0, 'in part': 0, not: 0, open: 0 };
  for (const { verdict } of data.judged()) tally[verdict ?? 'open'] += 1;
  return tally;
}

/**
 * How the claims came out, and the numbers that matter most.
 *
 * @param {ComparisonData} data
 * @returns {string}
 */
export function describe(data) {
  return [tally(data), spreads(data), lookBack(data), costs(data)].filter((text) => text !== '').join(' ');
}

/** @param {ComparisonData} data */
function tally(data) {
  const { holds, 'in part': part, not, open } = tallyOf(data);
  const all = holds + part + not + open;
  const rest = open === 0 ? '' : `; ${open} more ${open === 1 ? 'waits' : 'wait'} for a measurement`;
  return `Of ${counted(all, 'claim')} of the two articles ${holds} hold, ${part} hold in part and ${not} do not${rest}.`;
}

/** @param {ComparisonData} data */
function spreads({ spreads: { sinusoidal, rotary, learned, product } }) {
  const { positions, dimensions } = rotary;
  if (positions === 1) return '';
  const where = `With ${dimensions} dimensions, while query and key move along together over ${positions} positions`;
  const rounding = isRelative(rotary) ? ', which is rounding' : '';
  return (
    `${where}, their score changes by ${brief(rotary.size)} with rotary${rounding}, by ${fixed(sinusoidal.size, 2)} with sinusoidal, ` +
    `by ${fixed(product.size, 2)} with the printed product and by ${fixed(learned.size, 2)} with a learned table.`
  );
}

/** @param {ComparisonData} data */
function lookBack({ measured }) {
  const [sinusoidal, rotary] = [past(measured.trained('sinusoidal')), past(measured.trained('rotary'))];
  if (!sinusoidal || !rotary) return '';
  return (
    `Trained to look one token back, at positions ${rotary.ranges.far}, past the trained length, rotary has a perplexity of ` +
    `${perplexityText(rotary.far)} and sinusoidal ${perplexityText(sinusoidal.far)}; a learned table has no row there.`
  );
}

/** @param {ComparisonData} data */
function costs({ measured, settings: { positions, dimensions } }) {
  const [sinusoidal, rotary, learned, product] = /** @type {const} */ ([
    'sinusoidal',
    'rotary',
    'learned',
    'product',
  ]).map((name) => measured.cost(name));
  const steps = /** @type {const} */ (['learned', 'sinusoidal', 'rotary']).map(
    (name) => measured.trained(name)?.stepTime,
  );
  const scoring = measured.scoring();
  if (!sinusoidal || !rotary || !learned || !product || !steps[0] || scoring === undefined) return '';
  const share = scoring > 0 ? (2 * rotary.time) / (scoring * positions ** 2 * dimensions) : 0;
  return (
    `Here ${positions} positions take ${timeText(sinusoidal.time)} with sinusoidal, ${timeText(rotary.time)} with rotary, ` +
    `${timeText(product.time)} with the product and ${timeText(learned.time)} with a table; turning all queries and keys adds ${percent(share)} to their scores, ` +
    `and a step of training takes ${brief(steps[0])} ms with a table.`
  );
}

/** What stands beside the numbers. @param {ComparisonData} _data @returns {string[]} */
export const notes = (_data) => [
  'Not judged, because nothing here could measure it: that positional embeddings are simple, and that trainable ones are flexible and adaptable.',
];
