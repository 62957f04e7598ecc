import { PairsPlot } from '../../charts/pairs.js';
import { h, setText } from '../../dom/index.js';
import { choosing } from '../shared/choosing.js';
import { PlotView } from '../shared/panel.js';
import { Transition } from '../shared/transition.js';
import { keyAt, queryAt } from './compute.js';
import { names, number, panelSentence, reading, subtitle, theta, verdict, where } from './describe.js';
import { ways } from './encodings.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('./compute.js').Panel} PanelData */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('../figure.js').Shown<PairingData, PanelData>} Shown */
/** @typedef {import('../../charts/pairs.js').Pairs} Pairs */

/** Room between the plot and what is read of it, CSS pixels. */
const BESIDE = 4;

/** Milliseconds in which features move to other places. */
const MOVE = 450;

/** One way to pair: its arcs and dials, its score at two places, and what is to be said of it. */
export class Panel {
  #title = h('p', { class: 'title' });
  #there = h('tr');
  #here = h('tr', { class: 'here' });
  #verdict = h('p', { class: 'verdict' });
  #view;
  #index;
  #pairs = /** @type {Pairs | undefined} */ (undefined);
  /** @type {readonly number[]} places of the features before they move */
  #from = [];
  #transition = new Transition(MOVE);
  /** @type {import('../../charts/pairs.js').PairHands} */
  #hands = { cos: [], sin: [], angles: [], thin: 0, thickColor: '#000000', thinColor: '#000000' };

  /** @param {import('../figure.js').FigureHost} host @param {number} index of its way */
  constructor(host, index) {
    this.#index = index;
    this.#view = new PlotView(
      ways[index],
      /** @type {import('../shared/panel.js').PlotPart<PairingData, PanelData, PairsPlot>} */ ({
        type: PairsPlot,
        data: pairsOf,
        moment: (shown, position) => this.#moment(shown, position),
        label: ({ data, own }) => panelSentence(data, own),
        keys: {
          role: 'pairs of features',
          text: ({ data, own }) => `${panelSentence(data, own)} Arrow keys go from feature to feature.`,
        },
        heightFor: (plot, width) => plot.heightFor(width),
        read: ({ data, own }, place) =>
          place < data.dimensions ? { text: reading(data, own, place).join('\n') } : undefined,
        // Over the arcs: under the plot are the scores.
        readAt(plot, place, height) {
          const { x, y, radius } = plot.dial(place);
          return { x, y: y - radius - BESIDE - height };
        },
        gestures: (view) =>
          choosing(view, {
            pick: (point) => view.plot.pick(point),
            count: () => view.shown.data.dimensions,
            columns: () => 1,
          }),
      }),
      host,
      () => {},
    );
    const heads = ['key', 'query', 'score', 'q’s magnitude'].map((text) => h('th', { scope: 'col' }, text));
    this.element = h(
      'div',
      { class: 'way', role: 'group' },
      this.#title,
      this.#view.element,
      h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, this.#there, this.#here)),
      this.#verdict,
    );
    for (const row of [this.#there, this.#here]) row.append(...heads.map(() => h('td')));
  }

  /**
   * @param {import('../figure.js').Shown<PairingData>} shown
   * @param {{ isMeant: boolean, isMoving: boolean }} rest `isMeant`: whether it is the one to look at
   */
  set(shown, { isMeant, isMoving }) {
    const { data, colors } = shown;
    const panel = data.panels[this.#index];
    const before = this.#view.plot.data?.places;
    this.#view.set({ ...shown, own: panel });
    this.#pairs = /** @type {Pairs} */ (this.#view.plot.data);
    const { places } = this.#pairs;
    this.#from = before ?? places;
    const isOther = this.#from.join() !== places.join();
    this.#transition.begin(isMoving && isOther && this.#from.length === places.length);
    this.#arrange(this.#transition.isMoving ? 0 : 1);
    this.#title.replaceChildren(h('b', {}, names[panel.way]), ` ${subtitle(data, panel)}`);
    this.element.setAttribute('aria-label', names[panel.way]);
    this.element.classList.toggle('meant', isMeant);
    const { isGood, text } = verdict(panel);
    this.#verdict.classList.toggle('bad', !isGood);
    setText(this.#verdict, text);
    this.#there.hidden = data.places.length < 2;
    const sample = data.placeSamples[0];
    fill(this.#there, data, data.places[0], [panel.scores[sample], panel.magnitudes[sample]], colors);
  }

  /** Puts the features on their way. @param {number} share of it that is behind them */
  #arrange(share) {
    if (!this.#pairs) return;
    const places = this.#pairs.places.map((to, i) =>
      share < 1 ? this.#from[i] + (to - this.#from[i]) * share : to,
    );
    this.#view.plot.set({ ...this.#pairs, places });
  }

  /** @param {Shown} shown @param {number} position */
  #moment({ data, own, colors }, position) {
    const mark = (/** @type {number} */ at) =>
      colors.mark[Math.min(colors.mark.length - 1, Math.floor(at))] ?? this.#hands.thinColor;
    return Object.assign(this.#hands, data.live.angles, {
      angles: own.frequencies,
      thin: data.dimensions / 2,
      thickColor: mark(queryAt(position, data.distance)),
      thinColor: mark(keyAt(position, data.distance)),
    });
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether something still moves */
  frame(position, withText) {
    if (!this.#pairs) return false;
    const share = this.#transition.advance();
    if (share !== undefined) this.#arrange(share);
    this.#view.frame(position, withText);
    if (withText) {
      const { data, colors } = this.#view.shown;
      const { scores, magnitudes } = data.live;
      fill(this.#here, data, position, [scores[this.#index], magnitudes[this.#index]], colors);
    }
    return this.#transition.isMoving;
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#view.plot.scheme(scheme);
  }

  destroy() {
    this.#view.destroy();
  }
}

/** @param {Shown} shown @returns {Pairs} */
function pairsOf({ data, own: { way, order, tokens, frequencies, arcs } }) {
  const places = order.map((_, feature) => order.indexOf(feature));
  const byFeature = (/** @type {number} */ row) =>
    places.map((place) => tokens.data[row * data.dimensions + place]);
  return {
    name: names[way],
    arcs,
    names: frequencies.map(theta),
    numbers: places.map((_, feature) => String(feature)),
    places,
    rows: [
      { name: 'q', values: byFeature(0) },
      { name: 'k', values: byFeature(1) },
    ],
    most: Math.max(...tokens.data.map(Math.abs)) || 1,
    columns: [
      {
        name: 'inverse frequency',
        unit: 'rad a position',
        values: frequencies.map((frequency) => data.frequencies[frequency]),
      },
    ],
    words: { thick: 'query’s angle', thin: 'key’s angle' },
  };
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
  for (const [i, text] of [key, query, ...values.map(number)].entries()) setText(row.cells[i], text);
  const color = colors.text[Math.floor(position)] ?? '';
  if (row.style.color !== color) row.style.color = color;
}
