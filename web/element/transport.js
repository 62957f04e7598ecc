import { h, setText } from '../dom/index.js';

/** @typedef {import('../figures/index.js').Timeline} Timeline */
/** @typedef {import('../figures/index.js').Colors} Colors */

/**
 * @typedef {object} Does what the buttons do
 * @property {() => void} toggle play or pause
 * @property {(by: number) => void} step
 * @property {(position: number) => void} scrub
 */

/** With more positions the rail shows the colours as a scale, and not each stop. */
const MOST_STOPS = 20;
/** An estimate of a letter's width, in CSS pixels, that decides how many words fit. */
const LETTER = 8;
/** A text whose first letter is of a script that runs to the left, as `dir=auto` judges it. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** How far the words of the first and last stop reach beyond the rail, as the style sheet has it. */
const EDGE = 10;

/** Play, pause, steps, and the rail: a ruler whose stops are the words. */
export class Transport {
  #play = h('button', { part: 'play', type: 'button' });
  #rail = h('input', { part: 'rail', type: 'range', min: '0', step: 'any', 'data-reader': true });
  #stops = h('div', { class: 'stops', 'aria-hidden': 'true' });
  #track = h('div', { class: 'track', 'aria-hidden': 'true' });
  #scale = h('div', { class: 'scale', 'aria-hidden': 'true' });
  #line = h('div', { class: 'rail' }, this.#track, this.#scale, this.#stops, this.#rail);
  #now = h('output', { class: 'now', 'aria-hidden': 'true' });
  /** @type {HTMLElement[]} by position; only those that are shown */
  #words = [];
  /** @type {{ data: Timeline, colors: Colors } | undefined} */
  #shown;
  #index = -1;
  /** 1 where its sentence runs to the right, −1 where to the left */
  #way = 1;
  #width = 0;

  /** @param {Does} does */
  constructor(does) {
    this.#play.addEventListener('click', does.toggle);
    this.#rail.addEventListener('input', () => does.scrub(Number(this.#rail.value)));
    this.#rail.addEventListener('keydown', (event) => {
      const last = Number(this.#rail.max);
      const page = Math.max(1, Math.round(last / 10));
      /** @type {Record<string, () => void>} */
      const keys = {
        ArrowRight: () => does.step(this.#way),
        ArrowUp: () => does.step(1),
        ArrowLeft: () => does.step(-this.#way),
        ArrowDown: () => does.step(-1),
        PageUp: () => does.step(page),
        PageDown: () => does.step(-page),
        Home: () => does.scrub(0),
        End: () => does.scrub(last),
      };
      if (!Object.hasOwn(keys, event.key)) return;
      const act = keys[event.key];
      event.preventDefault();
      act();
    });
    const step = (/** @type {string} */ part, /** @type {string} */ label, /** @type {number} */ by) =>
      h('button', { part, type: 'button', 'aria-label': label, title: label, onclick: () => does.step(by) });
    this.element = h(
      'div',
      { class: 'transport', role: 'group', 'aria-label': 'Time' },
      this.#play,
      step('back', 'One position back', -1),
      step('forth', 'One position forth', 1),
      this.#line,
      this.#now,
    );
  }

  /** @param {Timeline} data @param {Colors} colors */
  set(data, colors) {
    this.#shown = { data, colors };
    this.#rail.max = String(data.labels.length - 1);
    this.#rail.disabled = data.labels.length === 1;
    const { counts = 'position' } = data;
    this.#rail.setAttribute('aria-label', `${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}`);
    this.#layOut();
  }

  /** @param {number} width of the figure, in CSS pixels */
  resize(width) {
    if (Math.abs(width - this.#width) < 1) return;
    this.#width = width;
    this.#layOut();
  }

  #layOut() {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    const { labels } = data;
    const last = labels.length - 1;
    this.#way = RIGHT_TO_LEFT.test(labels.join(' ')) ? -1 : 1;
    this.#line.dir = this.#way < 0 ? 'rtl' : 'ltr';
    const many = labels.length > MOST_STOPS;
    const room = Math.max(80, this.#stops.clientWidth);
    const longest = Math.min(
      14,
      labels.reduce((most, label) => Math.max(most, label.length), 1),
    );
    const every = Math.max(1, Math.ceil(((longest * LETTER + 12) * last) / room));
    this.#words = [];
    const stops = [];
    for (let position = 0; position <= last; position += 1) {
      const isEdge = position === 0 || position === last;
      const after = (room * (last - position)) / last;
      const worded = position % every === 0 && (isEdge || after > (longest * LETTER + 4) / 2 - EDGE);
      if (many && !worded) continue;
      const row = data.rows?.[position];
      const word = h(
        'span',
        { class: 'word', 'data-reader': true },
        worded ? clipped(labels[position] ?? '') : '',
      );
      if (worded && row !== undefined) word.append(h('small', {}, String(row)));
      const edge = position === 0 ? 'first' : position === last ? 'last' : '';
      const stop = h('div', { class: `stop ${edge}` }, word, many ? null : h('i'));
      stop.style.insetInlineStart = `${last === 0 ? 0 : (100 * position) / last}%`;
      stop.style.setProperty('--mark', colors.mark[position] ?? '');
      stop.style.setProperty('--text', colors.text[position] ?? '');
      stops.push(stop);
      this.#words[position] = stop;
    }
    this.#stops.replaceChildren(...stops);
    this.#stops.classList.toggle('numbered', data.rows !== undefined);
    const samples = Array.from({ length: 17 }, (_, i) => colors.mark[Math.round((i * last) / 16)]);
    this.#scale.style.background = many
      ? `linear-gradient(to ${this.#way < 0 ? 'left' : 'right'}, ${samples.join(', ')})`
      : '';
    this.#scale.hidden = !many;
    this.#track.hidden = many;
    this.#index = -1;
  }

  /** @param {number} position @param {boolean} withText */
  frame(position, withText) {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    const last = Math.max(1, data.labels.length - 1);
    const index = Math.floor(position);
    this.#rail.value = String(position);
    this.#track.style.setProperty('--share', String(position / last));
    if (index !== this.#index) {
      this.#words.forEach((stop, at) => {
        stop.classList.toggle('come', at > index);
        stop.classList.toggle('current', at === index);
      });
      this.#index = index;
      this.#rail.style.setProperty('--mark', colors.mark[index] ?? '');
      this.#now.style.color = colors.text[index] ?? '';
    }
    if (!withText) return;
    const [now, label = ''] = [position.toFixed(2), data.labels[index]];
    setText(this.#now, now);
    const word = label === String(index) ? '' : `, ${label}`;
    this.#rail.setAttribute('aria-valuetext', `${data.counts ?? 'position'} ${now}${word}`);
  }

  /** @param {{ playing: boolean, still: boolean }} state still: there is but one position */
  state({ playing, still }) {
    const label = playing ? 'Pause' : 'Play';
    if (this.#play.getAttribute('aria-label') !== label) {
      this.#play.setAttribute('aria-label', label);
      this.#play.title = label;
    }
    this.#play.classList.toggle('playing', playing);
    this.#play.disabled = still;
  }
}

/** @param {string} word */
function clipped(word) {
  const letters = [...word];
  return letters.length > 14 ? `${letters.slice(0, 13).join('')}…` : word;
}
