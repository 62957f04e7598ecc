import { HeatmapBody } from './body.js';
import { compute, frame } from './compute.js';
import { aside, describe, idle } from './describe.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').HeatmapData>} */
export const figure = {
  compute,
  frame,
  describe,
  timeline: ({ labels }) => ({ labels }),
  body: (host) => new HeatmapBody(host),
  styles,
  aside,
  idle,
  notes: ({ notes }) => notes,
};
