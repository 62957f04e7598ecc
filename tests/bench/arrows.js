import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { brief, median, tableOf, verdict } from './numbers.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */

/** Counts of arrows, and how many times as many rounds they get: noise meets short frames most. */
const counts = new Map([
  [10, 1.4],
  [100, 1.4],
  [1000, 0.8],
  [10_000, 0.6],
]);

/** What is compared, by the names that `page/main.js` has for it. */
const contenders = {
  chart: 'the arrow chart',
  bare: 'bare canvas, the same arrows',
  empty: 'bare canvas, one dot',
  restyled: 'plotly, one trace, restyle',
  reacted: 'plotly, one trace, react',
  animated: 'plotly, one trace, animate',
  annotated: 'plotly, annotations, relayout',
};

/** @typedef {keyof typeof contenders} Name */

const names = /** @type {Name[]} */ (Object.keys(contenders));
const plotly = /** @type {Name[]} */ (['restyled', 'reacted', 'animated', 'annotated']);

/** Times as fast as plotly's best, and of the bare canvas's time. */
const fasterThanPlotly = new Map([
  [10, 7],
  [100, 14],
  [1000, 25],
]);
const slowerThanBare = new Map([
  [1000, 1.5],
  [10_000, 1.5],
]);

/** A contender that takes longer than this a frame is measured in two rounds only. */
const SLOW = 500;

/** 10,000 annotations take most of a minute to set up, and half a minute a frame: once is enough, and not in a quick run. */
const isHuge = (/** @type {Name} */ name, /** @type {number} */ count) =>
  name === 'annotated' && count > 1000;
/** Milliseconds that a picture of these may take. */
const PATIENCE = 300_000;

/**
 * Measures all contenders, one after the other in every round, so that whatever else the machine does meets all of them.
 *
 * @param {Browser} browser
 * @param {string} folder for the pictures
 * @param {number} rounds
 * @param {boolean} isQuick
 * @param {(line: string) => void} say
 */
export async function benchArrows(browser, folder, rounds, isQuick, say) {
  const server = await serve();
  const open = () => freshPage(browser, server.address);
  const { page, close } = await open();
  const version = await page.evaluate(() => /** @type {any} */ (window).bench.plotly);
  await close();
  say(`\nArrows: ms a frame with drawing, 800×600; all arrows turn in every frame, and their heads have the`);
  say(`colours of their positions; plotly.js ${version} (basic)`);
  const results = [];
  for (const [count, more] of counts) {
    const times = await measure(open, count, Math.ceil(rounds * more), isQuick, `${folder}arrows-${count}`);
    results.push({ count, times });
    say(`\n${report(count, times)}`);
  }
  await server.close();
  return results;
}

/** A page in a process of its own, so that nobody pays for what another one left to be cleared away. @param {Browser} browser @param {string} address */
async function freshPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  /** @type {Error[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(address);
  return {
    page,
    async close() {
      await context.close();
      if (errors[0]) throw errors[0];
    },
  };
}

/**
 * @param {() => ReturnType<typeof freshPage>} open
 * @param {number} count
 * @param {number} rounds
 * @param {boolean} isQuick
 * @param {string} pictures the beginning of their paths
 */
async function measure(open, count, rounds, isQuick, pictures) {
  /** @type {Partial<Record<Name, number[]>>} */
  const times = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const own = times[name] ?? [];
      if (isHuge(name, count) && (isQuick || round > 0)) continue;
      if (round > 1 && median(own) > SLOW) continue;
      const { page, close } = await open();
      await page.evaluate(
        ([which, many]) => /** @type {any} */ (window).bench.begin(which, many),
        /** @type {const} */ ([name, count]),
      );
      if (round === 0) {
        await page.evaluate(() => /** @type {any} */ (window).bench.pose(30));
        await page.screenshot({ path: `${pictures}-${name}.png`, timeout: PATIENCE });
      }
      own.push(await page.evaluate(() => /** @type {any} */ (window).bench.measure(20, 400)));
      times[name] = own;
      await close();
    }
  }
  return times;
}

/** @param {number} count @param {Partial<Record<Name, number[]>>} times */
function report(count, times) {
  const of = (/** @type {Name} */ name) => median(times[name] ?? [Number.NaN]);
  const rows = names.map((name) => {
    const own = times[name];
    if (own === undefined) return [contenders[name], 'left out of a quick run', '', ''];
    const range = `${brief(Math.min(...own))} to ${brief(Math.max(...own))}`;
    return [contenders[name], brief(median(own)), range, `${brief(median(own) / of('chart'))} ×`];
  });
  const lines = [tableOf([[`${count} arrows`, 'median', 'rounds', 'of ours'], ...rows])];
  const best = Math.min(...plotly.filter((name) => times[name] !== undefined).map(of));
  const [faster, slower] = [best / of('chart'), of('chart') / of('bare')];
  const [aimFaster, aimSlower] = [fasterThanPlotly.get(count), slowerThanBare.get(count)];
  if (aimFaster)
    lines.push(
      `aim: ${aimFaster} times as fast as plotly's best or more; measured ${brief(faster)}, ${verdict(faster >= aimFaster)}`,
    );
  if (aimSlower)
    lines.push(
      `aim: ${aimSlower} times the bare canvas's time or less; measured ${brief(slower)}, ${verdict(slower <= aimSlower)}`,
    );
  return lines.join('\n');
}

/** Builds the bench's page as a site is built, and serves it. */
async function serve() {
  const root = fileURLToPath(new URL('page/', import.meta.url));
  const outDir = fileURLToPath(new URL('../../build/bench-page/', import.meta.url));
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4400 },
  });
  const listening = server.httpServer.address();
  const port = typeof listening === 'object' && listening ? listening.port : 4400;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
