import { originalLength } from './models.js';
import { comment } from './text.js';

/** @typedef {import('./models.js').Model} Model */

/** How a library writes what the code needs of it. @typedef {{ module: string, imported: string, list: string, clip: string, zero: string }} Dialect */

/** @type {Dialect} */
const numpy = { module: 'np', imported: 'import numpy as np', list: 'array', clip: 'clip', zero: '0.0' };

/** @type {Dialect} */
const torch = {
  module: 'torch',
  imported: 'import torch',
  list: 'tensor',
  clip: 'clamp',
  zero: 'torch.zeros_like(pairs)',
};

/**
 * NumPy code that computes the encoding from its formulas, in double.
 * @param {Model} model
 * @returns {string} code that ends with `inverse_frequencies`, an array, and `attention_factor`, a number
 */
export const asNumpy = (model) => codeOf(model, numpy);

/**
 * PyTorch code that computes the encoding from its formulas, in double.
 * @param {Model} model
 * @returns {string} code that ends with `inverse_frequencies`, a tensor, and `attention_factor`, a number
 */
export const asTorch = (model) => codeOf(model, torch);

/**
 * @param {Model} model
 * @param {Dialect} dialect
 */
function codeOf(model, dialect) {
  const { module, imported } = dialect;
  const {
    values = {},
    before = [],
    after = [],
    attention = '1.0',
  } = partsOf[model.scalingType]?.(model, dialect) ?? {};
  return `${[
    // A label is no comment of the first two lines, which can name an encoding.
    'import math',
    '',
    imported,
    '',
    comment(`${model.label}: ${model.scalingType} rotary frequencies`),
    ...(model.source ? [comment(model.source)] : []),
    `rotary_dimensions = ${model.rotaryDimensions}`,
    `base = ${model.base}`,
    ...Object.entries(values).flatMap(assigned),
    '',
    `pairs = ${module}.arange(rotary_dimensions // 2, dtype=${module}.float64)`,
    ...before,
    'inverse_frequencies = base ** (-2 * pairs / rotary_dimensions)',
    ...after,
    `attention_factor = ${attention}`,
  ].join('\n')}\n`;
}

/**
 * Lines of Python; a list has four numbers in each.
 * @param {[name: string, value: number | string | readonly number[] | undefined]} entry
 */
function assigned([name, value]) {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [`${name} = ${value}`];
  const rows = value.flatMap((_, n) => (n % 4 === 0 ? [`    ${value.slice(n, n + 4).join(', ')},`] : []));
  return [`${name} = [`, ...rows, ']'];
}

/**
 * What a scaling adds to the code.
 * @typedef {object} Parts
 * @property {Record<string, number | string | readonly number[] | undefined>} [values] by their names, in Python; what is undefined is left out
 * @property {string[]} [before]
 * @property {string[]} [after]
 * @property {string | number} [attention]
 */

/** @type {Readonly<Record<string, (model: Model, dialect: Dialect) => Parts>>} */
const partsOf = Object.freeze({
  linear: ({ scaling: { factor } }) => ({
    values: { factor },
    after: ['inverse_frequencies = inverse_frequencies / factor'],
  }),
  ntk: ({ scaling: { factor } }) => ({
    values: { factor },
    before: [
      '# So much larger a base divides the slowest pair by the factor, and leaves the fastest as it is.',
      'base = base * factor ** (rotary_dimensions / (rotary_dimensions - 2))',
    ],
  }),
  dynamic: ({ scaling: { factor }, maxPositions, sequenceLength }) => ({
    values: { factor, max_positions: Number(maxPositions), sequence_length: read(sequenceLength) },
    before: [
      'stretch = 1 + factor * (max(sequence_length, max_positions) / max_positions - 1)',
      'base = base * stretch ** (rotary_dimensions / (rotary_dimensions - 2))',
    ],
  }),
  yarn,
  longrope,
  llama3,
  proportional: ({ scaling: { partial_rotary_factor, factor = 1 } }, { module, zero }) => ({
    values: { partial_rotary_factor, factor },
    after: [
      'turning = int(partial_rotary_factor * rotary_dimensions / 2)  # the other pairs stand still',
      `inverse_frequencies = ${module}.where(pairs < turning, inverse_frequencies / factor, ${zero})`,
    ],
  }),
});

/** @param {number} sequenceLength */
const read = (sequenceLength) => `${sequenceLength}  # of the text that is read`;

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
function llama3(model, { module, clip }) {
  const { factor, low_freq_factor, high_freq_factor } = model.scaling;
  return {
    values: { factor, original_length: originalLength(model), low_freq_factor, high_freq_factor },
    after:
      low_freq_factor === high_freq_factor
        ? [
            '# Both factors are the same: pairs that turn less often within the original length are divided.',
            'divided = 2 * math.pi / inverse_frequencies > original_length / low_freq_factor',
            `inverse_frequencies = ${module}.where(divided, inverse_frequencies / factor, inverse_frequencies)`,
          ]
        : [
            '# How often a pair turns within the original length decides what is kept of it.',
            'turns = original_length * inverse_frequencies / (2 * math.pi)',
            `kept = ${module}.${clip}((turns - low_freq_factor) / (high_freq_factor - low_freq_factor), 0, 1)`,
            'inverse_frequencies = (1 - kept) * inverse_frequencies / factor + kept * inverse_frequencies',
          ],
  };
}

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
function yarn(model, { module, clip }) {
  const { factor, beta_fast = 32, beta_slow = 1, mscale, mscale_all_dim, truncate = true } = model.scaling;
  const { attention_factor: own } = model.scaling;
  const ratio = mscale && mscale_all_dim;
  const scales = own === undefined && ratio ? { mscale, mscale_all_dim } : {};
  const whole = (/** @type {string} */ how, /** @type {string} */ pair) =>
    truncate ? `${how}(${pair})` : pair;
  return {
    values: { factor, original_length: originalLength(model), beta_fast, beta_slow, ...scales },
    before: [
      '',
      '',
      'def pair_of(turns):',
      '    """The pair that turns so often within the original length."""',
      '    return rotary_dimensions * math.log(original_length / (turns * 2 * math.pi)) / (2 * math.log(base))',
      '',
      '',
      `low = max(${whole('math.floor', 'pair_of(beta_fast)')}, 0)`,
      `high = min(${whole('math.ceil', 'pair_of(beta_slow)')}, rotary_dimensions - 1)`,
      'if low == high:',
      '    high += 0.001',
      `divided = ${module}.${clip}((pairs - low) / (high - low), 0, 1)`,
    ],
    after: [
      'inverse_frequencies = inverse_frequencies / factor * divided + inverse_frequencies * (1 - divided)',
    ],
    attention: own ?? (ratio ? ratioOfScales : '0.1 * math.log(factor) + 1'),
  };
}

const ratioOfScales = '(0.1 * mscale * math.log(factor) + 1) / (0.1 * mscale_all_dim * math.log(factor) + 1)';

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
function longrope(model, { module, list }) {
  const { scaling, maxPositions, sequenceLength } = model;
  const {
    attention_factor: own,
    factor = `${maxPositions} / original_length`,
    short_factor,
    long_factor,
  } = scaling;
  return {
    values: {
      original_length: originalLength(model),
      sequence_length: read(sequenceLength),
      factor: own === undefined ? factor : undefined,
      short_factor,
      long_factor,
    },
    after: [
      `factors = ${module}.${list}(long_factor if sequence_length > original_length else short_factor, dtype=${module}.float64)`,
      'inverse_frequencies = inverse_frequencies / factors',
    ],
    attention: own ?? 'math.sqrt(1 + math.log(factor) / math.log(original_length)) if factor > 1 else 1.0',
  };
}
