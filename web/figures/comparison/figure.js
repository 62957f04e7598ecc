import { ComparisonBody } from './body.js';
import { compute } from './compute.js';
import { describe, notes } from './describe.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').ComparisonData>} */
export const figure = {
  compute,
  frame: () => {},
  describe,
  timeline: () => undefined,
  body: (host) => new ComparisonBody(host),
  styles,
  aside: ({ settings: { positions, dimensions } }) => ({
    dimensions: `${(positions * dimensions).toLocaleString('en')} numbers in all`,
  }),
  idle: () => [],
  notes,
};
