import { change, defaultsOf, writeLink } from '../../../settings/index.js';
import { percent, perplexityText, short, whole } from '../../shared/numbers.js';
import { past } from '../look-back.js';
import { isRelative, small } from '../methods.js';
import { pastRanges, pastText, shareText } from '../text.js';
import { FEW, overheadOf } from '../timing.js';

/** @typedef {import('../../../settings/index.js').Settings} Settings */
/** @typedef {import('../../../settings/index.js').Patch} Patch */
/** @typedef {import('../compute.js').Facts} Facts */
/** @typedef {import('../methods.js').Spread} Spread */
/** @typedef {'holds' | 'in part' | 'not'} Verdict */
/** @typedef {'first' | 'second'} Article */
/** @typedef {{ verdict: Verdict, says: string }} Outcome of a claim, and the numbers that it follows from, in words */
/** @typedef {{ figure: Settings['figure'], patch: Patch }} Link the figure that shows what was measured, and its settings */

/**
 * A sentence of the articles, and how it is put to the test.
 *
 * @typedef {object} Quoted
 * @property {string} id
 * @property {string} quote
 * @property {Article} article
 * @property {string} about what the sentence is about, where it does not say so itself
 * @property {string} rule the threshold, in words
 * @property {boolean} [late] whether it needs a long measurement
 * @property {boolean} [asPrinted] whether a class is judged as the article prints it, and not what it means to be
 * @property {(settings: Settings) => Link} link
 */

/**
 * @template Numbers
 * @typedef {object} Test
 * @property {(facts: Facts) => Numbers | string | undefined} measure undefined: not measured yet; a string: why it cannot be judged here
 * @property {(numbers: Numbers) => Outcome} judge by the numbers alone
 */

/** @typedef {Quoted & { measure: (facts: Facts) => unknown, judge(numbers: unknown): Outcome }} Claim one of many, whose numbers only it knows */
/** @typedef {{ title: string, claims: readonly Claim[] }} Group */

/** @template Numbers @param {Quoted & Test<Numbers>} entry @returns {Claim} */
export const claim = (entry) => Object.freeze(entry);

/** The query of the link that shows it. @param {Link} link */
export function queryOf({ figure, patch }) {
  const { settings, problems } = change(defaultsOf(figure), patch);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return writeLink(settings);
}

/** @param {Settings} settings @returns {Link} */
export const inTraining = ({ seed }) => ({ figure: 'training', patch: { seed } });

/** @param {Settings} settings @returns {Link} */
export const inComparison = ({ positions, dimensions, seed }) => ({
  figure: 'comparison',
  patch: { positions, dimensions, seed },
});

/** @param {Patch} patch @returns {(settings: Settings) => Link} */
export const inScores =
  (patch) =>
  ({ seed }) => ({ figure: 'scores', patch: { ...patch, ...small, seed } });

/** @param {Patch} patch @returns {() => Link} */
export const inVectors = (patch) => () => ({ figure: 'vectors', patch });

/** @param {boolean} isWhole @param {boolean} isPart @returns {Verdict} */
export const graded = (isWhole, isPart) => (isWhole ? 'holds' : isPart ? 'in part' : 'not');

/** A claim of two halves, or of several alike. @param {readonly boolean[]} kept which of them hold */
export const verdictOf = (kept) => graded(kept.every(Boolean), kept.some(Boolean));

/* Where a verdict turns. Each is said in the rule of the claims that use it. */

/** An error of floats that are computed in two ways. */
export const EXACT = 1e-5;

/** The part of the largest score that it may change by and still be called nearly relative. */
export const NEARLY = 0.1;

/** Perplexity past the trained length by that within it: as good, and still of use. */
export const AS_GOOD = 1.1;
export const OF_USE = 2;

/** The share of positions where the right key must get the greatest score. */
export const RIGHT = 0.99;

/** Time by that of the scores: a minimal overhead, and one that is still smaller than what it serves. */
const MINIMAL = 0.1;
const SMALLER = 1;

/* What several claims have in common, each of its own encoding. */

/** That scores know nothing but distances. */
export const relativity = {
  rule: `Holds if the score depends on the distance alone, within rounding; in part if it changes by at most ${percent(NEARLY)} of the largest score.`,
  /** @param {Spread} spread */
  verdict: (spread) => graded(isRelative(spread), spread.size <= NEARLY * spread.largest),
};

/** @param {import('../look-back.js').Past} past */
export const stretches = (past) =>
  `With seed ${past.seed}, perplexity ${perplexityText(past.within)} within the trained length, and ${pastText(past)} at ${pastRanges(past)}. Where it is worst it finds ${percent(past.accuracy)} of the keys.`;

/**
 * That an encoding still serves at four times the trained length.
 *
 * @param {'sinusoidal' | 'rotary'} name
 * @returns {Pick<Quoted, 'rule' | 'late' | 'link'> & Test<import('../look-back.js').Past>}
 */
export const generality = (name) => ({
  late: true,
  rule: `Holds if a head that has learned to look one token back has, in the worst of the stretches up to four times the trained length, at most ${AS_GOOD} times its perplexity and still finds ${percent(RIGHT)} of the keys; in part if at most ${OF_USE} times.`,
  measure: ({ measured: { trained } }) => past(trained?.[name]),
  judge: (numbers) => {
    const { within, worst, accuracy } = numbers;
    const verdict = graded(worst <= AS_GOOD * within && accuracy >= RIGHT, worst <= OF_USE * within);
    return { verdict, says: stretches(numbers) };
  },
  link: inTraining,
});

/**
 * That an encoding costs little.
 *
 * @param {'sinusoidal' | 'rotary'} name
 * @param {{ all: string, doing: string }} words what is judged, and what is done
 * @returns {Pick<Quoted, 'rule' | 'late' | 'link'> & Test<import('../timing.js').Overhead>}
 */
export const overhead = (name, { all, doing }) => ({
  late: true,
  rule: `Holds if ${all} takes at most ${percent(MINIMAL)} of the time of the scores of every query and key; in part if at most ${percent(SMALLER)}. Not judged for fewer than ${whole(FEW)} numbers.`,
  measure: ({ settings, measured }) => overheadOf(name, settings, measured.times),
  judge: ({ time, scores, share }) => ({
    verdict: graded(share <= MINIMAL, share <= SMALLER),
    says: `Here, at your sizes and with sines and cosines computed anew, ${doing} takes ${short(time)} ms; all scores of every query and key would take ${short(scores)} ms, estimated from a few. The one is ${shareText(share)} of the other.`,
  }),
  link: inComparison,
});
