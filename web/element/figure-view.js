import { positionColors } from '../charts/index.js';
import { h, setText } from '../dom/index.js';
import { Controls } from './controls.js';
import { Transport } from './transport.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {'light' | 'dark'} Scheme */

/**
 * What the view asks of its element.
 *
 * @typedef {object} Host
 * @property {import('./transport.js').Does} time
 * @property {import('./controls.js').Ask} ask
 * @property {() => void} reset
 * @property {import('../figures/index.js').FigureHost} figure
 */

/** @type {import('../figures/index.js').Colors} */
const NONE = Object.freeze({ mark: [], text: [] });

/** The DOM of one figure: its panel, time, sentence, controls. */
export class FigureView {
  #open;
  #panel;
  #scheme;
  /** @type {Partial<Record<import('../settings/index.js').SettingName, string>>} */
  #aside = {};
  #colors = NONE;
  #isChanged = false;
  /** @type {Settings | undefined} */
  #settings;
  #transport;
  #controls;
  #idle;
  #caption = h('figcaption');
  #notes = h('ul.notes', { role: 'status', 'data-reader': true });
  #status = h('p', { part: 'status', class: 'unseen', 'aria-live': 'polite', 'data-reader': true });
  #link = h('a', { part: 'link', target: '_top' }, 'Link to this figure');
  #foot;
  #resized;

  /** @param {import('./picture.js').Picture} picture @param {Host} host */
  constructor({ figure, open }, host) {
    this.#open = open;
    this.#scheme = host.figure.scheme;
    this.#idle = figure.idle;
    this.#panel = open.panel(host.figure);
    this.#transport = new Transport(host.time);
    this.#controls = new Controls(figure, host.ask, host.reset);
    this.#foot = h('p.foot', this.#controls.toggle, this.#link);
    this.element = h(
      'figure',
      { part: 'figure', 'data-figure': figure.name },
      this.#panel.view.element,
      this.#transport.element,
      this.#caption,
      this.#notes,
      h(
        'form',
        { onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
        this.#controls.open,
        this.#foot,
        this.#controls.others,
      ),
      this.#status,
    );
    this.#resized = new ResizeObserver(() => this.#transport.resize(this.#panel.view.element.clientWidth));
    this.#resized.observe(this.#panel.view.element);
  }

  /**
   * Shows what was computed.
   *
   * @param {Settings} settings
   * @param {boolean} held while an arrow is held, the view stays where it is
   */
  set(settings, held) {
    const { timeline, aside, caption } = this.#open;
    const positions = timeline?.positions ?? timeline?.labels.length ?? 0;
    if (this.#colors.mark.length !== positions)
      this.#colors = positions === 0 ? NONE : positionColors(positions, this.#scheme);
    const colors = this.#colors;
    this.#panel.set({ settings, colors, held });
    this.#transport.element.hidden = timeline === undefined;
    if (timeline) this.#transport.set(timeline, colors);
    this.#aside = aside;
    this.#caption.replaceChildren(...caption.map((part, i) => (i % 2 === 1 ? h('b', part) : part)));
  }

  /** @param {'play' | 'pause'} what */
  run(what) {
    this.#panel.run(what);
  }

  /**
   * The controls follow.
   *
   * @param {Settings} settings
   * @param {ReadonlyMap<string, string>} refused texts, by setting
   * @param {boolean} isChanged whether there is anything to reset
   */
  show(settings, refused, isChanged) {
    if (settings === this.#settings && isChanged === this.#isChanged) return;
    this.#isChanged = isChanged;
    const anew = this.#settings === undefined;
    this.#settings = settings;
    this.#foot.hidden = settings.controls === 'none';
    this.#controls.show(settings, {
      aside: this.#aside,
      idle: this.#idle(settings),
      anew,
      refused,
      isChanged,
    });
  }

  /** What a reader typed, but what was refused, goes with the next `show`. */
  forget() {
    this.#settings = undefined;
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether another frame is wanted */
  frame(position, withText) {
    this.#transport.frame(position, withText);
    return this.#panel.view.frame(position, withText);
  }

  /** @param {{ playing: boolean, still: boolean }} state */
  time(state) {
    this.#transport.state(state);
  }

  /** @param {ReadonlyMap<string, string>} problems @param {readonly string[]} notes */
  say(problems, notes) {
    this.#controls.problems(problems);
    const shown = Array.from(this.#notes.children, (note) => note.textContent);
    if (shown.join('\n') === notes.join('\n')) return;
    this.#notes.replaceChildren(...notes.map((note) => h('li', note)));
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
    return true;
  }

  /** Takes the focus, from what was in its place. */
  focus() {
    this.element.tabIndex = -1;
    this.element.focus();
  }

  destroy() {
    this.#resized.disconnect();
    this.#panel.view.destroy();
  }
}
