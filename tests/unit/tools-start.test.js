import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/tools.js';

/** A project with the scripts, and in place of what makes the core programs that do nothing: so it starts in a second. */
let folder = '';
/** @type {import('node:child_process').ChildProcess[]} */
let started = [];

/** @param {string} name @param {string} script */
function program(name, script) {
  const file = join(folder, 'programs', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ropescope-start-'));
  started = [];
  for (const name of ['scripts', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  // Packages that are older than the lock would be installed again: here that would be those of the project itself.
  utimesSync(join(folder, 'package-lock.json'), 0, 0);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Here</title>');
  writeFileSync(join(folder, 'vite.config.js'), "export default { preview: { host: '127.0.0.1' } };");
  mkdirSync(join(folder, 'programs'));
  for (const name of ['emcc', 'emcmake', 'cmake', 'ninja']) program(name, 'exit 0');
});

afterEach(() => {
  for (const { pid } of started) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
  rmSync(folder, { recursive: true });
});

/** @param {string[]} args of npm @param {{ uid?: number }} [options] */
function npm(args, options) {
  const PATH = `${join(folder, 'programs')}:${process.env.PATH}`;
  // Without what the npm that runs these tests tells its scripts.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^VITEST|^NODE_ENV$/i.test(name));
  const env = { ...Object.fromEntries(own), PATH, HOME: folder, npm_config_update_notifier: 'false' };
  const child = spawn('npm', args, { cwd: folder, env, detached: true, ...options });
  started.push(child);
  const result = { child, text: '', code: /** @type {number | null | undefined} */ (undefined) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (result.text += data));
  child.once('close', (code) => {
    result.code = code;
  });
  return result;
}

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} name of a file that a program writes its process's id to */
const pidIn = (name) =>
  vi.waitFor(() => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toMatch(/\d\n/);
    return Number(text);
  }, soon);

const soon = { timeout: 30_000, interval: 100 };
const patient = 90_000;

test(
  'a script that is ended ends what it runs, after what has ended already',
  async () => {
    // It is gone when the script is ended, and one of another group still holds its output.
    const gone = `node -e "require('child_process').spawn('sleep', ['5'], { detached: true, stdio: 'inherit' }).unref()"`;
    const script = `import { main, run } from "./scripts/tools.js";
      await main(() => Promise.all([${JSON.stringify(`${gone}; echo $$ > gone`)}, "echo $$ > stays; exec sleep 600"].map(
        (command) => run(command, { cwd: ${JSON.stringify(folder)}, quiet: true }))));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      detached: true,
    });
    started.push(child);
    const [gonePid, pid] = [await pidIn('gone'), await pidIn('stays')];
    const isGone = (/** @type {number} */ pid) => () => expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await vi.waitFor(isGone(gonePid), soon);
    child.kill('SIGTERM');
    await vi.waitFor(isGone(pid), soon);
  },
  patient,
);

describe('npm start', () => {
  // One that is killed outright can tell nobody.
  test.each(/** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGKILL']))(
    'leaves nothing behind when npm gets %s while it serves',
    async (signal) => {
      const port = await freePort();
      const started = npm(['start', '--', '--port', String(port)]);
      await vi.waitFor(() => expect(started.text).toContain(`http://127.0.0.1:${port}/`), soon);
      expect(await answers(port)).toBe(true);
      started.child.kill(signal);
      await vi.waitFor(async () => expect(await answers(port)).toBe(false), soon);
    },
    patient,
  );

  test(
    'leaves nothing behind when npm gets SIGTERM while it builds',
    async () => {
      program('cmake', `echo $$ > "${folder}/pid"; exec sleep 600`);
      const started = npm(['start']);
      const pid = await pidIn('pid');
      started.child.kill('SIGTERM');
      await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), soon);
    },
    patient,
  );

  test(
    'says what to do where it may not write',
    async () => {
      // Root may write everywhere: it is run by nobody then.
      chmodSync(folder, 0o555);
      const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
      const started = npm(['start'], nobody);
      await vi.waitFor(() => expect(started.code).toBe(1), soon);
      expect(started.text).toContain(
        `Ropescope cannot write to ${folder}/: give yourself the right to, or copy the project`,
      );
      expect(started.text).not.toMatch(/EACCES|\n\s+at /);
      chmodSync(folder, 0o755);
    },
    patient,
  );

  test.each([
    ['npm could not reach its registry: connect to the network', 'npm error code ENOTFOUND'],
    ['npm could not reach its registry', 'npm error FetchError: connect ECONNREFUSED 10.0.0.1:443'],
    ['npm error The lock file is broken', 'npm error The lock file is broken'],
  ])(
    'says “%s” where npm says “%s”',
    async (said, printed) => {
      rmSync(join(folder, 'node_modules'));
      mkdirSync(join(folder, 'node_modules'));
      // The real npm starts the script, which finds this one.
      program('npm', `echo "${printed}" >&2; exit 1`);
      const script =
        'import { prepare } from "./scripts/prepare.js"; import { main } from "./scripts/tools.js"; await main(() => prepare("build"));';
      const env = {
        ...process.env,
        PATH: `${join(folder, 'programs')}:${process.env.PATH}`,
        npm_execpath: '',
      };
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: folder,
        env,
        detached: true,
      });
      started.push(child);
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
      const code = await new Promise((resolve) => child.once('close', resolve));
      expect(code).toBe(1);
      expect(text).toContain(said);
      if (said !== printed) expect(text).not.toMatch(/ENOTFOUND|ECONNREFUSED/);
    },
    patient,
  );
});
