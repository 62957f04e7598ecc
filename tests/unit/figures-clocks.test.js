import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as clocks } from '../../web/figures/clocks/figure.js';
import { legend, longLabel, readout, shortLabel, subtitle } from '../../web/figures/clocks/text.js';
import { plain } from '../../web/figures/shared/caption.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

/** @param {import('../../web/settings/index.js').Patch} [patch] */
function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('clocks'), patch);
  expect(problems).toEqual([]);
  const data = clocks.compute(core, settings);
  return { settings, data, group: /** @type {(typeof data.groups)[0]} */ (data.groups[0]) };
}

/** @param {Parameters<typeof figure>[0]} patch */
function described(patch) {
  const { data } = figure(patch);
  return plain(clocks.caption(data));
}

beforeAll(async () => {
  core = await loadCore();
});

/** @param {number} one @param {number} other radians; how far apart, round the circle */
const apart = (one, other) => Math.abs(Math.atan2(Math.sin(one - other), Math.cos(one - other)));

test.each([
  'own',
  'llama-2-7b',
  'llama-3-1-8b',
  'mistral-7b-v0-3',
  'deepseek-v3',
  'gpt-oss',
  'phi-3-mini-128k',
  'gemma-3-4b',
  'gemma-4',
  'gpt-neox-20b',
])('every hand of %s stands at position × θ, and every thin one at the unscaled', (model) => {
  const { data } = figure({ model, positions: 8192 });
  for (const position of [0, 1, 17.25, 63.999, 4095.5, 8191]) {
    clocks.frame(core, data, position);
    for (const { model, start, ghosts } of data.groups) {
      const hands = [[model.inverseFrequencies, start], ...(ghosts < 0 ? [] : [[model.unscaled, ghosts]])];
      for (const [frequencies, from] of /** @type {[Float64Array, number][]} */ (hands)) {
        frequencies.forEach((frequency, pair) => {
          const [cos, sin] = [Number(data.out.cos[from + pair]), Number(data.out.sin[from + pair])];
          expect(apart(Math.atan2(sin, cos), position * frequency)).toBeLessThan(1e-6);
          expect(Math.hypot(cos, sin)).toBeCloseTo(1, 6);
        });
      }
      const turns = (position * Number(model.inverseFrequencies[1])) / (2 * Math.PI);
      expect(data.turns[start + 1]).toBeCloseTo(turns, 9);
    }
  }
});

test('a frame writes where the last one wrote', () => {
  const { data } = figure({ model: 'deepseek-v3' });
  const { cos } = data.out;
  clocks.frame(core, data, 3);
  const before = cos[0];
  clocks.frame(core, data, 4);
  expect(data.out.cos).toBe(cos);
  expect(cos[0]).not.toBe(before);
});

test.each([
  ['llama-2-7b', 18, 64, 46],
  ['llama-3-8b', 29, 64, 35],
  ['mistral-7b-v0-3', 24, 64, 40],
  ['qwen2-5-7b-1m', 21, 64, 43],
  ['gpt-j-6b', 11, 32, 21],
  ['gpt-neox-20b', 4, 12, 8],
  ['phi-3-mini-4k', 14, 48, 34],
  ['gemma-2-2b', 28, 128, 100],
  ['deepseek-v3', 9, 32, 23],
])('%s has %i of %i pairs marked, from pair %i on', (model, unfinished, pairs, first) => {
  const { data, group } = figure({ model });
  const marked = Array.from(group.reach, (turns, i) => (turns < 1 ? i : -1)).filter((i) => i >= 0);
  expect(group.reach.length).toBe(pairs);
  expect(marked.length).toBe(unfinished);
  expect(marked[0]).toBe(first);
  expect(marked.at(-1)).toBe(pairs - 1);
  const texts = legend(group).map(({ text }) => text);
  expect(texts.some((text) => text.startsWith(`pairs ${first}–${pairs - 1} never finish a turn in `))).toBe(
    true,
  );
  expect(plain(clocks.caption(data))).toContain(
    `${unfinished} of them, pairs ${first} to ${pairs - 1}, never finish`,
  );
});

test('stretching moves no mark: a stretched model was trained before', () => {
  const plain = figure({ dimensions: 128 });
  const stretched = figure({ dimensions: 128, scaling: 'yarn', factor: 16 });
  expect(Array.from(stretched.group.reach)).toEqual(Array.from(plain.group.reach));
  expect(plain.group.ghosts).toBe(-1);
  expect(stretched.group.ghosts).toBe(64);
});

describe('what the figure says', () => {
  it('has the fastest and the slowest wavelength, who never comes round, and how far the slowest gets', () => {
    expect(described({ model: 'llama-2-7b' })).toBe(
      'Llama 2 7B turns 64 pairs of features: the fastest, pair 0, comes round every 6.28 positions, the slowest, pair 63, ' +
        'every 54410 positions. In the 4096 positions of training 18 of them, pairs 46 to 63, never finish a turn: ' +
        'pair 63 gets as far as 27.1°.',
    );
  });

  it('tells what a scaling slows', () => {
    const text = described({ dimensions: 128, scaling: 'linear', factor: 4 });
    expect(text).toContain('The scaling (linear) slows 64 pairs, pair 63 by a factor of 4.');
    expect(text).toContain('the slowest, pair 63, every 217641 positions');
  });

  it('has words for one pair, for none that is marked and for pairs that stand still', () => {
    expect(described({ dimensions: 2 })).toBe(
      'This encoding turns 1 pair of features, which comes round every 6.28 positions. ' +
        'It comes round within the 4096 positions of training.',
    );
    expect(described({ dimensions: 2, trainedLength: 3 })).toContain(
      'it never finishes a turn: it gets as far as 171.9°',
    );
    expect(described({ dimensions: 4, trainedLength: 100 })).toContain('pair 1 never finishes a turn');
    expect(described({ model: 'gemma-4' })).toContain('192 of them stand still.');
  });

  it('speaks of every type of layers', () => {
    const { data } = figure({ model: 'gemma-3-4b' });
    expect(data.groups.map(({ model }) => model.base).sort()).toEqual([10000, 1e6].sort());
    const text = plain(clocks.caption(data));
    expect(text).toContain('sliding attention');
    expect(text).toContain('full attention');
  });

  it('reads one dial with all its numbers', () => {
    const { data, group } = figure({ model: 'llama-2-7b', positions: 4096 });
    clocks.frame(core, data, 1000.5);
    expect(readout(data, group, 46)).toEqual([
      'pair 46 at position 1000.50',
      'angle 76.4° after 0 full turns',
      'θ 0.00133 rad a position',
      'wavelength 4712 positions',
      'in 4096 trained positions 313.0°, never a full turn',
    ]);
    const fastest = readout(data, group, 0);
    expect(fastest).toContain('angle 84.4° after 159 full turns');
    expect(fastest).toContain('in 4096 trained positions 652 turns');
  });

  it('reads what scaling has changed, and what stands still', () => {
    const yarn = figure({ model: 'deepseek-v3' });
    clocks.frame(core, yarn.data, 2);
    const slowed = readout(yarn.data, yarn.group, 31);
    expect(slowed).toContain('wavelength 1.88·10⁶ positions');
    expect(slowed).toContain('(without scaling 47117)');
    expect(readout(yarn.data, yarn.group, 0).join()).not.toContain('without scaling');
    const still = figure({ model: 'gemma-4' });
    clocks.frame(core, still.data, 2);
    const full = still.data.groups.find(({ still: count }) => count > 0);
    expect(readout(still.data, /** @type {any} */ (full), 255)).toContain('it stands still');
  });

  it('tells in its legend what each mark means, where there is one', () => {
    const marks = (/** @type {import('../../web/settings/index.js').Patch} */ patch) =>
      legend(/** @type {any} */ (figure(patch).data.groups.at(-1))).map(
        ({ mark, text }) => `${mark}: ${text}`,
      );
    expect(marks({ dimensions: 2 })[0]).toBe('whole: every pair finishes a turn in 4096 positions');
    expect(marks({ dimensions: 4, trainedLength: 100 })[1]).toBe(
      'broken: pair 1 never finishes a turn in 100 positions; the grey sector is how far it gets',
    );
    expect(marks({ trainedLength: 2 })[0]).toContain('broken: pairs 0–31 never finish');
    expect(marks({ model: 'gemma-4' })[1]).toBe('broken: pairs 64–255 stand still');
    expect(marks({ model: 'gpt-oss' })).toContain('thin: thin hand: without scaling');
    expect(marks({ model: 'llama-3-8b' }).join()).not.toContain('thin');
  });

  it('names what turns beside the model', () => {
    expect(subtitle(figure({ model: 'gpt-neox-20b' }).group)).toBe(
      '12 pairs (24 of 96 dimensions), base 10000, trained on 2048 positions',
    );
    expect(subtitle(figure({ model: 'qwen2-5-7b' }).group)).toBe(
      '64 pairs, base 1000000, trained on 131072 positions',
    );
    expect(subtitle(figure({ trainedLength: 1, base: 123456.7 }).group)).toBe(
      '32 pairs, base 123456.7, trained on 1 position',
    );
    expect(subtitle(figure({ model: 'llama-3-1-8b' }).group)).toContain(
      'trained on 8192 positions, llama3 scaling with factor 8',
    );
  });
});

test('labels of wavelengths are short, and true to two digits or more', () => {
  const units = /** @type {Record<string, number>} */ ({ k: 1e3, M: 1e6, G: 1e9 });
  for (let wavelength = 1; wavelength < 1e10; wavelength *= 1.037) {
    for (const [label, most] of /** @type {const} */ ([
      [shortLabel(wavelength), 4],
      [longLabel(wavelength), 7],
    ])) {
      const value = Number.parseFloat(label) * (units[label.slice(-1)] ?? 1);
      expect(Math.abs(value / wavelength - 1), `${wavelength} as ${label}`).toBeLessThan(0.051);
      expect(label.length).toBeLessThanOrEqual(most + 1);
    }
  }
  expect([6.283, 99.96, 999.7, 1044, 54410, 188401, 2.18e6].map(shortLabel)).toEqual([
    '6.28',
    '100',
    '1.0k',
    '1.0k',
    '54k',
    '188k',
    '2.2M',
  ]);
  expect([6.283, 9.004, 54410.2, Number.POSITIVE_INFINITY].map(longLabel)).toEqual([
    '6.28',
    '9.00',
    '54410',
    '∞',
  ]);
});

test('positions are words where the text has one for each', () => {
  expect(figure().data.labels.slice(0, 3)).toEqual(['0', '1', '2']);
  expect(figure({ positions: 3, text: 'the cat sat' }).data.labels).toEqual(['the', 'cat', 'sat']);
  expect(figure({ positions: 4, text: 'the cat sat' }).data.labels).toEqual(['0', '1', '2', '3']);
});

test('controls that change nothing are out of the way', () => {
  const idle = (/** @type {import('../../web/settings/index.js').Patch} */ patch) =>
    [...clocks.idle(figure(patch).settings)].sort();
  const own = ['base', 'dimensions', 'factor', 'scaling', 'sequenceLength', 'trainedLength'];
  expect(idle({})).toEqual(['factor', 'sequenceLength']);
  expect(idle({ scaling: 'yarn' })).toEqual(['sequenceLength']);
  expect(idle({ scaling: 'dynamic' })).toEqual([]);
  expect(idle({ model: 'llama-2-7b' })).toEqual(own);
  expect(idle({ model: 'phi-3-mini-128k' })).not.toContain('sequenceLength');
  const config = JSON.stringify({ head_dim: 64, rope_theta: 500000, max_position_embeddings: 8192 });
  expect(idle({ config })).toEqual([...own, 'model'].sort());
});

test('a pasted config counts instead of the model, and a bad or too large one is refused in words', () => {
  const config = { head_dim: 64, rope_theta: 500000, max_position_embeddings: 8192 };
  const { group } = figure({ model: 'gpt-j-6b', config: JSON.stringify(config) });
  expect(group.model.base).toBe(500000);
  expect(group.model.pairs).toBe(32);
  const refusal = (/** @type {object} */ damaged) => () => figure({ config: JSON.stringify(damaged) });
  expect(refusal({ ...config, rope_theta: -1 })).toThrow(/config.*rope_theta/);
  const layers = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [`layer_${i}`, { rope_type: 'default', rope_theta: 10000 }]),
  );
  const large = { head_dim: 256, max_position_embeddings: 8192, rope_parameters: layers };
  expect(refusal(large)).toThrow('config must have at most 1024 pairs in clocks, got 2048');
});

test('what had to be assumed is among the notes, once', () => {
  const { data } = figure({ config: JSON.stringify({ head_dim: 64, max_position_embeddings: 8192 }) });
  const notes = clocks.notes(data);
  expect(notes.some((note) => note.includes('10000 is assumed'))).toBe(true);
  expect(new Set(notes).size).toBe(notes.length);
  expect(clocks.notes(figure().data)).toEqual([]);
});

test('what proportional scaling slows is told beside the pairs that it let turn in training', () => {
  const config = {
    head_dim: 8,
    max_position_embeddings: 64,
    rope_parameters: { rope_type: 'proportional', partial_rotary_factor: 0.5, factor: 4, rope_theta: 100 },
  };
  const { settings, problems } = change(defaultsOf('clocks'), { config: JSON.stringify(config) });
  expect(problems).toEqual([]);
  const [{ slowed, still, reach, wavelengths, ghosts }] = clocks.compute(core, settings).groups;
  expect({ slowed, still, ghosts }).toEqual({ slowed: 2, still: 2, ghosts: -1 });
  expect(reach[0]).toBeCloseTo(64 / (2 * Math.PI), 9);
  expect(wavelengths[0]).toBeCloseTo(4 * 2 * Math.PI, 9);
  expect([...reach.slice(2)]).toEqual([0, 0]);
});
