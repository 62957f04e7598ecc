/** @import { Judged } from './typedefs.js' */

/**
 * @template T
 * @param {T} value
 * @returns {Judged<T>}
 */
export const good = (value) => Object.freeze({ value });

/**
 * @param {string} got what was given, as words
 * @param {string} [allowed] follows "must be", where it is not what the type allows in general
 * @returns {Judged<never>}
 */
export const bad = (got, allowed) => Object.freeze({ got, allowed });
