import { CurvesPlot } from '../../charts/curves.js';
import { h, setText } from '../../dom/index.js';
import { Copies } from './copies.js';
import { chosen, curvesOf, stylesOf } from './curves.js';
import { reading } from './describe.js';
import { NumbersTable } from './numbers-table.js';
import { Rows } from './rows.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Rope} Rope */
/** @typedef {import('../../charts/curves.js').Point} Point */

/** Milliseconds from one picture to the next. */
const MORPH = 400;

/** Pairs that an arrow key passes with Shift. */
const FAR = 8;

const hint = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap a curve to read a pair.'
    : 'Point at a curve, or use the arrow keys, to read a pair.';

/** The plot, a row a curve, the numbers of the chosen one, and what can be copied of it. */
export class SpectrumBody {
  #host;
  #canvas = h('canvas', { role: 'img', 'data-panel': 'curves' });
  #box = h(
    'div',
    { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'plot of curves' },
    this.#canvas,
  );
  #reading = h('output', { class: 'reading', 'aria-hidden': 'true' }, hint());
  #rows = new Rows((id) => this.#choose(id));
  #numbers = new NumbersTable();
  #plot;
  #copies;
  /** @type {SpectrumData} */
  #data = { quantity: 'wavelength', ropes: [], bands: [] };
  /** @type {Map<string, number>} */
  #styles = new Map();
  #chosen = '';
  /** @type {Point | undefined} the pair that is read */
  #point;
  /** When the move to this picture began; undefined at rest. @type {number | undefined} */
  #began;

  /** @param {import('../figure.js').FigureHost} host */
  constructor(host) {
    this.#host = host;
    this.#copies = new Copies(host);
    this.element = h(
      'div',
      { class: 'spectrum' },
      this.#box,
      this.#reading,
      this.#rows.element,
      this.#copies.element,
      this.#numbers.element,
    );
    this.#plot = new CurvesPlot(this.#canvas, { scheme: host.scheme, onResize: () => this.#fit() });
    this.#plot.listen({
      pick: (point) => this.#plot.pick(point),
      hover: (point) => this.#read(point),
      press: (point) => {
        if (point) this.#choose(point.id);
        this.#read(point);
      },
      key: (event) => this.#key(event),
      blur: () => this.#read(undefined),
    });
  }

  /** @param {{ data: SpectrumData, description: string }} shown */
  set({ data, description }) {
    const before = this.#data;
    const isFirst = this.#styles.size === 0;
    this.#data = data;
    this.#styles = stylesOf(data.ropes, this.#styles);
    this.#chosen = chosen(data.ropes, before.ropes, this.#chosen);
    this.#canvas.setAttribute('aria-label', description);
    const keys = 'Left and right arrow keys go from pair to pair, up and down from curve to curve.';
    this.#box.setAttribute('aria-label', `${keys} ${description}`);
    this.#rows.set(data, this.#styles);
    this.#show(!isFirst && data.quantity === before.quantity && !this.#host.reducedMotion());
    // What was read is old, and its curve may be gone.
    this.#read(this.#point);
  }

  /** @returns {boolean} whether the curves still move */
  frame() {
    const share = this.#began === undefined ? 1 : Math.min(1, (performance.now() - this.#began) / MORPH);
    this.#plot.frame(share);
    if (share === 1) this.#began = undefined;
    return share < 1;
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }

  /** @param {string} id */
  #choose(id) {
    this.#chosen = id;
    this.#show(false);
  }

  /** @param {boolean} moving */
  #show(moving) {
    const index = this.#data.ropes.findIndex(({ id }) => id === this.#chosen);
    const rope = this.#data.ropes[index];
    this.#plot.set(curvesOf(this.#data, rope, this.#styles));
    this.#began = moving ? performance.now() : undefined;
    if (this.frame()) this.#host.redraw();
    this.#rows.choose(this.#chosen);
    this.#reading.hidden = rope === undefined;
    this.#numbers.set(rope, this.#data.bands[index]);
    this.#copies.set(rope);
    this.#fit();
  }

  #fit() {
    this.#rows.fit(this.#plot.area);
  }

  /** @param {Point | undefined} point @returns {string} its numbers in words */
  #read(point) {
    const rope = this.#data.ropes.find(({ id }) => id === point?.id);
    this.#point = point && rope && { id: rope.id, pair: Math.min(point.pair, rope.pairs - 1) };
    this.#plot.select(this.#point);
    const text = this.#point && rope ? reading(rope, this.#point.pair) : '';
    setText(this.#reading, text || hint());
    return text;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it meant something */
  #key({ key, shiftKey, ctrlKey, metaKey, altKey }) {
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape' && this.#point) {
      this.#read(undefined);
      return true;
    }
    const goal = this.#goal(key, shiftKey ? FAR : 1);
    if (!goal) return false;
    if (goal.id !== this.#chosen) this.#choose(goal.id);
    this.#host.say(this.#read(goal));
    return true;
  }

  /** The pair to which a key leads: left and right from pair to pair, up and down from curve to curve. @param {string} key @param {number} step @returns {Point | undefined} */
  #goal(key, step) {
    const { ropes } = this.#data;
    const { id, pair } = this.#point ?? { id: this.#chosen, pair: -1 };
    const index = ropes.findIndex((rope) => rope.id === id);
    if (index < 0) return undefined;
    const inside = (/** @type {number} */ to, /** @type {number} */ count) =>
      Math.max(0, Math.min(count - 1, to));
    const at = (/** @type {number} */ curve, /** @type {number} */ to) => {
      const rope = ropes[inside(curve, ropes.length)];
      return { id: rope.id, pair: inside(to, rope.pairs) };
    };
    /** @type {Record<string, [curve: number, pair: number]>} */
    const goals = {
      ArrowRight: [index, this.#point ? pair + step : 0],
      ArrowLeft: [index, pair - step],
      Home: [index, 0],
      End: [index, ropes[index].pairs - 1],
      ArrowUp: [index - 1, pair],
      ArrowDown: [index + 1, pair],
    };
    const goal = Object.hasOwn(goals, key) ? goals[key] : undefined;
    return goal && at(...goal);
  }
}
