/**
 * What hands do with the two arrows of a panel.
 *
 * @typedef {object} Does
 * @property {(clientX: number, clientY: number, reach: number) => 'query' | 'key' | undefined} pick
 * @property {(of: 'query' | 'key', clientX: number, clientY: number) => void} drag brings its tip there, as near as it comes
 */

/** How near a pointer must be to a tip, in CSS pixels. */
const REACH = { mouse: 14, pen: 20, touch: 30 };

/** Takes an arrow by its tip and draws it along its places. Keys do the same on the matrix and the rail. */
export class ArrowHands {
  #box;
  #does;
  /** @type {{ of: 'query' | 'key', pointer: number } | undefined} */
  #held;

  /** @param {HTMLElement} box @param {Does} does */
  constructor(box, does) {
    this.#box = box;
    this.#does = does;
    box.addEventListener('pointerdown', (event) => this.#down(event));
    box.addEventListener('pointermove', (event) => this.#move(event));
    for (const type of ['pointerup', 'pointercancel']) box.addEventListener(type, () => this.#leave());
    box.addEventListener('pointerleave', () => box.classList.remove('over'));
    // A touch scrolls the page, but for one that begins on a tip.
    box.addEventListener(
      'touchstart',
      (event) => {
        const touch = event.touches[0];
        if (touch && does.pick(touch.clientX, touch.clientY, REACH.touch)) event.preventDefault();
      },
      { passive: false },
    );
  }

  /** @param {PointerEvent} event */
  #down({ button, clientX, clientY, pointerId, pointerType }) {
    if (button !== 0 || this.#held) return;
    const reach = REACH[/** @type {keyof typeof REACH} */ (pointerType)] ?? REACH.mouse;
    const of = this.#does.pick(clientX, clientY, reach);
    if (!of) return;
    this.#box.setPointerCapture(pointerId);
    this.#held = { of, pointer: pointerId };
    this.#box.classList.add('held');
  }

  /** @param {PointerEvent} event */
  #move({ clientX, clientY, pointerId }) {
    if (this.#held?.pointer === pointerId) this.#does.drag(this.#held.of, clientX, clientY);
    else if (!this.#held) {
      this.#box.classList.toggle('over', this.#does.pick(clientX, clientY, REACH.mouse) !== undefined);
    }
  }

  #leave() {
    this.#held = undefined;
    this.#box.classList.remove('held');
  }
}
