/** @typedef {import('../../settings/index.js').NewRow} NewRow */

/**
 * Published models whose encodings can be shown: their names in settings, and what people read. What each has is in `presets.js`.
 * @type {readonly Readonly<{ id: string, label: string }>[]}
 */
export const models = Object.freeze(
  [
    ['llama-2-7b', 'Llama 2 7B'],
    ['codellama-7b', 'CodeLlama 7B'],
    ['llama-3-8b', 'Llama 3 8B'],
    ['llama-3-1-8b', 'Llama 3.1 8B'],
    ['llama-3-2-1b', 'Llama 3.2 1B'],
    ['mistral-7b-v0-1', 'Mistral 7B v0.1'],
    ['mistral-7b-v0-3', 'Mistral 7B v0.3'],
    ['qwen2-5-7b', 'Qwen2.5 7B'],
    ['qwen2-5-7b-yarn', 'Qwen2.5 7B with YaRN'],
    ['qwen2-5-7b-1m', 'Qwen2.5 7B 1M'],
    ['qwen3-8b', 'Qwen3 8B'],
    ['gemma-2-2b', 'Gemma 2 2B'],
    ['gemma-3-4b', 'Gemma 3 4B'],
    ['gemma-4', 'Gemma 4'],
    ['phi-3-mini-4k', 'Phi-3 mini 4k'],
    ['phi-3-mini-128k', 'Phi-3 mini 128k'],
    ['phi-2', 'Phi-2'],
    ['phi-4', 'Phi-4'],
    ['deepseek-v3', 'DeepSeek-V3'],
    ['gpt-oss', 'gpt-oss'],
    ['gpt-neox-20b', 'GPT-NeoX 20B'],
    ['pythia-6-9b', 'Pythia 6.9B'],
    ['gpt-j-6b', 'GPT-J 6B'],
    ['falcon-7b', 'Falcon 7B'],
    ['stablelm-3b', 'StableLM 3B'],
    ['smollm2-1-7b', 'SmolLM2 1.7B'],
  ].map(([id, label]) => Object.freeze({ id, label })),
);

/** A choice among them, or of several. */
const whose = {
  values: ['own', ...models.map(({ id }) => id)],
  labels: { own: 'Your own', ...Object.fromEntries(models.map(({ id, label }) => [id, label])) },
};

/** A length. */
const length = /** @type {const} */ ({
  type: 'integer',
  min: 1,
  max: 16777216,
  scale: 'log',
  step: 1,
  control: 'slider',
});

/**
 * The lengths of texts.
 * @satisfies {readonly NewRow[]}
 */
export const lengthRows = /** @type {const} */ ([
  {
    ...length,
    name: 'trainedLength',
    default: 4096,
    label: 'Trained length',
    help: 'How many positions the model saw in training, before its frequencies were stretched.',
  },
  {
    ...length,
    name: 'sequenceLength',
    default: 16384,
    label: 'Length read',
    help: 'How many positions the model reads now, or is tested on; dynamic NTK and LongRoPE look at it.',
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
    ...whose,
    default: 'own',
    label: 'Model',
    help: 'Whose rotary frequencies are shown: a published model’s, or those that you set yourself.',
    control: 'select',
  },
  {
    name: 'models',
    type: 'list',
    ...whose,
    mayBeEmpty: true,
    maxCount: 8,
    default: ['own'],
    label: 'Models',
    help: 'Whose rotary frequencies are compared, each as a line: published models’, and those that you set yourself.',
    control: 'own',
  },
  {
    name: 'config',
    type: 'config',
    maxLength: 20000,
    default: '',
    label: 'Model’s config.json',
    help: 'Another model, by the contents of its config.json; its frequencies are computed as its own code does.',
    control: 'own',
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
