import { h, mathElement, setText } from '../../dom/index.js';
import { PanelCharts } from './charts.js';
import { formulaOf, liveNumbers } from './formula.js';
import { ArrowPointer } from './pointer.js';
import { readout, values } from './readout.js';

/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('./compute.js').VectorsData} Data */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('../figure.js').Asks} Asks */

/** One panel: its plot, formula, strips and readouts. */
export class PanelView {
  #plot = h('canvas');
  #strips = h('canvas');
  #readout = h('output', { class: 'readout', 'aria-hidden': 'true', hidden: true });
  #formula = h('div', { class: 'formula' });
  #values = { magnitude: h('b'), angle: h('b') };
  /** @type {Map<string, Element[]>} */
  #live = new Map();
  #formulaOf = '';
  #charts;
  #pointer;
  /** @type {{ panel: Panel, data: Data, colors: Colors } | undefined} */
  #shown;

  /**
   * @param {import('../shared/encodings.js').Encoding} encoding
   * @param {number} index of the panel
   * @param {'light' | 'dark'} scheme
   * @param {Asks} asks
   * @param {() => void} onResize
   */
  constructor(encoding, index, scheme, asks, onResize) {
    this.title = encoding.title;
    this.#plot.dataset.panel = encoding.name;
    this.#strips.dataset.strips = encoding.name;
    this.plotBox = h(
      'div',
      { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'vector plot' },
      this.#plot,
      this.#readout,
    );
    this.element = h(
      'div',
      { class: 'panel', role: 'group', 'aria-label': encoding.title },
      h('p', { class: 'title' }, h('b', {}, encoding.title), ` ${encoding.subtitle}`),
      this.plotBox,
      this.#formula,
      h(
        'div',
        { class: 'strips' },
        h('span', {}, 'magnitude'),
        h('span', {}, 'angle'),
        h('div', { class: 'curves' }, this.#strips),
        this.#values.magnitude,
        this.#values.angle,
      ),
    );
    this.#charts = new PanelCharts(this.#plot, this.#strips, scheme, onResize);
    this.#pointer = new ArrowPointer(this, index, asks);
  }

  /** @param {Panel} panel @param {Data} data @param {Colors} colors @param {boolean} keepView while an arrow is held */
  set(panel, data, colors, keepView) {
    this.#shown = { panel, data, colors };
    this.#charts.set(panel, data, colors, keepView);
    this.#pointer.renewed();
    const { lines, label } = formulaOf(panel, data);
    const key = JSON.stringify(lines);
    if (key === this.#formulaOf) return;
    this.#formulaOf = key;
    this.#live.clear();
    this.#formula.replaceChildren(
      ...lines.map((line) => {
        const math = /** @type {any} */ (['math', { display: 'block' }, line]);
        return mathElement(math, this.#live);
      }),
    );
    this.#formula.setAttribute('role', 'group');
    this.#formula.setAttribute('aria-label', label);
  }

  largestScale() {
    return this.#charts.largestScale();
  }

  /** @param {number} pixelsPerUnit */
  share(pixelsPerUnit) {
    this.#charts.share(pixelsPerUnit);
  }

  /** @param {boolean} withText whether the numbers follow too; a reader cannot read sixty a second */
  frame(withText) {
    if (!this.#shown) return;
    const { panel, data, colors } = this.#shown;
    const { moving } = panel;
    this.#charts.frame(panel, colors.mark[moving.index], data.labels[moving.index]);
    if (!withText) return;
    const color = colors.text[moving.index];
    for (const [name, text] of Object.entries(liveNumbers(panel, data))) {
      for (const element of this.#live.get(name) ?? []) {
        setText(element, text);
        /** @type {HTMLElement} */ (element).style.color = color;
      }
    }
    const { magnitude, angle } = values(panel);
    setText(this.#values.magnitude, magnitude);
    setText(this.#values.angle, angle);
    this.#pointer.moved();
  }

  /** @param {string} text the text alternative */
  describe(text) {
    this.#plot.setAttribute('role', 'img');
    this.#plot.setAttribute('aria-label', text);
    this.plotBox.setAttribute(
      'aria-label',
      `${this.title}. Arrow keys choose an arrow, Enter takes it, arrow keys move it, Escape puts it back. ${text}`,
    );
  }

  /** The tip of an arrow. @param {number | 'moving'} which */
  tip(which) {
    const { panel } = this.#state();
    if (which === 'moving') return { position: panel.moving.position, x: panel.moving.x, y: panel.moving.y };
    return {
      position: which,
      x: panel.x[which],
      y: panel.y[which],
    };
  }

  get count() {
    return this.#state().panel.x.length;
  }

  get movingIndex() {
    return this.#state().panel.moving.index;
  }

  /** @param {number | 'moving' | undefined} which */
  read(which) {
    const { panel, data, colors } = this.#state();
    const text = which === undefined ? '' : readout(panel, data, which);
    setText(this.#readout, text);
    this.#readout.hidden = text === '';
    const index = which === 'moving' ? panel.moving.index : (which ?? 0);
    this.#readout.style.color = colors.text[index] ?? '';
    return text;
  }

  get plot() {
    return this.#charts.arrows;
  }

  /** One unit of the keyboard's steps, in data units. */
  get step() {
    return 10 / Math.max(1e-9, this.#charts.scale);
  }

  #state() {
    if (!this.#shown) throw new Error('the panel has nothing to show yet');
    return this.#shown;
  }

  /** @param {'light' | 'dark'} scheme */
  scheme(scheme) {
    this.#charts.scheme(scheme);
  }

  destroy() {
    this.#charts.destroy();
  }
}
