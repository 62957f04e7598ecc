import { divergingColor, HeatMapPlot } from '../../charts/heat-map.js';
import { h, setText } from '../../dom/index.js';
import { shareText, titles } from './describe.js';

/** @typedef {import('../figure.js').Scheme} Scheme */

/** @typedef {{ length: number, lookBack: number }} Sizes */

/** @param {string} panel */
const canvasFor = (panel) => h('canvas', { role: 'img', 'data-panel': panel });

/** How one head's attention is shared among the keys. */
export class AttentionPanel {
  #canvas;
  #number = h('span', { class: 'number' });
  /** @type {HeatMapPlot | undefined} built with the first picture, so that charts are not all built in one frame */
  #plot;
  #scheme;
  #name;

  /** @param {string} encoding @param {string} said what it is, in a few words @param {Scheme} scheme */
  constructor(encoding, said, scheme) {
    this.#name = String(titles[encoding]);
    this.#canvas = canvasFor(encoding);
    this.element = h(
      'div',
      { class: 'cell', 'data-encoding': encoding },
      h('p', { class: 'title' }, h('b', {}, this.#name), h('span', { class: 'said' }, said)),
      h('div', { class: 'plot square' }, this.#canvas),
      h('p', { class: 'under' }, this.#number),
    );
    this.#scheme = scheme;
  }

  /**
   * @param {Float32Array} attention [length, length]
   * @param {Sizes} sizes
   * @param {string} when
   */
  set(attention, { length, lookBack }, when) {
    const values = attention.map(Math.sqrt);
    this.#plot ??= new HeatMapPlot(this.#canvas, { scheme: this.#scheme });
    this.#plot.set({
      name: this.#name,
      values,
      rows: length,
      columns: length,
      limit: 1,
      rowName: 'query',
      columnName: 'key',
    });
    this.#plot.frame();
    const text = `attention of ${length} queries, ${rightOf(attention, length, lookBack)}`;
    this.#canvas.setAttribute('aria-label', `${this.#name} ${when}: ${text}`);
  }

  /** The numbers under the picture. @param {Float32Array} attention @param {Sizes} sizes @param {string} loss */
  say(attention, { length, lookBack }, loss) {
    setText(this.#number, `${rightOf(attention, length, lookBack)}, loss ${loss}`);
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

/** @param {Float32Array} attention @param {number} length @param {number} lookBack */
function rightOf(attention, length, lookBack) {
  let sum = 0;
  for (let n = lookBack; n < length; n += 1) sum += Number(attention[n * length + n - lookBack]);
  return `${shareText(sum / (length - lookBack))} on the right key`;
}

/** What the colours of attention mean: roots of weights, which make small ones visible. */
export class WeightScale {
  #bar = h('i', { class: 'weights' });
  element = h(
    'p',
    { class: 'under scale-of-weights' },
    h('span', { class: 'weights-name' }, 'attention’s weight'),
    h('span', {}, '0'),
    h('span', { class: 'bar-of-weights' }, this.#bar, h('small', {}, '0.25')),
    h('span', {}, '1'),
  );

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.scheme(scheme);
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    const colors = Array.from({ length: 13 }, (_, i) => divergingColor(i / 12, scheme));
    this.#bar.style.backgroundImage = `linear-gradient(to right, ${colors.join(', ')})`;
  }
}
