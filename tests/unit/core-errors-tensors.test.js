import { describe } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { refuse } from './core-support.js';

const core = await loadCore();

const x = { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] };
const ids = { data: Int32Array.of(0, 1), shape: [2] };

describe('tensors', () => {
  const huge = { data: new Float32Array(2).fill(3e38), shape: [1, 2] };
  refuse(core, [
    ['add', [], TypeError, 'x must be a tensor { data: Float32Array, shape: number[] }, got undefined'],
    ['add', [{ data: [1, 2], shape: [1, 2] }], TypeError, 'x.data must be a Float32Array, got [1, 2]'],
    [
      'add',
      [{ data: new Float64Array(2), shape: [1, 2] }],
      TypeError,
      'x.data must be a Float32Array, got a Float64Array',
    ],
    ['add', [{ data: x.data }], TypeError, 'x.shape must be a list of sizes, got undefined'],
    ['add', [{ data: x.data, shape: [4] }], RangeError, 'x.shape must have at least 2 sizes, got [4]'],
    [
      'multiply',
      [{ data: x.data, shape: [2, 3] }],
      RangeError,
      'x.shape must multiply to 4, the length of x.data, got [2, 3]',
    ],
    [
      'rotate',
      [{ data: x.data, shape: [2, -2] }],
      RangeError,
      'x.shape must hold integers of at least 1, got -2 at index 1',
    ],
    [
      'rotate',
      [{ data: x.data, shape: [8, 0.5] }],
      RangeError,
      'x.shape must hold integers of at least 1, got 0.5 at index 1',
    ],
    [
      'rotate',
      [{ data: new Float32Array(0), shape: [0, 2] }],
      RangeError,
      'x.shape must hold integers of at least 1, got 0 at index 0',
    ],
    [
      'add',
      [{ data: Float32Array.of(1, Number.NaN), shape: [1, 2] }],
      RangeError,
      'x must hold finite numbers, got NaN at index 1',
    ],
    [
      'multiply',
      [{ data: Float32Array.of(Number.NEGATIVE_INFINITY, 1), shape: [1, 2] }],
      RangeError,
      'x must hold finite numbers, got -Infinity at index 0',
    ],
    [
      'rotate',
      [{ data: Float32Array.of(1, 2, 3, Number.NaN), shape: [2, 2] }],
      RangeError,
      'x must hold finite numbers, got NaN at index 3',
    ],
    [
      'rotate',
      [{ data: Float32Array.of(Number.NaN, 2, 3, 4), shape: [2, 2] }],
      RangeError,
      'x must hold finite numbers, got NaN at index 0',
    ],
    [
      'rotate',
      [huge, { start: -0.8 }],
      RangeError,
      'x must be small enough to turn within a float, got 3.0000000054977558e+38 at index 0',
    ],
    [
      'scores',
      [x, { data: x.data, shape: [4, 1] }],
      RangeError,
      'k.shape must be [keys, 2] to fit q, got [4, 1]',
    ],
    [
      'scores',
      [{ data: x.data, shape: [1, 2, 2] }, x],
      RangeError,
      'k.shape must be [1, keys, 2] to fit q, got [2, 2]',
    ],
    [
      'scores',
      [x, { data: Float32Array.of(1, Number.NaN), shape: [1, 2] }],
      RangeError,
      'k must hold finite numbers, got NaN at index 1',
    ],
    ['scores', [x, null], TypeError, 'k must be a tensor { data: Float32Array, shape: number[] }, got null'],
    [
      'scores',
      [huge, huge],
      RangeError,
      'q and k must be small enough for their scores to be floats, got a larger one at index 0',
    ],
  ]);
});

describe('ids', () => {
  const rows = 'ids must hold rows of the table, from 0 to 1, got';
  const list = 'ids must hold integers from 0 to 4294967295, got';
  const tables = { data: x.data, shape: [1, 2, 2] };
  const options = { dimensions: 2, seed: 0 };
  refuse(core, [
    ['lookup', [x, { data: Int32Array.of(0, 2), shape: [2] }], RangeError, `${rows} 2 at index 1`],
    ['lookup', [x, { data: Int32Array.of(-1), shape: [1] }], RangeError, `${rows} -1 at index 0`],
    ['lookup', [x, { data: [0], shape: [1] }], TypeError, 'ids.data must be an Int32Array, got [0]'],
    [
      'lookup',
      [x, { data: ids.data, shape: [3] }],
      RangeError,
      'ids.shape must multiply to 2, the length of ids.data, got [3]',
    ],
    ['lookup', [tables, ids], RangeError, 'table.shape must be [rows, dimensions], got [1, 2, 2]'],
    [
      'lookup',
      [{ data: Float32Array.of(1, 1, 1, Number.NaN), shape: [2, 2] }, ids],
      RangeError,
      'table must hold finite numbers, got NaN at index 3',
    ],
    ['learnedRows', [{ ids: [0, 1.5], ...options }], RangeError, `${list} 1.5 at index 1`],
    ['learnedRows', [{ ids: [-1], ...options }], RangeError, `${list} -1 at index 0`],
    ['learnedRows', [{ ids: [2 ** 32], ...options }], RangeError, `${list} 4294967296 at index 0`],
    ['learnedRows', [{ ids: ['0'], ...options }], TypeError, `${list} "0" at index 0`],
    ['learnedRows', [{ ids: 5, ...options }], TypeError, 'ids must be a list of numbers, got 5'],
    ['learnedRows', [{ ids: [], ...options }], RangeError, 'ids must have at least one number, got none'],
  ]);
});

describe('out and options', () => {
  const table = { positions: 2, dimensions: 3 };
  refuse(core, [
    ['sinusoidal', [{ ...table, out: new Float32Array(5) }], RangeError, 'out must have length 6, got 5'],
    ['sinusoidal', [{ ...table, out: [] }], TypeError, 'out must be a Float32Array, got []'],
    ['add', [x, { out: null }], TypeError, 'out must be a Float32Array, got null'],
    ['scores', [x, x, { out: new Float32Array(3) }], RangeError, 'out must have length 4, got 3'],
    [
      'lookup',
      [x, ids, { out: new Float64Array(4) }],
      TypeError,
      'out must be a Float32Array, got a Float64Array',
    ],
    [
      'cosSin',
      [{ positions: 2, rotaryDimensions: 2, out: { sin: new Float32Array(1) } }],
      RangeError,
      'out.sin must have length 2, got 1',
    ],
    [
      'cosSin',
      [{ positions: 2, rotaryDimensions: 2, out: new Float32Array(1) }],
      RangeError,
      'options of out must be of cos, sin, got "0"',
    ],
    ['sinusoidal', [], TypeError, 'options of sinusoidal must be an object, got undefined'],
    ['add', [x, 5], TypeError, 'options of add must be an object, got 5'],
    ['add', [x, new Float32Array(0)], TypeError, 'options of add must be an object, got a Float32Array'],
    [
      'add',
      [x, { pairing: 'half' }],
      RangeError,
      'options of add must be of base, start, layout, out, got "pairing"',
    ],
    [
      'learnedTable',
      [{ rows: 1, dimensions: 1, seed: 0, [`<b>${'x'.repeat(100)}`]: 1 }],
      RangeError,
      `options of learnedTable must be of rows, dimensions, seed, stream, out, got "<b>${'x'.repeat(33)}…`,
    ],
  ]);
});
