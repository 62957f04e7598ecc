/** A good config, as a reader might paste it. */
export const whole = Object.freeze({
  model_type: 'phi3',
  hidden_size: 256,
  num_attention_heads: 32,
  max_position_embeddings: 131072,
  original_max_position_embeddings: 4096,
  rope_theta: 10000,
});

const four = [1, 1, 1, 1];
const jsonObject = 'must be a JSON object of at most 20000 characters, not counting white space';
const types =
  '"default" or "linear" or "dynamic" or "ntk" or "yarn" or "longrope" or "llama3" or "proportional"';
const factor = 'rope_scaling.factor must be a finite number of at least 1';

/** @param {Record<string, unknown>} change @returns {string} */
const changed = (change) => JSON.stringify({ ...whole, ...change });

/** @param {Record<string, unknown>} scaling */
const scaled = (scaling) => changed({ rope_scaling: scaling });

/**
 * Texts that are no usable config, and what is said of each after `config` and a space or a colon.
 * @type {readonly [what: string, text: string, message: string][]}
 */
export const damages = [
  ['no JSON', 'rope_theta = 10000', `${jsonObject}, got "rope_theta = 10000", which is not JSON`],
  ['half of it', '{"rope_theta": 10000, ', `${jsonObject}, got "{"rope_theta": 10000, ", which is not JSON`],
  ['a comment', '{} // mine', `${jsonObject}, got "{} // mine", which is not JSON`],
  [
    'Python’s None',
    '{"rope_scaling": None}',
    `${jsonObject}, got "{"rope_scaling": None}", which is not JSON`,
  ],
  ['a list', '[1, 2]', `${jsonObject}, got [1, 2]`],
  ['a number', '7', `${jsonObject}, got 7`],
  ['null', 'null', `${jsonObject}, got null`],
  [
    'markup',
    '<img src=x onerror=alert(1)>',
    `${jsonObject}, got "<img src=x onerror=alert(1)>", which is not JSON`,
  ],
  [
    'a megabyte that is no JSON',
    'x'.repeat(1 << 20),
    `${jsonObject}, got "${'x'.repeat(40)}…", which is not JSON`,
  ],
  [
    'a megabyte of brackets',
    '['.repeat(1 << 20),
    `${jsonObject}, got "${'['.repeat(40)}…", which is not JSON`,
  ],
  [
    'a megabyte of JSON',
    `{"a":"${'y'.repeat(1 << 20)}"}`,
    ': head_dim, or hidden_size and num_attention_heads, must be there, got none of them',
  ],
  [
    'a megabyte of scaling',
    `{"rope_scaling":{"a":"${'y'.repeat(1 << 20)}"}}`,
    `${jsonObject}, got 1048601 characters`,
  ],
  [
    'nothing in it',
    '{}',
    ': head_dim, or hidden_size and num_attention_heads, must be there, got none of them',
  ],
  [
    'a base in quotes',
    changed({ rope_theta: '10000' }),
    ': rope_theta must be a finite number of at least 1, got "10000"',
  ],
  [
    'a negative base',
    changed({ rope_theta: -1 }),
    ': rope_theta must be a finite number of at least 1, got -1',
  ],
  [
    'half a position',
    changed({ max_position_embeddings: 0.5 }),
    ': max_position_embeddings must be an integer from 1 to 100000000, got 0.5',
  ],
  [
    'a length that is true',
    changed({ max_position_embeddings: true }),
    ': max_position_embeddings must be an integer from 1 to 100000000, got true',
  ],
  [
    'heads missing',
    changed({ num_attention_heads: undefined }),
    ': head_dim, or hidden_size and num_attention_heads, must be there, got only hidden_size',
  ],
  [
    'no heads',
    changed({ num_attention_heads: 0 }),
    ': num_attention_heads must be an integer from 1 to 1048576, got 0',
  ],
  [
    'heads that do not fit',
    changed({ num_attention_heads: 33 }),
    ': hidden_size must be a multiple of num_attention_heads, 33, got 256',
  ],
  ['an odd head', changed({ head_dim: 7 }), ': head_dim must be an even integer from 2 to 1048576, got 7'],
  [
    'a huge head',
    changed({ head_dim: 1e300 }),
    ': head_dim must be an integer from 2 to 1048576, got 1e+300',
  ],
  [
    'more than can be drawn',
    changed({ head_dim: 65536 }),
    'must have at most 2048 rotary dimensions, got 65536',
  ],
  [
    'a part of nothing',
    changed({ partial_rotary_factor: 0 }),
    ': partial_rotary_factor must be a number above 0 and at most 1, got 0',
  ],
  [
    'a scaling that is a word',
    changed({ rope_scaling: 'yarn' }),
    ': rope_scaling must be an object, got "yarn"',
  ],
  [
    'a scaling without type',
    scaled({ factor: 8 }),
    `: rope_scaling.rope_type must be ${types}, got undefined`,
  ],
  [
    'an unknown type',
    scaled({ type: 'yarm', factor: 8 }),
    `: rope_scaling.rope_type must be ${types}, got "yarm"`,
  ],
  [
    'a type of every object',
    scaled({ type: 'toString' }),
    `: rope_scaling.rope_type must be ${types}, got "toString"`,
  ],
  ['a missing factor', scaled({ type: 'linear' }), `: ${factor}, got undefined`],
  ['a negative factor', scaled({ type: 'linear', factor: -8 }), `: ${factor}, got -8`],
  ['a factor below 1', scaled({ type: 'dynamic', factor: 0.25 }), `: ${factor}, got 0.25`],
  ['a factor in quotes', scaled({ type: 'yarn', factor: '4.0' }), `: ${factor}, got "4.0"`],
  [
    'a short list',
    scaled({ type: 'longrope', short_factor: [1, 1, 1], long_factor: four }),
    ': rope_scaling.short_factor must have length 4, got 3',
  ],
  [
    'a list with a hole',
    scaled({ type: 'longrope', short_factor: four, long_factor: [1, null, 1, 1] }),
    ': rope_scaling.long_factor must hold numbers from 0.001 to 1000000, got null at index 1',
  ],
  [
    'a list that is missing',
    scaled({ type: 'longrope', short_factor: four }),
    ': rope_scaling.long_factor must be a list of numbers, got undefined',
  ],
  [
    'Llama 3 the wrong way round',
    scaled({ type: 'llama3', factor: 8, low_freq_factor: 4, high_freq_factor: 1 }),
    ': rope_scaling.high_freq_factor must be at least low_freq_factor, 4, got 1',
  ],
  [
    'truncate as a word',
    scaled({ type: 'yarn', factor: 4, truncate: 'false' }),
    ': rope_scaling.truncate must be true or false, got "false"',
  ],
  [
    'nested nonsense',
    changed({ rope_parameters: { full_attention: { full_attention: [[[[1]]]] }, x: { rope_type: {} } } }),
    `: rope_parameters.x.rope_type must be ${types}, got an object`,
  ],
  [
    'a model with learned positions',
    changed({ model_type: 'gpt2' }),
    ': model_type must be of a model with rotary encodings, got "gpt2"',
  ],
];
