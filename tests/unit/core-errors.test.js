import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { refuse } from './core-support.js';

const core = await loadCore();

const x = { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] };

/** @param {string} name @param {string} got */
const wishOf = (name, got) => `${name} must be an integer from 1 to 1048576, got ${got}`;

describe('counts', () => {
  const wish = 'positions must be an integer from 1 to 1048576, got';
  refuse(core, [
    ['sinusoidal', [{ positions: 2.5, dimensions: 2 }], RangeError, `${wish} 2.5`],
    ['sinusoidal', [{ positions: 0, dimensions: 2 }], RangeError, `${wish} 0`],
    ['sinusoidal', [{ positions: -1, dimensions: 2 }], RangeError, `${wish} -1`],
    ['sinusoidal', [{ positions: 1e9, dimensions: 2 }], RangeError, `${wish} 1000000000`],
    ['sinusoidal', [{ positions: Number.NaN, dimensions: 2 }], RangeError, `${wish} NaN`],
    ['sinusoidal', [{ positions: 'ten', dimensions: 2 }], TypeError, `${wish} "ten"`],
    ['sinusoidal', [{ positions: '10', dimensions: 2 }], TypeError, `${wish} "10"`],
    ['sinusoidal', [{ positions: 10n, dimensions: 2 }], TypeError, `${wish} 10n`],
    [
      'sinusoidal',
      [{ positions: 10n ** 2000n, dimensions: 2 }],
      TypeError,
      `${wish} a bigint of over 1000 digits`,
    ],
    ['sinusoidal', [{ positions: null, dimensions: 2 }], TypeError, `${wish} null`],
    ['sinusoidal', [{ dimensions: 2 }], TypeError, `${wish} undefined`],
    ['cosSin', [{ rotaryDimensions: 2 }], TypeError, `${wish} undefined`],
    ['sinusoidal', [{ positions: 1 }], TypeError, wishOf('dimensions', 'undefined')],
    ['learnedTable', [{ rows: 0, dimensions: 2, seed: 0 }], RangeError, wishOf('rows', '0')],
    ['learnedTable', [{ rows: 1, dimensions: [], seed: 0 }], TypeError, wishOf('dimensions', '[]')],
    [
      'learnedRows',
      [{ ids: [1], dimensions: () => 2, seed: 0 }],
      TypeError,
      wishOf('dimensions', 'a function'),
    ],
  ]);
});

describe('numbers', () => {
  const base = 'base must be a finite number of at least 1, got';
  const start = 'start must be a number from -100000000 to 100000000, got';
  const factor = 'attentionFactor must be a finite number above 0, got';
  const seed = 'seed must be an integer from 0 to 4294967295, got';
  refuse(core, [
    ['add', [x, { base: 0 }], RangeError, `${base} 0`],
    ['multiply', [x, { base: -1 }], RangeError, `${base} -1`],
    ['rotate', [x, { base: Number.POSITIVE_INFINITY }], RangeError, `${base} Infinity`],
    ['sinusoidal', [{ positions: 1, dimensions: 2, base: '10000' }], TypeError, `${base} "10000"`],
    ['inverseFrequencies', [{ rotaryDimensions: 2, base: Number.NaN }], RangeError, `${base} NaN`],
    ['cosSin', [{ positions: 1, rotaryDimensions: 2, base: null }], TypeError, `${base} null`],
    ['add', [x, { start: Number.NaN }], RangeError, `${start} NaN`],
    ['rotate', [x, { start: 1.5e8 }], RangeError, `${start} 150000000`],
    ['cosSin', [{ positions: 1, rotaryDimensions: 2, start: {} }], TypeError, `${start} an object`],
    ['rotate', [x, { attentionFactor: 0 }], RangeError, `${factor} 0`],
    ['rotate', [x, { attentionFactor: '1' }], TypeError, `${factor} "1"`],
    ['learnedTable', [{ rows: 1, dimensions: 1, seed: -1 }], RangeError, `${seed} -1`],
    ['learnedTable', [{ rows: 1, dimensions: 1, seed: 2 ** 32 }], RangeError, `${seed} 4294967296`],
    ['learnedRows', [{ ids: [1], dimensions: 1 }], TypeError, `${seed} undefined`],
    [
      'cosSin',
      [{ positions: 1, rotaryDimensions: 2, attentionFactor: 1e39 }],
      RangeError,
      'attentionFactor must be small enough for a float, got 1e+39',
    ],
  ]);
});

describe('choices', () => {
  refuse(core, [
    [
      'add',
      [x, { layout: 'half' }],
      RangeError,
      'layout must be "interleaved" or "concatenated", got "half"',
    ],
    ['rotate', [x, { pairing: 1 }], TypeError, 'pairing must be "interleaved" or "half", got 1'],
    [
      'learnedTable',
      [{ rows: 1, dimensions: 1, seed: 0, stream: 'tokens' }],
      RangeError,
      'stream must be "positions" or "words", got "tokens"',
    ],
  ]);
});

describe('rotary dimensions and frequencies', () => {
  const even = 'rotaryDimensions must be an even integer from 2 to';
  const three = { data: Float32Array.of(1, 2, 3), shape: [1, 3] };
  refuse(core, [
    ['rotate', [three], RangeError, `${even} 3, got 3`],
    ['rotate', [x, { rotaryDimensions: 4 }], RangeError, `${even} 2, got 4`],
    ['rotate', [x, { rotaryDimensions: 1 }], RangeError, `${even} 2, got 1`],
    ['inverseFrequencies', [{}], TypeError, `${even} 1048576, got undefined`],
    ['cosSin', [{ positions: 1 }], TypeError, `${even} 1048576, got undefined`],
    [
      'rotate',
      [{ data: Float32Array.of(1), shape: [1, 1] }],
      RangeError,
      'x.shape must end in at least 2 dimensions to turn, got [1, 1]',
    ],
    [
      'rotate',
      [x, { base: 10000, inverseFrequencies: [1] }],
      TypeError,
      'base must be absent where inverseFrequencies are given, got both',
    ],
    ['rotate', [x, { inverseFrequencies: [1], rotaryDimensions: 4 }], RangeError, `${even} 2, got 4`],
    [
      'cosSin',
      [{ positions: 1, inverseFrequencies: [1, 2], rotaryDimensions: 2 }],
      RangeError,
      'inverseFrequencies must have length 1, got 2',
    ],
    [
      'rotate',
      [x, { inverseFrequencies: 1 }],
      TypeError,
      'inverseFrequencies must be a list of numbers, got 1',
    ],
    [
      'rotate',
      [x, { inverseFrequencies: [] }],
      RangeError,
      'inverseFrequencies must have at least one number, got none',
    ],
    [
      'rotate',
      [x, { inverseFrequencies: [Number.NaN] }],
      RangeError,
      'inverseFrequencies must hold numbers from -1000 to 1000, got NaN at index 0',
    ],
    [
      'rotate',
      [x, { inverseFrequencies: [1000.5] }],
      RangeError,
      'inverseFrequencies must hold numbers from -1000 to 1000, got 1000.5 at index 0',
    ],
    [
      'cosSin',
      [{ positionIds: [0, 'one'], rotaryDimensions: 2 }],
      TypeError,
      'positionIds must hold numbers from -100000000 to 100000000, got "one" at index 1',
    ],
    [
      'cosSin',
      [{ positionIds: 3, rotaryDimensions: 2 }],
      TypeError,
      'positionIds must be a list of numbers, got 3',
    ],
    ['rotate', [x, { positionIds: [1] }], RangeError, 'positionIds must have length 2, got 1'],
    [
      'rotate',
      [x, { positionIds: [1, 2], start: 1 }],
      TypeError,
      'start must be absent where positionIds are given, got both',
    ],
  ]);
});

test('the bounds themselves are fine', () => {
  core.add(x, { start: 1e8, base: 1 });
  core.rotate(x, { positionIds: [-1e8, 1e8], base: 1e300, attentionFactor: 1e-30 });
  core.cosSin({ positions: 1, inverseFrequencies: [-1000, 1000], start: -1e8 });
  core.learnedTable({ rows: 1, dimensions: 1, seed: 4294967295 });
  core.sinusoidal({ positions: 1048576, dimensions: 1 });
  core.sinusoidal({ positions: 1, dimensions: 1048576 });
  expect(core.learnedRows({ ids: new Uint32Array(1048576), dimensions: 1, seed: 0 }).shape).toEqual([
    1048576, 1,
  ]);
  core.t5Buckets({ queries: 1, keys: 1, buckets: 4, maxDistance: 2 });
});

test('the largest floats can be added to and multiplied', () => {
  const largest = { data: new Float32Array(4).fill(3.4028234663852886e38), shape: [2, 2] };
  expect(core.add(largest).data).toEqual(largest.data);
  expect(core.multiply(largest).data.every(Number.isFinite)).toBe(true);
});
