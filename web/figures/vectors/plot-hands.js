/** @typedef {import('./panel-view.js').PanelView} PanelView */
/** @typedef {import('../figure.js').Asks} Asks */

/**
 * @typedef {object} Held
 * @property {number} position of the arrow
 * @property {number} offsetX from the pointer to the tip, in data units
 * @property {number} offsetY
 * @property {number | undefined} pointer none: it is held by keys
 */

/** How near a pointer must be to a tip, in CSS pixels. */
const REACH = { mouse: 14, pen: 20, touch: 30 };

/** Chooses, takes and moves arrows by pointer and by keys. A plot is one tab stop. */
export class PlotHands {
  #box;
  #view;
  #index;
  #asks;
  /** @type {number | 'moving' | undefined} the chosen arrow */
  #chosen;
  /** @type {Held | undefined} */
  #held;
  #hovering = false;

  /** @param {HTMLElement} box @param {PanelView} view @param {number} index of the panel @param {Asks} asks */
  constructor(box, view, index, asks) {
    this.#box = box;
    this.#view = view;
    this.#index = index;
    this.#asks = asks;
    box.addEventListener('pointermove', (event) => this.#pointerMoved(event));
    box.addEventListener('pointerdown', (event) => this.#pointerDown(event));
    box.addEventListener('pointerup', (event) => this.#pointerLeft(event, false));
    box.addEventListener('pointercancel', (event) => this.#pointerLeft(event, true));
    box.addEventListener('pointerleave', () => this.#hover(undefined));
    // A touch scrolls the page, but for one that begins on a tip.
    box.addEventListener('touchstart', (event) => this.#touchStart(event), { passive: false });
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('blur', () => this.#left());
  }

  /** There are other arrows: what was read of the chosen one is old, and it may be gone. */
  renewed() {
    if (typeof this.#chosen === 'number' && this.#chosen >= this.#view.count) this.#choose(undefined);
    else if (this.#chosen !== undefined) this.#view.read(this.#chosen);
  }

  /** The playhead moved, so that a readout of the moving arrow is old. */
  moved() {
    if (this.#chosen === 'moving' && !this.#held) this.#view.read('moving');
  }

  /** @param {{ clientX: number, clientY: number }} point @param {number} reach @returns {number | 'moving' | undefined} */
  #pick(point, reach) {
    const index = this.#view.charts.pick(point.clientX, point.clientY, reach);
    if (index < 0) return undefined;
    if (index !== this.#view.movingIndex) return index;
    const at = this.#view.charts.toData(point.clientX, point.clientY);
    const far = (/** @type {number | 'moving'} */ which) => {
      const tip = this.#view.tip(which);
      return Math.hypot(tip.x - at.x, tip.y - at.y);
    };
    return far('moving') < far(index) ? 'moving' : index;
  }

  /** @param {PointerEvent} event */
  #pointerMoved(event) {
    if (this.#held?.pointer === event.pointerId) this.#dragTo(event);
    else if (!this.#held) this.#hover(this.#pick(event, REACH.mouse));
  }

  /** @param {number | 'moving' | undefined} which */
  #hover(which) {
    if (this.#held) return;
    if (which === undefined && !this.#hovering) return;
    this.#hovering = which !== undefined;
    this.#box.classList.toggle('over', this.#hovering);
    this.#choose(which);
  }

  /** @param {number | 'moving' | undefined} which */
  #choose(which) {
    this.#chosen = which;
    this.#view.charts.select(which ?? -1);
    return this.#view.read(which);
  }

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    if (event.button !== 0 || this.#held) return;
    const which = this.#pick(
      event,
      REACH[/** @type {keyof typeof REACH} */ (event.pointerType)] ?? REACH.mouse,
    );
    if (which === undefined) {
      this.#choose(undefined);
      return;
    }
    // A box that a reader typed in must not take the vector back when it loses the focus later.
    this.#box.focus({ preventScroll: true });
    const at = this.#view.charts.toData(event.clientX, event.clientY);
    this.#box.setPointerCapture(event.pointerId);
    const tip = this.#view.tip(which);
    this.#take(which, { offsetX: tip.x - at.x, offsetY: tip.y - at.y, pointer: event.pointerId });
  }

  /** @param {PointerEvent} event @param {boolean} putBack */
  #pointerLeft({ pointerId }, putBack) {
    if (this.#held?.pointer === pointerId) this.#letGo(putBack);
  }

  /** @param {TouchEvent} event */
  #touchStart(event) {
    const touch = event.touches[0];
    if (touch && this.#pick(touch, REACH.touch) !== undefined) event.preventDefault();
  }

  /** @param {number | 'moving'} which @param {{ offsetX: number, offsetY: number, pointer: number | undefined }} grip */
  #take(which, grip) {
    this.#asks.take();
    // Taking an arrow stops the playhead at a short number, so the position is asked for afterwards.
    this.#held = { position: this.#view.tip(which).position, ...grip };
    this.#box.classList.add('held');
    this.#choose(which);
  }

  /** @param {PointerEvent} event */
  #dragTo({ clientX, clientY }) {
    const held = this.#held;
    if (!held) return;
    const area = this.#box.getBoundingClientRect();
    const inside = (/** @type {number} */ v, /** @type {number} */ low, /** @type {number} */ high) =>
      Math.max(low + 4, Math.min(high - 4, v));
    const at = this.#view.charts.toData(
      inside(clientX, area.left, area.right),
      inside(clientY, area.top, area.bottom),
    );
    this.#moveTo(at.x + held.offsetX, at.y + held.offsetY);
  }

  /** @param {number} x @param {number} y */
  #moveTo(x, y) {
    if (!this.#held) return;
    this.#asks.drag(this.#index, this.#held.position, x, y);
    return this.#view.read(this.#chosen);
  }

  /** @param {boolean} putBack */
  #letGo(putBack) {
    if (!this.#held) return;
    this.#held = undefined;
    this.#box.classList.remove('held');
    this.#asks.drop(putBack);
    this.#asks.say(this.#view.read(this.#chosen));
  }

  #left() {
    this.#letGo(false);
    this.#choose(undefined);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.#held ? this.#heldKey(event) : this.#choosingKey(event.key);
    if (handled) event.preventDefault();
  }

  /** @param {string} key */
  #choosingKey(key) {
    const to = this.#goal(key);
    if (to !== undefined) {
      this.#asks.say(this.#choose(to));
      return true;
    }
    if ((key === 'Enter' || key === ' ') && this.#chosen !== undefined) {
      this.#take(this.#chosen, { offsetX: 0, offsetY: 0, pointer: undefined });
      this.#asks.say(
        'Taken. Arrow keys move it, Shift makes the steps small, Enter leaves it there, Escape puts it back.',
      );
      return true;
    }
    if (key === 'Escape' && this.#chosen !== undefined) {
      this.#choose(undefined);
      return true;
    }
    return false;
  }

  /** The arrow that a key leads to; between two positions the moving one is a stop too. @param {string} key */
  #goal(key) {
    const { count, movingIndex } = this.#view;
    const { position } = this.#view.tip('moving');
    /** @type {(number | 'moving')[]} */
    const stops = Array.from({ length: count }, (_, i) => i);
    const here = Number.isInteger(position) ? movingIndex : movingIndex + 1;
    if (here !== movingIndex) stops.splice(here, 0, 'moving');
    const now = this.#chosen === undefined ? -1 : stops.indexOf(this.#chosen);
    const next = now < 0 ? here : Math.min(stops.length - 1, now + 1);
    const before = now < 0 ? here : Math.max(0, now - 1);
    const last = stops.length - 1;
    /** @type {Record<string, number>} */
    const goals = {
      ArrowRight: next,
      ArrowUp: next,
      ArrowLeft: before,
      ArrowDown: before,
      Home: 0,
      End: last,
    };
    const goal = goals[key];
    return goal === undefined ? undefined : stops[goal];
  }

  /** @param {KeyboardEvent} event */
  #heldKey({ key, shiftKey }) {
    const step = this.#view.step * (shiftKey ? 0.2 : 1);
    /** @type {Record<string, [number, number]>} */
    const moves = { ArrowRight: [step, 0], ArrowLeft: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const move = moves[key];
    if (move && this.#chosen !== undefined) {
      const tip = this.#view.tip(this.#chosen);
      this.#asks.say(this.#moveTo(tip.x + move[0], tip.y + move[1]) ?? '');
      return true;
    }
    if (key !== 'Enter' && key !== ' ' && key !== 'Escape') return false;
    this.#letGo(key === 'Escape');
    return true;
  }
}
