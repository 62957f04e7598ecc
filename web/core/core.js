import { alibiBias, alibiSlopes, t5Buckets } from './alibi.js';
import { fromConfig } from './config.js';
import { inverseFrequencies, yarnRamp } from './frequencies.js';
import { Heap } from './heap.js';
import { learnedRows, learnedTable, lookup } from './learned.js';
import { cosSin, rotate } from './rotary.js';
import { scores } from './scores.js';
import { add, multiply, sinusoidal } from './sinusoidal.js';
import { Trainer } from './training.js';

/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {import('./tensors.js').IntegerTensor} IntegerTensor */
/** @typedef {import('./sinusoidal.js').SinusoidOptions} SinusoidOptions */
/** @typedef {import('./rotary.js').AngleOptions} AngleOptions */
/** @typedef {import('./rotary.js').Pairing} Pairing */
/** @typedef {import('./learned.js').Stream} Stream */
/** @typedef {{ data: Float32Array, shape: number[] }} Result a tensor that the caller owns; data is `out` where it was given */

/**
 * Positional encodings of transformers, computed in C++.
 *
 * Tensors are `{ data, shape }`, row-major. Angles are in double, and results are rounded once to float. Every call that gives a
 * tensor takes `out`, a Float32Array of the right length (it may be the input's own), and then makes no array of its own. Counts
 * (positions, dimensions, rows) go from 1 to 1048576, real positions from −1e8 to 1e8; `base` is at least 1 and 10000 by default.
 *
 * `precision: { angle, table }`, of cosSin and rotate, emulates models that have fewer bits: float64 (by default), float32,
 * bfloat16 or float16, and `running` for the angle (see precision.js).
 *
 * Every call throws a TypeError or RangeError `name must be …, got …` for a wrong argument or an unknown option, and a RangeError
 * when it needs more memory than the core's 1 GiB. The core can be used afterwards as before. Nothing returns a NaN.
 */
export class Core {
  #heap;

  /** @param {import('../../build/wasm/ropescope.mjs').RopescopeModule} module */
  constructor(module) {
    this.#heap = new Heap(module);
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
    return sinusoidal(this.#heap, options);
  }

  /**
   * x + the sinusoidal encoding.
   * @param {Tensor} x […, positions, dimensions], finite numbers
   * @param {SinusoidOptions} [options]
   * @returns {Result} of x's shape
   */
  add(x, options = {}) {
    return add(this.#heap, x, options);
  }

  /**
   * x ∘ the sinusoidal encoding, feature by feature. This is no rotation: at position 0 it erases every sine's feature.
   * @param {Tensor} x […, positions, dimensions], finite numbers
   * @param {SinusoidOptions} [options]
   * @returns {Result} of x's shape
   */
  multiply(x, options = {}) {
    return multiply(this.#heap, x, options);
  }

  /**
   * θ_i = base^(−2i / rotaryDimensions), in radians a position, from the fastest pair to the slowest (Su et al. 2021, 3.2.2), or
   * what a scaling makes of them. `scaling` has the types and key names of Hugging Face's `rope_scaling`, and `ntk` with a fixed
   * factor; the sources of the types are in scaling.hpp. An unknown key, or one that the type needs and that is missing, is an
   * error.
   * @param {import('./frequencies.js').FrequencyOptions} options
   * @returns {{ values: Float64Array, attentionFactor: number }} rotaryDimensions / 2 values; the attention factor is what
   *   `yarn` and `longrope` multiply cosines and sines by, else 1
   */
  inverseFrequencies(options) {
    return inverseFrequencies(this.#heap, options);
  }

  /**
   * Between which pairs `yarn` blends: those up to `low` stay as they are, those from `high` on are divided by the factor.
   * @param {import('./frequencies.js').FrequencyOptions} options as of inverseFrequencies, with a scaling of type `yarn`
   * @returns {{ low: number, high: number }} whole numbers, unless `truncate` is false
   */
  yarnRamp(options) {
    return yarnRamp(this.#heap, options);
  }

  /**
   * The rotary encoding of a model, by layer type, from the contents of its Hugging Face `config.json`: of transformers 4
   * (`rope_theta`, `rope_scaling`) or 5 (`rope_parameters`). The sizes, bases and scalings are those that transformers uses;
   * what had to be assumed, or is not known here, is said in `warnings`.
   * @param {object} config
   * @param {{ sequenceLength?: number }} [options] of the text at hand, for `dynamic` and `longrope`: without it they are as for a
   *   short text, as when a model is loaded
   * @returns {import('./config.js').Encoding}
   * @throws {RangeError | TypeError} where a key is missing or wrong, with its name in the config
   */
  fromConfig(config, options = {}) {
    return fromConfig(this.#heap, config, options);
  }

  /**
   * Cosines and sines of position × inverse frequency, times attentionFactor (1 by default).
   * @param {AngleOptions & { positions?: number, out?: { cos: Float32Array, sin: Float32Array } }} options `positions` is how
   *   many, and can be left out with `positionIds`; `rotaryDimensions` can be left out with `inverseFrequencies`
   * @returns {{ cos: Result, sin: Result }} each [positions, rotaryDimensions / 2]
   */
  cosSin(options) {
    return cosSin(this.#heap, options);
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
    return rotate(this.#heap, x, options);
  }

  /**
   * A table as a model has it before training: numbers from N(0, 1), the same bits for a seed on every machine. Each depends on
   * seed, stream, row and feature alone (Philox 4x32-10 and AS 241, see learned.hpp).
   * @param {{ rows: number, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options seed is an integer
   *   from 0 to 2³² − 1; the streams `positions` (by default) and `words` are tables that have nothing to do with each other
   * @returns {Result} [rows, dimensions]
   */
  learnedTable(options) {
    return learnedTable(this.#heap, options);
  }

  /**
   * Rows of that table, without the table.
   * @param {{ ids: ArrayLike<number>, dimensions: number, seed: number, stream?: Stream, out?: Float32Array }} options ids are
   *   integers from 0 to 2³² − 1
   * @returns {Result} [ids.length, dimensions]
   */
  learnedRows(options) {
    return learnedRows(this.#heap, options);
  }

  /**
   * Rows of a given table: torch's nn.Embedding. The whole table is copied into the core for it.
   * @param {Tensor} table [rows, dimensions]; the rows that are asked for hold finite numbers
   * @param {IntegerTensor} ids of any shape, from 0 to rows − 1
   * @param {{ out?: Float32Array }} [options]
   * @returns {Result} […ids.shape, dimensions]
   */
  lookup(table, ids, options = {}) {
    return lookup(this.#heap, table, ids, options);
  }

  /**
   * ALiBi's slopes, in the order of the heads: for a power of two of heads n they are 2^(−8k / n), otherwise those of the next
   * lower power of two and then every second one of its double. (Press, Smith and Lewis 2021, 3)
   * @param {number} heads
   * @returns {Float64Array} one a head
   */
  alibiSlopes(heads) {
    return alibiSlopes(this.#heap, heads);
  }

  /**
   * ALiBi's biases for causal attention: −slope · (how far the key is behind the query), and −Infinity for a key ahead.
   * @param {{ heads: number, queries: number, keys: number, start?: number, out?: Float32Array }} options `start` is the first
   *   query's position, an integer, 0 by default; the first key's is 0
   * @returns {Result} [heads, queries, keys]
   */
  alibiBias(options) {
    return alibiBias(this.#heap, options);
  }

  /**
   * T5's relative buckets. Half of a direction's buckets are for one distance each, the others get wider logarithmically up to
   * maxDistance. (Raffel et al. 2019, 2.1)
   * @param {{ queries: number, keys: number, start?: number, buckets?: number, maxDistance?: number, bidirectional?: boolean,
   *   out?: Int32Array }} options `buckets` are 32 by default, `maxDistance` 128; `bidirectional` (by default) gives keys ahead
   *   buckets of their own, otherwise all of them are in bucket 0; `start` as in alibiBias
   * @returns {{ data: Int32Array, shape: number[] }} [queries, keys]
   */
  t5Buckets(options) {
    return t5Buckets(this.#heap, options);
  }

  /**
   * Scores q·k, unscaled, summed in double.
   * @param {Tensor} q […, queries, dimensions], finite numbers
   * @param {Tensor} k […, keys, dimensions], finite numbers, with the same leading sizes
   * @param {{ out?: Float32Array }} [options]
   * @returns {Result} […, queries, keys]
   */
  scores(q, k, options = {}) {
    return scores(this.#heap, q, k, options);
  }

  /**
   * A head of attention that learns to look back, with an encoding of positions or without. It keeps memory until its `free` is
   * called.
   * @param {import('./training.js').TrainerOptions} options
   * @returns {Trainer}
   */
  trainer(options) {
    return new Trainer(this.#heap, options);
  }
}
