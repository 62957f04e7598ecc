import { describe, expect, test, vi } from 'vitest';
import { findPython } from '../../scripts/programs.js';
import { asNumpy, asTorch } from '../../web/figures/models/exports.js';
import { runPython } from './figures-exports-python.js';
import { everyRope, relativeError, ropeOf } from './figures-ropes-support.js';

describe('NumPy code', () => {
  test('gives the core’s numbers, of every preset, every scaling and both ends of the settings', () => {
    const ropes = everyRope();
    const results = runPython(ropes.map(([name, rope]) => [name, asNumpy(rope)]));
    expect(results).toHaveLength(ropes.length);
    const wrong = ropes.flatMap(([name, rope], n) => {
      const { inverseFrequencies, attentionFactor } = results[n];
      const error = relativeError(
        [...inverseFrequencies, attentionFactor],
        [...rope.inverseFrequencies, rope.attentionFactor],
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
    const ropes = labels.map((label) => ({ ...ropeOf('own', { dimensions: 8, scaling: 'yarn' }), label }));
    const results = runPython(ropes.map((rope) => [rope.label.slice(0, 1), asNumpy(rope)]));
    for (const { inverseFrequencies, attentionFactor } of results) {
      expect(relativeError(inverseFrequencies, ropes[0].inverseFrequencies)).toBeLessThan(1e-12);
      expect(attentionFactor).toBeCloseTo(ropes[0].attentionFactor, 12);
    }
    for (const code of ropes.map(asNumpy)) {
      expect(code).not.toMatch(/\p{Cs}/u);
      // Only a comment of the first two lines can name an encoding.
      expect(code.startsWith('import math\n')).toBe(true);
      expect(code.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/)).toHaveLength(
        asNumpy(ropes[0]).split('\n').length,
      );
    }
  });

  test('is formulas, no list of results', () => {
    for (const [name, rope] of everyRope().filter(([, { scalingType }]) => scalingType !== 'longrope')) {
      const own = Array.from(rope.inverseFrequencies).filter((one) => String(one).length > 6);
      expect(
        own.filter((frequency) => asNumpy(rope).includes(String(frequency))),
        name,
      ).toEqual([]);
    }
  });

  test('for PyTorch is the same, in PyTorch’s words', () => {
    for (const [, rope] of everyRope()) {
      const code = asTorch(rope);
      expect(code).not.toMatch(/\bnp\b|numpy/);
      expect(code).toContain('torch.arange(rotary_dimensions // 2, dtype=torch.float64)');
      const words = (/** @type {string} */ text) => text.replace(/.*(np|torch|numpy)\b.*\n/g, '');
      expect(words(code)).toBe(words(asNumpy(rope)));
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
