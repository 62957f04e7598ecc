import { bufferOf, isShared, lengthOf, offsetOf, typeOf } from './arguments.js';
import { named, problem, show } from './check.js';

/**
 * A tensor: numbers in row-major order, owned by the caller.
 * @typedef {{ data: Float32Array, shape: readonly number[] }} Tensor
 */

/**
 * Whole numbers in row-major order.
 * @typedef {{ data: Int32Array, shape: readonly number[] }} IntegerTensor
 */

/** Far more than anything has. */
const maxAxes = 64;

/** @type {(() => ArrayBufferLike)[]} */
const memories = [];

/**
 * Makes the memory of a core one that no caller's array may lie in.
 * @param {() => ArrayBufferLike} memory as it is now
 */
export function guard(memory) {
  memories.push(memory);
}

/**
 * @template {Float32Array | Int32Array} T
 * @param {string} name
 * @param {unknown} value
 * @param {new (length: number) => T} type
 * @returns {T}
 */
function array(name, value, type) {
  if (typeOf(value) !== type.name) throw problem(false, `${name} must be ${named(type.name)}`, show(value));
  const typed = /** @type {T} */ (value);
  const buffer = bufferOf(typed);
  if (isShared(buffer)) throw problem(false, `${name} must lie in an ArrayBuffer`, 'a shared one');
  if (memories.some((memory) => memory() === buffer)) {
    throw problem(false, `${name} must lie outside the core's memory`, 'a part of it');
  }
  return typed;
}

/**
 * @template {Tensor | IntegerTensor} T
 * @param {string} name
 * @param {T} value
 * @param {number} axes how many it has at least
 * @param {Float32ArrayConstructor | Int32ArrayConstructor} type of its data
 * @returns {{ data: T['data'], shape: number[], size: number }} its size is the data's true length
 */
export function tensor(name, value, axes, type = Float32Array) {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
    throw problem(false, `${name} must be a tensor { data: ${type.name}, shape: number[] }`, show(value));
  }
  const { shape } = value;
  const data = /** @type {T['data']} */ (array(`${name}.data`, value.data, /** @type {any} */ (type)));
  if (!Array.isArray(shape)) throw problem(false, `${name}.shape must be a list of sizes`, show(shape));
  if (shape.length < axes) throw problem(true, `${name}.shape must have at least ${axes} sizes`, show(shape));
  if (shape.length > maxAxes) throw problem(true, `${name}.shape must have at most ${maxAxes} sizes`, 'more');
  const size = lengthOf(data);
  let product = 1;
  for (const [n, one] of shape.entries()) {
    if (!Number.isSafeInteger(one) || one < 1) {
      throw problem(true, `${name}.shape must hold integers of at least 1`, `${show(one)} at index ${n}`);
    }
    product *= one;
  }
  if (product !== size) {
    throw problem(true, `${name}.shape must multiply to ${size}, the length of ${name}.data`, show(shape));
  }
  return { data, shape: [...shape], size };
}

/**
 * A tensor that ends in [positions, dimensions].
 * @param {string} name
 * @param {Tensor} value
 */
export function rows(name, value) {
  const checked = tensor(name, value, 2);
  const [positions, dimensions] = checked.shape.slice(-2);
  return { ...checked, positions, dimensions };
}

/**
 * A tensor [rows, dimensions].
 * @param {string} name
 * @param {Tensor} value
 */
export function table(name, value) {
  const { data, shape, size, positions, dimensions } = rows(name, value);
  if (shape.length > 2) throw problem(true, `${name}.shape must be [rows, dimensions]`, show(shape));
  return { data, size, rows: positions, dimensions };
}

/**
 * @template {Float32Array | Int32Array} T
 * @param {string} name
 * @param {unknown} value
 * @param {number} length
 * @param {new (length: number) => T} type
 * @returns {T | undefined}
 */
function typed(name, value, length, type) {
  if (value === undefined) return undefined;
  const out = array(name, value, type);
  const got = lengthOf(out);
  if (got !== length) throw problem(true, `${name} must have length ${length}`, String(got));
  return out;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} length
 * @returns {Float32Array | undefined}
 */
export const output = (name, value, length) => typed(name, value, length, Float32Array);

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} length
 * @returns {Int32Array | undefined}
 */
export const integerOutput = (name, value, length) => typed(name, value, length, Int32Array);

/**
 * Whether two arrays of the same length share memory: then what is written last is in both.
 * @param {Float32Array} one
 * @param {Float32Array} other
 */
export const overlap = (one, other) =>
  bufferOf(one) === bufferOf(other) && Math.abs(offsetOf(one) - offsetOf(other)) < 4 * lengthOf(one);
