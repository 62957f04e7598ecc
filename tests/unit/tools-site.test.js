import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

describe('the site', () => {
  /** @type {(import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset)[]} */
  let files = [];

  beforeAll(async () => {
    const built = await build({ logLevel: 'silent', build: { write: false } });
    files = /** @type {import('vite').Rolldown.RolldownOutput} */ (built).output;
  }, 60_000);

  test('carries the licence of every package that it holds code of, and of its own', () => {
    const text = String(
      files.flatMap((file) => (file.fileName === 'LICENSES.txt' && 'source' in file ? file.source : []))[0],
    );
    const modules = files.flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
    const packages = new Set(
      modules.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []),
    );
    expect(packages).toContain('chart.js');
    for (const name of [...packages, 'ropescope'])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
    for (const file of ['LICENSE', 'node_modules/chart.js/LICENSE.md']) {
      const licence = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      expect(text).toContain(licence.trim());
    }
  });

  test('names no source map, for it has none', () => {
    expect(files.filter(({ fileName }) => fileName.endsWith('.map'))).toEqual([]);
    const texts = files.map((file) => ('code' in file ? file.code : String(file.source)));
    expect(texts.filter((text) => text.includes('sourceMappingURL'))).toEqual([]);
    expect(texts.length).toBeGreaterThan(10);
  });
});
