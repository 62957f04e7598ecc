import { describe, expect, test } from 'vitest';
import { asCsv, asLlamaCpp, asRopeScaling } from '../../web/figures/models/exports.js';
import { modelsOf } from '../../web/figures/models/models.js';
import { core, everyModel, modelOf, odd, pasted, relativeError, settings } from './figures-models-support.js';

/** @typedef {import('../../web/figures/models/models.js').Model} Model */

const models = everyModel();

describe('CSV', () => {
  test('has a row a pair, with every digit', () => {
    for (const [name, model] of models) {
      const [header, ...rows] = asCsv(model).trimEnd().split('\n');
      expect(header).toBe('pair,inverse_frequency,wavelength,unscaled_inverse_frequency');
      const cells = rows.map((row) => row.split(',').map((cell) => Number(cell.replace('inf', 'Infinity'))));
      expect(cells, name).toEqual(
        Array.from(model.inverseFrequencies, (frequency, pair) => [
          pair,
          frequency,
          (2 * Math.PI) / frequency,
          model.unscaled[pair],
        ]),
      );
    }
  });

  test('says inf for the wavelength of a pair that stands still', () => {
    const [, full] = modelsOf(core, settings, ['gemma-4']);
    expect(asCsv(full).split('\n')[65]).toMatch(/^64,0,inf,0\.03\d+$/);
  });
});

describe('rope_scaling', () => {
  test('gives the same frequencies again, pasted into a config with the head’s size', () => {
    for (const [name, model] of models) {
      const { sequenceLength, layerType } = model;
      const text = asRopeScaling(model);
      const config = { model_type: 'llama', head_dim: model.headDimensions, ...JSON.parse(text) };
      const { layers, warnings } = core.fromConfig(config, { sequenceLength });
      expect(layers, name).toHaveLength(1);
      const [layer] = layers;
      expect(relativeError(layer.inverseFrequencies, model.inverseFrequencies), name).toBeLessThan(1e-12);
      expect(layer.attentionFactor, name).toBe(model.attentionFactor);
      expect(layer.layerType).toBe(layerType);
      expect(layer.rotaryDimensions, name).toBe(model.rotaryDimensions);
      expect(layer.maxPositions).toBe(model.maxPositions);
      if (model.scalingType !== 'ntk') expect(layer.scaling).toEqual(model.scaling);
      expect(warnings.filter((warning) => /not known|left out/.test(warning))).toEqual([]);
    }
  });

  test('is in the form of transformers 4', () => {
    expect(JSON.parse(asRopeScaling(modelOf('llama-3-1-8b')))).toEqual({
      rope_theta: 500000,
      rope_scaling: {
        rope_type: 'llama3',
        factor: 8,
        low_freq_factor: 1,
        high_freq_factor: 4,
        original_max_position_embeddings: 8192,
      },
      max_position_embeddings: 131072,
    });
    expect(JSON.parse(asRopeScaling(modelOf('llama-2-7b'))).rope_scaling).toBeNull();
    const phi = JSON.parse(asRopeScaling(modelOf('phi-3-mini-128k')));
    expect(Object.keys(phi.rope_scaling)).toEqual(['rope_type', 'short_factor', 'long_factor']);
    expect(phi.original_max_position_embeddings).toBe(4096);
  });

  test('is in that of transformers 5 for types of layers and for proportional', () => {
    const [, full] = modelsOf(core, settings, ['gemma-4']);
    expect(JSON.parse(asRopeScaling(full)).rope_parameters).toEqual({
      full_attention: { rope_type: 'proportional', partial_rotary_factor: 0.25, rope_theta: 1e6 },
    });
    const own = JSON.parse(asRopeScaling(pasted(odd['proportional with a factor'])));
    expect(own.rope_parameters.rope_type).toBe('proportional');
    expect(own).not.toHaveProperty('rope_theta');
  });

  test('has the part of the head that turns, where that is not all of it', () => {
    const parsed = (/** @type {string} */ id) => JSON.parse(asRopeScaling(modelOf(id)));
    expect(parsed('gpt-neox-20b').partial_rotary_factor).toBe(0.25);
    expect(parsed('phi-2').partial_rotary_factor).toBe(0.4);
    expect(parsed('llama-3-8b')).not.toHaveProperty('partial_rotary_factor');
    expect(parsed('deepseek-v3')).not.toHaveProperty('partial_rotary_factor');
    expect(parsed('deepseek-v3').qk_rope_head_dim).toBe(64);
    const layers = JSON.parse(asRopeScaling(pasted(odd['a part of the head, in layers'])));
    expect(layers.rope_parameters.full_attention.partial_rotary_factor).toBe(0.5);
  });

  test('has a larger base for a fixed NTK factor, which transformers does not know', () => {
    const { rope_theta, rope_scaling } = JSON.parse(asRopeScaling(modelOf('own', { scaling: 'ntk' })));
    expect(rope_theta).toBeCloseTo(40889.94, 2);
    expect(rope_scaling).toBeNull();
  });
});

/** llama.cpp's flags, as the help of its server lists them. */
const known = [
  '--ctx-size',
  '--model-scaling',
  '--model-scale',
  '--model-freq-base',
  '--yarn-orig-ctx',
  '--yarn-ext-factor',
  '--yarn-attn-factor',
  '--yarn-beta-slow',
  '--yarn-beta-fast',
];

/** @param {Model} model */
function flagsOf(model) {
  const lines = asLlamaCpp(model).trimEnd().split('\n');
  const notes = lines.filter((line) => line.startsWith('# '));
  const [flags = '', ...more] = lines.filter((line) => !line.startsWith('# '));
  expect(more).toEqual([]);
  const words = flags.split(' ').filter(Boolean);
  const pairs = words.flatMap((word, n) => (n % 2 === 0 ? [[word, words[n + 1]]] : []));
  expect(known).toEqual(expect.arrayContaining(pairs.map(([name]) => name)));
  return { notes, flags: Object.fromEntries(pairs) };
}

/**
 * What llama.cpp makes of flags, without what a GGUF adds: ggml's rope_yarn, in double.
 * @param {Record<string, string>} flags
 * @param {number} dimensions
 */
function asGgml(flags, dimensions) {
  const base = Number(flags['--model-freq-base']);
  const scale = flags['--model-scaling'] === 'none' ? 1 : Number(flags['--model-scale']);
  const yarn = flags['--model-scaling'] === 'yarn';
  const endOf = (/** @type {string} */ beta) => {
    const turns = Number(flags[beta]) * 2 * Math.PI;
    return (dimensions * Math.log(Number(flags['--yarn-orig-ctx']) / turns)) / (2 * Math.log(base));
  };
  const low = Math.max(0, Math.floor(endOf('--yarn-beta-fast')));
  const high = Math.min(dimensions - 1, Math.ceil(endOf('--yarn-beta-slow')));
  const values = Array.from({ length: dimensions / 2 }, (_, pair) => {
    const whole = base ** ((-2 * pair) / dimensions);
    if (!yarn) return whole / scale;
    const along = (pair - low) / Math.max(0.001, high - low);
    const mix = (1 - Math.min(1, Math.max(0, along))) * Number(flags['--yarn-ext-factor']);
    return (whole / scale) * (1 - mix) + whole * mix;
  });
  const own = yarn ? Number(flags['--yarn-attn-factor'] ?? 1) * (1 + 0.1 * Math.log(scale)) : 1;
  return { values, attentionFactor: own };
}

describe('llama.cpp’s flags', () => {
  test('give the core’s numbers, where they can', () => {
    const able = ['default', 'linear', 'ntk', 'dynamic', 'yarn'];
    let compared = 0;
    for (const [name, model] of models) {
      const { flags, notes } = flagsOf(model);
      if (!able.includes(model.scalingType) || model.layerType === 'sliding_attention') continue;
      if (notes.some((note) => /llama\.cpp (rounds|divides)/.test(note))) continue;
      const { values, attentionFactor } = asGgml(flags, model.rotaryDimensions);
      expect(relativeError(values, model.inverseFrequencies), name).toBeLessThan(1e-12);
      const inGguf = notes.some((note) => note.includes('model.scaling.yarn_log_multiplier'));
      if (!inGguf) expect(attentionFactor, name).toBeCloseTo(model.attentionFactor, 12);
      compared++;
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('are one line', () => {
    expect(asLlamaCpp(modelOf('qwen2-5-7b-yarn'))).toBe(
      '# Qwen2.5 7B with YaRN, for llama.cpp\n' +
        '--model-scaling yarn --model-scale 4 --yarn-orig-ctx 32768 --yarn-ext-factor 1 --yarn-attn-factor 1 ' +
        '--yarn-beta-fast 32 --yarn-beta-slow 1 --model-freq-base 1000000\n',
    );
  });

  test.each([
    ['llama-3-1-8b', ['--model-freq-base'], /No flag gives llama3 scaling.*rope_freqs\.weight/],
    ['phi-3-mini-128k', ['--ctx-size', '--model-freq-base'], /No flag gives longrope.*rope_factors_long/],
    ['deepseek-v3', undefined, /No flag gives the attention factor of 1.*yarn_log_multiplier/],
    ['gpt-oss', undefined, /from pair 8\.09 to 17\.40; llama\.cpp rounds it to 8 to 18/],
    ['stablelm-3b', undefined, /Of a head's 80 features 20 turn.*model\.dimension_count/],
  ])('of %s say what they cannot', (id, names, note) => {
    const { flags, notes } = flagsOf(modelOf(id));
    if (names) expect(Object.keys(flags)).toEqual(names);
    expect(notes.join('\n')).toMatch(note);
  });

  test('of other scalings say it, too', () => {
    const [sliding, full] = modelsOf(core, settings, ['gemma-4']);
    expect(flagsOf(full).notes.join()).toContain('No flag gives proportional scaling');
    expect(flagsOf(sliding).flags).toEqual({});
    expect(flagsOf(sliding).notes.join()).toContain(
      '--override-kv ARCHITECTURE.model.freq_base_swa=float:10000',
    );
    const dynamic = flagsOf(modelOf('own', { scaling: 'dynamic', sequenceLength: 16384 }));
    expect(dynamic.notes.join()).toContain('llama.cpp has no dynamic scaling');
    const back = pasted(odd['yarn whose ramp ends before it begins']);
    expect(flagsOf(back).notes.join()).toContain('before it begins (pair 0), and so divides nothing');
    expect(back.inverseFrequencies).toEqual(back.unscaled);
    const given = flagsOf(pasted(odd['yarn with its own attention factor']));
    expect(given.notes.join()).toMatch(/attn_factor=float:1\.0978110703586\d+/);
  });

  test('stay one line of comment and one of flags whatever the label holds', () => {
    const label = 'a\n--model x; rm -rf / #\r\u2028\u202e';
    const { notes, flags } = flagsOf({ ...modelOf('llama-2-7b'), label });
    expect(notes).toEqual(['# a\\u{a}--model x; rm -rf / #\\u{d}\\u{2028}\\u{202e}, for llama.cpp']);
    expect(Object.keys(flags)).toEqual(['--model-scaling', '--model-freq-base']);
  });
});
