/** @typedef {{ draw: () => void, pace: number }} Part `pace`: milliseconds between two drawings while all moves */

/** A frame's share for drawing, in milliseconds. */
const SHARE = 10;

/** Draws parts of a picture that are out of date, in turn: what does not fit into one frame comes in the next. */
export class Turns {
  #parts;
  #next = 0;

  /** @param {readonly Part[]} parts */
  constructor(parts) {
    this.#parts = parts.map((part) => ({ ...part, isDue: false, last: Number.NEGATIVE_INFINITY }));
  }

  /** All are out of date. */
  renew() {
    for (const part of this.#parts) part.isDue = true;
  }

  /**
   * @param {boolean} moves whether more is to come soon
   * @param {() => number} [now] milliseconds
   * @returns {boolean} whether some are still out of date
   */
  draw(moves, now = () => performance.now()) {
    const begun = now();
    for (let count = this.#parts.length; count > 0 && now() - begun < SHARE; count -= 1) {
      const part = this.#parts[this.#next];
      this.#next = (this.#next + 1) % this.#parts.length;
      if (!part?.isDue || (moves && begun - part.last < part.pace)) continue;
      part.isDue = false;
      part.last = begun;
      part.draw();
    }
    return this.#parts.some(({ isDue }) => isDue);
  }
}
