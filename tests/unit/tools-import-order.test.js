import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkImportOrder, requestsOf } from '../../scripts/import-order.js';

describe('the check of the import order', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ropescope-imports-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** @param {Record<string, string>} files */
  const check = (files) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return checkImportOrder(folder);
  };

  test('lets rooms know what stands below them', () => {
    expect(
      check({
        'web/page/index.js': "import '../element/index.js';",
        'web/element/index.js': "import { a } from '../figures/index.js';\nimport '../settings/index.js';",
        'web/figures/index.js': "export * from '../charts/index.js';\nimport { b } from '../core/index.js';",
        'web/charts/index.js': "import { Chart } from 'chart.js';\nimport './arrows.js';",
        'web/core/load.js': "const url = new URL('../../build/wasm/ropescope.wasm', import.meta.url);",
      }),
    ).toEqual([]);
  });

  test.each([
    ['upwards', 'web/figures/a.js', "import '../element/index.js';", 'web/figures may not know web/element'],
    [
      'sideways',
      'web/charts/a.js',
      "import { t } from '../settings/index.js';",
      'web/charts may not know web/settings',
    ],
    [
      'by export',
      'web/core/a.js',
      "export * from '../settings/index.js';",
      'web/core may not know web/settings',
    ],
    [
      'when it runs',
      'web/settings/a.js',
      "await import('../core/index.js');",
      'web/settings may not know web/core',
    ],
    [
      'by a type',
      'web/charts/a.js',
      "/** @type {import('../core/index.js').T} */ let a;",
      'web/charts may not know web/core',
    ],
    ['of the core', 'web/figures/a.js', "import '../../build/wasm/ropescope.mjs';", 'only web/core may'],
    [
      "of the core's bytes",
      'web/page/a.js',
      "new URL('../../build/wasm/ropescope.wasm', import.meta.url);",
      'only web/core may',
    ],
    [
      "of another room's package",
      'web/element/a.js',
      "import { Chart } from 'chart.js/auto';",
      'only web/charts may',
    ],
    ['of node', 'web/core/a.js', "import fs from 'node:fs';", 'no room may'],
    [
      'from outside',
      'web/core/a.js',
      "import '../../scripts/run.js';",
      'scripts/run.js is no room of the design',
    ],
  ])('refuses an import %s', (_how, file, text, problem) => {
    expect(check({ [file]: text })).toEqual([expect.stringContaining(problem)]);
  });

  test('is not misled by imports that are only text', () => {
    const text = "const a = \"import '../element/index.js'\";\n// import '../element/index.js'\n";
    expect(requestsOf('web/core/a.js', text)).toEqual({ requests: [], errors: [] });
  });

  test('tells of a file that cannot be parsed', () => {
    expect(check({ 'web/core/a.js': 'import {' })).toEqual([expect.stringContaining('cannot be parsed')]);
  });

  test("keeps Emscripten's headers in the bindings", () => {
    const text = '#include <emscripten/bind.h>\n';
    expect(check({ 'cpp/bindings.cpp': text, 'cpp/src/rotary.cpp': text })).toEqual([
      'cpp/src/rotary.cpp includes emscripten/bind.h; only cpp/bindings.cpp may',
    ]);
  });

  test('lets a figure know what several share, and the list every figure', () => {
    expect(
      check({
        'web/figures/index.js': "import clocks from './clocks/index.js';",
        'web/figures/clocks/figure.js':
          "import '../shared/numbers.js';\nimport '../models/presets.js';\nimport '../figure.js';",
        'web/figures/models/presets.js': "import '../shared/numbers.js';",
      }),
    ).toEqual([]);
  });

  test.each([
    ['a figure', 'web/figures/clocks/figure.js', 'a figure may not know another'],
    ['what several share', 'web/figures/shared/a.js', 'shared may not know a figure'],
  ])('refuses an import by %s from a figure', (_who, file, problem) => {
    expect(check({ [file]: "import '../vectors/compute.js';" })).toEqual([expect.stringContaining(problem)]);
  });
});
