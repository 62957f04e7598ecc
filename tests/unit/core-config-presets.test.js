import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { toVersion5 } from './core-preset-forms.js';
import { presets } from './core-presets.js';

const core = await loadCore();

/** @param {string[]} warnings */
const withoutPairing = (warnings) => warnings.filter((warning) => !warning.startsWith('the pairing '));

describe.each(Object.entries(presets))('%s', (_, { config, layers, warnings = [] }) => {
  test.each([
    ['4', config, 'rope_scaling'],
    ['5', toVersion5(config), 'rope_parameters'],
  ])('is itself from its config in the form of transformers %s', (_version, given, name) => {
    const before = structuredClone(given);
    const got = core.fromConfig(given);
    expect(given).toEqual(before);
    const known = got.layers.map(({ inverseFrequencies, attentionFactor, ...rest }) => rest);
    expect(known).toEqual(layers);
    expect(withoutPairing(got.warnings)).toEqual(warnings.map((warning) => warning.replace('@', name)));
    for (const { inverseFrequencies, attentionFactor, maxPositions, ...rest } of got.layers) {
      const { rotaryDimensions, headDimensions, base, scaling } = rest;
      expect({ values: inverseFrequencies, attentionFactor }).toEqual(
        core.inverseFrequencies({
          rotaryDimensions,
          headDimensions,
          base,
          scaling,
          maxPositions: maxPositions ?? undefined,
        }),
      );
    }
  });
});

test.each([
  ['llama', 'interleaved', /^the pairing is interleaved, as in Meta's own code/],
  ['gptj', 'interleaved', undefined],
  ['deepseek_v3', 'interleaved', undefined],
  ['gpt_neox', 'half', undefined],
  ['falcon', 'half', undefined],
  ['cohere', 'interleaved', undefined],
  ['cohere2', 'interleaved', undefined],
  ['deepseek_v2', 'interleaved', undefined],
  ['ernie4_5', 'interleaved', undefined],
  ['glm', 'interleaved', undefined],
  ['glm4', 'interleaved', undefined],
  ['helium', 'interleaved', undefined],
  ['llama4_text', 'interleaved', undefined],
  ['mistral', 'half', /^the pairing of "mistral" is not known here, so half is assumed$/],
  [undefined, 'half', /^the pairing of a model without model_type is not known here, so half is assumed$/],
])('%s turns by the pairing %s', (model_type, pairing, warning) => {
  const config = {
    model_type,
    head_dim: 64,
    rope_theta: 10000,
    max_position_embeddings: 2048,
    rotary_pct: 1,
  };
  const { layers, warnings } = core.fromConfig(config);
  expect(layers[0].pairing).toBe(pairing);
  if (warning) expect(warnings).toEqual([expect.stringMatching(warning)]);
  else expect(warnings).toEqual([]);
});

test('a config that says how it is interleaved is believed', () => {
  const config = { model_type: 'other', head_dim: 64, rope_theta: 1e4, max_position_embeddings: 4096 };
  const told = core.fromConfig({ ...config, rope_interleave: true });
  expect(told.layers[0].pairing).toBe('interleaved');
  expect(told.warnings).toEqual([]);
  expect(core.fromConfig({ ...config, rope_interleave: false }).layers[0].pairing).toBe('half');
});

test('Llama 4, whose scaling blends no pair', () => {
  const scaling = {
    rope_type: 'llama3',
    factor: 16,
    low_freq_factor: 1,
    high_freq_factor: 1,
    original_max_position_embeddings: 8192,
  };
  const { layers, warnings } = core.fromConfig({
    model_type: 'llama4',
    text_config: {
      model_type: 'llama4_text',
      head_dim: 128,
      max_position_embeddings: 10485760,
      no_rope_layers: [1, 1, 1, 0],
      rope_scaling: scaling,
      rope_theta: 500000,
    },
  });
  expect(layers).toHaveLength(1);
  const [{ inverseFrequencies, pairing }] = layers;
  expect(pairing).toBe('interleaved');
  const plain = core.inverseFrequencies({ rotaryDimensions: 128, base: 500000 }).values;
  expect(inverseFrequencies).toEqual(
    plain.map((frequency, pair) => (pair < 35 ? frequency : frequency / 16)),
  );
  expect(warnings).toEqual([
    'text_config.rope_scaling: low_freq_factor and high_freq_factor are both 1, so no pair is blended',
    'text_config.no_rope_layers is not known here, and left out',
  ]);
});

test('ModernBERT, whose sliding layers have a base of their own', () => {
  const config = {
    model_type: 'modernbert',
    hidden_size: 768,
    num_attention_heads: 12,
    max_position_embeddings: 8192,
    global_rope_theta: 160000,
    local_rope_theta: 10000,
  };
  const bases = (/** @type {object} */ given) =>
    core.fromConfig(given).layers.map(({ layerType, base, scaling }) => [layerType, base, scaling.rope_type]);
  expect(core.fromConfig(config).warnings).toEqual([]);
  expect(bases(config)).toEqual([
    ['sliding_attention', 10000, 'default'],
    ['full_attention', 160000, 'default'],
  ]);
  expect(bases({ ...config, rope_scaling: { type: 'linear', factor: 2 } })).toEqual([
    ['sliding_attention', 10000, 'linear'],
    ['full_attention', 160000, 'linear'],
  ]);
  const { global_rope_theta, local_rope_theta, ...bare } = config;
  expect(bases(bare)).toEqual(bases(config));
  const theta = (/** @type {number} */ rope_theta) => ({ rope_type: 'default', rope_theta });
  const version5 = { sliding_attention: theta(10000), full_attention: theta(160000) };
  expect(bases({ ...bare, rope_parameters: version5 })).toEqual(bases(config));
});

test('GLM-4 in the form of ChatGLM, whose ratio multiplies the base', () => {
  const config = {
    model_type: 'chatglm',
    hidden_size: 4096,
    num_attention_heads: 32,
    kv_channels: 128,
    original_rope: true,
    rope_ratio: 500,
    seq_length: 131072,
  };
  const { layers, warnings } = core.fromConfig(config);
  expect(layers).toMatchObject([
    { base: 5e6, headDimensions: 128, rotaryDimensions: 64, maxPositions: 131072, pairing: 'interleaved' },
  ]);
  expect(warnings).toEqual([
    'partial_rotary_factor is absent, so 0.5 is assumed, the default of chatglm',
    'rope_theta is absent, so 10000 is assumed, the default of chatglm',
    'the base, 10000, is multiplied by rope_ratio, 500, as ChatGLM3 and GLM-4 do; ChatGLM2 divides positions by it',
  ]);
  const { rope_ratio, ...plain } = config;
  expect(core.fromConfig(plain).layers[0].base).toBe(10000);
  expect(core.fromConfig({ ...plain, original_rope: null }).layers[0].pairing).toBe('half');
  expect(() => core.fromConfig({ ...config, rope_ratio: 0 })).toThrow(
    'rope_ratio must be a finite number of at least 1, got 0',
  );
});

test('Gemma 3 inside a config of text and pictures, with what it leaves out', () => {
  const { layers, warnings } = core.fromConfig({
    model_type: 'gemma3',
    text_config: {
      model_type: 'gemma3_text',
      hidden_size: 2560,
      rope_scaling: { factor: 8, rope_type: 'linear' },
      sliding_window: 1024,
    },
    vision_config: { hidden_size: 1152 },
  });
  const known = layers.map(({ inverseFrequencies, attentionFactor, ...rest }) => rest);
  expect(known).toEqual(presets['Gemma 3 4B'].layers);
  expect(withoutPairing(warnings)).toEqual([
    'text_config.max_position_embeddings is absent, so 131072 is assumed, the default of gemma3_text',
    'text_config.rope_local_base_freq is absent, so 10000 is assumed, the default of gemma3_text',
    'text_config.head_dim is absent, so 256 is assumed, the default of gemma3_text',
    'text_config.rope_theta is absent, so 1000000 is assumed, the default of gemma3_text',
  ]);
});
