import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings, Heads } from '../../web/figures/training/heads.js';
import { digest, hashedEncodings, hashedSteps, hashes } from '../unit/training-hashes.js';

/** @typedef {import('../../web/figures/training/heads.js').Report} Report */

const core = await loadCore();

/** @type {Heads[]} */
const begun = [];

afterEach(() => {
  for (const one of begun.splice(0)) one.end();
});

const options = { lookBack: 1, dimensions: 16, length: 64, testLength: 256, seed: 0 };
const largest = { lookBack: 1, dimensions: 64, length: 256, testLength: 1024, seed: 0 };

/** @param {(report: Report) => void} answer */
function headsOf(answer) {
  const heads = new Heads(core, answer, () => {});
  begun.push(heads);
  return heads;
}

/**
 * Trains to a step, a wish at a time.
 *
 * @param {Partial<typeof options>} settings
 * @param {number} steps
 * @param {boolean} picture on the way
 * @returns {Promise<{ report: Report, losses: Record<string, number[]> }>}
 */
function train(settings, steps, picture) {
  /** @type {Record<string, number[]>} */
  const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
  return new Promise((done) => {
    const heads = headsOf((report) => {
      for (const encoding of encodings) losses[encoding]?.push(...(report.losses[encoding] ?? []));
      if (report.step < steps) heads.train({ goal: steps, picture });
      else done({ report, losses });
    });
    heads.begin({ options: { ...options, ...settings }, steps });
    heads.train({ goal: steps, picture });
  });
}

test.each(hashes)(
  'the bits are those of the native command: seed $seed, looking $lookBack back',
  async ({ lookBack, seed, hash }) => {
    const { report, losses } = await train({ lookBack, seed }, hashedSteps, false);
    const lists = hashedEncodings.flatMap((name) => [losses[name] ?? [], report.tests?.[name]?.losses ?? []]);
    expect(await digest(lists)).toBe(hash);
  },
);

describe('at the largest size', () => {
  test('frames, timers and messages come in between, and a step is in many tasks', async () => {
    const counts = { frames: 0, timers: 0, messages: 0 };
    let isOver = false;
    const frame = () => {
      counts.frames += 1;
      if (!isOver) requestAnimationFrame(frame);
    };
    const timer = () => {
      counts.timers += 1;
      if (!isOver) setTimeout(timer);
    };
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      counts.messages += 1;
      if (!isOver) port1.postMessage(undefined);
    };
    frame();
    timer();
    port1.postMessage(undefined);
    await train(largest, 8, true);
    isOver = true;
    port1.close();
    expect(counts.frames).toBeGreaterThan(5);
    expect(counts.timers).toBeGreaterThan(10);
    expect(counts.messages).toBeGreaterThan(20);
  });

  test('who has ended or begun anew hears nothing of what was, and it leaves no memory behind', async () => {
    const heard = vi.fn();
    const round = async (/** @type {number} */ wait) => {
      const heads = headsOf(heard);
      heads.begin({ options: largest, steps: 50 });
      heads.train({ goal: 50, picture: true });
      await new Promise((done) => setTimeout(done, wait));
      heads.begin({ options: largest, steps: 50 });
      heads.train({ goal: 50, picture: true });
      heads.end();
      heads.begin({ options: largest, steps: 50 });
      heads.train({ goal: 50, picture: true });
      await new Promise((done) => setTimeout(done, 5));
    };
    for (const wait of [0, 20, 10]) await round(wait);
    const before = core.memoryBytes;
    for (let i = 0; i < 12; i += 1) await round(2 * i);
    expect(core.memoryBytes).toBe(before);
    expect(heard).not.toHaveBeenCalled();
  });
});
