import { BasicPlatform, Chart } from 'chart.js';
import { palette } from './colors.js';
import { Layer } from './layer.js';
import { listen } from './pointer.js';
import { ratioFor, watchSize } from './sizing.js';

/** @typedef {import('./colors.js').Scheme} Scheme */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context */

/**
 * What a picture of a plot is made for: the screen, or somebody else's canvas.
 *
 * @typedef {object} Environment
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} ratio device pixels a CSS pixel
 * @property {Scheme} scheme
 * @property {Readonly<import('./colors.js').Palette>} palette
 * @property {boolean} isLive whether frame after frame is drawn, as on the screen
 * @property {number | undefined} scale CSS pixels a unit, where plots share one; else the largest at which all can be seen
 */

/**
 * One picture of a plot: where its chart has put things.
 *
 * @template Layout
 * @typedef {Environment & {
 *   chart: Chart,
 *   area: import('chart.js').ChartArea,
 *   scales: Record<string, import('chart.js').Scale>,
 *   layout: Layout,
 * }} View
 */

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {string} unit empty where there is none
 * @property {ArrayLike<number> | readonly string[]} values a row each
 */

/** The numbers behind a plot. @typedef {{ name: string, columns: readonly Column[] }} Table */

/**
 * What `draw` needs to know.
 *
 * @template Moment, Selection
 * @typedef {object} Drawing
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} [ratio] device pixels a CSS pixel
 * @property {Scheme} [scheme]
 * @property {Moment} [moment] the last one shown unless given
 * @property {Selection} [selection] none unless given
 * @property {number} [scale] CSS pixels a unit
 */

/**
 * The base of all plots: a canvas that follows the size of its box, the chart on it, and what is drawn beside what Chart.js
 * draws. A plot says `config` and some of the painting methods; each draws on any context, for the screen as for `draw`.
 *
 * On the screen, other data, another size, scale or scheme make the chart anew, time adds what is `passed`, and a frame draws
 * what is `moving` over a copy of all that.
 *
 * @template Data what `set` gives
 * @template [Moment=void] what `frame` gives; may be the same object each time
 * @template [Selection=undefined] what is chosen
 * @template [Layout=undefined] where its labels and the like stand, worked out once for a picture
 */
export class Plot {
  /** What is drawn on the screen, maybe on its way. @type {Data | undefined} */
  data;
  /** What it ends at: `draw` and `table` have nothing else. @type {Data | undefined} */
  end;
  /** @type {Moment | undefined} */
  moment;
  /** @type {Selection | undefined} */
  selection;
  /** Whether it draws Chart.js's elements itself, in its own order. Otherwise Chart.js does, between background and `resting`. */
  drawsElements = false;
  #canvas;
  #onResize;
  #scheme;
  /** @type {number | undefined} */
  #scale;
  #size = { width: 0, height: 0 };
  #layer = /** @type {Layer | undefined} */ (undefined);
  /** @type {View<Layout> | undefined} */
  #view;
  #isStale = true;
  #isShown = false;
  #unwatch = () => {};

  /**
   * @param {HTMLCanvasElement} [canvas] in a parent that has a size of its own, which the plot fills and follows; without one
   *   the plot only draws elsewhere
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed, before the plot is drawn again: the place to
   *   give another shared scale
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#canvas = canvas;
    this.#scheme = scheme;
    this.#onResize = onResize;
    if (!canvas) return;
    const restored = () => this.#restore();
    this.#layer = new Layer(this.labels !== Plot.prototype.labels, restored);
    canvas.addEventListener('contextrestored', restored);
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 };
      this.#isStale = true;
      if (this.#isShown) this.#onResize?.();
      this.#paint();
    });
  }

  /* What a plot says of itself. */

  /**
   * The Chart.js configuration; size, ratio and events are the base's.
   *
   * @param {Data} _data
   * @param {Environment} _environment
   * @returns {import('chart.js').ChartConfiguration}
   */
  config(_data, _environment) {
    throw new Error('a plot must say its config');
  }

  /**
   * What follows from where the chart has put its scales: places of labels and the like.
   *
   * @param {Omit<View<Layout>, 'layout'>} _view
   * @returns {Layout}
   */
  arrange(_view) {
    return /** @type {Layout} */ (undefined);
  }

  /** Under Chart.js's grid. @param {Context} context @param {View<Layout>} view */
  background(context, { width, height, palette: { plot } }) {
    context.fillStyle = plot;
    context.fillRect(0, 0, width, height);
  }

  /** Over Chart.js's axes and datasets. @param {Context} _context @param {View<Layout>} _view */
  resting(_context, _view) {}

  /** How many of the things that `added` draws are there. @param {Moment | undefined} _moment @returns {number} */
  passed(_moment) {
    return 0;
  }

  /** Over all that, what time adds. @param {Context} _context @param {View<Layout>} _view @param {number} _start @param {number} _end */
  added(_context, _view, _start, _end) {}

  /**
   * Puts labels to their places for a moment.
   *
   * @param {View<Layout>} _view
   * @param {Moment | undefined} _moment
   * @param {Selection | undefined} _selection
   * @returns {boolean} whether what `labels` draws has changed
   */
  label(_view, _moment, _selection) {
    return false;
  }

  /** Over all that rests. @param {Context} _context @param {View<Layout>} _view */
  labels(_context, _view) {}

  /**
   * On top, in every frame; allocates nothing.
   *
   * @param {Context} _context
   * @param {View<Layout>} _view
   * @param {Moment | undefined} _moment
   * @param {Selection | undefined} _selection
   */
  moving(_context, _view, _moment, _selection) {}

  /** @returns {Table} the numbers that are drawn */
  table() {
    throw new Error('a plot must say its table');
  }

  /** @param {number} _width CSS pixels @returns {number} CSS pixels that suit the plot where nobody gives it a height */
  heightFor(_width) {
    return 240;
  }

  /**
   * @param {number} _width CSS pixels
   * @param {number} _height
   * @returns {number} the largest scale at which all can be seen, CSS pixels a unit; Infinity where the axes have units of their own
   */
  scaleFor(_width, _height) {
    return Number.POSITIVE_INFINITY;
  }

  /* What its owner does with it. */

  /** Gives it other data; `frame` draws them. @param {Data} data @param {Data} [end] where they are on their way */
  set(data, end = data) {
    this.data = data;
    this.end = end;
    this.#isStale = true;
  }

  /** A scale that it shares with other plots; `frame` draws it. @param {number | undefined} scale CSS pixels a unit */
  share(scale) {
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#isStale = true;
  }

  /** Draws a moment. @param {Moment} moment */
  frame(moment) {
    this.moment = moment;
    this.#isShown = true;
    this.#paint();
  }

  /** Lets something stand out. @param {Selection | undefined} selection */
  select(selection) {
    if (selection === this.selection) return;
    this.selection = selection;
    this.#paint();
  }

  /** Changes all colours but those that come with the data; `frame` draws them. @param {Scheme} scheme */
  scheme(scheme) {
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    this.#isStale = true;
  }

  /**
   * Listens to pointer and keys on the canvas's parent.
   *
   * @template Hit
   * @param {import('./pointer.js').Gestures<Hit>} gestures
   */
  listen(gestures) {
    if (this.#canvas) listen(/** @type {HTMLElement} */ (this.#canvas.parentElement), this.#canvas, gestures);
  }

  /**
   * Draws the plot on a canvas that is nobody else's, as large as it must be. Reads nothing from the screen.
   *
   * @param {Context} context
   * @param {Drawing<Moment, Selection>} drawing
   */
  draw(context, { width, height, ratio = 1, scheme = 'light', moment = this.moment, selection, scale }) {
    const { canvas } = context;
    Object.assign(canvas, { width, height });
    const { data } = this;
    /** @type {View<Layout> | undefined} */
    let view;
    this.data = this.end;
    try {
      view = this.#open(canvas, {
        width,
        height,
        ratio,
        scheme,
        palette: palette(scheme),
        isLive: false,
        scale,
      });
      view.chart.draw();
      this.resting(context, view);
      const passed = this.passed(moment);
      if (passed > 0) this.added(context, view, 0, passed);
      this.label(view, moment, selection);
      this.labels(context, view);
      this.moving(context, view, moment, selection);
    } finally {
      this.data = data;
      if (view) close(view.chart);
    }
  }

  /** Its size on the screen, CSS pixels; zeros while it is not shown. */
  get size() {
    return this.#size;
  }

  /** What is on the screen; undefined while nothing is. @returns {View<Layout> | undefined} */
  get view() {
    if (this.#size.width === 0) return undefined;
    if (this.#isStale) this.#renew();
    return this.#view;
  }

  /** Gives back the chart, the bitmaps and the observers. Later calls do nothing. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#view?.chart.destroy();
    this.#view = undefined;
    this.#layer = undefined;
    this.#canvas = undefined;
  }

  #paint() {
    if (!this.#isShown) return;
    const [view, layer] = [this.view, this.#layer];
    if (!view || !layer) return;
    const { chart } = view;
    const background = () => {
      chart.draw();
      this.resting(chart.ctx, view);
      return chart.canvas;
    };
    const isNew = layer.advance(this.passed(this.moment), background, (context, start, end) =>
      this.added(context, view, start, end),
    );
    if (this.label(view, this.moment, this.selection) || isNew)
      layer.label((context) => this.labels(context, view));
    layer.copyTo(chart.ctx);
    this.moving(chart.ctx, view, this.moment, this.selection);
  }

  /** A context that was lost comes back empty, with none of its state. */
  #restore() {
    this.#view?.chart.destroy();
    this.#view = undefined;
    this.#isStale = true;
    this.#paint();
  }

  /** Makes the screen's chart, or brings it up to date. */
  #renew() {
    const { width, height } = this.#size;
    if (!this.#canvas || !this.#layer || this.data === undefined || width === 0) return;
    const environment = {
      width,
      height,
      ratio: ratioFor(width, height),
      scheme: this.#scheme,
      palette: palette(this.#scheme),
      isLive: true,
      scale: this.#scale,
    };
    const before = this.#view;
    const isFitted =
      before?.width === width && before.height === height && before.ratio === environment.ratio;
    this.#isStale = false;
    this.#view = before ? this.#update(before, environment) : this.#open(this.#canvas, environment);
    if (isFitted) this.#layer.outdate();
    else this.#layer.fit(this.#canvas, environment.ratio);
  }

  /** @param {HTMLCanvasElement | OffscreenCanvas} canvas @param {Environment} environment @returns {View<Layout>} */
  #open(canvas, environment) {
    const { data } = this;
    if (data === undefined) throw new Error('the plot has nothing to draw yet');
    const { width, height } = environment;
    const config = this.config(data, environment);
    Object.assign(canvas, { width, height });
    const view = /** @type {View<Layout>} */ ({ ...environment });
    view.chart = new Chart(/** @type {HTMLCanvasElement} */ (canvas), {
      ...config,
      platform: BasicPlatform,
      options: still(config, environment),
      plugins: [
        {
          id: 'plot',
          // Chart.js renders after every update, but a plot is drawn when all of it is in place.
          beforeRender: () => false,
          beforeDraw: ({ ctx }) => {
            // A document from right to left would set the minus of a number behind it.
            ctx.direction = 'ltr';
            this.background(ctx, view);
          },
          beforeDatasetsDraw: () => !this.drawsElements,
        },
      ],
    });
    this.#place(view);
    return view;
  }

  /** @param {View<Layout>} view @param {Environment} environment */
  #update(view, environment) {
    const { chart } = view;
    const config = this.config(/** @type {Data} */ (this.data), environment);
    Object.assign(view, environment);
    chart.data = config.data;
    chart.options = still(config, environment);
    chart.update('none');
    // It follows the ratio that it has been told of, so after the update.
    chart.resize(environment.width, environment.height);
    this.#place(view);
    return view;
  }

  /** @param {View<Layout>} view */
  #place(view) {
    view.area = view.chart.chartArea;
    view.scales = view.chart.scales;
    view.layout = this.arrange(view);
  }
}

/** How many charts live on the screen now. */
export const liveCharts = () => Object.keys(Chart.instances).length;

/** What every chart leaves to its plot: size, movement and who touches it. @param {import('chart.js').ChartConfiguration} config @param {Environment} environment */
const still = ({ options }, { ratio }) => ({
  ...options,
  animation: /** @type {const} */ (false),
  responsive: false,
  maintainAspectRatio: false,
  events: [],
  devicePixelRatio: ratio,
});

/** A chart that is destroyed clears its canvas, whose picture somebody still wants. @param {Chart} chart */
function close(chart) {
  Object.assign(chart, { canvas: null });
  chart.destroy();
}
