import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { refuse } from './core-support.js';

const core = await loadCore();

/**
 * A case of inverseFrequencies with 8 rotary dimensions.
 * @param {unknown} scaling
 * @param {new () => Error} type
 * @param {string} message
 * @param {object} [more] options
 * @returns {[string, unknown[], new () => Error, string]}
 */
const one = (scaling, type, message, more = {}) => [
  'inverseFrequencies',
  [{ rotaryDimensions: 8, scaling, ...more }],
  type,
  message,
];

const types = ['default', 'linear', 'dynamic', 'ntk', 'yarn', 'longrope', 'llama3', 'proportional']
  .map((type) => `"${type}"`)
  .join(' or ');
const four = [1, 1, 1, 1];
const length = 'an integer from 1 to 100000000, got';
const factor = 'scaling.factor must be a finite number of at least 1, got';
const turns = 'must be a number from 0.000001 to 1000000, got';
const llama3 = {
  rope_type: 'llama3',
  factor: 8,
  low_freq_factor: 1,
  high_freq_factor: 4,
  original_max_position_embeddings: 8192,
};

describe('types', () => {
  refuse(core, [
    one('yarn', TypeError, 'scaling must be an object, got "yarn"'),
    one([], TypeError, 'scaling must be an object, got []'),
    one({}, TypeError, `scaling.rope_type must be ${types}, got undefined`),
    one({ rope_type: 'yarm' }, RangeError, `scaling.rope_type must be ${types}, got "yarm"`),
    one({ type: 'su' }, RangeError, `scaling.type must be ${types}, got "su"`),
    one({ rope_type: 4 }, TypeError, `scaling.rope_type must be ${types}, got 4`),
    one({ rope_type: 'constructor' }, RangeError, `scaling.rope_type must be ${types}, got "constructor"`),
    one(
      { rope_type: 'linear', type: 'yarn', factor: 2 },
      RangeError,
      'scaling.type must be that of rope_type, linear, got "yarn"',
    ),
  ]);
});

describe('keys', () => {
  refuse(core, [
    one(
      { rope_type: 'default', factor: 2 },
      RangeError,
      'keys of scaling must be of rope_type, type for default, got "factor"',
    ),
    one(
      { type: 'linear', factor: 2, beta_fast: 32 },
      RangeError,
      'keys of scaling must be of rope_type, type, factor for linear, got "beta_fast"',
    ),
    one(
      { ...llama3, rope_theta: 500000 },
      RangeError,
      'keys of scaling must be of rope_type, type, factor, low_freq_factor, high_freq_factor, original_max_position_embeddings for llama3, got "rope_theta"',
    ),
    one({ rope_type: 'linear' }, TypeError, `${factor} undefined`),
    one({ rope_type: 'ntk', factor: null }, TypeError, `${factor} null`),
    one(
      { rope_type: 'longrope', short_factor: four },
      TypeError,
      'scaling.long_factor must be a list of numbers, got undefined',
    ),
    one({ ...llama3, low_freq_factor: undefined }, TypeError, `scaling.low_freq_factor ${turns} undefined`),
    one(
      { ...llama3, original_max_position_embeddings: undefined },
      TypeError,
      `scaling.original_max_position_embeddings must be ${length} undefined`,
    ),
    one(
      { rope_type: 'proportional' },
      TypeError,
      'scaling.partial_rotary_factor must be a number above 0 and at most 1, got undefined',
    ),
  ]);
});

describe('numbers', () => {
  const yarn = { rope_type: 'yarn', factor: 4, original_max_position_embeddings: 4096 };
  const lists = { rope_type: 'longrope', short_factor: four, long_factor: four };
  refuse(core, [
    one({ rope_type: 'linear', factor: 0.5 }, RangeError, `${factor} 0.5`),
    one({ rope_type: 'yarn', factor: -8 }, RangeError, `${factor} -8`),
    one({ rope_type: 'dynamic', factor: Number.NaN }, RangeError, `${factor} NaN`),
    one({ ...llama3, factor: '8' }, TypeError, `${factor} "8"`),
    one({ rope_type: 'proportional', partial_rotary_factor: 0.5, factor: 0 }, RangeError, `${factor} 0`),
    one({ ...lists, factor: 0.9 }, RangeError, `${factor} 0.9`, { maxPositions: 100 }),
    one(
      { rope_type: 'proportional', partial_rotary_factor: 1.5 },
      RangeError,
      'scaling.partial_rotary_factor must be a number above 0 and at most 1, got 1.5',
    ),
    one(
      { rope_type: 'ntk', factor: 1e300 },
      RangeError,
      'scaling.factor must be small enough for a finite base, got 1e+300',
    ),
    one({ ...lists, long_factor: [1, 1, 1] }, RangeError, 'scaling.long_factor must have length 4, got 3'),
    one(
      { ...lists, short_factor: [1, 1, 0, 1] },
      RangeError,
      'scaling.short_factor must hold numbers from 0.001 to 1000000, got 0 at index 2',
    ),
    one(
      { ...lists, short_factor: [1, 1, '1', 1] },
      TypeError,
      'scaling.short_factor must hold numbers from 0.001 to 1000000, got "1" at index 2',
    ),
    one(
      { ...lists, original_max_position_embeddings: 1 },
      RangeError,
      'scaling.original_max_position_embeddings must be an integer from 2 to 100000000, got 1',
    ),
    one(
      { ...yarn, original_max_position_embeddings: 0 },
      RangeError,
      `scaling.original_max_position_embeddings must be ${length} 0`,
    ),
    one({ ...yarn, beta_fast: 0 }, RangeError, `scaling.beta_fast ${turns} 0`),
    one({ ...yarn, beta_slow: '1' }, TypeError, `scaling.beta_slow ${turns} "1"`),
    one({ ...yarn, beta_fast: 0.5 }, RangeError, 'scaling.beta_fast must be at least beta_slow, 1, got 0.5'),
    one({ ...yarn, mscale: -1 }, RangeError, 'scaling.mscale must be a number from 0 to 1000000, got -1'),
    one(
      { ...yarn, attention_factor: 0 },
      RangeError,
      'scaling.attention_factor must be a finite number above 0, got 0',
    ),
    one({ ...yarn, truncate: 0 }, TypeError, 'scaling.truncate must be true or false, got 0'),
    one(
      { ...llama3, high_freq_factor: 0.5 },
      RangeError,
      'scaling.high_freq_factor must be at least low_freq_factor, 1, got 0.5',
    ),
  ]);
});

describe('the other options', () => {
  const yarn = { rope_type: 'yarn', factor: 4 };
  const lists = { rope_type: 'longrope', short_factor: four, long_factor: four };
  refuse(core, [
    one(yarn, TypeError, `maxPositions must be ${length} undefined`),
    one({ rope_type: 'dynamic', factor: 2 }, TypeError, `maxPositions must be ${length} undefined`),
    one(lists, TypeError, 'maxPositions must be an integer from 2 to 100000000, got undefined'),
    one(
      { ...lists, original_max_position_embeddings: 50 },
      TypeError,
      `maxPositions must be ${length} undefined`,
    ),
    one(lists, RangeError, 'maxPositions must be an integer from 2 to 100000000, got 1', { maxPositions: 1 }),
    one(null, RangeError, `maxPositions must be ${length} 4096.5`, { maxPositions: 4096.5 }),
    one(null, RangeError, `sequenceLength must be ${length} 0`, { sequenceLength: 0 }),
    one(null, TypeError, 'headDimensions must be an integer from 8 to 1048576, got "8"', {
      headDimensions: '8',
    }),
    one(null, RangeError, 'headDimensions must be an integer from 8 to 1048576, got 4', {
      headDimensions: 4,
    }),
    one(
      { ...yarn, original_max_position_embeddings: 9 },
      RangeError,
      'base must be above 1 for yarn, got 1',
      {
        base: 1,
      },
    ),
    one({ rope_type: 'ntk', factor: 2 }, RangeError, 'rotaryDimensions must be at least 4 for ntk, got 2', {
      rotaryDimensions: 2,
    }),
    one(
      { rope_type: 'proportional', partial_rotary_factor: 0.5 },
      RangeError,
      'rotaryDimensions must be the headDimensions, 16, for proportional, got 8',
      { headDimensions: 16 },
    ),
    one(
      null,
      RangeError,
      'options of inverseFrequencies must be of rotaryDimensions, headDimensions, base, scaling, maxPositions, sequenceLength, got "factor"',
      { factor: 2 },
    ),
    [
      'yarnRamp',
      [{ rotaryDimensions: 8, scaling: { rope_type: 'linear', factor: 2 } }],
      RangeError,
      'scaling.rope_type must be "yarn", got "linear"',
    ],
  ]);
});

test('extremes that are allowed give finite numbers', () => {
  const bounds = { factor: 1e6, original_max_position_embeddings: 1 };
  const lists = { short_factor: four.map(() => 0.001), long_factor: four.map(() => 1e6) };
  /** @type {import('../../web/core/index.js').Scaling[]} */
  const scalings = [
    { rope_type: 'linear', factor: Number.MAX_VALUE },
    { rope_type: 'dynamic', factor: 1e6 },
    { rope_type: 'yarn', ...bounds, beta_fast: 1e6, beta_slow: 1e-6 },
    { rope_type: 'yarn', ...bounds, beta_fast: 1e-6, beta_slow: 1e-6, truncate: false },
    {
      rope_type: 'yarn',
      factor: 1e6,
      original_max_position_embeddings: 1e8,
      beta_fast: 1e-6,
      beta_slow: 1e-6,
    },
    { rope_type: 'yarn', factor: 1e6, mscale: 1e6, mscale_all_dim: 1e-300 },
    { rope_type: 'llama3', ...bounds, low_freq_factor: 1e-6, high_freq_factor: 1e6 },
    { rope_type: 'longrope', ...lists },
    { rope_type: 'longrope', ...lists, original_max_position_embeddings: 2, factor: 1e300 },
    { rope_type: 'proportional', partial_rotary_factor: 1e-9, factor: 1e6 },
  ];
  for (const scaling of scalings) {
    for (const base of [1.0000001, 1e4, 1e100]) {
      const options = { rotaryDimensions: 8, base, scaling, maxPositions: 1e8, sequenceLength: 1e8 };
      const { values, attentionFactor } = core.inverseFrequencies(options);
      expect(
        values.every((value) => value >= 0 && value <= 1000),
        JSON.stringify(options),
      ).toBe(true);
      expect(Number.isFinite(attentionFactor)).toBe(true);
    }
  }
});
