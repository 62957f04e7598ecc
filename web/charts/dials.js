import { Chart, LinearScale } from 'chart.js';
import { drawRing } from './arrow-shape.js';
import { DialElement, DialsController } from './dials-controller.js';
import { drawFaces, drawLabels, placeLabels } from './dials-face.js';
import { drawHands } from './dials-hands.js';
import { dialAt, dialGrid, dialX, dialY } from './dials-layout.js';
import { palette } from './palette.js';
import { RestingLayer } from './resting-layer.js';
import { watchSize } from './sizing.js';

Chart.register(DialElement, DialsController, LinearScale);

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
  #canvas;
  #chart;
  #layer;
  #unwatch;
  #palette;
  #tallest;
  #width = 0;
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
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#tallest = 460;
    this.#layer = new RestingLayer(canvas.ownerDocument);
    this.#chart = new Chart(canvas, {
      type: 'dials',
      data: { datasets: [this.#dataset()] },
      options: {
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        scales: { x: pixels(), y: { ...pixels(), reverse: true } },
      },
      // Chart.js renders after every update, but a plot is drawn when all of it is in place.
      plugins: [{ id: 'dials-plot', beforeRender: () => false, afterDatasetsDraw: () => this.#drawRing() }],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#width = height > 0 ? width : 0;
      if (this.#width > 0) this.#chart.resize(width, height);
      this.#layer.fit(
        this.#width > 0 ? canvas : { width: 0, height: 0 },
        this.#chart.currentDevicePixelRatio,
      );
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
    if (this.#width === 0) return -1;
    const box = this.#canvas.getBoundingClientRect();
    const scale = this.#width / (box.width || 1);
    return dialAt(this.#grid, (clientX - box.left) * scale, (clientY - box.top) * scale);
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
    return this.#width > 0 ? [...this.#labels.values, ...this.#labels.names] : [];
  }

  /** Gives back the chart, the bitmaps and the observers. Later calls do nothing. */
  destroy() {
    this.#unwatch();
    this.#hands = undefined;
    this.#width = 0;
    this.#chart.destroy();
    this.#layer.fit({ width: 0, height: 0 }, 1);
  }

  /** @returns {any} */
  #dataset() {
    return {
      data: [],
      radius: 1,
      /** @type {import('./dials-controller.js').PaintDials} */
      paint: (ctx, dials) => {
        this.#layer.copyTo(ctx);
        if (this.#hands) drawHands(ctx, dials, this.#grid.radius, this.#hands, this.#palette);
      },
    };
  }

  /** Puts the dials where they have room. */
  #arrange() {
    this.#layer.outdate();
    const count = this.#faces.reach.length;
    if (this.#width === 0 || count === 0) return;
    this.#grid = dialGrid(count, this.#width, this.#tallest);
    this.#labels = placeLabels(this.#layer.context, this.#grid, this.#faces);
    const data = Array.from({ length: count }, (_, i) => ({
      x: dialX(this.#grid, i),
      y: dialY(this.#grid, i),
    }));
    Object.assign(/** @type {any} */ (this.#chart.data.datasets[0]), { data, radius: this.#grid.radius });
    const scales = /** @type {any} */ (this.#chart.options.scales);
    scales.x.max = this.#width;
    scales.y.max = this.#chart.height;
    this.#chart.update('none');
  }

  #paint() {
    if (this.#hands === undefined || this.#width === 0 || this.#faces.reach.length === 0) return;
    if (this.#layer.advance(0, this.#drawFaces, nothing)) this.#layer.label(this.#drawLabels);
    this.#chart.draw();
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawFaces = (ctx) => {
    ctx.fillStyle = this.#palette.plot;
    ctx.fillRect(0, 0, this.#width, this.#chart.height);
    drawFaces(ctx, this.#grid, this.#palette, this.#faces);
  };

  /** @param {CanvasRenderingContext2D} ctx */
  #drawLabels = (ctx) => drawLabels(ctx, this.#labels, this.#grid.fontSize, this.#palette);

  #drawRing() {
    if (this.#selected < 0 || this.#selected >= this.#grid.count) return;
    const { x, y, radius } = this.dial(this.#selected);
    const apart = Math.min(RING.apart, this.#grid.cellWidth / 2 - radius - RING.width / 2);
    drawRing(this.#chart.ctx, x, y, radius + apart, RING.width, this.#palette.accent);
  }
}

const nothing = () => {};

/** Dials stand at CSS pixels. */
const pixels = () => ({
  type: /** @type {const} */ ('linear'),
  bounds: /** @type {const} */ ('data'),
  display: false,
  min: 0,
  max: 1,
});
