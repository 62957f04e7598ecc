import { drawRing } from './arrow-shape.js';
import { DialsChart } from './dials-chart.js';
import { drawFaces, drawLabels, placeLabels } from './dials-face.js';
import { drawHands } from './dials-hands.js';
import { dialAt, dialGrid, dialX, dialY } from './dials-layout.js';
import { palette } from './palette.js';
import { RestingLayer } from './resting-layer.js';

export { HAND } from './dials-hands.js';
export { dialGrid } from './dials-layout.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('./dials-face.js').Faces} Faces */
/** @typedef {import('./dials-hands.js').Hands} Hands */

/** The ring round a chosen dial: its line, and its distance from the rim where there is room, in pixels. */
const RING = { width: 2.5, apart: 3 };

/**
 * Dials in a grid, each with a hand. `set` says what rests on them, and `frame` draws them with their hands. What rests is kept
 * as a picture; a frame draws on it only the hands.
 */
export class DialsPlot {
  #chart;
  #layer;
  #palette;
  #tallest;
  /** @type {Faces} */
  #faces = { reach: [], labels: [], shortLabels: [], names: [], numbers: [] };
  #grid = dialGrid(1, 1);
  /** @type {ReturnType<typeof placeLabels>} */
  #labels = { values: [], names: [] };
  /** @type {Hands | undefined} */
  #hands;
  #selected = -1;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a width of its own, and the height that `heightFor` gives
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed, after the plot was drawn again
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#palette = palette(scheme);
    this.#tallest = 460;
    this.#layer = new RestingLayer(canvas.ownerDocument);
    this.#chart = new DialsChart(canvas, this.#layer, {
      paint: this.#paintHands,
      over: () => this.#drawRing(),
    });
    this.#chart.fit(() => {
      this.#arrange();
      this.#paint();
      onResize?.();
    });
  }

  /** Gives the plot other dials; `frame` draws them. @param {Faces} faces */
  set(faces) {
    this.#faces = faces;
    this.#hands = undefined;
    this.#arrange();
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} [tallest] what the height should not exceed, where the dials stay legible
   * @returns {number} CSS pixels that the dials need
   */
  heightFor(width, tallest = this.#tallest) {
    this.#tallest = tallest;
    return dialGrid(Math.max(1, this.#faces.reach.length), width, tallest).height;
  }

  /** Draws the dials with their hands. @param {Hands} hands may be the same object each time */
  frame(hands) {
    this.#hands = hands;
    this.#paint();
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {number} the dial in whose cell a point of the window lies, −1 for none
   */
  pick(clientX, clientY) {
    const point = this.#chart.pointAt(clientX, clientY);
    return point ? dialAt(this.#grid, point.x, point.y) : -1;
  }

  /** @param {number} index @returns {{ x: number, y: number, radius: number }} CSS pixels from the canvas's left and top */
  dial(index) {
    return { x: dialX(this.#grid, index), y: dialY(this.#grid, index), radius: this.#grid.radius };
  }

  /** How many dials stand in a row. */
  get columns() {
    return this.#grid.columns;
  }

  /** Draws a ring round a dial. @param {number} index −1 for none */
  select(index) {
    if (index === this.#selected) return;
    this.#selected = index;
    this.#paint();
  }

  /** Changes all colours but the hands'. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#layer.outdate();
    this.#paint();
  }

  /** @returns {import('./dials-face.js').DialLabel[]} every word and number that is shown, in CSS pixels of the canvas */
  labels() {
    return this.#chart.width > 0 ? [...this.#labels.values, ...this.#labels.names] : [];
  }

  /** Gives back the chart, the bitmaps and the observers. Later calls do nothing. */
  destroy() {
    this.#hands = undefined;
    this.#chart.destroy();
  }

  /** @type {import('./dials-controller.js').PaintDials} */
  #paintHands = (ctx, dials) => {
    this.#layer.copyTo(ctx);
    if (this.#hands) drawHands(ctx, dials, this.#grid.radius, this.#hands, this.#palette);
  };

  /** Puts the dials where they have room. */
  #arrange() {
    this.#layer.outdate();
    const count = this.#faces.reach.length;
    if (this.#chart.width === 0 || count === 0) return;
    this.#grid = dialGrid(count, this.#chart.width, this.#tallest);
    this.#labels = placeLabels(this.#layer.context, this.#grid, this.#faces);
    const data = Array.from({ length: count }, (_, i) => ({
      x: dialX(this.#grid, i),
      y: dialY(this.#grid, i),
    }));
    this.#chart.place(data, this.#grid.radius);
  }

  #paint() {
    if (this.#hands === undefined || this.#chart.width === 0 || this.#faces.reach.length === 0) return;
    if (this.#layer.advance(0, this.#drawFaces, nothing)) this.#layer.label(this.#drawLabels);
    this.#chart.chart.draw();
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawFaces = (ctx) => {
    ctx.fillStyle = this.#palette.plot;
    ctx.fillRect(0, 0, this.#chart.width, this.#chart.chart.height);
    drawFaces(ctx, this.#grid, this.#palette, this.#faces);
  };

  /** @param {CanvasRenderingContext2D} ctx */
  #drawLabels = (ctx) => drawLabels(ctx, this.#labels, this.#grid.fontSize, this.#palette);

  #drawRing() {
    if (this.#selected < 0 || this.#selected >= this.#grid.count) return;
    const { x, y, radius } = this.dial(this.#selected);
    const apart = Math.min(RING.apart, this.#grid.cellWidth / 2 - radius - RING.width / 2);
    drawRing(this.#chart.chart.ctx, x, y, radius + apart, RING.width, this.#palette.accent);
  }
}

const nothing = () => {};
