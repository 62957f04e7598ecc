import { build } from './build.js';
import { installNpmPackages } from './npm-packages.js';
import { prepare } from './prepare.js';
import { findChromium } from './programs.js';
import { main, mustRun, root } from './run.js';

await main(async () => {
  await prepare('bench');
  await installNpmPackages(`${root}tests/bench`);
  await build();
  const args = [`${root}tests/bench/run.js`, ...process.argv.slice(2)];
  await mustRun(process.execPath, args, { env: { CHROMIUM_PATH: findChromium() } });
});
