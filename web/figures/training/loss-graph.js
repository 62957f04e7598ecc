import { LinesPlot } from '../../charts/lines.js';
import { h } from '../../dom/index.js';
import { encodings } from './lab.js';
import { heldOutLook, looks } from './looks.js';
import { powerAbove, powerBelow } from './powers.js';
import { lossesNow } from './stretches.js';

/** @typedef {import('../../charts/lines.js').Line} Line */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('./lab.js').Test} Test */

/** The losses against the steps, both on logarithmic axes: what is still to come in a run that is played again is veiled. */
export class LossGraph {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'losses' });
  #veil = h('div', { class: 'veil', 'aria-hidden': 'true' });
  /** @type {LinesPlot | undefined} built with the first picture, so that charts are not all built in one frame */
  #plot;
  #scheme;
  #reached = -1;
  #at = 1;

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.element = h('div', { class: 'plot graph' }, this.#canvas, this.#veil);
    this.#scheme = scheme;
  }

  /** The lines are drawn anew by the next `set`. */
  forget() {
    this.#reached = -1;
  }

  /** @param {Run} run @param {TrainingData} data */
  set(run, data) {
    if (run.reached !== this.#reached || run.reached === 0) this.#draw(run, data);
    this.#reached = run.reached;
    this.follow(run);
  }

  /** Where the run is. @param {Run} run */
  follow(run) {
    // The first loss is that before step 1.
    this.#at = Math.expm1(run.place * Math.log1p(run.steps)) + 1;
    this.#place();
  }

  /** @param {Run} run @param {TrainingData} data */
  #draw({ known, reached, steps, ends, seen, step }, { sizes }) {
    const x = Float64Array.from({ length: reached + 1 }, (_, i) => i + 1);
    const tests = reached === steps ? ends : step === reached ? seen.tests : undefined;
    /** @type {Line[]} */
    const lines = [];
    let [least, most] = [0.1, 10];
    const add = (
      /** @type {string} */ id,
      /** @type {Float64Array} */ losses,
      /** @type {number | undefined} */ last,
    ) => {
      const y = new Float64Array(reached + 1).fill(Number.NaN);
      y.set(losses.subarray(0, reached));
      if (last !== undefined) y[reached] = last;
      for (const value of y) if (value > 0) [least, most] = [Math.min(least, value), Math.max(most, value)];
      return { id, name: '', x, y };
    };
    for (const encoding of encodings) {
      const own = known[encoding];
      const look = looks[encoding];
      if (!own || !look) continue;
      const now =
        tests?.[encoding] && lossesNow(/** @type {Test} */ (tests[encoding]), sizes.length, seen.heldOut);
      lines.push({ ...look, ...add(encoding, own.losses, now?.trained) });
      if (seen.heldOut.length === 0 || encoding === 'none') continue;
      lines.push({ ...heldOutLook(look), ...add(`${encoding} held out`, own.heldOutLosses, now?.heldOut) });
    }
    this.#plot ??= new LinesPlot(this.#canvas, { scheme: this.#scheme, onResize: () => this.#place() });
    this.#plot.set({
      x: { name: 'step', min: 1, max: steps + 1, log: true },
      y: { name: 'loss', min: powerBelow(least), max: powerAbove(most), log: true },
      lines,
      levels: [],
      marks: [],
      aside: heldOutNote(lines),
    });
  }

  #place() {
    if (!this.#plot) return;
    const { left, right, top, bottom } = this.#plot.area;
    const { x } = this.#plot.toPixels(this.#at, 1);
    const { style } = this.#veil;
    style.left = `${x}px`;
    style.width = `${Math.max(0, right - x)}px`;
    style.top = `${top}px`;
    style.height = `${bottom - top}px`;
    this.#veil.hidden = x <= left && right <= left;
  }

  /** @param {string} text */
  describe(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    this.#plot?.scheme(scheme);
  }

  destroy() {
    this.#plot?.destroy();
  }
}

/** Only learned rows part far from what they were trained on. @param {readonly Line[]} lines */
function heldOutNote(lines) {
  const y = lines.find(({ id }) => id === 'learned held out')?.y;
  const last = Number(y?.[y.length - 1]);
  return last > 0 ? { y: last, text: 'learned, positions held out' } : undefined;
}
