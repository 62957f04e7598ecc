import { brief } from '../shared/numbers.js';
import { VectorsBody } from './body.js';
import { compute, frame } from './compute.js';
import { describe } from './describe.js';
import { drag } from './drag.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').VectorsData>} */
export const figure = {
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
