import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, root, say } from './run.js';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked */
/** @typedef {{ packages?: Record<string, Locked> }} Lock */

/**
 * Whether what npm installed is what the lock file says. Optional packages may be missing: most are for other systems.
 * @param {Lock} lock content of package-lock.json
 * @param {Lock} installed content of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function sameTree(lock, installed) {
  const wanted = lock.packages ?? {};
  const there = installed.packages ?? {};
  return (
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const found = there[path];
      if (!found) return entry.optional === true;
      const same = entry.integrity === undefined || found.integrity === entry.integrity;
      return same && found.version === entry.version;
    }) && Object.keys(there).every((path) => path in wanted)
  );
}

/**
 * Installs npm packages from the lock file, unless they are there.
 * @param {string} [folder] where package.json is
 */
export async function installNpmPackages(folder = root) {
  const hidden = join(folder, 'node_modules/.package-lock.json');
  if (existsSync(hidden) && sameTree(readJson(join(folder, 'package-lock.json')), readJson(hidden))) return;
  say('Installing npm packages …');
  // npm tells its scripts where it is; another npm on the path may be older.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  if (npm?.endsWith('.js')) await mustRun(process.execPath, [npm, ...args], { cwd: folder });
  else await mustRun('npm', args, { cwd: folder });
}

/** @param {string} file */
const readJson = (file) => /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
