import { LinesPlot } from '../../charts/lines.js';
import { h } from '../../dom/index.js';
import { encodings } from './lab.js';
import { heldOutLook, lineNames, looks } from './looks.js';
import { powerAbove, powerBelow } from './powers.js';
import { lossesSaid } from './said.js';
import { lossesNow } from './stretches.js';

/** @typedef {import('../../charts/marks/line.js').Line} Line */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('./lab.js').Test} Test */

/** The axis of losses goes no further, whatever they are: what is beyond runs along its edge. */
const [LEAST, MOST] = [1e-12, 1e6];

/** The losses against the steps, both on logarithmic axes: what is still to come in a run that is played again is veiled. */
export class LossGraph {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'losses' });
  #veil = h('div', { class: 'veil', 'aria-hidden': 'true' });
  /** @type {LinesPlot | undefined} built with the first picture, so that charts are not all built in one frame */
  #plot;
  #scheme;
  #reached = -1;
  /** Whether the losses after the last step are known, and drawn. */
  #isTested = false;
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
    const isTested = run.seen.step === run.reached || run.reached === run.steps;
    if (run.reached !== this.#reached || isTested !== this.#isTested || run.reached === 0)
      this.#draw(run, data);
    this.#reached = run.reached;
    this.#isTested = isTested;
    this.follow(run);
    const { step, tests, heldOut } = run.seen;
    if (tests)
      this.#canvas.setAttribute(
        'aria-label',
        `Losses against steps: at step ${step} ${lossesSaid(tests, data.sizes, heldOut)}`,
      );
  }

  /** Where the run is. @param {Run} run */
  follow(run) {
    // The first loss is that before step 1.
    this.#at = Math.expm1(run.place * Math.log1p(run.steps)) + 1;
    this.#place();
  }

  /** @param {Run} run @param {TrainingData} data */
  #draw({ known, reached, steps, ends, seen }, { sizes }) {
    const x = Float64Array.from({ length: reached + 1 }, (_, i) => i + 1);
    const tests = reached === steps ? ends : seen.step === reached ? seen.tests : undefined;
    /** @type {Line[]} */
    const lines = [];
    let [least, most] = [0.1, 10];
    const add = (
      /** @type {string} */ id,
      /** @type {string} */ name,
      /** @type {Float64Array} */ losses,
      /** @type {number | undefined} */ last,
    ) => {
      // Its name stands where it ends, so it must not end in a gap.
      const count = last === undefined ? Math.max(1, reached) : reached + 1;
      const y = new Float64Array(count).fill(Number.NaN);
      y.set(losses.subarray(0, Math.min(reached, count)));
      if (last !== undefined) y[reached] = last;
      for (let i = 0; i < count; i += 1) {
        const value = Math.max(LEAST, Math.min(MOST, Number(y[i])));
        y[i] = value;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      return { id, name, x: x.subarray(0, count), y };
    };
    for (const encoding of encodings) {
      const own = known[encoding];
      const look = looks[encoding];
      if (!own || !look) continue;
      const now =
        tests?.[encoding] && lossesNow(/** @type {Test} */ (tests[encoding]), sizes.length, seen.heldOut);
      lines.push({ ...look, ...add(encoding, String(lineNames[encoding]), own.losses, now?.trained) });
      if (seen.heldOut.length === 0 || encoding === 'none') continue;
      const name = `${encoding}, held out`;
      lines.push({ ...heldOutLook(look), ...add(name, name, own.heldOutLosses, now?.heldOut) });
    }
    this.#plot ??= new LinesPlot(this.#canvas, { scheme: this.#scheme, onResize: () => this.#place() });
    this.#plot.set({
      name: 'losses',
      x: { name: 'step', min: 1, max: steps + 1, log: true },
      y: { name: 'loss', min: powerBelow(least), max: powerAbove(most), log: true },
      lines,
      levels: [],
      marks: [],
      aside: heldOutNote(lines),
    });
    this.#plot.frame();
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

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    this.#plot?.scheme(scheme);
  }

  destroy() {
    this.#plot?.destroy();
  }
}

/** Beside the learned ones, which part furthest from what they were trained on. @param {readonly Line[]} lines */
function heldOutNote(lines) {
  const y = lines.find(({ id }) => id === 'learned, held out')?.y;
  const last = Number(y?.[y.length - 1]);
  return last > 0 ? { y: last, text: 'grey: positions held out' } : undefined;
}
