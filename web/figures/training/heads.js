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
 * @property {Record<string, Float64Array>} losses by encoding, before each step; fewer where training diverged
 * @property {Record<string, Float64Array>} heldOutLosses empty lists where nothing is held out
 * @property {Int32Array} heldOut positions
 * @property {Record<string, Float32Array>} [attention] by encoding, [length, length]; this, `rows` and `tests` come together
 * @property {import('./rows.js').Rows} [rows]
 * @property {Record<string, Test>} [tests] by encoding
 */

/** @typedef {{ goal: number, picture: boolean }} Wish which step, and whether to see the way there; the goal is always seen */

/** Trains all heads of a plan in short stretches, and says where they are. Whatever the stretches, the numbers are the same. */
export class Heads {
  #core;
  #budget;
  #now;
  /** @type {Plan | undefined} */
  #plan;
  /** @type {Map<HeadEncoding, Trainer>} */
  #trainers = new Map();
  /** @type {import('./components.js').Plane | undefined} */
  #plane;
  #done = 0;
  /** Milliseconds that a step of all heads took lately, and a picture of them. */
  #perStep = 0;
  #perPicture = 0;

  /**
   * @param {Core} core
   * @param {{ budget: number, now?: () => number }} options milliseconds of training for one wish
   */
  constructor(core, { budget, now = () => performance.now() }) {
    this.#core = core;
    this.#budget = budget;
    this.#now = now;
  }

  /** @param {Plan} plan */
  begin(plan) {
    this.end();
    this.#plan = plan;
    this.#plane = undefined;
    this.#perStep = 0;
    this.#perPicture = 0;
  }

  /**
   * Trains towards a step as long as the budget allows, but one step at least, and with a picture as long as that takes; a step that
   * lies behind begins the run anew. It yields after each small part, so that whoever asks can do something else in between.
   *
   * @param {Wish} wish
   * @returns {Generator<undefined, Report | undefined, void>} none before `begin`
   */
  *work({ goal, picture }) {
    const plan = this.#plan;
    if (!plan) return undefined;
    if (goal < this.#done) this.#free();
    if (this.#trainers.size === 0) yield* this.#make(plan);
    const from = this.#done;
    const end = Math.min(goal, plan.steps);
    /** @type {Report} */
    const report = { from, step: from, losses: {}, heldOutLosses: {}, heldOut: new Int32Array() };
    const seeing = picture ? this.#perPicture : 0;
    yield* this.#train(end, Math.max(this.#budget - seeing, seeing), report);
    report.step = this.#done;
    if (picture || this.#done === end) yield* this.#see(report);
    return report;
  }

  /** @param {Plan} plan */
  *#make({ options }) {
    for (const encoding of encodings) {
      this.#trainers.set(encoding, this.#core.trainer({ ...options, encoding }));
      yield;
    }
  }

  /** @param {number} goal @param {number} budget @param {Report} report */
  *#train(goal, budget, report) {
    /** @type {Map<HeadEncoding, { losses: Float64Array[], heldOutLosses: Float64Array[] }>} */
    const parts = new Map(encodings.map((encoding) => [encoding, { losses: [], heldOutLosses: [] }]));
    let left = budget;
    while (this.#done < goal) {
      // The first stretch of a run is one step, which tells how long they take.
      const most = this.#perStep > 0 ? Math.floor(Math.min(left, this.#budget) / this.#perStep) : 1;
      const count = Math.max(1, Math.min(most, goal - this.#done));
      let took = 0;
      for (const [encoding, trainer] of this.#trainers) {
        if (trainer.diverged) continue;
        took += this.#timed(() => {
          const { losses, heldOutLosses } = trainer.step(count);
          parts.get(encoding)?.losses.push(losses);
          parts.get(encoding)?.heldOutLosses.push(heldOutLosses);
        });
        yield;
      }
      this.#done += count;
      this.#perStep = took / count;
      left -= took;
      if (left < this.#perStep || left <= 0) break;
    }
    for (const [encoding, { losses, heldOutLosses }] of parts) {
      report.losses[encoding] = joined(losses);
      report.heldOutLosses[encoding] = joined(heldOutLosses);
    }
    report.heldOut = this.#trainers.get('none')?.heldOut ?? report.heldOut;
  }

  /** @param {Report} report */
  *#see(report) {
    /** @type {Record<string, Float32Array>} */
    const attention = {};
    /** @type {Record<string, Test>} */
    const tests = {};
    let took = 0;
    for (const [encoding, trainer] of this.#trainers) {
      took += this.#timed(() => {
        const { start, losses, correct } = trainer.evaluate();
        tests[encoding] = { start, losses, correct };
      });
      yield;
    }
    for (const encoding of seenEncodings) {
      const trainer = this.#trainers.get(encoding);
      took += this.#timed(() => {
        if (trainer) attention[encoding] = trainer.attention().data;
      });
      yield;
    }
    const learned = this.#trainers.get('learned');
    took += this.#timed(() => {
      if (learned) ({ rows: report.rows, plane: this.#plane } = rowsOf(learned, this.#plane));
    });
    this.#perPicture = took;
    Object.assign(report, { attention, tests });
  }

  /** @param {() => void} part @returns {number} the milliseconds that it took */
  #timed(part) {
    const before = this.#now();
    part();
    return this.#now() - before;
  }

  /** Gives the memory back, and does nothing until another plan begins. */
  end() {
    this.#plan = undefined;
    this.#free();
  }

  #free() {
    for (const trainer of this.#trainers.values()) trainer.free();
    this.#trainers.clear();
    this.#done = 0;
  }
}

/** @param {readonly Float64Array[]} lists */
function joined(lists) {
  if (lists.length === 1) return /** @type {Float64Array} */ (lists[0]);
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  return all;
}
