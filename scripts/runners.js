import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { problemOf, readCTest, readVitest } from './reports.js';
import { Failure, npmProgram, root, run } from './run.js';

const reports = `${root}build/reports`;

/**
 * Runs one of Vitest's projects. A test that is skipped is a failure.
 * @param {string} project
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<string>} how many tests passed
 * @throws {Failure}
 */
export async function runVitest(project, env) {
  const report = freshReport(`vitest-${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const ended = await run(npmProgram('vitest'), args, { env });
  return judge('Vitest', ended, report, readVitest);
}

/**
 * Runs the native tests. A test that is skipped or disabled is a failure.
 * @returns {Promise<string>} how many tests passed
 * @throws {Failure}
 */
export async function runCTest() {
  const report = freshReport('ctest.xml');
  const args = ['--preset', 'native', '--parallel', '2', '--no-tests=error', '--output-junit', report];
  return judge('CTest', await run('ctest', args), report, readCTest);
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = `${reports}/${name}`;
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} runner
 * @param {boolean} ended whether the runner ended with 0
 * @param {string} report
 * @param {(text: string) => import('./reports.js').Outcome} read
 */
function judge(runner, ended, report, read) {
  if (!existsSync(report)) throw new Failure(`${runner} wrote no report`);
  const outcome = read(readFileSync(report, 'utf8'));
  const problem = problemOf(outcome);
  if (problem) throw new Failure(problem);
  if (!ended) throw new Failure(`${runner} failed outside its tests`);
  return `${outcome.total} tests`;
}
