import { DeviationPlot } from '../../charts/deviation.js';
import { h, setText } from '../../dom/index.js';
import { svg } from '../shared/svg.js';
import { angleText, cosineText, errorText, formatNames, lostText } from './describe.js';
import { looks } from './picture.js';

/** @typedef {import('./compute.js').Series} Series */

/** One format: how far its hand is off, and where it has been. */
export class DriftDial {
  #canvas = h('canvas', { role: 'img' });
  #angle = h('p');
  #off = h('span', { class: 'off' });
  #cosine = h('span');
  #lost = h('p');
  #plot;
  #name;
  /** @type {Series | undefined} */
  #series;
  #drift = { angle: 0, low: 0, high: 0, color: '#000000' };

  /** @param {import('./rounding.js').Format} format @param {import('../figure.js').Scheme} scheme */
  constructor(format, scheme) {
    const { name, how } = formatNames[format];
    this.format = format;
    this.#name = name;
    this.#canvas.dataset.panel = format;
    this.element = h(
      'div',
      { class: 'drift', role: 'group', 'aria-label': name },
      h('div', { class: 'plot' }, this.#canvas),
      h('p', { class: 'name' }, name),
      h('p', {}, how),
      this.#angle,
      this.#off,
      h('p', {}, this.#cosine),
      this.#lost,
    );
    const { width, dash } = looks[format];
    const line = svg('path', {
      d: 'M0 6H38',
      'stroke-width': width,
      'stroke-dasharray': dash.join(' ') || 'none',
    });
    this.element
      .querySelector('.name')
      ?.append(svg('svg', { viewBox: '0 0 38 12', width: 38, height: 12, 'aria-hidden': 'true' }, line));
    this.#plot = new DeviationPlot(this.#canvas, { scheme });
    this.#plot.set({ name, words: { angle: 'off', low: 'least so far', high: 'greatest so far' } });
  }

  /** @param {Series} series @param {number} positions */
  set(series, positions) {
    this.#series = series;
    setText(this.#lost, lostText(series, positions));
  }

  /** @param {number} position @param {{ mark: string, text: string }} color @param {boolean} withText */
  frame(position, color, withText) {
    if (!this.#series) return;
    const { error, trace } = this.#series;
    this.#drift.angle = error;
    this.#drift.low = Number(trace.low[position]);
    this.#drift.high = Number(trace.high[position]);
    this.#drift.color = color.mark;
    this.#plot.frame(this.#drift);
    if (!withText) return;
    const text = errorText(this.#series);
    const angle = this.#series.angle(position);
    setText(this.#angle, Number.isFinite(angle) ? `angle ${angleText(angle)} rad` : '');
    setText(this.#off, text);
    this.#off.style.color = color.text;
    setText(this.#cosine, cosineText(this.#series));
    this.#canvas.setAttribute('aria-label', `${this.#name}: ${text}`);
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }
}
