import { defineFigure } from '../figure.js';
import { modelRows } from '../models/rows.js';
import { upTo } from '../shared/rows.js';
import { evenDimensions, noPlayhead, pair, positions } from '../shared/rules.js';

export default defineFigure({
  name: 'spectrum',
  label: 'Spectrum',
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
  few: ['models', 'scaling'],
  rows: modelRows,
  defaults: { dimensions: 128, models: ['own', 'llama-3-1-8b'] },
  limits: upTo({ positions: 8192, dimensions: 512 }),
  rules: [positions, evenDimensions, pair, noPlayhead],
  load: () => import('./figure.js'),
});
