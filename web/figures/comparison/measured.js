import { trained } from './look-back.js';
import { cost, scoring } from './timing.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./job.js').Task} Task */
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
 * @property {() => number | undefined} scoring milliseconds for one product of two features
 */

/** The order of the table. @type {readonly Name[]} */
export const names = Object.freeze(['sinusoidal', 'rotary', 'learned', 'product']);

/** The share of positions that the table is trained on where it is to learn by heart. */
export const SHARE = 0.5;

/** Those that the core can train: the product is none of them. */
const learners = /** @type {const} */ (['sinusoidal', 'rotary', 'learned']);

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
  trained: (/** @type {string} */ name) => `trained ${name} ${seed}`,
  halved: `halved ${seed}`,
  cost: (/** @type {string} */ name) => `cost ${name} ${positions} ${dimensions}`,
  scoring: `scoring ${dimensions}`,
});

/** @param {Core} core @param {Settings} settings @returns {Measured} what is known now, and what comes later */
export function measuredOf(core, settings) {
  const keys = keysOf(settings);
  const result = (/** @type {string} */ key) => /** @type {any} */ (knownOf(core).get(key));
  return {
    trained: (name) => result(keys.trained(name)),
    halved: () => result(keys.halved),
    cost: (name) => result(keys.cost(name)),
    scoring: () => result(keys.scoring),
  };
}

/** @param {Core} core @param {Settings} settings @returns {Task[]} what has not been measured */
export function tasksOf(core, settings) {
  const keys = keysOf(settings);
  const { positions, dimensions, seed } = settings;
  const sizes = { positions, dimensions, seed };
  const tasks = [
    ...learners.map((encoding) => ({
      key: keys.trained(encoding),
      label: `training ${encoding}`,
      weight: 3,
      run: () => trained(core, { encoding, seed, share: 1 }),
    })),
    {
      key: keys.halved,
      label: 'training learned on half of the positions',
      weight: 3,
      run: () => trained(core, { encoding: 'learned', seed, share: SHARE }),
    },
    ...names.map((name) => ({
      key: keys.cost(name),
      label: `timing ${name}`,
      weight: 2,
      run: () => cost(core, name, sizes),
    })),
    { key: keys.scoring, label: 'timing scores', weight: 1, run: () => scoring(core, sizes) },
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
  const keys = keysOf(settings);
  const results = knownOf(core);
  const all = [...learners.map(keys.trained), keys.halved, ...names.map(keys.cost), keys.scoring];
  for (const key of all) results.delete(key);
}
