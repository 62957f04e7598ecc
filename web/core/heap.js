/**
 * The border: the only code that touches the WebAssembly's memory. Numbers are copied in and out; nothing that leaves here is a
 * view, because a view turns empty in silence when the memory grows.
 */

import { lengthOf } from './arguments.js';
import { bindCalls } from './bindings.js';
import { guard } from './tensors.js';

/** @typedef {import('./bindings.js').RopescopeModule} RopescopeModule */

/** Bytes that the core can have in all: -sMAXIMUM_MEMORY in cpp/CMakeLists.txt. */
const maxBytes = 2 ** 30;
/** A slot larger than this is given back after the call; smaller ones stay for the next. */
const keptBytes = 2 ** 20;
/** Up to so many numbers a loop copies faster than a view can be made. */
const fewNumbers = 512;

/** A piece of the heap that calls use one after another. */
class Slot {
  address = 0;
  capacity = 0;
  /** Counts up whenever what the slot held is gone. */
  generation = 0;
  #heap;

  /** @param {Heap} heap */
  constructor(heap) {
    this.#heap = heap;
  }

  /**
   * @param {number} bytes
   * @returns {boolean} whether the slot now has so many
   */
  reserve(bytes) {
    if (bytes <= this.capacity) return true;
    this.release();
    const capacity = bytes > keptBytes ? bytes : Math.max(256, 2 ** Math.ceil(Math.log2(bytes)));
    this.address = this.#heap.module.allocate(capacity);
    this.capacity = this.address === 0 ? 0 : capacity;
    return this.address !== 0;
  }

  release() {
    if (this.address !== 0) this.#heap.module.release(this.address);
    this.address = 0;
    this.capacity = 0;
    this.generation++;
  }

  /** @param {Float32Array} data */
  write(data) {
    this.#heap.views.floats.set(data, this.address / 4);
  }

  /** @param {ArrayLike<number>} list */
  writeDoubles(list) {
    this.#heap.views.doubles.set(list, this.address / 8);
  }

  /** @param {ArrayLike<number>} list of integers; those above 2^31 come out as unsigned in C++ */
  writeIntegers(list) {
    this.#heap.views.integers.set(list, this.address / 4);
  }

  /**
   * @param {Float32Array | undefined} out
   * @param {number} length
   * @returns {Float32Array} out, or a new one
   */
  read(out, length) {
    return copy(this.#heap.views.floats, this.address / 4, out ?? this.#heap.create(Float32Array, length));
  }

  /**
   * @param {number} length
   * @returns {Float64Array} a new one
   */
  readDoubles(length) {
    return copy(this.#heap.views.doubles, this.address / 8, this.#heap.create(Float64Array, length));
  }

  /**
   * @param {Int32Array | undefined} out
   * @param {number} length
   * @returns {Int32Array} out, or a new one
   */
  readIntegers(out, length) {
    return copy(this.#heap.views.integers, this.address / 4, out ?? this.#heap.create(Int32Array, length));
  }

  /**
   * @param {number} length
   * @returns {number} the index of the first float that is not finite
   */
  firstNonFinite(length) {
    const start = this.address / 4;
    return this.#heap.views.floats
      .subarray(start, start + length)
      .findIndex((value) => !Number.isFinite(value));
  }
}

/**
 * @template {Float32Array | Float64Array | Int32Array} T
 * @param {T} from
 * @param {number} start
 * @param {T} to
 * @returns {T}
 */
function copy(from, start, to) {
  const length = lengthOf(to);
  // What `to` calls its own `set` may be anything.
  if (length > fewNumbers) from.set.call(to, from.subarray(start, start + length));
  else for (let n = 0; n < length; n++) to[n] = from[start + n];
  return to;
}

/** @param {ArrayBufferLike} memory */
const viewsOf = (memory) => ({
  bytes: new Uint8Array(memory),
  integers: new Int32Array(memory),
  floats: new Float32Array(memory),
  doubles: new Float64Array(memory),
});

/** There is not as much memory as a call needs; the core can be used as before. */
export class MemoryError extends RangeError {
  name = 'MemoryError';
}

/** The memory of one core, with its slots. */
export class Heap {
  #views = viewsOf(new ArrayBuffer(0));

  /** @param {RopescopeModule} module */
  constructor(module) {
    this.module = module;
    this.calls = bindCalls(module, () => this.views);
    guard(() => module.memory().buffer);
    this.slots = Object.freeze({
      first: new Slot(this),
      second: new Slot(this),
      frequencies: new Slot(this),
      ownFrequencies: new Slot(this),
      list: new Slot(this),
      output: new Slot(this),
      output2: new Slot(this),
    });
  }

  /** All the memory. The views are made anew when it has grown: that leaves the old ones empty. */
  get views() {
    if (this.#views.bytes.length === 0) this.#views = viewsOf(this.module.memory().buffer);
    return this.#views;
  }

  /**
   * Runs `work` when the slots that it names have so many bytes.
   * @template T
   * @param {string} call the call's name
   * @param {Partial<Record<keyof Heap['slots'], number>>} sizes in bytes
   * @param {(slots: Heap['slots']) => T} work
   * @returns {T}
   * @throws {MemoryError}
   */
  use(call, sizes, work) {
    const { slots } = this;
    const names = /** @type {(keyof typeof slots)[]} */ (Object.keys(sizes));
    let total = 0;
    for (const name of names) total += sizes[name] ?? 0;
    if (total > maxBytes) throw new MemoryError(`${call} needs ${total} bytes, more than the core's 1 GiB`);
    try {
      for (const name of names) {
        if (slots[name].reserve(sizes[name] ?? 0)) continue;
        throw new MemoryError(`${call} needs ${total} bytes, more than is free in the core's 1 GiB`);
      }
      return work(slots);
    } finally {
      for (const name of names) if (slots[name].capacity > keptBytes) slots[name].release();
    }
  }

  /**
   * A piece of the heap for someone to keep until they release it.
   * @param {string} call the call's name
   * @param {number} bytes
   * @returns {Slot}
   * @throws {MemoryError}
   */
  hold(call, bytes) {
    const slot = new Slot(this);
    if (slot.reserve(bytes)) return slot;
    throw new MemoryError(`${call} needs ${bytes} bytes, more than is free in the core's 1 GiB`);
  }

  /**
   * @template {Float32Array | Float64Array | Int32Array} T
   * @param {new (length: number) => T} type
   * @param {number} length
   * @returns {T}
   */
  create(type, length) {
    try {
      return new type(length);
    } catch {
      throw new MemoryError(`a result of ${length} numbers needs more memory than there is`);
    }
  }
}
