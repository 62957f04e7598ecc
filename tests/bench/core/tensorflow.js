import * as wasm from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { frequencies, givenTable, numbers, table, timed, turns } from './tasks.js';

/** @typedef {import('./tasks.js').Form} Form */

/** @returns {Promise<string>} its version, when it is ready */
export async function startTensorflow() {
  // It would greet on the console.
  tf.env().set('IS_TEST', true);
  wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  return `tfjs ${tf.version_core} (${tf.getBackend()}, SIMD ${await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')})`;
}

/** @param {() => any} work gives a tensor @returns {(times: number) => number} */
const timedTensor = (work) => timed(() => tf.dispose(tf.tidy(work)));

/** @returns {Form[]} the results stay in its heap */
export function tensorflowForms() {
  return [...tableForms(), ...turnForms('small'), ...turnForms('large')];
}

/** @returns {Form[]} */
function tableForms() {
  const { positions, dimensions } = table;
  const thetas = Float32Array.from(frequencies(dimensions));
  const column = tf.reshape(tf.range(0, positions), [positions, 1]);
  const row = tf.tensor2d(thetas, [1, dimensions / 2]);
  const twice = tf.tensor2d(
    Float32Array.from({ length: dimensions }, (_, n) => thetas[n >> 1]),
    [1, dimensions],
  );
  const shift = tf.tensor2d(
    Float32Array.from({ length: dimensions }, (_, n) => (n % 2) * (Math.PI / 2)),
    [1, dimensions],
  );
  /** @type {[string, () => any][]} */
  const ways = [
    [
      'stack of sin and cos',
      () => {
        const angles = tf.mul(column, row);
        return tf.reshape(tf.stack([tf.sin(angles), tf.cos(angles)], 2), [positions, dimensions]);
      },
    ],
    [
      'concat of sin and cos',
      () => {
        const angles = tf.mul(column, row);
        return tf.concat([tf.sin(angles), tf.cos(angles)], 1);
      },
    ],
    ['sin with a shift', () => tf.sin(tf.add(tf.mul(column, twice), shift))],
  ];
  return ways.map(([form, work]) => ({
    task: 'table',
    line: 'tfjs, wasm',
    form,
    measure: timedTensor(work),
  }));
}

/** @param {'small' | 'large'} task @returns {Form[]} */
function turnForms(task) {
  const { tables, positions, dimensions } = turns[task];
  const pairs = dimensions / 2;
  const shape = [tables, positions, dimensions];
  const x = tf.tensor3d(numbers(tables * positions * dimensions), shape);
  const paired = tf.reshape(x, [tables, positions, pairs, 2]);
  const given = givenTable(turns[task]);
  const cos = tf.tensor3d(given.cos, [1, positions, pairs]);
  const sin = tf.tensor3d(given.sin, [1, positions, pairs]);
  const cosTwice = tf.concat([cos, cos], 2);
  const sinTwice = tf.concat([tf.neg(sin), sin], 2);
  const cosWoven = tf.stack([cos, cos], 3);
  const sinWoven = tf.stack([tf.neg(sin), sin], 3);
  const half = [tables, positions, pairs];
  /** @type {[string, () => any][]} */
  const ways = [
    [
      'half, two slices and concat',
      () => {
        const a = tf.slice(x, [0, 0, 0], half);
        const b = tf.slice(x, [0, 0, pairs], half);
        return tf.concat([tf.sub(tf.mul(a, cos), tf.mul(b, sin)), tf.add(tf.mul(a, sin), tf.mul(b, cos))], 2);
      },
    ],
    [
      'half, rotate_half',
      () => {
        const turned = tf.concat([tf.slice(x, [0, 0, pairs], half), tf.slice(x, [0, 0, 0], half)], 2);
        return tf.add(tf.mul(x, cosTwice), tf.mul(turned, sinTwice));
      },
    ],
    [
      'interleaved, reverse',
      () => tf.reshape(tf.add(tf.mul(paired, cosWoven), tf.mul(tf.reverse(paired, 3), sinWoven)), shape),
    ],
    [
      'interleaved, unstack and stack',
      () => {
        const [a, b] = tf.unstack(paired, 3);
        const parts = [tf.sub(tf.mul(a, cos), tf.mul(b, sin)), tf.add(tf.mul(a, sin), tf.mul(b, cos))];
        return tf.reshape(tf.stack(parts, 3), shape);
      },
    ],
  ];
  return ways.map(([form, work]) => ({
    task,
    line: 'tfjs, wasm, table given',
    form,
    measure: timedTensor(work),
  }));
}
