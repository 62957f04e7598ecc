import { styleOf } from '../../charts/marks/markers.js';
import { h, svg } from '../../dom/index.js';
import { aboutText, words, zonesOf } from './text.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Model} Model */
/** @typedef {import('./compute.js').Bands} Bands */
/** @typedef {{ left: number, right: number }} Area of the plot, CSS pixels */

/** Pixels that a zone's word needs. */
const ROOM = { kept: 34, blended: 56, divided: 50 };

/** A row a curve under the plot: how it is drawn, what its scaling does to which pairs, and where its numbers come from. */
export class Rows {
  element = h('ul.curves-list');
  #pick;
  /** @type {{ id: string, row: HTMLElement, button: HTMLElement, band: HTMLElement | undefined, pairs: number }[]} */
  #rows = [];
  #xMax = 1;
  /** What the bands were last laid under. */
  #area = '';

  /** @param {(id: string) => void} pick called when a reader chooses a curve */
  constructor(pick) {
    this.#pick = pick;
  }

  /** @param {SpectrumData} data @param {ReadonlyMap<string, number>} styles */
  set({ models, bands }, styles) {
    // A row that is pressed again and again must keep the focus.
    const focused = this.#rows.find(({ button }) => button.matches(':focus'))?.id;
    this.#area = '';
    this.#xMax = Math.max(1, ...models.map(({ pairs }) => pairs - 1));
    this.#rows = models.map((model, i) => this.#row(model, bands[i], styles.get(model.id) ?? 0));
    this.element.replaceChildren(...this.#rows.map(({ row }) => row));
    this.#rows.find(({ id }) => id === focused)?.button.focus({ preventScroll: true });
  }

  /** @param {Model} model @param {Bands | undefined} bands @param {number} style */
  #row(model, bands, style) {
    const { id, label, source, pairs } = model;
    const button = h(
      'button',
      { type: 'button', class: 'curve-name', 'aria-pressed': 'false', onclick: () => this.#pick(id) },
      swatch(style),
      h('span', label),
    );
    const band = bands && bandOf(bands, pairs);
    const row = h(
      'li',
      { 'data-curve': id },
      button,
      h('span.about', aboutText(model, bands)),
      source
        ? h(
            'a',
            { href: source, target: '_blank', rel: 'noopener' },
            words.source,
            h('span.unseen', ` of ${label}`),
          )
        : null,
      band ? h('div.band-line', band) : null,
    );
    return { id, row, button, band, pairs };
  }

  /** @param {string} id of the curve that stands out */
  choose(id) {
    for (const { id: own, row, button } of this.#rows) {
      row.classList.toggle('chosen', own === id);
      button.setAttribute('aria-pressed', String(own === id));
    }
  }

  /** Bands lie under the pairs that they speak of. @param {Area} area */
  align({ left, right }) {
    const area = `${left} ${right}`;
    if (area === this.#area) return;
    this.#area = area;
    for (const { band, pairs } of this.#rows) {
      if (!band) continue;
      const width = ((right - left) * (pairs - 1)) / this.#xMax;
      band.style.marginLeft = `${left}px`;
      band.style.width = `${width}px`;
      for (const word of /** @type {NodeListOf<HTMLElement>} */ (band.querySelectorAll('[data-share]'))) {
        const kind = /** @type {keyof typeof ROOM} */ (word.dataset.kind);
        word.hidden = width * Number(word.dataset.share) < ROOM[kind];
      }
    }
  }
}

/** How a curve is drawn, small. @param {number} index */
function swatch(index) {
  const { dash, marker, isFilled } = styleOf(index);
  return svg(
    'svg',
    { class: 'swatch', viewBox: '0 0 44 14', width: 44, height: 14, 'aria-hidden': 'true' },
    svg('path', { d: 'M0 7H44', 'stroke-dasharray': dash.join(' ') || 'none' }),
    svg('polygon', { points: marker, transform: 'translate(22 7)', class: isFilled ? 'filled' : 'hollow' }),
  );
}

/** What is left of each pair's own frequency: all, a share, or none. @param {Bands} bands @param {number} pairs */
function bandOf(bands, pairs) {
  const last = Math.max(1, pairs - 1);
  const heights = bands.shares.map((share, pair) => `L${pair} ${share}`).join('');
  const words = zonesOf(bands).map(({ kind, first, last: end }) => {
    const from = Math.max(0, first - 0.5);
    const share = (Math.min(pairs - 1, end + 0.5) - from) / last;
    const word = h('span', { 'data-kind': kind, 'data-share': share }, kind);
    word.style.left = `${(100 * from) / last}%`;
    word.style.width = `${100 * share}%`;
    return word;
  });
  return h(
    'div.band',
    { 'aria-hidden': 'true' },
    svg(
      'svg',
      { viewBox: `0 0 ${last} 1`, preserveAspectRatio: 'none' },
      svg('path', { d: `M0 1${heights}L${pairs - 1} 1Z` }),
    ),
    ...words,
  );
}
