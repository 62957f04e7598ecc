import { vectors } from './vectors.js';

/** @typedef {import('./figure.js').Figure} Figure */
/** @typedef {import('./figure.js').Body<any>} Body */
/** @typedef {import('./figure.js').BodyHost} BodyHost */
/** @typedef {import('./figure.js').Colors} Colors */
/** @typedef {import('./figure.js').Timeline} Timeline */
/** @typedef {import('./figure.js').Asks} Asks */
/** @typedef {import('../settings/index.js').Settings['figure']} FigureName */

/**
 * The first figure comes with the element; the others load when one of them comes near.
 * @type {Readonly<Record<FigureName, () => Figure | Promise<Figure>>>}
 */
const figures = Object.freeze({
  vectors: () => vectors,
  clocks: async () => (await import('./clocks.js')).clocks,
  heatmap: async () => (await import('./heatmap.js')).heatmap,
  spectrum: async () => (await import('./spectrum.js')).spectrum,
  scores: async () => (await import('./scores.js')).scores,
  decay: async () => (await import('./decay.js')).decay,
  pairing: async () => (await import('./pairing.js')).pairing,
  precision: async () => (await import('./precision.js')).precision,
  training: async () => (await import('./training.js')).training,
  comparison: async () => (await import('./comparison.js')).comparison,
});

/**
 * @param {FigureName} name
 * @returns {Figure | Promise<Figure>} at once where its code is there
 */
export const loadFigure = (name) => figures[name]();

export { Refusal } from './refusal.js';
