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
export const checkBase = (base) => (base === undefined ? defaultBase : check.base('base', base));

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
    heap.module.inverseFrequencies(slot.address, frequencyCount(dimensions), dimensions, base);
    held.set(heap, { generation: slot.generation, dimensions, base });
  }
  return slot.address;
}

/**
 * @param {unknown} scaling
 */
function checkScaling(scaling) {
  if (scaling === undefined || scaling === null) return;
  const type = typeof scaling === 'object' && 'rope_type' in scaling ? scaling.rope_type : scaling;
  if (type === 'default' && typeof scaling === 'object') return;
  throw new RangeError(`scaling must be absent or { rope_type: "default" }, got ${check.show(type)}`);
}

/**
 * @param {Heap} heap
 * @param {{ rotaryDimensions: number, base?: number, scaling?: { rope_type: string } | null }} options
 * @returns {{ values: Float64Array, attentionFactor: number }}
 */
export function inverseFrequencies(heap, options) {
  const call = 'inverseFrequencies';
  check.options(call, options, ['rotaryDimensions', 'base', 'scaling']);
  const dimensions = check.even('rotaryDimensions', options.rotaryDimensions);
  const base = checkBase(options.base);
  checkScaling(options.scaling);
  return heap.use(call, { frequencies: 8 * frequencyCount(dimensions) }, ({ frequencies }) => {
    fillFrequencies(heap, dimensions, base);
    return { values: frequencies.readDoubles(frequencyCount(dimensions)), attentionFactor: 1 };
  });
}
