import { h, setText } from '../../dom/index.js';
import { mathElement } from '../../dom/math.js';

/** @typedef {import('../../dom/math.js').MathArray} MathArray */
/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('./plot-view.js').AnyPlot} AnyPlot */

/**
 * @template Data
 * @template [Own=undefined]
 * @typedef {import('../figure.js').Shown<Data, Own>} Shown
 */

/**
 * What a panel is laid out of.
 *
 * @typedef {object} Parts
 * @property {(name: string) => HTMLElement} plot the box of a plot, by its name
 * @property {(name: string, tag?: LiveTag | `${LiveTag}.${string}`, attributes?: Record<string, string>) => HTMLElement} live an
 *   element whose words follow, by their name; `b.live` unless given
 * @property {(attributes?: Record<string, string>) => HTMLElement} formula
 * @property {(className: string) => HTMLElement} panels where the panels within it are
 * @typedef {'b' | 'i' | 'output' | 'p' | 'span' | 'td'} LiveTag
 */

/**
 * A part of a figure: what its plots show and what its words say. Only functions of what is shown; the view keeps the DOM.
 *
 * @template Data what the figure computes
 * @template [Own=undefined] what of it is its own, where it is one of several
 * @typedef {object} Panel
 * @property {(parts: Parts) => HTMLElement} layout
 * @property {Readonly<Record<string, import('./plot-view.js').PlotMaker<Data, Own>>>} [plots] by the name of their canvas, its `data-panel`
 * @property {(shown: Shown<Data, Own>) => Texts} [words] what is said of the data
 * @property {(shown: Shown<Data, Own>, position: number) => Texts} [text] what is said of a moment
 * @property {(shown: Shown<Data, Own>) => { lines: readonly MathArray[], label: string }} [formula] `math` elements, whose live numbers are words too
 * @property {PanelsMaker<Data>} [panels] panels within it
 * @property {(shown: Shown<Data, Own>) => string} [heading] its name in a picture
 * @property {number} [narrowest] the least width of a panel within it beside another one in a picture, CSS pixels; none: each has a row
 * @property {boolean} [sharesScale] whether its plots, and those within it, are drawn to one scale
 * @property {(shown: Shown<Data, Own>, element: HTMLElement) => void} [set] for what a layout cannot say
 * @property {(shown: Shown<Data, Own>, position: number, withText: boolean) => boolean | void} [frame] whether it wants another one
 * @property {readonly View[]} [views] panels within it that it sets and draws itself, as their turn comes
 * @property {() => void} [play] where it has a clock of its own: what the element's `play` and `pause` do
 * @property {() => void} [pause]
 * @property {() => void} [end] when it is not shown any more
 */

/** Words by name, each with its colour where it has one. @typedef {Record<string, string | readonly [text: string, color: string]>} Texts */

/**
 * A panel on the screen, whatever it shows.
 *
 * @typedef {object} ViewParts
 * @property {HTMLElement} element
 * @property {readonly { plot: AnyPlot }[]} plots all that have something to show, those within it too, in their order
 * @property {(position: number, withText: boolean) => boolean} frame whether it wants another one
 * @property {() => void} destroy
 * @typedef {import('./picture.js').Group & ViewParts} View
 */

/**
 * The panels within a panel on the screen.
 *
 * @template Data
 * @typedef {(place: HTMLElement, host: FigureHost, resized: () => void) => InnerViews<Data>} PanelsMaker
 */

/**
 * @template Data
 * @typedef {object} InnerViews
 * @property {readonly View[]} views
 * @property {(shown: Shown<Data, unknown>) => boolean} set whether they are others than before
 */

/**
 * A panel for each of several things.
 *
 * @template Data, Own
 * @param {(data: Data) => readonly Own[]} all
 * @param {(own: Own, index: number) => string} keyOf its panel stays as long as it
 * @param {(own: Own) => Panel<Data, Own>} panelOf
 * @returns {PanelsMaker<Data>}
 */
export const each = (all, keyOf, panelOf) => (place, host, resized) => {
  /** @type {Map<string, PanelView<Data, Own>>} */
  let views = new Map();
  /** @type {InnerViews<Data>} */
  const inner = {
    views: [],
    set(shown) {
      const own = new Map(all(shown.data).map((one, i) => [keyOf(one, i), one]));
      const isOther = [...own.keys()].join('\n') !== [...views.keys()].join('\n');
      if (isOther) {
        const before = views;
        views = new Map();
        for (const [key, one] of own)
          views.set(key, before.get(key) ?? new PanelView(panelOf(one), host, resized));
        for (const [key, view] of before) if (!views.has(key)) view.destroy();
        inner.views = [...views.values()];
        place.dataset.count = String(views.size);
        place.replaceChildren(...inner.views.map(({ element }) => element));
      }
      for (const [key, one] of own) views.get(key)?.set({ ...shown, own: one });
      return isOther;
    },
  };
  return inner;
};

/**
 * A panel on the screen.
 *
 * @template Data
 * @template [Own=undefined]
 */
export class PanelView {
  #panel;
  #host;
  #resized;
  /** @type {Map<string, import('./plot-view.js').SomePlotView<Data, Own>>} */
  #plots = new Map();
  /** Names of its plots, and an empty one for the panels within it, as the layout has them. @type {string[]} */
  #order = [];
  #inner = /** @type {InnerViews<Data> | undefined} */ (undefined);
  /** @type {Map<string, Element[]>} */
  #live = new Map();
  /** @type {Map<string, Element[]>} the formula's */
  #numbers = new Map();
  #formula = /** @type {HTMLElement | undefined} */ (undefined);
  #formulaOf = '';
  /** @type {Shown<Data, Own> | undefined} */
  #shown;

  /** @param {Panel<Data, Own>} panel @param {FigureHost} host @param {() => void} [resized] called when a plot has another size */
  constructor(panel, host, resized = () => host.redraw()) {
    this.#panel = panel;
    this.#host = host;
    this.#resized = panel.sharesScale
      ? () => {
          this.#fit();
          host.redraw();
        }
      : resized;
    this.element = panel.layout({
      plot: (name) => this.#plot(name),
      live: (name, what = 'b.live', attributes = {}) => {
        const element = h(what, attributes);
        this.#live.set(name, [...(this.#live.get(name) ?? []), element]);
        return element;
      },
      formula: (attributes = {}) => {
        this.#formula = h('div.formula', { role: 'group', ...attributes });
        return this.#formula;
      },
      panels: (className) => {
        const place = h('div', { class: className });
        this.#inner = panel.panels?.(place, host, this.#resized);
        this.#order.push('');
        return place;
      },
    });
  }

  /** @param {string} name */
  #plot(name) {
    const make = this.#panel.plots?.[name];
    if (!make) throw new Error(`the panel has no plot “${name}”`);
    const view = make(name, this.#host, this.#resized);
    this.#plots.set(name, view);
    this.#order.push(name);
    return view.element;
  }

  /** @param {Shown<Data, Own>} shown */
  set(shown) {
    this.#shown = shown;
    const { words, formula, set, sharesScale } = this.#panel;
    for (const plot of this.#plots.values()) plot.set(shown);
    const isOther = this.#inner?.set(shown) ?? false;
    if (formula) this.#write(formula(shown));
    if (words) this.#say(words(shown));
    set?.(shown, this.element);
    // Who drags does not want the view to move.
    if (sharesScale && (isOther || !shown.held)) this.#fit();
  }

  /** @param {{ lines: readonly MathArray[], label: string }} formula */
  #write({ lines, label }) {
    const key = JSON.stringify(lines);
    if (key === this.#formulaOf) return;
    this.#formulaOf = key;
    this.#numbers.clear();
    this.#formula?.replaceChildren(...lines.map((line) => mathElement(line, this.#numbers)));
    this.#formula?.setAttribute('aria-label', label);
  }

  /** @param {Texts} texts */
  #say(texts) {
    for (const [name, words] of Object.entries(texts)) {
      const [text, color] = typeof words === 'string' ? [words, ''] : words;
      for (const element of [...(this.#live.get(name) ?? []), ...(this.#numbers.get(name) ?? [])]) {
        setText(element, text);
        /** @type {HTMLElement} */ (element).style.color = color;
      }
    }
  }

  /** Its name in a picture. */
  get heading() {
    return (this.#shown && this.#panel.heading?.(this.#shown)) ?? '';
  }

  get sharesScale() {
    return this.#panel.sharesScale === true;
  }

  /** What a picture of it is made of, in the layout's order: all that has something to show. @returns {readonly import('./picture.js').Part[]} */
  get parts() {
    const { narrowest = Number.POSITIVE_INFINITY, views } = this.#panel;
    const inner = { heading: '', parts: this.#views.filter(hasSomething), narrowest };
    const own = this.#order.map((name) => this.#plots.get(name) ?? inner);
    return (views ? [...own, inner] : own).filter(hasSomething);
  }

  /** The panels within it. @returns {readonly View[]} */
  get #views() {
    return [...(this.#inner?.views ?? []), ...(this.#panel.views ?? [])];
  }

  /** All its plots that have something to show, those within it too, in their order. @returns {readonly { plot: AnyPlot }[]} */
  get plots() {
    const own = [...this.#plots.values()].filter(hasSomething);
    return [...own, ...this.#views.flatMap(({ plots }) => plots)];
  }

  /** One scale for all plots: the largest at which all can be seen. */
  #fit() {
    const scales = this.plots.map(({ plot }) => ({
      plot,
      largest: plot.scaleFor(plot.size.width, plot.size.height),
    }));
    const sharing = scales.filter(({ largest }) => Number.isFinite(largest));
    const scale = Math.min(...sharing.map(({ largest }) => largest));
    if (scale > 0) for (const { plot } of sharing) plot.share(scale);
  }

  /** @param {number} position @param {boolean} withText nobody reads sixty texts a second @returns {boolean} whether it wants another one */
  frame(position, withText) {
    if (!this.#shown) return false;
    let wantsMore = false;
    for (const plot of this.#plots.values()) wantsMore = plot.frame(position, withText) || wantsMore;
    for (const view of this.#inner?.views ?? []) wantsMore = view.frame(position, withText) || wantsMore;
    if (withText && this.#panel.text) this.#say(this.#panel.text(this.#shown, position));
    return this.#panel.frame?.(this.#shown, position, withText) || wantsMore;
  }

  destroy() {
    for (const plot of this.#plots.values()) plot.destroy();
    for (const view of this.#views) view.destroy();
    this.#panel.end?.();
  }
}

/** @param {import('./picture.js').Part} part */
const hasSomething = (part) => (isPlot(part) ? part.plot.data !== undefined : part.parts.length > 0);

/** By what it has itself, and not by what all objects inherit on some page. @param {import('./picture.js').Part} part @returns {part is Extract<typeof part, { plot: AnyPlot }>} */
export const isPlot = (part) => Object.hasOwn(part, 'plot');
