import { describe, expect, test } from 'vitest';
import { loadCore, parseConfig } from '../../web/core/index.js';

const core = await loadCore();

const whole = {
  model_type: 'phi3',
  hidden_size: 256,
  num_attention_heads: 32,
  max_position_embeddings: 131072,
  original_max_position_embeddings: 4096,
  rope_theta: 10000,
};
const four = [1, 1, 1, 1];
const types =
  '"default" or "linear" or "dynamic" or "ntk" or "yarn" or "longrope" or "llama3" or "proportional"';

/**
 * The message with which a text is refused.
 * @param {unknown} text
 */
function refusal(text) {
  try {
    core.fromConfig(parseConfig(/** @type {any} */ (text)));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return error.message;
    throw error;
  }
  return 'nothing wrong';
}

/** @param {Record<string, unknown>} scaling */
const scaled = (scaling) => ({ rope_scaling: scaling });

/** @type {[what: string, change: Record<string, unknown>, message: string][]} */
const damages = [
  [
    'a base in quotes',
    { rope_theta: '10000' },
    'rope_theta must be a finite number of at least 1, got "10000"',
  ],
  ['a negative base', { rope_theta: -1 }, 'rope_theta must be a finite number of at least 1, got -1'],
  [
    'a base that is a list',
    { rope_theta: [1e4] },
    'rope_theta must be a finite number of at least 1, got [10000]',
  ],
  [
    'half a position',
    { max_position_embeddings: 0.5 },
    'max_position_embeddings must be an integer from 1 to 100000000, got 0.5',
  ],
  [
    'a length that is true',
    { max_position_embeddings: true },
    'max_position_embeddings must be an integer from 1 to 100000000, got true',
  ],
  [
    'no sizes',
    { hidden_size: null, num_attention_heads: null },
    'head_dim, or hidden_size and num_attention_heads, must be there, got none of them',
  ],
  [
    'heads missing',
    { num_attention_heads: undefined },
    'head_dim, or hidden_size and num_attention_heads, must be there, got only hidden_size',
  ],
  ['no heads', { num_attention_heads: 0 }, 'num_attention_heads must be an integer from 1 to 1048576, got 0'],
  [
    'heads that do not fit',
    { num_attention_heads: 33 },
    'hidden_size must be a multiple of num_attention_heads, 33, got 256',
  ],
  ['a huge head', { head_dim: 1e300 }, 'head_dim must be an integer from 2 to 1048576, got 1e+300'],
  ['an odd head', { head_dim: 7 }, 'head_dim must be an even integer from 2 to 1048576, got 7'],
  [
    'a part of nothing',
    { partial_rotary_factor: 0 },
    'partial_rotary_factor must be a number above 0 and at most 1, got 0',
  ],
  [
    'more than all of the head',
    { partial_rotary_factor: 1.5 },
    'partial_rotary_factor must be a number above 0 and at most 1, got 1.5',
  ],
  [
    'a part that is odd',
    { partial_rotary_factor: 0.4 },
    'hidden_size / num_attention_heads · partial_rotary_factor must be an even integer from 2 to 1048576, got 3',
  ],
  [
    'an odd latent part',
    { qk_rope_head_dim: 63 },
    'qk_rope_head_dim must be an even integer from 2 to 1048576, got 63',
  ],
  ['a scaling that is a word', { rope_scaling: 'yarn' }, 'rope_scaling must be an object, got "yarn"'],
  ['a scaling that is a list', { rope_scaling: [1, 2] }, 'rope_scaling must be an object, got [1, 2]'],
  ['a scaling without type', scaled({ factor: 8 }), `rope_scaling.rope_type must be ${types}, got undefined`],
  [
    'an unknown type',
    scaled({ type: 'yarm', factor: 8 }),
    `rope_scaling.rope_type must be ${types}, got "yarm"`,
  ],
  ['a type that is a number', scaled({ rope_type: 3 }), `rope_scaling.rope_type must be ${types}, got 3`],
  [
    'a type of every object',
    scaled({ type: 'toString' }),
    `rope_scaling.rope_type must be ${types}, got "toString"`,
  ],
  [
    'a missing factor',
    scaled({ type: 'linear' }),
    'rope_scaling.factor must be a finite number of at least 1, got undefined',
  ],
  [
    'a negative factor',
    scaled({ type: 'linear', factor: -8 }),
    'rope_scaling.factor must be a finite number of at least 1, got -8',
  ],
  [
    'a factor below 1',
    scaled({ type: 'dynamic', factor: 0.25 }),
    'rope_scaling.factor must be a finite number of at least 1, got 0.25',
  ],
  [
    'a factor in quotes',
    scaled({ type: 'yarn', factor: '4.0' }),
    'rope_scaling.factor must be a finite number of at least 1, got "4.0"',
  ],
  [
    'a short list',
    scaled({ type: 'longrope', short_factor: [1, 1, 1], long_factor: four }),
    'rope_scaling.short_factor must have length 4, got 3',
  ],
  [
    'a long list',
    scaled({ type: 'longrope', short_factor: four, long_factor: new Array(48).fill(1) }),
    'rope_scaling.long_factor must have length 4, got 48',
  ],
  [
    'a list with a hole',
    scaled({ type: 'longrope', short_factor: four, long_factor: [1, null, 1, 1] }),
    'rope_scaling.long_factor must hold numbers from 0.001 to 1000000, got null at index 1',
  ],
  [
    'a list that is missing',
    scaled({ type: 'longrope', short_factor: four }),
    'rope_scaling.long_factor must be a list of numbers, got undefined',
  ],
  [
    'a list that is an object',
    { rope_scaling: { type: 'longrope', short_factor: { 0: 1 }, long_factor: four } },
    'rope_scaling must hold either layer types or the keys of one encoding, got "short_factor" and "type"',
  ],
  [
    'Llama 3 without its length',
    {
      ...scaled({ type: 'llama3', factor: 8, low_freq_factor: 1, high_freq_factor: 4 }),
      original_max_position_embeddings: null,
    },
    'rope_scaling.original_max_position_embeddings must be an integer from 1 to 100000000, got undefined',
  ],
  [
    'Llama 3 the wrong way round',
    scaled({ type: 'llama3', factor: 8, low_freq_factor: 4, high_freq_factor: 1 }),
    'rope_scaling.high_freq_factor must be at least low_freq_factor, 4, got 1',
  ],
  [
    'yarn without any length',
    {
      ...scaled({ type: 'yarn', factor: 4 }),
      max_position_embeddings: null,
      original_max_position_embeddings: null,
    },
    'max_position_embeddings must be an integer from 1 to 100000000, got undefined',
  ],
  [
    'truncate as a word',
    scaled({ type: 'yarn', factor: 4, truncate: 'false' }),
    'rope_scaling.truncate must be true or false, got "false"',
  ],
  [
    'a wrong layer among good ones',
    {
      rope_parameters: {
        full_attention: { rope_theta: 1e6 },
        sliding_attention: { rope_type: 'linear', factor: 0 },
      },
    },
    'rope_parameters.sliding_attention.factor must be a finite number of at least 1, got 0',
  ],
  [
    'layers and keys mixed',
    { rope_parameters: { rope_theta: 1e6, full_attention: {} } },
    'rope_parameters must hold either layer types or the keys of one encoding, got "full_attention" and "rope_theta"',
  ],
  [
    'layer types without end',
    { rope_parameters: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`layer_${n}`, {}])) },
    'rope_parameters must hold at most 16 layer types, got 10000',
  ],
  [
    'nesting without end',
    {
      rope_parameters: {
        full_attention: { full_attention: { rope_theta: [[[[[1]]]]] } },
        x: { rope_type: {} },
      },
    },
    `rope_parameters.x.rope_type must be ${types}, got an object`,
  ],
  ['a model type that is no text', { model_type: 7 }, 'model_type must be a text, got 7'],
  [
    'a model with learned positions',
    { model_type: 'gpt2' },
    'model_type must be of a model with rotary encodings, got "gpt2"',
  ],
  ['a model with ALiBi', { alibi: true }, 'alibi must be false for rotary encodings, got true'],
  [
    'a fault in layers with a long name',
    { rope_parameters: { [`${'x'.repeat(40)}yz`]: { rope_type: 'linear' } } },
    `rope_parameters.${'x'.repeat(37)}….factor must be a finite number of at least 1, got undefined`,
  ],
];

describe('a config with', () => {
  const good = core.fromConfig(whole);
  test.each(damages)('%s', (_, change, message) => {
    expect(refusal(JSON.stringify({ ...whole, ...change }))).toBe(message);
    expect(core.fromConfig(whole)).toEqual(good);
  });
});

describe('the error for a config is', () => {
  test.each([
    { rope_scaling: [] },
    { model_type: 7 },
    { rope_theta: '10000' },
    { rope_interleave: 1 },
    { rope_scaling: { type: 'linear', factor: null } },
  ])('a TypeError for %j, which is of the wrong kind', (change) => {
    expect(() => core.fromConfig({ ...whole, ...change })).toThrow(TypeError);
  });

  test.each([
    { hidden_size: null },
    { hidden_size: 250 },
    { rope_theta: 0 },
    { rope_scaling: { full_attention: {}, factor: 2 } },
    { model_type: 'gpt2' },
    { alibi: true },
  ])('a RangeError for %j, which has a wrong value', (change) => {
    expect(() => core.fromConfig({ ...whole, ...change })).toThrow(RangeError);
  });
});
