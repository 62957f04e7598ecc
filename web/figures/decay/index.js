import { defineFigure } from '../figure.js';
import { tokenRows, upTo } from '../shared/rows.js';
import { evenDimensions, key, pair, playhead, positions, query } from '../shared/rules.js';

export default defineFigure({
  name: 'decay',
  label: 'Decay',
  title: 'Does a score fade with the distance?',
  settings: ['positions', 'dimensions', 'base', 'tokens', 'query', 'key', 'seed', 'speed', 'loop'],
  few: ['positions', 'base'],
  rows: tokenRows,
  defaults: { positions: 256, dimensions: 128, speed: 8 },
  limits: upTo({ positions: 8192, dimensions: 512 }),
  rules: [positions, evenDimensions, pair, query, key, playhead],
  load: () => import('./figure.js'),
});
