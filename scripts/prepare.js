import { installNpmPackages } from './npm-packages.js';
import { findManager, installCommand, packagesOf } from './packages.js';
import { requirements } from './requirements.js';
import { Failure, isScript, main, mustRun, say } from './run.js';

/** @typedef {import('./requirements.js').Goal} Goal */

/**
 * Makes sure that everything a goal needs is there. What the system lacks is installed by root, or by whoever says
 * `--install`; others are told the command. npm packages are always installed.
 * @param {Goal} goal
 * @throws {Failure} when something is missing
 */
export async function prepare(goal) {
  checkNode(process.versions.node);
  const missing = requirements[goal].filter(({ present }) => !present());
  if (missing.length > 0) await install(missing);
  await installNpmPackages();
}

/**
 * @param {string} version such as 20.19.0
 * @throws {Failure} when it is too old
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`Ropescope needs node 20.19 or later; this is ${version}.`);
  }
}

/** @param {import('./requirements.js').Requirement[]} missing */
async function install(missing) {
  const manager = findManager();
  const { packages, unknown } = packagesOf(manager, missing);
  const names = missing.map(({ name }) => name).join(', ');
  if (!manager || unknown.length > 0) {
    const who = manager ?? 'apt-get, dnf, pacman or brew';
    throw new Failure(
      `Missing: ${names}.\nPlease install by hand what ${who} cannot: ${unknown.join(', ')}.`,
    );
  }
  const asRoot = process.getuid?.() === 0;
  const command = installCommand(manager, packages, asRoot);
  if (!asRoot && !wantsInstall()) {
    throw new Failure(
      `Missing: ${names}.\nInstall with this command, or run this one again with -- --install:\n\n  ${command}\n`,
    );
  }
  say(`Missing: ${names}.\n${command}`);
  await mustRun('sh', ['-c', command]);
  const still = missing.filter(({ present }) => !present());
  if (still.length > 0) {
    throw new Failure(`Still missing after the installation: ${still.map(({ name }) => name).join(', ')}.`);
  }
}

/** `npm start --install` lands in npm's own settings; `npm start -- --install` here. */
const wantsInstall = () => process.argv.includes('--install') || process.env.npm_config_install === 'true';

if (isScript(import.meta.url)) {
  await main(async () => {
    const goal = process.argv[2] ?? 'build';
    if (!(goal in requirements))
      throw new Failure(`goal must be one of ${Object.keys(requirements).join(', ')}, got ${goal}`);
    await prepare(/** @type {Goal} */ (goal));
  });
}
