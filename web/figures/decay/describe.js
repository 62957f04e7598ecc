import { counted } from '../../settings/index.js';
import { brief, fixed } from '../shared/numbers.js';
import { SEARCHED } from './first-negative.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('./compute.js').Course} Course */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/** Distances at which mean |S| is told. */
const TOLD = [1, 5, 10, 50, 100, 250, 500, 1000, 2000, 4000, 8000];

/**
 * What is seen, with the numbers.
 * @param {DecayData} data
 * @param {Settings} settings
 * @returns {string}
 */
export function describe(data, settings) {
  const parts = [describeSums(data)];
  if (data.labels.length > 1) parts.push(describeScores(data, settings), boundIn(data));
  return parts.join(' ');
}

/** @param {DecayData} data */
export function describeSums({ dimensions, base, sums, labels }) {
  const last = labels.length - 1;
  const opening = `With ${dimensions} dimensions and base ${brief(base)}, mean |S|, the factor of RoFormer’s bound that depends on the distance,`;
  const at = (/** @type {number} */ distance) => fixed(Number(sums.values[distance]), 2);
  if (last === 0) return `${opening} is ${at(0)} at distance 0.`;
  const told = TOLD.filter((distance) => distance < last).slice(-6);
  const between = told.map((distance) => `${at(distance)} at ${distance}`).join(', ');
  const course = `goes from ${at(0)} at distance 0 to ${at(last)} at distance ${last}${between ? ` (${between})` : ''}`;
  return `${opening} ${course}${risesIn(sums, last)}.`;
}

/** @param {DecayData} data @param {Settings} settings */
export function describeScores(data, settings) {
  const last = data.labels.length - 1;
  const mean = `The mean cosine, ${fixed(Number(data.mean.values[last]), 3)} at distance ${last}, ${negativeIn(data)}`;
  return `${mean}. ${ownIn(data, settings)}`;
}

/** @param {Course} sums @param {number} steps */
function risesIn({ rises, firstRise }, steps) {
  if (rises === 0) return ', and never rises';
  return `, but it rises at ${rises} of ${counted(steps, 'step')}, first from ${firstRise - 1} to ${firstRise}`;
}

/** @param {DecayData} data */
function negativeIn({ firstNegative }) {
  if (firstNegative < 0) return `is not negative at any distance up to ${SEARCHED}`;
  return `first turns negative at distance ${firstNegative}`;
}

/** @param {DecayData} data @param {Settings} settings */
function ownIn({ own }, settings) {
  const at = (/** @type {number} */ distance) => fixed(Number(own.values[distance]), 2);
  return `${vectorsIn(settings)} have a score of ${at(0)} at distance 0; over all distances it goes from ${at(own.least)} to ${at(own.greatest)}, and rises at ${counted(own.rises, 'step')}.`;
}

/** @param {DecayData} data */
function boundIn({ sums, factor, slack }) {
  const last = sums.values.length - 1;
  const at = (/** @type {number} */ distance) => brief(factor * Number(sums.values[distance]));
  const times =
    slack >= 1.05 && Number.isFinite(slack) ? `, everywhere at least ${brief(slack)} times that size` : '';
  return `RoFormer’s bound on its size is ${brief(factor)} times mean |S|: ${at(0)} at distance 0, ${at(last)} at distance ${last}${times}.`;
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
