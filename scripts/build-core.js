import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, onceFor } from './files.js';
import { prepare } from './prepare.js';
import { findCompiler, findProgram } from './programs.js';
import { isScript, main, mustRun, root, say } from './run.js';

/** Builds what has changed of the core as WebAssembly: `build/wasm/ropescope.mjs` and `ropescope.wasm`. */
export async function buildCore() {
  await configure('wasm', findProgram(['emcc']), ['emcmake', 'cmake', '--preset', 'wasm']);
  await mustRun('cmake', ['--build', '--preset', 'wasm'], { quiet: true });
}

/** Builds what has changed of the core and its tests for this machine: `build/native`. */
export async function buildNative() {
  await configure('native', findCompiler(), ['cmake', '--preset', 'native']);
  await mustRun('cmake', ['--build', '--preset', 'native']);
}

/**
 * CMake sees for itself when its own files change, but not when the compiler, the presets or the project's place do.
 * @param {string} preset
 * @param {string | undefined} compiler
 * @param {string[]} command
 */
async function configure(preset, compiler, [program, ...args]) {
  const folder = `build/${preset}`;
  const print = fingerprint(['CMakePresets.json'], [root, compiler ?? '']);
  await onceFor(`${folder}/configured`, print, [`${folder}/build.ninja`], async () => {
    say(`Configuring ${folder} …`);
    rmSync(join(root, folder), { recursive: true, force: true });
    await mustRun(program, args, { quiet: true });
  });
}

if (isScript(import.meta.url)) {
  await main(async () => {
    await prepare('build');
    await buildCore();
  });
}
