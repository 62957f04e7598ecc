/**
 * Makes the core's calls. Their options are written by name into one struct in memory (cpp/calls.hpp): where each lies, of what type
 * it is, and which number an enumerator has, is what the WebAssembly says.
 *
 * @typedef {import('../../build/wasm/ropescope.mjs').RopescopeModule} RopescopeModule
 * @typedef {import('../../build/wasm/ropescope.mjs').Calls} Calls
 * @typedef {{ bytes: Uint8Array, integers: Int32Array, doubles: Float64Array }} Views of all the memory
 * @typedef {Record<string, any>} Given
 * @typedef {{ type: string, index: number, numbers: Record<string, number> | undefined }} Option
 *   the index is into the view of its type
 */

/** @type {Record<string, number>} */
const bytesOf = { boolean: 1, integer: 4, double: 8 };

/**
 * @param {RopescopeModule} module
 * @param {() => Views} views
 * @returns {Calls}
 */
export function bindCalls(module, views) {
  const { make } = module;
  const start = module.options();
  const [enumerators, places, names] = String.fromCharCode(...module.names())
    .trim()
    .split('\n\n')
    .map((part) => part.split('\n').map((line) => line.split(' ')));
  /** @type {Record<string, Record<string, number>>} */
  const enumerations = {};
  for (const [name, type, number] of enumerators) {
    enumerations[type] ??= {};
    enumerations[type][name] = Number(number);
  }
  /** @type {Record<string, Option>} */
  const options = {};
  for (const [name, type, offset] of places) {
    const index = (start + Number(offset)) / (bytesOf[type] ?? bytesOf.integer);
    options[name] = { type, index, numbers: enumerations[type] };
  }
  /** @type {Record<string, (given: Given, more?: Given) => unknown>} */
  const calls = {};
  for (const [number, [name, type]] of names.entries()) {
    const words = enumerations[type] && namesByNumber(enumerations[type]);
    calls[name] = (given, more) => {
      write(options, given, views());
      if (more) write(options, more, views());
      const answer = make(number);
      return words ? (words[answer] ?? answer) : answer;
    };
  }
  return /** @type {any} */ (calls);
}

/**
 * @param {Record<string, number>} numbers
 * @returns {string[]}
 */
function namesByNumber(numbers) {
  /** @type {string[]} */
  const names = [];
  for (const [name, number] of Object.entries(numbers)) names[number] = name;
  return names;
}

/**
 * @param {Record<string, Option>} options
 * @param {Given} given those that are undefined stay 0
 * @param {Views} views
 */
function write(options, given, { bytes, integers, doubles }) {
  for (const name of Object.keys(given)) {
    const value = given[name];
    if (value === undefined) continue;
    const { type, index, numbers } = options[name];
    if (type === 'integer') integers[index] = value;
    else if (type === 'double') doubles[index] = value;
    else if (numbers) integers[index] = numberOf(numbers, value);
    else bytes[index] = value;
  }
}

/** @param {Record<string, number>} numbers @param {string} name @returns {number} */
function numberOf(numbers, name) {
  if (!Object.hasOwn(numbers, name)) throw new Error(`the core knows no “${name}”`);
  return numbers[name];
}
