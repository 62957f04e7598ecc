import { named, problem, show } from './check.js';

/**
 * A tensor: numbers in row-major order, owned by the caller.
 * @typedef {{ data: Float32Array, shape: readonly number[] }} Tensor
 */

/**
 * Whole numbers in row-major order.
 * @typedef {{ data: Int32Array, shape: readonly number[] }} IntegerTensor
 */

/**
 * @template {Tensor | IntegerTensor} T
 * @param {string} name
 * @param {T} value
 * @param {number} axes how many it has at least
 * @param {Float32ArrayConstructor | Int32ArrayConstructor} type of its data
 * @returns {T}
 */
export function tensor(name, value, axes, type = Float32Array) {
  if (typeof value !== 'object' || value === null) {
    throw problem(false, `${name} must be a tensor { data: ${type.name}, shape: number[] }`, show(value));
  }
  const { data, shape } = value;
  if (!(data instanceof type)) throw problem(false, `${name}.data must be ${named(type.name)}`, show(data));
  if (!Array.isArray(shape)) throw problem(false, `${name}.shape must be a list of sizes`, show(shape));
  if (shape.length < axes) throw problem(true, `${name}.shape must have at least ${axes} sizes`, show(shape));
  let length = 1;
  for (const [n, size] of shape.entries()) {
    if (!Number.isSafeInteger(size) || size < 1) {
      throw problem(true, `${name}.shape must hold integers of at least 1`, `${show(size)} at index ${n}`);
    }
    length *= size;
  }
  if (length !== data.length) {
    throw problem(
      true,
      `${name}.shape must multiply to ${data.length}, the length of ${name}.data`,
      show(shape),
    );
  }
  return value;
}

/**
 * A tensor that ends in [positions, dimensions].
 * @param {string} name
 * @param {Tensor} value
 */
export function rows(name, value) {
  const { data, shape } = tensor(name, value, 2);
  const [positions, dimensions] = shape.slice(-2);
  return { data, shape, positions, dimensions };
}

/**
 * A tensor [rows, dimensions].
 * @param {string} name
 * @param {Tensor} value
 */
export function table(name, value) {
  const { data, shape, positions, dimensions } = rows(name, value);
  if (shape.length > 2) throw problem(true, `${name}.shape must be [rows, dimensions]`, show(shape));
  return { data, rows: positions, dimensions };
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
  if (!(value instanceof type)) throw problem(false, `${name} must be ${named(type.name)}`, show(value));
  const got = value.length;
  if (got !== length) throw problem(true, `${name} must have length ${length}`, String(got));
  return value;
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
