import { drawRing } from './arrow-shape.js';
import { DialsChart } from './dials-chart.js';
import { drawPairHands, drawPairs } from './pairs-face.js';
import { arcShape, pairsLayout, placeAt, placeX } from './pairs-layout.js';
import { palette } from './palette.js';
import { RestingLayer } from './resting-layer.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('./pairs-face.js').Pairs} Pairs */
/** @typedef {import('./pairs-face.js').PairHands} PairHands */

/** Milliseconds in which features move to other places. */
const MOVE = 450;

/** @type {Pairs} */
const NONE = { arcs: [], names: [], numbers: [], places: [], rows: [], most: 1 };

/**
 * Features side by side, a dial each, with arcs between those that belong together. `set` says what rests, and `frame` draws
 * the hands on it. Features that get other places move there.
 */
export class PairsPlot {
  #chart;
  #layer;
  #scheme;
  #pairs = NONE;
  #layout = pairsLayout(1, 1);
  /** @type {readonly number[]} */
  #from = [];
  /** @type {readonly number[]} */
  #to = [];
  /** When the features began to move; undefined at rest. @type {number | undefined} */
  #began;
  /** @type {number[]} where they are now */
  #places = [];
  /** @type {PairHands | undefined} */
  #hands;
  #chosen = -1;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a width of its own, and the height that `heightFor` gives
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed, after the plot was drawn again
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#scheme = scheme;
    this.#layer = new RestingLayer(canvas.ownerDocument);
    this.#chart = new DialsChart(canvas, this.#layer, {
      paint: this.#paintHands,
      over: () => this.#drawRings(),
    });
    this.#chart.fit(() => {
      this.#arrange();
      this.#paint();
      onResize?.();
    });
  }

  /**
   * @param {Pairs} pairs
   * @param {{ moving?: boolean, now?: number }} [options] whether features go to other places in 0.45 seconds, for which `frame`
   *   must be called; `now`: milliseconds on its clock
   */
  set(pairs, { moving = false, now = performance.now() } = {}) {
    const moves =
      moving && this.#places.length === pairs.places.length && this.#places.join() !== pairs.places.join();
    this.#from = moves ? this.#places : pairs.places;
    this.#began = moves ? now : undefined;
    this.#places = [...this.#from];
    this.#pairs = { ...pairs, places: this.#places };
    this.#to = pairs.places;
    if (this.#chosen >= pairs.arcs.length) this.#chosen = -1;
    this.#arrange();
  }

  /** @param {number} count places @param {number} width CSS pixels @returns {number} CSS pixels that the plot needs */
  heightFor(count, width) {
    return pairsLayout(Math.max(1, count), width).height;
  }

  /**
   * Draws all with its hands.
   *
   * @param {PairHands} hands may be the same object each time
   * @param {number} [now] milliseconds
   * @returns {boolean} whether features still move
   */
  frame(hands, now = performance.now()) {
    this.#hands = hands;
    if (this.#began !== undefined) {
      const share = Math.min(1, Math.max(0, (now - this.#began) / MOVE));
      const eased = share * share * (3 - 2 * share);
      this.#places.forEach((_, i) => {
        const [from, to] = [Number(this.#from[i]), Number(this.#to[i])];
        this.#places[i] = from + (to - from) * eased;
      });
      if (share >= 1) this.#began = undefined;
      this.#layer.outdate();
    }
    this.#paint();
    return this.#began !== undefined;
  }

  /** @param {number} clientX @returns {number} the place over or under a point of the window, −1 for none */
  pick(clientX) {
    const point = this.#chart.pointAt(clientX, 0);
    return point ? placeAt(this.#layout, point.x) : -1;
  }

  /** Lets an arc and its two dials stand out. @param {number} place at one of its ends, −1 for none */
  select(place) {
    const chosen = this.#pairs.arcs.findIndex(({ from, to }) => from === place || to === place);
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.#layer.outdate();
    this.#paint();
  }

  /** @param {number} place @returns {{ x: number, y: number, radius: number }} its dial, CSS pixels from the canvas's left and top */
  dial(place) {
    return { x: placeX(this.#layout, place), y: this.#layout.dialY, radius: this.#layout.radius };
  }

  /** @param {number} index @returns {{ x: number, y: number }} the top of an arc, CSS pixels from the canvas's left and top */
  top(index) {
    const { x, y, rise } = arcShape(this.#layout, this.#pairs.arcs[index] ?? { from: 0, to: 0 });
    return { x, y: y - rise };
  }

  /** Where the features are now, by feature. @returns {readonly number[]} */
  get places() {
    return this.#places;
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    this.#layer.outdate();
    this.#paint();
  }

  /** Gives back the chart, the bitmaps and the observers. Later calls do nothing. */
  destroy() {
    this.#hands = undefined;
    this.#chart.destroy();
  }

  /** @type {import('./dials-controller.js').PaintDials} */
  #paintHands = (ctx) => {
    this.#layer.copyTo(ctx);
    if (this.#hands) drawPairHands(ctx, this.#layout, this.#hands);
  };

  #arrange() {
    this.#layer.outdate();
    const count = this.#pairs.names.length;
    if (this.#chart.width === 0 || count === 0) return;
    this.#layout = pairsLayout(count, this.#chart.width);
    const { dialY, radius } = this.#layout;
    const data = Array.from({ length: count }, (_, place) => ({ x: placeX(this.#layout, place), y: dialY }));
    this.#chart.place(data, radius);
  }

  #paint() {
    if (this.#hands === undefined || this.#chart.width === 0 || this.#pairs.names.length === 0) return;
    if (this.#layer.advance(0, this.#drawGround, nothing)) this.#layer.label(nothing);
    this.#chart.chart.draw();
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawGround = (ctx) => {
    const colors = palette(this.#scheme);
    ctx.fillStyle = colors.plot;
    ctx.fillRect(0, 0, this.#chart.width, this.#chart.chart.height);
    const look = { palette: colors, scheme: this.#scheme, chosen: this.#chosen };
    drawPairs(ctx, this.#layout, this.#pairs, look);
  };

  #drawRings() {
    const arc = this.#pairs.arcs[this.#chosen];
    if (!arc) return;
    for (const place of [arc.from, arc.to]) {
      const { x, y, radius } = this.dial(place);
      drawRing(this.#chart.chart.ctx, x, y, radius + 1.5, 2.5, palette(this.#scheme).accent);
    }
  }
}

const nothing = () => {};
