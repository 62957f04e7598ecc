import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gzipSize, policiesOf, policy } from '../../scripts/budgets.js';
import { filesUnder } from '../../scripts/import-order.js';
import { findProgram } from '../../scripts/programs.js';

describe('files and programs', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ropescope-tools-'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    for (const name of ['z.js', 'a/y.js', 'a/b/x.js']) writeFileSync(join(folder, name), '');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('are listed through folders, sorted', () => {
    expect(filesUnder('a', folder)).toEqual(['a/b/x.js', 'a/y.js']);
  });

  test('are found in the search path only if they can be run', () => {
    expect(findProgram(['y.js'], join(folder, 'a'))).toBeUndefined();
    chmodSync(join(folder, 'a/y.js'), 0o755);
    expect(findProgram(['nothing', 'y.js'], join(folder, 'a'))).toBe(join(folder, 'a/y.js'));
    expect(findProgram([join(folder, 'a/y.js')], '')).toBe(join(folder, 'a/y.js'));
  });
});

describe('the content security policy', () => {
  test('is read from the page', () => {
    const html = `<head><meta charset="utf-8"><meta\n http-equiv="Content-Security-Policy"\n content="${policy}" /></head>`;
    expect(policiesOf(html)).toEqual([policy]);
  });

  test('is seen when there are none or two', () => {
    expect(policiesOf('<meta charset="utf-8">')).toEqual([]);
    const tag = '<meta http-equiv="content-security-policy" content="default-src *">';
    expect(policiesOf(tag + tag)).toEqual(['default-src *', 'default-src *']);
  });
});

test('a weight is that of the compressed bytes', () => {
  expect(gzipSize('a'.repeat(10_000))).toBeLessThan(100);
});
