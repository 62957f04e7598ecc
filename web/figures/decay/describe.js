import { counted } from '../../settings/index.js';
import { brief, fixed } from '../vectors/numbers.js';
import { SEARCHED } from './compute.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('./compute.js').Course} Course */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/** Distances at which the bound is told. */
const TOLD = [1, 5, 10, 50, 100, 250, 500, 1000, 2000, 4000, 8000];

/**
 * What is seen, with the numbers.
 * @param {DecayData} data
 * @param {Settings} settings
 * @returns {string}
 */
export function describe(data, settings) {
  const { dimensions, base, bound, mean } = data;
  const last = data.labels.length - 1;
  const opening = `With ${dimensions} dimensions and base ${brief(base)}, RoFormer’s bound on a score`;
  const at = (/** @type {number} */ distance) => fixed(Number(bound.values[distance]), 2);
  if (last === 0) return `${opening} is ${at(0)} at distance 0.`;
  const told = TOLD.filter((distance) => distance < last).slice(-6);
  const between = told.map((distance) => `${at(distance)} at ${distance}`).join(', ');
  const course = `goes from ${at(0)} at distance 0 to ${at(last)} at distance ${last}${between ? ` (${between})` : ''}`;
  const cosine = `The mean cosine, ${fixed(Number(mean.values[last]), 3)} at distance ${last}, ${negativeIn(data)}`;
  return `${opening} ${course}${risesIn(bound, last)}. ${cosine}. ${ownIn(data, settings)}`;
}

/** @param {Course} bound @param {number} steps */
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
function ownIn({ own, slack }, settings) {
  const at = (/** @type {number} */ distance) => fixed(Number(own.values[distance]), 2);
  const times =
    slack >= 1.05 && Number.isFinite(slack)
      ? `; what the bound allows them is at least ${brief(slack)} times as much`
      : '';
  return `${vectorsIn(settings)} have a score of ${at(0)} at distance 0; over all distances it goes from ${at(own.least)} to ${at(own.greatest)}, and rises at ${counted(own.rises, 'step')}${times}.`;
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
