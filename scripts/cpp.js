import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { filesUnder } from './files.js';
import { Failure, mustRun, root, run } from './run.js';

const sources = () => filesUnder(['cpp', 'tests/cpp']).filter((file) => /\.(cpp|hpp|h)$/.test(file));

/** Checks that clang-format would change nothing. */
export const checkCppFormat = () => mustRun('clang-format', ['--dry-run', '-Werror', ...sources()]);

/** Lets clang-format write the C++ sources anew. */
export const formatCpp = () => mustRun('clang-format', ['-i', ...sources()]);

/**
 * Runs clang-tidy over what the native build compiles; every warning is a failure.
 * @returns {Promise<string>} how many files were read
 * @throws {Failure}
 */
export async function lintCpp() {
  /** @type {{ file: string }[]} */
  const commands = JSON.parse(readFileSync(`${root}build/native/compile_commands.json`, 'utf8'));
  const files = [...new Set(commands.map(({ file }) => file))];
  const waiting = [...files];
  /** @type {string[]} */
  const bad = [];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const args = ['-p', 'build/native', '--quiet', '--warnings-as-errors=*', file];
      if (!(await run('clang-tidy', args, { quiet: true }))) bad.push(file.replace(root, ''));
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, worker));
  if (bad.length > 0) throw new Failure(`clang-tidy: ${bad.join(', ')}`);
  return `${files.length} files`;
}
