import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** @param {string} name */
const at = (name) => new URL(`../../${name}`, import.meta.url);
/** @param {string} name */
const read = (name) => readFileSync(at(name), 'utf8');

const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:promise|---) /.test(line))
  .map((line) => line.split('|').slice(1, -1));

test('SECURITY.md has promises, each with what holds it', () => {
  expect(rows.length).toBeGreaterThan(5);
  for (const [promise, tests] of rows)
    expect(tests, promise).toMatch(/^ `tests\/\S+`(?:, `(?:tests\/|npm run )\S+`)* $/);
});

test.each([
  ...new Set(
    rows.flatMap(([, tests]) => [...(tests?.matchAll(/`(.+?)`/g) ?? [])].map(([, file]) => String(file))),
  ),
])('%s, which SECURITY.md names, is there', (file) => {
  const [, command] = /^npm run (.+)/.exec(file) ?? [];
  if (command) return expect(Object.keys(JSON.parse(read('package.json')).scripts)).toContain(command);
  expect(existsSync(at(file))).toBe(true);
  expect(read(file)).toMatch(/\b(?:test|it|probe)\b/);
});

test('the README leads to it, and the package brings it along', () => {
  expect(read('README.md')).toContain('(SECURITY.md)');
  expect(JSON.parse(read('package.json')).files).toContain('SECURITY.md');
});
