import { maxCount, own } from './arguments.js';
import * as check from './check.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {'learned' | 'sinusoidal' | 'rotary' | 'none'} HeadEncoding */
/** @typedef {'adam' | 'momentum'} Optimiser */

/**
 * @typedef {object} TrainerOptions
 * @property {HeadEncoding} encoding what the head knows of positions
 * @property {number} [lookBack] how far back it must look, 1 by default
 * @property {number} [dimensions] from 1 to 64, even for rotary; 16 by default
 * @property {number} [length] positions trained on, from 2 to 256; 64 by default
 * @property {number} [testLength] positions tested, up to four times as many, as by default
 * @property {number} [seed] of the initial values and of the held-out positions, 0 by default
 * @property {Optimiser} [optimiser] `adam` by default
 * @property {number} [learningRate] 0.05 by default, for `momentum` 0.5
 * @property {number} [momentum] of the optimiser of that name, 0.9 by default
 * @property {number} [share] of the positions that are trained on, 1 by default; the others are held out as queries
 */

const encodings = /** @type {const} */ (['learned', 'sinusoidal', 'rotary', 'none']);
const optimisers = /** @type {const} */ (['adam', 'momentum']);
const blocks = /** @type {const} */ (['positions', 'queries', 'keys']);
const names = [
  ...['encoding', 'lookBack', 'dimensions', 'length', 'testLength', 'seed'],
  ...['optimiser', 'learningRate', 'momentum', 'share'],
];
/** Bounds of training.hpp. */
const maxLength = 256;
const maxDimensions = 64;
const maxTestFactor = 4;
const maxLearningRate = 100;
const maxMomentum = 0.999;
/** A step goes through all positions of the trained length so many times. */
const passes = 3;
/** What one call of `step` may do: seconds, not an hour that nobody can stop. */
const maxWork = 2 ** 33;
/** What a part of it does, in multiplications: at most a millisecond or two. */
const partWork = 2 ** 20;

/**
 * @param {TrainerOptions} options
 * @returns {Readonly<Required<TrainerOptions>>}
 */
function checkTraining(options) {
  const { encoding, optimiser = 'adam', seed = 0, momentum = 0.9, share = 1 } = options;
  const { lookBack = 1, dimensions = 16, length = 64 } = options;
  check.integer('length', length, 2, maxLength);
  const { testLength = maxTestFactor * length, learningRate = optimiser === 'adam' ? 0.05 : 0.5 } = options;
  check.choice('encoding', encoding, encodings);
  check.choice('optimiser', optimiser, optimisers);
  if (encoding === 'rotary') check.even('dimensions', dimensions, maxDimensions);
  return Object.freeze({
    encoding,
    lookBack: check.integer('lookBack', lookBack, 1, length - 1),
    dimensions: check.integer('dimensions', dimensions, 1, maxDimensions),
    length,
    testLength: check.integer('testLength', testLength, length, maxTestFactor * length),
    seed: check.integer('seed', seed, 0, 2 ** 32 - 1),
    optimiser,
    learningRate: check.positive('learningRate', learningRate, maxLearningRate),
    momentum: check.real('momentum', momentum, 0, maxMomentum),
    share: check.share('share', share),
  });
}

/**
 * A head in training. It has memory of the core's until `free` is called.
 *
 * The query at position m must attend to the key at m − lookBack: its loss is the cross-entropy of a causal softmax over scores
 * q·k / √dimensions. See training.hpp for the encodings, the initial values and the optimisers.
 */
export class Trainer {
  #heap;
  #state;
  #size;
  #settings;
  #positions;
  #holdsOut;
  #diverged = false;

  /**
   * @param {Heap} heap
   * @param {TrainerOptions} options
   */
  constructor(heap, options) {
    const settings = checkTraining(check.options('trainer', options, names));
    this.#heap = heap;
    this.#size = heap.calls.trainingSize(settings);
    this.#state = heap.hold('trainer', 8 * this.#size);
    const status = heap.calls.initialiseTraining({ ...settings, ...this.#place() });
    if (status !== 'ok') {
      this.free();
      throw refusal('trainer', status, {});
    }
    this.#settings = settings;
    this.#positions = settings.encoding === 'learned' ? settings.length : settings.testLength;
    this.#holdsOut = this.#untrained().length > 0;
  }

  /** What it trains with, defaults and all. */
  get settings() {
    return this.#settings;
  }

  /** Positions that it has an encoding for: a learned table has no row past the trained length. */
  get positions() {
    return this.#positions;
  }

  /** @returns {import('../../build/wasm/ropescope.mjs').State} */
  #place() {
    if (this.#state.address === 0) throw new Error('the trainer must not be used after free()');
    return { state: this.#state.address, stateSize: this.#size };
  }

  /** Steps done. */
  get steps() {
    return this.#trained();
  }

  #trained() {
    return this.#heap.calls.trainedSteps(this.#place());
  }

  /** Whether the parameters grew without bound: then no more steps are done. */
  get diverged() {
    return this.#diverged;
  }

  /** Positions from lookBack on that are not trained on as queries. They are keys as the others are. */
  get heldOut() {
    return this.#untrained();
  }

  #untrained() {
    const { length, lookBack } = this.#settings;
    const trained = this.#view('trained', length);
    return Int32Array.from(trained.keys()).filter((n) => n >= lookBack && trained[n] === 0);
  }

  /**
   * Trains. The losses are those before each step; there are fewer than `count` if the training has diverged.
   * @param {number} [count] of steps, 1 by default; `count` · length² · dimensions is at most 2³³
   * @returns {{ losses: Float64Array, heldOutLosses: Float64Array }} means over the positions trained on, and over those held
   *   out: without any, the list is empty
   */
  step(count = 1) {
    const { length, dimensions } = this.#settings;
    const most = Math.min(maxCount, Math.floor(maxWork / (length ** 2 * dimensions)));
    const steps = check.integer('count', own(count), 1, most);
    return this.#train(steps, passes * length * steps);
  }

  /**
   * The same in parts of about a millisecond, so that whoever has a page to draw can do it in between. A trainer does one thing at a
   * time: what is begun is to be ended, or to be left for good, before its next step.
   * @param {number} [count] of steps, 1 by default
   * @returns {Generator<undefined, { losses: Float64Array, heldOutLosses: Float64Array }, void>} yields after every part
   */
  stepInParts(count = 1) {
    return this.#trainInParts(check.integer('count', own(count), 1, maxCount));
  }

  /** @param {number} count @returns {Generator<undefined, { losses: Float64Array, heldOutLosses: Float64Array }, void>} */
  *#trainInParts(count) {
    const losses = new Float64Array(count);
    const heldOutLosses = new Float64Array(count);
    const positions = this.#positionsInPart;
    const most = 1 + Math.floor(positions / (passes * this.#settings.length));
    let [done, heldOut] = [0, 0];
    while (done < count && !this.#diverged) {
      const part = this.#train(Math.min(count - done, most), positions);
      losses.set(part.losses, done);
      heldOutLosses.set(part.heldOutLosses, heldOut);
      done += part.losses.length;
      heldOut += part.heldOutLosses.length;
      if (done < count && !this.#diverged) yield;
    }
    return { losses: losses.slice(0, done), heldOutLosses: heldOutLosses.slice(0, heldOut) };
  }

  /** So many positions are gone through in a part: each looks at half of the others, and has its rows multiplied. */
  get #positionsInPart() {
    const { length, dimensions } = this.#settings;
    return Math.max(1, Math.floor(partWork / (dimensions * (length + 4 * dimensions))));
  }

  /** @param {number} count @param {number} positions that it goes through at most */
  #train(count, positions) {
    const place = this.#place();
    const bytes = 8 * count;
    const before = this.#trained();
    return this.#heap.use('step', { output: bytes, output2: bytes }, ({ output, output2 }) => {
      const status = this.#heap.calls.train({
        ...place,
        losses: output.address,
        heldOutLosses: output2.address,
        count,
        positions,
      });
      if (status !== 'ok' && status !== 'diverged') throw refusal('step', status, {});
      this.#diverged = status === 'diverged';
      const done = this.#trained() - before;
      const heldOut = this.#holdsOut ? done : 0;
      return { losses: output.readDoubles(done), heldOutLosses: output2.readDoubles(heldOut) };
    });
  }

  /**
   * Tests the head on every position that it has an encoding for.
   * @returns {{ start: number, losses: Float64Array, perplexities: Float64Array, correct: Uint8Array }} for each position from
   *   `start` (that is lookBack) on: its loss, e^loss, and whether the key that it had to find got the greatest score. The
   *   perplexity of a range is e^ of its mean loss
   */
  evaluate() {
    return this.#evaluate(0, this.#positions - this.#settings.lookBack);
  }

  /**
   * The same in parts, as `stepInParts`; the trainer must not train meanwhile.
   * @returns {Generator<undefined, ReturnType<Trainer['evaluate']>, void>} yields after every part
   */
  *evaluateInParts() {
    const { lookBack } = this.#settings;
    const count = this.#positions - lookBack;
    const [losses, perplexities] = [new Float64Array(count), new Float64Array(count)];
    const correct = new Uint8Array(count);
    for (let done = 0; done < count; ) {
      const part = this.#evaluate(done, Math.min(this.#positionsInPart, count - done));
      losses.set(part.losses, done);
      perplexities.set(part.perplexities, done);
      correct.set(part.correct, done);
      done += part.losses.length;
      if (done < count) yield;
    }
    return { start: lookBack, losses, perplexities, correct };
  }

  /** @param {number} skipped from lookBack on @param {number} count of positions */
  #evaluate(skipped, count) {
    const place = this.#place();
    const start = this.#settings.lookBack + skipped;
    const sizes = { output: 8 * count, output2: 8 * count, list: 4 * count };
    return this.#heap.use('evaluate', sizes, ({ output, output2, list }) => {
      const status = this.#heap.calls.evaluateTraining({
        ...place,
        losses: output.address,
        perplexities: output2.address,
        guesses: list.address,
        count,
        positions: skipped,
      });
      if (status !== 'ok') throw refusal('evaluate', status, {});
      const correct = Uint8Array.from(list.readIntegers(undefined, count), (guess, n) =>
        Number(guess === skipped + n),
      );
      return {
        start,
        losses: output.readDoubles(count),
        perplexities: output2.readDoubles(count),
        correct,
      };
    });
  }

  /**
   * How each query's attention is shared among the keys, over the trained length.
   * @param {{ out?: Float32Array }} [options]
   * @returns {import('./base-core.js').Result} [length, length]: rows are queries, and sum to 1
   */
  attention(options = {}) {
    const place = this.#place();
    const { length } = this.#settings;
    const { out } = check.options('attention', own(options), ['out']);
    const given = tensors.output('out', out, length * length);
    return this.#heap.use('attention', { output: 4 * length * length }, ({ output }) => {
      const status = this.#heap.calls.trainingAttention({ ...place, out: output.address, length });
      if (status !== 'ok') throw refusal('attention', status, {});
      return { data: output.read(given, length * length), shape: [length, length] };
    });
  }

  /**
   * The encoding's rows P, or what makes queries or keys: a matrix that rows are multiplied by, of `rotary` one vector.
   * @param {'positions' | 'queries' | 'keys'} [block] `positions` by default, which only `learned` and `sinusoidal` have
   * @param {{ out?: Float32Array }} [options]
   * @returns {import('./base-core.js').Result} [length, dimensions], [dimensions, dimensions] or [1, dimensions]
   */
  rows(block = 'positions', options = {}) {
    check.choice('block', own(block), blocks);
    const { encoding, dimensions, length } = this.#settings;
    if (encoding === 'none' || (encoding === 'rotary' && block === 'positions')) {
      throw new RangeError(`block must be one that the encoding "${encoding}" has, got ${check.show(block)}`);
    }
    const vectors = encoding === 'rotary' ? 1 : dimensions;
    const shape = [block === 'positions' ? length : vectors, dimensions];
    const size = shape[0] * dimensions;
    const { out } = check.options('rows', own(options), ['out']);
    const data = tensors.output('out', out, size) ?? new Float32Array(size);
    Float32Array.prototype.set.call(data, this.#view(block, size));
    return { data, shape };
  }

  /**
   * A view, which the next call may leave empty.
   * @param {'positions' | 'queries' | 'keys' | 'trained'} block
   * @param {number} size
   */
  #view(block, size) {
    const start = this.#heap.calls.trainingBlock({ ...this.#place(), block }) / 8;
    return this.#heap.views.doubles.subarray(start, start + size);
  }

  /** Gives the memory back. The trainer cannot be used any more; freeing it again does nothing. */
  free() {
    this.#state.release();
  }
}
