import { loadCore } from '../../web/core/index.js';

const core = await loadCore();

/** @typedef {{ x: number, y: number }} Tip */

/**
 * What the core, loaded here and not in the browser, gives for a shared token vector of two features.
 * @param {readonly number[] | 'words'} vector
 * @param {number} positions
 * @returns {{ sum: Tip[], turned: Tip[] }} tips by position
 */
export function tipsOf(vector, positions) {
  if (vector === 'words' || vector.length !== 2) throw new Error(`two numbers, not ${vector}`);
  const data = Float32Array.from({ length: positions * 2 }, (_, i) => Number(vector[i % 2]));
  const tips = (/** @type {{ data: Float32Array }} */ tensor) =>
    Array.from({ length: positions }, (_, i) => ({
      x: Number(tensor.data[2 * i]),
      y: Number(tensor.data[2 * i + 1]),
    }));
  const x = { data, shape: [positions, 2] };
  return { sum: tips(core.add(x)), turned: tips(core.rotate(x)) };
}

/**
 * The parts of the default figure's description that hold the core's numbers.
 * @param {readonly number[] | 'words'} vector
 * @param {number} positions
 * @returns {string[]}
 */
export function describedNumbers(vector, positions) {
  const { sum, turned } = tipsOf(vector, positions);
  const magnitudes = sum.map(({ x, y }) => Math.hypot(x, y));
  const [least, most] = [Math.min(...magnitudes), Math.max(...magnitudes)].map((value) => value.toFixed(2));
  const { x, y } = turned[0] ?? { x: 0, y: 0 };
  return [`from ${least} to ${most}`, `at ${Math.hypot(x, y).toFixed(3)}`];
}
