import { encodings } from './heads.js';

/** @typedef {import('./heads.js').Plan} Plan */
/** @typedef {import('./heads.js').Report} Report */

/** Milliseconds between two pictures while a run goes on: they cost as much as some steps. */
const PICTURES = 150;

/** So many milliseconds it may go before there is something to stop. */
const PATIENCE = 150;

/** A pause is at most this far past the last frame, so that a sleeping tab does not jump, in seconds. */
const LONGEST_FRAME = 0.25;

/** Seconds that a run takes to watch, and at least so many a step where there are few. */
const WHOLE = 10;
const PER_STEP = 0.25;

/**
 * Steps lie on a logarithmic scale, since most is learned in the first of them: 0 is step 0, and 1 is the end.
 *
 * @param {number} step
 * @param {number} steps of the run
 */
export const placeOf = (step, steps) => Math.log1p(step) / Math.log1p(steps);

/** @param {number} place 0..1 @param {number} steps @returns {number} the last step up to there */
export const stepAt = (place, steps) =>
  place >= 1 ? steps : Math.max(0, Math.floor(Math.expm1(place * Math.log1p(steps)) + 1e-9));

/** @param {number} steps @returns {number} seconds from the first to the last */
export const duration = (steps) => Math.min(WHOLE, PER_STEP * steps);

/** @typedef {'resting' | 'playing' | 'going'} Motion going: to a step, as fast as it can */

/**
 * All losses so far: a run that is played again keeps them.
 * @typedef {Record<string, { losses: Float64Array, heldOutLosses: Float64Array }>} Known
 */

/** @typedef {Pick<Report, 'step' | 'attention' | 'rows' | 'tests' | 'heldOut'>} Seen */

/** @returns {Seen} */
const nothing = () => ({ step: -1, heldOut: new Int32Array() });

/** A training as its reader moves it. It asks for the next stretch only while somebody sees it. */
export class Run {
  /** @type {Motion} */
  motion = 'resting';
  step = 0;
  /** How many steps have been computed in this run, now or before. */
  reached = 0;
  /** @type {Known} by encoding */
  known = {};
  /** The last picture, all of it of one step. @type {Seen} */
  seen = nothing();
  /** The tests at the run's end. @type {Report['tests']} */
  ends = undefined;
  steps = 0;
  #train;
  #renewed;
  #isSeen;
  #isStill;
  #isBusy = false;
  #goal = 0;
  /** Whether it is to stop at the step that is being computed. */
  #halts = false;
  #place = 0;
  #lastFrame = 0;
  /** When it set out for its goal, when it last asked, when its last picture came, and how long that took. */
  #since = 0;
  #asked = 0;
  #pictured = Number.NEGATIVE_INFINITY;
  #took = 0;

  /**
   * @param {object} world
   * @param {(wish: import('./heads.js').Wish) => void} world.train every wish gets one answer, unless another plan begins
   * @param {() => void} world.renewed there is something new to show
   * @param {() => boolean} world.isSeen
   * @param {() => boolean} world.isStill whether only goals are looked at, and not the way there
   */
  constructor({ train, renewed, isSeen, isStill }) {
    this.#train = train;
    this.#renewed = renewed;
    this.#isSeen = isSeen;
    this.#isStill = isStill;
  }

  get isEnd() {
    return this.step === this.steps;
  }

  /** The step that it is going to, or where it is: what is asked for next counts from there. */
  get goal() {
    return this.motion === 'going' ? this.#goal : this.step;
  }

  /** Whether there is something to stop. */
  get isUnderway() {
    return (
      this.motion === 'playing' || (this.motion === 'going' && performance.now() - this.#since > PATIENCE)
    );
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
    this.#isBusy = false;
    this.steps = plan.steps;
    this.step = 0;
    this.reached = 0;
    this.ends = undefined;
    this.seen = nothing();
    this.#pictured = Number.NEGATIVE_INFINITY;
    const empty = () => new Float64Array(plan.steps).fill(Number.NaN);
    this.known = Object.fromEntries(
      encodings.map((encoding) => [encoding, { losses: empty(), heldOutLosses: empty() }]),
    );
    this.goTo(this.steps);
    this.#since = Number.NEGATIVE_INFINITY;
  }

  /** From the end it plays from the beginning. */
  play() {
    if (this.isEnd) this.step = 0;
    this.#place = placeOf(this.step, this.steps);
    this.#lastFrame = 0;
    this.#goal = this.step;
    this.#halts = false;
    this.motion = 'playing';
    this.#ask();
    this.#renewed();
  }

  /** Stops at the step that is being computed. */
  pause() {
    if (this.motion === 'resting') return;
    this.goTo(this.step);
    this.#halts = this.#isBusy;
  }

  /** As fast as it can. @param {number} step */
  goTo(step) {
    this.#goal = Math.max(0, Math.min(this.steps, Math.round(step)));
    this.#halts = false;
    this.#since = performance.now();
    this.motion = 'going';
    if (this.#isThere && !this.#isBusy) this.motion = 'resting';
    else this.#ask();
    this.#renewed();
  }

  /** Whether its goal is reached and seen. */
  get #isThere() {
    return this.step === this.#goal && this.seen.step === this.#goal;
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
    this.#asked = performance.now();
    const isDue = this.#asked - this.#pictured > Math.max(PICTURES, this.#took);
    const picture = this.motion === 'playing' || (isDue && !this.#isStill());
    this.#train({ goal: this.#goal, picture });
  }

  /** There will be no answer: it rests where it is, until somebody asks again. */
  halt() {
    this.#isBusy = false;
    this.#halts = false;
    this.motion = 'resting';
    this.#renewed();
  }

  /** @param {Report} report the answer to the last wish */
  take(report) {
    this.#isBusy = false;
    this.#keep(report);
    if (this.#halts) this.#goal = this.step;
    this.#halts = false;
    if (this.motion === 'going') {
      if (this.#isThere) this.motion = 'resting';
      else this.#ask();
    } else if (this.motion === 'playing' && this.isEnd) this.motion = 'resting';
    this.#renewed();
  }

  /** @param {Report} report */
  #keep({ from, step, losses, heldOutLosses, heldOut, attention, rows, tests }) {
    this.step = step;
    this.reached = Math.max(this.reached, step);
    for (const [encoding, own] of Object.entries(this.known)) {
      own.losses.set(losses[encoding] ?? [], from);
      own.heldOutLosses.set(heldOutLosses[encoding] ?? [], from);
    }
    if (tests) {
      this.seen = { step, heldOut, attention, rows, tests };
      this.#pictured = performance.now();
      this.#took = this.#pictured - this.#asked;
    }
    if (this.isEnd) this.ends = tests ?? this.ends;
  }
}
