import { counted, ranged } from '../../settings/index.js';
import { defineFigure } from '../figure.js';
import { lengthRows } from '../models/rows.js';
import { upTo } from '../shared/rows.js';
import { evenDimensions, pair, positions, trainedLength } from '../shared/rules.js';

/** @typedef {import('../../settings/index.js').Rule} Rule */

/** So long a run may be. */
const maxSteps = 5000;
/** A head is tested on so many times the positions that it is trained on. */
const maxTestFactor = 4;

/** @type {Rule} */
const lookBack = ranged('lookBack', {
  range: ({ trainedLength }) => ({ max: trainedLength - 1 }),
  why: ({ trainedLength }) => `${trainedLength} positions are trained on`,
});

/** @type {Rule} */
const testedLength = ranged('sequenceLength', {
  range: ({ trainedLength }) => ({ min: trainedLength, max: maxTestFactor * trainedLength }),
  why: ({ trainedLength }) => `1 to ${maxTestFactor} times the trained length, ${trainedLength}`,
  ends: (why) => `because it must be ${why}`,
});

/** The playhead goes from step to step. @type {Rule} */
const playheadOfSteps = ranged('at', {
  range: ({ steps }) => ({ max: steps }),
  why: ({ steps }) => `a run has ${counted(steps, 'step')}`,
  ends: (_, { steps }) => `the last of ${counted(steps, 'step')}`,
});

export default defineFigure({
  name: 'training',
  label: 'Training',
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
  few: ['lookBack', 'trainedLength'],
  rows: [
    ...lengthRows,
    {
      name: 'lookBack',
      type: 'integer',
      min: 1,
      max: 32,
      scale: 'linear',
      step: 1,
      default: 1,
      label: 'Look back',
      help: 'How many positions back the attention head must look; fewer than it is trained on.',
      control: 'slider',
    },
    {
      name: 'steps',
      type: 'integer',
      min: 1,
      max: maxSteps,
      scale: 'log',
      step: 1,
      default: 500,
      label: 'Steps',
      help: 'How many steps of training a run has.',
      control: 'slider',
    },
    {
      name: 'learningRate',
      type: 'real',
      min: 0.0001,
      max: 10,
      scale: 'log',
      step: 0.0001,
      default: 0.05,
      label: 'Learning rate',
      help: 'How far each step of training goes.',
      control: 'slider',
    },
    {
      name: 'optimiser',
      type: 'choice',
      values: ['adam', 'momentum'],
      labels: { adam: 'Adam', momentum: 'momentum 0.9' },
      default: 'adam',
      label: 'Optimiser',
      help: 'How each step is made from the gradient.',
      control: 'select',
    },
    {
      name: 'share',
      type: 'real',
      min: 0.1,
      max: 1,
      scale: 'linear',
      step: 0.05,
      default: 1,
      label: 'Trained share',
      help: 'Which share of the positions is trained on as queries; the others are held out, to see what was only learned by heart.',
      control: 'slider',
    },
  ],
  defaults: { dimensions: 16, trainedLength: 64, sequenceLength: 256 },
  limits: {
    ...upTo({ positions: 1024, dimensions: 64 }),
    trainedLength: { min: 2, max: 256 },
    sequenceLength: { min: 2, max: 1024 },
    at: { max: maxSteps },
  },
  rules: [positions, evenDimensions, trainedLength, pair, lookBack, testedLength, playheadOfSteps],
  load: () => import('./figure.js'),
});
