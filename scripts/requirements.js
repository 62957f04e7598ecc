import {
  findChromium,
  findCompiler,
  findFirefox,
  findProgram,
  findWebKitDriver,
  findXvfb,
  hasHeader,
} from './programs.js';
import { findPython } from './python.js';

/** @typedef {'apt-get' | 'dnf' | 'pacman' | 'brew'} Manager */
/** @typedef {'build' | 'test' | 'browsers' | 'bench'} Goal */

/**
 * Something that the system's package manager brings.
 * @typedef {object} Requirement
 * @property {string} name what a person calls it
 * @property {() => boolean} present whether it is there already
 * @property {Partial<Record<Manager, string>>} packages who has it under which name
 */

/** @type {Requirement[]} */
const build = [
  {
    name: 'Emscripten',
    present: () => Boolean(findProgram(['emcc']) && findProgram(['emcmake'])),
    packages: { 'apt-get': 'emscripten', dnf: 'emscripten', pacman: 'emscripten', brew: 'emscripten' },
  },
  {
    name: 'CMake',
    present: () => Boolean(findProgram(['cmake'])),
    packages: { 'apt-get': 'cmake', dnf: 'cmake', pacman: 'cmake', brew: 'cmake' },
  },
  {
    name: 'Ninja',
    present: () => Boolean(findProgram(['ninja', 'ninja-build'])),
    packages: { 'apt-get': 'ninja-build', dnf: 'ninja-build', pacman: 'ninja', brew: 'ninja' },
  },
];

/** @type {Requirement} */
const chromium = {
  name: 'Chromium',
  present: () => Boolean(findChromium()),
  packages: { 'apt-get': 'chromium', dnf: 'chromium', pacman: 'chromium', brew: 'chromium' },
};

/** @type {Requirement} */
export const numpy = {
  name: 'NumPy for Python 3',
  present: () => Boolean(findPython('numpy')),
  packages: { 'apt-get': 'python3-numpy', dnf: 'python3-numpy', pacman: 'python-numpy', brew: 'numpy' },
};

/** @type {Requirement[]} */
const native = [
  {
    name: 'a C++ compiler',
    present: () => Boolean(findCompiler()),
    packages: { 'apt-get': 'g++', dnf: 'gcc-c++', pacman: 'gcc', brew: 'gcc' },
  },
  {
    name: 'GoogleTest',
    present: () => hasHeader('gtest/gtest.h'),
    packages: { 'apt-get': 'libgtest-dev', dnf: 'gtest-devel', pacman: 'gtest', brew: 'googletest' },
  },
  {
    name: 'JSON for Modern C++',
    present: () => hasHeader('nlohmann/json.hpp'),
    packages: {
      'apt-get': 'nlohmann-json3-dev',
      dnf: 'json-devel',
      pacman: 'nlohmann-json',
      brew: 'nlohmann-json',
    },
  },
  {
    name: 'clang-format',
    present: () => Boolean(findProgram(['clang-format'])),
    packages: {
      'apt-get': 'clang-format',
      dnf: 'clang-tools-extra',
      pacman: 'clang',
      brew: 'clang-format',
    },
  },
  {
    name: 'clang-tidy',
    present: () => Boolean(findProgram(['clang-tidy'])),
    packages: { 'apt-get': 'clang-tidy', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'llvm' },
  },
];

/** @type {Requirement[]} */
const browsers = [
  {
    name: 'Firefox',
    present: () => Boolean(findFirefox()),
    packages: { 'apt-get': 'firefox-esr', dnf: 'firefox', pacman: 'firefox', brew: 'firefox' },
  },
  {
    name: "WebKitGTK's WebDriver",
    present: () => Boolean(findWebKitDriver()),
    packages: { 'apt-get': 'webkit2gtk-driver', dnf: 'webkit2gtk-driver', pacman: 'webkit2gtk-4.1' },
  },
  {
    name: 'Xvfb',
    present: () => Boolean(findXvfb()),
    packages: { 'apt-get': 'xvfb', dnf: 'xorg-x11-server-Xvfb', pacman: 'xorg-server-xvfb' },
  },
];

/**
 * What each goal needs from the system.
 * @type {Readonly<Record<Goal, readonly Requirement[]>>}
 */
export const requirements = {
  build,
  bench: [...build, chromium],
  test: [...build, ...native, numpy, chromium],
  browsers: [...build, chromium, ...browsers],
};
