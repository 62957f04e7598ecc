import { positionColors } from '../charts/index.js';
import { Controls } from './controls.js';
import { h, setText } from './dom.js';
import { PanelView } from './panel-view.js';
import { Transport } from './transport.js';

/** @typedef {import('../figures/index.js').Figure} Figure */
/** @typedef {import('../figures/index.js').VectorsData} Data */
/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {'light' | 'dark'} Scheme */

/**
 * What the view asks of its element.
 *
 * @typedef {object} Host
 * @property {import('./transport.js').Does} time
 * @property {import('./controls.js').Ask} ask
 * @property {() => void} reset
 * @property {import('./plot-hands.js').Asks} hands
 * @property {() => void} redraw
 */

const NONE = { mark: [], text: [] };

/** The DOM of one figure: panels, time, sentence, controls. */
export class FigureView {
  #figure;
  #host;
  #scheme;
  /** @type {PanelView[]} */
  #panels = [];
  #panelOf = '';
  #aside = '';
  /** @type {import('../figures/index.js').Colors} */
  #colors = NONE;
  /** @type {Settings | undefined} */
  #settings;
  #transport;
  #controls;
  #panelBox = h('div', { class: 'panels' });
  #caption = h('figcaption');
  #notes = h('ul', { class: 'notes', role: 'status' });
  #status = h('p', { part: 'status', class: 'unseen', 'aria-live': 'polite' });
  #link = h('a', { part: 'link', target: '_top' }, 'Link to this figure');
  #resized;

  /** @param {Figure} figure @param {Scheme} scheme @param {Host} host */
  constructor(figure, scheme, host) {
    this.#figure = figure;
    this.#host = host;
    this.#scheme = scheme;
    this.#transport = new Transport(host.time);
    this.#controls = new Controls(figure.settings, host.ask);
    this.element = h(
      'figure',
      { part: 'figure' },
      this.#panelBox,
      this.#transport.element,
      this.#caption,
      this.#notes,
      this.#controls.element,
      h(
        'p',
        { class: 'foot' },
        h('button', { part: 'reset', type: 'button', onclick: host.reset }, 'Reset'),
        this.#link,
      ),
      this.#status,
    );
    this.#resized = new ResizeObserver(() => this.#transport.resize(this.#panelBox.clientWidth));
    this.#resized.observe(this.#panelBox);
  }

  /**
   * @param {Data} data
   * @param {Settings} settings
   * @param {string} description
   * @param {boolean} keepView while an arrow is held
   */
  set(data, settings, description, keepView) {
    const wanted = settings.encodings.join(' ');
    const isNew = wanted !== this.#panelOf;
    if (isNew) this.#buildPanels(data);
    this.#panelOf = wanted;
    const aimed = keepView && !isNew;
    if (this.#colors.mark.length !== settings.positions)
      this.#colors = positionColors(settings.positions, this.#scheme);
    const colors = this.#colors;
    data.panels.forEach((panel, i) => {
      this.#panels[i]?.set(panel, data, colors, aimed);
      this.#panels[i]?.describe(description);
    });
    if (!aimed) this.fit();
    this.#transport.set(data, colors);
    this.#aside = this.#figure.aside(data);
    this.#caption.replaceChildren(...withNumbersBold(description));
  }

  /** The controls follow. @param {Settings} settings */
  show(settings) {
    if (settings === this.#settings) return;
    const anew = this.#settings === undefined;
    this.#settings = settings;
    this.#transport.hideLoop(settings.hide.includes('loop'));
    this.#controls.show(settings, this.#aside, anew);
  }

  /** What a reader typed, but what was refused, goes with the next `show`. */
  forget() {
    this.#settings = undefined;
  }

  /** @param {Data} data */
  #buildPanels(data) {
    for (const panel of this.#panels) panel.destroy();
    this.#panels = data.panels.map(
      ({ encoding }, i) =>
        new PanelView(this.#figure, encoding, i, this.#scheme, this.#host.hands, this.#resizedPlot),
    );
    this.#panelBox.dataset.count = String(this.#panels.length);
    this.#panelBox.replaceChildren(...this.#panels.map((panel) => panel.element));
  }

  /** One scale for all panels: the largest at which each box fits. */
  fit() {
    const scale = Math.min(...this.#panels.map((panel) => panel.largestScale()));
    if (scale > 0 && Number.isFinite(scale)) for (const panel of this.#panels) panel.view(scale);
  }

  #resizedPlot = () => {
    this.fit();
    this.#host.redraw();
  };

  /** @param {number} position @param {boolean} withText */
  frame(position, withText) {
    for (const panel of this.#panels) panel.frame(withText);
    this.#transport.frame(position, withText);
  }

  /** @param {{ playing: boolean, loop: boolean, still: boolean }} state */
  time(state) {
    this.#transport.state(state);
  }

  /** @param {ReadonlyMap<string, string>} problems @param {readonly string[]} notes */
  say(problems, notes) {
    this.#controls.problems(problems);
    const shown = Array.from(this.#notes.children, (note) => note.textContent);
    if (shown.join('\n') === notes.join('\n')) return;
    this.#notes.replaceChildren(...notes.map((note) => h('li', {}, note)));
  }

  /** @param {string} text to those who listen */
  announce(text) {
    setText(this.#status, text);
  }

  /** @param {string} address */
  link(address) {
    if (this.#link.getAttribute('href') !== address) this.#link.setAttribute('href', address);
  }

  /** @param {Scheme} scheme @returns {boolean} whether it changed */
  scheme(scheme) {
    if (scheme === this.#scheme) return false;
    this.#scheme = scheme;
    this.#colors = NONE;
    for (const panel of this.#panels) panel.scheme(scheme);
    return true;
  }

  destroy() {
    this.#resized.disconnect();
    for (const panel of this.#panels) panel.destroy();
    this.#panels = [];
  }
}

/** @param {string} sentence */
function withNumbersBold(sentence) {
  return sentence
    .split(/(−?\d+(?:\.\d+(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?°?|°))/)
    .map((part, i) => (i % 2 === 1 ? h('b', {}, part) : part));
}
