import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sameTree } from '../../scripts/npm-packages.js';
import { installCommand, packagesOf } from '../../scripts/packages.js';
import { checkNode } from '../../scripts/prepare.js';
import { requirements } from '../../scripts/requirements.js';

describe('what the system lacks', () => {
  test('is installed by one command for each package manager', () => {
    expect(installCommand('apt-get', ['cmake', 'emscripten'], false)).toBe(
      'sudo apt-get update && sudo env DEBIAN_FRONTEND=noninteractive ' +
        'apt-get install -y --no-install-recommends cmake emscripten',
    );
    expect(installCommand('dnf', ['cmake'], false)).toBe('sudo dnf install -y cmake');
    expect(installCommand('pacman', ['cmake'], false)).toBe('sudo pacman -S --needed --noconfirm cmake');
    expect(installCommand('brew', ['cmake'], false)).toBe('brew install cmake');
  });

  test('needs no sudo for root', () => {
    expect(installCommand('apt-get', ['cmake'], true)).not.toContain('sudo');
    expect(installCommand('dnf', ['cmake'], true)).not.toContain('sudo');
    expect(installCommand('pacman', ['cmake'], true)).not.toContain('sudo');
  });

  test('names a package once, and tells what the manager does not have', () => {
    expect(
      packagesOf('dnf', requirements.test).packages.filter((name) => name === 'clang-tools-extra'),
    ).toHaveLength(1);
    expect(packagesOf('brew', requirements.browsers).unknown).toEqual(["WebKitGTK's WebDriver", 'Xvfb']);
    expect(packagesOf(undefined, requirements.build)).toEqual({
      packages: [],
      unknown: ['Emscripten', 'CMake', 'Ninja'],
    });
  });

  test('has a package on Debian for every goal', () => {
    for (const goal of Object.values(requirements)) expect(packagesOf('apt-get', goal).unknown).toEqual([]);
  });
});

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b-darwin': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };

  test('are left alone when they are what the lock file says', () => {
    expect(sameTree(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toBe(
      true,
    );
  });

  test('are installed when one is missing, other or too many', () => {
    expect(sameTree(lock, { packages: {} })).toBe(false);
    expect(sameTree(lock, { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'x' } } })).toBe(
      false,
    );
    expect(sameTree(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'z' } } })).toBe(
      false,
    );
    const more = {
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/c': { version: '1.0.0' },
    };
    expect(sameTree(lock, { packages: more })).toBe(false);
  });
});

describe('the lock file', () => {
  /** @type {{ packages: Record<string, { optionalDependencies?: Record<string, string>, resolved?: string }> }} */
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

  test('knows the packages of every system, without which npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('names no host', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

test('a node that is too old is told so', () => {
  expect(() => checkNode('20.18.3')).toThrow('Ropescope needs node 20.19 or later; this is 20.18.3.');
  expect(() => checkNode('18.20.4')).toThrow('needs node 20.19');
  for (const version of ['20.19.0', '22.0.0', '26.1.0']) expect(() => checkNode(version)).not.toThrow();
});
