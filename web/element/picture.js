import { MemoryError } from '../core/heap.js';
import { Refusal } from '../figures/index.js';

/** @typedef {import('../figures/index.js').Figure} Figure */
/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/** What a figure shows for the settings: computed once, until they change. */
export class Picture {
  /** @type {Settings | undefined} those of what was computed, good ones */
  #of;
  /** Whether it knows time; undefined before it was computed. @type {boolean | undefined} */
  isTimed;

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

  /**
   * Computes what the settings ask for. What the figure refuses, or has no memory for, goes back to what was last computed with.
   *
   * @param {import('./store.js').Store} store
   * @throws {import('../core/heap.js').MemoryError} where there was nothing before that it could go back to
   * @returns {{ isNew: boolean, refused: readonly Problem[], changed: boolean }} whether there is something new to show, and whether
   *   something was refused that was asked for after the figure opened
   */
  settle(store) {
    /** @type {Problem[]} */
    const refused = [];
    let changed = false;
    for (;;) {
      if (this.#of && differing(store.settings, this.#of).length === 0)
        return { isNew: false, refused, changed };
      try {
        this.open.compute(store.settings);
        this.#of = store.settings;
        this.isTimed = this.open.timeline !== undefined;
        return { isNew: true, refused, changed };
      } catch (error) {
        if (error instanceof MemoryError && this.#of && !changed) {
          const good = this.#of;
          const back = differing(store.settings, good).map((name) => [name, good[name]]);
          refused.push(store.retreat(Object.fromEntries(back)));
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

/** @param {Settings} a @param {Settings} b @returns {(keyof Settings)[]} names of what makes another picture */
const differing = (a, b) =>
  /** @type {(keyof Settings)[]} */ (Object.keys(a)).filter(
    (name) => !TIMELY.has(name) && a[name] !== b[name],
  );
