import { HeatmapBody } from './heatmap/body.js';
import { compute, frame } from './heatmap/compute.js';
import { aside, describe, idle } from './heatmap/describe.js';
import { styles } from './heatmap/styles.js';

/** @type {import('./figure.js').Figure<import('./heatmap/compute.js').HeatmapData>} */
export const heatmap = {
  name: 'heatmap',
  title: 'A positional encoding as a table of colours',
  settings: ['table', 'positions', 'dimensions', 'base', 'pairing', 'seed', 'text', 'speed'],
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
