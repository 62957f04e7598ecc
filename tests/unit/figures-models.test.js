import { describe, expect, test } from 'vitest';
import { Refusal } from '../../web/figures/figure.js';
import { modelsOf, wavelengthOf } from '../../web/figures/models/models.js';
import { core, modelOf, pasted, relativeError, scalings, settings } from './figures-models-support.js';

/** @param {string} config */
const refusalOf = (config) => {
  try {
    modelsOf(core, { ...settings, config }, ['config']);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('pairs that do not come round within the trained length', () => {
  test.each([
    ['llama-2-7b', 4096, 64, 18, 46],
    ['llama-3-8b', 8192, 64, 29, 35],
    ['llama-3-1-8b', 8192, 64, 29, 35],
    ['mistral-7b-v0-3', 32768, 64, 24, 40],
    ['qwen2-5-7b-1m', 262144, 64, 21, 43],
    ['gpt-j-6b', 2048, 32, 11, 21],
    ['gpt-neox-20b', 2048, 12, 4, 8],
    ['phi-3-mini-4k', 4096, 48, 14, 34],
    ['phi-3-mini-128k', 4096, 48, 14, 34],
    ['gemma-2-2b', 8192, 128, 28, 100],
    ['deepseek-v3', 4096, 32, 9, 23],
  ])(
    '%s, trained on %i positions: of its %i pairs %i, from pair %i on',
    (id, length, pairs, count, first) => {
      const model = modelOf(id);
      expect(model.trainedLength).toBe(length);
      expect(model.pairs).toBe(pairs);
      expect(model.unfinished).toBe(count);
      expect(model.firstUnfinished).toBe(first);
      expect(wavelengthOf(model.unscaled[first - 1])).toBeLessThanOrEqual(length);
      expect(wavelengthOf(model.unscaled[first])).toBeGreaterThan(length);
    },
  );

  test('Gemma 3 is trained on 32768 positions, before its long layers are stretched to 131072', () => {
    const models = modelsOf(core, settings, ['gemma-3-4b']);
    expect(models.map(({ trainedLength, maxPositions }) => [trainedLength, maxPositions])).toEqual([
      [32768, 131072],
      [32768, 131072],
    ]);
    expect(models[1].warnings[0]).toMatch(/^The config states 131072 positions; 32768 were trained/);
  });

  test('are none where the length is long enough', () => {
    const model = modelOf('own', { dimensions: 8, trainedLength: 100000 });
    expect(model.unfinished).toBe(0);
    expect(model.firstUnfinished).toBe(4);
  });

  test('hold those that stand still under proportional scaling, which training saw so', () => {
    const [sliding, full] = modelsOf(core, settings, ['gemma-4']);
    expect(full.inverseFrequencies.filter((frequency) => frequency === 0)).toHaveLength(192);
    expect(full.firstUnfinished).toBe(64);
    expect(full.unfinished).toBe(192);
    expect(full.unscaled.every((frequency) => frequency > 0)).toBe(true);
    expect(sliding.unfinished).toBeLessThan(64);
  });
});

describe('a model', () => {
  test('is there for each type of layers', () => {
    const models = modelsOf(core, settings, ['gemma-3-4b', 'llama-2-7b']);
    expect(models.map(({ id, label, base, scalingType }) => [id, label, base, scalingType])).toEqual([
      ['gemma-3-4b:sliding_attention', 'Gemma 3 4B, sliding attention', 10000, 'default'],
      ['gemma-3-4b:full_attention', 'Gemma 3 4B, full attention', 1e6, 'linear'],
      ['llama-2-7b', 'Llama 2 7B', 10000, 'default'],
    ]);
  });

  test('takes LongRoPE’s long list past the trained length', () => {
    const short = modelOf('phi-3-mini-128k', { sequenceLength: 4096 });
    const long = modelOf('phi-3-mini-128k', { sequenceLength: 4097 });
    const { unscaled, scaling } = short;
    const by = (/** @type {number[]} */ factors) => unscaled.map((frequency, n) => frequency / factors[n]);
    expect(relativeError(short.inverseFrequencies, by(scaling.short_factor))).toBeLessThan(1e-15);
    expect(relativeError(long.inverseFrequencies, by(scaling.long_factor))).toBeLessThan(1e-15);
    expect(short.warnings.some((text) => /longer ones have long_factor/.test(text))).toBe(true);
    expect(long.warnings.some((text) => /longer ones have long_factor/.test(text))).toBe(false);
  });

  test('says where it is from, and where sources differ', () => {
    const { source, warnings } = modelOf('mistral-7b-v0-1');
    expect(source).toBe('https://huggingface.co/mistralai/Mistral-7B-v0.1/blob/main/config.json');
    expect(warnings[0]).toMatch(/^The config states 32768 positions/);
  });

  test('is unscaled beside what its scaling makes of it', () => {
    const plain = modelOf('llama-3-8b');
    const scaled = modelOf('llama-3-1-8b');
    expect(scaled.unscaled).toEqual(plain.inverseFrequencies);
    expect(plain.unscaled).toEqual(plain.inverseFrequencies);
    const ratios = scaled.inverseFrequencies.map((frequency, pair) => frequency / scaled.unscaled[pair]);
    expect([...ratios.slice(28, 36)].map((ratio) => ratio.toFixed(4))).toEqual([
      '1.0000',
      '0.8282',
      '0.6437',
      '0.4935',
      '0.3711',
      '0.2714',
      '0.1902',
      '0.1250',
    ]);
  });
});

describe('one’s own', () => {
  test.each(scalings)('%s is what the core makes of the settings', (scaling) => {
    const patch = { scaling, dimensions: 64, base: 50000, factor: 8, sequenceLength: 30000 };
    const model = modelOf('own', patch);
    const original = { original_max_position_embeddings: 4096 };
    /** @type {Record<string, import('../../web/core/index.js').Scaling>} */
    const objects = {
      none: { rope_type: 'default' },
      linear: { rope_type: 'linear', factor: 8 },
      dynamic: { rope_type: 'dynamic', factor: 8 },
      ntk: { rope_type: 'ntk', factor: 8 },
      yarn: { rope_type: 'yarn', factor: 8, ...original },
      llama3: { rope_type: 'llama3', factor: 8, low_freq_factor: 1, high_freq_factor: 4, ...original },
    };
    expect(model.scaling).toEqual(objects[scaling]);
    expect(model.scalingType).toBe(objects[scaling].rope_type);
    const { values, attentionFactor } = core.inverseFrequencies({
      rotaryDimensions: 64,
      base: 50000,
      scaling: objects[scaling],
      maxPositions: 4096,
      sequenceLength: 30000,
    });
    expect(model.inverseFrequencies).toEqual(values);
    expect(model.attentionFactor).toBe(attentionFactor);
    expect(model.maxPositions).toBe(['none', 'dynamic'].includes(scaling) ? 4096 : 32768);
    expect(model.warnings).toEqual([]);
  });

  test('without a scaling where the settings do not go together, and says so', () => {
    for (const [patch, warning] of /** @type {const} */ ([
      [{ scaling: 'ntk', dimensions: 2 }, 'ntk scaling needs at least 4 dimensions, so there is none'],
      [
        { scaling: 'dynamic', dimensions: 2 },
        'dynamic scaling needs at least 4 dimensions, so there is none',
      ],
      [{ scaling: 'yarn', base: 1 }, 'yarn scaling needs a base above 1, so there is none'],
    ])) {
      const model = modelOf('own', patch);
      expect(model.warnings).toEqual([warning]);
      expect(model.scalingType).toBe('default');
      expect(model.inverseFrequencies).toEqual(model.unscaled);
    }
  });
});

describe('a pasted config', () => {
  const config = { model_type: 'qwen3', head_dim: 128, rope_theta: 1e6, max_position_embeddings: 40960 };

  test('becomes a model like any other, named after its type', () => {
    const { label, model, warnings, ...rest } = pasted(config);
    const { label: _, model: preset8b, id, source, warnings: __, ...preset } = modelOf('qwen3-8b');
    expect([label, model, preset8b]).toEqual(['config.json (qwen3)', 'config.json (qwen3)', 'Qwen3 8B']);
    expect(rest).toEqual({ ...preset, id: 'config', source: undefined });
    expect(warnings).toEqual([expect.stringMatching(/^the pairing of "qwen3" is not known here/)]);
  });

  test('shows characters that hide, break a line or turn its direction', () => {
    const model = pasted({ ...config, model_type: 'a\u202eb\nc', 'rope_\u202ex': 1 });
    expect(model.label).toBe('config.json (a\\u{202e}b\\u{a}c)');
    expect(model.warnings).toContain('rope_\\u{202e}x is not known here, and left out');
    const layers = { 'a\u2028b': { rope_theta: 1e4 }, 'c\u200bd': { rope_theta: 1e4 } };
    const models = modelsOf(
      core,
      { ...settings, config: JSON.stringify({ ...config, rope_parameters: layers }) },
      ['config'],
    );
    expect(models.map(({ label }) => label)).toEqual([
      'config.json (qwen3), a\\u{2028}b',
      'config.json (qwen3), c\\u{200b}d',
    ]);
    for (const { label, warnings } of [model, ...models])
      expect([label, ...warnings].join('')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    const refused = refusalOf('{"rope_scaling": {"\u202e": {}, "a": 1}, "head_dim": 64}');
    expect(refused.message).not.toMatch(/\p{C}/u);
  });

  test('without a length has that of the settings, and says so', () => {
    const { max_position_embeddings, ...rest } = config;
    const model = pasted(rest, { trainedLength: 1234 });
    expect(model.maxPositions).toBeNull();
    expect(model.trainedLength).toBe(1234);
    expect(model.warnings).toContain('max_position_embeddings is absent');
    expect(model.warnings).toContain('the trained length is taken from the settings: 1234 positions');
  });

  test.each([
    ['', 'config must be JSON, got nothing'],
    ['{', 'config must be JSON, got "{"'],
    ['[]', 'config must be a JSON object, got []'],
    [
      '{"rope_theta": -1, "head_dim": 64}',
      'config: rope_theta must be a finite number of at least 1, got -1',
    ],
    ['{"model_type": "gpt2"}', 'config: model_type must be of a model with rotary encodings, got "gpt2"'],
    [
      JSON.stringify({ ...config, head_dim: 4096 }),
      'config must have at most 2048 rotary dimensions, got 4096',
    ],
  ])('%s is refused', (text, message) => {
    const refusal = refusalOf(text);
    expect(refusal.setting).toBe('config');
    expect(refusal.message.slice(0, message.length)).toBe(message);
  });
});
