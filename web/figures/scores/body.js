import { h, setText } from '../../dom/index.js';
import { PanelView } from './panel-view.js';
import { ThreadsList } from './threads.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('../figure.js').Scheme} Scheme */

/** Where query and key stand, the colours' scale, and a panel an encoding. */
export class ScoresBody {
  #host;
  #scheme;
  #query = h('b');
  #key = h('b');
  #hint = h('span');
  #panels = h('div', { class: 'panels' });
  #threads = new ThreadsList();
  /** @type {PanelView[]} */
  #views = [];
  /** @type {{ data: ScoresData, colors: import('../figure.js').Colors } | undefined} */
  #shown;

  /** @param {FigureHost} host */
  constructor(host) {
    this.#host = host;
    this.#scheme = host.scheme;
    this.element = h(
      'div',
      { class: 'scores' },
      h(
        'p',
        { class: 'where' },
        h('span', {}, 'key (k) at position ', this.#key),
        h('span', {}, 'query (q) at position ', this.#query),
        this.#hint,
      ),
      this.#panels,
      this.#threads.element,
    );
  }

  /** @type {import('../figure.js').Body<ScoresData>['set']} */
  set({ data, colors }) {
    this.#shown = { data, colors };
    this.#fit(data);
    for (const [i, view] of this.#views.entries()) {
      const panel = data.panels[i];
      if (panel) view.set(panel, data, colors);
    }
    const isMoved = data.panels.some(({ method }) => method.encoding.name !== 'none');
    setText(
      this.#hint,
      `${isMoved ? 'Drag an arrow to move both along; ' : ''}${isMoved ? 'press' : 'Press'} in a table to place them.`,
    );
    this.#threads.set(data);
  }

  /** Keeps the views of encodings that stay. @param {ScoresData} data */
  #fit({ panels }) {
    const names = panels.map(({ method }) => method.name);
    if (names.join() === this.#views.map(({ name }) => name).join()) return;
    const before = new Map(this.#views.map((view) => [view.name, view]));
    this.#views = panels.map(({ method }) => {
      const view = before.get(method.name);
      before.delete(method.name);
      return (
        view ??
        new PanelView(method, this.#scheme, {
          go: ({ query, key }) => this.#host.ask({ distance: query - key, at: Math.min(query, key) }),
          seek: this.#host.seek,
          say: this.#host.say,
        })
      );
    });
    for (const view of before.values()) view.destroy();
    this.#panels.dataset.count = String(this.#views.length);
    this.#panels.replaceChildren(...this.#views.map(({ element }) => element));
  }

  /** @param {number} position @param {boolean} withText @returns {undefined} */
  frame(position, withText) {
    for (const view of this.#views) view.frame(withText);
    if (!withText || !this.#shown) return;
    const { data, colors } = this.#shown;
    for (const [element, start] of /** @type {[HTMLElement, number][]} */ ([
      [this.#query, data.start.query],
      [this.#key, data.start.key],
    ])) {
      const at = start + position;
      setText(element, at.toFixed(Number.isInteger(position) ? 0 : 1));
      element.style.color = colors.text[Math.floor(at)] ?? '';
    }
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    for (const view of this.#views) view.scheme(scheme);
  }

  destroy() {
    for (const view of this.#views) view.destroy();
    this.#views = [];
  }
}
