/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'precision',
  title: 'What few bits do to an angle',
  settings: ['formats', 'positions', 'dimensions', 'base', 'pair', 'speed'],
  load: () => import('./figure.js'),
};
