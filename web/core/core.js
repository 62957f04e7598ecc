import { alibiBias, alibiSlopes, t5Buckets } from './alibi.js';
import { own } from './arguments.js';
import { BaseCore } from './base-core.js';
import { fromConfig } from './config.js';
import { inverseFrequencies, yarnRamp } from './scaled-frequencies.js';
import { scores } from './scores.js';
import { Trainer } from './training.js';

/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {import('./base-core.js').Result} Result */
/** @typedef {import('./scaled-frequencies.js').FrequencyOptions} FrequencyOptions */

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
export class Core extends BaseCore {
  #heap;

  /** @param {import('./heap.js').Heap} heap */
  constructor(heap) {
    super(heap);
    this.#heap = heap;
  }

  /**
   * θ_i = base^(−2i / rotaryDimensions), in radians a position, from the fastest pair to the slowest (Su et al. 2021, 3.2.2), or
   * what a scaling makes of them. `scaling` has the types and key names of Hugging Face's `rope_scaling`, and `ntk` with a fixed
   * factor; the sources of the types are in scaling.hpp. An unknown key, or one that the type needs and that is missing, is an
   * error.
   * @param {FrequencyOptions} options
   * @returns {{ values: Float64Array, attentionFactor: number }} rotaryDimensions / 2 values; the attention factor is what
   *   `yarn` and `longrope` multiply cosines and sines by, else 1
   */
  inverseFrequencies(options) {
    return inverseFrequencies(this.#heap, own(options));
  }

  /**
   * Between which pairs `yarn` blends: those up to `low` stay as they are, those from `high` on are divided by the factor.
   * @param {FrequencyOptions} options as of inverseFrequencies, with a scaling of type `yarn`
   * @returns {{ low: number, high: number }} whole numbers, unless `truncate` is false
   */
  yarnRamp(options) {
    return yarnRamp(this.#heap, own(options));
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
    return fromConfig(this.#heap, own(config), own(options));
  }

  /**
   * ALiBi's slopes, in the order of the heads: for a power of two of heads n they are 2^(−8k / n), otherwise those of the next
   * lower power of two and then every second one of its double. (Press, Smith and Lewis 2021, 3)
   * @param {number} heads
   * @returns {Float64Array} one a head
   */
  alibiSlopes(heads) {
    return alibiSlopes(this.#heap, own(heads));
  }

  /**
   * ALiBi's biases for causal attention: −slope · (how far the key is behind the query), and −Infinity for a key ahead.
   * @param {{ heads: number, queries: number, keys: number, start?: number, out?: Float32Array }} options `start` is the first
   *   query's position, an integer, 0 by default; the first key's is 0
   * @returns {Result} [heads, queries, keys]
   */
  alibiBias(options) {
    return alibiBias(this.#heap, own(options));
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
    return t5Buckets(this.#heap, own(options));
  }

  /**
   * Scores q·k, unscaled, summed in double.
   * @param {Tensor} q […, queries, dimensions], finite numbers
   * @param {Tensor} k […, keys, dimensions], finite numbers, with the same leading sizes
   * @param {{ out?: Float32Array }} [options]
   * @returns {Result} […, queries, keys]
   */
  scores(q, k, options = {}) {
    return scores(this.#heap, own(q), own(k), own(options));
  }

  /**
   * A head of attention that learns to look back, with an encoding of positions or without. It keeps memory until its `free` is
   * called.
   * @param {import('./training.js').TrainerOptions} options
   * @returns {Trainer}
   */
  trainer(options) {
    return new Trainer(this.#heap, own(options));
  }
}

/** @type {WeakMap<import('./heap.js').Heap, Core>} */
const cores = new WeakMap();

/** The core of a heap: there is one, so that what is kept for it is kept once. @param {import('./heap.js').Heap} heap */
export function coreOf(heap) {
  const core = cores.get(heap) ?? new Core(heap);
  cores.set(heap, core);
  return core;
}
