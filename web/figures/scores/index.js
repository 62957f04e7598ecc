import { counted, ranged } from '../../settings/index.js';
import { defineFigure } from '../figure.js';
import { tokenRows, upTo } from '../shared/rows.js';
import { distance, evenDimensions, key, pair, playheadOfTwo, positions, query } from '../shared/rules.js';

/** @typedef {import('../../settings/index.js').Rule} Rule */

/** @type {Rule} */
const head = ranged('head', {
  range: ({ heads }) => ({ max: heads - 1 }),
  why: ({ heads }) => `of ${counted(heads, 'head')}`,
  ends: (_, { heads }) => `the last of ${counted(heads, 'head')}`,
});

export default defineFigure({
  name: 'scores',
  label: 'Scores',
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
    'loop',
  ],
  few: ['methods', 'distance'],
  rows: [
    {
      name: 'methods',
      type: 'list',
      values: ['sinusoidal', 'rotary', 'product', 'learned', 'none', 'alibi', 't5'],
      labels: {
        sinusoidal: 'Sinusoidal',
        rotary: 'Rotary',
        product: 'Product',
        learned: 'Learned',
        none: 'No encoding',
        alibi: 'ALiBi',
        t5: 'T5 bias',
      },
      default: ['sinusoidal', 'rotary'],
      label: 'Encodings',
      help: 'Which encodings’ scores are compared, each in a panel of its own; ALiBi and T5 act on the score itself.',
      control: 'checkboxes',
    },
    ...tokenRows,
    {
      name: 'heads',
      type: 'integer',
      min: 1,
      max: 32,
      scale: 'linear',
      step: 1,
      default: 8,
      label: 'ALiBi heads',
      help: 'How many attention heads ALiBi has; each has a slope of its own.',
      control: 'slider',
    },
    {
      name: 'head',
      type: 'integer',
      min: 0,
      max: 31,
      scale: 'linear',
      step: 1,
      default: 0,
      label: 'ALiBi head',
      help: 'Which head’s slope ALiBi takes off the score for each position of distance.',
      control: 'slider',
    },
  ],
  defaults: { positions: 32, dimensions: 16, seed: 27 },
  limits: upTo({ positions: 256, dimensions: 256 }),
  rules: [positions, evenDimensions, pair, query, key, distance, head, playheadOfTwo],
  load: () => import('./figure.js'),
});
