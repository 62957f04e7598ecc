import { brief } from '../shared/numbers.js';
import { PrecisionBody } from './body.js';
import { compute, frame } from './compute.js';
import { describe, notes } from './describe.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').PrecisionData>} */
export const figure = {
  compute,
  frame,
  describe,
  timeline: ({ labels }) => ({ labels }),
  body: (host) => new PrecisionBody(host),
  styles,
  aside: ({ frequency }) => ({ pair: `θ = ${brief(frequency)} radians a position` }),
  idle: () => [],
  notes,
};
