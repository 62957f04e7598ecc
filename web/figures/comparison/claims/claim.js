import { change, defaultsOf, writeLink } from '../../../settings/index.js';

/** @typedef {import('../../../core/index.js').Core} Core */
/** @typedef {import('../../../settings/index.js').Settings} Settings */
/** @typedef {import('../measured.js').Measured} Measured */
/** @typedef {'holds' | 'in part' | 'not'} Verdict */
/** @typedef {'first' | 'second'} Article */

/**
 * The figure that shows what was measured, with the settings that show it.
 *
 * @template Numbers
 * @typedef {object} Shown
 * @property {Settings['figure']} figure
 * @property {import('../../../settings/index.js').Patch} patch
 * @property {(numbers: Numbers) => string[]} numbers as that figure's description has them
 */

/**
 * A sentence of the articles, and how it is put to the test. The verdict follows from the numbers alone.
 *
 * @template [Numbers=any]
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} quote
 * @property {Article} article
 * @property {string} about what the sentence is about, where it does not say so itself
 * @property {string} rule the threshold, in words
 * @property {boolean} [late] whether it needs a long measurement
 * @property {boolean} [asPrinted] whether a class is judged as the article prints it, and not what it means to be
 * @property {(core: Core, settings: Settings, measured: Measured) => Numbers | string | undefined} measure undefined: not
 *   measured yet; a string: why it cannot be judged here
 * @property {(numbers: Numbers) => Verdict} verdict
 * @property {(numbers: Numbers, verdict: Verdict) => string} says
 * @property {(settings: Settings) => Shown<Numbers>} link
 */

/** @template Numbers @param {Claim<Numbers>} entry @returns {Claim} one of many, whose numbers only it knows */
export const claim = (entry) => Object.freeze(/** @type {Claim<any>} */ (entry));

/** The verdicts as they are read. @type {Readonly<Record<Verdict, string>>} */
export const verdicts = Object.freeze({
  holds: 'holds',
  'in part': 'holds in part',
  not: 'does not hold',
});

/** The articles, as they are named where a claim is quoted. @type {Readonly<Record<Article, string>>} */
export const articles = Object.freeze({
  first: '“Visualizing Sinusoidal Positional Embeddings and Rotary Positional Embeddings”',
  second: '“Demystifying Rope Embeddings: A Comprehensive Guide”',
});

/** The query of the link that shows it. @param {Shown<any>} shown */
export function queryOf({ figure, patch }) {
  const { settings, problems } = change(defaultsOf(figure), patch);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return writeLink(settings);
}

/** A claim of two halves, or of several alike. @param {readonly boolean[]} kept which of them hold @returns {Verdict} */
export const verdictOf = (kept) => (kept.every(Boolean) ? 'holds' : kept.some(Boolean) ? 'in part' : 'not');

/* Where a verdict turns. Each is said in the rule of the claims that use it. */

/** Largest magnitude by smallest, from which a change is called dramatic. */
export const DRAMATIC = 2;

/** An error of floats that are computed in two ways; beyond LOOSE nothing is the same any more. */
export const EXACT = 1e-5;
export const LOOSE = 0.1;

/** The part of the largest score that it may change by and still be called nearly relative. */
export const NEARLY = 0.1;

/** Perplexity counts as lower by this part. */
export const LOWER = 0.01;

/** Perplexity counts as higher by this part. */
export const HIGHER = 0.05;

/** Perplexity past the trained length by that within it: as good, and still of use. */
export const AS_GOOD = 1.1;
export const OF_USE = 2;

/** The share of positions where the right key must get the greatest score. */
export const RIGHT = 0.99;

/** The share of them that is little more than a guess finds. */
export const GUESSED = 0.1;

/** Perplexity of held-out positions by that of trained ones: learned by heart, and a first sign of it. */
export const BY_HEART = 2;
export const SIGN = 1.1;

/** Numbers that a step changes by those that it changes otherwise, from which training counts as more costly. */
export const MORE = 1.1;

/** Time by that of the scores: a minimal overhead, and one that is still smaller than what it serves. */
export const MINIMAL = 0.1;
export const SMALLER = 1;
