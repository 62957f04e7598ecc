import { beforeAll, describe, expect, it, test, vi } from 'vitest';
import { loadCore, MemoryError } from '../../web/core/index.js';
import { code as comparison } from '../../web/figures/comparison/figure.js';
import { trainedAll } from '../../web/figures/comparison/look-back.js';
import { forget, measure, measuredOf, openOf } from '../../web/figures/comparison/measuring.js';
import {
  isRelative,
  longestInput,
  names,
  PrintedClass,
  spreadOf,
} from '../../web/figures/comparison/methods.js';
import { rows, tallyOf } from '../../web/figures/comparison/text.js';
import { median, sample, times } from '../../web/figures/comparison/timing.js';
import { plain } from '../../web/figures/shared/caption.js';
import { bytesText, percent, short } from '../../web/figures/shared/numbers.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { expectNear, flat, golden, tensor } from './core-support.js';

/** @type {import('../../web/core/index.js').Core} */
let core;
beforeAll(async () => {
  core = await loadCore();
});

/** @param {import('../../web/settings/index.js').Patch} [patch] */
function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('comparison'), patch);
  expect(problems).toEqual([]);
  return comparison.compute(core, settings);
}

/** @param {ReturnType<typeof figure>} data measured to the end */
function measureAll({ settings }) {
  return [...measure(core, settings)];
}

describe('spreads along the diagonals', () => {
  const { values } = golden('relative_property');
  const kinds = /** @type {const} */ ([
    ['product', 'multiply'],
    ['sinusoidal', 'add'],
    ['rotary', 'rope_interleaved'],
  ]);

  it.each(kinds)('of %s are those of golden %s', (name, key) => {
    for (const { d, positions, q, k, norm_q: norm, ...rest } of values) {
      const { [key]: expected } = rest;
      const spread = spreadOf(core, name, { positions, dimensions: d, seed: 0 }, { query: q, key: k });
      const near = (/** @type {number} */ value, /** @type {number} */ wish) =>
        expect(Math.abs(value - wish)).toBeLessThan(2e-5);
      near(spread.size, expected.max_deviation_q_k);
      near(spread.largest, expected.max_abs_score_q_k);
      near(spread.ratio.least * norm, expected.norm_range_q[0]);
      near(spread.ratio.greatest * norm, expected.norm_range_q[1]);
      expect(isRelative(spread)).toBe(name === 'rotary');
    }
  });

  it('of the product vanish for equal ones, the trap that general vectors avoid', () => {
    const ones = new Float32Array(8).fill(1);
    const trap = spreadOf(
      core,
      'product',
      { positions: 50, dimensions: 8, seed: 0 },
      { query: ones, key: ones },
    );
    expect(isRelative(trap)).toBe(true);
    expect(isRelative(spreadOf(core, 'product', { positions: 50, dimensions: 8, seed: 0 }))).toBe(false);
  });

  it('tell rotary’s rounding from a change at every size that a reader can choose', () => {
    for (const dimensions of [2, 8, 100, 512, 1024]) {
      for (let seed = 0; seed < 5; seed += 1) {
        const sizes = { positions: 50, dimensions, seed };
        expect(isRelative(spreadOf(core, 'rotary', sizes))).toBe(true);
        expect(isRelative(spreadOf(core, 'learned', sizes))).toBe(false);
      }
    }
  });
});

describe('the printed class', () => {
  it('gives what the article’s own code gives', () => {
    const { values, tolerance } = golden('article2_RopeEmbeddings');
    for (const { x, out, dim } of values) {
      const made = new PrintedClass(core, dim);
      for (const [batch, rows] of x.entries()) {
        expectNear(made.forward(tensor(rows).data), flat(out[batch]), tolerance.abs);
      }
    }
  });

  it('takes 5,000 positions and not one more', () => {
    const made = new PrintedClass(core, 2);
    expect(made.forward(new Float32Array(2 * 5000)).length).toBe(10000);
    expect(() => made.forward(new Float32Array(2 * 5001))).toThrow('5001 positions, but 5000 rows');
    expect(longestInput(core, 10000)).toBe(5000);
  });
});

describe('training', { timeout: 60_000 }, () => {
  const sinusoidal = /** @type {const} */ ({ encoding: 'sinusoidal', share: 1 });

  it('is the core’s, to the last bit, however it is sliced', () => {
    const run = trainedAll(core, { sinusoidal, rotary: { encoding: 'rotary', share: 1 } }, 3);
    let [step, parts] = [run.next(), 0];
    for (; !step.done; step = run.next()) parts += 1;
    expect(parts).toBeGreaterThan(3);
    const trainer = core.trainer({ encoding: 'sinusoidal', seed: 3 });
    trainer.step(500);
    const { losses, start, correct } = trainer.evaluate();
    trainer.free();
    const mean = (/** @type {ArrayLike<number>} */ all) =>
      Array.from(all).reduce((a, b) => a + b, 0) / all.length;
    const far = { from: 192 - start, to: 256 - start };
    const result =
      /** @type {Record<string, import('../../web/figures/comparison/look-back.js').Trained>} */ (step.value)
        .sinusoidal;
    if (!result) throw new Error('sinusoidal was not trained');
    expect(result.past.map(({ first, last }) => [first, last])).toEqual([
      [64, 127],
      [128, 191],
      [192, 255],
    ]);
    expect(result.past[2]?.perplexity).toBe(Math.exp(mean(losses.subarray(far.from, far.to))));
    expect(result.past[2]?.accuracy).toBe(mean(correct.subarray(far.from, far.to)));
    expect(result.within).toMatchObject({ first: 1, last: 63, accuracy: 1 });
    expect(result.heldOut).toBe(undefined);
  });

  it('gives its memory back when it is left', () => {
    const leave = () => {
      const run = trainedAll(core, { sinusoidal, rotary: { encoding: 'rotary', share: 1 } }, 0);
      run.next();
      run.return(/** @type {any} */ (undefined));
    };
    for (let i = 0; i < 5; i += 1) leave();
    const before = core.memoryBytes;
    for (let i = 0; i < 60; i += 1) leave();
    expect(core.memoryBytes).toBe(before);
  });
});

describe('samples', () => {
  it('last until the clock has moved far enough, and give the time of one', () => {
    let time = 0;
    const work = () => {
      time += 3;
      return 100;
    };
    expect(sample(work, () => time)).toEqual({ amount: 300, time: 0.03, isWhole: true });
  });

  it('end with the work, and say so', () => {
    let [time, left] = [0, 2];
    const work = () => {
      time += 1;
      left -= 1;
      return left >= 0 ? 1 : 0;
    };
    expect(sample(work, () => time)).toMatchObject({ amount: 2, isWhole: false });
    expect(sample(work, () => time)).toMatchObject({ amount: 0, time: 0, isWhole: false });
  });

  it('end where the clock stands still', () => {
    expect(
      sample(
        () => 1,
        () => 0,
      ).time,
    ).toBe(0);
  });

  it('have a median', () => {
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });
});

describe('the whole measurement', { timeout: 60_000 }, () => {
  it('goes on from 0 to 1, and is then known', () => {
    const data = figure({ positions: 200, dimensions: 32, seed: 9 });
    const open = tallyOf(data).open;
    expect(open).toBeGreaterThan(0);
    expect(plain(comparison.caption(data))).toContain(`${open} more wait for a measurement`);
    const parts = measureAll(data).map(({ part }) => part);
    expect(parts[0]).toBeLessThan(0.1);
    expect(parts.every((part, i) => i === 0 || part >= Number(parts[i - 1]))).toBe(true);
    expect(Math.max(...parts)).toBeLessThanOrEqual(1);
    expect(openOf(core, data.settings)).toBe(0);
    expect(tallyOf(data).open).toBe(0);
    for (const name of names) {
      const cost = measuredOf(core, data.settings).times?.costs[name];
      expect(cost?.bytes).toBe(200 * 32 * 4);
      expect(cost?.time).toBeGreaterThan(0);
      expect(cost?.making).toBeGreaterThan(0);
    }
    const verdicts = new Map(data.judged().map(({ claim, outcome }) => [claim.id, outcome?.verdict]));
    expect(verdicts.get('overfit')).toBe('holds');
    expect(verdicts.get('longer')).not.toBe('not');
    for (const { claim, outcome } of data.judged()) {
      if (outcome) expect(outcome.says, claim.id).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(verdicts.get('perplexity')).toBe('in part');
    expect(verdicts.get('expensive')).toBe('holds');
    const main = rows.find(({ id }) => id === 'past')?.cell?.(data, 'sinusoidal')?.main;
    expect(main?.split(' → ').length).toBe(4);
  });

  it('asks for times alone where only the sizes are new, and for all again when it is forgotten', () => {
    const data = figure({ positions: 200, dimensions: 32, seed: 9 });
    measureAll(data);
    const other = figure({ positions: 100, dimensions: 32, seed: 9 });
    expect(new Set(measureAll(other).map(({ label }) => label))).toEqual(new Set(['timing all in turn']));
    forget(core, data.settings);
    expect(openOf(core, data.settings)).toBe(2);
    expect(tallyOf(data).open).toBeGreaterThan(0);
  });

  it('takes a sample of each method in turn, so that none is always first', () => {
    /** @type {string[]} */
    const calls = [];
    const watched = new Proxy(core, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (/** @type {unknown[]} */ ...given) => {
          if (calls.at(-1) !== key) calls.push(String(key));
          return value.apply(target, given);
        };
      },
    });
    const run = times(watched, { positions: 64, dimensions: 32, seed: 0 });
    while (!run.next().done);
    const turns = calls.filter((call) => ['add', 'rotate', 'multiply', 'scores'].includes(call));
    expect(turns.length).toBeGreaterThanOrEqual(4 * 13);
    expect(turns.every((call, i) => call === ['add', 'rotate', 'multiply', 'scores'][i % 4])).toBe(true);
  });

  it('ends where memory lacks, and is done when there is some again', () => {
    const { settings } = figure({ positions: 72, dimensions: 16, seed: 11 });
    const trainer = vi.spyOn(core, 'trainer').mockImplementation(() => {
      throw new MemoryError('trainer needs more memory than is free');
    });
    const end = () => {
      const job = measure(core, settings);
      for (;;) {
        const { done, value } = job.next();
        if (done) return value;
      }
    };
    expect(end()).toBe(false);
    expect(openOf(core, settings)).toBe(2);
    trainer.mockRestore();
    expect(end()).toBe(true);
    expect(openOf(core, settings)).toBe(0);
  });

  it('stops where it is told to', () => {
    const { settings } = figure({ positions: 64, dimensions: 16, seed: 10 });
    const job = measure(core, settings);
    job.next();
    job.return(false);
    expect(job.next().done).toBe(true);
    expect(openOf(core, settings)).toBe(2);
  });
});

describe('the table', { timeout: 60_000 }, () => {
  const cell = (
    /** @type {ReturnType<typeof figure>} */ data,
    /** @type {string} */ id,
    /** @type {(typeof names)[number]} */ name,
  ) => rows.find((row) => row.id === id)?.cell?.(data, name);

  it('has the parameters of the article and of the reader', () => {
    const table = figure({ positions: 2048, dimensions: 128 });
    expect(names.map((name) => cell(table, 'parameters', name)?.main)).toEqual([
      '0',
      '0',
      '2,048 × 128 = 262,144',
      '0',
    ]);
    expect(cell(table, 'parameters', 'learned')?.more).toContain('10,000 × 512 = 5,120,000');
  });

  it('says what a position does, and what the product loses', () => {
    const table = figure({ dimensions: 64 });
    expect(cell(table, 'effect', 'rotary')).toEqual({ main: 'keeps it', more: '1.000 times what it was' });
    expect(cell(table, 'effect', 'product')?.more).toContain('32 of 64 features lost at position 0');
    expect(names.map((name) => cell(table, 'relative', name)?.main)).toEqual(['no', 'yes', 'no', 'no']);
    expect(cell(table, 'past', 'product')?.main).toBe('ends at position 4,999');
  });

  it('has nothing to compare at a single position', () => {
    const table = figure({ positions: 1 });
    expect(cell(table, 'relative', 'rotary')?.main).toBe('–');
    const data = figure({ positions: 1 });
    expect(plain(comparison.caption(data))).not.toContain('move along');
  });

  it('counts a single position as one, and says that calls are timed', () => {
    const data = figure({ positions: 1, dimensions: 2, seed: 9 });
    measureAll(data);
    const all = [plain(comparison.caption(data)), ...rows.map(({ hint }) => hint(data))].join(' ');
    expect(all).not.toMatch(/\b1 positions/);
    expect(all).toContain('Here 1 position takes');
    expect(all).toContain('the calls themselves count');
    expect(all).toContain('2 cannot be judged');
    expect(tallyOf(data).unclear).toBe(2);
  });

  it('has percent and thousands as prose has them', () => {
    expect([0.6623, 1.3, 0.00151, 130].map(percent)).toEqual([
      '66\u00a0%',
      '130\u00a0%',
      '0.15\u00a0%',
      '13,000\u00a0%',
    ]);
    expect([143759.2, 999.6, 18865, 0.5].map(short)).toEqual(['143,759', '1,000', '18,865', '0.5']);
  });

  it('has bytes in words', () => {
    expect([400, 25600, 10240000].map(bytesText)).toEqual(['400 bytes', '25.6 kB', '10.2 MB']);
  });
});

test('the sentence counts the verdicts', () => {
  const data = figure({ seed: 21 });
  const { holds, 'in part': part, not } = tallyOf(data);
  expect(plain(comparison.caption(data))).toMatch(
    new RegExp(
      `^Of ${data.judged().length} claims of the two articles ${holds} hold, ${part} hold in part and ${not} do not;`,
    ),
  );
});
