import { counted } from '../../settings/index.js';
import { brief, fixed } from '../shared/numbers.js';
import { past, pastRanges, pastText } from './claims/look-back.js';
import { overheadOf, shareText } from './claims/overhead.js';
import { timeText, whole } from './numbers.js';
import { updatedText } from './parameters.js';
import { isRelative } from './spread.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */

/** @param {ComparisonData} data @returns {Record<Verdict | 'open' | 'unclear', number>} */
export function tallyOf(data) {
  const tally = { holds: 0, 'in part': 0, not: 0, open: 0, unclear: 0 };
  for (const { verdict, why } of data.judged()) tally[verdict ?? (why ? 'unclear' : 'open')] += 1;
  return tally;
}

/**
 * How the claims came out, and the numbers that matter most.
 *
 * @param {ComparisonData} data
 * @returns {string}
 */
export function describe(data) {
  const { longest, updated } = data;
  const ends = `The printed class ends at position ${whole(longest - 1)}.`;
  const all = [tally(data), spreads(data), ends, updatedText(updated), lookBack(data), costs(data)];
  return all.filter((text) => text !== '').join(' ');
}

/** @param {ComparisonData} data */
function tally(data) {
  const { holds, 'in part': part, not, open, unclear } = tallyOf(data);
  const all = data.judged().length;
  const rest = open === 0 ? '' : `; ${open} more ${open === 1 ? 'waits' : 'wait'} for a measurement`;
  const none = unclear === 0 ? '' : `; ${unclear} cannot be judged from what was measured here`;
  return `Of ${counted(all, 'claim')} of the two articles ${holds} hold, ${part} hold in part and ${not} do not${rest}${none}.`;
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
    `Trained to look one token back with seed ${rotary.seed}, at ${pastRanges(rotary)}, past the trained length, rotary has a perplexity of ` +
    `${pastText(rotary)} and sinusoidal of ${pastText(sinusoidal)}; a learned table has no row there.`
  );
}

/** @param {ComparisonData} data */
function costs({ measured, settings }) {
  const [sinusoidal, rotary, learned, product] = /** @type {const} */ ([
    'sinusoidal',
    'rotary',
    'learned',
    'product',
  ]).map((name) => measured.cost(name));
  if (!sinusoidal || !rotary || !learned || !product) return '';
  const { positions } = settings;
  const took = `Here ${counted(positions, 'position')} ${positions === 1 ? 'takes' : 'take'} ${timeText(sinusoidal.time)} with sinusoidal, ${timeText(rotary.time)} with rotary, ${timeText(product.time)} with the product and ${timeText(learned.time)} with a table`;
  const [adding, turning] = /** @type {const} */ (['sinusoidal', 'rotary']).map((name) =>
    overheadOf(name, settings, measured),
  );
  if (typeof adding !== 'object' || typeof turning !== 'object') return `${took}.`;
  return `${took}; beside the time of all their scores, adding to all vectors takes ${shareText(adding.share)} and turning all queries and keys ${shareText(turning.share)}.`;
}

/** What stands beside the numbers. @param {ComparisonData} _data @returns {string[]} */
export const notes = (_data) => [
  'Not judged, because nothing here could measure it: that positional embeddings are simple and less adaptable to different contexts, and that trainable ones are flexible and adaptable. What an article says twice is judged once.',
];
