import { show } from './check.js';

/** The answers of the C++ (status.hpp) that depend on what tensors hold or on results; all else is checked before a call. */
export const ok = 0;
export const badBase = 2;
export const notFinite = 7;
export const tooLarge = 8;
export const badPrecision = 11;
export const diverged = 14;

/**
 * The error for an answer other than `ok`.
 * @param {string} call the call's name
 * @param {number} status
 * @param {Record<string, Float32Array>} inputs by argument name
 * @returns {Error}
 */
export function refusal(call, status, inputs) {
  for (const [name, data] of status === notFinite ? Object.entries(inputs) : []) {
    const index = data.findIndex((value) => !Number.isFinite(value));
    if (index >= 0) {
      return new RangeError(`${name} must hold finite numbers, got ${show(data[index])} at index ${index}`);
    }
  }
  return new Error(`the core refused ${call}, with status ${status}`);
}
