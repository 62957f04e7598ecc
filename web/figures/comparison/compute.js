import { learning, none } from './claims/learning.js';
import { multiplying } from './claims/multiplying.js';
import { turning } from './claims/turning.js';
import { waves } from './claims/waves.js';
import { updatedOf } from './look-back.js';
import { measuredOf } from './measuring.js';
import { each, longestInput, PrintedClass, printed, small, spreadOf } from './methods.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./claims/claim.js').Claim} Claim */
/** @typedef {import('./methods.js').Name} Name */
/** @typedef {import('./methods.js').Spread} Spread */

/**
 * What is known of the encodings, and what claims are judged by.
 *
 * @typedef {object} Facts
 * @property {Core} core
 * @property {Settings} settings
 * @property {Readonly<Record<Name, Spread>>} spreads with the reader's dimensions
 * @property {Readonly<Record<Name, Spread>>} few with few dimensions, for claims
 * @property {Readonly<Record<Name, number>>} erased features of a vector that are lost at position 0
 * @property {number} longest input that the printed class takes, in positions
 * @property {Readonly<Record<Name, number>>} parameters numbers that training changes in a table of the reader's sizes
 * @property {ReturnType<typeof updatedOf>} updated what a step of training changes in the little head
 * @property {import('./measuring.js').Measured} measured what long measurements have given so far
 */

/**
 * @typedef {object} Judged
 * @property {Claim} claim
 * @property {import('./claims/claim.js').Outcome} [outcome] none where it is still to be measured, or cannot be judged
 * @property {string} [why] it cannot be judged, though it was measured
 */

/** @typedef {Facts & { judged: () => readonly Judged[] }} ComparisonData judged: the claims, as far as they are measured */

/** What the articles say, by what they say it of. */
export const groups = Object.freeze([waves, turning, multiplying, learning, none]);

/** @type {readonly Claim[]} */
export const claims = Object.freeze(groups.flatMap((group) => group.claims));

/** Positions over which query and key are moved, at most: as many as the second article's own input has. */
const MOVED = printed.length;

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {ComparisonData}
 */
export function compute(core, settings) {
  const { positions, dimensions, seed } = settings;
  const updated = updatedOf(core, seed);
  /** @type {Facts} */
  const facts = {
    core,
    settings,
    spreads: each((name) =>
      spreadOf(core, name, { positions: Math.min(positions, MOVED), dimensions, seed }),
    ),
    few: each((name) => spreadOf(core, name, { ...small, seed })),
    erased: each((name) => (name === 'product' ? erasedBy(core, dimensions) : 0)),
    longest: longestInput(core, 2 * printed.maxLen),
    parameters: each((name) => {
      if (name === 'product') return new PrintedClass(core, 2, 1).parameters.length;
      const { rows, own } = updated[name];
      return own === 0 ? 0 : (own / rows) * positions * dimensions;
    }),
    updated,
    get measured() {
      return measuredOf(core, settings);
    },
  };
  const early = claims.map((claim) => (claim.late ? undefined : judge(claim, facts)));
  return Object.assign(facts, {
    judged: () => claims.map((claim, i) => early[i] ?? judge(claim, facts)),
  });
}

/** @param {Claim} claim @param {Facts} facts @returns {Judged} */
export function judge(claim, facts) {
  const numbers = claim.measure(facts);
  if (numbers === undefined) return { claim };
  return typeof numbers === 'string' ? { claim, why: numbers } : { claim, outcome: claim.judge(numbers) };
}

/** @param {Core} core @param {number} dimensions @returns {number} features that the product loses at position 0 */
function erasedBy(core, dimensions) {
  const ones = { data: new Float32Array(dimensions).fill(1), shape: [1, dimensions] };
  return core.multiply(ones).data.filter((value) => value === 0).length;
}
