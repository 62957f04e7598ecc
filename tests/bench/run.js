/**
 * Prints what a frame costs: of the arrow chart beside plotly.js and the bare canvas, all drawing the same arrows in one run in
 * Chromium; then of the whole figure on the built page, and when its first picture stands. Pictures and numbers are left in
 * `build/bench/`. `npm run bench` brings plotly.js and builds the page; `--quick` takes fewer rounds.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../scripts/programs.js';
import { benchArrows } from './arrows.js';
import { benchFigure } from './figure.js';

const folder = fileURLToPath(new URL('../../build/bench/', import.meta.url));
const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 2 : 5;

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/** A frame may begin as soon as the one before is done, not only 60 times a second. */
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...chromiumArguments, ...unlimited],
});
try {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
  const versions = `Chromium ${browser.version()}, node ${process.versions.node}`;
  say(`Machine: ${machine}; ${versions}`);
  const arrows = await benchArrows(browser, folder, rounds, isQuick, say);
  const figure = await benchFigure(browser, folder, rounds, say);
  writeFileSync(
    `${folder}results.json`,
    `${JSON.stringify({ machine, versions, arrows, figure }, null, 2)}\n`,
  );
  say(`\nPictures and numbers: build/bench/`);
} finally {
  await browser.close();
}
