import { divergingColor, HeatMapPlot } from '../../charts/heat-map.js';
import { positionColors } from '../../charts/index.js';
import { PursuitPlot } from '../../charts/pursuit.js';
import { h, setText } from '../../dom/index.js';
import { fixed } from '../vectors/numbers.js';
import { titles } from './describe.js';

/** @typedef {import('./rows.js').Rows} Rows */
/** @typedef {import('../figure.js').Scheme} Scheme */

/** So many rows can be told apart. */
const MOST_ROWS = 64;

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
   * @param {{ length: number, lookBack: number }} sizes
   * @param {string} loss as it stands under the picture
   */
  set(attention, { length, lookBack }, loss) {
    const values = attention.map(Math.sqrt);
    const last = length - 1;
    this.#plot ??= new HeatMapPlot(this.#canvas, { scheme: this.#scheme });
    this.#plot.set({
      values,
      rows: length,
      columns: length,
      limit: 1,
      rowTitle: 'query',
      columnTitle: 'key',
    });
    this.#plot.view({ firstRow: 0, lastRow: last, firstColumn: 0, lastColumn: last });
    this.#plot.draw();
    let sum = 0;
    for (let n = lookBack; n < length; n += 1) sum += Number(attention[n * length + n - lookBack]);
    const share = fixed((100 * sum) / (length - lookBack), 0);
    const text = `${share} % on the right key`;
    setText(this.#number, `${text}, loss ${loss}`);
    this.#canvas.setAttribute('aria-label', `${this.#name}: attention of ${length} queries, ${text}`);
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

/** The learned rows, as queries and as keys. */
export class RowsPanel {
  #canvas = canvasFor('rows');
  #number = h('span', { class: 'number' });
  /** @type {PursuitPlot | undefined} */
  #plot;
  #scheme;
  #reach = 0;
  #colors = { mark: [''], text: [''] };
  #colored = '';

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.#scheme = scheme;
    this.element = h(
      'div',
      { class: 'cell' },
      h(
        'p',
        { class: 'title' },
        h('b', {}, 'Learned rows'),
        h('span', { class: 'said' }, 'as queries → seeking their keys ○'),
      ),
      h('div', { class: 'plot square' }, this.#canvas),
      h('p', { class: 'under' }, this.#number),
    );
  }

  /** Another run is seen at a scale of its own. */
  forget() {
    this.#reach = 0;
  }

  /** @param {Rows} rows @param {{ length: number, lookBack: number }} sizes */
  set({ queries, keys, apart, share }, { length, lookBack }) {
    const every = Math.ceil(queries.length / 2 / MOST_ROWS);
    const [tips, goals] = [queries, keys].map((list) => thinned(list, every));
    for (const value of [...tips, ...goals]) this.#reach = Math.max(this.#reach, Math.abs(value));
    this.#plot ??= new PursuitPlot(this.#canvas, { scheme: this.#scheme });
    this.#plot.set({
      tips,
      goals,
      colors: this.#colorsFor(length, lookBack, every),
      reach: this.#reach || 1,
    });
    const text = `on average ${fixed(apart, 0)}° apart`;
    setText(this.#number, `${text}; ${fixed(100 * share, 0)} % seen in this plane`);
    this.#canvas.setAttribute(
      'aria-label',
      `Learned rows: queries and the keys that they must find, ${text}`,
    );
  }

  /** Colours of the positions of the keys. @param {number} length @param {number} lookBack @param {number} every */
  #colorsFor(length, lookBack, every) {
    const wanted = `${length} ${lookBack} ${every} ${this.#scheme}`;
    if (wanted !== this.#colored) {
      const { mark, text } = positionColors(length, this.#scheme);
      const some = (/** @type {string[]} */ all) =>
        all.slice(0, length - lookBack).filter((_, i) => i % every === 0);
      this.#colors = { mark: some(mark), text: some(text) };
      this.#colored = wanted;
    }
    return this.#colors;
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

/** Every so many points. @param {Float32Array} points x, y, x, y, … @param {number} every */
const thinned = (points, every) =>
  every === 1 ? points : points.filter((_, i) => Math.floor(i / 2) % every === 0);
