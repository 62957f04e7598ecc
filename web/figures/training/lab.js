import { RowsView } from './rows.js';

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
 * @property {Record<string, Float32Array>} [attention] by encoding, [length, length]
 * @property {import('./rows.js').Rows} [rows]
 * @property {Record<string, Test>} [tests] by encoding
 */

/** @typedef {{ goal: number, picture: boolean, test: boolean }} Wish which step, and what of it */

/** Trains all heads of a plan in short stretches, and says where they are. Whatever the stretches, the numbers are the same. */
export class Lab {
  #core;
  #budget;
  #now;
  /** @type {Plan | undefined} */
  #plan;
  /** @type {Map<HeadEncoding, Trainer>} */
  #trainers = new Map();
  #done = 0;
  #rows = new RowsView();
  /** Milliseconds that a step of all heads took lately, and a look at them. */
  #perStep = 0;
  #perLook = 0;

  /**
   * @param {Core} core
   * @param {{ budget: number, now?: () => number }} options milliseconds for one `advance`
   */
  constructor(core, { budget, now = () => performance.now() }) {
    this.#core = core;
    this.#budget = budget;
    this.#now = now;
  }

  /** @param {Plan} plan */
  begin(plan) {
    this.#plan = plan;
    this.#rows = new RowsView();
    this.#perStep = 0;
    this.#perLook = 0;
    this.#restart(plan);
  }

  /** @param {Plan} plan */
  #restart({ options }) {
    this.end();
    for (const encoding of encodings)
      this.#trainers.set(encoding, this.#core.trainer({ ...options, encoding }));
  }

  /**
   * Trains towards a step for no longer than the budget, but one step at least; a step that lies behind begins the run anew.
   *
   * @param {Wish} wish
   * @returns {Report | undefined} none before `begin`
   */
  advance({ goal, picture, test }) {
    const plan = this.#plan;
    if (!plan) return undefined;
    if (goal < this.#done) this.#restart(plan);
    const from = this.#done;
    /** @type {Report} */
    const report = { from, step: from, losses: {}, heldOutLosses: {}, heldOut: new Int32Array() };
    const looks = picture || test;
    this.#train(Math.min(goal, plan.steps), this.#budget - (looks ? this.#perLook : 0), report);
    report.step = this.#done;
    const isEnd = this.#done === plan.steps;
    const begun = this.#now();
    if (picture || isEnd) this.#look(report, { look: test, isEnd });
    if (test || isEnd) this.#test(report);
    if (looks) this.#perLook = this.#now() - begun;
    return report;
  }

  /** @param {number} goal @param {number} budget @param {Report} report */
  #train(goal, budget, report) {
    /** @type {Map<HeadEncoding, { losses: Float64Array[], heldOutLosses: Float64Array[] }>} */
    const parts = new Map(encodings.map((encoding) => [encoding, { losses: [], heldOutLosses: [] }]));
    const start = this.#now();
    let left = budget;
    while (this.#done < goal) {
      // The first stretch of a run is one step, which tells how long they take.
      const most = this.#perStep > 0 ? Math.floor(left / this.#perStep) : 1;
      const count = Math.max(1, Math.min(most, goal - this.#done));
      const before = this.#now();
      for (const [encoding, trainer] of this.#trainers) {
        if (trainer.diverged) continue;
        const { losses, heldOutLosses } = trainer.step(count);
        parts.get(encoding)?.losses.push(losses);
        parts.get(encoding)?.heldOutLosses.push(heldOutLosses);
      }
      this.#done += count;
      const now = this.#now();
      this.#perStep = (now - before) / count;
      left = budget - (now - start);
      if (left < this.#perStep || left <= 0) break;
    }
    for (const [encoding, { losses, heldOutLosses }] of parts) {
      report.losses[encoding] = joined(losses);
      report.heldOutLosses[encoding] = joined(heldOutLosses);
    }
    report.heldOut = this.#trainers.get('none')?.heldOut ?? report.heldOut;
  }

  /** @param {Report} report @param {{ look: boolean, isEnd: boolean }} now */
  #look(report, now) {
    report.attention = {};
    for (const encoding of seenEncodings) {
      const trainer = this.#trainers.get(encoding);
      if (trainer) report.attention[encoding] = trainer.attention().data;
    }
    const learned = this.#trainers.get('learned');
    if (learned) report.rows = this.#rows.of(learned, now);
  }

  /** @param {Report} report */
  #test(report) {
    report.tests = {};
    for (const [encoding, trainer] of this.#trainers) {
      const { start, losses, correct } = trainer.evaluate();
      report.tests[encoding] = { start, losses, correct };
    }
  }

  /** Gives the memory back. */
  end() {
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
