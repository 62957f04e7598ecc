import { queryOf } from './claim.js';
import { learningClaims, noneClaims } from './learning.js';
import { productClaims } from './multiplying.js';
import { turningClaims } from './turning.js';
import { waveClaims } from './waves.js';

/** @typedef {import('./claim.js').Claim} Claim */
/** @typedef {import('./claim.js').Verdict} Verdict */
/** @typedef {import('../../../core/index.js').Core} Core */
/** @typedef {import('../../../settings/index.js').Settings} Settings */
/** @typedef {import('../measured.js').Measured} Measured */

/** What the articles say, by what they say it of. @type {readonly { title: string, claims: readonly Claim[] }[]} */
export const groups = Object.freeze([
  { title: 'Sinusoidal: adding a wave', claims: waveClaims },
  { title: 'Rotary: turning', claims: turningClaims },
  { title: 'Product: “RopeEmbeddings” as printed', claims: productClaims },
  { title: 'Learned: “TrainableEmbeddings”', claims: learningClaims },
  { title: 'None: no positions at all', claims: noneClaims },
]);

/** @type {readonly Claim[]} */
export const claims = Object.freeze(groups.flatMap((group) => group.claims));

/**
 * @typedef {object} Judged
 * @property {Claim} claim
 * @property {any} numbers undefined where they are still to be measured, or say nothing
 * @property {Verdict | undefined} verdict
 * @property {string | undefined} why it cannot be judged, though it was measured
 */

/**
 * @param {Claim} claim
 * @param {Core} core
 * @param {Settings} settings
 * @param {Measured} measured
 * @returns {Judged}
 */
export function judge(claim, core, settings, measured) {
  const numbers = claim.measure(core, settings, measured);
  if (typeof numbers === 'string') return { claim, numbers: undefined, verdict: undefined, why: numbers };
  const verdict = numbers === undefined ? undefined : claim.verdict(numbers);
  return { claim, numbers, verdict, why: undefined };
}

/**
 * @typedef {object} Link
 * @property {string} id of the claim
 * @property {Settings['figure']} figure that shows it
 * @property {string} query
 * @property {string[]} numbers that this figure's description must have, as text; none before they are measured
 */

/** The links of all claims. @param {readonly Judged[]} judged @param {Settings} settings @returns {Link[]} */
export const linksOf = (judged, settings) =>
  judged.map(({ claim, numbers }) => {
    const shown = claim.link(settings);
    return {
      id: claim.id,
      figure: shown.figure,
      query: queryOf(shown),
      numbers: numbers === undefined ? [] : shown.numbers(numbers),
    };
  });
