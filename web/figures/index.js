import { vectors } from './vectors.js';

/** @typedef {import('./vectors.js').Figure} Figure */
/** @typedef {import('./vectors/compute.js').Panel} Panel */
/** @typedef {import('./vectors/compute.js').VectorsData} VectorsData */
/** @typedef {import('./vectors/encodings.js').Encoding} Encoding */
/** @typedef {import('./vectors/charts.js').Colors} Colors */
/** @typedef {import('./vectors/formula.js').MathArray} MathArray */

/** @type {Record<string, Figure>} every figure by its name */
export const figures = Object.freeze({ vectors });
