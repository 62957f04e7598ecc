import { perplexityText } from '../../training/describe.js';
import { percent } from './claim.js';
import { AS_GOOD, OF_USE, RIGHT } from './thresholds.js';

/** @typedef {import('../measured.js').Name} Name */
/** @typedef {import('../look-back.js').Trained} Trained */

/**
 * @typedef {object} Past
 * @property {number} within perplexity within the trained length
 * @property {number} next in as many positions after it
 * @property {number} far from three to four times the trained length
 * @property {number} accuracy there
 * @property {{ next: string, far: string }} ranges
 */

/** @param {Trained | undefined} trained @returns {Past | undefined} undefined where it was not measured, or has no rows there */
export function past(trained) {
  if (!trained?.next || !trained.far) return undefined;
  const { within, next, far } = trained;
  const between = (/** @type {import('../look-back.js').Range} */ { first, last }) => `${first} to ${last}`;
  return {
    within: within.perplexity,
    next: next.perplexity,
    far: far.perplexity,
    accuracy: far.accuracy,
    ranges: { next: between(next), far: between(far) },
  };
}

/**
 * Whether an encoding still serves at four times the trained length.
 *
 * @param {Exclude<Name, 'learned' | 'product'>} name
 * @returns {Pick<import('./claim.js').Claim<Past>, 'rule' | 'late' | 'measure' | 'verdict' | 'says' | 'link'>}
 */
export const generality = (name) => ({
  late: true,
  rule: `Holds if a head that has learned to look one token back has, at three to four times the trained length, at most ${AS_GOOD} times its perplexity and still finds ${100 * RIGHT}% of the keys; in part if at most ${OF_USE} times.`,
  measure: (_core, _settings, measured) => past(measured.trained(name)),
  verdict({ within, far, accuracy }) {
    if (far <= AS_GOOD * within && accuracy >= RIGHT) return 'holds';
    return far <= OF_USE * within ? 'in part' : 'not';
  },
  says: ({ within, far, accuracy, ranges }) =>
    `Perplexity ${perplexityText(within)} within the trained length and ${perplexityText(far)} at positions ${ranges.far}, where it finds ${percent(accuracy)} of the keys.`,
  link: ({ seed }) => ({
    figure: 'training',
    patch: { seed },
    numbers: ({ far }) => [`${perplexityText(far)} with ${name} positions`],
  }),
});
