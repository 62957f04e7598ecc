/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'comparison',
  title: 'Four encodings side by side, and what the articles say of them',
  settings: ['positions', 'dimensions', 'seed'],
  load: () => import('./figure.js'),
};
