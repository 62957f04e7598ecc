/** @import { Configuration, Frequencies, Scaling } from './rope-oracle.js' */
import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { expectNear, golden } from './core-support.js';
import { correctionRange, ntkBase, originalLength, ropeOracle } from './rope-oracle.js';

const core = await loadCore();

/** @type {Configuration} */
const llama2 = {
  rotaryDimensions: 128,
  base: 10000,
  scaling: { rope_type: 'default' },
  maxPositions: 4096,
  sequenceLength: 4096,
};

/**
 * The oracle's answer for Llama 2 with other settings.
 * @param {Scaling} scaling
 * @param {Partial<Configuration>} [others]
 */
const scaled = (scaling, others) => ropeOracle({ ...llama2, ...others, scaling });

/**
 * What each pair keeps of its frequency.
 * @param {Scaling} scaling
 * @param {Partial<Configuration>} others
 */
function shares(scaling, others) {
  const { values } = scaled({ rope_type: 'default' }, others);
  return Array.from(scaled(scaling, others).values, (value, pair) => value / values[pair]);
}

describe('the oracle', () => {
  test.each(['default', 'linear', 'llama3'])('has the reference numbers of %s', (type) => {
    const { values, tolerance } = golden(`rope_scaling_${type}`);
    for (const entry of values) {
      const { rotary_dim: rotaryDimensions, rope_theta: base, max_position_embeddings: maxPositions } = entry;
      const scaling = { rope_type: entry.rope_type, ...entry.rope_scaling };
      const got = scaled(scaling, { rotaryDimensions, base, maxPositions });
      expect(got.attentionFactor).toBe(entry.attention_factor);
      const ratios = Array.from(got.values, (value, pair) => value / entry.inv_freq_f64[pair]);
      expectNear(ratios, new Array(rotaryDimensions / 2).fill(1), tolerance.inv_freq_f64_rel);
    }
  });

  test.each([
    ['Llama 2', 128, 10000, 4096, [20.9445, 45.0269], [20, 46]],
    ['DeepSeek V3', 64, 10000, 4096, [10.4722, 22.5134], [10, 23]],
    ['Qwen 2.5', 128, 1e6, 32768, undefined, [23, 40]],
    ['gpt-oss', 64, 150000, 4096, [8.092779115512, 17.398024501589], [8, 18]],
  ])('has the correction range of YaRN for %s', (model, dimensions, base, length, exact, whole) => {
    const range = { dimensions, base, length };
    expect(correctionRange(range)).toEqual(whole);
    const tolerance = model === 'gpt-oss' ? 1e-12 : 5e-5;
    if (exact) expectNear(correctionRange({ ...range, truncate: false }), exact, tolerance);
  });

  test('keeps of a pair within the range what the released code of YaRN keeps, not what the paper says', () => {
    const kept = (shares({ rope_type: 'yarn', factor: 4 }, {})[30] - 1 / 4) / (1 - 1 / 4);
    expectNear([kept], [0.615], 5e-4);
  });

  test('has the attention factors of YaRN and LongRoPE', () => {
    const factors = [1, 4, 16, 32, 40];
    const attentions = factors.map((factor) => scaled({ rope_type: 'yarn', factor }).attentionFactor);
    expectNear(attentions, [1, 1.1386294361, 1.2772588722, 1.3465735903, 1.3688879454], 5.1e-11);
    const deepSeek = { factor: 40, mscale: 1, mscale_all_dim: 1 };
    expect(scaled({ rope_type: 'yarn', ...deepSeek }).attentionFactor).toBe(1);
    const lists = { short_factor: new Array(64).fill(1), long_factor: new Array(64).fill(2) };
    const phi = scaled(
      { rope_type: 'longrope', ...lists, original_max_position_embeddings: 4096 },
      { maxPositions: 131072 },
    );
    expectNear([phi.attentionFactor], [1.1902380714], 5.1e-11);
  });

  test('has the bases of NTK, whose slowest pair is that of linear scaling', () => {
    const factors = [2, 4, 8];
    const bases = factors.map((factor) => ntkBase(10000, factor, 128));
    expectNear(bases, [20221.26, 40889.94, 82684.62], 5.1e-3);
    for (const factor of factors) {
      expectNear([shares({ rope_type: 'ntk', factor }, {})[63] * factor], [1], 1e-12);
      const reached = scaled({ rope_type: 'dynamic', factor: factor - 1 }, { sequenceLength: 8192 });
      expectNear(reached.values, scaled({ rope_type: 'ntk', factor }).values, 1e-15);
    }
  });

  test('keeps, blends and divides as many pairs as Llama 3.1 and 3.2', () => {
    const common = { low_freq_factor: 1, high_freq_factor: 4, original_max_position_embeddings: 8192 };
    const large = shares({ rope_type: 'llama3', factor: 8, ...common }, { base: 500000 });
    expect(large.slice(0, 29)).toEqual(new Array(29).fill(1));
    expectNear(large.slice(29, 35), [0.8282, 0.6437, 0.4935, 0.3711, 0.2714, 0.1902], 5.1e-5);
    expect(large.slice(35)).toEqual(new Array(29).fill(1 / 8));
    const smaller = { base: 500000, rotaryDimensions: 64 };
    const small = shares({ rope_type: 'llama3', factor: 32, ...common }, smaller);
    expect(small.filter((share) => share === 1).length).toBe(15);
    expect(small.slice(18)).toEqual(new Array(14).fill(1 / 32));
    expect(small.slice(15, 18).every((share) => share < 1 && share > 1 / 32)).toBe(true);
  });

  test('makes a step where both factors of Llama 3 are the same, and keeps the pair that stands on it', () => {
    const step = { low_freq_factor: 1, high_freq_factor: 1, original_max_position_embeddings: 8192 };
    const scout = shares({ rope_type: 'llama3', factor: 16, ...step }, { base: 500000 });
    expect(scout).toEqual([...new Array(35).fill(1), ...new Array(29).fill(1 / 16)]);
    const turns = 8 / (2 * Math.PI);
    const edge = { low_freq_factor: turns, high_freq_factor: turns, original_max_position_embeddings: 8 };
    const kept = shares({ rope_type: 'llama3', factor: 2, ...edge }, { rotaryDimensions: 8 });
    expect(kept).toEqual([1, 0.5, 0.5, 0.5]);
  });

  test('turns as many pairs as the share of the head says, cut as a double is', () => {
    for (const [rotaryDimensions, partial_rotary_factor, turning] of [
      [512, 0.25, 64],
      [100, 0.58, 28],
    ]) {
      const { values } = scaled({ rope_type: 'proportional', partial_rotary_factor }, { rotaryDimensions });
      expect(values.length).toBe(rotaryDimensions / 2);
      expect(values.indexOf(0)).toBe(turning);
    }
  });
});

/**
 * Draws that are the same in every run.
 * @param {number} seed
 */
function createDraws(seed) {
  let state = seed;
  const real = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  /** @param {number} min @param {number} max evenly over the orders of magnitude */
  const between = (min, max) => min * (max / min) ** real();
  /** @param {number} min @param {number} max */
  const integer = (min, max) => min + Math.floor(real() * (max - min + 1));
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[integer(0, list.length - 1)];
  /** @template T @param {T} key or nothing at all, as often */
  const maybe = (key) => (real() < 0.5 ? key : {});
  return { between, integer, pick, maybe };
}

/** @typedef {ReturnType<typeof createDraws>} Draws */

/**
 * The original length may be beyond the longest, and so short that no pair finishes a turn.
 * @param {Draws} draws
 */
const lengthOf = ({ pick, integer }) => pick([6, 2048, 4096, 8192, 32768, integer(2, 300000)]);

/**
 * @param {Scaling['rope_type']} rope_type
 * @param {Draws} draws
 * @param {number} pairs
 * @returns {Scaling}
 */
function drawScaling(rope_type, draws, pairs) {
  const { between, pick, maybe } = draws;
  const factor = pick([1, 2, 4, 8, 32, 40, between(1, 1.1), between(1, 200)]);
  const original = { original_max_position_embeddings: lengthOf(draws) };
  const attention = { attention_factor: between(0.5, 2) };
  const slow = pick([1, between(0.1, 4)]);
  const rate = between(0.25, 4);
  const scale = () => pick([1, 0.8, between(0.1, 2)]);
  const list = (/** @type {number} */ most) => Array.from({ length: pairs }, () => between(1, most));
  switch (rope_type) {
    case 'default':
      return { rope_type };
    case 'dynamic':
      return { rope_type, factor, ...maybe(original) };
    case 'yarn': {
      const betas = maybe({ ...maybe({ beta_fast: slow * between(8, 64) }), beta_slow: slow });
      const scales = { ...maybe({ mscale: scale() }), ...maybe({ mscale_all_dim: scale() }) };
      const others = { ...maybe({ truncate: pick([true, false]) }), ...maybe(maybe(attention)) };
      return { rope_type, factor, ...maybe(original), ...betas, ...scales, ...others };
    }
    case 'longrope': {
      const lists = { short_factor: list(3), long_factor: list(100) };
      return { rope_type, ...lists, ...maybe({ factor }), ...maybe(original), ...maybe(maybe(attention)) };
    }
    case 'llama3': {
      const usual = { low_freq_factor: 1, high_freq_factor: 4 };
      const rates = { low_freq_factor: rate, high_freq_factor: rate * between(1.5, 20) };
      const step = { low_freq_factor: rate, high_freq_factor: rate };
      return { rope_type, factor, ...original, ...pick([usual, rates, step]) };
    }
    case 'proportional': {
      const share = pick([0.25, 0.5, 0.58, 0.29, 0.75, 1, between(0.01, 1)]);
      return { rope_type, partial_rotary_factor: share, ...maybe({ factor }) };
    }
    default:
      return { rope_type, factor };
  }
}

/**
 * @param {Scaling['rope_type']} rope_type
 * @param {number} seed
 * @returns {Configuration}
 */
function drawConfiguration(rope_type, seed) {
  const draws = createDraws(seed);
  const { between, integer, pick, maybe } = draws;
  // Both NTK scalings divide by the dimensions less 2.
  const fewest = rope_type === 'dynamic' || rope_type === 'ntk' ? 2 : 1;
  const pairs = pick([16, 32, 50, 64, integer(fewest, 8), integer(fewest, 256)]);
  const head = rope_type === 'proportional' ? 2 * pairs : 2 * (pairs + pick([0, 32, integer(0, 64)]));
  const scaling = drawScaling(rope_type, draws, pairs);
  const common = {
    rotaryDimensions: 2 * pairs,
    ...maybe({ headDimensions: head }),
    base: pick([10000, 150000, 500000, 1e6, between(1.5, 1e9)]),
    scaling,
    maxPositions: pick([lengthOf(draws), scaling.original_max_position_embeddings ?? 4096, 131072, 10485760]),
  };
  const trained = pick([common.maxPositions, originalLength({ ...common, sequenceLength: 1 })]);
  const longer = Math.min(Math.ceil(trained * between(1, 30)), 1e8);
  return { ...common, sequenceLength: pick([1, integer(1, trained), trained, trained + 1, longer]) };
}

/**
 * @param {Configuration} configuration
 * @returns {string | undefined} how the core differs from the oracle
 */
function difference(configuration) {
  const want = ropeOracle(configuration);
  /** @type {Frequencies} */
  let got;
  try {
    // What is drawn has the keys of its type, but the compiler cannot see that.
    got = core.inverseFrequencies(/** @type {any} */ (configuration));
  } catch (error) {
    return String(error);
  }
  if (!(Math.abs(got.attentionFactor - want.attentionFactor) <= 1e-12)) {
    return `attention factor ${got.attentionFactor}, want ${want.attentionFactor}`;
  }
  if (got.values.length !== want.values.length) return `${got.values.length} pairs`;
  const pair = want.values.findIndex((value, n) => !(Math.abs(got.values[n] - value) <= 1e-12 * value));
  return pair === -1 ? undefined : `pair ${pair}: ${got.values[pair]}, want ${want.values[pair]}`;
}

/** @type {Scaling['rope_type'][]} */
const types = ['default', 'linear', 'dynamic', 'ntk', 'yarn', 'longrope', 'llama3', 'proportional'];

test.each(types)('a hundred configurations of %s are those of the oracle', (type) => {
  const wrong = [];
  for (let n = 0; n < 100; n++) {
    const configuration = drawConfiguration(type, 1000 * types.indexOf(type) + n);
    const why = difference(configuration);
    if (why) wrong.push(`${n}: ${why} for ${JSON.stringify(configuration)}`);
  }
  expect(wrong.length, `${wrong.length} of 100 differ, the first is ${wrong[0]}`).toBe(0);
});
