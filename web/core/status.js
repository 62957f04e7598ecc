import { lengthOf } from './arguments.js';
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
    for (let n = 0; n < lengthOf(data); n++) {
      if (Number.isFinite(data[n])) continue;
      return new RangeError(`${name} must hold finite numbers, got ${show(data[n])} at index ${n}`);
    }
  }
  return new Error(`the core refused ${call}, with status ${status}`);
}
