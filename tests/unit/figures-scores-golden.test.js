import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as scores } from '../../web/figures/scores/figure.js';
import { plain } from '../../web/figures/shared/caption.js';
import { open } from '../../web/settings/index.js';
import alibiBias from '../golden/alibi_bias_causal.json' with { type: 'json' };
import alibiSlopes from '../golden/alibi_slopes.json' with { type: 'json' };
import relative from '../golden/relative_property.json' with { type: 'json' };

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** What the figure says when a link opens it. @param {Record<string, unknown>} link */
function described(link) {
  const query = new URLSearchParams(
    Object.entries({ figure: 'scores', ...link }).map(([name, value]) => [name, String(value)]),
  );
  const { settings, problems } = open(query);
  expect(problems).toEqual([]);
  return plain(scores.caption(scores.compute(core, settings)));
}

/** As the figure writes it. @param {number} value */
const three = (value) => value.toFixed(3).replace('-', '−');

const ROUNDING =
  /At no distance does it change by more than \d(\.\d+)?·10⁻[⁶⁷], which is rounding in float32\./;
const EXACTLY = /At no distance does it change at all\./;

describe.each(relative.values)('the relative property with $d dimensions', (golden) => {
  const link = { positions: golden.positions, dimensions: golden.d, query: golden.q, key: golden.k };

  it.each(/** @type {const} */ (['multiply', 'add']))('is not one of %s', (name) => {
    const expected = golden[name];
    const methods = name === 'add' ? 'sinusoidal' : 'product';
    const text = described({ ...link, methods });
    expect(text).toMatch(
      new RegExp(`It changes most at distance −?\\d+, by ${three(expected.max_deviation_q_k)}\\.`),
    );
    expect(text).toContain(`Scores reach ${three(expected.max_abs_score_q_k)} in size`);
    const [least, greatest] = /** @type {[number, number]} */ (expected.norm_range_q);
    expect(text).toContain(`the query’s magnitude goes from ${three(least)} to ${three(greatest)}.`);
    const same = described({ ...link, key: golden.q, methods });
    expect(same).toContain(`by ${three(expected.max_deviation_q_q)}.`);
  });

  it('is one of rotary', () => {
    const expected = golden.rope_interleaved;
    const text = described({ ...link, methods: 'rotary' });
    expect(expected.max_deviation_q_k).toBeLessThan(1e-11);
    expect(text).toMatch(ROUNDING);
    expect(text).toContain(`Scores reach ${three(expected.max_abs_score_q_k)} in size`);
    expect(text).toContain(`the query’s magnitude is ${three(golden.norm_q)} everywhere.`);
  });

  it('seems to be one of the product while both vectors are all ones', () => {
    expect(golden.multiply.max_deviation_ones).toBeLessThan(1e-11);
    expect(described({ ...link, tokens: 'equal', methods: 'product' })).toMatch(ROUNDING);
    expect(described({ ...link, tokens: 'equal', methods: 'rotary' })).toMatch(ROUNDING);
    expect(described({ ...link, tokens: 'equal', methods: 'sinusoidal' })).toContain(
      `by ${three(golden.add.max_deviation_ones)}.`,
    );
  });

  it('is one of the waves alone: it is the sum with a token that loses it', () => {
    expect(golden.pe_alone.max_deviation).toBeLessThan(1e-11);
    const text = described({ ...link, query: '0,0', key: '0,0', methods: 'sinusoidal' });
    expect(text).toMatch(ROUNDING);
    const [, magnitude] = /** @type {[number, number]} */ (golden.pe_alone.norm_range);
    expect(text).toContain(`the query’s magnitude is ${three(magnitude)} everywhere.`);
  });
});

/** Powers of two with all their digits, others with four that count. @param {number} value */
const four = (value) => {
  const power = Math.round(2 ** 8 * value) / 2 ** 8;
  return String(Math.abs(power - value) < 1e-15 ? power : Number(value.toPrecision(4)));
};

test('slopes that are powers of two are written out', () => {
  const text = described({ methods: 'alibi', heads: 8, head: 7, distance: 3 });
  expect(text).toContain('Head 7 takes off 0.00390625 a position of distance, so 0.01171875 here');
  expect(text).toContain('are 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625.');
});

test.each([1, 8, 12, 32])('the biases of each of %i heads are the core’s', (heads) => {
  const all = core.alibiBias({ heads, queries: 9, keys: 9 }).data;
  for (let head = 0; head < heads; head += 1) {
    const { settings } = open(
      Object.entries({ figure: 'scores', methods: 'alibi', positions: 9, heads, head }),
    );
    const values = scores.compute(core, settings).panels[0]?.table.bias?.values ?? [];
    const expected = all.slice(81 * head, 81 * (head + 1));
    expect(Array.from(values, (value) => value + 0)).toEqual(Array.from(expected, (value) => value + 0));
  }
});

test.each(alibiSlopes.values)('the slopes of $heads ALiBi heads are the authors’', ({ heads, slopes }) => {
  for (const [head, slope] of slopes.entries()) {
    const text = described({ methods: 'alibi', heads, head, positions: 8, distance: 1 });
    expect(text).toContain(`takes off ${four(slope)} a position of distance, so ${four(slope)} here`);
    if (heads > 1)
      expect(text).toContain(`the slopes of all ${heads} heads are ${slopes.map(four).join(', ')}.`);
    expect(text).toMatch(EXACTLY);
  }
});

test.each(alibiBias.values)(
  'the biases of $heads ALiBi heads are the authors’, masked ahead',
  ({ heads, bias }) => {
    for (const [head, rows] of bias.entries()) {
      for (const [query, row] of rows.entries()) {
        for (const [key, expected] of row.entries()) {
          const link = { methods: 'alibi none', heads, head, positions: 4, distance: query - key };
          const text = described(link);
          if (expected === null) {
            expect(text).toContain('ALiBi masks a key that stands after its query: there is no score.');
            continue;
          }
          expect(text).toContain(`of distance, so ${four(-expected + 0)} here`);
          const { settings } = open(Object.entries({ figure: 'scores', ...link }));
          const [alibi, none] = scores.compute(core, settings).panels;
          const cell = query * 4 + key;
          expect(Number(alibi?.table.values[cell]) - Number(none?.table.values[cell])).toBeCloseTo(
            expected,
            5,
          );
        }
      }
    }
  },
);

test.each([
  [20, 10],
  [64, 14],
  [128, 15],
  [-1, 17],
  [-64, 30],
])('a query %i positions after its key falls in T5’s bucket %i', (distance, bucket) => {
  const text = described({ methods: 't5', positions: 200, distance });
  expect(text).toContain(`Distance ${String(distance).replace('-', '−')} falls in bucket ${bucket} of 32`);
  expect(text).toMatch(EXACTLY);
});

test.each([
  [16, 16],
  [64, 26],
  [113, 31],
])('a query %i positions after its key falls in bucket %i of T5’s decoder', (distance, bucket) => {
  const text = described({ methods: 't5', positions: 200, distance });
  expect(text).toContain(` of 32 (a decoder’s ${bucket}), whose bias is`);
});
