import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
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
 * @param {readonly string[]} candidates names to look up in the search path, or absolute paths
 * @param {string} [path] the search path
 * @returns {string | undefined} an absolute path
 */
export function findProgram(candidates, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter(Boolean);
  return candidates
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(isExecutable);
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

/**
 * @param {string} variable environment variable that names a program or its path
 * @param {readonly string[]} candidates where it is usually found
 * @returns {() => string | undefined} finds an absolute path
 */
const finder = (variable, candidates) => () => {
  const wanted = process.env[variable];
  return findProgram(wanted ? [wanted] : candidates);
};

/** Chromium, or Chrome. */
export const findChromium = finder('CHROMIUM_PATH', [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]);

export const findFirefox = finder('FIREFOX_PATH', [
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]);

/** WebKitGTK's WebDriver. */
export const findWebKitDriver = finder('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);

/** The X server without a screen. */
export const findXvfb = finder('XVFB_PATH', ['Xvfb']);

export const findCompiler = finder('CXX', ['c++', 'g++', 'clang++']);

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

/** Clang's own libraries, where libFuzzer is among them: several systems have it in a package of its own. */
export const hasFuzzer = () =>
  spawnSync('sh', ['-c', 'ls "$(clang++ -print-runtime-dir)"/libclang_rt.fuzzer*']).status === 0;

/** Where Python is: the search path's may be a person's own, without what the system's packages bring to the others. */
const pythons = [
  'python3',
  '/usr/bin/python3',
  '/usr/local/bin/python3',
  '/opt/homebrew/bin/python3',
  'python',
];

/**
 * A Python that has some modules: `PYTHON_PATH` if it is set, otherwise the first of those that are usually there.
 * @param {...string} modules such as `numpy`
 * @returns {string | undefined} an absolute path
 */
export function findPython(...modules) {
  const wanted = process.env.PYTHON_PATH;
  const code = modules.map((name) => `import ${name}`).join('\n');
  return (wanted ? [wanted] : pythons)
    .map((place) => findProgram([place]))
    .find((python) => python && spawnSync(python, ['-c', code], { stdio: 'ignore' }).status === 0);
}
