import { Transition } from '../shared/transition.js';

/** @typedef {import('./zoom.js').Part} Part */

/** Milliseconds from one part of the table to the next. */
const TIME = 220;

/** The part that is drawn, on its way to the part that is asked for. */
export class PartMotion {
  /** @type {Part} */
  #from = [0, 0, 0, 0];
  /** @type {Part} */
  #to = [0, 0, 0, 0];
  #transition = new Transition(TIME, (time) => 1 - (1 - time) ** 3);

  /** Real numbers on the way. @type {Part} */
  now = [0, 0, 0, 0];

  /** @param {Part} part @param {boolean} atOnce */
  aim(part, atOnce) {
    this.#from = this.now;
    this.#to = part;
    this.#transition.begin(!atOnce);
    if (atOnce) this.now = part;
  }

  /** @returns {boolean} whether it is still on its way */
  advance() {
    const share = this.#transition.advance();
    if (share === 1) this.now = this.#to;
    else if (share !== undefined) {
      const at = (/** @type {0 | 1 | 2 | 3} */ i) => this.#from[i] + (this.#to[i] - this.#from[i]) * share;
      this.now = [at(0), at(1), at(2), at(3)];
    }
    return this.#transition.isMoving;
  }
}
