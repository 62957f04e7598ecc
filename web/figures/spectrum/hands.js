/** @typedef {{ id: string, pair: number }} Point a pair of a curve */

/**
 * What hands need of the plot.
 *
 * @typedef {object} Reader
 * @property {(clientX: number, clientY: number) => Point | undefined} pick
 * @property {() => readonly { id: string, pairs: number }[]} curves
 * @property {() => string} selected the curve that stands out
 * @property {(point: Point | undefined) => string} read shows the point's numbers, and gives them in words
 * @property {(id: string) => void} select
 * @property {(text: string) => void} say
 */

/** Reads pairs by pointer and by keys: left and right from pair to pair, up and down from curve to curve. */
export class Hands {
  #reader;
  /** @type {Point | undefined} */
  #at;

  /** @param {HTMLElement} box one tab stop @param {Reader} reader */
  constructor(box, reader) {
    this.#reader = reader;
    box.addEventListener('pointermove', (event) => this.#hover(event));
    box.addEventListener('pointerdown', (event) => this.#tap(event));
    box.addEventListener('pointerleave', (event) => {
      // After a tap a finger is gone, and what it asked for stays.
      if (event.pointerType === 'mouse') this.#read(undefined);
    });
    box.addEventListener('blur', () => this.#read(undefined));
    box.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.#key(event)) return;
      event.preventDefault();
    });
  }

  /** There are other curves: what was read is old, and may be gone. */
  renewed() {
    const curve = this.#reader.curves().find(({ id }) => id === this.#at?.id);
    if (this.#at && curve) this.#read({ id: curve.id, pair: Math.min(this.#at.pair, curve.pairs - 1) });
    else this.#read(undefined);
  }

  /** @param {Point | undefined} point */
  #read(point) {
    this.#at = point;
    return this.#reader.read(point);
  }

  /** @param {PointerEvent} event */
  #hover({ clientX, clientY, pointerType }) {
    if (pointerType === 'mouse') this.#read(this.#reader.pick(clientX, clientY));
  }

  /** @param {PointerEvent} event */
  #tap({ clientX, clientY, button }) {
    if (button !== 0) return;
    const point = this.#reader.pick(clientX, clientY);
    if (point) this.#reader.select(point.id);
    this.#read(point);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key is one of these */
  #key({ key, shiftKey }) {
    if (key === 'Escape' && this.#at) {
      this.#read(undefined);
      return true;
    }
    const goal = this.#goal(key, shiftKey ? 8 : 1);
    if (!goal) return false;
    if (goal.id !== this.#reader.selected()) this.#reader.select(goal.id);
    this.#reader.say(this.#read(goal));
    return true;
  }

  /** @param {string} key @param {number} step @returns {Point | undefined} */
  #goal(key, step) {
    const curves = this.#reader.curves();
    const { id, pair } = this.#at ?? { id: this.#reader.selected(), pair: -1 };
    const index = curves.findIndex((curve) => curve.id === id);
    const curve = curves[index];
    if (!curve) return undefined;
    const inside = (/** @type {number} */ to, /** @type {number} */ count) =>
      Math.max(0, Math.min(count - 1, to));
    const last = curve.pairs - 1;
    const pairs = { ArrowRight: pair + step, ArrowLeft: pair - step, Home: 0, End: last };
    if (Object.hasOwn(pairs, key)) {
      const to = this.#at ? pairs[/** @type {keyof typeof pairs} */ (key)] : key === 'End' ? last : 0;
      return { id, pair: inside(to, curve.pairs) };
    }
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    const to = /** @type {typeof curve} */ (
      curves[inside(index + (key === 'ArrowDown' ? 1 : -1), curves.length)]
    );
    return { id: to.id, pair: inside(Math.max(0, pair), to.pairs) };
  }
}
