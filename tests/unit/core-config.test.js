import { describe, expect, test } from 'vitest';
import { loadCore, parseConfig } from '../../web/core/index.js';
import { golden } from './core-support.js';

const core = await loadCore();

/** A config of which nothing has to be assumed. */
const whole = {
  model_type: 'gpt_neox',
  hidden_size: 1024,
  num_attention_heads: 8,
  max_position_embeddings: 4096,
  rope_theta: 10000,
  partial_rotary_factor: 0.5,
};

/** @param {object} config */
const only = (config) => core.fromConfig(config).layers[0];

describe('warnings', () => {
  test('there are none where nothing is assumed', () => {
    expect(core.fromConfig(whole).warnings).toEqual([]);
    for (const change of [
      { rope_scaling: { type: 'linear', factor: 2 } },
      { rope_scaling: { rope_type: 'linear', type: 'linear', factor: 2 } },
      { rope_scaling: { type: 'linear', factor: 2, beta_fast: null, mscale: undefined } },
      { rope_ratio: 1 },
    ])
      expect(core.fromConfig({ ...whole, ...change }).warnings).toEqual([]);
  });

  test.each([
    ['a base', { rope_theta: null }, 'rope_theta is absent, so 10000 is assumed'],
    [
      'a base under another name',
      { rope_theta: null, rotary_embedding_base: 5e5 },
      'rope_theta is absent, so 10000 is assumed, which is likely wrong: rotary_embedding_base is there',
    ],
    [
      'a part of the head',
      { partial_rotary_factor: null },
      'rotary_pct is absent, so 0.25 is assumed, the default of gpt_neox',
    ],
    ['a length', { max_position_embeddings: undefined }, 'max_position_embeddings is absent'],
    [
      'a trained length, of yarn',
      { rope_scaling: { type: 'yarn', factor: 4 } },
      'rope_scaling.original_max_position_embeddings is absent, so max_position_embeddings, 4096, is taken for the trained length',
    ],
    [
      'an unknown key of a scaling',
      { rope_scaling: { type: 'dynamic', factor: 4, alpha: 1000 }, max_position_embeddings: 4096 },
      'rope_scaling.alpha is not known for "dynamic", and left out',
    ],
    [
      'a long unknown key of a scaling',
      { rope_scaling: { type: 'linear', factor: 4, [`${'x'.repeat(40)}y`]: 1 } },
      `rope_scaling.${'x'.repeat(37)}… is not known for "linear", and left out`,
    ],
    [
      'a key of another type',
      { rope_scaling: { rope_type: 'default', factor: 4 } },
      'rope_scaling.factor is not known for "default", and left out',
    ],
    ['an unknown key of the config', { rope_thetta: 1e6 }, 'rope_thetta is not known here, and left out'],
    [
      'a long unknown key of the config',
      { [`rope_${'x'.repeat(55)}yz`]: 1 },
      `rope_${'x'.repeat(32)}… is not known here, and left out`,
    ],
    [
      'a base under a long name',
      { rope_theta: null, [`rope_base_${'x'.repeat(50)}yz`]: 5e5 },
      `rope_theta is absent, so 10000 is assumed, which is likely wrong: rope_base_${'x'.repeat(27)}… is there`,
    ],
    [
      'both forms',
      { rope_scaling: { type: 'linear', factor: 2 }, rope_parameters: { rope_theta: 10000 } },
      'rope_scaling is left out, since rope_parameters is there',
    ],
    [
      'two types',
      { rope_scaling: { type: 'mrope', rope_type: 'default', mrope_section: [16, 24, 24] } },
      'rope_scaling.type is left out, since rope_type is "default"',
    ],
    [
      'sections',
      { rope_scaling: { rope_type: 'default', mrope_section: [16, 24, 24] } },
      'rope_scaling.mrope_section is left out: these are the frequencies that the sections of positions share',
    ],
    [
      'a part of a latent head',
      { qk_rope_head_dim: 64 },
      'partial_rotary_factor is left out, since qk_rope_head_dim says how many features turn',
    ],
    [
      'dynamic scaling',
      { rope_scaling: { type: 'dynamic', factor: 2 } },
      'rope_scaling: these are the frequencies of texts of up to 4096 positions',
    ],
  ])('tell of %s', (_, change, warning) => {
    expect(core.fromConfig({ ...whole, ...change }).warnings).toContain(warning);
  });

  test('of the scale of scores come with multi-head latent attention alone, and with mscale_all_dim', () => {
    const scaling = { type: 'yarn', factor: 40, original_max_position_embeddings: 4096 };
    const latent = { qk_rope_head_dim: 64, partial_rotary_factor: undefined };
    /** @param {object} change @param {object} [more] */
    const scales = (change, more) =>
      core
        .fromConfig({ ...whole, ...change, rope_scaling: { ...scaling, ...more } })
        .warnings.filter((sentence) => sentence.includes('own scale'));
    expect(scales(latent)).toEqual([]);
    expect(scales({}, { mscale_all_dim: 0.5 })).toEqual([]);
    expect(scales(latent, { mscale_all_dim: 0.5 })).toEqual([
      "rope_scaling.mscale_all_dim also multiplies the attention's own scale by 1.4029, which is not in attentionFactor",
    ]);
  });

  test('of the length of texts are said up to that very length', () => {
    const four = new Array(32).fill(2);
    for (const rope_scaling of [
      { type: 'dynamic', factor: 2 },
      { type: 'longrope', factor: 2, short_factor: four, long_factor: four },
    ]) {
      const warningsAt = (/** @type {number} */ sequenceLength) =>
        core
          .fromConfig({ ...whole, rope_scaling }, { sequenceLength })
          .warnings.filter((sentence) => sentence.includes('of up to 4096 positions'));
      expect(warningsAt(4096)).toHaveLength(1);
      expect(warningsAt(4097)).toEqual([]);
    }
  });

  test('are said once, though several layers share what they are about', () => {
    const { warnings } = core.fromConfig({
      ...whole,
      rope_theta: undefined,
      rope_parameters: { full_attention: { rope_type: 'default' }, sliding_attention: {} },
    });
    expect(warnings).toEqual(['rope_theta is absent, so 10000 is assumed']);
  });
});

describe('sizes', () => {
  test('are the hidden size over the heads, or what the config says', () => {
    expect(only(whole)).toMatchObject({ headDimensions: 128, rotaryDimensions: 64 });
    expect(only({ ...whole, head_dim: 96 })).toMatchObject({ headDimensions: 96, rotaryDimensions: 48 });
    expect(only({ ...whole, head_dim: null }).headDimensions).toBe(128);
    expect(only({ ...whole, head_dim: 96, partial_rotary_factor: 1 }).inverseFrequencies.length).toBe(48);
  });

  test('a layer’s own part of the head counts before the model’s', () => {
    const { layers } = core.fromConfig({
      ...whole,
      rope_parameters: {
        full_attention: { rope_theta: 1e6, partial_rotary_factor: 0.25 },
        sliding_attention: { rope_theta: 1e4 },
      },
    });
    expect(
      layers.map(({ layerType, rotaryDimensions, base }) => [layerType, rotaryDimensions, base]),
    ).toEqual([
      ['full_attention', 32, 1e6],
      ['sliding_attention', 64, 1e4],
    ]);
  });

  test('of multi-head latent attention are the part that turns, and the whole head', () => {
    const latent = { ...whole, partial_rotary_factor: undefined, model_type: 'deepseek_v3' };
    expect(only({ ...latent, qk_rope_head_dim: 64, qk_nope_head_dim: 128, head_dim: 64 })).toMatchObject({
      headDimensions: 192,
      rotaryDimensions: 64,
    });
    expect(only({ ...latent, qk_rope_head_dim: 64 })).toMatchObject({
      headDimensions: 64,
      rotaryDimensions: 64,
    });
  });

  test('of proportional scaling are the head’s, of its own layers', () => {
    const scaling = { rope_type: 'proportional', partial_rotary_factor: 0.25 };
    for (const parameters of [scaling, { rope_type: 'proportional' }])
      expect(
        only({ ...whole, partial_rotary_factor: 0.25, rope_parameters: { rope_theta: 1e6, ...parameters } }),
      ).toMatchObject({ headDimensions: 128, rotaryDimensions: 128, scaling });
  });
});

test('a length far beyond what a table can have is fine', () => {
  expect(only({ ...whole, max_position_embeddings: 10485760 }).maxPositions).toBe(10485760);
});

test('the text at hand decides what dynamic scaling and LongRoPE do', () => {
  const dynamic = { ...whole, rope_scaling: { type: 'dynamic', factor: 2 } };
  const far = core.fromConfig(dynamic, { sequenceLength: 16384 });
  expect(far.warnings).toEqual([]);
  expect(far.layers[0].inverseFrequencies[1]).toBeLessThan(only(dynamic).inverseFrequencies[1]);

  const [{ rope_scaling, ...model }] = Object.values(golden('phi3_longrope').values);
  const config = { ...model, model_type: 'falcon', rope_scaling: { type: 'su', ...rope_scaling } };
  const renamed = 'the type "su" of rope_scaling is taken for longrope, its later name';
  const [short, long] = [undefined, 5000].map((sequenceLength) =>
    core.fromConfig(config, { sequenceLength }),
  );
  expect(short.warnings).toEqual([
    renamed,
    'rope_scaling: these are the frequencies of texts of up to 4096 positions, by short_factor; longer ones have long_factor',
  ]);
  expect(long.warnings).toEqual([renamed]);
  const last = 10000 ** (-94 / 96);
  expect(long.layers[0].inverseFrequencies[47]).toBeCloseTo(last / rope_scaling.long_factor[47], 15);
  expect(short.layers[0].inverseFrequencies[47]).toBeCloseTo(last / rope_scaling.short_factor[47], 15);
});

test('what a config says itself counts before what its text_config says', () => {
  const inner = { head_dim: 16, rope_theta: 100 };
  expect(only({ ...whole, text_config: inner })).toMatchObject({ headDimensions: 128, base: 10000 });
  expect(only({ vocab_size: 9, text_config: inner })).toMatchObject({ headDimensions: 16, base: 100 });
});

test('as many as 16 types of layers have each their own encoding', () => {
  const parameters = Object.fromEntries(
    Array.from({ length: 16 }, (_, n) => [`l${n}`, { rope_theta: 2 + n }]),
  );
  const { layers } = core.fromConfig({ ...whole, rope_parameters: parameters });
  expect(layers.map(({ base }) => base)).toEqual(Array.from({ length: 16 }, (_, n) => 2 + n));
});

test('a text is a config', () => {
  expect(core.fromConfig(parseConfig(`\n${JSON.stringify(whole)}\n`))).toEqual(core.fromConfig(whole));
});

describe('odd objects', () => {
  test('anything but an object is refused', () => {
    const loose = /** @type {any} */ (core);
    for (const [config, got] of [
      [null, 'null'],
      [[], '[]'],
      ['{}', '"{}"'],
      [() => whole, 'a function'],
    ]) {
      expect(() => loose.fromConfig(config)).toThrow(new TypeError(`config must be an object, got ${got}`));
    }
    expect(() => loose.fromConfig(whole, { length: 1 })).toThrow(
      'options of fromConfig must be of sequenceLength, got "length"',
    );
    expect(() => loose.fromConfig(whole, { sequenceLength: -1 })).toThrow(
      'sequenceLength must be an integer from 1 to 100000000, got -1',
    );
  });

  test('names that every object has are read as any other', () => {
    const config = JSON.parse(
      '{"head_dim": 8, "rope_theta": 1e4, "rope_parameters": {"__proto__": {"rope_type": "linear", "factor": 2}}}',
    );
    const { layers } = core.fromConfig(config);
    expect(layers.map(({ layerType, scaling }) => [layerType, scaling.factor])).toEqual([['__proto__', 2]]);
  });

  test('tens of thousands of unknown keys get a hundred warnings', () => {
    const keys = Array.from({ length: 60_000 }, (_, n) => `"rope_${n}": 0`).join();
    const { warnings } = core.fromConfig(parseConfig(`{${keys}, "head_dim": 8}`));
    expect(warnings.length).toBe(101);
    expect(warnings[0]).toBe('max_position_embeddings is absent');
    expect(warnings[100]).toBe('there are 59903 more warnings');
  });
});
