import { TrainingBody } from './training/body.js';
import { describe, notes } from './training/describe.js';
import { compute } from './training/plan.js';
import { styles } from './training/styles.js';

/** @type {import('./figure.js').Figure<import('./training/plan.js').TrainingData>} */
export const training = {
  name: 'training',
  title: 'Heads that learn to look back, and what they do past the trained length',
  settings: [
    'lookBack',
    'dimensions',
    'trainedLength',
    'sequenceLength',
    'steps',
    'learningRate',
    'optimiser',
    'share',
    'seed',
  ],
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
