import * as check from './check.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {{ queries: number, keys: number, start?: number }} BiasOptions */

const sizeNames = ['queries', 'keys', 'start', 'out'];

/** @param {BiasOptions} options */
const checkSizes = ({ queries, keys, start = 0 }) => ({
  queries: check.integer('queries', queries, 1),
  keys: check.integer('keys', keys, 1),
  start: check.integer('start', start, -check.maxPosition, check.maxPosition),
});

/**
 * @param {Heap} heap
 * @param {number} heads
 * @returns {Float64Array}
 */
export function alibiSlopes(heap, heads) {
  const count = check.integer('heads', heads, 1);
  return heap.use('alibiSlopes', { list: 8 * count }, ({ list }) => {
    const status = heap.calls.alibiSlopes({ slopes: list.address, heads: count });
    if (status !== 'ok') throw refusal('alibiSlopes', status, {});
    return list.readDoubles(count);
  });
}

/**
 * @param {Heap} heap
 * @param {BiasOptions & { heads: number, out?: Float32Array }} options
 * @returns {{ data: Float32Array, shape: number[] }}
 */
export function alibiBias(heap, options) {
  const call = 'alibiBias';
  check.options(call, options, ['heads', ...sizeNames]);
  const heads = check.integer('heads', options.heads, 1);
  const { queries, keys, start } = checkSizes(options);
  const length = heads * queries * keys;
  const out = tensors.output('out', options.out, length);
  return heap.use(call, { list: 8 * heads, output: 4 * length }, ({ list, output }) => {
    const slopes = list.address;
    let status = heap.calls.alibiSlopes({ slopes, heads });
    if (status === 'ok') {
      status = heap.calls.alibiBias({ out: output.address, slopes, heads, queries, keys, start });
    }
    if (status !== 'ok') throw refusal(call, status, {});
    return { data: output.read(out, length), shape: [heads, queries, keys] };
  });
}

/**
 * @param {Heap} heap
 * @param {BiasOptions & { buckets?: number, maxDistance?: number, bidirectional?: boolean, out?: Int32Array }} options
 * @returns {{ data: Int32Array, shape: number[] }}
 */
export function t5Buckets(heap, options) {
  const call = 't5Buckets';
  check.options(call, options, ['buckets', 'maxDistance', 'bidirectional', ...sizeNames]);
  const { queries, keys, start } = checkSizes(options);
  const bidirectional = check.flag('bidirectional', options.bidirectional ?? true);
  const given = options.buckets ?? 32;
  const buckets = bidirectional ? check.even('buckets', given) : check.integer('buckets', given, 2);
  if (bidirectional && buckets < 4) {
    throw new RangeError(`buckets must be at least 4 where bidirectional is true, got ${buckets}`);
  }
  const exact = Math.floor((bidirectional ? buckets / 2 : buckets) / 2);
  const maxDistance = check.integer('maxDistance', options.maxDistance ?? 128, exact + 1);
  const length = queries * keys;
  const out = tensors.integerOutput('out', options.out, length);
  return heap.use(call, { output: 4 * length }, ({ output }) => {
    const status = heap.calls.t5Buckets({
      bucketIds: output.address,
      queries,
      keys,
      start,
      buckets,
      maxDistance,
      bidirectional,
    });
    if (status !== 'ok') throw refusal(call, status, {});
    return { data: output.readIntegers(out, length), shape: [queries, keys] };
  });
}
