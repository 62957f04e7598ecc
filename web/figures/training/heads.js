import { MemoryError } from '../../core/index.js';
import { rowsOf } from './rows.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../core/index.js').Trainer} Trainer */
/** @typedef {import('../../core/index.js').TrainerOptions['encoding']} HeadEncoding */

/** Four heads are trained side by side. @type {readonly HeadEncoding[]} */
export const encodings = Object.freeze(['learned', 'sinusoidal', 'rotary', 'none']);

/** Those whose attention changes. */
export const seenEncodings = Object.freeze(/** @type {const} */ (['learned', 'sinusoidal', 'rotary']));

/**
 * @typedef {object} Plan what is trained
 * @property {Omit<import('../../core/index.js').TrainerOptions, 'encoding'>} options
 * @property {number} steps
 */

/**
 * @typedef {object} Test of every position that the head has an encoding for
 * @property {number} start the first position
 * @property {Float64Array} losses
 * @property {Uint8Array} correct
 */

/**
 * @typedef {object} Report
 * @property {number} from the step at which `losses` begin
 * @property {number} step how many are done
 * @property {Record<string, number[]>} losses by encoding, before each step; fewer where training diverged
 * @property {Record<string, number[]>} heldOutLosses empty lists where nothing is held out
 * @property {Int32Array} heldOut positions
 * @property {Record<string, Float32Array>} [attention] by encoding, [length, length]; this, `rows` and `tests` come together
 * @property {import('./rows.js').Rows} [rows]
 * @property {Record<string, Test>} [tests] by encoding
 */

/** @typedef {{ goal: number, picture: boolean }} Wish which step, and whether to see the way there; the goal is always seen */

/** Milliseconds of work in one task of the page's thread: a part more, and it still leaves time for sixty frames a second. */
const SLICE = 6;

/** Milliseconds of training before a report, so that its reader can pause soon. */
const STRETCH = 30;

/** Multiplications of one head before the next has its turn: a few milliseconds. */
const TURN = 2 ** 20;

/**
 * Trains all heads of a plan on the page's own thread, a slice in each task, and says where they are: whatever else is to be done comes in
 * between. Whatever the slices, the numbers are the same.
 */
export class Heads {
  #core;
  #answer;
  #lack;
  #now;
  /** Messages are not held back in a page that is not in front, as timers are. */
  #tasks = new MessageChannel();
  #isAwaited = false;
  /** @type {Plan | undefined} */
  #plan;
  /** @type {Generator<undefined, Report, void> | undefined} */
  #work;
  /** @type {Map<HeadEncoding, Trainer>} */
  #trainers = new Map();
  /** @type {import('./components.js').Plane | undefined} */
  #plane;
  #done = 0;
  /** Milliseconds that a picture of them took lately. */
  #perPicture = 0;

  /**
   * @param {Core} core
   * @param {(report: Report) => void} answer
   * @param {() => void} lack there is not enough memory; a new wish begins the run anew
   * @param {() => number} [now] milliseconds
   */
  constructor(core, answer, lack, now = () => performance.now()) {
    this.#core = core;
    this.#answer = answer;
    this.#lack = lack;
    this.#now = now;
    this.#tasks.port2.onmessage = () => this.#slice();
  }

  /** Gives up what was. @param {Plan} plan */
  begin(plan) {
    this.#free();
    this.#work = undefined;
    this.#plan = plan;
    this.#plane = undefined;
    this.#perPicture = 0;
  }

  /**
   * Trains towards a step for a while, one step at least, and answers with one report; a step that lies behind begins the run anew. It
   * does one thing at a time.
   *
   * @param {Wish} wish
   */
  train(wish) {
    if (!this.#plan) return;
    this.#work = this.#do(this.#plan, wish);
    this.#await();
  }

  /** Gives the memory back, and does nothing more. */
  end() {
    this.#plan = undefined;
    this.#work = undefined;
    this.#tasks.port2.onmessage = null;
    this.#tasks.port1.close();
    this.#free();
  }

  #await() {
    if (!this.#isAwaited) this.#tasks.port1.postMessage(undefined);
    this.#isAwaited = true;
  }

  #slice() {
    this.#isAwaited = false;
    if (!this.#work) return;
    const end = this.#now() + SLICE;
    try {
      do {
        const { done, value } = this.#work.next();
        if (!done) continue;
        this.#work = undefined;
        this.#answer(value);
        return;
      } while (this.#now() < end);
      this.#await();
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      this.#free();
      this.#work = undefined;
      this.#lack();
    }
  }

  /** @param {Plan} plan @param {Wish} wish @returns {Generator<undefined, Report, void>} yields after each small part */
  *#do({ options, steps }, { goal, picture }) {
    if (goal < this.#done) this.#free();
    if (this.#trainers.size === 0) {
      for (const encoding of encodings) {
        this.#trainers.set(encoding, this.#core.trainer({ ...options, encoding }));
        yield;
      }
    }
    const from = this.#done;
    const end = Math.min(goal, steps);
    const lists = () => Object.fromEntries(encodings.map((encoding) => [encoding, []]));
    const heldOut = this.#trainers.get('none')?.heldOut ?? new Int32Array();
    /** @type {Report} */
    const report = { from, step: from, losses: lists(), heldOutLosses: lists(), heldOut };
    // At least half of the time goes into training.
    yield* this.#train(end, picture ? Math.max(STRETCH, this.#perPicture) : STRETCH, report);
    report.step = this.#done;
    if (picture || this.#done === end) yield* this.#see(report);
    return report;
  }

  /** @param {number} goal @param {number} time milliseconds @param {Report} report */
  *#train(goal, time, { losses, heldOutLosses }) {
    const begun = this.#now();
    const [{ settings }] = this.#trainers.values();
    const most = Math.ceil(TURN / (settings.length ** 2 * settings.dimensions));
    while (this.#done < goal) {
      const count = Math.min(most, goal - this.#done);
      for (const [encoding, trainer] of this.#trainers) {
        if (trainer.diverged) continue;
        const own = yield* trainer.stepInParts(count);
        losses[encoding]?.push(...own.losses);
        heldOutLosses[encoding]?.push(...own.heldOutLosses);
        yield;
      }
      this.#done += count;
      if (this.#now() - begun >= time) break;
    }
  }

  /** @param {Report} report */
  *#see(report) {
    const begun = this.#now();
    /** @type {Record<string, Float32Array>} */
    const attention = {};
    /** @type {Record<string, Test>} */
    const tests = {};
    for (const [encoding, trainer] of this.#trainers) {
      const { start, losses, correct } = yield* trainer.evaluateInParts();
      tests[encoding] = { start, losses, correct };
      yield;
    }
    for (const encoding of seenEncodings) {
      const trainer = this.#trainers.get(encoding);
      if (trainer) attention[encoding] = trainer.attention().data;
      yield;
    }
    const learned = this.#trainers.get('learned');
    if (learned) ({ rows: report.rows, plane: this.#plane } = yield* rowsOf(learned, this.#plane));
    Object.assign(report, { attention, tests });
    this.#perPicture = this.#now() - begun;
  }

  #free() {
    for (const trainer of this.#trainers.values()) trainer.free();
    this.#trainers.clear();
    this.#done = 0;
  }
}
