/** @type {import('../figure.js').FigureEntry} */
export default {
  name: 'clocks',
  title: 'One dial a pair: how fast each turns with the position',
  settings: [
    'model',
    'config',
    'dimensions',
    'base',
    'scaling',
    'factor',
    'trainedLength',
    'sequenceLength',
    'positions',
    'speed',
  ],
  load: () => import('./figure.js'),
};
