import { h } from '../../dom/index.js';
import { reveal } from '../shared/reveal.js';
import { ways } from './encodings.js';
import { MistakesList, mistakeIn } from './mistakes.js';
import { Overview } from './overview.js';
import { Panel } from './panel.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('../figure.js').Scheme} Scheme */

/** With more features a panel needs the whole width: of a figure that is not wide, or of any. */
const SOME = 10;
const MANY = 20;

const LEGEND = [
  ['arc', 'two features that turn together'],
  ['broken', '≠ by different angles'],
  ['thick', 'query’s angle'],
  ['thin', 'key’s angle'],
  ['', 'θ inverse frequency that makes them'],
  ['cell', 'feature of the weights, its values in q and k'],
];

/** A panel a way, and the scores of all of them. */
export class PairingBody {
  #host;
  #overview;
  #panels;
  #mistakes;
  #description = '';
  #isFirst = true;

  /** @param {import('../figure.js').FigureHost} host */
  constructor(host) {
    this.#host = host;
    this.#panels = ways.map((_, i) => new Panel(host, i));
    this.#overview = new Overview(host, host.scheme);
    this.#mistakes = new MistakesList(host, ({ name, way }) => {
      const { element } = /** @type {Panel} */ (this.#panels[ways.indexOf(way)]);
      reveal(host, element, () => `${name}. ${this.#description}`);
    });
    this.element = h(
      'div',
      { class: 'pairing' },
      h('div', { class: 'ways' }, ...this.#panels.map(({ element }) => element)),
      h(
        'ul',
        { class: 'legend' },
        ...LEGEND.map(([mark, text]) =>
          h('li', {}, mark ? h('i', { class: mark }) : null, h('span', {}, text)),
        ),
      ),
      this.#overview.element,
      this.#mistakes.element,
    );
  }

  /** @type {import('../figure.js').Body<PairingData>['set']} */
  set(shown) {
    const { data, settings, colors, description } = shown;
    this.#description = description;
    const mistake = mistakeIn(settings);
    this.#mistakes.mark(mistake);
    const isMoving = !this.#isFirst && !this.#host.reducedMotion();
    this.#isFirst = false;
    this.element.classList.toggle('some', data.dimensions > SOME);
    this.element.classList.toggle('many', data.dimensions > MANY);
    for (const [i, panel] of this.#panels.entries())
      panel.set(shown, { isMeant: mistake?.way === ways[i], isMoving });
    this.#overview.set(data, { colors, isMoving });
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether something still moves */
  frame(position, withText) {
    let moves = this.#overview.frame(position);
    for (const panel of this.#panels) moves = panel.frame(position, withText) || moves;
    return moves;
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    for (const panel of this.#panels) panel.scheme(scheme);
    this.#overview.scheme(scheme);
  }

  destroy() {
    for (const panel of this.#panels) panel.destroy();
    this.#overview.destroy();
  }
}
