import { defineFigure } from '../figure.js';
import { modelRows } from '../models/rows.js';
import { upTo } from '../shared/rows.js';
import { evenDimensions, pair, playhead, positions } from '../shared/rules.js';

export default defineFigure({
  name: 'clocks',
  label: 'Clocks',
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
    'loop',
  ],
  few: ['model'],
  rows: modelRows,
  defaults: { positions: 64, dimensions: 64 },
  limits: upTo({ positions: 8192, dimensions: 256 }),
  rules: [positions, evenDimensions, pair, playhead],
  load: () => import('./figure.js'),
});
