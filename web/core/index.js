/**
 * The core's public face: `const core = await loadCore()`.
 * @typedef {import('./core.js').Core} Core
 * @typedef {import('./core.js').Result} Result
 * @typedef {import('./tensors.js').Tensor} Tensor
 * @typedef {import('./tensors.js').IntegerTensor} IntegerTensor
 * @typedef {import('./config.js').Encoding} Encoding
 * @typedef {import('./config.js').LayerEncoding} LayerEncoding
 * @typedef {import('./scaling-keys.js').Scaling} Scaling
 * @typedef {import('./precision.js').Precision} Precision
 * @typedef {import('./training.js').Trainer} Trainer
 * @typedef {import('./training.js').TrainerOptions} TrainerOptions
 */
export { rotaryPart } from './config-part.js';
export { parseConfig } from './config-text.js';
export { loadCore, UnsupportedError } from './load.js';
