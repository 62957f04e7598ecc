import { existsSync } from 'node:fs';
import { serve } from '../../scripts/serve.js';
import { root } from '../../scripts/tools.js';
import { brief, median, verdict } from './numbers.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */

/** @typedef {{ whole: number, busy: number, script: number, style: number, layout: number }} Frame milliseconds */

/** Milliseconds a frame of the default figure, on 2 cores without a GPU. */
const AIM = 4;

const FRAMES = 200;
const viewport = { width: 1440, height: 900 };

/**
 * Measures the default figure on the built page: a frame, and the time to the first picture.
 *
 * @param {Browser} browser
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
  const of = (/** @type {keyof Frame} */ part) => median(frames.map((frame) => frame[part]));
  const whole = of('whole');
  say(`\nThe default figure, in the article at ${viewport.width}×${viewport.height}, moving`);
  say(`from frame to frame ${brief(whole)} ms; of the page's main thread ${brief(of('busy'))} ms, of that`);
  say(
    `script ${brief(of('script'))}, style ${brief(of('style'))}, layout ${brief(of('layout'))}, and drawing and the rest`,
  );
  say(`aim: under ${AIM} ms a frame, script and drawing; measured ${brief(whole)}, ${verdict(whole < AIM)}`);
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
 * Moves the first figure of the article a sixtieth of a second further in each frame, as playing does, as fast as the browser
 * takes frames.
 *
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
async function measureFrames(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const metrics = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (/** @type {string} */ name) =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  };
  const before = await metrics();
  const whole = await page.evaluate(async (frames) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const figures = /** @type {any[]} */ ([...document.querySelectorAll('rope-scope')]);
    for (const figure of figures) figure.pause();
    await nextFrame();
    const start = performance.now();
    for (let i = 0; i < frames; i += 1) {
      figures[0].position = (i / 30) % 9;
      await nextFrame();
    }
    return (performance.now() - start) / frames;
  }, FRAMES);
  const after = await metrics();
  await session.detach();
  const each = (/** @type {string} */ name) => (after(name) - before(name)) / FRAMES;
  return {
    whole,
    busy: each('TaskDuration'),
    script: each('ScriptDuration'),
    style: each('RecalcStyleDuration'),
    layout: each('LayoutDuration'),
  };
}
