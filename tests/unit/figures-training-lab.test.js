import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings, Lab } from '../../web/figures/training/lab.js';
import { buffersOf, lab } from '../../web/figures/training/protocol.js';
import { dataOf } from './figures-training-support.js';
import { digest, hashedEncodings, hashedSteps, hashes } from './training-hashes.js';

const core = await loadCore();
const native = fileURLToPath(new URL('../../build/native/ropescope-train', import.meta.url));

/** @type {Lab[]} */
const labs = [];
afterEach(() => {
  for (const one of labs.splice(0)) one.end();
});

/** @param {Partial<import('../../web/figures/training/lab.js').Plan['options']>} [options] @param {number} [steps] */
const planOf = (options = {}, steps = 30) => ({
  options: { lookBack: 1, dimensions: 8, length: 12, testLength: 24, seed: 3, ...options },
  steps,
});

/** A lab whose every look at the clock is some milliseconds later. @param {number} budget @param {number} each */
function slowLab(budget, each) {
  let time = 0;
  const own = new Lab(core, {
    budget,
    now: () => {
      time += each;
      return time;
    },
  });
  labs.push(own);
  return own;
}

const everything = { picture: true, test: true };

test.each(hashes)(
  'seed $seed, looking $lookBack back: the native command gives the digest',
  async ({ lookBack, seed, hash }) => {
    const lists = hashedEncodings.flatMap((encoding) => {
      const args = [`encoding=${encoding}`, `lookBack=${lookBack}`, `seed=${seed}`, `steps=${hashedSteps}`];
      const { losses, testLosses } = JSON.parse(execFileSync(native, ['run', ...args], { encoding: 'utf8' }));
      return [losses, testLosses];
    });
    expect(await digest(lists)).toBe(hash);
  },
);

describe('a lab', () => {
  test('trains in stretches as the budget allows, and gives the numbers of one stretch', () => {
    const [slow, quick] = [slowLab(4, 1), slowLab(1e9, 0)];
    for (const own of [slow, quick]) own.begin(planOf());
    const whole = quick.advance({ goal: 30, ...everything });
    /** @type {Record<string, number[]>} */
    const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
    let reports = 0;
    for (let step = 0; step < 30; reports += 1) {
      const report = slow.advance({ goal: 30, ...everything });
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
    expect(own.advance({ goal: 2, ...everything })?.step).toBe(1);
    expect(own.advance({ goal: 2, ...everything })?.step).toBe(2);
    expect(own.advance({ goal: 2, ...everything })?.step).toBe(2);
    expect(own.advance({ goal: 1e9, ...everything })?.step).toBe(3);
  });

  test('begins anew for a step that lies behind, and comes to the same', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf());
    const first = own.advance({ goal: 7, ...everything });
    own.advance({ goal: 30, ...everything });
    const again = own.advance({ goal: 7, ...everything });
    expect(again?.from).toBe(0);
    expect(again?.losses).toEqual(first?.losses);
    expect(again?.tests).toEqual(first?.tests);
    expect(again?.attention).toEqual(first?.attention);
  });

  test('looks and tests only where it is asked to, and always at the end', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf());
    const bare = own.advance({ goal: 3, picture: false, test: false });
    expect([bare?.attention, bare?.rows, bare?.tests]).toEqual([undefined, undefined, undefined]);
    const end = own.advance({ goal: 30, picture: false, test: false });
    expect(Object.keys(end?.tests ?? {})).toEqual([...encodings]);
    expect(end?.attention?.rotary?.length).toBe(144);
    expect(end?.rows?.queries.length).toBe(22);
  });

  test('tells what is held out, and both losses', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf({ share: 0.5 }));
    const report = own.advance({ goal: 30, ...everything });
    expect(report?.heldOut.length).toBe(5);
    expect(report?.heldOutLosses.learned?.length).toBe(30);
    expect(Number(report?.heldOutLosses.learned?.[29])).toBeGreaterThan(Number(report?.losses.learned?.[29]));
  });

  test('goes on with the others where one head grows beyond all bounds', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf({ optimiser: 'momentum', learningRate: 100 }, 200));
    const report = own.advance({ goal: 200, ...everything });
    const lengths = encodings.map((encoding) => report?.losses[encoding]?.length);
    expect(lengths[3]).toBe(200);
    expect(Math.min(...lengths.map(Number))).toBeLessThan(200);
    expect(report?.step).toBe(200);
  });

  test('keeps the side from which a run is seen when it is played again', () => {
    const own = slowLab(1e9, 0);
    own.begin(planOf());
    own.advance({ goal: 30, ...everything });
    const first = own.advance({ goal: 5, ...everything });
    own.advance({ goal: 9, ...everything });
    expect(own.advance({ goal: 5, ...everything })?.rows).toEqual(first?.rows);
  });

  test('brings queries nearer to the keys that they must find', () => {
    const own = slowLab(1e9, 0);
    own.begin(dataOf(core).data.plan);
    const start = own.advance({ goal: 0, ...everything });
    const end = own.advance({ goal: 500, ...everything });
    expect(Number(start?.rows?.apart)).toBeGreaterThan(80);
    expect(Number(end?.rows?.apart)).toBeLessThan(50);
  });
});

describe('requests', () => {
  /** @returns {{ own: ReturnType<typeof lab>, answers: any[], moved: Transferable[][] }} */
  function fakePort() {
    /** @type {any[]} */
    const answers = [];
    /** @type {Transferable[][]} */
    const moved = [];
    const own = lab(core, 1e9, (answer, transfer) => {
      answers.push(answer);
      moved.push(transfer);
    });
    return { own, answers, moved };
  }

  test('a wish has one answer, with its run and its numbers', () => {
    const { own, answers, moved } = fakePort();
    own.take({ run: 1, plan: planOf() });
    expect(answers).toEqual([]);
    own.take({ run: 1, wish: { goal: 4, ...everything } });
    expect(answers.length).toBe(1);
    expect(answers[0].run).toBe(1);
    expect(answers[0].report.step).toBe(4);
    expect(moved[0]).toContain(answers[0].report.attention.learned.buffer);
    own.end();
  });

  test('a wish without a plan, or of a run that was given up, has none', () => {
    const { own, answers } = fakePort();
    own.take({ run: 1, wish: { goal: 4, ...everything } });
    own.take({ run: 1, plan: planOf() });
    own.take({ run: 2, plan: planOf({ seed: 9 }) });
    own.take({ run: 1, wish: { goal: 4, ...everything } });
    expect(answers).toEqual([]);
    own.take({ run: 2, wish: { goal: 4, ...everything } });
    expect(answers.map(({ run }) => run)).toEqual([2]);
    own.end();
  });

  test('every list is moved once', () => {
    const shared = new Float64Array(4);
    const found = buffersOf({ a: shared, b: { c: shared, d: new Uint8Array(2) }, e: 3, f: undefined });
    expect(found.length).toBe(2);
    expect(found[0]).toBe(shared.buffer);
  });

  test('all memory goes back', () => {
    const { own } = fakePort();
    const plan = planOf({ length: 64, testLength: 256, dimensions: 32 }, 5);
    const round = () => {
      own.take({ run: 1, plan });
      own.take({ run: 1, wish: { goal: 2, ...everything } });
      own.take({ run: 1, wish: { goal: 1, ...everything } });
      own.end();
    };
    for (let i = 0; i < 5; i += 1) round();
    const before = core.memoryBytes;
    for (let i = 0; i < 20; i += 1) round();
    expect(core.memoryBytes).toBe(before);
  });
});
