import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { Failure, isScript, main, root, say } from './tools.js';

/** A room may import what stands below it, never its own height: charts, settings and core do not know each other. */
const heights = new Map([
  ['web/page', 4],
  ['web/element', 3],
  ['web/figures', 2],
  ['web/charts', 1],
  ['web/settings', 1],
  ['web/core', 1],
  ['web/dom', 0],
]);

/** Npm packages, each with the one room that may import it. */
const packages = new Map([['chart.js', 'web/charts']]);

/** What several figures share; a figure knows no other. */
const common = ['shared', 'models'];

/**
 * Checks that imports go one way between the rooms of `web/`, that no figure imports from another, that only `web/core` touches the
 * built core, and that only `cpp/bindings.cpp` includes Emscripten's headers.
 * @param {string} folder the project's folder
 * @returns {string[]} what is wrong, each with its file
 */
export function checkImportOrder(folder) {
  const rooms = ['cpp', 'web'].filter((room) => existsSync(join(folder, room)));
  const files = rooms.flatMap((room) => filesUnder(room, folder));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    if (/^web\/.*\.m?[jt]s$/.test(file)) return checkImports(file, text);
    return file.startsWith('cpp/') ? checkHeaders(file, text) : [];
  });
}

/**
 * @param {string} path relative to `folder`
 * @param {string} [folder]
 * @returns {string[]} all files there, sorted, relative to `folder`, with slashes
 */
export function filesUnder(path, folder = root) {
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .sort();
}

/** @param {string} file @param {string} text */
function checkHeaders(file, text) {
  if (file === 'cpp/bindings.cpp') return [];
  const headers = [...text.matchAll(/^\s*#\s*include\s*[<"](emscripten[^>"]*)[>"]/gm)];
  return headers.map(([, header]) => `${file} includes ${header}; only cpp/bindings.cpp may`);
}

/** @param {string} file @param {string} text */
function checkImports(file, text) {
  const { requests, errors } = requestsOf(file, text);
  return [
    ...errors.map((error) => `${file} cannot be parsed: ${error}`),
    ...requests.flatMap((request) => {
      const problem = problemOf(file, request);
      return problem ? [`${file} imports ${request}: ${problem}`] : [];
    }),
  ];
}

/**
 * Everything that a module names from outside: imports, re-exports, dynamic imports, types in comments, and files
 * beside it by `new URL(…, import.meta.url)`.
 * @param {string} file
 * @param {string} text
 * @returns {{ requests: string[], errors: string[] }}
 */
export function requestsOf(file, text) {
  const { module, comments, errors } = parseSync(file, text);
  if (errors.length > 0) return { requests: [], errors: errors.map(({ message }) => message) };
  const found = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest.value);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const source = text.slice(moduleRequest.start, moduleRequest.end);
    found.push(/^(['"`])([^$]*)\1$/.exec(source)?.[2] ?? source);
  }
  for (const { value } of comments) {
    for (const [, , request] of value.matchAll(/(\bimport\(\s*|@import\b[^'"]*from\s*)['"]([^'"]+)['"]/g)) {
      if (request) found.push(request);
    }
  }
  if (module.importMetas.length > 0) {
    for (const [, , request] of text.matchAll(/new URL\(\s*(['"`])(.*?)\1\s*,\s*import\.meta\.url/g)) {
      if (request) found.push(request);
    }
  }
  return { requests: [...new Set(found)], errors: [] };
}

/**
 * @param {string} file
 * @param {string} request
 * @returns {string | undefined}
 */
function problemOf(file, request) {
  const from = roomOf(file);
  if (!request.startsWith('.')) {
    const owner = packages.get(request.split('/')[0] ?? '');
    if (owner === undefined) return 'no room may';
    return owner === from ? undefined : `only ${owner} may`;
  }
  const target = posix.join(posix.dirname(file), request);
  if (/^build\/wasm\/[^/]+$/.test(target)) return from === 'web/core' ? undefined : 'only web/core may';
  const to = roomOf(target);
  if (to === from) return siblingProblem(file, target);
  const [high, low] = [heights.get(from), heights.get(to)];
  if (high === undefined) return `${from} is no room of the design`;
  if (low === undefined) return `${to} is no room of the design`;
  return low < high ? undefined : `${from} may not know ${to}`;
}

/** @param {string} file @param {string} target in the same room @returns {string | undefined} */
function siblingProblem(file, target) {
  const [one, other] = [figureOf(file), figureOf(target)];
  if (one === undefined || other === undefined || one === other || common.includes(other)) return undefined;
  return common.includes(one) ? `${one} may not know a figure` : `a figure may not know another`;
}

/** The folder of a file under `web/figures/`. @param {string} file */
const figureOf = (file) => /^web\/figures\/([^/]+)\//.exec(file)?.[1];

/** @param {string} file */
const roomOf = (file) => file.split('/').slice(0, 2).join('/');

if (isScript(import.meta.url)) {
  await main(async () => {
    const problems = checkImportOrder(root);
    if (problems.length > 0) throw new Failure(problems.join('\n'));
    say('Imports go one way.');
  });
}
