/** @typedef {import('../../settings/index.js').NewRow} NewRow */

const maxPositions = 131072;
const maxDimensions = 1024;
/** A token vector is written out number by number, and that makes no sense beyond this. */
const maxVector = 512;

/**
 * What is shown: the encoding and what it is applied to.
 * @satisfies {readonly NewRow[]}
 */
export const pictureRows = /** @type {const} */ ([
  {
    name: 'encodings',
    type: 'list',
    values: ['sinusoidal', 'rotary', 'product', 'learned', 'none'],
    labels: {
      sinusoidal: 'Sinusoidal',
      rotary: 'Rotary',
      product: 'Product',
      learned: 'Learned',
      none: 'No encoding',
    },
    default: ['sinusoidal', 'rotary'],
    label: 'Encodings',
    help: 'Which encodings are compared, each in a panel of its own.',
    control: 'checkboxes',
  },
  {
    name: 'positions',
    type: 'integer',
    min: 1,
    max: maxPositions,
    scale: 'log',
    step: 1,
    default: 10,
    label: 'Positions',
    help: 'How many positions there are, counted from position 0.',
    control: 'slider',
  },
  {
    name: 'dimensions',
    type: 'integer',
    min: 2,
    max: maxDimensions,
    scale: 'log',
    step: 2,
    default: 2,
    label: 'Dimensions',
    help: 'How many features a vector has; rotary needs an even number, because it turns features in pairs.',
    control: 'slider',
  },
  {
    name: 'pair',
    type: 'integer',
    min: 0,
    max: maxDimensions / 2 - 1,
    scale: 'linear',
    step: 1,
    default: 0,
    label: 'Pair',
    help: 'Which pair of features is drawn; pair 0 turns fastest, and every later pair more slowly.',
    control: 'slider',
  },
  {
    name: 'pairing',
    type: 'choice',
    values: ['interleaved', 'half'],
    labels: { interleaved: 'interleaved: 2i, 2i+1', half: 'half: i, i+d/2' },
    default: 'interleaved',
    label: 'Pairing',
    help: 'Which two of the d features make pair i: neighbours, or one from each half of the vector.',
    control: 'select',
  },
  {
    name: 'base',
    type: 'real',
    min: 1,
    max: 1e9,
    scale: 'log',
    step: 1,
    default: 10000,
    label: 'Base θ',
    help: 'The larger the base, the more slowly the later pairs turn; write 10000, without a comma.',
    control: 'slider',
  },
  {
    name: 'vector',
    type: 'vector',
    limit: 1000,
    maxCount: maxVector,
    default: [1, 1],
    label: 'Token vector',
    help: 'What the encoding is applied to: two numbers, the same in every pair, or one number for each dimension, or “words” to give each word its own row of a seeded table.',
    control: 'text',
  },
  {
    name: 'text',
    type: 'text',
    maxLength: 20000,
    default: 'the cat sat on the mat because it was tired',
    label: 'Sentence',
    help: 'A sentence in any language; its first word stands at position 0.',
    control: 'text',
  },
  {
    name: 'seed',
    type: 'integer',
    min: 0,
    max: 4294967295,
    scale: 'linear',
    step: 1,
    default: 0,
    label: 'Seed',
    help: 'Picks all random numbers, such as those of learned tables; the same seed always gives the same numbers.',
    control: 'number',
  },
]);

/**
 * Queries and keys: who stands where.
 * @satisfies {readonly NewRow[]}
 */
export const tokenRows = /** @type {const} */ ([
  {
    name: 'distance',
    type: 'integer',
    min: -8191,
    max: 8191,
    scale: 'linear',
    step: 1,
    default: 4,
    label: 'Distance',
    help: 'How many positions the query stands after the key; below 0, before it.',
    control: 'slider',
  },
  {
    name: 'tokens',
    type: 'choice',
    values: ['general', 'equal'],
    labels: { general: 'two random vectors', equal: 'all ones, both (a trap)' },
    default: 'general',
    label: 'Query and key',
    help: 'Whether query and key are two vectors, random or your own, or both all ones, which hides mistakes.',
    control: 'select',
  },
  {
    name: 'query',
    type: 'vector',
    optional: true,
    limit: 1000,
    maxCount: maxVector,
    default: undefined,
    label: 'Your own query',
    help: 'The query vector: two numbers, the same in every pair, or one number for each dimension; empty for a random one.',
    control: 'text',
  },
  {
    name: 'key',
    type: 'vector',
    optional: true,
    limit: 1000,
    maxCount: maxVector,
    default: undefined,
    label: 'Your own key',
    help: 'The key vector: two numbers, the same in every pair, or one number for each dimension; empty for a random one.',
    control: 'text',
  },
]);

/**
 * When and how it is shown.
 * @satisfies {readonly NewRow[]}
 */
export const viewRows = /** @type {const} */ ([
  {
    name: 'at',
    type: 'real',
    min: 0,
    max: maxPositions - 1,
    optional: true,
    default: undefined,
    label: 'Position',
    help: 'The position where the figure opens, paused; it may lie between two tokens. In training, the step.',
    control: 'none',
  },
  {
    name: 'autoplay',
    type: 'boolean',
    default: false,
    label: 'Autoplay',
    help: 'Whether the figure starts to play when it comes into view.',
    control: 'none',
  },
  {
    name: 'speed',
    type: 'real',
    min: 0.1,
    max: 60,
    scale: 'log',
    step: 0.1,
    default: 2,
    label: 'Speed',
    help: 'How many positions pass in one second.',
    control: 'slider',
  },
  {
    name: 'loop',
    type: 'boolean',
    default: true,
    label: 'Loop',
    help: 'Whether playing goes on from position 0 after the last position.',
    control: 'toggle',
  },
  {
    name: 'theme',
    type: 'choice',
    values: ['auto', 'light', 'dark'],
    labels: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    default: 'auto',
    label: 'Theme',
    help: 'Light or dark colours, or whatever the reader’s system asks for.',
    control: 'none',
  },
]);

/**
 * The limits of a figure by how much it can show.
 * @param {{ positions?: number, dimensions: number }} most dimensions are even
 */
export const upTo = ({ positions = maxPositions, dimensions }) => ({
  positions: { max: positions },
  dimensions: { max: dimensions },
  pair: { max: dimensions / 2 - 1 },
  at: { max: positions - 1 },
});
