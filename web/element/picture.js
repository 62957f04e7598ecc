import { Refusal } from '../figures/index.js';

/** @typedef {import('../figures/index.js').Figure} Figure */
/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/** What a figure shows for the settings: computed once, until they change. */
export class Picture {
  /** @type {any} the figure's own, once computed */
  data;
  description = '';
  #core;
  #figure;
  /** @type {Settings | undefined} those of the data, good ones */
  #of;

  /** @param {ReturnType<Figure['coreOf']>} core @param {Figure} figure */
  constructor(core, figure) {
    this.#core = core;
    this.#figure = figure;
  }

  get figure() {
    return this.#figure;
  }

  /** @param {Settings} settings @returns {boolean} whether they ask for this figure */
  isOf(settings) {
    return settings.figure === this.#figure.name;
  }

  /** Whether it knows time; undefined before it was computed. @returns {boolean | undefined} */
  get isTimed() {
    return this.data === undefined ? undefined : this.#figure.timeline(this.data) !== undefined;
  }

  /**
   * Computes what the settings ask for. What the figure refuses goes back to what was last computed with.
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
        this.#compute(store.settings);
        return { isNew: true, refused, changed };
      } catch (error) {
        if (!(error instanceof Refusal) || refused.some(({ name }) => name === error.setting)) throw error;
        refused.push({ name: error.setting, message: error.message });
        if (!store.refuse(error.setting, error.message, this.#of)) changed = true;
      }
    }
  }

  /** @param {Settings} settings */
  #compute(settings) {
    const data = this.#figure.compute(this.#core, settings);
    this.description = this.#figure.describe(data, settings);
    this.data = data;
    this.#of = settings;
  }

  /** The same data say something new, as when a measurement is done. */
  renew() {
    if (this.#of) this.description = this.#figure.describe(this.data, this.#of);
  }

  /** @param {number} position */
  frame(position) {
    if (this.data !== undefined) this.#figure.frame(this.#core, this.data, position);
  }

  /** @param {Settings} settings @param {{ panel: number, position: number, x: number, y: number }} tip */
  drag(settings, tip) {
    return this.data && this.#figure.drag?.(this.#core, this.data, settings, tip);
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
