/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'training',
  title: 'Heads that learn to look back, and what they do past the trained length',
  settings: [
    'lookBack',
    'dimensions',
    'trainedLength',
    'sequenceLength',
    'steps',
    'learningRate',
    'optimiser',
    'share',
    'seed',
  ],
  load: () => import('./figure.js'),
};
