import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { expectNear, golden } from './core-support.js';

const core = await loadCore();

/** @typedef {import('../../web/core/index.js').Scaling} Scaling */

/**
 * @param {number} rotaryDimensions
 * @param {number} base
 * @param {Scaling | null} [scaling]
 * @param {number} [maxPositions]
 * @param {number} [sequenceLength]
 */
const frequencies = (rotaryDimensions, base, scaling, maxPositions, sequenceLength) =>
  core.inverseFrequencies({ rotaryDimensions, base, scaling, maxPositions, sequenceLength });

/**
 * @param {ArrayLike<number>} got
 * @param {ArrayLike<number>} want
 * @param {number} tolerance of the ratios
 */
const expectRatios = (got, want, tolerance) =>
  expectNear(
    Array.from(got, (value, n) => value / want[n]),
    new Array(want.length).fill(1),
    tolerance,
  );

describe('the reference', () => {
  test.each(['rope_scaling_linear', 'rope_scaling_llama3'])(
    'has the same inverse frequencies in %s',
    (name) => {
      const { values, tolerance } = golden(name);
      for (const { rotary_dim, rope_theta, rope_type, rope_scaling, ...entry } of values) {
        for (const key of ['rope_type', 'type']) {
          const got = frequencies(rotary_dim, rope_theta, { [key]: rope_type, ...rope_scaling });
          expectRatios(got.values, entry.inv_freq_f64, tolerance.inv_freq_f64_rel);
          expectRatios(got.values, entry.inv_freq_f32, tolerance.inv_freq_f32_rel);
          expect(got.attentionFactor).toBe(entry.attention_factor);
        }
      }
    },
  );

  test('has the same scaled cosines and sines', () => {
    const { values, tolerance } = golden('rope_cos_sin_tables');
    const llama3 = golden('rope_scaling_llama3').values;
    for (const { model, rope_type, factor, rotary_dim, rope_theta, positions, ...entry } of values) {
      const same = llama3.find((/** @type {any} */ other) => other.model === model);
      const scaling = { rope_type, ...(factor && { factor }), ...same?.rope_scaling };
      const { values: inverseFrequencies, attentionFactor } = frequencies(rotary_dim, rope_theta, scaling);
      const got = core.cosSin({ positionIds: positions, inverseFrequencies, attentionFactor });
      const pairs = rotary_dim / 2;
      for (const [n, p] of positions.entries()) {
        const allowed = p <= 100 ? tolerance.abs_pos_le_100 : tolerance.abs_pos_le_4095;
        expectNear(got.cos.data.subarray(n * pairs, (n + 1) * pairs), entry.cos[n], allowed);
        expectNear(got.sin.data.subarray(n * pairs, (n + 1) * pairs), entry.sin[n], allowed);
      }
    }
  });

  test('has the sums of RoFormer’s decay', () => {
    for (const { d, base, bound, qk_ones } of golden('roformer_decay').values) {
      const { values } = frequencies(d, base);
      const sums = bound.map((/** @type {number} */ _, /** @type {number} */ r) => {
        let [real, imaginary, sizes] = [0, 0, 0];
        for (const frequency of values) {
          real += Math.cos(r * frequency);
          imaginary += Math.sin(r * frequency);
          sizes += Math.hypot(real, imaginary);
        }
        return { bound: sizes / values.length, ones: 2 * real };
      });
      expectNear(
        sums.map((/** @type {any} */ sum) => sum.bound),
        bound,
        1e-11,
      );
      expectNear(
        sums.map((/** @type {any} */ sum) => sum.ones),
        qk_ones,
        1e-11,
      );
    }
  });
});

describe('YaRN', () => {
  test.each([
    ['Llama 2', 128, 1e4, 4096, true, 20, 46],
    ['Llama 2, not truncated', 128, 1e4, 4096, false, 20.9445, 45.0269],
    ['DeepSeek-V3', 64, 1e4, 4096, true, 10, 23],
    ['DeepSeek-V3, not truncated', 64, 1e4, 4096, false, 10.4722, 22.5134],
    ['Qwen2.5', 128, 1e6, 32768, true, 23, 40],
  ])(
    'blends between the known pairs of %s',
    (_, rotaryDimensions, base, maxPositions, truncate, low, high) => {
      const scaling = { rope_type: 'yarn', factor: 8, truncate };
      const ramp = core.yarnRamp({ rotaryDimensions, base, scaling, maxPositions });
      expectNear([ramp.low, ramp.high], [low, high], truncate ? 0 : 5e-5);
    },
  );

  test('blends between the pairs of gpt-oss, to twelve digits', () => {
    const scaling = { type: 'yarn', factor: 32, original_max_position_embeddings: 4096, truncate: false };
    const { low, high } = core.yarnRamp({ rotaryDimensions: 64, base: 150000, scaling });
    expectNear([low, high], [8.092779115512, 17.398024501589], 5e-13);
  });

  test.each([
    [4, 1.1386294361],
    [16, 1.2772588722],
    [32, 1.3465735903],
    [40, 1.3688879454],
  ])('has the known attention factor for %d', (factor, want) => {
    const { attentionFactor } = frequencies(128, 1e4, { rope_type: 'yarn', factor }, 4096);
    expectNear([attentionFactor], [want], 5e-11);
  });

  test('takes its attention factor from what it is told', () => {
    const attention = (/** @type {Scaling} */ more) =>
      frequencies(128, 1e4, { rope_type: 'yarn', factor: 40, ...more }, 4096).attentionFactor;
    expect(attention({ attention_factor: 1.5, mscale: 1, mscale_all_dim: 0.5 })).toBe(1.5);
    expect(attention({ mscale: 1, mscale_all_dim: 1 })).toBe(1);
    expect(attention({ mscale: 0.7 })).toBe(attention({}));
    expect(attention({ mscale: 1, mscale_all_dim: 0 })).toBe(attention({}));
    const ratio = (0.1 * 0.7 * Math.log(40) + 1) / (0.1 * 0.5 * Math.log(40) + 1);
    expectNear([attention({ mscale: 0.7, mscale_all_dim: 0.5 })], [ratio], 1e-15);
    expect(attention({ attention_factor: null, mscale: null })).toBe(attention({}));
  });

  test('keeps fast pairs, divides slow ones, and counts from the trained length', () => {
    const plain = frequencies(128, 1e4).values;
    const scaling = { rope_type: 'yarn', factor: 16, original_max_position_embeddings: 4096 };
    const { values } = frequencies(128, 1e4, scaling, 65536);
    expect(values.slice(0, 21)).toEqual(plain.slice(0, 21));
    expect(values.slice(46)).toEqual(plain.slice(46).map((value) => value / 16));
    expectNear([values[33] / plain[33]], [0.5 + 0.5 / 16], 1e-12);
    expect(frequencies(128, 1e4, { rope_type: 'yarn', factor: 16 }, 4096).values).toEqual(values);
  });
});

test.each([
  [2, 20221.26],
  [4, 40889.94],
  [8, 82684.62],
])('NTK by %d has the known base, and its slowest pair is that of interpolation', (factor, base) => {
  const { values } = frequencies(128, 1e4, { rope_type: 'ntk', factor });
  expectNear([values[1] ** -64], [base], 6e-3);
  const linear = frequencies(128, 1e4, { rope_type: 'linear', factor }).values;
  expectRatios([values[63]], [linear[63]], 1e-14);
  expect(values[0]).toBe(1);
});

test('dynamic scaling begins past its length, and goes on as NTK', () => {
  const dynamic = { rope_type: 'dynamic', factor: 2.5, original_max_position_embeddings: 77 };
  const plain = frequencies(64, 1e4);
  for (const length of [undefined, 1, 2048]) {
    expect(frequencies(64, 1e4, dynamic, 2048, length)).toEqual(plain);
  }
  const far = frequencies(64, 1e4, dynamic, 2048, 8192).values;
  expectRatios(far, frequencies(64, 1e4, { type: 'ntk', factor: 2.5 * 4 - 1.5 }).values, 1e-13);
});

test('Llama 3.1 and 3.2 keep, blend and divide the known pairs', () => {
  const scaling = (/** @type {number} */ factor) => ({
    rope_type: 'llama3',
    factor,
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  });
  const ratios = (/** @type {number} */ d, /** @type {number} */ factor) => {
    const plain = frequencies(d, 5e5).values;
    return Array.from(frequencies(d, 5e5, scaling(factor)).values, (value, n) => value / plain[n]);
  };
  const large = ratios(128, 8);
  expect(large.slice(0, 29)).toEqual(new Array(29).fill(1));
  expectNear(large.slice(29, 35), [0.8282, 0.6437, 0.4935, 0.3711, 0.2714, 0.1902], 5e-5);
  expect(large.slice(35)).toEqual(new Array(29).fill(1 / 8));
  const small = ratios(64, 32);
  expect(small.map((ratio) => ratio === 1)).toEqual(small.map((_, n) => n <= 14));
  expect(small.map((ratio) => ratio === 1 / 32)).toEqual(small.map((_, n) => n >= 18));
});

test('LongRoPE takes its long list past the trained length, and the known attention factor', () => {
  for (const { rope_theta, rope_scaling, max_position_embeddings } of Object.values(
    golden('phi3_longrope').values,
  )) {
    const scaling = { rope_type: 'longrope', ...rope_scaling };
    const plain = frequencies(96, rope_theta).values;
    for (const length of [undefined, 4096, 4097, 131072]) {
      const list = rope_scaling[length === undefined || length <= 4096 ? 'short_factor' : 'long_factor'];
      const got = frequencies(96, rope_theta, scaling, max_position_embeddings, length);
      expect(got.values).toEqual(plain.map((value, n) => value / list[n]));
      expectNear([got.attentionFactor], [1.1902380714], 5e-11);
    }
    const own = (/** @type {Scaling} */ more) =>
      frequencies(96, rope_theta, { ...scaling, ...more }).attentionFactor;
    expectNear([own({ factor: 32 })], [1.1902380714], 5e-11);
    expect(own({ factor: 1 })).toBe(1);
    expect(own({ attention_factor: 1.25 })).toBe(1.25);
  }
});

test('proportional scaling turns the fastest pairs as the whole head would, and the others not at all', () => {
  const scaling = { rope_type: 'proportional', partial_rotary_factor: 0.25 };
  const plain = frequencies(512, 1e6).values;
  const got = core.inverseFrequencies({ rotaryDimensions: 512, headDimensions: 512, base: 1e6, scaling });
  expect(got.values).toEqual(plain.map((value, n) => (n < 64 ? value : 0)));
  expect(frequencies(512, 1e6, { ...scaling, factor: 4 }).values).toEqual(
    got.values.map((value) => value / 4),
  );
  const x = { data: new Float32Array(512).fill(1), shape: [1, 512] };
  const { data } = core.rotate(x, { inverseFrequencies: got.values, start: 9, pairing: 'half' });
  expect(data.map((value) => (value === 1 ? 0 : 1)).reduce((a, b) => a + b, 0)).toBe(128);
});

test.each([
  ['Llama 2', 128, 1e4, 4096, 18, 46],
  ['Llama 3', 128, 5e5, 8192, 29, 35],
  ['Mistral v0.3', 128, 1e6, 32768, 24, 40],
  ['Qwen2.5 1M', 128, 1e7, 262144, 21, 43],
  ['GPT-J', 64, 1e4, 2048, 11, 21],
  ['GPT-NeoX 20B', 24, 1e4, 2048, 4, 8],
  ['Phi-3', 96, 1e4, 4096, 14, 34],
  ['Gemma 2', 256, 1e4, 8192, 28, 100],
  ['DeepSeek-V3', 64, 1e4, 4096, 9, 23],
])(
  'so many pairs of %s never finish a turn within the trained length',
  (_, d, base, length, count, first) => {
    const slow = Array.from(frequencies(d, base).values, (value) => value * length < 2 * Math.PI);
    expect(slow.filter(Boolean).length).toBe(count);
    expect(slow.indexOf(true)).toBe(first);
  },
);

test('Llama 2’s slowest wavelength is the true one', () => {
  const { values } = frequencies(128, 1e4);
  expectNear([(2 * Math.PI) / values[63]], [54410.1], 0.05);
});
