import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} file from the root */
export const read = (file) => readFileSync(`${root}/${file}`, 'utf8');

/** @param {string} file @returns {string[]} the modules that are loaded as soon as it is */
function loadedBy(file) {
  const { staticImports, staticExports } = parseSync(file, read(file)).module;
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
  ];
  return requests.flatMap((request) =>
    request?.startsWith('.') ? [posix.join(posix.dirname(file), request.replace(/\?.*/, ''))] : [],
  );
}

/** @param {string} file @returns {Set<string>} all that is loaded with it */
export function reachedFrom(file) {
  const found = new Set([file]);
  for (const each of found) for (const next of loadedBy(each)) if (next.startsWith('web/')) found.add(next);
  return found;
}
