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

/** Ends what runs now. @type {Set<() => void>} */
const running = new Set();

/**
 * Runs a command of the shell, which finds npm's programs by their names; what it prints goes where this process prints.
 * @param {string} command
 * @param {{ cwd?: string, quiet?: boolean, interactive?: boolean }} [options] in the project's folder unless told otherwise; `quiet` tells what
 *   was printed only if the command fails; an `interactive` one, which may ask for a password, stays in the terminal's group
 * @throws {Failure} when it ends with anything but 0
 */
export function run(command, { cwd = root, quiet = false, interactive = false } = {}) {
  const env = { ...process.env, PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}` };
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn('sh', ['-c', command], { cwd, env, stdio, detached: !interactive });
  const stop = () => {
    try {
      process.kill(interactive ? Number(child.pid) : -Number(child.pid));
    } catch {
      // It has ended, and what it left behind still holds its output.
    }
  };
  running.add(stop);
  let kept = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (kept += text));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(stop);
      reject(error);
    });
    child.once('close', (code) => {
      running.delete(stop);
      if (code === 0) resolve(undefined);
      else reject(new Failure(`${kept}failed: ${command}`));
    });
  });
}

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Runs a script's work, and turns a failure into a message and exit code 1. What runs ends with it, and it with npm.
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
  const end = () => {
    for (const stop of running) stop();
    process.exit(process.exitCode ?? 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  // npm may die without a word to those that it started.
  const parent = process.env.npm_lifecycle_event && process.ppid;
  if (parent) setInterval(() => process.ppid === parent || end(), 1000).unref();
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
