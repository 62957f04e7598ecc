import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serve } from '../../scripts/serve.js';
import { root } from '../../scripts/tools.js';
import { builtWorker, trainInPage } from '../../scripts/train-in-page.js';
import { brief, median, verdict } from './numbers.js';

/** Milliseconds of a default run of all encodings, and of the page's main thread at a time. */
const AIM = { run: 3000, task: 50 };

const encodings = ['learned', 'sinusoidal', 'rotary', 'none'];
const options = { lookBack: 1, dimensions: 16, length: 64, testLength: 256, seed: 0 };

/**
 * Measures the default run of `training`: in a worker of the built site, natively, and what the page's main thread has to do for it.
 *
 * @param {import('playwright').Browser} browser
 * @param {number} rounds
 * @param {(line: string) => void} say
 */
export async function benchTraining(browser, rounds, say) {
  const native = `${root}build/tools/ropescope-train`;
  if (!existsSync(native)) throw new Error('There is no native command: run npm run bench.');
  const server = await serve();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.address);
  const address = server.address + builtWorker();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const { time } = await page.evaluate(trainInPage, { address, options, steps: 500, encodings });
    times.push(time);
  }
  await page.close();
  const natives = Array.from({ length: rounds }, () => nativeTime(native));
  const tasks = await longestTasks(browser, `${server.address}?figure=training`);
  await server.close();
  const [run, beside] = [median(times), median(natives)];
  say('\nTraining, the default run: 500 steps of learned, sinusoidal, rotary and none, and the test');
  say(`in a worker in Chromium ${brief(run)} ms, natively ${brief(beside)} ms`);
  say(`aim: under ${AIM.run} ms; measured ${brief(run)}, ${verdict(run < AIM.run)}`);
  const longest = Math.max(tasks.first, tasks.playing);
  say(
    `longest task of the page's main thread, of its own time: ${brief(tasks.first)} ms from its first picture`,
  );
  say(`to the end of the first run, ${brief(tasks.playing)} ms in 4 s of playing`);
  say(`aim: none over ${AIM.task} ms; measured ${brief(longest)}, ${verdict(longest < AIM.task)}`);
  return { times, natives, tasks };
}

/** @param {string} command @returns {number} milliseconds of all encodings */
function nativeTime(command) {
  const last = execFileSync(command, ['time'], { encoding: 'utf8' }).trim().split('\n').at(-1);
  return Number(last?.split(/\s+/)[1]);
}

/**
 * The longest tasks by the thread's own clock, so that what else runs on the machine does not count.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @returns {Promise<{ first: number, playing: number }>} milliseconds
 */
async function longestTasks(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const categories = ['blink.user_timing', 'toplevel', 'devtools.timeline'];
  await browser.startTracing(page, { categories });
  await page.goto(address);
  await page.waitForFunction(() =>
    /** @type {any} */ (document.querySelector('rope-scope'))?.description.startsWith('After'),
  );
  await page.evaluate(() => {
    performance.mark('ropescope:bench-play');
    /** @type {any} */ (document.querySelector('rope-scope')).play();
  });
  await page.waitForTimeout(4000);
  /** @type {{ traceEvents: any[] }} */
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  await page.close();
  const mark = (/** @type {string} */ name) => traceEvents.find((event) => event.name === name);
  const [from, to] = [mark('ropescope:first-picture'), mark('ropescope:bench-play')];
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid, ts }) =>
      ph === 'X' && /RunTask$/.test(name) && pid === from.pid && tid === from.tid && ts >= from.ts,
  );
  const longest = (/** @type {any[]} */ some) => Math.max(0, ...some.map(({ tdur = 0 }) => tdur / 1000));
  return {
    first: longest(tasks.filter(({ ts }) => ts < to.ts)),
    playing: longest(tasks.filter(({ ts }) => ts >= to.ts)),
  };
}
