/** @type {import('../figure.js').FigureEntry} */
export default {
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
  load: () => import('./figure.js'),
};
