import { ComparisonBody } from './comparison/body.js';
import { compute } from './comparison/compute.js';
import { describe, notes } from './comparison/describe.js';
import { styles } from './comparison/styles.js';

/** @type {import('./figure.js').Figure<import('./comparison/compute.js').ComparisonData>} */
export const comparison = {
  name: 'comparison',
  title: 'Four encodings side by side, and what the articles say of them',
  settings: ['positions', 'dimensions', 'seed'],
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
