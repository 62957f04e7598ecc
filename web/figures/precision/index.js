import { defineFigure } from '../figure.js';
import { upTo } from '../shared/rows.js';
import { drawnPair, evenDimensions, playhead, positions } from '../shared/rules.js';

export default defineFigure({
  name: 'precision',
  label: 'Precision',
  title: 'What few bits do to an angle',
  settings: ['formats', 'positions', 'dimensions', 'base', 'pair', 'speed', 'loop'],
  few: ['formats', 'positions'],
  rows: [
    {
      name: 'formats',
      type: 'list',
      values: ['float32', 'running', 'float16', 'frequencies', 'bfloat16'],
      labels: {
        float32: 'float32',
        running: 'running product (ggml)',
        float16: 'float16',
        frequencies: 'bfloat16 frequencies',
        bfloat16: 'bfloat16',
      },
      default: ['float32', 'running', 'float16', 'frequencies', 'bfloat16'],
      label: 'Angle computed in',
      help: 'In which number formats the angle is computed, each compared with double precision; “frequencies” rounds only the inverse frequencies, to bfloat16.',
      control: 'checkboxes',
    },
  ],
  defaults: { positions: 4096, dimensions: 128, pair: 3, speed: 60 },
  limits: upTo({ dimensions: 512 }),
  rules: [positions, evenDimensions, drawnPair, playhead],
  load: () => import('./figure.js'),
});
