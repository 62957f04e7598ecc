import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkNode, installCommand, packagesOf, requirements } from '../../scripts/prepare.js';
import { fuzzing } from '../../scripts/run.js';

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

test('each part of the fuzz makes ready what it needs, and no more', () => {
  const readied = (/** @type {string[]} */ ...args) => {
    const { goal, steps } = fuzzing(args);
    const needs = requirements[goal].map(({ name }) => name).filter((name) => /Chromium|Clang/.test(name));
    return [...needs, ...steps.map(({ name }) => name)];
  };
  const [core, site] = ['The core as WebAssembly', 'The site'];
  expect(readied()).toEqual(['Chromium', core, site, 'Fuzz']);
  expect(readied('--part', 'element')).toEqual(['Chromium', core, site, 'Fuzz']);
  expect(readied('--part', 'core')).toEqual([core, 'Fuzz']);
  expect(readied('--part=core', '--seconds', '3')).toEqual([core, 'Fuzz']);
  expect(readied('--native')).toEqual(['Clang with libFuzzer', 'The fuzz targets', 'Fuzz']);
  expect(fuzzing(['--part', 'core', '--seed', '7']).steps.at(-1)?.command).toBe(
    'node scripts/fuzz.js --part core --seed 7',
  );
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
