/**
 * What is measured: a table, and two tensors to turn. Everybody measures the same under the same names.
 * @typedef {'table' | 'small' | 'large'} TaskName
 */

/** positions × dimensions, float32 */
export const table = { positions: 5000, dimensions: 512 };

/** tables × positions × dimensions, float32 */
export const turns = {
  small: { tables: 32, positions: 50, dimensions: 512 },
  large: { tables: 8, positions: 4096, dimensions: 128 },
};

/** @type {Record<TaskName, { title: string, bytes: number }>} */
export const tasks = {
  table: { title: 'sinusoidal table 5000×512', bytes: 4 * table.positions * table.dimensions },
  small: { title: 'rotation of [32, 50, 512]', bytes: 4 * 32 * 50 * 512 },
  large: { title: 'rotation of [8, 4096, 128]', bytes: 4 * 8 * 4096 * 128 },
};

/**
 * One way to do a task. Several forms of the same line are all measured, and the quickest is shown.
 * @typedef {object} Form
 * @property {TaskName} task
 * @property {string} line who does it
 * @property {string} form how
 * @property {(times: number) => number | Promise<number>} measure milliseconds for one time, of so many in a row
 */

/**
 * @param {() => void} work
 * @returns {(times: number) => number} milliseconds for one time
 */
export const timed = (work) => (times) => {
  const start = performance.now();
  for (let n = 0; n < times; n++) work();
  return (performance.now() - start) / times;
};

/** Numbers from −1 to 1, the same in every run. @param {number} length */
export function numbers(length) {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** θ_i. @param {number} dimensions */
export const frequencies = (dimensions) =>
  Float64Array.from({ length: dimensions / 2 }, (_, i) => 10000 ** ((-2 * i) / dimensions));

/** @param {{ positions: number, dimensions: number }} size @returns {{ cos: Float32Array, sin: Float32Array }} for every pair */
export function givenTable({ positions, dimensions }) {
  const thetas = frequencies(dimensions);
  const angles = Float64Array.from(
    { length: positions * thetas.length },
    (_, n) => Math.floor(n / thetas.length) * (thetas[n % thetas.length] ?? 0),
  );
  return { cos: Float32Array.from(angles, Math.cos), sin: Float32Array.from(angles, Math.sin) };
}
