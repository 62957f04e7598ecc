import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that is told in one plain message, without a stack. */
export class Failure extends Error {
  name = 'Failure';
}

/**
 * Runs a program, in the project's folder unless told otherwise; what it prints goes where this process prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options] `env` is added to this
 * process's environment; `quiet` shows what was printed only if the program fails
 * @returns {Promise<boolean>} whether it ended with 0
 */
export function run(program, args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    /** @type {Buffer[]} */
    const kept = [];
    child.stdout?.on('data', (data) => kept.push(data));
    child.stderr?.on('data', (data) => kept.push(data));
    child.once('error', (error) => reject(new Failure(`${program} did not start: ${error.message}`)));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(code === 0);
    });
  });
}

/**
 * Like `run`, but a program that fails ends the work.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 * @throws {Failure} when it ends with anything but 0
 */
export async function mustRun(program, args, options) {
  if (await run(program, args, options)) return;
  throw new Failure(`${[program, ...args].join(' ').replaceAll(root, '')} failed`);
}

/**
 * The path of a program that an npm package brought.
 * @param {string} name
 */
export const npmProgram = (name) => `${root}node_modules/.bin/${name}`;

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Runs a script's work, and turns a failure into a message and exit code 1.
 * @param {() => Promise<boolean | void>} work false is a failure that was told already
 */
export async function main(work) {
  try {
    if ((await work()) === false) process.exitCode = 1;
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
