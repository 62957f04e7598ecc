import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Flags that keep Chromium quiet and off the network, and let it run as root and without a GPU. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The first of several programs that is there.
 * @param {readonly string[]} candidates names to look up in the search path, or absolute paths, in which a part may
 * be `*` or end in `*`
 * @param {string} [path] the search path
 * @returns {string | undefined} an absolute path
 */
export function findProgram(candidates, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter(Boolean);
  for (const candidate of candidates) {
    const files = isAbsolute(candidate)
      ? expand(candidate)
      : folders.map((folder) => join(folder, candidate));
    const found = files.find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

/**
 * Chromium, or Chrome: `CHROMIUM_PATH` if it is set, otherwise where it is usually found.
 * @returns {string | undefined} an absolute path
 */
export function findChromium() {
  return findNamed('CHROMIUM_PATH', [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]);
}

/** @returns {string | undefined} Firefox: `FIREFOX_PATH`, or where it is usually found */
export function findFirefox() {
  return findNamed('FIREFOX_PATH', [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
}

/** @returns {string | undefined} WebKitGTK's WebDriver: `WEBKIT_DRIVER_PATH`, or the search path's */
export function findWebKitDriver() {
  return findNamed('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);
}

/** @returns {string | undefined} the X server without a screen: `XVFB_PATH`, or the search path's */
export function findXvfb() {
  return findNamed('XVFB_PATH', ['Xvfb']);
}

/** @returns {string | undefined} the C++ compiler: `CXX`, or the search path's */
export function findCompiler() {
  return findNamed('CXX', ['c++', 'g++', 'clang++']);
}

/**
 * Asks the C++ compiler whether it finds a header, wherever its include folders are.
 * @param {string} header
 * @returns {boolean}
 */
export function hasHeader(header) {
  const compiler = findCompiler();
  if (!compiler) return false;
  const input = `#if !__has_include(<${header}>)\n#error\n#endif\n`;
  return spawnSync(compiler, ['-std=c++20', '-E', '-x', 'c++', '-'], { input }).status === 0;
}

/**
 * @param {string} variable environment variable that names a program or its path
 * @param {readonly string[]} candidates
 */
function findNamed(variable, candidates) {
  const wanted = process.env[variable];
  return findProgram(wanted ? [wanted] : candidates);
}

/** @param {string} pattern @returns {string[]} */
function expand(pattern) {
  let paths = ['/'];
  for (const part of pattern.split('/').filter(Boolean)) {
    if (part.endsWith('*')) paths = paths.flatMap((folder) => entries(folder, part.slice(0, -1)));
    else paths = paths.map((folder) => join(folder, part));
  }
  return paths;
}

/** @param {string} folder @param {string} prefix @returns {string[]} */
function entries(folder, prefix) {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
