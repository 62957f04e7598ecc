/**
 * What hostile callers give, by kinds. Each maker gets what the argument should have been, and the means to do harm.
 * @typedef {object} Means
 * @property {() => void} reenter calls the core
 * @property {WebAssembly.Memory} memory the core's
 * @property {any[]} typed the call's typed arrays
 * @typedef {{ make: (good: any, means: Means) => any, same?: boolean }} Kind `same`: the call must answer as if it were good
 */

/** What a hostile getter throws: it is the caller's own. */
export class Own extends Error {}

/** @param {any} value */
const constant = (value) => ({ make: () => value });

/** @type {Record<string, Kind>} */
const values = Object.fromEntries(
  [
    0,
    -0,
    -1,
    1,
    2.5,
    1e-320,
    1e9,
    2 ** 31,
    2 ** 32,
    2 ** 53,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
    .map((value) => [Object.is(value, -0) ? '-0' : String(value), constant(value)])
    .concat(
      [5n, '', '4', 'extend', Symbol('s'), true, false, null, undefined].map((value) => [
        `${typeof value} ${String(value)}`,
        constant(value),
      ]),
    ),
);

/** @param {any} good @param {(target: any, key: PropertyKey) => any} get */
const proxy = (good, get) => new Proxy(typeof good === 'object' && good ? good : {}, { get });

/** @param {any} good @param {() => void} act */
const acting = (good, act) =>
  typeof good !== 'object' || good === null
    ? good
    : new Proxy(good, {
        get: (target, key) => {
          act();
          return Reflect.get(target, key);
        },
        ownKeys: (target) => {
          act();
          return Reflect.ownKeys(target);
        },
      });

/** @param {Means} means */
function detach({ typed }) {
  for (const { buffer } of typed) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength > 0)
      structuredClone(buffer, { transfer: [buffer] });
  }
}

/** @param {any} good @param {any} buffer */
const viewOf = (good, buffer) => new (good?.constructor === Int32Array ? Int32Array : Float32Array)(buffer);
/** @param {any} good */
const bytesOf = (good) => (ArrayBuffer.isView(good) ? good.byteLength : 16);
/** @param {any} good @returns {boolean} */
const isList = (good) => Array.isArray(good) || ArrayBuffer.isView(good);
const resizable = /** @type {any} */ (ArrayBuffer);
const growable = /** @type {any} */ (SharedArrayBuffer);

/** @type {Record<string, Kind>} */
const objects = {
  'a function': constant(() => 4),
  'an object': { make: () => ({}) },
  'a list': { make: () => [] },
  'a list in lists': { make: () => [[[[[[[[[[[[1]]]]]]]]]]]] },
  'a boxed number': { make: (good) => Object(good) },
  'a valueOf': { make: (good) => ({ valueOf: () => good, toString: () => String(good) }) },
  'a date': { make: () => new Date(0) },
  'a revoked proxy': {
    make: () => {
      const { proxy: one, revoke } = Proxy.revocable({}, {});
      revoke();
      return one;
    },
  },
  'a proxy of anything': { make: (good) => proxy(good, () => 4) },
  'a proxy of symbols': { make: (good) => proxy(good, () => Symbol('p')) },
  'a getter that throws': {
    make: (good) =>
      acting(good, () => {
        throw new Own('own');
      }),
  },
  'a getter that calls the core': {
    make: (good, { reenter }) => (ArrayBuffer.isView(good) ? good : acting(good, reenter)),
    same: true,
  },
  'a getter that detaches': {
    make: (good, means) => (ArrayBuffer.isView(good) ? good : acting(good, () => detach(means))),
  },
  'answers that change': {
    make: (good) => {
      let asked = 0;
      return proxy(good, (target, key) => (asked++ % 2 === 0 ? Reflect.get(target, key) : 2 ** 9));
    },
  },
  'inherited keys': { make: (good) => Object.create(typeof good === 'object' ? good : {}) },
  'a list without end': { make: () => new Array(2 ** 32 - 1) },
  'a proxy without end': {
    make: () => new Proxy([1], { get: (_, key) => (key === 'length' ? 2 ** 32 - 1 : 1) }),
  },
  'a list that grows': {
    make: (good) => {
      if (!Array.isArray(good)) return [1, 2];
      let more = 0;
      return new Proxy(good, {
        get: (target, key) =>
          key === 'length' ? good.length + 1000 * more++ : (Reflect.get(target, key) ?? 1),
      });
    },
    same: true,
  },
  'a list with holes': {
    make: (good) => (isList(good) ? Object.assign([], { 1: 1, length: good.length }) : new Array(2)),
  },
  'a bigint list': { make: (good) => new BigInt64Array(good?.length ?? 2) },
  doubles: { make: (good) => new Float64Array(good?.length ?? 2) },
  bytes: { make: (good) => new Uint8Array(good?.length ?? 2) },
  'a data view': { make: () => new DataView(new ArrayBuffer(16)) },
  'an array that lies about its length': {
    make: (good) => Object.defineProperty(viewOf(good, 4e5), 'length', { value: good?.length ?? 4 }),
  },
  'an array with other methods': {
    make: (good, { reenter }) =>
      ArrayBuffer.isView(good)
        ? Object.assign(good, { set: reenter, subarray: reenter, findIndex: () => -1, every: () => true })
        : good,
    same: true,
  },
  'a proxy of an array': { make: (good) => (isList(good) ? new Proxy(good, {}) : new Proxy([1], {})) },
  'an array by prototype': { make: (good) => Object.create(viewOf(good, 0)) },
  'a shared array': { make: (good) => viewOf(good, new SharedArrayBuffer(bytesOf(good))) },
  'a growable shared array': {
    make: (good) => viewOf(good, new growable(bytesOf(good), { maxByteLength: bytesOf(good) * 2 })),
  },
  'an array that shrank': {
    make: (good) => {
      const buffer = new resizable(bytesOf(good), { maxByteLength: bytesOf(good) * 2 });
      const view = viewOf(good, buffer);
      buffer.resize(0);
      return view;
    },
  },
  'a resizable array': {
    make: (good) => viewOf(good, new resizable(bytesOf(good), { maxByteLength: bytesOf(good) * 2 })),
  },
  'a detached array': {
    make: (good, means) => {
      const view = viewOf(good, new ArrayBuffer(bytesOf(good)));
      detach({ ...means, typed: [view] });
      return view;
    },
  },
  "the core's memory": {
    make: (good, { memory }) =>
      viewOf(good, memory.buffer).subarray(256, 256 + (isList(good) ? good.length : 4)),
  },
};

/** @type {Record<string, Kind>} */
export const kinds = { ...values, ...objects };
