import { describe, expect, test } from 'vitest';
import { presets } from '../../web/figures/models/presets.js';
import { models } from '../../web/figures/models/rows.js';
import { presets as published } from './core-presets.js';
import { golden } from './core-support.js';
import { core, modelOf } from './figures-models-support.js';

/** @typedef {Record<string, any>} Layer */

const common = { layerType: null, scaling: { rope_type: 'default' }, pairing: 'half' };

/**
 * What each must give: the encoding of the same model in the core's tests, or one that is not there.
 * @type {Record<string, string | Layer[]>}
 */
const wanted = {
  'llama-2-7b': 'Llama 2 7B',
  'codellama-7b': 'CodeLlama 7B',
  'llama-3-8b': 'Llama 3 8B',
  'llama-3-1-8b': 'Llama 3.1 8B',
  'llama-3-2-1b': 'Llama 3.2 1B',
  // litgpt's length is 4096, that of the window; the config's own is another.
  'mistral-7b-v0-1': [{ ...published['Mistral 7B v0.1'].layers[0], maxPositions: 32768 }],
  'mistral-7b-v0-3': 'Mistral 7B v0.3',
  'qwen2-5-7b': 'Qwen2.5 7B',
  'qwen2-5-7b-yarn': 'Qwen2.5 7B with YaRN',
  'qwen2-5-7b-1m': 'Qwen2.5 7B 1M',
  'qwen3-8b': 'Qwen3 8B',
  'gemma-2-2b': 'Gemma 2 2B',
  'gemma-3-4b': 'Gemma 3 4B',
  'gemma-4': 'Gemma 4',
  'phi-3-mini-4k': 'Phi-3 mini 4k',
  'phi-3-mini-128k': 'Phi-3 mini 128k, July 2024',
  'phi-2': 'Phi-2',
  'phi-4': 'Phi-4',
  'deepseek-v3': 'DeepSeek-V3',
  'gpt-oss': 'gpt-oss 20B',
  'gpt-neox-20b': 'GPT-NeoX 20B',
  'pythia-6-9b': [{ ...common, headDimensions: 128, rotaryDimensions: 32, base: 10000, maxPositions: 2048 }],
  'gpt-j-6b': 'GPT-J 6B',
  'falcon-7b': 'Falcon 7B',
  'stablelm-3b': 'StableLM 3B',
  'smollm2-1-7b': [
    {
      ...common,
      headDimensions: 64,
      rotaryDimensions: 64,
      base: 130000,
      maxPositions: 8192,
      pairing: 'interleaved',
    },
  ],
};

/** @param {readonly Layer[]} layers */
const sorted = (layers) => [...layers].sort((a, b) => String(a.layerType).localeCompare(String(b.layerType)));

describe('presets', () => {
  test('are those of the settings, all of them', () => {
    expect(Object.keys(presets)).toEqual(models.map(({ id }) => id));
    expect(Object.keys(wanted)).toEqual(models.map(({ id }) => id));
    for (const { id, label } of models) expect(presets[id].label).toBe(label);
    expect(new Set(models.map(({ label }) => label)).size).toBe(models.length);
  });

  test.each(Object.entries(presets))('%s says where it is published', (_, { source, note }) => {
    expect(source).toMatch(/^https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+\/blob\/main\/config\.json$/);
    if (note) expect(note).toMatch(/^[A-Z].*[^.]$/);
  });

  test.each(Object.entries(wanted))('%s has the published numbers', (id, want) => {
    const { layers } = core.fromConfig(presets[id].config);
    const known = layers.map(({ inverseFrequencies, attentionFactor, ...rest }) => rest);
    expect(sorted(known)).toEqual(sorted(typeof want === 'string' ? published[want].layers : want));
  });

  test('assume nothing but what the published configs of GPT-J and Falcon leave out', () => {
    const assuming = Object.entries(presets)
      .filter(([, { config }]) => core.fromConfig(config).warnings.some((text) => /absent/.test(text)))
      .map(([id]) => id);
    expect(assuming).toEqual(['gpt-j-6b', 'falcon-7b']);
  });

  test('have LongRoPE’s factors to the last digit', () => {
    const { rope_scaling } =
      golden('phi3_longrope').values['microsoft/Phi-3-mini-128k-instruct July 2024 lists'];
    const { scaling, attentionFactor } = modelOf('phi-3-mini-128k');
    expect(scaling.short_factor).toEqual(rope_scaling.short_factor);
    expect(scaling.long_factor).toEqual(rope_scaling.long_factor);
    expect(attentionFactor).toBeCloseTo(1.1902380714, 10);
  });
});
