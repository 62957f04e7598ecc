/**
 * The core's public face: `const core = await loadCore()`.
 * @typedef {import('./core.js').Core} Core
 * @typedef {import('./core.js').Result} Result
 * @typedef {import('./tensors.js').Tensor} Tensor
 * @typedef {import('./tensors.js').IntegerTensor} IntegerTensor
 */
export { loadCore, UnsupportedError } from './load.js';
