/**
 * The core's public face: `const core = await loadCore()`.
 * @typedef {import('./core.js').Core} Core
 * @typedef {import('./base-core.js').Result} Result
 * @typedef {import('./tensors.js').Tensor} Tensor
 * @typedef {import('./tensors.js').IntegerTensor} IntegerTensor
 * @typedef {import('./config.js').Encoding} Encoding
 * @typedef {import('./config.js').LayerEncoding} LayerEncoding
 * @typedef {import('./scaling-keys.js').Scaling} Scaling
 * @typedef {import('./precision.js').Precision} Precision
 * @typedef {import('./training.js').Trainer} Trainer
 * @typedef {import('./training.js').TrainerOptions} TrainerOptions
 */
import { coreOf } from './core.js';
import { loadHeap } from './load.js';

export { rotaryPart } from './config-part.js';
export { parseConfig } from './config-text.js';
export { MemoryError } from './heap.js';
export { LoadError, UnsupportedError } from './load-error.js';

/** @type {WeakMap<Promise<import('./heap.js').Heap>, Promise<Core>>} */
const cores = new WeakMap();

/**
 * The core, ready for use. There is one: later calls get the same promise, unless loading has failed.
 * @param {{ wasmBinary?: Uint8Array | ArrayBuffer }} [options] the bytes of ropescope.wasm, for those who bring their own;
 *   otherwise they are found beside this module, in a browser as in Node
 * @returns {Promise<Core>}
 * @throws {import('./load-error.js').LoadError} (as a rejection) where it does not load; an `UnsupportedError` where there is no WebAssembly with SIMD
 */
export function loadCore(options = {}) {
  const loading = loadHeap(options);
  const core = cores.get(loading) ?? loading.then(coreOf);
  cores.set(loading, core);
  return core;
}
