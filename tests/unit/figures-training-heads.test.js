import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings, Heads } from '../../web/figures/training/heads.js';
import { answering, buffersOf } from '../../web/figures/training/protocol.js';
import { advance, dataOf } from './figures-training-support.js';

const core = await loadCore();

/** @type {Heads[]} */
const labs = [];
afterEach(() => {
  for (const one of labs.splice(0)) one.end();
});

/** @param {Partial<import('../../web/figures/training/heads.js').Plan['options']>} [options] @param {number} [steps] */
const planOf = (options = {}, steps = 30) => ({
  options: { lookBack: 1, dimensions: 8, length: 12, testLength: 24, seed: 3, ...options },
  steps,
});

/** Heads whose every look at the clock is some milliseconds later. @param {number} budget @param {number} each */
function slowLab(budget, each) {
  let time = 0;
  const own = new Heads(core, {
    budget,
    now: () => {
      time += each;
      return time;
    },
  });
  labs.push(own);
  return own;
}

const everything = { picture: true };

describe('heads in training', () => {
  test('trains in stretches as the budget allows, and gives the numbers of one stretch', () => {
    const [slow, quick] = [slowLab(4, 1), slowLab(1e9, 0)];
    for (const own of [slow, quick]) own.begin(planOf());
    const whole = advance(quick, { goal: 30, ...everything });
    /** @type {Record<string, number[]>} */
    const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
    let reports = 0;
    for (let step = 0; step < 30; reports += 1) {
      const report = advance(slow, { goal: 30, ...everything });
      expect(report?.from).toBe(step);
      step = Number(report?.step);
      for (const encoding of encodings) losses[encoding]?.push(...(report?.losses[encoding] ?? []));
      if (step < 30) continue;
      for (const encoding of encodings) {
        expect(losses[encoding]).toEqual(Array.from(whole?.losses[encoding] ?? []));
        expect(report?.tests?.[encoding]).toEqual(whole?.tests?.[encoding]);
      }
      expect(report?.attention).toEqual(whole?.attention);
    }
    expect(reports).toBeGreaterThan(1);
  });

  test('does one step however small the budget, and no more than it was asked for', () => {
    const own = slowLab(0, 5);
    own.begin(planOf());
    expect(advance(own, { goal: 2, picture: false })?.step).toBe(1);
    expect(advance(own, { goal: 2, picture: false })?.step).toBe(2);
    expect(advance(own, { goal: 2, picture: false })?.step).toBe(2);
    expect(advance(own, { goal: 1e9, picture: false })?.step).toBe(3);
  });

  test('begins anew for a step that lies behind, and comes to the same', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf());
    const first = advance(own, { goal: 7, ...everything });
    advance(own, { goal: 30, ...everything });
    const again = advance(own, { goal: 7, ...everything });
    expect(again?.from).toBe(0);
    expect(again?.losses).toEqual(first?.losses);
    expect(again?.tests).toEqual(first?.tests);
    expect(again?.attention).toEqual(first?.attention);
  });

  test('looks on the way only where it is asked to, and always at the goal', () => {
    const own = slowLab(0, 1);
    own.begin(planOf());
    const bare = advance(own, { goal: 3, picture: false });
    expect([bare?.step, bare?.attention, bare?.rows, bare?.tests]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Object.keys(advance(own, { goal: 3, picture: true })?.tests ?? {})).toEqual([...encodings]);
    const goal = advance(own, { goal: 3, picture: false });
    expect(goal?.step).toBe(3);
    expect(Object.keys(goal?.tests ?? {})).toEqual([...encodings]);
    expect(goal?.attention?.rotary?.length).toBe(144);
    expect(goal?.rows?.apart).toBeGreaterThan(0);
  });

  test('trains at least as long as its pictures take, a small part at a time', () => {
    let time = 0;
    /** @param {import('../../web/core/index.js').Trainer} trainer */
    const slowed = (trainer) => {
      const [step, evaluate, attention] = [trainer.step, trainer.evaluate, trainer.attention];
      return Object.assign(trainer, {
        step: (/** @type {number} */ count) => {
          time += count;
          return step.call(trainer, count);
        },
        evaluate: () => {
          time += 50;
          return evaluate.call(trainer);
        },
        attention: () => {
          time += 10;
          return attention.call(trainer);
        },
      });
    };
    const slowCore = /** @type {any} */ ({ trainer: (/** @type {any} */ o) => slowed(core.trainer(o)) });
    const own = new Heads(slowCore, { budget: 8, now: () => time });
    labs.push(own);
    own.begin(planOf({}, 5000));
    const steps = [];
    let longest = 0;
    for (let round = 0; round < 4; round += 1) {
      const work = own.work({ goal: 5000, picture: true });
      for (;;) {
        const before = time;
        const { done, value } = work.next();
        longest = Math.max(longest, time - before);
        if (!done) continue;
        steps.push(Number(value?.step) - Number(value?.from));
        break;
      }
    }
    // Four heads a step, and 230 ms a picture.
    expect(4 * Number(steps.at(-1))).toBeGreaterThan(200);
    expect(longest).toBeLessThanOrEqual(50);
  });

  test('tells what is held out, and both losses', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf({ share: 0.5 }));
    const report = advance(own, { goal: 30, ...everything });
    expect(report?.heldOut.length).toBe(5);
    expect(report?.heldOutLosses.learned?.length).toBe(30);
    expect(Number(report?.heldOutLosses.learned?.[29])).toBeGreaterThan(Number(report?.losses.learned?.[29]));
  });

  test('goes on with the others where one head grows beyond all bounds', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf({ optimiser: 'momentum', learningRate: 100 }, 200));
    const report = advance(own, { goal: 200, ...everything });
    const lengths = encodings.map((encoding) => report?.losses[encoding]?.length);
    expect(lengths[3]).toBe(200);
    expect(Math.min(...lengths.map(Number))).toBeLessThan(200);
    expect(report?.step).toBe(200);
  });

  test('brings queries nearer to the keys that they must find', () => {
    const own = slowLab(1e9, 0);
    own.begin(dataOf(core).data.plan);
    const start = advance(own, { goal: 0, ...everything });
    const end = advance(own, { goal: 500, ...everything });
    expect(Number(start?.rows?.apart)).toBeGreaterThan(80);
    expect(Number(end?.rows?.apart)).toBeLessThan(50);
  });
});

describe('requests', () => {
  /** @type {ReturnType<typeof answering>[]} */
  const ports = [];
  afterEach(() => {
    for (const one of ports.splice(0)) one.end();
  });

  function fakePort() {
    /** @type {any[]} */
    const answers = [];
    /** @type {Transferable[][]} */
    const moved = [];
    const own = answering(core, 1e9, (answer, transfer) => {
      answers.push(answer);
      moved.push(transfer);
    });
    ports.push(own);
    const answered = (/** @type {number} */ count) =>
      vi.waitFor(() => expect(answers.length).toBe(count), { timeout: 5000, interval: 2 });
    return { own, answers, moved, answered };
  }

  const wish = { goal: 4, ...everything };

  test('a wish has one answer, with its run and its numbers', async () => {
    const { own, answers, moved, answered } = fakePort();
    own.take({ run: 1, plan: planOf() });
    own.take({ run: 1, wish });
    expect(answers).toEqual([]);
    await answered(1);
    expect(answers[0].run).toBe(1);
    expect(answers[0].report.step).toBe(4);
    expect(moved[0]).toContain(answers[0].report.attention.learned.buffer);
    own.take({ run: 1, wish: { ...wish, goal: 6 } });
    own.take({ run: 1, wish: { ...wish, goal: 9 } });
    await answered(3);
    expect(answers.map(({ report }) => [report.from, report.step])).toEqual([
      [0, 4],
      [4, 6],
      [6, 9],
    ]);
  });

  test('a wish without a plan, or of a run that was given up, has none', async () => {
    const { own, answers, answered } = fakePort();
    own.take({ run: 1, wish });
    own.take({ run: 1, plan: planOf() });
    own.take({ run: 1, wish });
    own.take({ run: 2, plan: planOf({ seed: 9 }) });
    own.take({ run: 1, wish });
    own.take({ run: 2, wish });
    await answered(1);
    expect(answers.map(({ run }) => run)).toEqual([2]);
  });

  test('every list is moved once', () => {
    const shared = new Float64Array(4);
    const found = buffersOf({ a: shared, b: { c: shared, d: new Uint8Array(2) }, e: 3, f: undefined });
    expect(found.length).toBe(2);
    expect(found[0]).toBe(shared.buffer);
  });

  test('all memory goes back, wherever it was ended', async () => {
    const plan = planOf({ length: 256, testLength: 1024, dimensions: 64 }, 5);
    /** @param {number} tasks */
    const round = async (tasks) => {
      const { own } = fakePort();
      own.take({ run: 1, plan });
      own.take({ run: 1, wish: { goal: 1, picture: false } });
      await later(tasks);
      if (tasks % 2 === 0) own.take({ run: 2, plan });
      own.take({ run: 2, wish: { goal: 1, picture: false } });
      own.end();
      await later(2);
    };
    for (let i = 0; i < 6; i += 1) await round(i);
    const before = core.memoryBytes;
    for (let i = 0; i < 8; i += 1) await round(i);
    expect(core.memoryBytes).toBe(before);
  });
});

/** So many tasks later. @param {number} count */
async function later(count) {
  for (let i = 0; i < count; i += 1) await new Promise((done) => setImmediate(done));
}
