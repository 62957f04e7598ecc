import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { bands, modelsOf } from '../../web/figures/models/models.js';
import { plain } from '../../web/figures/shared/caption.js';
import { pairOf } from '../../web/figures/spectrum/compute.js';
import { chosenOf, curvesOf, stylesOf } from '../../web/figures/spectrum/curves.js';
import { code as spectrum } from '../../web/figures/spectrum/figure.js';
import { effectOf, reading, zonesOf } from '../../web/figures/spectrum/text.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @typedef {import('../../web/figures/models/models.js').Model} Model */
/** @typedef {import('../../web/figures/models/models.js').Bands} Bands */

const core = await loadCore();

/** @param {import('../../web/settings/index.js').Patch} [patch] */
function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('spectrum'), patch);
  expect(problems).toEqual([]);
  const data = spectrum.compute(core, settings);
  return { settings, data, text: plain(spectrum.caption(data)) };
}

/** @param {ReturnType<typeof figure>['data']} data @param {string} [selected] */
function picture(data, selected = data.models[0]?.id) {
  const model = data.models.find(({ id }) => id === selected);
  return curvesOf(data, model, stylesOf(data.models, new Map()));
}

const config = JSON.stringify({
  model_type: 'llama',
  hidden_size: 256,
  num_attention_heads: 32,
  max_position_embeddings: 4096,
});

describe('the spectrum', () => {
  test('draws exactly the numbers of the models, as wavelengths or as frequencies', () => {
    const names = ['own', 'llama-3-1-8b', 'deepseek-v3', 'gpt-oss', 'phi-3-mini-128k', 'gemma-3-4b'];
    for (const quantity of /** @type {const} */ (['wavelength', 'frequency'])) {
      const { data, settings } = figure({ models: names, quantity, scaling: 'yarn' });
      const models = modelsOf(core, settings, names);
      const { curves } = picture(data);
      expect(curves.filter(({ kind }) => kind !== 'ghost').map(({ id }) => id)).toEqual(
        models.map(({ id }) => id),
      );
      for (const model of models) {
        const values = Array.from(curves.find(({ id }) => id === model.id)?.values ?? []);
        const wanted = Array.from(model.inverseFrequencies, (f) =>
          quantity === 'frequency' ? f : (2 * Math.PI) / f,
        );
        expect(values).toEqual(wanted);
      }
    }
  });

  test('has a curve for each model, for each type of layer, and for a pasted config', () => {
    const { data } = figure({ models: ['gemma-3-4b', 'own'], config });
    expect(data.models.map(({ id }) => id)).toEqual([
      'gemma-3-4b:sliding_attention',
      'gemma-3-4b:full_attention',
      'own',
      'config',
    ]);
    expect(figure({ models: [] }).data.models).toEqual([]);
  });

  test('refuses a config that the core cannot read', () => {
    const { settings } = change(defaultsOf('spectrum'), { config: '{"head_dim": 7}' });
    expect(() => spectrum.compute(core, settings)).toThrow(
      expect.objectContaining({ name: 'Refusal', setting: 'config' }),
    );
  });

  test('marks the trained lengths, and the pairs of the selected model that never finish a turn', () => {
    const { data } = figure({ models: ['llama-2-7b', 'llama-3-1-8b', 'deepseek-v3'] });
    const lengths = picture(data, 'llama-3-1-8b');
    expect(lengths.levels).toEqual([
      { value: 8192, label: 'trained length 8192', main: true },
      { value: 4096, label: '4096', main: false },
    ]);
    expect(lengths.shade).toEqual({ from: 35, to: 63, value: 8192, label: '29 pairs never finish a turn' });
    expect(picture(data, 'deepseek-v3').shade).toMatchObject({ from: 23, value: 4096 });
    const turning = picture(figure({ models: ['llama-2-7b'], quantity: 'frequency' }).data);
    expect(turning.levels[0]?.value).toBe((2 * Math.PI) / 4096);
    expect(turning).toMatchObject({ beyond: 'below', shade: { from: 46 } });
    expect(picture(figure({ models: ['own'], trainedLength: 100_000 }).data).shade).toBeUndefined();
  });

  test('shows what a scaling has changed: the same without it, for the selected model and for one’s own', () => {
    const { data } = figure({ models: ['own', 'llama-3-1-8b', 'deepseek-v3'], scaling: 'linear' });
    const ghosts = (/** @type {string} */ selected) =>
      picture(data, selected)
        .curves.filter(({ kind }) => kind === 'ghost')
        .map(({ label }) => label);
    expect(ghosts('llama-3-1-8b')).toEqual(['Your own, unscaled', 'unscaled']);
    expect(ghosts('own')).toEqual(['unscaled']);
    const ghost = picture(data, 'own').curves.find(({ id }) => id === 'own unscaled');
    const own = /** @type {Model} */ (data.models[0]);
    expect(Array.from(ghost?.values ?? [])).toEqual(Array.from(own.unscaled, (f) => (2 * Math.PI) / f));
    expect(picture(figure({ models: ['llama-2-7b'] }).data).curves).toHaveLength(1);
  });

  test('puts pairs that stand still beyond the axis', () => {
    const { data } = figure({ models: ['gemma-4'] });
    expect(picture(data).beyond).toBe('above');
    const values = picture(data).curves.find(({ id }) => id === 'gemma-4:full_attention')?.values ?? [];
    expect(Number(values[63])).toBeLessThan(1e8);
    expect(Number(values[64])).toBe(Number.POSITIVE_INFINITY);
    const turning = picture(figure({ models: ['gemma-4'], quantity: 'frequency' }).data);
    expect(turning.beyond).toBe('below');
    expect(turning.curves.find(({ id }) => id === 'gemma-4:full_attention')?.values[64]).toBe(0);
  });
});

describe('what is said of the spectrum', () => {
  test.each([
    [
      'llama-2-7b',
      'Llama 2 7B turns 64 pairs; the slowest comes round in 54410 positions, and 18 (from pair 46 on) never finish a turn in the 4096 positions of training.',
    ],
    [
      'llama-3-1-8b',
      'Llama 3.1 8B turns 64 pairs; the slowest comes round in 2.05·10⁷ positions, and 29 (from pair 35 on) never finish a turn in the 8192 positions of training. It has Llama 3 scaling by 8. Pairs 0–28 kept, 29–34 blended, 35–63 divided by 8; blended are frequencies of 0.8282, 0.6437, 0.4935, 0.3711, 0.2714 and 0.1902 times what they were.',
    ],
    [
      'gpt-oss',
      'gpt-oss turns 32 pairs; the slowest comes round in 2.08·10⁷ positions, and 14 (from pair 18 on) never finish a turn in the 4096 positions of training. It has YaRN scaling by 32 and attention factor 1.3466. Its ramp goes from pair 8.0928 to 17.3980: pairs 0–8 kept, 9–17 blended, 18–31 divided by 32.',
    ],
    [
      'phi-3-mini-128k',
      'Phi-3 mini 128k turns 48 pairs; the slowest comes round in 3.36·10⁶ positions, and 14 (from pair 34 on) never finish a turn in the 4096 positions of training. It has LongRoPE with its long factors for a text of 16384 positions and attention factor 1.1902.',
    ],
  ])('%s', (model, sentence) => {
    expect(figure({ models: [model] }).text).toBe(sentence);
  });

  test('is short where there are many, and has each model’s own numbers', () => {
    const { data, text } = figure({ models: ['gpt-j-6b', 'gemma-4', 'qwen2-5-7b-yarn', 'gpt-neox-20b'] });
    expect(text).toContain(
      'GPT-J 6B: 32 pairs, the slowest in 47117 positions, 11 unfinished in 2048, from pair 21 on.',
    );
    expect(text).toContain('Gemma 4, full attention: 64 pairs, 192 more stand still');
    expect(text).toContain('from pair 8 on');
    for (const { label } of data.models) expect(text).toContain(`${label}: `);
  });

  test('is true where all pairs finish, where there is one, and where there is none', () => {
    const long = figure({ models: ['own'], trainedLength: 1e6 }).text;
    expect(long).toContain('and all finish a turn in the 1000000 positions of training.');
    const one = figure({ models: ['own'], dimensions: 2, trainedLength: 4 }).text;
    expect(one).toContain(
      'turns 1 pair; the slowest comes round in 6.28 positions, and 1 (pair 0) never finishes',
    );
    expect(figure({ models: [] }).text).toMatch(/^No model is chosen/);
  });

  test('names every scaling of one’s own, with its factor', () => {
    const said = ['none', 'linear', 'dynamic', 'ntk', 'yarn', 'llama3'].map((scaling) => {
      const { data, text } = figure({ models: ['own'], scaling, factor: 8 });
      return [
        /It has (.*?\.)( |$)/.exec(text)?.[1] ?? '',
        effectOf(/** @type {Model} */ (data.models[0]), data.bands[0]),
      ];
    });
    expect(said).toEqual([
      ['', ''],
      ['linear scaling by 8.', 'every pair is stretched 8 times'],
      ['dynamic scaling by 8 for a text of 16384 positions.', 'pairs are stretched 1 to 25 times'],
      ['NTK-aware scaling by 8.', 'pairs are stretched 1 to 8 times'],
      [
        'YaRN scaling by 8 and attention factor 1.2079.',
        'pairs 0–20 kept, 21–45 blended, 46–63 divided by 8',
      ],
      ['Llama 3 scaling by 8.', 'pairs 0–35 kept, 36–45 blended, 46–63 divided by 8'],
    ]);
  });

  // Each computed in double from the published formula, and met by what the models' own code prints.
  test.each(
    /** @type {[object, string][]} */ ([
      [
        { scaling: 'yarn', factor: 4 },
        'attention factor 1.1386. Its ramp goes from pair 20.9445 to 45.0269, rounded to 20 and 46',
      ],
      [{ scaling: 'yarn', factor: 16 }, 'attention factor 1.2773.'],
      [{ scaling: 'yarn', factor: 32 }, 'attention factor 1.3466.'],
      [{ scaling: 'yarn', factor: 40 }, 'attention factor 1.3689.'],
      [{ scaling: 'ntk', factor: 2 }, 'Its base is 20221.26 in place of 10000.'],
      [{ scaling: 'ntk', factor: 4 }, 'Its base is 40889.94 in place of 10000.'],
      [{ scaling: 'ntk', factor: 8 }, 'Its base is 82684.62 in place of 10000.'],
      [{ models: ['deepseek-v3'] }, 'from pair 10.4722 to 22.5134, rounded to 10 and 23'],
      [{ models: ['qwen2-5-7b-yarn'] }, 'rounded to 23 and 40'],
      [{ models: ['llama-3-2-1b'] }, 'Pairs 0–14 kept, 15–17 blended, 18–31 divided by 32'],
    ]),
  )('%j: %s', (settings, said) => {
    expect(figure({ models: ['own'], trainedLength: 4096, ...settings }).text).toContain(said);
  });

  test('of a base is silent where one pair has none', () => {
    expect(figure({ models: ['own'], dimensions: 2, scaling: 'ntk' }).text).not.toContain('Its base');
  });

  test('of one pair is what the table has', () => {
    const { data } = figure({ models: ['llama-3-1-8b', 'gemma-4'] });
    const [llama] = data.models;
    const [first, last] = [0, 63].map((pair) => pairOf(/** @type {Model} */ (llama), pair));
    expect(first).toEqual({
      frequency: 1,
      wavelength: 2 * Math.PI,
      turns: 8192 / (2 * Math.PI),
      stretch: 1,
    });
    expect(last?.stretch).toBeCloseTo(8, 12);
    expect(reading(/** @type {Model} */ (llama), 63)).toBe(
      'Llama 3.1 8B, pair 63: inverse frequency 3.07·10⁻⁷, wavelength 2.05·10⁷, 0.0004 turns in 8192 positions, stretched 8 times',
    );
    const full = /** @type {Model} */ (data.models.find(({ layerType }) => layerType === 'full_attention'));
    expect(reading(full, 200)).toBe(
      'Gemma 4, full attention, pair 200: inverse frequency 0, it stands still',
    );
  });

  test('zones follow each other without a gap', () => {
    for (const name of ['llama-3-1-8b', 'deepseek-v3', 'gpt-oss', 'qwen2-5-7b-yarn']) {
      const model = /** @type {Model} */ (figure({ models: [name] }).data.models[0]);
      const zones = zonesOf(/** @type {Bands} */ (bands(model)));
      expect(zones.map(({ kind }) => kind)).toEqual(['kept', 'blended', 'divided']);
      expect(zones[0]?.first).toBe(0);
      expect(zones.at(-1)?.last).toBe(model.pairs - 1);
      zones.slice(1).forEach((zone, i) => {
        expect(zone.first).toBe(Number(zones[i]?.last) + 1);
      });
    }
  });

  test('counts one position as one, and calls nothing stretched that is not', () => {
    const { data, text } = figure({ models: ['own'], trainedLength: 1, scaling: 'linear', factor: 1 });
    const own = /** @type {Model} */ (data.models[0]);
    expect(text).toContain('in the 1 position of training');
    expect(effectOf(own, undefined)).toBe('no pair is stretched');
    expect(reading(own, 0)).toMatch(/, 0\.159 turns in 1 position, not stretched$/);
    const yarn = figure({ models: ['own'], scaling: 'yarn' }).data.models[0];
    expect(reading(/** @type {Model} */ (yarn), 0)).toMatch(/ 652 turns in 4096 positions, not stretched$/);
    expect(figure({ models: ['own'], scaling: 'dynamic', sequenceLength: 1 }).text).toContain(
      'for a text of 1 position.',
    );
  });

  test('says what several models share once, and of whom', () => {
    const { data } = figure({ models: ['gemma-3-4b', 'phi-3-mini-128k'], config, sequenceLength: 1 });
    const [shared] = data.models;
    if (!shared) throw new Error('no model');
    const named = (/** @type {string} */ model, /** @type {string[]} */ warnings) => ({
      ...shared,
      model,
      warnings,
    });
    const models = [
      named('A', ['x', 'y']),
      named('A', ['x', 'y']),
      named('B', ['y', 'x', 'z']),
      named('C', []),
    ];
    expect(spectrum.notes({ ...data, models })).toEqual(['A, B: x; y.', 'B: z.']);
  });

  test('has the warnings of each model once, in a line', () => {
    const notes = spectrum.notes(figure({ models: ['gemma-3-4b', 'own'], config }).data);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatch(/^Gemma 3 4B: The config states 131072 positions; 32768 were trained/);
    expect(notes[0]?.match(/five layers/g)).toHaveLength(1);
    expect(notes[1]).toMatch(/^config\.json \(llama\): .*rope_theta is absent, so 10000 is assumed/);
  });
});

describe('controls that have no effect', () => {
  /** @param {import('../../web/settings/index.js').Patch} patch */
  const idle = (patch) => spectrum.idle(figure(patch).settings);

  test('are those of one’s own where that is not shown', () => {
    const own = ['scaling', 'base', 'dimensions', 'trainedLength', 'factor', 'sequenceLength'];
    expect(idle({ models: ['llama-2-7b'] })).toEqual(own);
    expect(idle({ models: ['own'], scaling: 'yarn' })).toEqual(['sequenceLength']);
    expect(idle({ models: ['own'] })).toEqual(['factor', 'sequenceLength']);
  });

  test('leave the length that is read to those that look at it', () => {
    expect(idle({ models: ['own'], scaling: 'dynamic' })).toEqual([]);
    expect(idle({ models: ['phi-3-mini-128k'] })).not.toContain('sequenceLength');
    const dynamic = JSON.stringify({ ...JSON.parse(config), rope_scaling: { type: 'dynamic', factor: 2 } });
    expect(idle({ models: [], config: dynamic })).not.toContain('sequenceLength');
    expect(idle({ models: [], config })).toContain('sequenceLength');
  });
});

describe('the curve that stands out', () => {
  /** @param {import('../../web/settings/index.js').Patch} patch */
  const models = (patch) => figure(patch).data.models;
  const three = { models: ['llama-2-7b', 'own', 'llama-3-1-8b'] };

  test('is a stretched one at first, else the first', () => {
    expect(chosenOf(models(three), [], '')).toBe('llama-3-1-8b');
    expect(chosenOf(models({ models: ['llama-2-7b', 'own'] }), [], '')).toBe('llama-2-7b');
    expect(chosenOf([], models(three), 'own')).toBe('');
  });

  test('is the one that a reader added or changed, and else stays', () => {
    const before = models(three);
    expect(chosenOf(models({ models: [...three.models, 'phi-2'] }), before, 'own')).toBe('phi-2');
    expect(chosenOf(models({ ...three, scaling: 'ntk' }), before, 'llama-2-7b')).toBe('own');
    expect(chosenOf(models({ ...three, quantity: 'frequency' }), before, 'llama-2-7b')).toBe('llama-2-7b');
    expect(chosenOf(models({ models: ['own', 'llama-3-1-8b'] }), before, 'llama-2-7b')).toBe('own');
  });

  test('keeps its dash and marker while others come and go', () => {
    const styles = stylesOf(models(three), new Map());
    expect([...styles]).toEqual([
      ['llama-2-7b', 0],
      ['own', 1],
      ['llama-3-1-8b', 2],
    ]);
    const less = stylesOf(models({ models: ['own', 'llama-3-1-8b'] }), styles);
    const more = stylesOf(models({ models: ['own', 'llama-3-1-8b', 'phi-2', 'phi-4'] }), less);
    expect(Object.fromEntries(more)).toEqual({ own: 1, 'llama-3-1-8b': 2, 'phi-2': 0, 'phi-4': 3 });
  });
});

test('a pair that stands still takes for ever, and no scaling has stretched it', () => {
  const { layers } = core.fromConfig({
    head_dim: 8,
    rope_parameters: { rope_type: 'proportional', partial_rotary_factor: 0.5, rope_theta: 100 },
  });
  const still = {
    inverseFrequencies: layers[0].inverseFrequencies,
    unscaled: new Float64Array(4).fill(1),
    trainedLength: 64,
  };
  expect(pairOf(/** @type {any} */ (still), 3)).toEqual({
    frequency: 0,
    wavelength: Number.POSITIVE_INFINITY,
    turns: 0,
    stretch: Number.NaN,
  });
});
