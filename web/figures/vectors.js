import { VectorsBody } from './vectors/body.js';
import { compute, frame } from './vectors/compute.js';
import { describe } from './vectors/describe.js';
import { drag } from './vectors/drag.js';
import { brief } from './vectors/numbers.js';
import { styles } from './vectors/styles.js';

/** @type {import('./figure.js').Figure<import('./vectors/compute.js').VectorsData>} */
export const vectors = {
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
  compute,
  frame,
  describe,
  timeline: (data) => data,
  body: (host) => new VectorsBody(host),
  styles,
  aside: ({ inverseFrequency, wavelength }) => ({
    pair: `θ ${brief(inverseFrequency)} rad a position, wavelength ${brief(wavelength)}`,
  }),
  idle: ({ dimensions }) => (dimensions < 4 ? ['pair'] : []),
  notes: ({ notes }) => notes,
  drag,
};
