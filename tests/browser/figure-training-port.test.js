import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings } from '../../web/figures/training/heads.js';
import { trainee } from '../../web/figures/training/port.js';
import { digest, hashedEncodings, hashedSteps, hashes } from '../unit/training-hashes.js';

const core = await loadCore();

/** @type {import('../../web/figures/training/port.js').Trainee[]} */
const trainees = [];

afterEach(() => {
  for (const one of trainees.splice(0)) one.end();
  vi.restoreAllMocks();
});

const options = { lookBack: 1, dimensions: 16, length: 64, testLength: 256, seed: 0 };

/**
 * Trains to the end, a wish at a time.
 *
 * @param {Partial<typeof options>} settings
 * @param {() => Worker | undefined} [start]
 */
function train(settings, start) {
  /** @type {Record<string, number[]>} */
  const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
  /** @type {number[]} */
  const times = [];
  return new Promise((done) => {
    let asked = 0;
    const own = trainee(
      core,
      ({ run, report }) => {
        times.push(performance.now() - asked);
        for (const encoding of encodings) losses[encoding]?.push(...(report.losses[encoding] ?? []));
        if (report.step < hashedSteps) ask();
        else done({ run, report, losses, times });
      },
      start,
    );
    trainees.push(own);
    const ask = () => {
      asked = performance.now();
      own.post({ run: 7, wish: { goal: hashedSteps, picture: true } });
    };
    own.post({ run: 7, plan: { options: { ...options, ...settings }, steps: hashedSteps } });
    ask();
  });
}

/** @param {any} trained */
const digestOf = ({ losses, report }) =>
  digest(hashedEncodings.flatMap((encoding) => [losses[encoding], report.tests[encoding].losses]));

test.each(hashes)(
  'a worker gives the bits of the native command: seed $seed, looking $lookBack back',
  async ({ lookBack, seed, hash }) => {
    const trained = await train({ lookBack, seed });
    expect(await digestOf(trained)).toBe(hash);
  },
);

describe('where no worker starts', () => {
  const [first] = hashes;

  test('the page trains itself, in slices, to the same bits', async () => {
    const trained = /** @type {any} */ (await train({}, () => undefined));
    expect(await digestOf(trained)).toBe(first?.hash);
    expect(trained.times.length).toBeGreaterThan(10);
  });

  test('because its script is refused, the page does what was asked for already', async () => {
    const errors = vi.spyOn(console, 'error');
    const trained = await train(
      {},
      () => new Worker(new URL('/no/such/worker.js', location.href), { type: 'module' }),
    );
    expect(await digestOf(trained)).toBe(first?.hash);
    expect(errors).not.toHaveBeenCalled();
  });

  test('because it finds no core, the page does what was asked for already', async () => {
    const source = "postMessage({ failed: 'no core' })";
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const trained = await train({}, () => new Worker(url));
    expect(await digestOf(trained)).toBe(first?.hash);
  });

  test('because it breaks down later, the page begins again in its place', async () => {
    const source = `
      let plans = 0;
      postMessage({ ready: true });
      onmessage = ({ data }) => { if (data.wish) throw new Error('broken'); };`;
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const trained = await train({}, () => new Worker(url));
    expect(await digestOf(trained)).toBe(first?.hash);
  });
});

test('frames and hands come in between the slices', async () => {
  let frames = 0;
  let isOver = false;
  const count = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  await train({}, () => undefined);
  isOver = true;
  expect(frames).toBeGreaterThan(3);
});

test('who has ended hears nothing more', async () => {
  for (const start of [undefined, () => undefined]) {
    const heard = vi.fn();
    const own = trainee(core, heard, start);
    own.post({ run: 1, plan: { options, steps: 5 } });
    own.post({ run: 1, wish: { goal: 5, picture: true } });
    own.end();
    await new Promise((done) => setTimeout(done, 150));
    expect(heard).not.toHaveBeenCalled();
  }
});

test('who has ended leaves no memory behind, whatever was still on its way', async () => {
  const large = { ...options, dimensions: 64, length: 256, testLength: 1024 };
  const round = async (/** @type {number} */ wait) => {
    const own = trainee(
      core,
      () => {},
      () => undefined,
    );
    own.post({ run: 1, plan: { options: large, steps: 5 } });
    own.post({ run: 1, wish: { goal: 5, picture: true } });
    await new Promise((done) => setTimeout(done, wait));
    own.post({ run: 2, plan: { options: large, steps: 5 } });
    own.post({ run: 2, wish: { goal: 5, picture: true } });
    own.end();
    own.post({ run: 3, plan: { options: large, steps: 5 } });
    await new Promise((done) => setTimeout(done, 5));
  };
  for (const wait of [0, 150, 20]) await round(wait);
  const before = core.memoryBytes;
  for (let i = 0; i < 12; i += 1) await round(3 * i);
  expect(core.memoryBytes).toBe(before);
});
