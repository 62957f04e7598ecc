import * as check from './check.js';
import { checkBase, fillFrequencies, frequencyCount } from './frequencies.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {'interleaved' | 'concatenated'} Layout */
/** @typedef {{ base?: number, start?: number, layout?: Layout, out?: Float32Array }} SinusoidOptions */

const layouts = /** @type {const} */ (['interleaved', 'concatenated']);
const ontoNames = ['base', 'start', 'layout', 'out'];
const sinusoidNames = ['positions', 'dimensions', ...ontoNames];

/** @param {SinusoidOptions} options */
const checkSinusoid = ({ base, start = 0, layout = 'interleaved' }) => ({
  base: checkBase(base),
  start: check.position('start', start),
  layout: check.choice('layout', layout, layouts),
});

/**
 * @param {Heap} heap
 * @param {{ positions: number, dimensions: number } & SinusoidOptions} options
 * @returns {{ data: Float32Array, shape: number[] }}
 */
export function sinusoidal(heap, options) {
  check.options('sinusoidal', options, sinusoidNames);
  const positions = check.integer('positions', options.positions, 1);
  const dimensions = check.integer('dimensions', options.dimensions, 1);
  const { base, start, layout } = checkSinusoid(options);
  const length = positions * dimensions;
  const out = tensors.output('out', options.out, length);
  const sizes = { output: 4 * length, frequencies: 8 * frequencyCount(dimensions) };
  return heap.use('sinusoidal', sizes, ({ output }) => {
    const status = heap.calls.sinusoidal({
      out: output.address,
      rows: positions,
      dimensions,
      inverseFrequencies: fillFrequencies(heap, dimensions, base),
      start,
      layout,
    });
    if (status !== 'ok') throw refusal('sinusoidal', status, {});
    return { data: output.read(out, length), shape: [positions, dimensions] };
  });
}

/**
 * @param {Heap} heap
 * @param {'add' | 'multiply'} call
 * @param {Tensor} x
 * @param {SinusoidOptions} options
 * @returns {{ data: Float32Array, shape: number[] }}
 */
function onto(heap, call, x, options) {
  check.options(call, options, ontoNames);
  const { data, shape, size, positions, dimensions } = tensors.rows('x', x);
  const { base, start, layout } = checkSinusoid(options);
  const out = tensors.output('out', options.out, size);
  const sizes = { first: 4 * size, frequencies: 8 * frequencyCount(dimensions) };
  return heap.use(call, sizes, ({ first }) => {
    first.write(data);
    const { addSinusoidal, multiplySinusoidal } = heap.calls;
    const apply = call === 'add' ? addSinusoidal : multiplySinusoidal;
    const status = apply({
      out: first.address,
      x: first.address,
      size,
      rows: positions,
      dimensions,
      inverseFrequencies: fillFrequencies(heap, dimensions, base),
      start,
      layout,
    });
    if (status !== 'ok') throw refusal(call, status, { x: data });
    return { data: first.read(out, size), shape };
  });
}

/**
 * @param {Heap} heap
 * @param {Tensor} x
 * @param {SinusoidOptions} options
 */
export const add = (heap, x, options) => onto(heap, 'add', x, options);

/**
 * @param {Heap} heap
 * @param {Tensor} x
 * @param {SinusoidOptions} options
 */
export const multiply = (heap, x, options) => onto(heap, 'multiply', x, options);
