/** What the npm commands do: `node scripts/run.js test` makes ready what it needs, and then runs its steps. */
import { installNpmPackages, prepare } from './prepare.js';
import { Failure, isScript, main, root, run, say } from './tools.js';

/** @typedef {{ name: string, command: string, quiet?: boolean }} Step `quiet`: what it prints is seen only if it fails */

/**
 * CMake sees for itself when its own files change, but not when the presets or the project's place do.
 * @param {string} folder where a preset builds
 * @param {string} configure
 */
const configured = (folder, configure) =>
  `{ grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" ${folder}/CMakeCache.txt &&
     [ ${folder}/build.ninja -nt CMakePresets.json ]; } || { rm -rf ${folder} && ${configure}; }`;

/** @type {Step} */
const core = {
  name: 'The core as WebAssembly',
  command: `{ ${configured('build/wasm', 'emcmake cmake --preset wasm')}; } && cmake --build --preset wasm`,
  quiet: true,
};

/** @type {Step} */
const site = { name: 'The site', command: 'vite build --logLevel warn' };

/** @type {Step} */
const tools = {
  name: 'The command for this machine',
  command: 'cmake --preset tools && cmake --build --preset tools',
  quiet: true,
};

const sources = '$(find cpp tests/cpp -name "*.[ch]pp")';

/** @type {Step[]} */
const checks = [
  { name: 'Format and lint of JavaScript and CSS', command: 'biome check --error-on-warnings .' },
  { name: 'Format of C++', command: `clang-format --dry-run -Werror ${sources}` },
  { name: 'Import order', command: 'node scripts/import-order.js' },
  core,
  // The core's glue brings its types.
  { name: 'Types', command: 'tsc -p .' },
];

/** @type {Step[]} */
const test = [
  ...checks,
  {
    name: 'The core for this machine, with lint of C++',
    command: `{ ${configured('build/native', 'cmake --preset test')}; } && cmake --build --preset test`,
  },
  { name: 'Tests in C++', command: 'ctest --preset native' },
  { name: 'Tests in Node', command: 'vitest run --project node' },
  { name: 'Fuzz of the core', command: 'node scripts/fuzz.js --part core' },
  site,
  { name: 'Budgets', command: 'node scripts/budgets.js' },
  { name: 'Tests in Chromium', command: 'vitest run --project chromium' },
  { name: 'Fuzz of the element', command: 'node scripts/fuzz.js --part element' },
];

/** @param {readonly string[]} args of `npm run bench --` @returns {Step[]} */
const bench = (args) => [
  core,
  site,
  tools,
  { name: 'Bench', command: ['node tests/bench/run.js', ...args].join(' ') },
];

/**
 * The commands, and the goals of prepare.js that they need.
 * @type {Record<string, { goal: import('./prepare.js').Goal, steps: readonly Step[] }>}
 */
const commands = {
  build: { goal: 'build', steps: [core, site] },
  check: { goal: 'check', steps: checks },
  format: {
    goal: 'check',
    steps: [
      { name: 'JavaScript and CSS', command: 'biome check --write .' },
      { name: 'C++', command: `clang-format -i ${sources}` },
    ],
  },
  test: { goal: 'test', steps: test },
  'test:browsers': {
    goal: 'browsers',
    steps: [
      core,
      site,
      { name: 'Tests in Chromium, Firefox and WebKit', command: 'vitest run --project browsers' },
    ],
  },
  bench: { goal: 'bench', steps: bench(process.argv.slice(3)) },
  mutate: {
    goal: 'build',
    steps: [
      core,
      { name: 'Mutation', command: ['node tests/mutation/mutate.js', ...process.argv.slice(3)].join(' ') },
    ],
  },
  experiment: {
    goal: 'bench',
    steps: [core, tools, { name: 'Experiment', command: 'node scripts/experiment.js' }],
  },
};

/**
 * Runs a command's steps one after another; one that fails does not hide the later ones.
 * @param {string} name
 * @throws {Failure} when a step failed
 */
export async function runCommand(name) {
  const { goal, steps } = commands[name];
  await prepare(goal);
  if (name === 'bench') await installNpmPackages(`${root}tests/bench`);
  const results = [];
  for (const [index, step] of steps.entries()) {
    say(`\n[${index + 1}/${steps.length}] ${step.name}`);
    const start = performance.now();
    const problem = await run(step.command, step).then(
      () => undefined,
      (/** @type {Error} */ { message }) => message,
    );
    if (problem) say(problem);
    results.push({ ...step, problem, seconds: (performance.now() - start) / 1000 });
  }
  say('');
  for (const { name, problem, seconds } of results) {
    say(`${problem ? 'FAILED' : 'passed'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  const failed = results.filter(({ problem }) => problem).length;
  say(`${results.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Failure(`npm run ${name} failed`);
}

if (isScript(import.meta.url)) await main(() => runCommand(process.argv[2]));
