import { positionColors } from '../charts/index.js';
import { h, setText } from '../dom/index.js';
import { PanelView } from '../figures/index.js';
import { Controls } from './controls.js';
import { Transport } from './transport.js';

/** @typedef {import('../figures/index.js').Figure} Figure */
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
  #panel;
  #scheme;
  /** @type {Partial<Record<import('../settings/index.js').SettingName, string>>} */
  #aside = {};
  #colors = NONE;
  /** @type {Settings | undefined} */
  #settings;
  #transport;
  #controls;
  #idle;
  #caption = h('figcaption');
  #notes = h('ul', { class: 'notes', role: 'status', 'data-reader': true });
  #status = h('p', { part: 'status', class: 'unseen', 'aria-live': 'polite', 'data-reader': true });
  #link = h('a', { part: 'link', target: '_top' }, 'Link to this figure');
  #resized;

  /** @param {Figure} figure @param {Host} host */
  constructor(figure, host) {
    this.figure = figure;
    this.#scheme = host.figure.scheme;
    this.#idle = figure.idle;
    this.#panel = new PanelView(figure.panel(host.figure), host.figure);
    this.#transport = new Transport(host.time);
    this.#controls = new Controls(figure.settings, host.ask, figure);
    this.element = h(
      'figure',
      { part: 'figure', 'data-figure': figure.name },
      this.#panel.element,
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
    this.#resized = new ResizeObserver(() => this.#transport.resize(this.#panel.element.clientWidth));
    this.#resized.observe(this.#panel.element);
  }

  /**
   * @param {any} data the figure's
   * @param {Settings} settings
   * @param {string} description
   * @param {boolean} held while an arrow is held, the view stays where it is
   */
  set(data, settings, description, held) {
    const timeline = this.figure.timeline(data);
    const positions = timeline?.positions ?? timeline?.labels.length ?? 0;
    if (this.#colors.mark.length !== positions)
      this.#colors = positions === 0 ? NONE : positionColors(positions, this.#scheme);
    const colors = this.#colors;
    this.#panel.set({ data, own: undefined, settings, colors, description, held });
    this.#transport.element.hidden = timeline === undefined;
    if (timeline) this.#transport.set(timeline, colors);
    this.#aside = this.figure.aside(data);
    const numbers = numbersOf(settings, this.figure.settings);
    const given = this.figure.given?.(data) ?? [];
    this.#caption.replaceChildren(...withNumbersBold(description, numbers, given));
  }

  /** A figure with a clock of its own plays or stops. @param {'play' | 'pause'} what */
  run(what) {
    this.#panel[what]();
  }

  /** The controls follow. @param {Settings} settings @param {ReadonlyMap<string, string>} refused texts, by setting */
  show(settings, refused) {
    if (settings === this.#settings) return;
    const anew = this.#settings === undefined;
    this.#settings = settings;
    this.#transport.hideLoop(settings.hide.includes('loop'));
    this.#controls.show(settings, { aside: this.#aside, idle: this.#idle(settings), anew, refused });
  }

  /** What a reader typed, but what was refused, goes with the next `show`. */
  forget() {
    this.#settings = undefined;
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether another frame is wanted */
  frame(position, withText) {
    this.#transport.frame(position, withText);
    return this.#panel.frame(position, withText);
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
    return true;
  }

  destroy() {
    this.#resized.disconnect();
    this.#panel.destroy();
  }
}

/** A number, but no part of a name as in “Llama 3.1”. */
const NUMBER =
  /(?<![\p{L}\d.]|\d,|\p{Lu}[\p{L}-]* )(10[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[−±]?\d+(?:,\d{3})*(?:\.\d+)?(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?°?)(?![\p{L}\d])/u;

/**
 * Numbers that were computed are bold: decimals, powers and degrees, and of whole numbers those of positions, or of five digits or more.
 * What was given is not, and neither are pairs and counts.
 *
 * @param {string} sentence
 * @param {ReadonlySet<string>} set numbers that the settings say
 * @param {readonly string[]} given phrases whose numbers were given too
 */
function withNumbersBold(sentence, set, given) {
  const parts = sentence.split(NUMBER);
  const quoted = given.flatMap((phrase) => placesOf(phrase, sentence));
  let start = 0;
  return parts.map((part, i) => {
    const place = start;
    start += part.length;
    const digits = part.replaceAll(',', '');
    const isWhole = /^[−±]?\d+$/.test(digits);
    const isGiven = set.has(digits) || quoted.some(({ from, to }) => place >= from && place < to);
    const isComputed = !isWhole || digits.length >= 5 || /^\s(?:positions\b|%)/.test(parts[i + 1] ?? '');
    return i % 2 === 1 && isComputed && !isGiven ? h('b', {}, part) : part;
  });
}

/** @param {string} phrase @param {string} sentence @returns {{ from: number, to: number }[]} every place where it stands */
function placesOf(phrase, sentence) {
  const places = [];
  for (let from = sentence.indexOf(phrase); from >= 0; from = sentence.indexOf(phrase, from + 1))
    places.push({ from, to: from + phrase.length });
  return places;
}

/** @param {Settings} settings @param {readonly import('../settings/index.js').SettingName[]} names @returns {Set<string>} */
const numbersOf = (settings, names) =>
  new Set(
    names
      .map((name) => settings[name])
      .flatMap((value) => (typeof value === 'number' ? [String(value)] : [])),
  );
