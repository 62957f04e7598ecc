import * as check from './check.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {import('./tensors.js').IntegerTensor} IntegerTensor */
/** @typedef {'positions' | 'words'} Stream */

const streams = /** @type {const} */ (['positions', 'words']);
const maxSeed = 2 ** 32 - 1;

/** @param {{ dimensions: number, seed: number, stream?: Stream }} options */
const checkLearned = ({ dimensions, seed, stream = 'positions' }) => ({
  dimensions: check.integer('dimensions', dimensions, 1),
  seed: check.integer('seed', seed, 0, maxSeed),
  stream: check.choice('stream', stream, streams),
});

/**
 * @param {Heap} heap
 * @param {{ rows: number, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options
 */
export function learnedTable(heap, options) {
  check.options('learnedTable', options, ['rows', 'dimensions', 'seed', 'stream', 'out']);
  const rows = check.integer('rows', options.rows, 1);
  const { dimensions, seed, stream } = checkLearned(options);
  const length = rows * dimensions;
  const out = tensors.output('out', options.out, length);
  return heap.use('learnedTable', { output: 4 * length }, ({ output }) => {
    const status = heap.calls.learnedTable({ out: output.address, rows, dimensions, seed, stream });
    if (status !== 'ok') throw refusal('learnedTable', status, {});
    return { data: output.read(out, length), shape: [rows, dimensions] };
  });
}

/**
 * @param {Heap} heap
 * @param {{ ids: ArrayLike<number>, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options
 */
export function learnedRows(heap, options) {
  check.options('learnedRows', options, ['ids', 'dimensions', 'seed', 'stream', 'out']);
  const ids = check.idList('ids', options.ids);
  const { dimensions, seed, stream } = checkLearned(options);
  const length = ids.length * dimensions;
  const out = tensors.output('out', options.out, length);
  return heap.use('learnedRows', { output: 4 * length, list: 4 * ids.length }, ({ output, list }) => {
    list.writeIntegers(ids);
    const status = heap.calls.learnedRows({
      out: output.address,
      rowIds: list.address,
      count: ids.length,
      dimensions,
      seed,
      stream,
    });
    if (status !== 'ok') throw refusal('learnedRows', status, {});
    return { data: output.read(out, length), shape: [ids.length, dimensions] };
  });
}

/**
 * @param {Heap} heap
 * @param {Tensor} table
 * @param {IntegerTensor} ids
 * @param {{ out?: Float32Array }} options
 */
export function lookup(heap, table, ids, options) {
  check.options('lookup', options, ['out']);
  const { data, size, rows, dimensions } = tensors.table('table', table);
  const wanted = tensors.tensor('ids', ids, 1, Int32Array);
  const count = wanted.size;
  for (let n = 0; n < count; n++) {
    const id = wanted.data[n];
    if (id >= 0 && id < rows) continue;
    const wish = `ids must hold rows of the table, from 0 to ${rows - 1}`;
    throw new RangeError(`${wish}, got ${id} at index ${n}`);
  }
  const length = count * dimensions;
  const out = tensors.output('out', options.out, length);
  const sizes = { first: 4 * size, list: 4 * count, output: 4 * length };
  return heap.use('lookup', sizes, ({ first, list, output }) => {
    first.write(data);
    list.writeIntegers(wanted.data);
    const status = heap.calls.lookup({
      out: output.address,
      table: first.address,
      rows,
      dimensions,
      ids: list.address,
      count,
    });
    if (status !== 'ok') throw refusal('lookup', status, { table: data });
    return { data: output.read(out, length), shape: [...wanted.shape, dimensions] };
  });
}
