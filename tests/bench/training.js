import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serve } from '../../scripts/serve.js';
import { root } from '../../scripts/tools.js';
import { openCorePage, trainInPage } from '../../scripts/train-in-page.js';
import { brief, median, verdict } from './numbers.js';

/** Milliseconds of a default run of all encodings, and of the page's main thread at a time. */
const AIM = { run: 3000, task: 50 };

const encodings = /** @type {const} */ (['learned', 'sinusoidal', 'rotary', 'none']);
/** The largest sizes, for a few steps. */
const LARGEST = 'trained-length=256&sequence-length=1024&dimensions=64&steps=20';
const options = { lookBack: 1, dimensions: 16, length: 64, testLength: 256, seed: 0 };

/**
 * Measures the default run of `training`: the core alone in a page and natively, and what the built page's main thread has to do for it at
 * the default size and at the largest.
 *
 * @param {import('playwright').Browser} browser
 * @param {number} rounds
 * @param {(line: string) => void} say
 */
export async function benchTraining(browser, rounds, say) {
  const native = `${root}build/tools/ropescope-train`;
  if (!existsSync(native)) throw new Error('There is no native command: run npm run bench.');
  const page = await openCorePage(browser);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const { time } = await page.evaluate(trainInPage, { options, steps: 500, encodings });
    times.push(time);
  }
  await page.close();
  const natives = Array.from({ length: rounds }, () => nativeTime(native));
  const server = await serve();
  const usual = await longestTasks(browser, `${server.address}?figure=training`);
  const largest = await longestTasks(browser, `${server.address}?figure=training&${LARGEST}`);
  await server.close();
  const [run, beside] = [median(times), median(natives)];
  say('\nTraining, the default run: 500 steps of learned, sinusoidal, rotary and none, and the test');
  say(`the core in Chromium ${brief(run)} ms, natively ${brief(beside)} ms`);
  say(`in the page, drawn on its way, ${brief(usual.run)} ms from the first picture to the last`);
  say(`aim: under ${AIM.run} ms; measured ${brief(usual.run)}, ${verdict(usual.run < AIM.run)}`);
  for (const [name, { first, playing }] of Object.entries({
    'the default size': usual,
    'the largest': largest,
  })) {
    say(
      `longest task of the page's main thread at ${name}, of its own time: ${brief(first)} ms from its first`,
    );
    say(`picture to the end of the first run, ${brief(playing)} ms in 4 s of playing`);
    const longest = Math.max(first, playing);
    say(`aim: none over ${AIM.task} ms; measured ${brief(longest)}, ${verdict(longest < AIM.task)}`);
  }
  return { times, natives, usual, largest };
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
 * @returns {Promise<{ run: number, first: number, playing: number }>} milliseconds
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
    run: (to.ts - from.ts) / 1000,
    first: longest(tasks.filter(({ ts }) => ts < to.ts)),
    playing: longest(tasks.filter(({ ts }) => ts >= to.ts)),
  };
}
