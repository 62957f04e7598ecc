import { show } from './check.js';

/** @typedef {import('../../build/wasm/ropescope.mjs').Status} Status */

/**
 * The error for an answer other than `ok`.
 * @param {string} call the call's name
 * @param {Status} status
 * @param {Record<string, Float32Array>} inputs by argument name
 * @returns {Error}
 */
export function refusal(call, status, inputs) {
  for (const [name, data] of status === 'notFinite' ? Object.entries(inputs) : []) {
    const index = data.findIndex((value) => !Number.isFinite(value));
    if (index >= 0) {
      return new RangeError(`${name} must hold finite numbers, got ${show(data[index])} at index ${index}`);
    }
  }
  return new Error(`the core refused ${call}, with status ${status}`);
}
