import { findProgram } from './programs.js';

/** @typedef {import('./requirements.js').Manager} Manager */
/** @typedef {import('./requirements.js').Requirement} Requirement */

/** @type {readonly Manager[]} */
const managers = ['apt-get', 'dnf', 'pacman', 'brew'];

/** @returns {Manager | undefined} the system's package manager */
export function findManager() {
  return managers.find((manager) => findProgram([manager]));
}

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
  switch (manager) {
    case 'apt-get':
      return `${sudo}apt-get update && ${sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${names}`;
    case 'dnf':
      return `${sudo}dnf install -y ${names}`;
    case 'pacman':
      return `${sudo}pacman -S --needed --noconfirm ${names}`;
    case 'brew':
      return `brew install ${names}`;
  }
}

/**
 * What to install, and what the package manager does not have.
 * @param {Manager | undefined} manager
 * @param {readonly Requirement[]} missing
 * @returns {{ packages: string[], unknown: string[] }} package names without doubles; names of requirements
 */
export function packagesOf(manager, missing) {
  /** @type {Set<string>} */
  const packages = new Set();
  /** @type {string[]} */
  const unknown = [];
  for (const { name, packages: names } of missing) {
    const found = manager && names[manager];
    if (found) packages.add(found);
    else unknown.push(name);
  }
  return { packages: [...packages], unknown };
}
