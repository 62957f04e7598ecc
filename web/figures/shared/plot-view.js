import { h, setText } from '../../dom/index.js';
import { Transition } from './transition.js';

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
 * A plot on the screen as its panel knows it: what it draws is a matter of the two that `plotOf` ties.
 *
 * @template Data
 * @template [Own=undefined]
 * @typedef {object} SomePlotView
 * @property {HTMLElement} element what a layout takes of it
 * @property {AnyPlot} plot
 * @property {string} title
 * @property {(shown: Shown<Data, Own>) => void} set
 * @property {(position: number, withText: boolean) => boolean} frame
 * @property {() => void} destroy
 */

/**
 * Puts a plot on the screen.
 *
 * @template Data
 * @template [Own=undefined]
 * @typedef {(name: string, host: FigureHost, resized: () => void) => SomePlotView<Data, Own>} PlotMaker
 */

/**
 * Ties a plot's class to what a panel gives it.
 *
 * @template Data, Own
 * @template {AnyPlot} Which
 * @param {PlotType<Which>} type
 * @param {PlotPart<Data, Own, Which>} part
 * @returns {PlotMaker<Data, Own>}
 */
export const plotOf = (type, part) => (name, host, resized) =>
  new PlotView(type, part, { name, host, resized });

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
   * @param {PlotType<Which>} type
   * @param {PlotPart<Data, Own, Which>} part
   * @param {{ name: string, host: FigureHost, resized: () => void }} place
   */
  constructor(type, part, { name, host, resized }) {
    this.#part = part;
    this.host = host;
    this.#transition = new Transition(part.milliseconds ?? MOVE);
    const hasLabel = part.label !== undefined || part.labelNow !== undefined;
    this.#canvas = h('canvas', {
      'data-panel': name,
      role: hasLabel && 'img',
      'aria-hidden': !hasLabel && 'true',
    });
    const silent = { 'aria-hidden': 'true', 'data-reader': true, hidden: true };
    this.#readout = part.read && h('output.readout', silent);
    const stop = part.keys && { tabindex: '0', role: 'application', 'aria-roledescription': part.keys.role };
    this.box = h('div', { class: part.className ?? 'plot', ...stop }, this.#canvas, this.#readout);
    this.plot = new type(this.#canvas, {
      scheme: host.scheme,
      onResize: () => {
        this.#place();
        resized();
      },
    });
    if (part.gestures) this.plot.listen(part.gestures(this));
    // The ruler has the plot's width, but not its height. That is set in the next frame, for around the plot others observe, too.
    this.#ruler = part.heightFor && h('div');
    if (!this.#ruler) return;
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#request);
      this.#request = requestAnimationFrame(() => this.#fit());
    });
    this.#observer.observe(this.#ruler);
  }

  get element() {
    return this.#ruler ? h('div', this.#ruler, this.box) : this.box;
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
