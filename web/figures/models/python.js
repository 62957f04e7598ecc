import { comment } from './text.js';

/** @typedef {import('./models.js').Model} Model */

/**
 * How a library writes what the code needs of it.
 * @typedef {object} Dialect
 * @property {string} imported
 * @property {string} pairs
 * @property {(name: string) => string} list
 * @property {(value: string) => string} share the value between 0 and 1
 * @property {(condition: string, value: string, other: string) => string} either
 * @property {(condition: string, value: string) => string} orZero
 */

/** @type {Dialect} */
const numpy = {
  imported: 'import numpy as np',
  pairs: 'np.arange(rotary_dimensions // 2, dtype=np.float64)',
  list: (name) => `np.array(${name}, dtype=np.float64)`,
  share: (value) => `np.clip(${value}, 0, 1)`,
  either: (condition, value, other) => `np.where(${condition}, ${value}, ${other})`,
  orZero: (condition, value) => `np.where(${condition}, ${value}, 0.0)`,
};

/** @type {Dialect} */
const torch = {
  imported: 'import torch',
  pairs: 'torch.arange(rotary_dimensions // 2, dtype=torch.float64)',
  list: (name) => `torch.tensor(${name}, dtype=torch.float64)`,
  share: (value) => `torch.clamp(${value}, 0, 1)`,
  either: (condition, value, other) => `torch.where(${condition}, ${value}, ${other})`,
  orZero: (condition, value) => `torch.where(${condition}, ${value}, torch.zeros_like(pairs))`,
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
  const { values = [], before = [], after = [], attention = '1.0' } = parts(model, dialect);
  return `${[
    // A label is no comment of the first two lines, which can name an encoding.
    'import math',
    '',
    dialect.imported,
    '',
    comment(`${model.label}: ${model.scalingType} rotary frequencies`),
    ...(model.source ? [comment(model.source)] : []),
    `rotary_dimensions = ${model.rotaryDimensions}`,
    `base = ${model.base}`,
    ...values,
    '',
    `pairs = ${dialect.pairs}`,
    ...before,
    'inverse_frequencies = base ** (-2 * pairs / rotary_dimensions)',
    ...after,
    `attention_factor = ${attention}`,
  ].join('\n')}\n`;
}

/**
 * @typedef {object} Parts
 * @property {string[]} [values]
 * @property {string[]} [before]
 * @property {string[]} [after]
 * @property {string} [attention]
 */

/** @type {Readonly<Record<string, (model: Model, dialect: Dialect) => Parts>>} */
const partsOf = Object.freeze({
  linear: ({ scaling }) => ({
    values: [`factor = ${scaling.factor}`],
    after: ['inverse_frequencies = inverse_frequencies / factor'],
  }),
  ntk: ({ scaling }) => ({
    values: [`factor = ${scaling.factor}`],
    before: [
      '# So much larger a base divides the slowest pair by the factor, and leaves the fastest as it is.',
      'base = base * factor ** (rotary_dimensions / (rotary_dimensions - 2))',
    ],
  }),
  dynamic: ({ scaling, maxPositions, sequenceLength }) => ({
    values: [
      `factor = ${scaling.factor}`,
      `max_positions = ${maxPositions}`,
      `sequence_length = ${sequenceLength}  # of the text that is read`,
    ],
    before: [
      'stretch = 1 + factor * (max(sequence_length, max_positions) / max_positions - 1)',
      'base = base * stretch ** (rotary_dimensions / (rotary_dimensions - 2))',
    ],
  }),
  yarn,
  longrope,
  llama3: ({ scaling }, { share, either }) => ({
    values: [
      `factor = ${scaling.factor}`,
      `original_length = ${scaling.original_max_position_embeddings}`,
      `low_freq_factor = ${scaling.low_freq_factor}`,
      `high_freq_factor = ${scaling.high_freq_factor}`,
    ],
    after:
      scaling.low_freq_factor === scaling.high_freq_factor
        ? [
            '# Both factors are the same: pairs that turn less often within the original length are divided.',
            'divided = 2 * math.pi / inverse_frequencies > original_length / low_freq_factor',
            `inverse_frequencies = ${either('divided', 'inverse_frequencies / factor', 'inverse_frequencies')}`,
          ]
        : [
            '# How often a pair turns within the original length decides what is kept of it.',
            'turns = original_length * inverse_frequencies / (2 * math.pi)',
            `kept = ${share('(turns - low_freq_factor) / (high_freq_factor - low_freq_factor)')}`,
            'inverse_frequencies = (1 - kept) * inverse_frequencies / factor + kept * inverse_frequencies',
          ],
  }),
  proportional: ({ scaling }, { orZero }) => ({
    values: [`partial_rotary_factor = ${scaling.partial_rotary_factor}`, `factor = ${scaling.factor ?? 1}`],
    after: [
      'turning = int(partial_rotary_factor * rotary_dimensions / 2)  # the other pairs stand still',
      `inverse_frequencies = ${orZero('pairs < turning', 'inverse_frequencies / factor')}`,
    ],
  }),
});

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
const parts = (model, dialect) => partsOf[model.scalingType]?.(model, dialect) ?? {};

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
function yarn({ scaling, maxPositions }, { share }) {
  const { mscale, mscale_all_dim: all, truncate = true } = scaling;
  const whole = (/** @type {string} */ how, /** @type {string} */ pair) =>
    truncate ? `${how}(${pair})` : pair;
  const own = scaling.attention_factor;
  const ratio = mscale && all;
  return {
    values: [
      `factor = ${scaling.factor}`,
      `original_length = ${scaling.original_max_position_embeddings ?? maxPositions}`,
      `beta_fast = ${scaling.beta_fast ?? 32}`,
      `beta_slow = ${scaling.beta_slow ?? 1}`,
      ...(own === undefined && ratio ? [`mscale = ${mscale}`, `mscale_all_dim = ${all}`] : []),
    ],
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
      `divided = ${share('(pairs - low) / (high - low)')}`,
    ],
    after: [
      'inverse_frequencies = inverse_frequencies / factor * divided + inverse_frequencies * (1 - divided)',
    ],
    attention: own ?? (ratio ? ratioOfScales : '0.1 * math.log(factor) + 1'),
  };
}

const ratioOfScales = '(0.1 * mscale * math.log(factor) + 1) / (0.1 * mscale_all_dim * math.log(factor) + 1)';

/** @param {Model} model @param {Dialect} dialect @returns {Parts} */
function longrope({ scaling, maxPositions, sequenceLength }, { list }) {
  const { attention_factor: own, factor } = scaling;
  return {
    values: [
      `original_length = ${scaling.original_max_position_embeddings ?? maxPositions}`,
      `sequence_length = ${sequenceLength}  # of the text that is read`,
      ...(own === undefined ? [`factor = ${factor ?? `${maxPositions} / original_length`}`] : []),
      ...lines('short_factor', scaling.short_factor),
      ...lines('long_factor', scaling.long_factor),
    ],
    after: [
      `factors = ${list('long_factor if sequence_length > original_length else short_factor')}`,
      'inverse_frequencies = inverse_frequencies / factors',
    ],
    attention: own ?? 'math.sqrt(1 + math.log(factor) / math.log(original_length)) if factor > 1 else 1.0',
  };
}

/**
 * @param {string} name
 * @param {ArrayLike<number>} numbers
 * @returns {string[]} Python's lines, with four numbers in each
 */
function lines(name, numbers) {
  const all = Array.from(numbers);
  const rows = all.flatMap((_, n) => (n % 4 === 0 ? [`    ${all.slice(n, n + 4).join(', ')},`] : []));
  return [`${name} = [`, ...rows, ']'];
}
