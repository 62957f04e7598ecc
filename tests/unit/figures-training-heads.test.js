import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCore, MemoryError } from '../../web/core/index.js';
import { encodings, Heads } from '../../web/figures/training/heads.js';
import { answeringHeads, dataOf } from './figures-training-support.js';

const core = await loadCore();

/** @type {{ end: () => void }[]} */
const begun = [];
afterEach(() => {
  for (const one of begun.splice(0)) one.end();
});

/** @param {Partial<import('../../web/figures/training/heads.js').Plan['options']>} [options] @param {number} [steps] */
const planOf = (options = {}, steps = 30) => ({
  options: { lookBack: 1, dimensions: 8, length: 12, testLength: 24, seed: 3, ...options },
  steps,
});

/** @param {Parameters<typeof answeringHeads>[1]} [now] */
function headsOf(now) {
  const own = answeringHeads(core, now);
  begun.push(own.heads);
  return own;
}

/** A clock that is some milliseconds later whenever it is looked at. @param {number} each */
function clock(each) {
  let time = 0;
  return () => {
    time += each;
    return time;
  };
}

describe('heads in training', () => {
  test('train in many slices, and give the numbers of one', async () => {
    const [slow, quick] = [headsOf(clock(8)), headsOf()];
    for (const { heads } of [slow, quick]) heads.begin(planOf({}, 900));
    const whole = await quick.train({ goal: 900, picture: true });
    /** @type {Record<string, number[]>} */
    const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
    let reports = 0;
    for (let step = 0; step < 900; reports += 1) {
      const report = await slow.train({ goal: 900, picture: true });
      expect(report.from).toBe(step);
      step = report.step;
      for (const encoding of encodings) losses[encoding]?.push(...(report.losses[encoding] ?? []));
      if (step < 900) continue;
      for (const encoding of encodings) {
        expect(losses[encoding]).toEqual(whole.losses[encoding]);
        expect(report.tests?.[encoding]).toEqual(whole.tests?.[encoding]);
      }
      expect(report.attention).toEqual(whole.attention);
    }
    expect(reports).toBeGreaterThan(0);
  });

  test('say that memory lacks, and train when they are asked again', async () => {
    let lacks = true;
    const poor = Object.assign(Object.create(core), {
      trainer(/** @type {import('../../web/core/index.js').TrainerOptions} */ options) {
        if (lacks) throw new MemoryError('trainer needs more memory than is free');
        return core.trainer(options);
      },
    });
    /** @type {(value?: unknown) => void} */
    let told = () => {};
    const lack = new Promise((done) => {
      told = done;
    });
    const heard = vi.fn();
    const heads = new Heads(poor, heard, told);
    begun.push(heads);
    heads.begin(planOf({}, 20));
    heads.train({ goal: 20, picture: false });
    await lack;
    expect(heard).not.toHaveBeenCalled();
    lacks = false;
    heads.train({ goal: 20, picture: false });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(heard.mock.calls[0]?.[0].step).toBe(20);
  });

  test('do one step at least, however slow they are, and no more than they are asked for', async () => {
    const { heads, train } = headsOf(clock(1000));
    heads.begin(planOf({ length: 256, testLength: 256, dimensions: 16 }, 3));
    for (const step of [1, 2, 2]) {
      expect((await train({ goal: 2, picture: false })).step).toBe(step);
    }
    expect((await train({ goal: 1e9, picture: false })).step).toBe(3);
  });

  test('begin anew for a step that lies behind, and come to the same', async () => {
    const { heads, train } = headsOf();
    heads.begin(planOf());
    const first = await train({ goal: 7, picture: true });
    await train({ goal: 30, picture: true });
    const again = await train({ goal: 7, picture: true });
    expect(again.from).toBe(0);
    expect(again.losses).toEqual(first.losses);
    expect(again.tests).toEqual(first.tests);
    expect(again.attention).toEqual(first.attention);
  });

  test('are looked at on the way only where that is asked for, and always at the goal', async () => {
    const { heads, train } = headsOf(clock(1000));
    heads.begin(planOf({ length: 256, testLength: 256, dimensions: 16 }));
    const bare = await train({ goal: 3, picture: false });
    expect([bare.step, bare.attention, bare.rows, bare.tests]).toEqual([1, undefined, undefined, undefined]);
    expect(Object.keys((await train({ goal: 3, picture: true })).tests ?? {})).toEqual([...encodings]);
    const goal = await train({ goal: 3, picture: false });
    expect(goal.step).toBe(3);
    expect(Object.keys(goal.tests ?? {})).toEqual([...encodings]);
    expect(goal.attention?.rotary?.length).toBe(256 ** 2);
    expect(goal.rows?.apart).toBeGreaterThan(0);
  });

  test('tell what is held out, and both losses', async () => {
    const { heads, train } = headsOf();
    heads.begin(planOf({ share: 0.5 }));
    const report = await train({ goal: 30, picture: true });
    expect(report.heldOut.length).toBe(5);
    expect(report.heldOutLosses.learned?.length).toBe(30);
    expect(Number(report.heldOutLosses.learned?.[29])).toBeGreaterThan(Number(report.losses.learned?.[29]));
  });

  test('go on with the others where one of them grows beyond all bounds', async () => {
    const { heads, train } = headsOf();
    heads.begin(planOf({ optimiser: 'momentum', learningRate: 100 }, 200));
    const report = await train({ goal: 200, picture: true });
    const lengths = encodings.map((encoding) => report.losses[encoding]?.length);
    expect(lengths[3]).toBe(200);
    expect(Math.min(...lengths.map(Number))).toBeLessThan(200);
    expect(report.step).toBe(200);
  });

  test('bring queries nearer to the keys that they must find', async () => {
    const { heads, train } = headsOf();
    heads.begin(dataOf(core).data.plan);
    const start = await train({ goal: 0, picture: true });
    const end = await train({ goal: 500, picture: true });
    expect(Number(start.rows?.apart)).toBeGreaterThan(80);
    expect(Number(end.rows?.apart)).toBeLessThan(50);
  });

  test('answer nothing to a wish without a plan, of a plan that was given up, or after their end', async () => {
    /** @type {number[]} */
    const heard = [];
    const heads = new Heads(
      core,
      ({ step }) => heard.push(step),
      () => {},
    );
    begun.push(heads);
    heads.train({ goal: 2, picture: true });
    heads.begin(planOf());
    heads.train({ goal: 3, picture: true });
    heads.begin(planOf({ seed: 9 }));
    heads.train({ goal: 5, picture: true });
    await vi.waitFor(() => expect(heard).toEqual([5]), { interval: 2 });
    heads.train({ goal: 7, picture: true });
    heads.end();
    await new Promise((done) => setTimeout(done, 50));
    expect(heard).toEqual([5]);
  });
});
