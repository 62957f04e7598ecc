/**
 * The door for what callers give: it is read once, before it is checked, so that what is checked is what is used. Whatever code of
 * the caller's a reading runs (getters, proxies) has run by then, and may have called the core.
 */

/** The largest count of positions, dimensions, rows. */
export const maxCount = 1048576;
/** Lists lie up to 5 deep in a config, and messages show three more. */
const maxDepth = 8;
/** How many values one argument may have in all. What is past them is read as empty. */
const maxValues = 4 * maxCount;

const typedArray = Object.getPrototypeOf(Float32Array.prototype);

/**
 * What a typed array itself says; the property of that name may be anybody's.
 * @param {object} prototype
 * @param {PropertyKey} key
 * @returns {(value: unknown) => any}
 */
function getter(prototype, key) {
  const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(prototype, key)?.get);
  return (value) => get.call(value);
}

/** The name of a typed array's type; undefined for everything else. @type {(value: unknown) => string | undefined} */
export const typeOf = getter(typedArray, Symbol.toStringTag);
/** @type {(typed: ArrayBufferView) => number} */
export const lengthOf = getter(typedArray, 'length');
/** @type {(typed: ArrayBufferView) => ArrayBufferLike} */
export const bufferOf = getter(typedArray, 'buffer');
/** @type {(typed: ArrayBufferView) => number} */
export const offsetOf = getter(typedArray, 'byteOffset');
/** Throws for a shared buffer. */
const bytesOf = getter(ArrayBuffer.prototype, 'byteLength');

/** @param {ArrayBufferLike} buffer */
export function isShared(buffer) {
  try {
    bytesOf(buffer);
    return false;
  } catch {
    return true;
  }
}

/**
 * Copies what the caller gave, but for typed arrays: those have no code to run. Of objects only their own keys count.
 * @template T
 * @param {T} given
 * @returns {T}
 */
export function own(given) {
  let left = maxValues;
  /** @param {any} value @param {number} depth @returns {any} */
  const copy = (value, depth) => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const full = depth > maxDepth || left <= 0;
    if (Array.isArray(value)) {
      const list = [];
      const { length } = value;
      // One more than any list may have, so that it is seen to be too long.
      const count = full || !Number.isInteger(length) ? 0 : Math.min(length, maxCount + 1);
      left -= count;
      for (let n = 0; n < count; n++) list.push(copy(value[n], depth + 1));
      return list;
    }
    /** @type {Record<string, unknown>} */
    const object = Object.create(null);
    if (full) return object;
    const keys = Object.keys(value);
    left -= keys.length;
    for (const key of keys) object[key] = copy(value[key], depth + 1);
    return object;
  };
  return copy(given, 0);
}
