/** @typedef {import('./zoom.js').Part} Part */

/** Milliseconds from one part of the table to the next. */
const TIME = 220;

/** The part that is drawn, on its way to the part that is asked for. */
export class PartMotion {
  /** @type {Part} */
  #from = [0, 0, 0, 0];
  /** @type {Part} */
  #to = [0, 0, 0, 0];
  #began = Number.NaN;

  /** Real numbers on the way. @type {Part} */
  now = [0, 0, 0, 0];

  /** @param {Part} part @param {boolean} atOnce */
  aim(part, atOnce) {
    this.#from = this.now;
    this.#to = part;
    this.#began = atOnce ? Number.NaN : performance.now();
    if (atOnce) this.now = part;
  }

  /** @returns {boolean} whether it is still on its way */
  advance() {
    if (Number.isNaN(this.#began)) return false;
    const time = Math.min(1, Math.max(0, (performance.now() - this.#began) / TIME));
    if (time === 1) {
      this.now = this.#to;
      this.#began = Number.NaN;
      return false;
    }
    const share = 1 - (1 - time) ** 3;
    const at = (/** @type {0 | 1 | 2 | 3} */ i) => this.#from[i] + (this.#to[i] - this.#from[i]) * share;
    this.now = [at(0), at(1), at(2), at(3)];
    return true;
  }
}
