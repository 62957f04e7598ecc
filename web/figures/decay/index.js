/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'decay',
  title: 'Does a score fade with the distance?',
  settings: ['positions', 'dimensions', 'base', 'tokens', 'query', 'key', 'seed', 'speed'],
  load: () => import('./figure.js'),
};
