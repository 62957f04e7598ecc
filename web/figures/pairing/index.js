import { defineFigure } from '../figure.js';
import { tokenRows, upTo } from '../shared/rows.js';
import { distance, evenDimensions, key, pair, playhead, positions, query } from '../shared/rules.js';

export default defineFigure({
  name: 'pairing',
  label: 'Pairing',
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
    'loop',
  ],
  few: ['permuted', 'distance'],
  rows: [
    ...tokenRows,
    {
      name: 'permuted',
      type: 'boolean',
      default: false,
      label: 'Permute the weights',
      help: 'Whether the weights that make query and key are reordered for the half pairing, as converters of models do it.',
      control: 'toggle',
    },
  ],
  defaults: { positions: 104, dimensions: 8, seed: 1 },
  limits: upTo({ positions: 8192, dimensions: 64 }),
  rules: [positions, evenDimensions, pair, query, key, distance, playhead],
  load: () => import('./figure.js'),
});
