import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.js';

/**
 * All files under some files and folders, sorted.
 * @param {readonly string[]} paths relative to `folder`; those that do not exist count for nothing
 * @param {string} [folder]
 * @returns {string[]} relative to `folder`, with slashes
 */
export function filesUnder(paths, folder = root) {
  return paths
    .flatMap((path) => {
      const full = join(folder, path);
      if (!existsSync(full)) return [];
      if (!statSync(full).isDirectory()) return [path];
      const names = readdirSync(full).filter((name) => name !== 'node_modules');
      return filesUnder(
        names.map((name) => `${path}/${name}`),
        folder,
      );
    })
    .sort();
}

/**
 * A fingerprint of files' names and contents, and of some words.
 * @param {readonly string[]} paths files and folders, relative to the project's folder
 * @param {readonly string[]} [words]
 * @returns {string}
 */
export function fingerprint(paths, words = []) {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.update(words.join('\0')).digest('hex');
}

/**
 * Does work only if what it depends on has changed since it last succeeded.
 * @param {string} stamp file that remembers, relative to the project's folder
 * @param {string} print what the work depends on, as a fingerprint
 * @param {readonly string[]} results files that must be there afterwards
 * @param {() => Promise<void>} work
 */
export async function onceFor(stamp, print, results, work) {
  const file = join(root, stamp);
  const done = results.every((result) => existsSync(join(root, result)));
  if (done && existsSync(file) && readFileSync(file, 'utf8') === print) return;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}
