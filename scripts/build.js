import { buildCore } from './build-core.js';
import { fingerprint, onceFor } from './files.js';
import { prepare } from './prepare.js';
import { isScript, main, mustRun, npmProgram, say } from './run.js';

const inputs = [
  'index.html',
  'web',
  'public',
  'build/wasm/ropescope.mjs',
  'build/wasm/ropescope.wasm',
  'vite.config.js',
  'package-lock.json',
];

/** Builds what has changed: the core, then the site in `dist/`. */
export async function build() {
  await buildCore();
  await onceFor('build/site', fingerprint(inputs), ['dist/index.html', 'dist/ropescope.js'], async () => {
    say('Building dist/ …');
    await mustRun(npmProgram('vite'), ['build', '--logLevel', 'warn']);
  });
}

if (isScript(import.meta.url)) {
  await main(async () => {
    await prepare('build');
    await build();
    say('Built: dist/');
  });
}
