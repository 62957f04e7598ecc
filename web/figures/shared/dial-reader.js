/**
 * What a reader of dials needs of them.
 *
 * @typedef {object} Dials
 * @property {(clientX: number, clientY: number) => number} pick −1 for none
 * @property {() => number} count
 * @property {() => number} columns
 * @property {(pair: number) => string} read shows a dial's numbers, −1 for none, and gives them
 * @property {(text: string) => void} say
 */

/** Chooses dials by pointer and by keys. All of them are one tab stop. */
export class DialReader {
  #dials;
  #box;
  #chosen = -1;

  /** @param {HTMLElement} box @param {Dials} dials */
  constructor(box, dials) {
    this.#box = box;
    this.#dials = dials;
    box.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') this.#point(event);
    });
    box.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch') this.#box.focus({ preventScroll: true });
      this.#point(event);
    });
    // A finger leaves when it lifts; what it chose stays until another is chosen or the focus goes.
    box.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') this.#choose(-1);
    });
    box.addEventListener('blur', () => this.#choose(-1));
    box.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The numbers have changed. */
  refresh() {
    if (this.#chosen >= this.#dials.count()) this.#choose(-1);
    else if (this.#chosen >= 0) this.#dials.read(this.#chosen);
  }

  /** @param {{ clientX: number, clientY: number }} point */
  #point({ clientX, clientY }) {
    const pair = this.#dials.pick(clientX, clientY);
    if (pair !== this.#chosen) this.#choose(pair);
  }

  /** @param {number} pair */
  #choose(pair) {
    if (pair < 0 && this.#chosen < 0) return '';
    this.#chosen = pair;
    return this.#dials.read(pair);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && this.#chosen >= 0) {
      event.preventDefault();
      this.#choose(-1);
      return;
    }
    const goal = this.#goal(event.key);
    if (goal === undefined) return;
    event.preventDefault();
    this.#dials.say(this.#choose(goal));
  }

  /** @param {string} key @returns {number | undefined} the dial that it leads to */
  #goal(key) {
    const last = this.#dials.count() - 1;
    const columns = this.#dials.columns();
    const now = this.#chosen;
    /** @type {Record<string, number>} */
    const goals = {
      ArrowRight: now + 1,
      ArrowLeft: now - 1,
      ArrowDown: now + columns,
      ArrowUp: now - columns,
      Home: 0,
      End: last,
    };
    const goal = goals[key];
    if (goal === undefined) return undefined;
    if (now < 0) return key === 'End' ? last : 0;
    return goal < 0 || goal > last ? now : goal;
  }
}
