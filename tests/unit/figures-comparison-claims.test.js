import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { queryOf } from '../../web/figures/comparison/claims/claim.js';
import { claims, compute, judge } from '../../web/figures/comparison/compute.js';
import { updatedOf } from '../../web/figures/comparison/look-back.js';
import { change, defaultsOf, open, readLink } from '../../web/settings/index.js';
import { golden } from './core-support.js';

/** @typedef {import('../../web/figures/comparison/claims/claim.js').Verdict} Verdict */
/** @typedef {import('../../web/figures/comparison/compute.js').Facts} Facts */

/** @type {import('../../web/core/index.js').Core} */
let core;
beforeAll(async () => {
  core = await loadCore();
});

/** @param {string} id */
function claimOf(id) {
  const found = claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`there is no claim ${id}`);
  return found;
}

/** @param {import('../../web/settings/index.js').Patch} [patch] */
const settingsOf = (patch = {}) => change(defaultsOf('comparison'), patch).settings;

/** @param {import('../../web/settings/index.js').Patch} [patch] @param {Partial<Facts>} [others] in place of what is so @returns {Facts} */
const factsOf = (patch, others) => ({ ...compute(core, settingsOf(patch)), ...others });

/**
 * What came of it, and the numbers that it follows from.
 *
 * @param {string} id
 * @param {Facts} [facts]
 * @returns {{ numbers: any, verdict: Verdict | undefined, says: string | undefined }}
 */
function measured(id, facts = factsOf()) {
  const { outcome } = judge(claimOf(id), facts);
  return { numbers: claimOf(id).measure(facts), verdict: outcome?.verdict, says: outcome?.says };
}

/** @param {number} least @param {number} greatest */
const range = (least, greatest) => ({ least, greatest });
/** @param {number} size @param {number} [largest] @param {number} [rounding] */
const spread = (size, largest = 10, rounding = 1e-5) => ({ size, largest, rounding, positions: 50 });
/** @param {number} within @param {number[]} stretches @param {number} [accuracy] */
const past = (within, stretches, accuracy = 1) => ({
  ...{ within, past: stretches, worst: Math.max(...stretches), accuracy, seed: 0 },
  ranges: { within: '1–63', past: ['64–127', '128–191', '192–255'].slice(0, stretches.length) },
});
const even = past(1, [1, 1, 1]);

/** Numbers on both sides of every threshold. @type {[string, any, Verdict][]} */
const cases = [
  ['dramatic', { sum: range(1, 2), alone: range(1, 2) }, 'holds'],
  ['dramatic', { sum: range(1, 2), alone: range(1, 1.99) }, 'in part'],
  ['dramatic', { sum: range(1, 1.99), alone: range(1, 1) }, 'not'],
  ['chaos', { error: 1e-5 }, 'not'],
  ['chaos', { error: 1.01e-5 }, 'in part'],
  ['chaos', { error: 0.1 }, 'in part'],
  ['chaos', { error: 0.11 }, 'holds'],
  ['perplexity', past(1, [1.06, 1.12, 1.18]), 'holds'],
  ['perplexity', past(1, [1.04, 1.12, 1.18]), 'in part'],
  ['perplexity', past(1, [1.93, 226.86, 4.91]), 'in part'],
  ['perplexity', past(1, [1.04, 1.08, 1.12]), 'not'],
  ['fixed', past(1, [1, 1, 1.1]), 'holds'],
  ['fixed', past(1, [1, 1, 1.1], 0.98), 'in part'],
  ['fixed', past(1, [1, 1.11, 1]), 'in part'],
  ['fixed', past(1, [1, 2, 1]), 'in part'],
  ['fixed', past(1, [1, 2.01, 1]), 'not'],
  ['longer', past(1.5, [1, 1.65, 1]), 'holds'],
  ['longer', past(1.5, [1, 3, 1]), 'in part'],
  ['longer', past(1.5, [1, 3.01, 1]), 'not'],
  ['reasonably', past(1, [2, 2, 2]), 'holds'],
  ['reasonably', past(1, [1.93, 226.86, 4.91]), 'in part'],
  ['reasonably', past(1, [2.01, 3, 4]), 'not'],
  ['flexibility', { sinusoidal: past(1, [1.1]), rotary: 1, learned: 1, last: 63 }, 'holds'],
  [
    'flexibility',
    { sinusoidal: past(1, [1.1]), rotary: 1, learned: Number.POSITIVE_INFINITY, last: 63 },
    'in part',
  ],
  ['flexibility', { sinusoidal: past(1, [1.09]), rotary: 1, learned: 1, last: 63 }, 'not'],
  ['cheap', { time: 1, scores: 10, share: 0.1 }, 'holds'],
  ['cheap', { time: 1, scores: 1, share: 1 }, 'in part'],
  ['cheap', { time: 101, scores: 100, share: 1.01 }, 'not'],
  ['shifts', spread(1.01), 'holds'],
  ['shifts', spread(1), 'in part'],
  ['shifts', spread(1e-5), 'not'],
  ['counterclockwise', range(0.1, 1), 'holds'],
  ['counterclockwise', range(-0.1, 1), 'in part'],
  ['counterclockwise', range(-1, -0.1), 'not'],
  ['patterns', { spread: spread(1e-5) }, 'holds'],
  ['patterns', { spread: spread(1.1e-5) }, 'in part'],
  ['patterns', { spread: spread(1.01) }, 'not'],
  ['reduced', { rotary: past(0.99, [0.99]), sinusoidal: past(1, [1]) }, 'holds'],
  ['reduced', { rotary: past(0.995, [0.99]), sinusoidal: past(1, [1]) }, 'in part'],
  ['reduced', { rotary: past(0.99, [0.99, 0.995, 0.99]), sinusoidal: even }, 'in part'],
  ['reduced', { rotary: past(0.995, [0.995]), sinusoidal: past(1, [1]) }, 'not'],
  ['pair-zero', { right: 4, pairs: 4 }, 'holds'],
  ['pair-zero', { right: 1, pairs: 4 }, 'in part'],
  ['pair-zero', { right: 0, pairs: 4 }, 'not'],
  ['order', { spread: spread(0), after: 1, before: 1 + 1e-6 }, 'holds'],
  ['order', { spread: spread(0), after: 1, before: 1.1 }, 'in part'],
  ['order', { spread: spread(1), after: 1, before: 1 }, 'in part'],
  ['order', { spread: spread(1), after: 1, before: 2 }, 'not'],
  ['efficient', { share: 0.1 }, 'holds'],
  ['efficient', { share: 0.11 }, 'in part'],
  ['efficient', { share: 1 }, 'in part'],
  ['efficient', { share: 1.01 }, 'not'],
  ['unit-circle', { on: 40, all: 40, first: 1 }, 'holds'],
  ['unit-circle', { on: 39, all: 40, first: 1 }, 'in part'],
  ['unit-circle', { on: 0, all: 40, first: 2 }, 'not'],
  ['order-blind', { accuracy: 0.1 }, 'holds'],
  ['order-blind', { accuracy: 0.11 }, 'in part'],
  ['order-blind', { accuracy: 0.99 }, 'not'],
  ['complex', { least: 1, greatest: 1 + 9e-6, own: 1 }, 'holds'],
  ['complex', { least: 0.91, greatest: 1, own: 1 }, 'in part'],
  ['complex', { least: 1, greatest: 1.11, own: 1 }, 'not'],
  ['translations', { spread: spread(1e-5) }, 'holds'],
  ['translations', { spread: spread(1) }, 'in part'],
  ['translations', { spread: spread(1.01) }, 'not'],
  ['robustness', { lost: [], rotary: [], dimensions: 8 }, 'holds'],
  ['robustness', { lost: [0, 2, 4], rotary: [], dimensions: 8 }, 'in part'],
  ['robustness', { lost: [0, 2, 4, 6], rotary: [], dimensions: 8 }, 'not'],
  ['extrapolate', { longest: 10000, made: 5000 }, 'holds'],
  ['extrapolate', { longest: 5001, made: 5000 }, 'in part'],
  ['extrapolate', { longest: 5000, made: 5000 }, 'not'],
  ['overfit', { seen: 1, heldOut: 2 }, 'holds'],
  ['overfit', { seen: 1, heldOut: 1.99 }, 'in part'],
  ['overfit', { seen: 1, heldOut: 1.1 }, 'in part'],
  ['overfit', { seen: 1, heldOut: 1.09 }, 'not'],
  ['resources', { own: 1, others: 0 }, 'holds'],
  ['resources', { own: 2, others: 1 }, 'in part'],
  ['resources', { own: 1, others: 1 }, 'not'],
  ['expensive', { learned: 11, sinusoidal: 10, rotary: 10 }, 'holds'],
  ['expensive', { learned: 111, sinusoidal: 101, rotary: 100 }, 'in part'],
  ['expensive', { learned: 109, sinusoidal: 100, rotary: 100 }, 'not'],
  ['lookup', { tokens: 1, positions: 1 }, 'holds'],
  ['lookup', { tokens: 1, positions: 0 }, 'in part'],
  ['lookup', { tokens: 0, positions: 0 }, 'not'],
];

describe('a verdict', () => {
  /** @type {Facts} */
  let facts;
  beforeAll(() => {
    facts = factsOf({}, told({}));
  });

  it.each(cases)('of %s follows from %o: %s', (id, numbers, verdict) => {
    const others = claimOf(id).measure(facts);
    const outcome = claimOf(id).judge({ .../** @type {object} */ (others), ...numbers });
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.says).not.toMatch(/NaN|undefined/);
  });

  it('of every claim can come out in all three ways', () => {
    for (const { id } of claims) {
      const found = new Set(cases.filter(([of]) => of === id).map(([, , verdict]) => verdict));
      expect([...found].sort(), id).toEqual(['holds', 'in part', 'not']);
    }
  });
});

describe('the claims', () => {
  it('are twenty or more, each quoted from one of the articles, with its rule', () => {
    expect(claims.length).toBeGreaterThanOrEqual(20);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(new Set(claims.map(({ quote }) => quote)).size).toBe(claims.length);
    for (const { quote, rule } of claims) {
      expect(quote.length).toBeGreaterThan(10);
      expect(rule).toMatch(/holds? if/i);
    }
  });

  it('wait for long measurements, and for nothing else', () => {
    const facts = factsOf({ seed: 77 });
    for (const claim of claims) {
      const { outcome, why } = judge(claim, facts);
      expect(outcome === undefined, claim.id).toBe(claim.late === true);
      expect(why, claim.id).toBe(undefined);
    }
  });

  it('have links that open their figures as they ask', () => {
    const settings = settingsOf({ positions: 300, dimensions: 64, seed: 5 });
    for (const claim of claims) {
      const { figure, patch } = claim.link(settings);
      const query = queryOf({ figure, patch });
      const [entries, problems] = readLink(query);
      const opened = open([...entries].map(([key, text]) => [key, text]));
      expect([...problems, ...opened.problems, ...opened.notes], query).toEqual([]);
      expect(opened.settings).toMatchObject({ figure, ...patch });
    }
  });

  it('refuse a link with a setting that its figure has not', () => {
    expect(() => queryOf({ figure: 'vectors', patch: { positions: 5000 } })).toThrow('positions must be');
  });
});

describe('what is measured', () => {
  it('is what the first article’s code gives', () => {
    const { values, params } = golden('article1_main');
    const norms = values.positional_embeddings_norm;
    const { numbers, verdict } = measured('dramatic');
    expect(numbers.sum.least).toBeCloseTo(Math.min(...norms), 6);
    expect(numbers.sum.greatest).toBeCloseTo(Math.max(...norms), 6);
    expect(verdict).toBe('in part');
    const turned = measured('counterclockwise');
    expect(turned.numbers.least).toBeCloseTo(params.theta * (180 / Math.PI), 4);
    expect(turned.numbers.greatest).toBeCloseTo(params.theta * (180 / Math.PI), 4);
    expect(turned.verdict).toBe('holds');
  });

  it('is what the second article’s code gives', () => {
    const { trainable_parameters: parameters, pe_buffer_shape: buffer } = golden('article2_main').values;
    const { says } = measured('resources', factsOf({ positions: 500, dimensions: 64 }));
    expect(says).toContain(`= ${parameters.toLocaleString('en')}.`);
    expect(measured('extrapolate').numbers.longest).toBe(buffer[0]);
    expect(measured('extrapolate').verdict).toBe('not');
    expect(measured('robustness').numbers.lost).toEqual([0, 2, 4, 6]);
  });

  it('finds no chaos in the wave, at any dimension', () => {
    for (const dimensions of [2, 8, 64, 512, 1024]) {
      const { numbers, verdict } = measured('chaos', factsOf({ dimensions }));
      expect(numbers.error).toBeLessThan(2e-7);
      expect(verdict).toBe('not');
    }
  });

  it('finds the floor of a head without positions, and the wave on the unit circle', () => {
    const { numbers, verdict } = measured('order-blind');
    expect(numbers.perplexity).toBeCloseTo(25.96, 2);
    expect(numbers.guess).toBeCloseTo(numbers.perplexity, 9);
    expect(verdict).toBe('holds');
    expect(measured('unit-circle')).toMatchObject({ numbers: { on: 40, all: 40 }, verdict: 'holds' });
  });

  it('counts the pairs that the first article’s code turns rightly', () => {
    const { numbers, verdict } = measured('pair-zero');
    expect(numbers).toMatchObject({ right: 1, pairs: 4 });
    expect(numbers.slowest).toBeCloseTo(2 * Math.PI * 1000, 6);
    expect(verdict).toBe('in part');
  });

  it('finds rotary relative and the others not, whatever the seed', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const facts = factsOf({ seed, positions: 50, dimensions: 8 });
      expect(measured('patterns', facts).verdict).toBe('holds');
      expect(measured('order', facts).verdict).toBe('in part');
      expect(measured('shifts', facts).verdict).toBe('holds');
      expect(measured('translations', facts).verdict).not.toBe('holds');
    }
  });

  it('finds two “the” alike wherever they stand, and other words apart', () => {
    const { numbers } = measured('lookup');
    expect(numbers.positions).toBe(0);
    expect(numbers.tokens).toBeGreaterThan(0);
    expect(numbers.places).toEqual([0, 4]);
  });
});

/**
 * What a browser measured, told and not measured.
 *
 * @param {{ stepTime?: number, time?: number, scoring?: number }} times
 * @returns {Pick<Facts, 'measured'>}
 */
function told({ stepTime = 1, time = 1, scoring = 1e-6 }) {
  const range = { first: 1, last: 63, perplexity: 1, accuracy: 1 };
  const trained = { seed: 0, length: 64, within: range, past: [range], seen: 1, heldOut: 1, stepTime };
  const cost = { time, making: time, bytes: 4 };
  return {
    measured: {
      trained: { sinusoidal: trained, rotary: trained, learned: trained, halved: trained },
      times: { costs: { sinusoidal: cost, rotary: cost, learned: cost, product: cost }, scoring },
    },
  };
}

describe('what a step of training updates', () => {
  it('is counted in the core’s own heads', () => {
    const { sinusoidal, rotary, learned } = updatedOf(core, 5);
    expect(learned).toEqual({ rows: 64 * 16, own: 64 * 16, all: 64 * 16 + 2 * 16 * 16 });
    expect(sinusoidal).toEqual({ rows: 64 * 16, own: 0, all: 2 * 16 * 16 });
    expect(rotary).toEqual({ rows: 0, own: 0, all: 2 * 16 });
  });

  it('decides whether training is expensive, however long its steps took', () => {
    for (const stepTime of [0, 0.1, 10]) {
      const facts = factsOf({ positions: 16, dimensions: 64 }, told({ stepTime }));
      const { verdict, says } = measured('expensive', facts);
      expect(verdict).toBe('holds');
      expect(says).not.toContain(' 0 ms');
    }
  });
});

describe('a cost', () => {
  it.each(['efficient', 'cheap'])('%s has no verdict where the clock stood still', (id) => {
    for (const times of [{ time: 0 }, { scoring: 0 }, { time: 0, scoring: 0 }]) {
      const { outcome, why } = judge(claimOf(id), factsOf({}, told(times)));
      expect(outcome).toBe(undefined);
      expect(why).toBe('The clock of this browser is too coarse.');
    }
    expect(judge(claimOf(id), factsOf({}, told({}))).outcome).toBeDefined();
  });

  it.each(['efficient', 'cheap'])('%s has none where the call is all that is timed', (id) => {
    const { outcome, why } = judge(claimOf(id), factsOf({ positions: 1, dimensions: 2 }, told({})));
    expect(outcome).toBe(undefined);
    expect(why).toContain('1 × 2');
  });
});

test('every sentence has its numbers in it', () => {
  const facts = factsOf();
  for (const claim of claims.filter(({ late }) => !late)) {
    const { says } = measured(claim.id, facts);
    expect(says, claim.id).toMatch(/\d/);
    expect(says, claim.id).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('no sentence contradicts its verdict, where the numbers are others', () => {
  const says = (/** @type {string} */ id, /** @type {unknown} */ numbers) => claimOf(id).judge(numbers).says;
  const still = { size: 1e-7, largest: 10, rounding: 1e-5 };
  const moved = { size: 0.5, largest: 10, rounding: 1e-5 };
  expect(says('patterns', { spread: still, other: moved })).toContain('which is rounding');
  expect(says('patterns', { spread: moved, other: moved })).not.toContain('rounding');
  expect(says('order', { spread: still, after: 1, before: 2 })).toMatch(
    /nothing but rounding.*order is what/,
  );
  expect(says('order', { spread: moved, after: 1, before: 1 })).not.toMatch(/rounding|order is what/);
  expect(says('lookup', { tokens: 1, positions: 0, places: [0, 4] })).toContain('words, and no position.');
  expect(says('lookup', { tokens: 1, positions: 1, places: [0, 4] })).toContain('words, and positions.');
  expect(says('counterclockwise', range(1, 1))).toContain('each, counterclockwise');
  expect(says('counterclockwise', range(-1, 1))).not.toContain('each, counterclockwise');
  expect(says('overfit', { seed: 0, seen: 1, heldOut: 5 })).toContain('by heart');
  expect(says('overfit', { seed: 0, seen: 1, heldOut: 1 })).toContain('no sign');
  expect(says('perplexity', past(1, [1.93, 226.86, 4.91]))).toMatch(
    /1\.93, 226\.86 and 4\.91 .*128–191.*rises 2 of 3 times, not evenly/,
  );
  expect(says('perplexity', past(1, [2, 3, 4]))).toContain('rises from stretch to stretch');
  expect(says('perplexity', even)).toContain('does not rise');
  expect(says('reduced', { rotary: even, sinusoidal: past(1, [2, 3, 4]) })).toMatch(
    /not lower by 1\u00a0%.*lower in 3 of 3/,
  );
});
