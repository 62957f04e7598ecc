import { thinned } from '../../charts/thinned.js';
import { h } from '../../dom/index.js';
import { LinePanel } from '../shared/line-panel.js';
import { Transition } from '../shared/transition.js';
import { keyAt } from './compute.js';
import { names, overviewSentence, overviewTitle } from './describe.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('../figure.js').Colors} Colors */

/** Milliseconds in which lines move to other scores. */
const MOVE = 450;

/** How each way's line is drawn: a broad band, dashes that stay visible on it, a thin line. */
const looks = [
  { mark: 'band', tone: /** @type {const} */ ('soft'), width: 6, dash: [] },
  { mark: 'dashes', tone: /** @type {const} */ ('ink'), width: 2, dash: [9, 7] },
  { mark: 'thin', tone: /** @type {const} */ ('ink'), width: 1.25, dash: [] },
];

/** On a narrower plot the lines' names stand under it, CSS pixels. */
const NARROW = 560;

/** Room above and below the lines, as a part of their range; and the least range. */
const ROOM = 0.12;
const LEAST = 1;

/** The score of every way against the position: level lines are relative. */
export class Overview {
  #title = h('p', { class: 'title' });
  #names = h('ul', { class: 'legend' });
  #lines;
  #color = '';
  /** @type {{ data: PairingData, colors: Colors } | undefined} */
  #shown;
  /** @type {readonly ArrayLike<number>[]} scores at the samples before the move */
  #from = [];
  #transition = new Transition(MOVE);
  #position = 0;

  /** @param {import('../figure.js').FigureHost} host @param {import('../figure.js').Scheme} scheme */
  constructor(host, scheme) {
    this.#lines = new LinePanel(
      'overview',
      scheme,
      (x) => host.seek(Math.round(x)),
      () => this.#resized(),
    );
    this.element = h('div', { class: 'overview' }, this.#title, this.#lines.element, this.#names);
  }

  /** @param {PairingData} data @param {{ colors: Colors, isMoving: boolean }} rest */
  set(data, { colors, isMoving }) {
    const before = this.#shown?.data;
    const moves = isMoving && before?.samples.length === data.samples.length;
    this.#from = moves ? before.panels.map(({ scores }) => scores) : [];
    this.#transition.begin(moves);
    this.#shown = { data, colors };
    this.#title.replaceChildren(h('b', {}, 'Score'), ` ${overviewTitle(data)}`);
    this.#names.replaceChildren(
      ...looks.flatMap(({ mark }, i) => {
        const name = nameOf(data, i);
        return name === '' ? [] : [h('li', {}, h('i', { class: mark }), h('span', {}, name))];
      }),
    );
    this.#draw(moves ? 0 : 1);
    this.#resized();
  }

  /** @param {number} position @returns {boolean} whether the lines still move */
  frame(position) {
    this.#position = position;
    const share = this.#transition.advance();
    if (share !== undefined) this.#draw(share);
    this.#lay();
    return this.#transition.isMoving;
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#lines.scheme(scheme);
  }

  destroy() {
    this.#lines.destroy();
  }

  #resized() {
    this.#names.hidden = this.#lines.element.clientWidth >= NARROW;
  }

  /** @param {number} share of the way from the scores before */
  #draw(share) {
    if (!this.#shown) return;
    const { data } = this.#shown;
    const last = Number(data.samples.at(-1));
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const lines = data.panels.map(({ way, scores }, i) => {
      const from = share < 1 ? this.#from[i] : undefined;
      const now = from
        ? scores.map((score, k) => Number(from[k]) + (score - Number(from[k])) * share)
        : scores;
      for (const score of now) {
        least = Math.min(least, score);
        most = Math.max(most, score);
      }
      const { tone, width, dash } = look(i);
      return { id: way, name: nameOf(data, i), ...thinned(data.samples, now), tone, width, dash };
    });
    const range = Math.max(most - least, LEAST);
    const room = (range - (most - least)) / 2 + ROOM * range;
    const first = Number(data.places[0]);
    const who = data.distance < 0 ? 'query’s position' : 'key’s position';
    const picture = {
      name: 'scores',
      x: { name: who, min: 0, max: Math.max(1, last), log: false },
      y: { name: 'score q·k', min: least - room, max: most + room, log: false },
      // The wave lies below the two level lines, which must stay visible.
      lines: lines.reverse(),
      levels: [],
      marks:
        data.places.length > 1
          ? [{ value: first, label: `first row: key at ${keyAt(first, data.distance)}` }]
          : [],
    };
    this.#lines.set(picture, overviewSentence(data));
    this.#lay();
  }

  /** Puts the playhead over the lines. */
  #lay() {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    this.#color = colors.mark[Math.floor(this.#position)] ?? this.#color;
    this.#lines.follow(this.#position, data.live.scores, this.#color);
  }
}

/** @param {number} i */
const look = (i) => /** @type {typeof looks[number]} */ (looks[i]);

/** Lines that lie on each other have one name. @param {PairingData} data @param {number} i */
function nameOf({ panels }, i) {
  const same = panels.filter(({ isFirst }) => isFirst);
  const panel = /** @type {typeof panels[number]} */ (panels[i]);
  if (!panel.isFirst) return names[panel.way];
  if (i > 0) return '';
  return ['', names.interleaved, 'Interleaved and half', 'All three'][same.length] ?? '';
}
