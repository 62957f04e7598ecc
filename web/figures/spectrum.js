import { SpectrumBody } from './spectrum/body.js';
import { compute } from './spectrum/compute.js';
import { describe, notes } from './spectrum/describe.js';
import { idle } from './spectrum/idle.js';
import { styles } from './spectrum/styles.js';

/** @type {import('./figure.js').Figure<import('./spectrum/compute.js').SpectrumData>} */
export const spectrum = {
  name: 'spectrum',
  title: 'How fast each pair turns, and how models stretch it',
  settings: [
    'models',
    'config',
    'quantity',
    'scaling',
    'factor',
    'base',
    'dimensions',
    'trainedLength',
    'sequenceLength',
  ],
  compute,
  frame: () => {},
  describe,
  timeline: () => undefined,
  body: (host) => new SpectrumBody(host),
  styles,
  aside: () => ({}),
  idle,
  notes,
};
