import { defineFigure } from '../figure.js';
import { upTo } from '../shared/rows.js';
import { evenDimensions, noPlayhead, pair, positions } from '../shared/rules.js';

export default defineFigure({
  name: 'comparison',
  label: 'Comparison',
  title: 'Four encodings side by side, and what the articles say of them',
  settings: ['positions', 'dimensions', 'seed'],
  few: ['positions', 'dimensions'],
  defaults: { positions: 5000, dimensions: 512 },
  limits: upTo({ positions: 8192, dimensions: 1024 }),
  rules: [positions, evenDimensions, pair, noPlayhead],
  load: () => import('./figure.js'),
});
