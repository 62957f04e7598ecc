/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'scores',
  title: 'Does the score depend on the distance alone?',
  settings: [
    'methods',
    'distance',
    'tokens',
    'positions',
    'dimensions',
    'pair',
    'pairing',
    'base',
    'heads',
    'head',
    'query',
    'key',
    'seed',
    'speed',
  ],
  load: () => import('./figure.js'),
};
