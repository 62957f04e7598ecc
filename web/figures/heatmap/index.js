/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'heatmap',
  title: 'A positional encoding as a table of colours',
  settings: ['table', 'positions', 'dimensions', 'base', 'pairing', 'seed', 'text', 'speed'],
  load: () => import('./figure.js'),
};
