import { afterEach, describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { random, refuse } from './core-support.js';
import { processorTime } from './processor-time.js';

const { instantiate } = WebAssembly;
/** @type {WebAssembly.Memory | undefined} */
let memory;
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {BufferSource} */ bytes, /** @type {WebAssembly.Imports} */ imports) => {
    const made = await instantiate(bytes, imports);
    memory = /** @type {WebAssembly.Memory} */ (
      Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory)
    );
    return made;
  }
);
const core = await loadCore();
WebAssembly.instantiate = instantiate;

/** These are calls that no checked program would make. */
const loose = /** @type {any} */ (core);
const x = () => random([2, 4], 1);
const want = core.rotate(x()).data;

afterEach(() => expect(core.rotate(x()).data).toEqual(want));

/** @param {object} target @param {string} key @param {() => unknown} get */
const withGetter = (target, key, get) => Object.defineProperty(target, key, { get, enumerable: true });

describe('a typed array is as long as it is, whatever it says', () => {
  const long = Object.defineProperty(new Float32Array(4e5), 'length', { value: 4 });
  const brief = Object.defineProperty(new Float32Array(4), 'byteLength', { value: 1 });

  test('as data', () => {
    expect(() => core.add({ data: long, shape: [2, 2] })).toThrow(
      'x.shape must multiply to 400000, the length of x.data, got [2, 2]',
    );
    expect(core.add({ data: brief, shape: [2, 2] }).data).toHaveLength(4);
    core.trainer({ encoding: 'learned', length: 8, dimensions: 2 }).free();
  });

  test('as out', () => {
    expect(() => core.add({ data: new Float32Array(4), shape: [2, 2] }, { out: long })).toThrow(
      'out must have length 4, got 400000',
    );
  });

  test('with methods that are not its own', () => {
    const out = Object.assign(new Float32Array(1024), { set: () => core.add(x()), subarray: null });
    expect([...core.sinusoidal({ positions: 1, dimensions: 1024, out }).data].slice(0, 2)).toEqual([0, 1]);
    const bad = Object.assign(Float32Array.of(1, Number.NaN), { findIndex: () => -1, every: () => true });
    expect(() => core.add({ data: bad, shape: [1, 2] })).toThrow(
      'x must hold finite numbers, got NaN at index 1',
    );
  });

  test('and what only looks like one is refused', () => {
    for (const data of [new Proxy(new Float32Array(4), {}), Object.create(Float32Array.prototype)]) {
      expect(() => core.add({ data, shape: [2, 2] })).toThrow('x.data must be a Float32Array, got an object');
    }
  });
});

describe('memory that changes under the core', () => {
  test('a shared buffer is refused', () => {
    const data = new Float32Array(new SharedArrayBuffer(16));
    const message = 'must lie in an ArrayBuffer, got a shared one';
    expect(() => core.add({ data, shape: [2, 2] })).toThrow(new TypeError(`x.data ${message}`));
    expect(() => core.rotate(x(), { out: new Float32Array(new SharedArrayBuffer(32)) })).toThrow(
      new TypeError(`out ${message}`),
    );
  });

  test('a detached one is empty', () => {
    const data = new Float32Array(4);
    structuredClone(data.buffer, { transfer: [data.buffer] });
    expect(() => core.add({ data, shape: [2, 2] })).toThrow('x.shape must multiply to 0');
  });

  test('one that an option’s getter detaches is empty too', () => {
    const { data, shape } = x();
    const options = withGetter({}, 'start', () => {
      structuredClone(data.buffer, { transfer: [data.buffer] });
      return 0;
    });
    expect(() => core.add({ data, shape }, options)).toThrow('x.shape must multiply to 0');
  });

  test('one that an option’s getter shrinks has its new length', () => {
    const buffer = new /** @type {any} */ (ArrayBuffer)(32, { maxByteLength: 64 });
    const options = withGetter({}, 'start', () => {
      buffer.resize(8);
      return 0;
    });
    expect(() => core.add({ data: new Float32Array(buffer), shape: [2, 4] }, options)).toThrow(
      'x.shape must multiply to 2',
    );
  });

  test('the core’s own is refused', () => {
    const { buffer } = /** @type {WebAssembly.Memory} */ (memory);
    const message = "must lie outside the core's memory, got a part of it";
    expect(() => core.add({ data: new Float32Array(buffer, 0, 4), shape: [2, 2] })).toThrow(
      new TypeError(`x.data ${message}`),
    );
    expect(() => core.rotate(x(), { out: new Float32Array(buffer, 1024, 8) })).toThrow(
      new TypeError(`out ${message}`),
    );
  });
});

describe('what is read is read once', () => {
  test('a getter that calls the core changes nothing', () => {
    for (const key of ['start', 'base', 'attentionFactor']) {
      const plain = { start: 3, base: 100, attentionFactor: 2 };
      const value = plain[/** @type {keyof typeof plain} */ (key)];
      const options = withGetter({ ...plain }, key, () => {
        core.rotate(random([9, 32], 4), { positionIds: [9, 8, 7, 6, 5, 4, 3, 2, 1], pairing: 'half' });
        return value;
      });
      expect(core.rotate(x(), options)).toEqual(core.rotate(x(), plain));
    }
  });

  test('a list’s elements that call the core change nothing', () => {
    const ids = withGetter([5, 6], '0', () => {
      core.rotate(x(), { positionIds: [100, 200] });
      return 5;
    });
    expect(core.rotate(x(), { positionIds: /** @type {any} */ (ids) })).toEqual(
      core.rotate(x(), { positionIds: [5, 6] }),
    );
  });

  test('a field that answers otherwise the second time is never asked again', () => {
    let asked = 0;
    const options = withGetter({ dimensions: 2 }, 'positions', () => (++asked === 1 ? 2 : 1e6));
    expect(loose.sinusoidal(options).shape).toEqual([2, 2]);
    expect(asked).toBe(1);
  });

  test('a list that grows while it is read has its first length', () => {
    let length = 2;
    const ids = new Proxy([1, 2], {
      get: (list, key) => (key === 'length' ? length++ * 1000 - 1998 : (Reflect.get(list, key) ?? 1)),
    });
    expect(core.learnedRows({ ids, dimensions: 2, seed: 0 }).shape).toEqual([2, 2]);
  });

  test('a list of any length is refused at once', () => {
    const endless = new Array(2 ** 32 - 1);
    const proxy = new Proxy([1], { get: (_, key) => (key === 'length' ? 2 ** 32 - 1 : 1) });
    const data = Int32Array.of(0);
    refusedAtOnce(() => loose.lookup(x(), { data: endless, shape: [1] }), 'ids.data must be an Int32Array');
    refusedAtOnce(() => loose.lookup(x(), { data, shape: proxy }), 'ids.shape must have at most 64 sizes');
    refusedAtOnce(
      () => core.learnedRows({ ids: proxy, dimensions: 1, seed: 0 }),
      'ids must have at most 1048576 numbers, got more',
    );
  });

  test('lists in lists that are all the same one do not multiply', () => {
    /** @type {unknown} */
    let config = 1;
    for (let depth = 0; depth < 6; depth++) config = new Array(1000).fill(config);
    refusedAtOnce(() => core.fromConfig({ rope_theta: /** @type {any} */ (config) }), 'must be');
  });
});

/** @param {() => unknown} call @param {string} message */
function refusedAtOnce(call, message) {
  expect(processorTime(() => expect(call).toThrow(message))).toBeLessThan(2000);
}

describe('only own keys are options', () => {
  test('what every object inherits is none', () => {
    const call = () => [
      core.rotate(x(), { start: 2, precision: { table: 'float32' } }),
      core.cosSin({ positions: 2, rotaryDimensions: 2 }),
      core.fromConfig({ head_dim: 8, rope_scaling: { rope_type: 'linear', factor: 2 } }),
    ];
    const before = call();
    const all = /** @type {any} */ (Object.prototype);
    all.extend = () => {};
    all.base = 2;
    all.factor = 7;
    all.attention_factor = 5;
    try {
      expect(call()).toEqual(before);
      const trainer = core.trainer({ encoding: 'none', length: 4 });
      trainer.step();
      trainer.free();
    } finally {
      for (const key of ['extend', 'base', 'factor', 'attention_factor']) delete all[key];
    }
  });

  test('nor is what one object inherits', () => {
    expect(() => loose.sinusoidal(Object.create({ positions: 2, dimensions: 2 }))).toThrow(
      'positions must be an integer from 1 to 1048576, got undefined',
    );
    expect(core.add(x(), Object.create({ start: 9 }))).toEqual(core.add(x()));
  });
});

describe('out', () => {
  const memory = new Float32Array(8);
  const sizes = { positions: 2, rotaryDimensions: 4 };
  refuse(core, [
    [
      'cosSin',
      [{ ...sizes, out: { cos: memory.subarray(0, 4), sin: memory.subarray(0, 4) } }],
      RangeError,
      'out.sin must lie apart from out.cos, got the same memory',
    ],
    [
      'cosSin',
      [{ ...sizes, out: { cos: memory.subarray(3, 7), sin: memory.subarray(0, 4) } }],
      RangeError,
      'out.sin must lie apart from out.cos, got the same memory',
    ],
    [
      'cosSin',
      [{ ...sizes, out: { cos: memory.subarray(1, 5), sin: memory.subarray(4, 8) } }],
      RangeError,
      'out.sin must lie apart from out.cos, got the same memory',
    ],
  ]);

  test('cosines and sines may lie side by side', () => {
    const out = { cos: memory.subarray(4), sin: memory.subarray(0, 4) };
    const got = core.cosSin({ ...sizes, out });
    expect(got).toEqual(core.cosSin(sizes));
  });

  test('may overlap the input in part', () => {
    const data = new Float32Array(12);
    data.set(x().data);
    expect(
      core.rotate({ data: data.subarray(0, 8), shape: [2, 4] }, { out: data.subarray(3, 11) }).data,
    ).toEqual(want);
  });
});

describe('a trainer', () => {
  refuse(core, [
    [
      'trainer',
      [{ encoding: 'none', length: 5n }],
      TypeError,
      'length must be an integer from 2 to 256, got 5n',
    ],
  ]);

  test('does no more in one call than can be waited for, and says how much', () => {
    const largest = core.trainer({ encoding: 'learned', length: 256, dimensions: 64 });
    expect(() => largest.step(1048576)).toThrow('count must be an integer from 1 to 2048, got 1048576');
    largest.free();
  });

  test('shows what is no count in words, whatever it says of itself', () => {
    const trainer = /** @type {any} */ (core.trainer({ encoding: 'none', length: 4 }));
    const endless = new Proxy([1], { get: (_, key) => (key === 'length' ? 2 ** 32 - 1 : 1) });
    expect(() => trainer.step(endless)).toThrow('count must be an integer from 1 to 1048576, got [1, 1');
    expect(() => trainer.rows(endless)).toThrow(
      'block must be "positions" or "queries" or "keys", got [1, 1',
    );
    trainer.free();
  });

  test('goes by its settings, whatever is written on it', () => {
    const trainer = /** @type {any} */ (core.trainer({ encoding: 'sinusoidal', length: 8, dimensions: 4 }));
    const other = core.trainer({ encoding: 'sinusoidal', length: 8, dimensions: 4 });
    const written = { settings: { length: 1e6, lookBack: -5, dimensions: 1e6 }, positions: 1e8, steps: -1e6 };
    for (const [name, value] of Object.entries(written)) {
      expect(() => {
        trainer[name] = value;
      }).toThrow(TypeError);
      Object.defineProperty(trainer, name, { value });
    }
    expect(trainer.step(3)).toEqual(other.step(3));
    expect(trainer.evaluate()).toEqual(other.evaluate());
    expect(trainer.rows()).toEqual(other.rows());
    trainer.free();
    other.free();
  });
});
