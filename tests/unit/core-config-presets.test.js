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
  ['mistral', 'half', /^the pairing of "mistral" is not known here, so half is assumed/],
  [undefined, 'half', /^the pairing of a model without model_type is not known here/],
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
