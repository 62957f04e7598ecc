import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { refuse } from './core-support.js';

const core = await loadCore();

/** @param {Record<string, unknown>} options @returns {unknown[]} */
const given = (options) => [{ encoding: 'learned', ...options }];

describe('arguments', () => {
  const encoding = 'encoding must be "learned" or "sinusoidal" or "rotary" or "none", got';
  const dimensions = 'dimensions must be an integer from 1 to 64, got';
  const even = 'dimensions must be an even integer from 2 to 64, got';
  const length = 'length must be an integer from 2 to 256, got';
  const rate = 'learningRate must be a number above 0 and at most 100, got';
  const momentum = 'momentum must be a number from 0 to 0.999, got';
  const share = 'share must be a number above 0 and at most 1, got';
  refuse(core, [
    ['trainer', [], TypeError, 'options of trainer must be an object, got undefined'],
    ['trainer', [{}], TypeError, `${encoding} undefined`],
    ['trainer', [{ encoding: 'alibi' }], RangeError, `${encoding} "alibi"`],
    ['trainer', given({ lookBack: 0 }), RangeError, 'lookBack must be an integer from 1 to 63, got 0'],
    [
      'trainer',
      given({ lookBack: 8, length: 8 }),
      RangeError,
      'lookBack must be an integer from 1 to 7, got 8',
    ],
    ['trainer', given({ dimensions: 65 }), RangeError, `${dimensions} 65`],
    ['trainer', given({ dimensions: '8' }), TypeError, `${dimensions} "8"`],
    ['trainer', [{ encoding: 'rotary', dimensions: 15 }], RangeError, `${even} 15`],
    ['trainer', given({ length: 1 }), RangeError, `${length} 1`],
    ['trainer', given({ length: 257 }), RangeError, `${length} 257`],
    ['trainer', given({ length: null }), TypeError, `${length} null`],
    [
      'trainer',
      given({ testLength: 63 }),
      RangeError,
      'testLength must be an integer from 64 to 256, got 63',
    ],
    [
      'trainer',
      given({ testLength: 257 }),
      RangeError,
      'testLength must be an integer from 64 to 256, got 257',
    ],
    ['trainer', given({ seed: -1 }), RangeError, 'seed must be an integer from 0 to 4294967295, got -1'],
    ['trainer', given({ optimiser: 'sgd' }), RangeError, 'optimiser must be "adam" or "momentum", got "sgd"'],
    ['trainer', given({ learningRate: 0 }), RangeError, `${rate} 0`],
    ['trainer', given({ learningRate: 101 }), RangeError, `${rate} 101`],
    ['trainer', given({ learningRate: Number.NaN }), RangeError, `${rate} NaN`],
    ['trainer', given({ momentum: 1 }), RangeError, `${momentum} 1`],
    ['trainer', given({ momentum: [] }), TypeError, `${momentum} []`],
    ['trainer', given({ share: 0 }), RangeError, `${share} 0`],
    ['trainer', given({ share: 1.01 }), RangeError, `${share} 1.01`],
    [
      'trainer',
      given({ steps: 5 }),
      RangeError,
      'options of trainer must be of encoding, lookBack, dimensions, length, testLength, seed, optimiser, learningRate, momentum, share, got "steps"',
    ],
  ]);

  const trainer = core.trainer({ encoding: 'rotary', length: 8 });
  /** @type {[name: string, call: (loose: any) => unknown, message: string][]} */
  const calls = [
    ['step', (loose) => loose.step(0), 'count must be an integer from 1 to 1048576, got 0'],
    ['step', (loose) => loose.step('5'), 'count must be an integer from 1 to 1048576, got "5"'],
    ['stepInParts', (loose) => loose.stepInParts(0), 'count must be an integer from 1 to 1048576, got 0'],
    ['stepInParts', (loose) => loose.stepInParts('5'), 'count must be an integer from 1 to 1048576, got "5"'],
    ['rows', (loose) => loose.rows(), 'block must be one that the encoding "rotary" has, got "positions"'],
    [
      'rows',
      (loose) => loose.rows('values'),
      'block must be "positions" or "queries" or "keys", got "values"',
    ],
    ['rows', (loose) => loose.rows('keys', { out: [] }), 'out must be a Float32Array, got []'],
    ['rows', (loose) => loose.rows('keys', { to: 1 }), 'options of rows must be of out, got "to"'],
    [
      'attention',
      (loose) => loose.attention({ out: new Float32Array(63) }),
      'out must have length 64, got 63',
    ],
    ['attention', (loose) => loose.attention(null), 'options of attention must be an object, got null'],
  ];
  test.each(calls)('%s refuses them', (_, call, message) => {
    expect(() => call(trainer)).toThrow(expect.objectContaining({ message }));
    expect(trainer.steps).toBe(0);
  });
});

test('the defaults are those of the article’s experiment', () => {
  const trainer = core.trainer({ encoding: 'sinusoidal' });
  expect(trainer.settings).toEqual({
    encoding: 'sinusoidal',
    lookBack: 1,
    dimensions: 16,
    length: 64,
    testLength: 256,
    seed: 0,
    optimiser: 'adam',
    learningRate: 0.05,
    momentum: 0.9,
    share: 1,
  });
  expect(core.trainer({ encoding: 'none', optimiser: 'momentum' }).settings.learningRate).toBe(0.5);
  trainer.free();
});

test('a learned table has rows for the trained length only, the other encodings for every position', () => {
  const options = { length: 10, testLength: 30, lookBack: 3 };
  const learned = core.trainer({ encoding: 'learned', ...options });
  const rotary = core.trainer({ encoding: 'rotary', ...options });
  expect([learned.positions, rotary.positions]).toEqual([10, 30]);
  expect(learned.evaluate().losses.length).toBe(7);
  expect(rotary.evaluate().losses.length).toBe(27);
});

test('rows begin as the learned table of the seed', () => {
  const trainer = core.trainer({ encoding: 'learned', dimensions: 5, length: 20, seed: 77 });
  const table = core.learnedTable({ rows: 20, dimensions: 5, seed: 77 });
  expect(trainer.rows()).toEqual(table);
  const out = new Float32Array(100);
  expect(trainer.rows('positions', { out }).data).toBe(out);
  expect(trainer.rows('keys').shape).toEqual([5, 5]);
  trainer.step(3);
  expect(trainer.rows().data).not.toEqual(table.data);
  const fixed = core.trainer({ encoding: 'sinusoidal', dimensions: 4, length: 20 });
  expect(fixed.rows()).toEqual(core.sinusoidal({ positions: 20, dimensions: 4 }));
  expect(core.trainer({ encoding: 'rotary', dimensions: 4 }).rows('queries').shape).toEqual([1, 4]);
});

test('positions are held out by the seed, and their loss parts from that of the others', () => {
  const trainer = core.trainer({ encoding: 'learned', share: 0.3, lookBack: 4, seed: 5 });
  const { heldOut } = trainer;
  expect(heldOut.length).toBe(42);
  expect(Math.min(...heldOut)).toBeGreaterThanOrEqual(4);
  const { losses, heldOutLosses } = trainer.step(500);
  expect(losses[499]).toBeLessThan(0.05);
  expect(heldOutLosses[499]).toBeGreaterThan(2);
  expect(trainer.heldOut).toEqual(heldOut);
  expect(core.trainer({ encoding: 'learned' }).heldOut.length).toBe(0);
});

test('many steps are the same in one call and in many, beside other calls', () => {
  const options = /** @type {const} */ ({ encoding: 'learned', length: 30, seed: 1 });
  const whole = core.trainer(options);
  const parts = core.trainer(options);
  const { losses } = whole.step(20);
  for (let n = 0; n < 20; n++) {
    expect(parts.step().losses[0]).toBe(losses[n]);
    core.sinusoidal({ positions: 100, dimensions: 32 });
    parts.evaluate();
    parts.attention();
  }
  expect(parts.steps).toBe(20);
  expect(parts.rows()).toEqual(whole.rows());
});

describe.each(['learned', 'sinusoidal', 'rotary', 'none'])('in parts, %s', (name) => {
  const encoding = /** @type {import('../../web/core/index.js').TrainerOptions['encoding']} */ (name);

  test.each([
    { length: 256, testLength: 1024, dimensions: 64, steps: 1 },
    { length: 200, testLength: 300, dimensions: 24, steps: 2 },
    { length: 8, testLength: 8, dimensions: 2, steps: 500 },
  ])('is trained and tested to the same bits: %o', ({ steps, ...sizes }) => {
    const options = { encoding, lookBack: 2, share: 0.6, seed: 4, ...sizes };
    const [whole, parts] = [core.trainer(options), core.trainer(options)];
    /** @template T @param {Generator<undefined, T, void>} work */
    const finish = (work) => {
      for (let count = 1; ; count++) {
        const { done, value } = work.next();
        if (done) return { count, value };
        // Looking at it in the middle of a step changes nothing.
        if (count % 16 === 1) parts.attention();
      }
    };
    const trained = finish(parts.stepInParts(steps));
    expect(trained.value).toEqual(whole.step(steps));
    expect(parts.steps).toBe(steps);
    if (sizes.length === 256) expect(trained.count).toBeGreaterThan(10);
    const tested = finish(parts.evaluateInParts());
    expect(tested.value).toEqual(whole.evaluate());
    if (sizes.testLength === 1024 && encoding !== 'learned') expect(tested.count).toBeGreaterThan(10);
    whole.free();
    parts.free();
  });
});

test('a step that was left in its middle is ended by the next one, to the same bits', () => {
  const options = /** @type {const} */ ({ encoding: 'sinusoidal', length: 256, dimensions: 64 });
  const [whole, left] = [core.trainer(options), core.trainer(options)];
  left.stepInParts(3).next();
  expect(left.steps).toBe(0);
  expect(left.step()).toEqual(whole.step());
  expect(left.evaluate()).toEqual(whole.evaluate());
  expect(left.step()).toEqual(whole.step());
});

test('in parts a training that diverges stops too, and one that is freed says so', () => {
  const options = /** @type {const} */ ({ encoding: 'learned', length: 16, optimiser: 'momentum', seed: 1 });
  const trainer = core.trainer({ ...options, learningRate: 100, momentum: 0.99 });
  const other = core.trainer({ ...options, learningRate: 100, momentum: 0.99 });
  const { value } = trainer.stepInParts(300).next();
  expect(value).toEqual(other.step(300));
  expect(trainer.diverged).toBe(true);
  const work = trainer.stepInParts();
  trainer.free();
  trainer.stepInParts();
  expect(() => trainer.evaluateInParts().next()).toThrow('the trainer must not be used after free()');
  expect(work.next()).toEqual({
    done: true,
    value: { losses: new Float64Array(), heldOutLosses: new Float64Array() },
  });
});

test('a training that diverges stops, and what it shows stays finite', () => {
  const trainer = core.trainer({
    encoding: 'learned',
    length: 16,
    optimiser: 'momentum',
    learningRate: 100,
    momentum: 0.99,
    seed: 1,
  });
  const { losses } = trainer.step(300);
  expect(trainer.diverged).toBe(true);
  expect(losses.length).toBe(trainer.steps);
  expect(losses.length).toBeLessThan(300);
  expect(trainer.step().losses.length).toBe(0);
  for (const list of [losses, trainer.evaluate().perplexities, trainer.attention().data]) {
    expect(Array.from(list).every(Number.isFinite)).toBe(true);
  }
});

test('memory is freed, once, and a freed trainer says so', () => {
  const options = /** @type {const} */ ({ encoding: 'learned', dimensions: 64, length: 256 });
  const trainer = core.trainer(options);
  trainer.step();
  trainer.free();
  trainer.free();
  const bytes = core.memoryBytes;
  for (let n = 0; n < 30; n++) {
    const other = core.trainer(options);
    if (n < 3) other.step();
    if (n < 3) other.evaluate();
    other.free();
  }
  expect(core.memoryBytes).toBe(bytes);
  const message = 'the trainer must not be used after free()';
  for (const call of /** @type {const} */ (['step', 'evaluate', 'attention', 'rows'])) {
    expect(() => trainer[call]()).toThrow(message);
  }
  expect(() => trainer.steps).toThrow(message);
});

test('trainings survive growth of the memory', () => {
  const options = /** @type {const} */ ({ encoding: 'rotary', length: 20, seed: 3 });
  const trainer = core.trainer(options);
  trainer.step(5);
  const before = core.memoryBytes;
  core.sinusoidal({ positions: 1048576, dimensions: 16 });
  expect(core.memoryBytes).toBeGreaterThan(before);
  const again = core.trainer(options);
  again.step(5);
  expect(trainer.step(5).losses).toEqual(again.step(5).losses);
});

test('a key is found where it has the greatest attention', () => {
  const length = 24;
  const trainer = core.trainer({ encoding: 'sinusoidal', length, lookBack: 3, dimensions: 8, seed: 4 });
  for (const [steps, results] of /** @type {const} */ ([
    [1, [0, 1]],
    [40, [1]],
  ])) {
    trainer.step(steps);
    const { data, shape } = trainer.attention();
    expect(shape).toEqual([length, length]);
    expect(data).toHaveLength(length * length);
    const found = Array.from({ length: length - 3 }, (_, key) => {
      const row = Array.from(data.subarray((key + 3) * length, (key + 4) * length));
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      return Number(row.indexOf(Math.max(...row)) === key);
    });
    const { start, correct } = trainer.evaluate();
    expect(start).toBe(3);
    expect(Array.from(correct.subarray(0, length - 3))).toEqual(found);
    expect(new Set(found)).toEqual(new Set(results));
  }
  trainer.free();
});

test('a training without positions held out has no losses of those, and goes on', () => {
  const trainer = core.trainer({ encoding: 'rotary', length: 12, dimensions: 4 });
  const { losses, heldOutLosses } = trainer.step(5);
  expect([losses.length, heldOutLosses.length, trainer.heldOut.length, trainer.diverged]).toEqual([
    5,
    0,
    0,
    false,
  ]);
  trainer.free();
});

test('a head without an encoding has no rows to show', () => {
  const trainer = core.trainer({ encoding: 'none', length: 12 });
  for (const block of /** @type {const} */ (['positions', 'queries', 'keys']))
    expect(() => trainer.rows(block)).toThrow(
      new RangeError(`block must be one that the encoding "none" has, got "${block}"`),
    );
  trainer.free();
});
