import { defineFigure } from '../figure.js';
import { upTo } from '../shared/rows.js';
import { dimensionsOf, drawnPair, playhead, positions, vector } from '../shared/rules.js';
import * as code from './figure.js';

/** @type {import('../../settings/index.js').Rule} */
const dimensions = dimensionsOf(({ encodings }) => encodings.includes('rotary'));

export default defineFigure({
  name: 'vectors',
  label: 'Vectors',
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
    'loop',
  ],
  few: ['text', 'positions'],
  limits: upTo({ positions: 4096, dimensions: 512 }),
  rules: [positions, dimensions, drawnPair, vector, playhead],
  load: () => code,
});
