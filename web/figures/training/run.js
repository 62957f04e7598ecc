import { encodings } from './lab.js';
import { duration, placeOf, stepAt } from './pace.js';

/** @typedef {import('./lab.js').Plan} Plan */
/** @typedef {import('./lab.js').Report} Report */

/** Milliseconds between two tests while a run goes on: they cost as much as some steps, and nobody reads faster. */
const TESTS = 120;

/** A pause is at most this far past the last frame, so that a sleeping tab does not jump, in seconds. */
const LONGEST_FRAME = 0.25;

/** @typedef {'resting' | 'playing' | 'going'} Motion going: to a step, as fast as it can */

/**
 * All losses so far: a run that is played again keeps them.
 * @typedef {Record<string, { losses: Float64Array, heldOutLosses: Float64Array }>} Known
 */

/** A training as its reader moves it. It asks for the next stretch only while somebody sees it. */
export class Run {
  /** @type {Motion} */
  motion = 'resting';
  step = 0;
  /** How many steps have been computed in this run, now or before. */
  reached = 0;
  /** @type {Known} by encoding */
  known = {};
  /** The last that was told of each. @type {Pick<Report, 'attention' | 'rows' | 'tests' | 'heldOut'>} */
  seen = { heldOut: new Int32Array() };
  /** The tests at the run's end. @type {Report['tests']} */
  ends = undefined;
  steps = 0;
  #number = 0;
  #post;
  #told;
  #isSeen;
  #isBusy = false;
  #goal = 0;
  #asked = 0;
  #place = 0;
  #lastFrame = 0;
  #lastTest = Number.NEGATIVE_INFINITY;

  /**
   * @param {object} world
   * @param {(request: import('./protocol.js').Request) => void} world.post
   * @param {() => void} world.told there is something new to show
   * @param {() => boolean} world.isSeen
   */
  constructor({ post, told, isSeen }) {
    this.#post = post;
    this.#told = told;
    this.#isSeen = isSeen;
  }

  get isEnd() {
    return this.step === this.steps;
  }

  /** Where it is on the scale of steps, 0 to 1; between two steps while it plays. */
  get place() {
    const here = placeOf(this.step, this.steps);
    return this.motion === 'playing'
      ? Math.max(here, Math.min(this.#place, placeOf(this.step + 1, this.steps)))
      : here;
  }

  /** Gives up what was, and goes to the end as fast as it can. @param {Plan} plan */
  begin(plan) {
    this.#number += 1;
    this.#isBusy = false;
    this.steps = plan.steps;
    this.step = 0;
    this.reached = 0;
    this.ends = undefined;
    this.seen = { heldOut: new Int32Array() };
    const empty = () => new Float64Array(plan.steps).fill(Number.NaN);
    this.known = Object.fromEntries(
      encodings.map((encoding) => [encoding, { losses: empty(), heldOutLosses: empty() }]),
    );
    this.#post({ run: this.#number, plan });
    this.goTo(this.steps);
  }

  /** From the end it plays from the beginning. */
  play() {
    if (this.isEnd) this.step = 0;
    this.#place = placeOf(this.step, this.steps);
    this.#lastFrame = 0;
    this.#goal = this.step;
    this.motion = 'playing';
    this.#ask();
    this.#told();
  }

  /** Stops at the step that is being computed. */
  pause() {
    if (this.motion === 'playing') this.goTo(this.#isBusy ? this.#asked : this.step);
  }

  /** As fast as it can. @param {number} step */
  goTo(step) {
    this.#goal = Math.max(0, Math.min(this.steps, Math.round(step)));
    this.motion = 'going';
    this.#ask();
    this.#told();
  }

  /** A frame is drawn. @param {number} now milliseconds */
  tick(now) {
    if (this.motion === 'playing') {
      const seconds = this.#lastFrame === 0 ? 0 : Math.min(LONGEST_FRAME, (now - this.#lastFrame) / 1000);
      this.#lastFrame = now;
      this.#place = Math.min(1, this.#place + seconds / duration(this.steps));
      this.#goal = stepAt(this.#place, this.steps);
      if (this.#goal !== this.step) this.#ask();
    } else if (this.motion === 'going') this.#ask();
  }

  #ask() {
    if (this.#isBusy || !this.#isSeen()) return;
    this.#isBusy = true;
    const now = performance.now();
    const test = now - this.#lastTest > TESTS || (this.motion === 'going' && this.#goal !== this.steps);
    if (test) this.#lastTest = now;
    this.#asked = this.#goal;
    this.#post({ run: this.#number, wish: { goal: this.#goal, picture: true, test } });
  }

  /** @param {{ run: number, report: Report }} answer */
  take({ run, report }) {
    if (run !== this.#number) return;
    this.#isBusy = false;
    this.#keep(report);
    if (this.motion === 'going') {
      if (this.step === this.#goal && report.tests) this.motion = 'resting';
      else this.#ask();
    } else if (this.motion === 'playing' && this.isEnd) this.motion = 'resting';
    this.#told();
  }

  /** @param {Report} report */
  #keep({ from, step, losses, heldOutLosses, heldOut, attention, rows, tests }) {
    this.step = step;
    this.reached = Math.max(this.reached, step);
    for (const [encoding, own] of Object.entries(this.known)) {
      own.losses.set(losses[encoding] ?? [], from);
      own.heldOutLosses.set(heldOutLosses[encoding] ?? [], from);
    }
    this.seen = {
      heldOut,
      attention: attention ?? this.seen.attention,
      rows: rows ?? this.seen.rows,
      tests: tests ?? this.seen.tests,
    };
    if (this.isEnd) this.ends = tests;
  }
}
