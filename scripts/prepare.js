import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as programs from './programs.js';
import { Failure, root, run, say } from './tools.js';

/** @typedef {'apt-get' | 'dnf' | 'pacman' | 'brew'} Manager */
/** @typedef {Record<Manager, string | undefined>} Packages a package's name, by who has it */

/**
 * Something that the system's package manager brings.
 * @typedef {object} Requirement
 * @property {string} name what a person calls it
 * @property {() => unknown} present whether it is there already
 * @property {Packages} packages
 */

/** @param {string} usual @param {Partial<Packages>} [others] @returns {Packages} */
const named = (usual, others) => ({ 'apt-get': usual, dnf: usual, pacman: usual, brew: usual, ...others });

/** @param {...string} names one of them will do */
const has =
  (...names) =>
  () =>
    programs.findProgram(names);

/** @type {Requirement[]} */
const build = [
  { name: 'Emscripten', present: has('emcc'), packages: named('emscripten') },
  { name: 'CMake', present: has('cmake'), packages: named('cmake') },
  {
    name: 'Ninja',
    present: has('ninja', 'ninja-build'),
    packages: named('ninja-build', { pacman: 'ninja', brew: 'ninja' }),
  },
];

/** @type {Requirement} */
const clangFormat = {
  name: 'clang-format',
  present: has('clang-format'),
  packages: named('clang-format', { dnf: 'clang-tools-extra', pacman: 'clang' }),
};

/** @type {Requirement} */
const compiler = {
  name: 'a C++ compiler',
  present: programs.findCompiler,
  packages: named('gcc', { 'apt-get': 'g++', dnf: 'gcc-c++' }),
};

/** @type {Requirement} */
const chromium = { name: 'Chromium', present: programs.findChromium, packages: named('chromium') };

/** @type {Requirement} */
export const numpy = {
  name: 'NumPy for Python 3',
  present: () => programs.findPython('numpy'),
  packages: named('python3-numpy', { pacman: 'python-numpy', brew: 'numpy' }),
};

/** @type {Requirement} */
const clang = {
  name: 'Clang with libFuzzer',
  present: programs.hasFuzzer,
  packages: named('clang compiler-rt', { 'apt-get': 'clang libclang-rt-dev', brew: 'llvm' }),
};

/** @type {Requirement[]} of the tests in C++ */
const libraries = [
  {
    name: 'GoogleTest',
    present: () => programs.hasHeader('gtest/gtest.h'),
    packages: named('gtest', { 'apt-get': 'libgtest-dev', dnf: 'gtest-devel', brew: 'googletest' }),
  },
  {
    name: 'JSON for Modern C++',
    present: () => programs.hasHeader('nlohmann/json.hpp'),
    packages: named('nlohmann-json', { 'apt-get': 'nlohmann-json3-dev', dnf: 'json-devel' }),
  },
];

/** @type {Requirement} */
const clangTidy = {
  name: 'clang-tidy',
  present: has('clang-tidy'),
  packages: named('clang-tidy', { dnf: 'clang-tools-extra', pacman: 'clang', brew: 'llvm' }),
};

/** @type {Requirement[]} */
const browsers = [
  {
    name: 'Firefox',
    present: programs.findFirefox,
    packages: named('firefox', { 'apt-get': 'firefox-esr' }),
  },
  {
    name: "WebKitGTK's WebDriver",
    present: programs.findWebKitDriver,
    packages: named('webkit2gtk-driver', { pacman: 'webkit2gtk-4.1', brew: undefined }),
  },
  {
    name: 'Xvfb',
    present: programs.findXvfb,
    packages: named('xvfb', {
      dnf: 'xorg-x11-server-Xvfb',
      pacman: 'xorg-server-xvfb',
      brew: undefined,
    }),
  },
];

/**
 * What each goal needs from the system.
 * @satisfies {Record<string, readonly Requirement[]>}
 */
export const requirements = {
  build,
  check: [...build, clangFormat],
  bench: [...build, compiler, chromium],
  test: [...build, clangFormat, compiler, ...libraries, clangTidy, numpy, chromium],
  fuzz: [...build, chromium],
  'native fuzz': [...build, clang, ...libraries],
  browsers: [...build, chromium, ...browsers],
};

/** @typedef {keyof typeof requirements} Goal */

/**
 * Makes sure that everything a goal needs is there. What the system lacks is installed by root, or by whoever says
 * `--install`; others are told the command. npm packages are always installed.
 * @param {Goal} goal
 * @throws {Failure} when something is missing
 */
export async function prepare(goal) {
  checkNode(process.versions.node);
  checkWritable();
  const lacking = () => requirements[goal].filter(({ present }) => !present());
  const missing = lacking();
  if (missing.length > 0) await install(missing);
  const still = lacking().map(({ name }) => name);
  if (still.length > 0) throw new Failure(`Still missing after the installation: ${still.join(', ')}.`);
  await installNpmPackages();
}

/**
 * @param {string} version such as 20.19.0
 * @throws {Failure} when it is too old
 */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(`Ropescope needs node 20.19 or later; this is ${version}.`);
}

/** @throws {Failure} where something has to be written, and cannot be */
function checkWritable() {
  for (const folder of ['', 'node_modules', 'build', 'dist'].map((name) => root + name).filter(existsSync)) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      throw new Failure(
        `Ropescope cannot write to ${folder}: give yourself the right to, or copy the project to a folder of your own.`,
      );
    }
  }
}

/** @param {readonly Requirement[]} missing */
async function install(missing) {
  const names = missing.map(({ name }) => name).join(', ');
  const manager = managers.find((name) => programs.findProgram([name]));
  const { packages, unknown } = packagesOf(manager, missing);
  if (!manager || unknown.length > 0) {
    const who = manager ?? 'apt-get, dnf, pacman or brew';
    throw new Failure(
      `Missing: ${names}.\nPlease install by hand what ${who} cannot: ${unknown.join(', ')}.`,
    );
  }
  const asRoot = process.getuid?.() === 0;
  const command = installCommand(manager, packages, asRoot);
  // `npm start --install` lands in npm's own settings; `npm start -- --install` here.
  const wanted = process.argv.includes('--install') || process.env.npm_config_install === 'true';
  if (!asRoot && !wanted) {
    throw new Failure(
      `Missing: ${names}.\nInstall with this command, or run this one again with -- --install:\n\n  ${command}\n`,
    );
  }
  say(`Missing: ${names}.\n${command}`);
  await run(command, { interactive: true });
}

/** @type {readonly Manager[]} */
const managers = ['apt-get', 'dnf', 'pacman', 'brew'];

/**
 * The one shell command that installs what is missing.
 * @param {Manager} manager
 * @param {readonly string[]} packages
 * @param {boolean} asRoot whether it will be run by root, and so needs no sudo
 * @returns {string}
 */
export function installCommand(manager, packages, asRoot) {
  const names = packages.join(' ');
  const sudo = asRoot ? '' : 'sudo ';
  const commands = {
    'apt-get': `${sudo}apt-get update && ${sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${names}`,
    dnf: `${sudo}dnf install -y ${names}`,
    pacman: `${sudo}pacman -S --needed --noconfirm ${names}`,
    brew: `brew install ${names}`,
  };
  return commands[manager];
}

/**
 * What to install, and what the package manager does not have.
 * @param {Manager | undefined} manager
 * @param {readonly Requirement[]} missing
 * @returns {{ packages: string[], unknown: string[] }} package names without doubles; names of requirements
 */
export function packagesOf(manager, missing) {
  const found = missing.map(({ name, packages }) => ({ name, known: manager && packages[manager] }));
  return {
    packages: [...new Set(found.flatMap(({ known }) => known ?? []))],
    unknown: found.flatMap(({ name, known }) => (known ? [] : [name])),
  };
}

/**
 * Installs npm packages from the lock file, unless npm did so since that last changed.
 * @param {string} [folder] where package.json is
 */
export async function installNpmPackages(folder = root) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  const written = (/** @type {string} */ file) => statSync(file).mtimeMs;
  if (existsSync(installed) && written(installed) >= written(join(folder, 'package-lock.json'))) return;
  say('Installing npm packages …');
  // npm tells its scripts where it is; another npm on the path may be older.
  const own = process.env.npm_execpath;
  const npm = own?.endsWith('.js') ? `"${process.execPath}" "${own}"` : 'npm';
  // By itself it waits for more than a minute before it says that there is no network.
  const patience = '--fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=3000';
  const installing = run(`${npm} ci --no-audit --no-fund ${patience}`, { cwd: folder, quiet: true });
  await installing.catch(({ message }) => {
    const advice = 'npm could not reach its registry: connect to the network, and run this again.';
    throw new Failure(unreached.test(message) ? advice : message);
  });
}

/** What npm says of a registry that it could not reach. */
const unreached = /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|E(NET|HOST)UNREACH|ENOTCACHED/;
