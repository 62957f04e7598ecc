import { readdirSync } from 'node:fs';
import { root } from './tools.js';

/**
 * Runs in a page, where nothing else of this module is known: a whole training in a worker of the built site.
 *
 * @param {{ address: string, options: object, steps: number, encodings: readonly string[] }} run `address` of the worker's script
 * @returns {Promise<{ time: number, lists: number[][] }>} milliseconds of training without the worker's start; for each encoding its
 *   losses step by step, those of its test, and where the right key was found
 * @throws {Error} when the worker does not start, or the training is refused
 */
export function trainInPage({ address, options, steps, encodings }) {
  return new Promise((done, failed) => {
    const worker = new Worker(address, { type: 'module' });
    /** @type {Record<string, number[]>} */
    const losses = Object.fromEntries(encodings.map((encoding) => [encoding, []]));
    let begun = 0;
    const ask = () => worker.postMessage({ run: 1, wish: { goal: steps, picture: false } });
    const fail = (/** @type {string} */ why) => {
      worker.terminate();
      failed(new Error(`training in ${address}: ${why}`));
    };
    worker.onerror = ({ message }) => fail(message || 'the worker does not start');
    worker.onmessage = ({ data: { ready, report, failed: why } }) => {
      if (why !== undefined) {
        fail(String(why));
        return;
      }
      if (ready) {
        begun = performance.now();
        worker.postMessage({ run: 1, plan: { options, steps } });
      }
      for (const encoding of encodings) losses[encoding]?.push(...(report?.losses[encoding] ?? []));
      if (!report?.tests) {
        ask();
        return;
      }
      const time = performance.now() - begun;
      worker.terminate();
      const lists = encodings.flatMap((encoding) => {
        const test = report.tests[encoding];
        return [losses[encoding] ?? [], [...test.losses], [...test.correct]];
      });
      done({ time, lists });
    };
  });
}

/** @returns {string} the file of the worker in `dist/`, without a slash at its front */
export function builtWorker() {
  const [file, ...others] = readdirSync(`${root}dist/assets`).filter((name) => /^worker-.*\.js$/.test(name));
  if (!file || others.length > 0) throw new Error('dist/assets must hold one worker: run npm run build');
  return `assets/${file}`;
}
