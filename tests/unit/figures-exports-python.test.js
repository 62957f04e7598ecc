import { describe, expect, test, vi } from 'vitest';
import { findPython } from '../../scripts/programs.js';
import { asNumpy, asTorch } from '../../web/figures/models/exports.js';
import { runPython } from './figures-exports-python.js';
import { everyModel, modelOf, relativeError } from './figures-models-support.js';

describe('NumPy code', () => {
  test('gives the core’s numbers, of every preset, every scaling and both ends of the settings', () => {
    const models = everyModel();
    const results = runPython(models.map(([name, model]) => [name, asNumpy(model)]));
    expect(results).toHaveLength(models.length);
    const wrong = models.flatMap(([name, model], n) => {
      const { inverseFrequencies, attentionFactor } = results[n];
      const error = relativeError(
        [...inverseFrequencies, attentionFactor],
        [...model.inverseFrequencies, model.attentionFactor],
      );
      return error <= 1e-12 ? [] : [`${name}: ${error}`];
    });
    expect(wrong).toEqual([]);
  });

  test('runs whatever a label holds, and lets none of it run', () => {
    const labels = [
      'a\nattention_factor = 7',
      'a\r\nraise SystemExit',
      'coding: utf-7',
      '-*- coding: no-such-codec -*-',
      '"""',
      "'''",
      '\\',
      '\u2028raise SystemExit',
      '\u0085\f\v\0',
      '\ud800 and \u202e',
      '模型 🤖',
    ];
    const models = labels.map((label) => ({ ...modelOf('own', { dimensions: 8, scaling: 'yarn' }), label }));
    const results = runPython(models.map((model) => [model.label.slice(0, 1), asNumpy(model)]));
    for (const { inverseFrequencies, attentionFactor } of results) {
      expect(relativeError(inverseFrequencies, models[0].inverseFrequencies)).toBeLessThan(1e-12);
      expect(attentionFactor).toBeCloseTo(models[0].attentionFactor, 12);
    }
    for (const code of models.map(asNumpy)) {
      expect(code).not.toMatch(/\p{Cs}/u);
      // Only a comment of the first two lines can name an encoding.
      expect(code.startsWith('import math\n')).toBe(true);
      expect(code.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/)).toHaveLength(
        asNumpy(models[0]).split('\n').length,
      );
    }
  });

  test('is formulas, no list of results', () => {
    for (const [name, model] of everyModel().filter(([, { scalingType }]) => scalingType !== 'longrope')) {
      const own = Array.from(model.inverseFrequencies).filter((one) => String(one).length > 6);
      expect(
        own.filter((frequency) => asNumpy(model).includes(String(frequency))),
        name,
      ).toEqual([]);
    }
  });

  test('for PyTorch is the same, in PyTorch’s words', () => {
    for (const [, model] of everyModel()) {
      const code = asTorch(model);
      expect(code).not.toMatch(/\bnp\b|numpy/);
      expect(code).toContain('torch.arange(rotary_dimensions // 2, dtype=torch.float64)');
      const words = (/** @type {string} */ text) => text.replace(/.*(np|torch|numpy)\b.*\n/g, '');
      expect(words(code)).toBe(words(asNumpy(model)));
    }
  });
});

describe('Python', () => {
  test('is found only with the modules that are asked for', () => {
    expect(findPython('numpy')).toMatch(/^\//);
    expect(findPython('numpy', 'no_such_module_at_all')).toBeUndefined();
  });

  test('can be named, and is then no other', () => {
    vi.stubEnv('PYTHON_PATH', '/no/such/python3');
    try {
      expect(findPython('numpy')).toBeUndefined();
      expect(() => runPython([])).toThrow(
        /^Missing: NumPy for Python 3\. npm test asks for it; by hand it is apt-get install python3-numpy, or /,
      );
    } finally {
      vi.unstubAllEnvs();
    }
    expect(() => runPython([['x', 'import no_such_module_at_all']])).toThrow('no_such_module_at_all');
  });
});
