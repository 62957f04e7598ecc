import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { corePage, trainInPage } from '../../scripts/train-in-page.js';
import { digest, hashedEncodings, hashedSteps, hashes } from '../unit/training-hashes.js';
import { Figure } from './figure.js';
import { startServer } from './server.js';
import { inBrowsers, until } from './support.js';

const query = 'figure=training&trained-length=32&sequence-length=128&dimensions=8&steps=200&seed=5';
const attributes = query.replaceAll(/=(\w+)&?/g, '="$1" ');
const largest = 'figure=training&trained-length=256&sequence-length=1024&dimensions=64&steps=5000';
const said =
  /^After 200 steps of learning to look 1 token back, at the end of the run, the training loss and the perplexity over positions 1–31 are /;

/** @param {Figure} figure */
const result = (figure) =>
  until(
    () => figure.description(),
    (text) => said.test(text),
    'it is trained',
    30_000,
  );

inBrowsers('heads in training', (context) => {
  test('give the same numbers in a page of the module’s origin and in one of another, without a worker', async () => {
    const { server } = context;
    const alone = await context.open(server.url(`?${query}`));
    const first = await result(new Figure(alone));
    const module = server.url('ropescope.js', 1);
    const body = `<script type="module" src="${module}"></script><rope-scope ${attributes}></rope-scope>`;
    const head = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const post = await context.open(server.addPage('/training.html', head + body));
    expect(await result(new Figure(post))).toBe(first);
    expect(server.requests.filter(({ path }) => path.includes('worker'))).toEqual([]);
    expect(server.requests.filter(({ path }) => path.endsWith('.wasm'))).toHaveLength(2);
  });

  test('let frames come in between at the largest size, and a click stops them', async () => {
    const { server } = context;
    const page = await context.open(server.url(`?${largest}`));
    const figure = await new Figure(page).ready();
    const step = async () => Number((await figure.text('.step-now'))?.replace('step ', ''));
    await until(step, (now) => now > 1, 'it trains', 30_000);
    const frames = () => page.evaluate('testProbe.frames');
    const [before, from] = [await frames(), await step()];
    await until(frames, (now) => now > before + 20, 'it draws on', 30_000);
    await until(step, (now) => now > from + 3, 'it trains on', 30_000);
    await figure.click('[data-do="play"]');
    await until(
      () => figure.settings(),
      ({ at }) => at !== undefined,
      'it rests, and its link says where',
      30_000,
    );
    const rested = await step();
    await figure.frames();
    await figure.frames();
    expect(await step()).toBe(rested);
    expect((await figure.settings()).at).toBe(rested);
  });

  test('have in the core the bits of the native command, step by step', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const server = await startServer({ root, prefix: '/files/', origins: 1 });
    try {
      const html = corePage(server.url('web/core/index.js'));
      const page = await context.open(server.addPage('/core.html', html));
      await until(() => page.evaluate("'core' in globalThis"), Boolean, 'the core is there');
      for (const { lookBack, seed, hash } of hashes) {
        const options = { lookBack, seed, dimensions: 16, length: 64, testLength: 256 };
        const run = { options, steps: hashedSteps, encodings: hashedEncodings };
        const { lists } = await page.evaluate(trainInPage, run);
        const losses = lists.filter((/** @type {number[]} */ _, /** @type {number} */ i) => i % 3 < 2);
        expect(await digest(losses), `looking ${lookBack} back, seed ${seed}`).toBe(hash);
      }
    } finally {
      await server.close();
    }
  });
});
