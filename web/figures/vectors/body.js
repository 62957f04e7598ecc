import { h } from '../../dom/index.js';
import { PanelView } from './panel-view.js';

/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */
/** @typedef {import('../figure.js').Scheme} Scheme */

/** The panels of the figure, one an encoding, all on one scale. */
export class VectorsBody {
  element = h('div', { class: 'panels' });
  #host;
  #scheme;
  /** @type {PanelView[]} */
  #panels = [];
  #panelsOf = '';

  /** @param {BodyHost} host */
  constructor(host) {
    this.#host = host;
    this.#scheme = host.scheme;
  }

  /** @type {import('../figure.js').Body<VectorsData>['set']} */
  set({ data, settings, colors, description, held }) {
    const wanted = settings.encodings.join(' ');
    const isNew = wanted !== this.#panelsOf;
    if (isNew) this.#build(data);
    this.#panelsOf = wanted;
    const aimed = held && !isNew;
    data.panels.forEach((panel, i) => {
      this.#panels[i]?.set(panel, data, colors, aimed);
      this.#panels[i]?.describe(description);
    });
    if (!aimed) this.#fit();
  }

  /** @param {VectorsData} data */
  #build(data) {
    for (const panel of this.#panels) panel.destroy();
    this.#panels = data.panels.map(
      ({ encoding }, i) => new PanelView(encoding, i, this.#scheme, this.#host.hands, this.#resized),
    );
    this.element.dataset.count = String(this.#panels.length);
    this.element.replaceChildren(...this.#panels.map((panel) => panel.element));
  }

  /** One scale for all panels: the largest at which each box fits. */
  #fit() {
    const scale = Math.min(...this.#panels.map((panel) => panel.largestScale()));
    if (scale > 0 && Number.isFinite(scale)) for (const panel of this.#panels) panel.share(scale);
  }

  #resized = () => {
    this.#fit();
    this.#host.redraw();
  };

  /** @param {number} _position @param {boolean} withText @returns {undefined} */
  frame(_position, withText) {
    for (const panel of this.#panels) panel.frame(withText);
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    for (const panel of this.#panels) panel.scheme(scheme);
  }

  destroy() {
    for (const panel of this.#panels) panel.destroy();
    this.#panels = [];
  }
}
