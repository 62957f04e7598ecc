import { models } from './names.js';

/** @typedef {import('../../settings/index.js').NewRow} NewRow */

const labels = Object.fromEntries(models.map(({ id, label }) => [id, label]));
const ids = models.map(({ id }) => id);
const longest = 16777216;

/**
 * The lengths of texts.
 * @satisfies {readonly NewRow[]}
 */
export const lengthRows = /** @type {const} */ ([
  {
    name: 'trainedLength',
    type: 'integer',
    min: 1,
    max: longest,
    scale: 'log',
    step: 1,
    default: 4096,
    label: 'Trained length',
    help: 'How many positions the model saw in training, before its frequencies were stretched.',
    control: 'slider',
  },
  {
    name: 'sequenceLength',
    type: 'integer',
    min: 1,
    max: longest,
    scale: 'log',
    step: 1,
    default: 16384,
    label: 'Length read',
    help: 'How many positions the model reads now, or is tested on; dynamic NTK and LongRoPE look at it.',
    control: 'slider',
  },
]);

/**
 * Rotary frequencies: whose they are, and how they are stretched.
 * @satisfies {readonly NewRow[]}
 */
export const modelRows = /** @type {const} */ ([
  {
    name: 'model',
    type: 'choice',
    values: ['own', ...ids],
    labels: { own: 'Your own', ...labels },
    default: 'own',
    label: 'Model',
    help: 'Whose rotary frequencies are shown: a published model’s, or those that you set yourself.',
    control: 'select',
  },
  {
    name: 'models',
    type: 'list',
    values: ['own', ...ids],
    labels: { own: 'Your own', ...labels },
    mayBeEmpty: true,
    maxCount: 8,
    default: ['own'],
    label: 'Models',
    help: 'Whose rotary frequencies are compared, each as a line: published models’, and those that you set yourself.',
    control: 'chooser',
  },
  {
    name: 'config',
    type: 'config',
    maxLength: 20000,
    default: '',
    label: 'Model’s config.json',
    help: 'Another model, by the contents of its config.json; its frequencies are computed as its own code does.',
    control: 'config',
  },
  {
    name: 'scaling',
    type: 'choice',
    values: ['none', 'linear', 'dynamic', 'ntk', 'yarn', 'llama3'],
    labels: {
      none: 'none',
      linear: 'linear (position interpolation)',
      dynamic: 'dynamic NTK',
      ntk: 'NTK-aware, fixed factor',
      yarn: 'YaRN',
      llama3: 'Llama 3',
    },
    default: 'none',
    label: 'Scaling',
    help: 'How your own frequencies are stretched, so that a model can read more than it was trained on.',
    control: 'select',
  },
  {
    name: 'factor',
    type: 'real',
    min: 1,
    max: 1000,
    scale: 'log',
    step: 0.1,
    default: 4,
    label: 'Scaling factor',
    help: 'How many times the trained length the stretched model is meant to read.',
    control: 'slider',
  },
  ...lengthRows,
  {
    name: 'quantity',
    type: 'choice',
    values: ['wavelength', 'frequency'],
    labels: { wavelength: 'wavelength, in positions', frequency: 'inverse frequency θ, in radians' },
    default: 'wavelength',
    label: 'Axis',
    help: 'What is drawn for each pair: how many positions it takes for a turn, or how far it turns in one.',
    control: 'select',
  },
]);
