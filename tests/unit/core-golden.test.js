import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import {
  deviation,
  expectNear,
  expectRounded,
  flat,
  fnv1a32,
  golden,
  repeated,
  tensor,
} from './core-support.js';

const core = await loadCore();

/**
 * [batch][position][head][feature] to [batch][head][position][feature].
 * @param {number[][][][]} x
 */
const headsFirst = (x) =>
  x.map((positions) => positions[0].map((_, head) => positions.map((heads) => heads[head])));

/**
 * @param {any} entry
 * @param {any} from
 * @param {any} to
 * @param {'interleaved' | 'half'} pairing
 * @param {number} tolerance
 */
function expectRotates(entry, from, to, pairing, tolerance) {
  const order = entry.layout === '[batch][seq][head][dim]' ? headsFirst : (/** @type {any} */ x) => x;
  const { base, positions: positionIds, rotary_dim: rotaryDimensions } = entry;
  const { data } = core.rotate(tensor(order(from)), { base, positionIds, rotaryDimensions, pairing });
  expectNear(data, flat(order(to)), tolerance);
}

describe('the first article', () => {
  test('has its sinusoidal tables', () => {
    const { values, tolerance } = golden('article1_sinusoid');
    for (const { length, dims, out } of values) {
      expectRounded(core.sinusoidal({ positions: length, dimensions: dims }).data, flat(out), tolerance.abs);
    }
  });

  test('has its own run: encodings, sums, matrices and turned vectors', () => {
    const { values, tolerance, params } = golden('article1_main');
    const x = repeated(params.emb, params.num_positions);
    const encoding = core.sinusoidal({ positions: params.num_positions, dimensions: params.dimensions });
    expectRounded(encoding.data, flat(values.positional_encodings), tolerance.abs);
    expectRounded(core.add(x).data, flat(values.positional_embeddings), tolerance.abs);
    expectRounded(core.rotate(x).data, flat(values.rope), tolerance.abs);
    const { cos, sin } = core.cosSin({ positions: params.num_positions, inverseFrequencies: [params.theta] });
    for (const [p, matrix] of values.rotation_matrix.entries()) {
      const [c, s] = [cos.data[p], sin.data[p]];
      expectRounded([c, -s, s, c], flat(matrix), tolerance.abs);
    }
  });
});

describe('the second article', () => {
  test.each([
    ['article2_PositionalEmbeddings', 'add'],
    ['article2_RopeEmbeddings', 'multiply'],
  ])('has the results of %s in %s', (name, call) => {
    const { values, tolerance } = golden(name);
    for (const { x, pe, out, dim, seq } of values) {
      const result = call === 'add' ? core.add(tensor(x)) : core.multiply(tensor(x));
      expectNear(result.data, flat(out), tolerance.abs);
      expectNear(core.sinusoidal({ positions: seq, dimensions: dim }).data, flat(pe), tolerance.abs);
    }
  });

  test('looks rows up as its TrainableEmbeddings do', () => {
    for (const { weight, ids, out } of golden('article2_TrainableEmbeddings').values) {
      const wanted = tensor(ids);
      const result = core.lookup(tensor(weight), { data: Int32Array.from(wanted.data), shape: wanted.shape });
      expect(result).toEqual(tensor(out));
    }
  });

  test('has the shapes and parameter counts of its three runs', () => {
    const { params, values } = golden('article2_main');
    const { dim: dimensions, batch, seq, vocab_size: rows } = params;
    const words = core.learnedTable({ rows, dimensions, seed: 1, stream: 'words' });
    expect(words.data.length).toBe(values.trainable_parameters);
    const ids = Int32Array.from({ length: batch * seq }, (_, n) => (n * 7919) % rows);
    const x = core.lookup(words, { data: ids, shape: [batch, seq] });
    expect(x.shape).toEqual(values.out_shape);
    expect(core.add(x).shape).toEqual(values.out_shape);
    expect(core.multiply(x).shape).toEqual(values.out_shape);
    const [positions] = values.pe_buffer_shape;
    expect(core.sinusoidal({ positions, dimensions }).shape).toEqual(values.pe_buffer_shape);
  });

  test('has its float buffer, as far as that has its own phases right', () => {
    const { values, tolerance } = golden('article2_pe_buffer');
    const allowed = (/** @type {number} */ p) => {
      if (p <= 10) return tolerance.abs_pos_le_10;
      return tolerance[`abs_pos_${p}`];
    };
    for (const [dimensions, { rows, pe }] of Object.entries(values)) {
      for (const [n, start] of rows.entries()) {
        const { data } = core.sinusoidal({ positions: 1, dimensions: Number(dimensions), start });
        expectNear(data, pe[n], allowed(start));
      }
    }
  });
});

describe('trusted implementations', () => {
  test.each(
    /** @type {const} */ ([
      ['apply_half_split', 'half'],
      ['apply_interleaved', 'interleaved'],
    ]),
  )('turn as in %s', (name, pairing) => {
    const { values, tolerance } = golden(name);
    for (const entry of values) {
      expectRotates(entry, entry.q, entry.q_out, pairing, tolerance.abs);
      expectRotates(entry, entry.k, entry.k_out, pairing, tolerance.abs);
    }
  });

  test('turn a part of a head', () => {
    const { values, tolerance } = golden('apply_partial');
    for (const entry of values.gptj_interleaved) {
      expectRotates(entry, entry.x, entry.out, 'interleaved', tolerance.abs);
    }
    for (const entry of values.neox_half) expectRotates(entry, entry.x, entry.out, 'half', tolerance.abs);
  });

  test('agree between pairings after the permutation', () => {
    const { values, tolerance } = golden('permutation');
    const { head_dim: d, x, interleaved_out, half_out_of_permuted } = values.example;
    const { half_from_interleaved: order } = values.index.find(
      (/** @type {any} */ entry) => entry.head_dim === d && entry.heads === 1,
    );
    const permuted = x.map((/** @type {number[]} */ row) => order.map((/** @type {number} */ n) => row[n]));
    expectNear(core.rotate(tensor(x)).data, flat(interleaved_out), tolerance.abs);
    const half = core.rotate(tensor(permuted), { pairing: 'half' });
    expectNear(half.data, flat(half_out_of_permuted), tolerance.abs);
  });

  test('have the same inverse frequencies without scaling', () => {
    const { values, tolerance } = golden('rope_scaling_default');
    for (const { rotary_dim: rotaryDimensions, rope_theta: base, inv_freq_f64, attention_factor } of values) {
      const got = core.inverseFrequencies({ rotaryDimensions, base, scaling: { rope_type: 'default' } });
      expect(got.attentionFactor).toBe(attention_factor);
      const ratios = Array.from(got.values, (value, n) => value / inv_freq_f64[n]);
      expectNear(ratios, new Array(rotaryDimensions / 2).fill(1), tolerance.inv_freq_f64_rel);
    }
  });

  test('have the same cosines and sines without scaling', () => {
    const { values, tolerance } = golden('rope_cos_sin_tables');
    const unscaled = values.filter((/** @type {any} */ { rope_type }) => rope_type === 'default');
    expect(unscaled.length).toBe(1);
    for (const { rotary_dim: rotaryDimensions, rope_theta: base, positions, cos, sin } of unscaled) {
      const got = core.cosSin({ positionIds: positions, rotaryDimensions, base });
      const pairs = rotaryDimensions / 2;
      for (const [n, p] of positions.entries()) {
        const allowed = p <= 100 ? tolerance.abs_pos_le_100 : tolerance.abs_pos_le_4095;
        expectNear(got.cos.data.subarray(n * pairs, (n + 1) * pairs), cos[n], allowed);
        expectNear(got.sin.data.subarray(n * pairs, (n + 1) * pairs), sin[n], allowed);
      }
    }
  });
});

describe('exact mathematics', () => {
  test.each(['mp_sincos_small', 'mp_sincos_d64'])('gives the rounded sines and cosines of %s', (name) => {
    for (const { base, d, inv_freq, rows } of golden(name).values) {
      const { values } = core.inverseFrequencies({ rotaryDimensions: d, base });
      expectNear(
        Array.from(values, (value, n) => value / inv_freq[n]),
        new Array(d / 2).fill(1),
        1e-15,
      );
      for (const { p, cos, sin } of rows) {
        const tolerance = 1e-15 + 4.5e-16 * p;
        const got = core.cosSin({ positions: 1, start: p, rotaryDimensions: d, base });
        expectRounded(got.cos.data, cos, tolerance);
        expectRounded(got.sin.data, sin, tolerance);
        const { data } = core.sinusoidal({
          positions: 1,
          dimensions: d,
          start: p,
          base,
          layout: 'concatenated',
        });
        expect(data).toEqual(Float32Array.of(...got.sin.data, ...got.cos.data));
      }
    }
  });

  test('says which scores are relative, by the expected numbers', () => {
    // The golden numbers are in double; scores of floats cannot come nearer than their rounding.
    const tolerance = 4e-6;
    for (const { positions, q, k, add, multiply, rope_interleaved } of golden('relative_property').values) {
      const left = repeated(q, positions);
      const right = repeated(k, positions);
      const expectDeviation = (/** @type {any} */ one, /** @type {any} */ other, /** @type {any} */ want) =>
        expectNear([deviation(core.scores(one, other))], [want.max_deviation_q_k], tolerance);
      expectDeviation(core.add(left), core.add(right), add);
      expectDeviation(core.multiply(left), core.multiply(right), multiply);
      expectDeviation(core.rotate(left), core.rotate(right), rope_interleaved);
    }
  });
});

test('learned tables have the very bits that they have natively', () => {
  const { values } = golden('learned_hashes');
  for (const { fnv1a32: want, ...options } of values) {
    expect(fnv1a32(core.learnedTable(options).data), JSON.stringify(options)).toBe(want);
  }
});
