/** @param {number} time 0 to 1 */
const smooth = (time) => time * time * (3 - 2 * time);

/** The way from what was shown to what is asked for, which takes a while. */
export class Transition {
  #milliseconds;
  #began = Number.NaN;

  /** @param {number} milliseconds */
  constructor(milliseconds) {
    this.#milliseconds = milliseconds;
  }

  /** @param {boolean} isMoving false: it is there at once */
  begin(isMoving) {
    this.#began = isMoving ? performance.now() : Number.NaN;
  }

  /** @returns {number | undefined} how far it has come by now, once 1 in the end; undefined where it was there before */
  advance() {
    if (!this.isMoving) return undefined;
    const time = Math.min(1, Math.max(0, (performance.now() - this.#began) / this.#milliseconds));
    if (time === 1) this.#began = Number.NaN;
    return smooth(time);
  }

  get isMoving() {
    return !Number.isNaN(this.#began);
  }
}
