import { trainedAll } from './look-back.js';
import { times } from './timing.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./measuring.js').Task} Task */
/** @typedef {import('./look-back.js').Trained} Trained */
/** @typedef {import('./timing.js').Cost} Cost */
/** @typedef {'sinusoidal' | 'rotary' | 'learned' | 'product'} Name of an encoding, as it is compared here */

/**
 * What long measurements have given so far.
 *
 * @typedef {object} Measured
 * @property {(name: Name) => Trained | undefined} trained with every position
 * @property {() => Trained | undefined} halved the learned table, trained on half of the positions
 * @property {(name: Name) => Cost | undefined} cost
 * @property {() => number | undefined} scoring milliseconds for one product of two features; 0 where the clock is too coarse
 */

/** The order of the table. @type {readonly Name[]} */
export const names = Object.freeze(['sinusoidal', 'rotary', 'learned', 'product']);

/** The share of positions that the table is trained on where it is to learn by heart. */
export const SHARE = 0.5;

/** What is trained: the core can train no product. @type {Readonly<Record<string, import('./look-back.js').Run>>} */
const runs = Object.freeze({
  sinusoidal: { encoding: 'sinusoidal', share: 1 },
  rotary: { encoding: 'rotary', share: 1 },
  learned: { encoding: 'learned', share: 1 },
  halved: { encoding: 'learned', share: SHARE },
});

/** More than this is not remembered of other sizes. */
const REMEMBERED = 200;

/** @type {WeakMap<Core, Map<string, unknown>>} */
const known = new WeakMap();

/** @param {Core} core */
function knownOf(core) {
  const results = known.get(core) ?? new Map();
  known.set(core, results);
  return results;
}

/** @param {Settings} settings */
const keysOf = ({ positions, dimensions, seed }) => ({
  trained: `trained ${seed}`,
  times: `times ${positions} ${dimensions}`,
});

/** @param {Core} core @param {Settings} settings @returns {Measured} what is known now, and what comes later */
export function measuredOf(core, settings) {
  const keys = keysOf(settings);
  const trained = () => /** @type {Record<string, Trained> | undefined} */ (knownOf(core).get(keys.trained));
  const timed = () =>
    /** @type {import('./timing.js').Times<Name> | undefined} */ (knownOf(core).get(keys.times));
  return {
    trained: (name) => trained()?.[name],
    halved: () => trained()?.halved,
    cost: (name) => timed()?.costs[name],
    scoring: () => timed()?.scoring,
  };
}

/** @param {Core} core @param {Settings} settings @returns {Task[]} what has not been measured */
export function tasksOf(core, settings) {
  const keys = keysOf(settings);
  const { positions, dimensions, seed } = settings;
  const tasks = [
    {
      key: keys.trained,
      label: 'training all side by side',
      weight: 1,
      run: () => trainedAll(core, runs, seed),
    },
    {
      key: keys.times,
      label: 'timing all in turn',
      weight: 2,
      run: () => times(core, names, { positions, dimensions, seed }),
    },
  ];
  const results = knownOf(core);
  return tasks.filter(({ key }) => !results.has(key));
}

/** @param {Core} core @param {string} key @param {unknown} result */
export function keep(core, key, result) {
  const results = knownOf(core);
  results.set(key, result);
  for (const old of [...results.keys()].slice(0, -REMEMBERED)) results.delete(old);
}

/** So that it is measured again: on another day, or when the machine has less to do. @param {Core} core @param {Settings} settings */
export function forget(core, settings) {
  for (const key of Object.values(keysOf(settings))) knownOf(core).delete(key);
}
