import { h, setText } from '../../dom/index.js';
import { LinePanel } from '../shared/line-panel.js';
import { reveal } from '../shared/reveal.js';
import { angleText, errorsSentence } from './describe.js';
import { DriftDial } from './drift-dial.js';
import { pictureOf } from './picture.js';
import { namesOf, sightings } from './threads.js';

/** @typedef {import('./compute.js').PrecisionData} PrecisionData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** A dial a format, the errors as lines below, and where people met them. */
export class PrecisionBody {
  #place = h('span');
  #title = h('p', { class: 'title' }, h('b', {}, 'How far each hand is off'), this.#place);
  #description = '';
  #dials = h('div', { class: 'drifts' });
  #errors;
  #scheme;
  /** @type {DriftDial[]} */
  #drifts = [];
  /** @type {{ data: PrecisionData, colors: import('../figure.js').Colors } | undefined} */
  #shown;
  #dots = new Float64Array(0);
  #color = { mark: '#000000', text: '' };

  /** @param {BodyHost} host */
  constructor(host) {
    this.#scheme = host.scheme;
    this.#errors = new LinePanel('errors', host.scheme, (x) => host.seek(Math.round(x)));
    this.element = h(
      'div',
      { class: 'precision' },
      this.#title,
      this.#dials,
      h(
        'p',
        { class: 'title' },
        h('b', {}, 'The error grows with the position'),
        'ten times as far, ten times as wrong',
      ),
      this.#errors.element,
      h(
        'details',
        { class: 'seen-in' },
        h('summary', {}, 'Where people met it'),
        h('ul', {}, ...sightings.map((one) => itemOf(one, () => this.#show(host, one)))),
      ),
    );
  }

  /** @type {import('../figure.js').Body<PrecisionData>['set']} */
  set({ data, colors, description }) {
    this.#shown = { data, colors };
    this.#description = description;
    const formats = data.series.map(({ format }) => format);
    if (this.#drifts.map(({ format }) => format).join() !== formats.join()) {
      for (const drift of this.#drifts) drift.destroy();
      this.#drifts = formats.map((format) => new DriftDial(format, this.#scheme));
      this.#dials.replaceChildren(...this.#drifts.map(({ element }) => element));
      this.#dots = new Float64Array(formats.length);
    }
    for (const [i, series] of data.series.entries()) this.#drifts[i]?.set(series, data.positions);
    this.#errors.set(pictureOf(data), errorsSentence(data));
  }

  /** @param {number} position @param {boolean} withText @returns {undefined} */
  frame(position, withText) {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    const place = Math.floor(position);
    this.#color.mark = colors.mark[place] ?? this.#color.mark;
    this.#color.text = colors.text[place] ?? this.#color.text;
    for (const [i, { trace, last }] of data.series.entries()) {
      this.#drifts[i]?.frame(place, this.#color, withText);
      const size = Math.max(-Number(trace.low[place]), Number(trace.high[place]));
      this.#dots[i] = size > 0 && place <= last ? size : Number.NaN;
    }
    this.#errors.follow(Math.max(1, place), this.#dots, this.#color.mark);
    if (!withText) return;
    setText(
      this.#place,
      ` at position ${place}. Dashed: the angle in double, ${angleText(place * data.frequency)} radians. Sector: where the hand has been`,
    );
  }

  /** @param {BodyHost} host @param {typeof sightings[number]} sighting */
  #show(host, sighting) {
    if (host.ask(sighting.patch))
      reveal(host, this.#title, () => `${namesOf(sighting)}. ${this.#description}`);
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    for (const drift of this.#drifts) drift.scheme(scheme);
    this.#errors.scheme(scheme);
  }

  destroy() {
    for (const drift of this.#drifts) drift.destroy();
    this.#errors.destroy();
  }
}

/** @param {typeof sightings[number]} sighting @param {() => void} show */
function itemOf(sighting, show) {
  const links = sighting.threads.flatMap(({ name, address }, i) => [
    i > 0 ? ', ' : '',
    h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, name),
  ]);
  const label = `Show ${namesOf(sighting)}`;
  return h(
    'li',
    {},
    ...links,
    `: ${sighting.says} `,
    h('button', { type: 'button', 'aria-label': label, onclick: show }, 'Show'),
  );
}
