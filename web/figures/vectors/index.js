import * as code from './figure.js';

/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'vectors',
  title: 'Token vectors and what a position does to them',
  settings: [
    'text',
    'positions',
    'dimensions',
    'pair',
    'base',
    'vector',
    'encodings',
    'pairing',
    'seed',
    'speed',
  ],
  load: () => code,
};
