/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'pairing',
  title: 'Which two features turn together: two right ways, and a wrong one',
  settings: [
    'permuted',
    'distance',
    'tokens',
    'dimensions',
    'base',
    'query',
    'key',
    'seed',
    'positions',
    'speed',
  ],
  load: () => import('./figure.js'),
};
