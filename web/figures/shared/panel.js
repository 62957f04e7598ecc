import { h, mathElement, setText } from '../../dom/index.js';
import { Transition } from './transition.js';

/** @typedef {import('../../dom/index.js').Child} Child */
/** @typedef {import('../../dom/index.js').MathArray} MathArray */
/** @typedef {import('../../charts/plot.js').Plot<unknown, unknown, unknown, unknown>} AnyPlot */
/** @typedef {import('../figure.js').FigureHost} FigureHost */

/**
 * @template Data
 * @template [Own=undefined]
 * @typedef {import('../figure.js').Shown<Data, Own>} Shown
 */

/** What is read of something in a plot: in the plot, and aloud. @typedef {{ text: string, color?: string }} Reading */

/**
 * @template {AnyPlot} Which
 * @typedef {Parameters<Which['set']>[0]} DataOf what a plot is given
 */

/**
 * @template {AnyPlot} Which
 * @typedef {Exclude<Which['moment'], undefined | void>} MomentOf what its frame draws
 */

/**
 * @template {AnyPlot} Which
 * @typedef {NonNullable<Which['selection']>} HitOf what can be chosen in it
 */

/**
 * A plot as a panel shows it.
 *
 * @template Data what the figure computes
 * @template [Own=undefined] what of it is the panel's own
 * @template {AnyPlot} [Which=AnyPlot]
 * @typedef {object} PlotPart
 * @property {PlotType<Which>} type
 * @property {string} [className] of its box, `plot` unless given
 * @property {(shown: Shown<Data, Own>) => DataOf<Which>} data
 * @property {(shown: Shown<Data, Own>) => DataOf<Which>} [follow] what is drawn now, where it follows another plot on its way: asked for in
 *   every frame, and the same object as long as nothing changes
 * @property {(from: DataOf<Which>, to: DataOf<Which>, share: number) => DataOf<Which> | undefined} [between] what is drawn on the way from
 *   what was shown; none: it is there at once
 * @property {number} [milliseconds] that it takes
 * @property {(shown: Shown<Data, Own>, position: number) => MomentOf<Which>} [moment] the same object each time: a frame allocates
 *   nothing
 * @property {(shown: Shown<Data, Own>, position: number) => string} [title] what a picture says above it, as the layout does on the screen
 * @property {(shown: Shown<Data, Own>) => string} [label] the text alternative
 * @property {(shown: Shown<Data, Own>) => string} [labelNow] the same, where it follows the playhead
 * @property {{ role: string, text: (shown: Shown<Data, Own>) => string }} [keys] what it is and what keys do there: it is a tab stop then
 * @property {(shown: Shown<Data, Own>, hit: HitOf<Which>) => Reading | undefined} [read] of what is chosen; none: there is no such thing any more
 * @property {(plot: Which, hit: HitOf<Which>, height: number) => { x: number, y: number }} [readAt] where a reading that is so high stands:
 *   the middle of its top edge, CSS pixels from the plot's left and top; else it has a fixed place
 * @property {(plot: Which, width: number, shown: Shown<Data, Own>) => number} [heightFor] of its box on the screen, CSS pixels, where
 *   styles do not say it
 * @property {(view: PlotView<Data, Own, Which>) => import('../../charts/pointer.js').Gestures<HitOf<Which>>} [gestures]
 */

/**
 * @template {AnyPlot} Which
 * @typedef {new (canvas: HTMLCanvasElement, options: { scheme: 'light' | 'dark', onResize: () => void }) => Which} PlotType
 */

/**
 * What a panel is laid out of.
 *
 * @typedef {object} Parts
 * @property {(name: string) => HTMLElement} plot the box of a plot, by its name
 * @property {(name: string, tag?: 'b' | 'i' | 'output' | 'p' | 'span' | 'td', attributes?: Record<string, string>) => HTMLElement} live an element whose
 *   words follow, by their name
 * @property {(attributes?: Record<string, string>) => HTMLElement} formula
 * @property {(attributes: Record<string, string>) => HTMLElement} panels where the panels within it are
 */

/**
 * A part of a figure: what its plots show and what its words say. Only functions of what is shown; the view keeps the DOM.
 *
 * @template Data what the figure computes
 * @template [Own=undefined] what of it is its own, where it is one of several
 * @typedef {object} Panel
 * @property {(parts: Parts) => HTMLElement} layout
 * @property {Readonly<Record<string, PlotPart<Data, Own>>>} [plots] by the name of their canvas, its `data-panel`
 * @property {(shown: Shown<Data, Own>) => Texts} [words] what is said of the data
 * @property {(shown: Shown<Data, Own>, position: number) => Texts} [text] what is said of a moment
 * @property {(shown: Shown<Data, Own>) => { lines: readonly MathArray[], label: string }} [formula] `math` elements, whose live numbers are words too
 * @property {(shown: Shown<Data, Own>) => readonly Inner<Data>[]} [panels] panels within it
 * @property {(shown: Shown<Data, Own>) => string} [heading] its name in a picture
 * @property {(width: number) => number} [columns] how many of the panels within it stand side by side in a picture that is so wide,
 *   CSS pixels
 * @property {boolean} [sharesScale] whether its plots, and those within it, are drawn to one scale
 * @property {(shown: Shown<Data, Own>, element: HTMLElement) => void} [set] for what a layout cannot say
 * @property {(shown: Shown<Data, Own>, position: number, withText: boolean) => boolean | void} [frame] whether it wants another one
 * @property {readonly PanelView<Data>[]} [views] panels within it that it sets and draws itself, as their turn comes
 * @property {() => void} [play] where it has a clock of its own: what the element's `play` and `pause` do
 * @property {() => void} [pause]
 * @property {() => void} [end] when it is not shown any more
 */

/**
 * A panel within another one; the same panel stays as long as its key does.
 *
 * @template Data
 * @template [Own=unknown]
 * @typedef {object} Inner
 * @property {string} key
 * @property {Own} own
 * @property {() => Panel<Data, Own>} panel
 */

/** Words by name, each with its colour where it has one. @typedef {Record<string, string | readonly [text: string, color: string]>} Texts */

/**
 * Ties a plot's class to what a panel gives it.
 *
 * @template Data, Own
 * @template {AnyPlot} Which
 * @param {PlotType<Which>} type
 * @param {Omit<PlotPart<Data, Own, Which>, 'type'>} part
 * @returns {PlotPart<Data, Own>}
 */
export const plotOf = (type, part) =>
  /** @type {PlotPart<Data, Own>} */ (/** @type {unknown} */ ({ type, ...part }));

/**
 * A panel within another one, and what of the data is its own.
 *
 * @template Data, Own
 * @param {string} key the panel stays as long as it
 * @param {Own} own
 * @param {() => Panel<Data, Own>} panel
 * @returns {Inner<Data>}
 */
export const within = (key, own, panel) =>
  /** @type {Inner<Data>} */ (/** @type {unknown} */ ({ key, own, panel }));

/** Milliseconds in which a plot goes to other data. */
const MOVE = 450;

/**
 * A plot on the screen: its box, its text alternative, and what is read of it.
 *
 * @template Data
 * @template [Own=undefined]
 * @template {AnyPlot} [Which=AnyPlot]
 */
export class PlotView {
  #part;
  #canvas;
  #readout;
  #ruler;
  #request = 0;
  #position = 0;
  /** @type {ResizeObserver | undefined} */
  #observer;
  /** @type {HitOf<Which> | undefined} */
  #chosen;
  #transition;
  /** @type {((share: number) => DataOf<Which>) | undefined} what is drawn on the way to what is given */
  #way;
  /** @type {Shown<Data, Own> | undefined} */
  #shown;

  /**
   * @param {string} name
   * @param {PlotPart<Data, Own, Which>} part
   * @param {FigureHost} host
   * @param {() => void} resized
   */
  constructor(name, part, host, resized) {
    this.#part = part;
    this.host = host;
    this.#transition = new Transition(part.milliseconds ?? MOVE);
    const isTold = part.label !== undefined || part.labelNow !== undefined;
    this.#canvas = h('canvas', {
      'data-panel': name,
      role: isTold && 'img',
      'aria-hidden': !isTold && 'true',
    });
    this.#readout =
      part.read &&
      h('output', { class: 'readout', 'aria-hidden': 'true', 'data-reader': true, hidden: true });
    const stop = part.keys && { tabindex: '0', role: 'application', 'aria-roledescription': part.keys.role };
    this.box = h('div', { class: part.className ?? 'plot', ...stop }, this.#canvas, this.#readout);
    this.plot = new part.type(this.#canvas, {
      scheme: host.scheme,
      onResize: () => {
        this.#place();
        resized();
      },
    });
    if (part.gestures) this.plot.listen(part.gestures(this));
    // The ruler has the plot's width, but not its height. That is set in the next frame, for around the plot others observe, too.
    this.#ruler = part.heightFor && h('div', { class: 'ruler' });
    if (!this.#ruler) return;
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#request);
      this.#request = requestAnimationFrame(() => this.#fit());
    });
    this.#observer.observe(this.#ruler);
  }

  /** What a layout takes of it. */
  get element() {
    return this.#ruler ? h('div', {}, this.#ruler, this.box) : this.box;
  }

  /** What is shown now. */
  get shown() {
    if (!this.#shown) throw new Error('the plot has nothing to show yet');
    return this.#shown;
  }

  /** What a picture says above it; empty for nothing. */
  get title() {
    return (this.#shown && this.#part.title?.(this.#shown, this.#position)) ?? '';
  }

  get chosen() {
    return this.#chosen;
  }

  /** @param {Shown<Data, Own>} shown */
  set(shown) {
    this.#shown = shown;
    const { data, label, keys } = this.#part;
    this.plot.scheme(this.host.scheme);
    this.#give(data(shown));
    if (label) this.#canvas.setAttribute('aria-label', label(shown));
    if (keys) this.box.setAttribute('aria-label', keys.text(shown));
    this.#fit();
    this.read();
  }

  /** Goes to other data. @param {DataOf<Which>} to */
  #give(to) {
    if (to === this.plot.end) return;
    // From where it is now, which may be on the way to somewhere else.
    const from = this.plot.data;
    const { between } = this.#part;
    const first = from !== undefined && !this.host.reducedMotion() && between?.(from, to, 0);
    this.#way = first && between ? (share) => between(from, to, share) ?? to : undefined;
    this.#transition.begin(this.#way !== undefined);
    this.plot.set(first || to, to);
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether it is still on its way */
  frame(position, withText) {
    this.#position = position;
    const { follow, moment, labelNow } = this.#part;
    const { data, end } = this.plot;
    const share = this.#transition.advance();
    const now = share === undefined ? follow?.(this.shown) : share < 1 && this.#way ? this.#way(share) : end;
    if (now !== undefined && now !== data) this.plot.set(now, end);
    this.plot.frame(moment?.(this.shown, position));
    if (!withText) return this.#transition.isMoving;
    if (labelNow) this.#canvas.setAttribute('aria-label', labelNow(this.shown));
    this.read();
    return this.#transition.isMoving;
  }

  /** Lets something stand out and be read. @param {HitOf<Which> | undefined} hit @returns {string} what is read of it */
  choose(hit) {
    const isOther = hit !== this.#chosen;
    this.#chosen = hit;
    this.plot.select(hit);
    const text = this.read();
    if (isOther) this.#place();
    return text;
  }

  /** Reads what is chosen, as it is now. @returns {string} in one line */
  read() {
    if (!this.#readout) return '';
    const hit = this.#chosen;
    const reading = hit === undefined ? undefined : this.#part.read?.(this.shown, hit);
    if (reading === undefined && hit !== undefined) {
      this.#chosen = undefined;
      this.plot.select(undefined);
    }
    this.#readout.hidden = reading === undefined;
    this.#readout.style.color = reading?.color ?? '';
    setText(this.#readout, reading?.text ?? '');
    return reading?.text.replaceAll('\n', ', ') ?? '';
  }

  #place() {
    const { readAt } = this.#part;
    if (!readAt || !this.#readout || this.#chosen === undefined) return;
    const { offsetWidth: width, offsetHeight: height } = this.#readout;
    const { x, y } = readAt(this.plot, this.#chosen, height);
    const left = Math.max(0, Math.min(this.box.clientWidth - width, x - width / 2));
    this.#readout.style.transform = `translate(${Math.round(left)}px, ${Math.round(y)}px)`;
  }

  #fit() {
    const width = this.#ruler?.clientWidth ?? 0;
    const { heightFor } = this.#part;
    if (!heightFor || width === 0 || !this.#shown) return;
    const height = `${heightFor(this.plot, width, this.#shown)}px`;
    if (this.box.style.height !== height) this.box.style.height = height;
  }

  destroy() {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#request);
    this.plot.destroy();
  }
}

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
  /** @type {Map<string, PlotView<Data, Own>>} */
  #plots = new Map();
  /** Names of its plots, and an empty one for the panels within it, as the layout has them. @type {string[]} */
  #order = [];
  /** @type {{ key: string, view: PanelView<Data, unknown> }[]} */
  #inner = [];
  #place = /** @type {HTMLElement | undefined} */ (undefined);
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
      live: (name, tag = 'b', attributes = tag === 'b' ? { class: 'live' } : {}) => {
        const element = h(tag, attributes);
        this.#live.set(name, [...(this.#live.get(name) ?? []), element]);
        return element;
      },
      formula: (attributes = {}) => {
        this.#formula = h('div', { class: 'formula', role: 'group', ...attributes });
        return this.#formula;
      },
      panels: (attributes) => {
        this.#place = h('div', attributes);
        this.#order.push('');
        return this.#place;
      },
    });
  }

  /** @param {string} name */
  #plot(name) {
    const part = this.#panel.plots?.[name];
    if (!part) throw new Error(`the panel has no plot “${name}”`);
    const view = new PlotView(name, part, this.#host, this.#resized);
    this.#plots.set(name, view);
    this.#order.push(name);
    return view.element;
  }

  /** @param {Shown<Data, Own>} shown */
  set(shown) {
    this.#shown = shown;
    const { panels, words, formula, set, sharesScale } = this.#panel;
    const inner = panels?.(shown) ?? [];
    const isOther = this.#renew(inner);
    for (const plot of this.#plots.values()) plot.set(shown);
    for (const [i, { own }] of inner.entries()) this.#inner[i].view.set({ ...shown, own });
    if (formula) this.#write(formula(shown));
    if (words) this.#say(words(shown));
    set?.(shown, this.element);
    // Who drags does not want the view to move.
    if (sharesScale && (isOther || !shown.held)) this.#fit();
  }

  /** @param {readonly Inner<Data>[]} wanted @returns {boolean} whether they are others than before */
  #renew(wanted) {
    if (wanted.map(({ key }) => key).join('\n') === this.#inner.map(({ key }) => key).join('\n'))
      return false;
    const kept = new Map(this.#inner.map(({ key, view }) => [key, view]));
    this.#inner = wanted.map(({ key, panel }) => {
      const view = kept.get(key) ?? new PanelView(panel(), this.#host, this.#resized);
      kept.delete(key);
      return { key, view };
    });
    for (const view of kept.values()) view.destroy();
    if (!this.#place) throw new Error('the panel has no place for the panels within it');
    this.#place.dataset.count = String(wanted.length);
    this.#place.replaceChildren(...this.#inner.map(({ view }) => view.element));
    return true;
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
    const { columns = () => 1 } = this.#panel;
    const inner = { heading: '', parts: this.#views.filter(hasSomething), columnsFor: columns };
    const own = this.#order.map((name) => this.#plots.get(name) ?? inner);
    return (this.#panel.views ? [...own, inner] : own).filter(hasSomething);
  }

  /** The panels within it. @returns {readonly PanelView<Data, any>[]} */
  get #views() {
    return [...this.#inner.map(({ view }) => view), ...(this.#panel.views ?? [])];
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
    for (const { view } of this.#inner) wantsMore = view.frame(position, withText) || wantsMore;
    if (withText && this.#panel.text) this.#say(this.#panel.text(this.#shown, position));
    return this.#panel.frame?.(this.#shown, position, withText) || wantsMore;
  }

  /** What the element's `play` does with a clock of its own. */
  play() {
    this.#panel.play?.();
  }

  pause() {
    this.#panel.pause?.();
  }

  destroy() {
    for (const plot of this.#plots.values()) plot.destroy();
    for (const view of this.#views) view.destroy();
    this.#panel.end?.();
  }
}

/** @param {import('./picture.js').Part} part */
const hasSomething = (part) => ('plot' in part ? part.plot.data !== undefined : part.parts.length > 0);
