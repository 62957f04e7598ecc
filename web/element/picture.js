import { MemoryError } from '../core/heap.js';
import { Refusal } from '../figures/index.js';

/** @typedef {import('../figures/index.js').Figure} Figure */
/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/** What a figure shows for the settings: computed once, until they change. */
export class Picture {
  /** @type {Settings | undefined} those of what was computed, good ones */
  #of;

  /** @param {Figure} figure @param {import('../core/heap.js').Heap} heap */
  constructor(figure, heap) {
    this.figure = figure;
    this.open = figure.open(heap);
  }

  get description() {
    return this.open.caption.join('');
  }

  /** @param {Settings} settings @returns {boolean} whether they ask for this figure */
  isOf(settings) {
    return settings.figure === this.figure.name;
  }

  /** Whether it knows time; undefined before it was computed. @returns {boolean | undefined} */
  get isTimed() {
    return this.#of && this.open.timeline !== undefined;
  }

  /**
   * Computes what the settings ask for. What the figure refuses, or has no memory for, goes back to what was last computed with.
   *
   * @param {import('./store.js').Store} store
   * @returns {{ isNew: boolean, refused: readonly Problem[], changed: boolean }} whether there is something new to show, and whether
   *   something was refused that was asked for after the figure opened
   */
  settle(store) {
    /** @type {Problem[]} */
    const refused = [];
    let changed = false;
    for (;;) {
      if (this.#of && !differs(store.settings, this.#of)) return { isNew: false, refused, changed };
      try {
        this.open.compute(store.settings);
        this.#of = store.settings;
        return { isNew: true, refused, changed };
      } catch (error) {
        if (error instanceof MemoryError && this.#of) {
          refused.push(store.retreat(this.#of));
          changed = true;
          continue;
        }
        if (!(error instanceof Refusal) || refused.some(({ name }) => name === error.setting)) throw error;
        refused.push({ name: error.setting, message: error.message });
        if (!store.refuse(error.setting, error.message, this.#of)) changed = true;
      }
    }
  }
}

/** Settings that change no number of the picture. @type {ReadonlySet<string>} */
const TIMELY = new Set(['at', 'autoplay', 'speed', 'loop', 'theme', 'controls', 'show', 'hide']);

/** @param {Settings} a @param {Settings} b */
function differs(a, b) {
  return Object.keys(a).some(
    (name) =>
      !TIMELY.has(name) &&
      a[/** @type {keyof Settings} */ (name)] !== b[/** @type {keyof Settings} */ (name)],
  );
}
