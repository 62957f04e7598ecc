import { own } from './arguments.js';
import { learnedRows, learnedTable, lookup } from './learned.js';
import { cosSin, rotate } from './rotary.js';
import { add, multiply, sinusoidal } from './sinusoidal.js';

/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {import('./tensors.js').IntegerTensor} IntegerTensor */
/** @typedef {import('./sinusoidal.js').SinusoidOptions} SinusoidOptions */
/** @typedef {import('./rotary.js').AngleOptions} AngleOptions */
/** @typedef {import('./rotary.js').Pairing} Pairing */
/** @typedef {import('./learned.js').Stream} Stream */
/** @typedef {{ data: Float32Array, shape: number[] }} Result a tensor that the caller owns; data is `out` where it was given */

/** What encodings do to vectors: all that the first figure needs. */
export class BaseCore {
  #heap;

  /** @param {import('./heap.js').Heap} heap */
  constructor(heap) {
    this.#heap = heap;
  }

  /** Bytes of WebAssembly memory. They grow when a call needs it, and never become fewer. */
  get memoryBytes() {
    return this.#heap.views.bytes.length;
  }

  /**
   * PE(p, 2i) = sin(p·θ_i), PE(p, 2i+1) = cos(p·θ_i), θ_i = base^(−2i / dimensions). `layout: 'concatenated'` is all sines,
   * then all cosines. Odd dimensions end in a sine. Row r is position start + r. (Vaswani et al. 2017, 3.5)
   * @param {{ positions: number, dimensions: number } & SinusoidOptions} options
   * @returns {Result} [positions, dimensions]
   */
  sinusoidal(options) {
    return sinusoidal(this.#heap, own(options));
  }

  /**
   * x + the sinusoidal encoding.
   * @param {Tensor} x […, positions, dimensions], finite numbers
   * @param {SinusoidOptions} [options]
   * @returns {Result} of x's shape
   */
  add(x, options = {}) {
    return add(this.#heap, own(x), own(options));
  }

  /**
   * x ∘ the sinusoidal encoding, feature by feature. This is no rotation: at position 0 it erases every sine's feature.
   * @param {Tensor} x […, positions, dimensions], finite numbers
   * @param {SinusoidOptions} [options]
   * @returns {Result} of x's shape
   */
  multiply(x, options = {}) {
    return multiply(this.#heap, own(x), own(options));
  }

  /**
   * Cosines and sines of position × inverse frequency, times attentionFactor (1 by default).
   * @param {AngleOptions & { positions?: number, out?: { cos: Float32Array, sin: Float32Array } }} options `positions` is how
   *   many, and can be left out with `positionIds`; `rotaryDimensions` can be left out with `inverseFrequencies`
   * @returns {{ cos: Result, sin: Result }} each [positions, rotaryDimensions / 2]
   */
  cosSin(options) {
    return cosSin(this.#heap, own(options));
  }

  /**
   * Turns each pair (a, b) of x to (a·cos − b·sin, a·sin + b·cos): counterclockwise. Pairs are features 2i and 2i+1
   * (`interleaved`), or i and i + rotaryDimensions/2 (`half`). Features past rotaryDimensions (all, by default) pass through.
   * (Su et al. 2021, 3.2.2)
   * @param {Tensor} x […, positions, dimensions], finite numbers
   * @param {AngleOptions & { pairing?: Pairing, out?: Float32Array }} [options]
   * @returns {Result} of x's shape
   */
  rotate(x, options = {}) {
    return rotate(this.#heap, own(x), own(options));
  }

  /**
   * A table as a model has it before training: numbers from N(0, 1), the same bits for a seed on every machine. Each depends on
   * seed, stream, row and feature alone (Philox 4x32-10 and AS 241, see learned.hpp).
   * @param {{ rows: number, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options seed is an integer
   *   from 0 to 2³² − 1; the streams `positions` (by default) and `words` are tables that have nothing to do with each other
   * @returns {Result} [rows, dimensions]
   */
  learnedTable(options) {
    return learnedTable(this.#heap, own(options));
  }

  /**
   * Rows of that table, without the table.
   * @param {{ ids: ArrayLike<number>, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options ids are
   *   integers from 0 to 2³² − 1
   * @returns {Result} [ids.length, dimensions]
   */
  learnedRows(options) {
    return learnedRows(this.#heap, own(options));
  }

  /**
   * Rows of a given table: torch's nn.Embedding. The whole table is copied into the core for it.
   * @param {Tensor} table [rows, dimensions]; the rows that are asked for hold finite numbers
   * @param {IntegerTensor} ids of any shape, from 0 to rows − 1
   * @param {{ out?: Float32Array }} [options]
   * @returns {Result} […ids.shape, dimensions]
   */
  lookup(table, ids, options = {}) {
    return lookup(this.#heap, own(table), own(ids), own(options));
  }
}
