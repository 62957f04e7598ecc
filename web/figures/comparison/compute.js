import { claims, judge } from './claims/index.js';
import { measuredOf, names } from './measured.js';
import { updatedOf } from './parameters.js';
import { longestInput, PrintedClass, printed } from './printed.js';
import { spreadOf } from './spread.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./measured.js').Name} Name */
/** @typedef {import('./spread.js').Spread} Spread */
/** @typedef {import('./claims/index.js').Judged} Judged */

/**
 * @typedef {object} ComparisonData
 * @property {Core} core
 * @property {Settings} settings
 * @property {Readonly<Record<Name, Spread>>} spreads with the reader's dimensions
 * @property {Readonly<Record<Name, number>>} erased features of a vector that are lost at position 0
 * @property {number} longest input that the printed class takes, in positions
 * @property {Readonly<Record<Name, number>>} parameters numbers that training changes in a table of the reader's sizes
 * @property {ReturnType<typeof updatedOf>} updated what a step of training changes in the little head
 * @property {import('./measured.js').Measured} measured what long measurements have given so far
 * @property {() => readonly Judged[]} judged the claims, as far as they are measured
 */

/** Positions over which query and key are moved, at most: as many as the second article's own input has. */
const MOVED = printed.length;

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {ComparisonData}
 */
export function compute(core, settings) {
  const { positions, dimensions, seed } = settings;
  const sizes = { positions: Math.min(positions, MOVED), dimensions, seed };
  const measured = measuredOf(core, settings);
  /** @param {import('./claims/claim.js').Claim} claim */
  const judged = (claim) => judge(claim, core, settings, measured);
  const updated = updatedOf(core, seed);
  const early = new Map(claims.filter(({ late }) => !late).map((claim) => [claim, judged(claim)]));
  return {
    core,
    settings,
    spreads: each((name) => spreadOf(core, name, sizes)),
    erased: each((name) => (name === 'product' ? erasedBy(core, dimensions) : 0)),
    longest: longestInput(core, 2 * printed.maxLen),
    parameters: each((name) => {
      if (name === 'product') return new PrintedClass(core, 2, 1).parameters.length;
      const { rows, own } = updated[name];
      return own === 0 ? 0 : (own / rows) * positions * dimensions;
    }),
    updated,
    measured,
    judged: () => claims.map((claim) => early.get(claim) ?? judged(claim)),
  };
}

/** @param {Core} core @param {number} dimensions @returns {number} features that the product loses at position 0 */
function erasedBy(core, dimensions) {
  const ones = { data: new Float32Array(dimensions).fill(1), shape: [1, dimensions] };
  return core.multiply(ones).data.filter((value) => value === 0).length;
}

/** @template T @param {(name: Name) => T} of @returns {Record<Name, T>} */
const each = (of) =>
  /** @type {Record<Name, T>} */ (Object.fromEntries(names.map((name) => [name, of(name)])));
