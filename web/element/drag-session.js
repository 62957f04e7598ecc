/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').SettingName} SettingName */

/**
 * @typedef {object} Moved what a drag moves
 * @property {import('./store.js').Store} store
 * @property {(patch: import('../settings/index.js').Patch) => readonly unknown[]} change
 * @property {() => import('./picture.js').Picture | undefined} picture
 * @property {() => void} pause
 * @property {() => void} show at once: who drags wants to see what it does
 */

/** One drag of what a figure lets be moved: it is taken, drawn along, and dropped or put back. */
export class DragSession {
  #moved;
  /** @type {Settings | undefined} what they were before it was taken */
  #before;
  /** @type {Set<SettingName>} what the figure has changed since */
  #changed = new Set();

  /** @param {Moved} moved */
  constructor(moved) {
    this.#moved = moved;
  }

  get held() {
    return this.#before !== undefined;
  }

  forget() {
    this.#before = undefined;
  }

  /** Something is taken. */
  take() {
    const { store, pause, show } = this.#moved;
    pause();
    show();
    this.#before = store.settings;
    this.#changed.clear();
  }

  /** @param {number} panel @param {number} position @param {number} x @param {number} y */
  move(panel, position, x, y) {
    const { store, change, picture, show } = this.#moved;
    const dragged = picture()?.open.drag(store.settings, { panel, position, x, y });
    if (!dragged) return;
    for (const name of /** @type {SettingName[]} */ (Object.keys(dragged.patch))) this.#changed.add(name);
    change(dragged.patch);
    if (dragged.note !== undefined) store.notes = [dragged.note];
    show();
  }

  /** @param {boolean} putBack */
  drop(putBack) {
    const before = this.#before;
    this.#before = undefined;
    if (putBack && before)
      this.#moved.change(Object.fromEntries(Array.from(this.#changed, (name) => [name, before[name]])));
    this.#moved.show();
  }
}
