/** @typedef {import('./panel-view.js').PanelView} PanelView */
/** @typedef {import('../figure.js').Asks} Asks */

/** @typedef {{ x: number, y: number }} Point */

/**
 * @typedef {object} Held
 * @property {number} position of the arrow
 * @property {number} offsetX from the pointer to the tip, in data units
 * @property {number} offsetY
 */

/** How near to the plot's edge an arrow can be drawn, CSS pixels. */
const INSIDE = 4;

/** Chooses, takes and moves arrows by pointer and by keys. A plot is one tab stop. */
export class ArrowPointer {
  #view;
  #index;
  #asks;
  /** @type {number | 'moving' | undefined} the chosen arrow */
  #chosen;
  /** @type {Held | undefined} */
  #held;
  #isOver = false;

  /** @param {PanelView} view @param {number} index of the panel @param {Asks} asks */
  constructor(view, index, asks) {
    this.#view = view;
    this.#index = index;
    this.#asks = asks;
    view.plot.listen({
      pick: (point) => view.plot.pick(point),
      hover: (which) => this.#hover(which),
      press: (which, point) => this.#press(which, point),
      drag: (point) => this.#dragTo(point),
      drop: (point) => this.#letGo(point === undefined),
      key: (event) => this.#key(event),
      blur: () => this.#left(),
      touchDrags: true,
    });
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

  /** @param {number | 'moving' | undefined} which */
  #hover(which) {
    if (this.#held) return;
    if (which === undefined && !this.#isOver) return;
    this.#isOver = which !== undefined;
    this.#view.plotBox.classList.toggle('over', this.#isOver);
    this.#choose(which);
  }

  /** @param {number | 'moving' | undefined} which */
  #choose(which) {
    this.#chosen = which;
    this.#view.plot.select(which);
    return this.#view.read(which);
  }

  /** @param {number | 'moving' | undefined} which @param {Point} point */
  #press(which, point) {
    if (this.#held) return false;
    if (which === undefined) {
      this.#choose(undefined);
      return false;
    }
    // A box that a reader typed in must not take the vector back when it loses the focus later.
    this.#view.plotBox.focus({ preventScroll: true });
    const at = this.#view.plot.toData(point);
    const tip = this.#view.tip(which);
    this.#take(which, { offsetX: tip.x - at.x, offsetY: tip.y - at.y });
    return true;
  }

  /** @param {number | 'moving'} which @param {{ offsetX: number, offsetY: number }} grip */
  #take(which, grip) {
    this.#asks.take();
    // Taking an arrow stops the playhead at a short number, so the position is asked for afterwards.
    this.#held = { position: this.#view.tip(which).position, ...grip };
    this.#view.plotBox.classList.add('held');
    this.#choose(which);
  }

  /** @param {Point} point */
  #dragTo({ x, y }) {
    const held = this.#held;
    if (!held) return;
    const { plot } = this.#view;
    const inside = (/** @type {number} */ at, /** @type {number} */ size) =>
      Math.max(INSIDE, Math.min(size - INSIDE, at));
    const at = plot.toData({ x: inside(x, plot.size.width), y: inside(y, plot.size.height) });
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
    this.#view.plotBox.classList.remove('held');
    this.#asks.drop(putBack);
    this.#asks.say(this.#view.read(this.#chosen));
  }

  #left() {
    this.#letGo(false);
    this.#choose(undefined);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it meant something */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    return this.#held ? this.#heldKey(event) : this.#choosingKey(event.key);
  }

  /** @param {string} key */
  #choosingKey(key) {
    const to = this.#goal(key);
    if (to !== undefined) {
      this.#asks.say(this.#choose(to));
      return true;
    }
    if ((key === 'Enter' || key === ' ') && this.#chosen !== undefined) {
      this.#take(this.#chosen, { offsetX: 0, offsetY: 0 });
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
