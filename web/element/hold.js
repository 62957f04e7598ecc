/** @typedef {import('../settings/index.js').Settings} Settings */

/**
 * @typedef {object} World what holding an arrow moves
 * @property {import('./store.js').Store} store
 * @property {(patch: import('../settings/index.js').Patch) => readonly unknown[]} change
 * @property {() => import('./picture.js').Picture | undefined} picture
 * @property {() => void} pause
 * @property {() => void} show at once: a hand wants to see what it does
 * @property {(text: string) => void} say
 */

/** One arrow in a hand: it is taken, drawn along, and dropped or put back. */
export class Hold {
  #world;
  /** @type {Settings | undefined} what they were before it was taken */
  #before;

  /** @param {World} world */
  constructor(world) {
    this.#world = world;
  }

  get held() {
    return this.#before !== undefined;
  }

  forget() {
    this.#before = undefined;
  }

  /** @type {import('../figures/index.js').Asks} */
  asks = {
    take: () => {
      const { store, pause, show } = this.#world;
      pause();
      show();
      this.#before = store.settings;
    },
    drag: (panel, position, x, y) => {
      const { store, change, picture, show } = this.#world;
      const dragged = picture()?.drag(store.settings, { panel, position, x, y });
      if (!dragged) return;
      change(dragged.patch);
      if (dragged.note !== undefined) store.notes = [dragged.note];
      show();
    },
    drop: (putBack) => {
      const vector = this.#before?.vector;
      this.#before = undefined;
      if (putBack) this.#world.change({ vector });
      this.#world.show();
    },
    say: (text) => this.#world.say(text),
  };
}
