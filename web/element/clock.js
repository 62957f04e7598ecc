/** A pause is at most this far past the last frame, so that a sleeping tab does not jump, in seconds. */
const LONGEST_FRAME = 0.25;

/**
 * The playhead: a real-valued position that runs from 0 to the last one, waits there for a step, and begins again.
 */
export class Clock {
  /** positions a second */
  speed = 2;
  loop = true;
  playing = false;
  /** whether it goes from position to position without the way between */
  steps = false;
  #time = 0;
  #last = 0;

  /** @param {number} count positions */
  set positions(count) {
    this.#last = count - 1;
    this.#time = Math.min(this.#time, this.#last);
  }

  get position() {
    const position = Math.min(this.#time, this.#last);
    return this.steps && this.playing ? Math.floor(position) : position;
  }

  set position(position) {
    this.#time = Math.max(0, Math.min(position, this.#last));
  }

  /** From the end it begins anew. */
  play() {
    if (this.#last === 0) return;
    if (this.#time >= this.#last) this.#time = 0;
    this.playing = true;
  }

  pause() {
    this.#time = this.position;
    this.playing = false;
  }

  /** @param {number} seconds since the last frame */
  tick(seconds) {
    if (!this.playing) return;
    this.#time += Math.min(seconds, LONGEST_FRAME) * this.speed;
    if (this.#time < this.#last + (this.loop ? 1 : 0)) return;
    if (this.loop) this.#time = (this.#time - this.#last - 1) % (this.#last + 1);
    else this.pause();
  }
}
