import * as check from './check.js';

/** @typedef {import('./heap.js').Heap} Heap */

const defaultBase = 10000;

/**
 * What the frequencies slot of a heap holds now, so that a frame does not compute the same powers again.
 * @type {WeakMap<Heap, { generation: number, dimensions: number, base: number }>}
 */
const held = new WeakMap();

/** @param {number} dimensions */
export const frequencyCount = (dimensions) => Math.ceil(dimensions / 2);

/** @param {unknown} base */
export const checkBase = (base) => (base === undefined ? defaultBase : check.atLeastOne('base', base));

/**
 * Makes the frequencies slot, which has been reserved, hold base^(−2i / dimensions).
 * @param {Heap} heap
 * @param {number} dimensions
 * @param {number} base
 * @returns {number} its address
 */
export function fillFrequencies(heap, dimensions, base) {
  const slot = heap.slots.frequencies;
  const now = held.get(heap);
  if (now?.generation !== slot.generation || now.dimensions !== dimensions || now.base !== base) {
    heap.calls.inverseFrequencies({ inverseFrequencies: slot.address, dimensions, base });
    held.set(heap, { generation: slot.generation, dimensions, base });
  }
  return slot.address;
}
