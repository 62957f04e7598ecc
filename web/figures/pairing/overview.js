import { LinesPlot } from '../../charts/lines.js';
import { thinned } from '../../charts/thinned.js';
import { h } from '../../dom/index.js';
import { scrubs } from '../shared/scrubbing.js';
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
  #canvas = h('canvas', { role: 'img' });
  #cursor = h('i', { class: 'cursor' });
  #dots = looks.map(() => h('i', { class: 'dot' }));
  #box = h('div', { class: 'plot' }, this.#canvas, this.#cursor, ...this.#dots);
  #names = h('ul', { class: 'legend' });
  element = h('div', { class: 'overview' }, this.#title, this.#box, this.#names);
  #plot;
  /** @type {{ data: PairingData, colors: Colors } | undefined} */
  #shown;
  /** @type {readonly ArrayLike<number>[]} scores at the samples before the move */
  #from = [];
  /** @type {number | undefined} */
  #began;
  #position = 0;

  /** @param {import('../figure.js').BodyHost} host @param {import('../figure.js').Scheme} scheme */
  constructor(host, scheme) {
    this.#plot = new LinesPlot(this.#canvas, { scheme, onResize: () => this.#resized() });
    scrubs(this.#box, (clientX) => host.seek(Math.round(this.#plot.xAt(clientX))));
  }

  /** @param {PairingData} data @param {{ colors: Colors, moving: boolean }} rest */
  set(data, { colors, moving }) {
    const before = this.#shown?.data;
    const moves = moving && before?.samples.length === data.samples.length;
    this.#from = moves ? before.panels.map(({ scores }) => scores) : [];
    this.#began = moves ? performance.now() : undefined;
    this.#shown = { data, colors };
    this.#canvas.setAttribute('aria-label', overviewSentence(data));
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
    if (this.#began !== undefined) {
      const share = Math.min(1, Math.max(0, (performance.now() - this.#began) / MOVE));
      if (share >= 1) this.#began = undefined;
      this.#draw(share * share * (3 - 2 * share));
    }
    this.#lay();
    return this.#began !== undefined;
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }

  #resized() {
    this.#names.hidden = this.#box.clientWidth >= NARROW;
    this.#lay();
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
      const points = thinned(data.samples, now);
      const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
      const { tone, width, dash } = look(i);
      return { id: way, name: nameOf(data, i), x, y, tone, width, dash };
    });
    const range = Math.max(most - least, LEAST);
    const room = (range - (most - least)) / 2 + ROOM * range;
    const first = Number(data.places[0]);
    const who = data.distance < 0 ? 'query’s position' : 'key’s position';
    this.#plot.set({
      x: { name: who, min: 0, max: Math.max(1, last), log: false },
      y: { name: 'score q·k', min: least - room, max: most + room, log: false },
      // The wave lies below the two level lines, which must stay visible.
      lines: lines.reverse(),
      levels: [],
      marks:
        data.places.length > 1
          ? [{ value: first, label: `first row: key at ${keyAt(first, data.distance)}` }]
          : [],
    });
    this.#lay();
  }

  /** Puts the cursor and its dots where the playhead is. */
  #lay() {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    const { top, bottom } = this.#plot.area;
    const color = colors.mark[Math.floor(this.#position)] ?? '';
    const { x } = this.#plot.toPixels(this.#position, 0);
    this.#cursor.style.transform = `translate(${x}px, ${top}px)`;
    this.#cursor.style.height = `${bottom - top}px`;
    this.#dots.forEach((dot, i) => {
      const { y } = this.#plot.toPixels(this.#position, Number(data.live.scores[i]));
      dot.style.transform = `translate(${x}px, ${y}px)`;
      if (dot.style.color !== color) dot.style.color = color;
    });
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
