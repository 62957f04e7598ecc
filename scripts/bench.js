import { build } from './build.js';
import { buildCore, buildNative } from './build-core.js';
import { installNpmPackages } from './npm-packages.js';
import { prepare } from './prepare.js';
import { findChromium } from './programs.js';
import { Failure, main, mustRun, root } from './run.js';

const parts = ['core', 'arrows', 'figure', 'training'];

await main(async () => {
  const args = process.argv.slice(2);
  const chosen = args.filter((arg) => !arg.startsWith('-'));
  const unknown = chosen.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new Failure(`parts of the bench are ${parts.join(', ')}, got ${unknown}`);
  const needsPage = chosen.length === 0 || chosen.some((part) => part !== 'core');
  await prepare(needsPage ? 'bench' : 'build');
  await installNpmPackages(`${root}tests/bench`);
  await (needsPage ? build() : buildCore());
  if (chosen.length === 0 || chosen.includes('training')) await buildNative();
  const env = needsPage ? { CHROMIUM_PATH: findChromium() } : {};
  await mustRun(process.execPath, [`${root}tests/bench/run.js`, ...args], { env });
});
