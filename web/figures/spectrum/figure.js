import { SpectrumBody } from './body.js';
import { compute } from './compute.js';
import { describe, given, notes } from './describe.js';
import { idle } from './idle.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').SpectrumData>} */
export const figure = {
  compute,
  frame: () => {},
  describe,
  given,
  timeline: () => undefined,
  body: (host) => new SpectrumBody(host),
  styles,
  aside: () => ({}),
  idle,
  notes,
};
