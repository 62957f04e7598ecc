import { expect, test } from 'vitest';
import { trainInPage } from '../../scripts/train-in-page.js';
import { digest, hashedEncodings, hashedSteps, hashes } from '../unit/training-hashes.js';
import { Figure } from './figure.js';
import { inBrowsers, until } from './support.js';

const settings = 'trained-length="32" sequence-length="128" dimensions="8" steps="200" seed="5"';
const worker = /\/worker-[^/]+\.js$/;
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
  test('give the same numbers in a page of the module’s origin and in one of another, each in a worker', async () => {
    const { server } = context;
    const workers = () => server.requests.filter(({ path }) => worker.test(path)).map(({ origin }) => origin);
    const alone = await context.open(
      server.url('?figure=training&trained-length=32&sequence-length=128&dimensions=8&steps=200&seed=5'),
    );
    const first = await result(new Figure(alone));
    expect(workers()).toEqual([server.origins[0]]);
    server.requests.length = 0;
    const module = server.url('ropescope.js', 1);
    const body = `<script type="module" src="${module}"></script><rope-scope figure="training" ${settings}></rope-scope>`;
    const head = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const post = await context.open(server.addPage('/training.html', head + body));
    expect(await result(new Figure(post))).toBe(first);
    expect(workers()).toEqual([server.origins[1]]);
  });

  test('give the bits of the native command, step by step', async () => {
    const { server } = context;
    const page = await context.open(server.url('?figure=training'));
    await until(
      async () => server.requests.some(({ path }) => worker.test(path)),
      Boolean,
      'a worker starts',
    );
    const address = server.requests
      .map(({ origin, path }) => origin + path)
      .find((path) => worker.test(path));
    for (const { lookBack, seed, hash } of hashes) {
      const options = { lookBack, seed, dimensions: 16, length: 64, testLength: 256 };
      const run = { address, options, steps: hashedSteps, encodings: hashedEncodings };
      const { lists } = await page.evaluate(`(${trainInPage})(${JSON.stringify(run)})`);
      const losses = lists.filter((/** @type {number[]} */ _, /** @type {number} */ i) => i % 3 < 2);
      expect(await digest(losses), `looking ${lookBack} back, seed ${seed}`).toBe(hash);
    }
  });

  test('are trained on the page’s own thread where its policy allows no worker, to the same numbers', async () => {
    const { server } = context;
    const policy = `default-src 'self' ${server.origins[1]}; script-src 'unsafe-inline' ${server.origins.join(' ')} 'wasm-unsafe-eval'; worker-src 'none'`;
    const body = `<script type="module" src="${server.url('ropescope.js', 1)}"></script><rope-scope figure="training" ${settings}></rope-scope>`;
    const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>A strict post</title>${body}`;
    const page = await context.open(server.addPage('/strict.html', html));
    // The browser itself reports what a page's policy refuses.
    context.mayBeLoud(page);
    expect(await result(new Figure(page))).toContain('with learned positions');
  });
});
