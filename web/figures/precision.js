import { PrecisionBody } from './precision/body.js';
import { compute, frame } from './precision/compute.js';
import { describe, notes } from './precision/describe.js';
import { styles } from './precision/styles.js';
import { brief } from './vectors/numbers.js';

/** @type {import('./figure.js').Figure<import('./precision/compute.js').PrecisionData>} */
export const precision = {
  name: 'precision',
  title: 'What few bits do to an angle',
  settings: ['formats', 'positions', 'dimensions', 'base', 'pair', 'speed'],
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
