/**
 * `npm run mutate -- web/settings` changes the code in small ways, one at a time, and tells which changes no test in Node notices.
 * Without paths it does so for all that computes: the settings, the core and what figures compute. It fails where more than 15 % of
 * the changes go unnoticed. Reports are in build/mutation; what an earlier run found out, and still holds, is not tried again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { filesUnder } from '../../scripts/import-order.js';
import { Failure, isScript, main, root, say } from '../../scripts/tools.js';

/** @typedef {{ room: string, name: string, files: string[], tests: string[] }} Part files, and the tests that shall notice their changes */

/** Of a hundred changes. */
const mostUnnoticed = 15;

/** Tests in browsers hold what a figure says and draws, and what it listens to; Python runs the programs that it gives. */
const presenting = /\/(choosing|figure|formula|index|lines|pointer|python|styles|text)\.js$/;
const drawing = /^(import|}) .*from '[./]*\/(charts|dom)\//m;

/** How the names of tests go on after `figures`, where not with the name of the figure's folder. */
const otherTests = new Map([
  ['models', ['-models*', '-exports*']],
  ['shared', ['*']],
  ['vectors', ['', '-vectors*']],
]);

/** @returns {Part[]} */
function parts() {
  const inside = readdirSync(`${root}web/figures`, { withFileTypes: true });
  const figures = inside.filter((entry) => entry.isDirectory());
  return [
    ...['settings', 'core'].map((name) => ({
      room: name,
      name,
      files: filesUnder(`web/${name}`).filter((file) => /(?<!\/index)\.js$/.test(file)),
      tests: [`tests/unit/${name}-*.test.js`],
    })),
    ...figures.map(({ name }) => ({
      room: 'figures',
      name: `figures-${name}`,
      files: filesUnder(`web/figures/${name}`).filter(computes),
      tests: (otherTests.get(name) ?? [`-${name}*`]).map((rest) => `tests/unit/figures${rest}.test.js`),
    })),
  ];
}

/** @param {string} file in the folder of a figure */
const computes = (file) =>
  /\.js$/.test(file) && !presenting.test(file) && !drawing.test(readFileSync(`${root}${file}`, 'utf8'));

/** @param {Part} part @returns {ConstructorParameters<typeof Stryker>[0]} */
const optionsOf = ({ name, files }) => ({
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.js', related: false },
  mutate: files,
  // Words are read by people; numbers, conditions, calls and the rest of the code by tests.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Of what is built, the copy that is changed needs the core alone. Without tsconfig.json, Stryker looks for no TypeScript before 7.
  ignorePatterns: ['/build/*', '!/build/wasm', '/dist', '/tsconfig.json'],
  incremental: true,
  incrementalFile: `build/mutation/${name}.json`,
  reporters: ['clear-text', 'html', 'progress-append-only'],
  htmlReporter: { fileName: `build/mutation/${name}.html` },
  clearTextReporter: { logTests: false, reportTests: false },
  concurrency: availableParallelism(),
  // A loop without end is seen by its count of turns; only what hangs otherwise must be waited for.
  timeoutMS: 60_000,
});

/**
 * @param {readonly string[]} paths files and folders
 * @throws {Failure} when too many changes go unnoticed
 */
export async function mutate(paths) {
  const chosen = parts()
    .map((part) => ({ ...part, files: part.files.filter((file) => isIn(file, paths)) }))
    .filter(({ files }) => files.length > 0);
  if (chosen.length === 0) throw new Failure(`nothing that computes is in ${paths.join(', ')}`);
  /** @type {Map<string, Awaited<ReturnType<Stryker['runMutationTest']>>>} */
  const found = new Map();
  for (const part of chosen) {
    say(`\n${part.name}`);
    process.env.MUTATION_TESTS = part.tests.join(' ');
    const mutants = await new Stryker(optionsOf(part)).runMutationTest();
    found.set(part.room, [...(found.get(part.room) ?? []), ...mutants]);
  }
  const shares = Array.from(found, ([room, mutants]) => {
    const count = (/** @type {string[]} */ ...states) =>
      mutants.filter(({ status }) => states.includes(status)).length;
    const noticed = count('Killed', 'Timeout');
    const all = noticed + count('Survived', 'NoCoverage');
    const share = all === 0 ? 0 : (100 * (all - noticed)) / all;
    say(`web/${room}: ${all} changes, ${all - noticed} unnoticed, ${share.toFixed(1)} %`);
    return share;
  });
  if (shares.some((share) => share > mostUnnoticed)) throw new Failure(`more than ${mostUnnoticed} %`);
}

/** @param {string} file @param {readonly string[]} paths */
const isIn = (file, paths) =>
  paths.length === 0 || paths.some((path) => `${file}/`.startsWith(`${path.replace(/\/$/, '')}/`));

if (isScript(import.meta.url)) await main(() => mutate(process.argv.slice(2)));
