/**
 * Prints what a frame costs: of the arrow chart beside plotly.js and the bare canvas, all drawing the same arrows in one run in
 * Chromium; then of the whole figure on the built page, playing and sought, and when its first picture stands. Before that, what the core needs
 * beside others. Pictures and numbers are left in `build/bench/`. `npm run bench` brings what is compared with and builds the page;
 * `--quick` takes fewer rounds, and `core`, `arrows` and `figure` choose parts.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../scripts/programs.js';
import { benchArrows } from './arrows.js';
import { benchFigure } from './figure.js';
import { benchTraining } from './training.js';

const folder = fileURLToPath(new URL('../../build/bench/', import.meta.url));
const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const rounds = isQuick ? 2 : 5;
const chosen = args.filter((arg) => !arg.startsWith('-'));
/** @param {string} part */
const wants = (part) => chosen.length === 0 || chosen.includes(part);

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/** A frame may begin as soon as the one before is done, not only 60 times a second. */
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const [processor] = cpus();
const machine = `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
say(`Machine: ${machine}; node ${process.versions.node}`);
/** @type {Record<string, unknown>} */
const results = { machine, node: process.versions.node };

if (wants('core')) {
  const { benchCore } = await import('./core/core.js');
  results.core = await benchCore(isQuick ? 12 : 60, say);
}
/**
 * @param {string} part
 * @param {string[]} flags
 * @param {(browser: import('playwright').Browser) => Promise<unknown>} bench
 */
async function inChromium(part, flags, bench) {
  if (!wants(part)) return;
  const args = [...chromiumArguments, ...flags];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    results.chromium = browser.version();
    say(`\nChromium ${browser.version()}`);
    results[part] = await bench(browser);
  } finally {
    await browser.close();
  }
}

await inChromium('arrows', unlimited, (browser) => benchArrows(browser, folder, rounds, isQuick, say));
await inChromium('figure', [], (browser) => benchFigure(browser, folder, rounds, say));
await inChromium('training', [], (browser) => benchTraining(browser, rounds, say));
writeFileSync(`${folder}results.json`, `${JSON.stringify(results, null, 2)}\n`);
say(`\nPictures and numbers: build/bench/`);
