import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** @typedef {import('../../web/core/index.js').Tensor} Tensor */

/**
 * @param {string} name
 * @returns {any} the golden file's contents
 */
export const golden = (name) =>
  JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));

/**
 * @param {any} nested lists of numbers
 * @returns {number[]}
 */
export const flat = (nested) => (Array.isArray(nested) ? nested.flat(Number.POSITIVE_INFINITY) : [nested]);

/**
 * @param {any} nested lists of numbers, all of the same lengths
 * @returns {{ data: Float32Array, shape: number[] }}
 */
export function tensor(nested) {
  const shape = [];
  for (let part = nested; Array.isArray(part); part = part[0]) shape.push(part.length);
  return { data: Float32Array.from(flat(nested)), shape };
}

/**
 * Numbers from −2 to 2, the same for a seed in every run.
 * @param {number[]} shape
 * @param {number} seed
 */
export function random(shape, seed) {
  let state = seed >>> 0;
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 30 - 2;
  });
  return { data, shape };
}

/**
 * The same vector at each of so many positions.
 * @param {ArrayLike<number>} vector
 * @param {number} positions
 */
export const repeated = (vector, positions) =>
  tensor(Array.from({ length: positions }, () => Array.from(vector)));

/**
 * By how much scores [positions, positions] differ at most between cells of equal distance m − n.
 * @param {Tensor} scores
 */
export function deviation({ data, shape }) {
  const [count] = shape;
  let worst = 0;
  for (let distance = 1 - count; distance < count; distance++) {
    const diagonal = [];
    for (let m = Math.max(0, distance); m < count && m - distance < count; m++) {
      diagonal.push(data[m * count + m - distance]);
    }
    worst = Math.max(worst, Math.max(...diagonal) - Math.min(...diagonal));
  }
  return worst;
}

/**
 * @param {ArrayLike<number>} got
 * @param {ArrayLike<number>} want
 * @param {number} tolerance
 */
export function expectNear(got, want, tolerance) {
  expect(got.length).toBe(want.length);
  const index = Array.from(got).findIndex((value, n) => !(Math.abs(value - want[n]) <= tolerance));
  expect(index, `index ${index}: got ${got[index]}, want ${want[index]} ± ${tolerance}`).toBe(-1);
}

/**
 * Each number must be what rounding to float gives for some number within the tolerance of the golden one.
 * @param {ArrayLike<number>} got
 * @param {ArrayLike<number>} want
 * @param {number} tolerance
 */
export function expectRounded(got, want, tolerance) {
  expect(got.length).toBe(want.length);
  const index = Array.from(got).findIndex(
    (value, n) => !(value >= Math.fround(want[n] - tolerance) && value <= Math.fround(want[n] + tolerance)),
  );
  expect(index, `index ${index}: got ${got[index]}, want ${want[index]} ± ${tolerance}`).toBe(-1);
}

/** @param {Float32Array} data */
export function fnv1a32(data) {
  let hash = 2166136261;
  for (const byte of new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) {
    hash = Math.imul(hash ^ byte, 16777619);
  }
  return hash >>> 0;
}

/**
 * A test a case: the call must throw an error of the type, with that very message.
 * @param {import('../../web/core/index.js').Core} core
 * @param {[call: string, args: unknown[], type: new () => Error, message: string][]} cases
 */
export function refuse(core, cases) {
  // These are calls that no checked program would make.
  const loose = /** @type {any} */ (core);
  for (const [call, args, type, message] of cases) {
    test(`${call} says that ${message}`, () => {
      const attempt = () => loose[call](...args);
      expect(attempt).toThrow(type);
      expect(attempt).toThrow(expect.objectContaining({ message }));
    });
  }
}
