import { GoalsPlot } from '../../charts/goals.js';
import { positionColors } from '../../charts/index.js';
import { h, setText } from '../../dom/index.js';
import { fixed } from '../shared/numbers.js';
import { shareText } from './describe.js';
import { looksOf, ringOf } from './ring.js';

/** @typedef {import('./rows.js').Rows} Rows */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./panels.js').Sizes} Sizes */

/** So many rows can be told apart. */
const MOST_ROWS = 64;

/** Where the ring's numbers stand, and what must be seen of it, in its radii. */
const WORDS = 1.16;
const REACH = 1;

/** Two ways to look at the rows: by where each of them looks, or as they are. */
const ways = /** @type {const} */ ({
  ring: {
    name: 'Ring',
    said: 'where each looks →, and its key ○',
    long: 'of the keys that queries must find',
  },
  components: {
    name: 'Vectors',
    said: 'queries →, keys ○, two components',
    long: 'queries and the keys that they must find in their first two principal components',
  },
});

/** The learned rows: where each of them looks as a query, among the keys of all, or the vectors that they are. */
export class RowsPanel {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'rows' });
  #said = h('span', { class: 'said' });
  /** @type {keyof typeof ways} */
  #way = 'ring';
  #number = h('span', { class: 'number' });
  /** @type {GoalsPlot | undefined} */
  #plot;
  #scheme;
  #colors = { mark: [''], text: [''] };
  /** @type {import('../../charts/goals.js').Word[]} */
  #words = [];
  #colored = '';
  /** @type {Parameters<RowsPanel['set']> | undefined} */
  #shown;

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.#scheme = scheme;
    const choices = /** @type {(keyof typeof ways)[]} */ (Object.keys(ways)).map((way) => ({
      way,
      button: h('button', { type: 'button', 'data-way': way, onclick: () => choose(way) }, ways[way].name),
    }));
    const choose = (/** @type {keyof typeof ways} */ chosen) => {
      this.#way = chosen;
      setText(this.#said, ways[chosen].said);
      for (const { way, button } of choices) button.setAttribute('aria-pressed', String(way === chosen));
      if (this.#shown) this.set(...this.#shown);
    };
    choose('ring');
    this.element = h(
      'div',
      { class: 'cell' },
      h(
        'div',
        { class: 'title' },
        h('b', {}, 'Learned rows'),
        h(
          'span',
          { class: 'ways', role: 'group', 'aria-label': 'Learned rows' },
          ...choices.map(({ button }) => button),
        ),
        this.#said,
      ),
      h('div', { class: 'plot square' }, this.#canvas),
      h('p', { class: 'under' }, this.#number),
    );
  }

  /**
   * @param {Float32Array} attention of the learned positions, [length, length]
   * @param {Rows} rows
   * @param {Sizes} sizes
   * @param {string} when
   */
  set(attention, rows, sizes, when) {
    this.#shown = [attention, rows, sizes, when];
    const { apart, others, share } = rows;
    const { length, lookBack } = sizes;
    const every = Math.ceil((length - lookBack) / MOST_ROWS);
    const { tips, goals, found } = looksOf(attention, sizes);
    const isRing = this.#way === 'ring';
    const colors = this.#colorsFor(length, lookBack, every);
    this.#plot ??= new GoalsPlot(this.#canvas, { scheme: this.#scheme });
    this.#plot.set({
      name: 'Learned rows',
      columns: { arrow: 'query', goal: 'key' },
      tips: thinned(isRing ? tips : rows.queries, every),
      goals: thinned(isRing ? goals : rows.keys, every),
      colors,
      reach: REACH,
      words: isRing ? this.#words : [],
    });
    this.#plot.frame();
    const angles = Number.isFinite(apart) ? `${fixed(apart, 0)}° off, others ${fixed(others, 0)}°` : '';
    const finding = isRing ? `${found} of ${length - lookBack} found` : `${shareText(share)} seen`;
    const told = angles ? `${finding} (${angles})` : finding;
    setText(this.#number, told);
    this.#canvas.setAttribute(
      'aria-label',
      `Learned rows ${when}: ${ways[this.#way].long}, ${told}, mean angles in all dimensions`,
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
      const ring = ringOf(length);
      this.#words = numbersFor(length).map((n) => ({
        text: String(n),
        color: String(text[n]),
        x: WORDS * Number(ring[2 * n]),
        y: WORDS * Number(ring[2 * n + 1]),
      }));
      this.#colored = wanted;
    }
    return this.#colors;
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    this.#plot?.scheme(scheme);
    if (this.#shown) this.set(...this.#shown);
  }

  destroy() {
    this.#plot?.destroy();
  }
}

/** Positions with a number on the ring: the first, the last, and three between. @param {number} length */
const numbersFor = (length) => [
  ...new Set([0, 1, 2, 3].map((quarter) => Math.round((quarter * length) / 4)).concat(length - 1)),
];

/** Every so many points. @param {Float64Array} points x, y, x, y, … @param {number} every */
const thinned = (points, every) =>
  every === 1 ? points : points.filter((_, i) => Math.floor(i / 2) % every === 0);
