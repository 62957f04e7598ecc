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

/** What the steps' own scripts get. */
const args = process.argv.slice(3).filter((arg) => arg !== '--install');

/** @typedef {{ goal: import('./prepare.js').Goal, steps: readonly Step[] }} Command */

/** @param {string} name @param {string} script that gets what the command was given @param {readonly string[]} [given] @returns {Step} */
const script = (name, script, given = args) => ({ name, command: ['node', script, ...given].join(' ') });

/** @param {readonly string[]} given @returns {Command} what the part that is asked for needs */
export function fuzzing(given) {
  const fuzz = script('Fuzz', 'scripts/fuzz.js', given);
  const targets = `{ ${configured('build/fuzz', 'cmake --preset fuzz')}; } && cmake --build --preset fuzz`;
  if (given.includes('--native'))
    return {
      goal: 'native fuzz',
      steps: [{ name: 'The fuzz targets', command: targets, quiet: true }, fuzz],
    };
  if (/--part[ =]core/.test(given.join(' '))) return { goal: 'build', steps: [core, fuzz] };
  return { goal: 'fuzz', steps: [core, site, fuzz] };
}

/**
 * The commands, and the goals of prepare.js that they need.
 * @type {Record<string, Command>}
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
  bench: { goal: 'bench', steps: [core, site, tools, script('Bench', 'tests/bench/run.js')] },
  fuzz: fuzzing(args),
  mutate: { goal: 'build', steps: [core, script('Mutation', 'tests/mutation/mutate.js')] },
  experiment: { goal: 'bench', steps: [core, tools, script('Experiment', 'scripts/experiment.js', [])] },
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

if (isScript(import.meta.url)) {
  const [, , name] = process.argv;
  // What only tells how it is used needs nothing made ready.
  const isHelp = name === 'fuzz' && args.includes('--help');
  await main(() => (isHelp ? run('node scripts/fuzz.js --help') : runCommand(name)));
}
