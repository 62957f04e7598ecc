import { TrainingBody } from './body.js';
import { describe, notes } from './describe.js';
import { compute } from './plan.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./plan.js').TrainingData>} */
export const figure = {
  labels: { sequenceLength: 'Tested length' },
  compute,
  frame: () => {},
  describe,
  timeline: () => undefined,
  body: (host) => new TrainingBody(host),
  styles,
  aside: () => ({}),
  idle: () => [],
  notes,
};
