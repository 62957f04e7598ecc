import { joined } from '../../../settings/index.js';
import { percent, perplexityText } from '../../shared/numbers.js';
import { AS_GOOD, OF_USE, RIGHT } from './claim.js';

/** @typedef {import('../measured.js').Name} Name */
/** @typedef {import('../look-back.js').Trained} Trained */
/** @typedef {import('../look-back.js').Range} Range */

/**
 * @typedef {object} Past
 * @property {number} seed
 * @property {number} within perplexity within the trained length
 * @property {number[]} past perplexities, a trained length at a time, up to four times it
 * @property {number} worst of these
 * @property {number} accuracy where it is least
 * @property {{ within: string, past: string[] }} ranges
 */

/** @param {Trained | undefined} trained @returns {Past | undefined} undefined where it was not measured, or has no rows there */
export function past(trained) {
  if (!trained || trained.past.length === 0) return undefined;
  const { seed, within, past } = trained;
  const nameOf = (/** @type {Range} */ { first, last }) => `${first}–${last}`;
  const perplexities = past.map(({ perplexity }) => perplexity);
  return {
    seed,
    within: within.perplexity,
    past: perplexities,
    worst: Math.max(...perplexities),
    accuracy: Math.min(...past.map(({ accuracy }) => accuracy)),
    ranges: { within: nameOf(within), past: past.map(nameOf) },
  };
}

/** @param {Pick<Past, 'past'>} past such as 1.93, 226.86 and 4.91, as the figure `training` says it */
export const pastText = ({ past }) => joined(past.map(perplexityText));

/** @param {Past} past the positions past the trained length */
export const pastRanges = ({ ranges }) => `positions ${joined(ranges.past)}`;

/** @param {Past} past */
export const stretches = (past) =>
  `With seed ${past.seed}, perplexity ${perplexityText(past.within)} within the trained length, and ${pastText(past)} at ${pastRanges(past)}. Where it is worst it finds ${percent(past.accuracy)} of the keys.`;

/**
 * Whether an encoding still serves at four times the trained length.
 *
 * @param {Exclude<Name, 'learned' | 'product'>} name
 * @returns {Pick<import('./claim.js').Claim<Past>, 'rule' | 'late' | 'measure' | 'verdict' | 'says' | 'link'>}
 */
export const generality = (name) => ({
  late: true,
  rule: `Holds if a head that has learned to look one token back has, in the worst of the stretches up to four times the trained length, at most ${AS_GOOD} times its perplexity and still finds ${percent(RIGHT)} of the keys; in part if at most ${OF_USE} times.`,
  measure: (_core, _settings, measured) => past(measured.trained(name)),
  verdict({ within, worst, accuracy }) {
    if (worst <= AS_GOOD * within && accuracy >= RIGHT) return 'holds';
    return worst <= OF_USE * within ? 'in part' : 'not';
  },
  says: stretches,
  link: ({ seed }) => ({
    figure: 'training',
    patch: { seed },
    numbers: (numbers) => [`${pastText(numbers)} with ${name} positions`],
  }),
});
