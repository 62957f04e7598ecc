import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that is told in one plain message, without a stack. */
export class Failure extends Error {
  name = 'Failure';
}

/**
 * Runs a command of the shell, which finds npm's programs by their names; what it prints goes where this process prints.
 * @param {string} command
 * @param {{ cwd?: string, quiet?: boolean }} [options] in the project's folder unless told otherwise; `quiet` shows what was printed
 *   only if the command fails
 * @throws {Failure} when it ends with anything but 0
 */
export function run(command, { cwd = root, quiet = false } = {}) {
  const env = { ...process.env, PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}` };
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', ...outputs(quiet)] });
  /** @type {Buffer[]} */
  const kept = [];
  child.stdout?.on('data', (data) => kept.push(data));
  child.stderr?.on('data', (data) => kept.push(data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(undefined);
      process.stderr.write(Buffer.concat(kept));
      reject(new Failure(`failed: ${command}`));
    });
  });
}

/** @param {boolean} quiet @returns {('pipe' | 'inherit')[]} */
const outputs = (quiet) => (quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit']);

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Runs a script's work, and turns a failure into a message and exit code 1.
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const { message, stack } = /** @type {Error} */ (error);
    process.stderr.write(`${error instanceof Failure ? message : stack}\n`);
    process.exitCode = 1;
  }
}

/**
 * Whether a module is the script that node was started with.
 * @param {string} url the module's `import.meta.url`
 */
export const isScript = (url) => {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && fileURLToPath(url) === realpathSync(script);
};
