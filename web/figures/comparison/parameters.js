import { whole } from '../shared/numbers.js';
import { trainerOptions } from './look-back.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {'sinusoidal' | 'rotary' | 'learned'} Learner an encoding that the core can train a head with */

/**
 * What one step of training changes.
 *
 * @typedef {object} Updated
 * @property {number} rows numbers in the encoding's rows, a row a position; 0 where it has none
 * @property {number} own of these, how many changed
 * @property {number} all how many changed, those that make queries and keys among them
 */

/** @type {Readonly<Record<Learner, readonly ('positions' | 'queries' | 'keys')[]>>} */
const blocks = Object.freeze({
  sinusoidal: ['positions', 'queries', 'keys'],
  rotary: ['queries', 'keys'],
  learned: ['positions', 'queries', 'keys'],
});

/** @param {Core} core @param {Learner} encoding @param {number} seed @returns {Updated} */
function updatedBy(core, encoding, seed) {
  const options = trainerOptions({ encoding, share: 1, seed });
  const trainer = core.trainer({ ...options, testLength: options.length });
  try {
    const rows = () => blocks[encoding].map((block) => ({ block, values: trainer.rows(block).data }));
    const before = rows();
    trainer.step(1);
    const changed = rows().map(({ block, values }, b) => ({
      block,
      size: values.length,
      count: values.filter((value, i) => value !== before[b]?.values[i]).length,
    }));
    const own = changed.find(({ block }) => block === 'positions');
    const all = changed.reduce((sum, { count }) => sum + count, 0);
    return { rows: own?.size ?? 0, own: own?.count ?? 0, all };
  } finally {
    trainer.free();
  }
}

/** @type {WeakMap<Core, { seed: number, updated: Readonly<Record<Learner, Updated>> }>} */
const last = new WeakMap();

/** What a step of training the little head changes, counted. @param {Core} core @param {number} seed */
export function updatedOf(core, seed) {
  const known = last.get(core);
  if (known?.seed === seed) return known.updated;
  const of = (/** @type {Learner} */ name) => updatedBy(core, name, seed);
  const updated = { sinusoidal: of('sinusoidal'), rotary: of('rotary'), learned: of('learned') };
  last.set(core, { seed, updated });
  return updated;
}

/** @param {Readonly<Record<Learner, Updated>>} updated */
export const updatedText = ({ learned, sinusoidal, rotary }) =>
  `A step of training changes ${whole(learned.own)} of ${whole(learned.rows)} numbers in a table’s rows and ${whole(sinusoidal.own)} in the sinusoidal ones; ` +
  `with what makes queries and keys it changes ${whole(learned.all)} with a table, ${whole(sinusoidal.all)} with sinusoidal and ${whole(rotary.all)} with rotary.`;
