import { existsSync } from 'node:fs';
import { serve } from '../../scripts/serve.js';
import { root } from '../../scripts/tools.js';
import { brief, median, verdict } from './numbers.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */

/** @typedef {{ busy: number, script: number, style: number, layout: number }} Spent milliseconds of the page's main thread */
/** @typedef {{ playing: Spent, seeking: Spent }} Frame what a frame takes, less what an idle page takes in that time */

/** Milliseconds a frame of the default figure that plays, on 2 cores without a GPU. */
const AIM = 4;

const SECONDS = 3;
const viewport = { width: 1440, height: 900 };

/**
 * Measures the default figure on the built page: a frame while it plays and while it is sought, and the time to the first picture.
 *
 * @param {Browser} browser whose pages have 60 frames a second
 * @param {string} folder for the picture
 * @param {number} rounds
 * @param {(line: string) => void} say
 */
export async function benchFigure(browser, folder, rounds, say) {
  if (!existsSync(`${root}dist/index.html`))
    throw new Error('There is no built page: run npm run build first.');
  const server = await serve();
  const firsts = [];
  for (let round = 0; round < rounds; round += 1) firsts.push(await firstPicture(browser, server.address));
  const page = await browser.newPage({ viewport });
  await page.goto(server.address);
  await page.waitForFunction(() => performance.getEntriesByName('ropescope:first-picture').length > 0);
  /** @type {Frame[]} */
  const frames = [];
  for (let round = 0; round < rounds; round += 1) frames.push(await measureFrames(page));
  await page.screenshot({ path: `${folder}figure.png` });
  await page.close();
  await server.close();
  say(`\nThe default figure, in the article at ${viewport.width}×${viewport.height}, at 60 Hz:`);
  say("milliseconds a frame of the page's main thread, by its own clock, less those of an idle page");
  for (const way of /** @type {const} */ (['playing', 'seeking'])) {
    const of = (/** @type {keyof Spent} */ part) => brief(median(frames.map((frame) => frame[way][part])));
    say(
      `${way} ${of('busy')}: script ${of('script')}, style ${of('style')}, layout ${of('layout')}, the rest`,
    );
  }
  const busy = median(frames.map(({ playing }) => playing.busy));
  say(`aim: playing in under ${AIM} ms a frame; measured ${brief(busy)}, ${verdict(busy < AIM)}`);
  say(`time to the first picture, from navigation, empty cache: ${brief(median(firsts))} ms`);
  return { frames, firsts };
}

/** @param {Browser} browser @param {string} address @returns {Promise<number>} milliseconds */
async function firstPicture(browser, address) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('ropescope:first-picture').length > 0);
  const time = await page.evaluate(
    () =>
      /** @type {PerformanceEntry} */ (performance.getEntriesByName('ropescope:first-picture')[0]).startTime,
  );
  await context.close();
  return time;
}

/**
 * What the first figure of the article takes of each frame while it plays, and while a script sets its position, which pauses it
 * and writes its text and address.
 *
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
async function measureFrames(page) {
  const session = await page.context().newCDPSession(page);
  // By the thread's own clock, so that what else the machine does does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (/** @type {string} */ name) =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  };
  /** @param {'idle' | 'playing' | 'seeking'} way @returns {Promise<Spent & { frames: number }>} in all */
  const spent = async (way) => {
    const before = await metrics();
    const frames = await page.evaluate(spendTime, { way, seconds: SECONDS });
    const after = await metrics();
    const during = (/** @type {string} */ name) => after(name) - before(name);
    return {
      frames,
      busy: during('TaskDuration'),
      script: during('ScriptDuration'),
      style: during('RecalcStyleDuration'),
      layout: during('LayoutDuration'),
    };
  };
  await page.evaluate(() => {
    for (const figure of document.querySelectorAll('rope-scope')) /** @type {any} */ (figure).pause();
  });
  const idle = await spent('idle');
  /** @param {Spent & { frames: number }} all @returns {Spent} */
  const each = ({ frames, busy, script, style, layout }) => ({
    busy: (busy - idle.busy) / frames,
    script: (script - idle.script) / frames,
    style: (style - idle.style) / frames,
    layout: (layout - idle.layout) / frames,
  });
  const measured = { playing: each(await spent('playing')), seeking: each(await spent('seeking')) };
  await session.detach();
  return measured;
}

/**
 * Runs in the page.
 *
 * @param {{ way: 'idle' | 'playing' | 'seeking', seconds: number }} wish
 * @returns {Promise<number>} how many frames there were; 0 of a page that asks for none
 */
async function spendTime({ way, seconds }) {
  const figure = /** @type {any} */ (document.querySelector('rope-scope'));
  if (way === 'idle') {
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    return 0;
  }
  figure.position = 0;
  if (way === 'playing') figure.play();
  const end = performance.now() + 1000 * seconds;
  let frames = 0;
  while (performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames += 1;
    if (way === 'seeking') figure.position = (frames / 30) % 9;
  }
  figure.pause();
  return frames;
}
