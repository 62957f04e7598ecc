import * as check from './check.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./tensors.js').Tensor} Tensor */

/**
 * @param {Heap} heap
 * @param {Tensor} q
 * @param {Tensor} k
 * @param {{ out?: Float32Array }} options
 */
export function scores(heap, q, k, options) {
  check.options('scores', options, ['out']);
  const { positions: queries, dimensions, ...asked } = tensors.rows('q', q);
  const { positions: keys, ...other } = tensors.rows('k', k);
  const leading = asked.shape.slice(0, -2);
  const wish = [...leading, keys, dimensions];
  if (other.shape.join() !== wish.join()) {
    const shape = [...leading, 'keys', dimensions].join(', ');
    throw new RangeError(`k.shape must be [${shape}] to fit q, got ${check.show(other.shape)}`);
  }
  const tables = leading.reduce((product, size) => product * size, 1);
  const length = tables * queries * keys;
  const out = tensors.output('out', options.out, length);
  const sizes = { first: 4 * asked.size, second: 4 * other.size, output: 4 * length };
  return heap.use('scores', sizes, ({ first, second, output }) => {
    first.write(asked.data);
    second.write(other.data);
    const status = heap.calls.scores({
      out: output.address,
      q: first.address,
      k: second.address,
      tables,
      queries,
      keys,
      dimensions,
    });
    if (status === 'tooLarge') {
      const wished = 'q and k must be small enough for their scores to be floats';
      throw new RangeError(`${wished}, got a larger one at index ${output.firstNonFinite(length)}`);
    }
    if (status !== 'ok') throw refusal('scores', status, { q: asked.data, k: other.data });
    return { data: output.read(out, length), shape: [...leading, queries, keys] };
  });
}
