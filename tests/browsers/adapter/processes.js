import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<number>} process groups that this module started and that still run */
const groups = new Set();
/** @type {Set<string>} temporary folders that this module made */
const folders = new Set();
let watching = false;

/** @param {number} group */
function killGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // already gone
  }
  groups.delete(group);
}

function endAll() {
  for (const group of groups) killGroup(group);
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 50 });
    } catch {
      // a browser that is just dying may still write into it
    }
  }
}

function watchExit() {
  if (watching) return;
  watching = true;
  process.once('exit', endAll);
  // A worker whose parent is gone would leave its browsers behind.
  process.once('disconnect', endAll);
  for (const [signal, number] of /** @type {[NodeJS.Signals, number][]} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.once(signal, () => {
      endAll();
      process.exit(128 + number);
    });
  }
}

/**
 * Starts a program as the leader of its own process group, so that it and its children, and nothing else, can be ended.
 * @param {string} path
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions }} [options] `env` is added to this process's environment
 * @returns {ChildProcess}
 */
export function start(path, args, { env = {}, stdio = 'ignore' } = {}) {
  watchExit();
  const child = spawn(path, args, { detached: true, stdio, env: { ...process.env, ...env } });
  child.on('error', () => {});
  if (child.pid !== undefined) groups.add(child.pid);
  return child;
}

/**
 * Lets a library's browser, started as the leader of its own process group, be ended with this process. Vitest gives a
 * worker little time, too little for a library that closes politely.
 * @param {ChildProcess | null} child
 */
export function adopt(child) {
  const pid = child?.pid;
  if (pid === undefined) return;
  watchExit();
  groups.add(pid);
  child?.once('exit', () => groups.delete(pid));
}

/**
 * Ends a program that `start` started, with its children, and waits until it is gone.
 * @param {ChildProcess | undefined} child
 * @returns {Promise<void>}
 */
export async function end(child) {
  if (child?.pid === undefined) return;
  const over = child.exitCode !== null || child.signalCode !== null;
  const gone = over ? undefined : new Promise((resolve) => child.once('exit', resolve));
  killGroup(child.pid);
  await gone;
}

/** @returns {string} a new temporary folder, removed by `removeFolder` or at the end of this process */
export function makeFolder() {
  watchExit();
  const folder = mkdtempSync(join(tmpdir(), 'ropescope-browser-'));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @returns {Promise<number>} a port on 127.0.0.1 that is free now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {string | undefined} path
 * @param {string} what
 * @param {string} variable the environment variable that can name it
 * @returns {string}
 * @throws {Error} when there is no path
 */
export function needProgram(path, what, variable) {
  if (!path) throw new Error(`${what} was not found: install it, or set ${variable} to its path`);
  return path;
}

/**
 * Rejects when a promise takes longer than `ms`, and says what took so long.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function within(promise, ms, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
