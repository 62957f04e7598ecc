import { figures } from '../figures/index.js';

/** @typedef {import('../core/index.js').Core} Core */
/** @typedef {import('../figures/index.js').Figure} Figure */
/** @typedef {import('../figures/index.js').VectorsData} Data */
/** @typedef {import('../settings/index.js').Settings} Settings */

/** What a figure shows for the settings: computed once, until they change. */
export class Picture {
  /** @type {Data | undefined} */
  data;
  description = '';
  #core;
  /** @type {Settings | undefined} */
  #of;

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
  }

  /** @param {Settings} settings @returns {Figure} */
  static figure(settings) {
    return /** @type {Figure} */ (figures[settings.figure]);
  }

  /** @param {Settings} settings @returns {boolean} whether there is something new to show */
  compute(settings) {
    if (this.#of && !differs(settings, this.#of)) return false;
    const figure = Picture.figure(settings);
    this.data = figure.compute(this.#core, settings);
    this.description = figure.describe(this.data, settings);
    this.#of = settings;
    return true;
  }

  /** @param {Settings} settings @param {number} position */
  frame(settings, position) {
    if (this.data) Picture.figure(settings).frame(this.#core, this.data, position);
  }

  /** @param {Settings} settings @param {{ panel: number, position: number, x: number, y: number }} tip */
  drag(settings, tip) {
    return this.data && Picture.figure(settings).drag(this.#core, this.data, settings, tip);
  }
}

/** Settings that change no number of the picture. @type {ReadonlySet<string>} */
const TIMELY = new Set(['at', 'autoplay', 'speed', 'loop', 'theme', 'hide']);

/** @param {Settings} a @param {Settings} b */
function differs(a, b) {
  return Object.keys(a).some(
    (name) =>
      !TIMELY.has(name) &&
      a[/** @type {keyof Settings} */ (name)] !== b[/** @type {keyof Settings} */ (name)],
  );
}
