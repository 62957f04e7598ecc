import { PairsPlot } from '../../charts/pairs.js';
import { h, setText } from '../../dom/index.js';
import { DialReader } from '../shared/dial-reader.js';
import { DialReadout } from '../shared/dial-readout.js';
import { keyAt, queryAt } from './compute.js';
import { names, number, panelSentence, reading, subtitle, theta, verdict, where } from './describe.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('./compute.js').Panel} PanelData */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('../figure.js').FigureHost} FigureHost */

/** Room between the plot and what is read of it, CSS pixels. */
const BESIDE = 4;

/** One way to pair: its arcs and dials, its score at two places, and what is to be said of it. */
export class Panel {
  #title = h('p', { class: 'title' });
  #ruler = h('div', { class: 'ruler' });
  #canvas = h('canvas', { role: 'img' });
  #readout = new DialReadout((place, height) => this.#spot(place, height));
  #box = h(
    'div',
    { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'pairs of features' },
    this.#canvas,
    this.#readout.element,
  );
  #there = h('tr');
  #here = h('tr', { class: 'here' });
  #verdict = h('p', { class: 'verdict' });
  #plot;
  #reader;
  #sizes;
  #request = 0;
  #index;
  /** @type {{ data: PairingData, panel: PanelData, colors: Colors } | undefined} */
  #shown;
  /** @type {import('../../charts/pairs-face.js').PairHands} */
  #hands = { cos: [], sin: [], angles: [], thin: 0, thickColor: '#000000', thinColor: '#000000' };

  /** @param {FigureHost} host @param {import('../figure.js').Scheme} scheme @param {number} index of its way */
  constructor(host, scheme, index) {
    this.#index = index;
    const heads = ['key', 'query', 'score', 'q’s magnitude'].map((text) => h('th', { scope: 'col' }, text));
    this.element = h(
      'div',
      { class: 'way', role: 'group' },
      this.#title,
      h('div', {}, this.#ruler, this.#box),
      h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, this.#there, this.#here)),
      this.#verdict,
    );
    for (const row of [this.#there, this.#here]) row.append(...heads.map(() => h('td')));
    this.#plot = new PairsPlot(this.#canvas, { scheme, onResize: () => this.#readout.place() });
    this.#reader = new DialReader(this.#box, {
      pick: (x) => this.#plot.pick(x),
      count: () => this.#shown?.data.dimensions ?? 0,
      columns: () => 1,
      read: (place) => this.#read(place),
      say: host.say,
    });
    // The ruler has the plot's width, but not its height. That is set in the next frame, for around the plot others observe, too.
    this.#sizes = new ResizeObserver(() => {
      cancelAnimationFrame(this.#request);
      this.#request = requestAnimationFrame(() => this.#fit());
    });
    this.#sizes.observe(this.#ruler);
  }

  /**
   * @param {PairingData} data
   * @param {{ colors: Colors, isMeant: boolean, moving: boolean }} rest `isMeant`: whether it is the one to look at
   */
  set(data, { colors, isMeant, moving }) {
    const panel = /** @type {PanelData} */ (data.panels[this.#index]);
    const { way, order, tokens, frequencies, arcs } = panel;
    this.#shown = { data, panel, colors };
    const byFeature = (/** @type {number} */ row) => {
      const values = new Float64Array(data.dimensions);
      order.forEach((feature, place) => {
        values[feature] = Number(tokens.data[row * data.dimensions + place]);
      });
      return values;
    };
    const places = order.map((_, feature) => order.indexOf(feature));
    this.#plot.set(
      {
        arcs,
        names: frequencies.map(theta),
        numbers: places.map((_, feature) => String(feature)),
        places,
        rows: [
          { name: 'q', values: byFeature(0) },
          { name: 'k', values: byFeature(1) },
        ],
        most: Math.max(...tokens.data.map(Math.abs)) || 1,
      },
      { moving },
    );
    Object.assign(this.#hands, { ...data.live.angles, angles: frequencies, thin: data.dimensions / 2 });
    this.#fit();
    this.#title.replaceChildren(h('b', {}, names[way]), ` ${subtitle(data, panel)}`);
    this.element.setAttribute('aria-label', names[way]);
    this.element.classList.toggle('meant', isMeant);
    const sentence = panelSentence(data, panel);
    this.#canvas.setAttribute('aria-label', sentence);
    this.#box.setAttribute('aria-label', `${sentence} Arrow keys go from feature to feature.`);
    const { isGood, text } = verdict(panel);
    this.#verdict.classList.toggle('bad', !isGood);
    setText(this.#verdict, text);
    this.#there.hidden = data.places.length < 2;
    const sample = Number(data.placeSamples[0]);
    const values = [Number(panel.scores[sample]), Number(panel.magnitudes[sample])];
    fill(this.#there, data, Number(data.places[0]), values, colors);
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether something still moves */
  frame(position, withText) {
    if (!this.#shown) return false;
    const { data, colors } = this.#shown;
    const mark = (/** @type {number} */ at) =>
      colors.mark[Math.min(colors.mark.length - 1, Math.floor(at))] ?? this.#hands.thinColor;
    this.#hands.thickColor = mark(queryAt(position, data.distance));
    this.#hands.thinColor = mark(keyAt(position, data.distance));
    const moves = this.#plot.frame(this.#hands);
    if (!withText) return moves;
    const { scores, magnitudes } = data.live;
    fill(this.#here, data, position, [Number(scores[this.#index]), Number(magnitudes[this.#index])], colors);
    this.#reader.refresh();
    return moves;
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#request);
    this.#plot.destroy();
  }

  #fit() {
    const width = this.#ruler.clientWidth;
    if (width === 0 || !this.#shown) return;
    const height = `${this.#plot.heightFor(this.#shown.data.dimensions, width)}px`;
    if (this.#box.style.height !== height) this.#box.style.height = height;
  }

  /** @param {number} place −1 for none */
  #read(place) {
    const { data, panel } = /** @type {{ data: PairingData, panel: PanelData }} */ (this.#shown);
    this.#plot.select(place);
    return this.#readout.show(place, place < 0 ? [] : reading(data, panel, place));
  }

  /** Over the arcs: under the plot are the scores. @param {number} place @param {number} height */
  #spot(place, height) {
    const { x, y, radius } = this.#plot.dial(place);
    return { x, y: y - radius - BESIDE - height };
  }
}

/**
 * Writes a row: where key and query stand, in their colours, and what comes of it.
 *
 * @param {HTMLTableRowElement} row
 * @param {PairingData} data
 * @param {number} position
 * @param {readonly number[]} values
 * @param {Colors} colors
 */
function fill(row, data, position, values, colors) {
  const { key, query } = where(data, position);
  [key, query, ...values.map(number)].forEach((text, i) => {
    setText(/** @type {Node} */ (row.cells[i]), text);
  });
  const color = colors.text[Math.floor(position)] ?? '';
  if (row.style.color !== color) row.style.color = color;
}
