import { lookOf } from './arrow-looks.js';
import { drawRing } from './arrow-shape.js';
import { drawGround } from './ground.js';
import { Labels } from './labels.js';
import { nearestTip } from './nearest-tip.js';
import { palette } from './palette.js';
import { RestingLayer } from './resting-layer.js';
import { watchSize } from './sizing.js';
import { drawTrail } from './trail.js';
import { VectorChart } from './vector-chart.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {import('./vector-chart.js').View} View */
/** @typedef {import('./vector-chart.js').Vectors} Vectors */
/** @typedef {import('./vector-chart.js').Moment} Moment */

/** Radius of the ring round a chosen tip, in pixels. */
const RING = 11;

/**
 * A plot of vectors from one origin on equal axes. `set` and `view` say what it holds, and `frame` draws it. What rests
 * is kept as a picture; a frame draws on it only what moves.
 */
export class VectorPlot {
  #canvas;
  #chart;
  #frame;
  #layer;
  #labels;
  #unwatch;
  #palette;
  /** @type {Vectors} */
  #vectors = { x: [], y: [], labels: [], colors: { mark: [], text: [] } };
  /** @type {import('./arrow-looks.js').Look | undefined} */
  #look;
  /** @type {View} */
  #view = { centerX: 0, centerY: 0, spanX: 2, spanY: 2 };
  /** @type {number | undefined} */
  #scale;
  #aimed = false;
  #placed = false;
  /** @type {Moment | undefined} */
  #moment;
  #carried = { text: '', color: '', x: 0, y: 0 };
  /** @type {number | 'moving'} */
  #selected = -1;
  #state = { passed: -1, movingIndex: -1, selected: -1 };

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed, before the plot is drawn again: the place to
   *   call `view` where plots share a scale
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#layer = new RestingLayer(canvas.ownerDocument);
    this.#labels = new Labels(canvas.ownerDocument);
    this.#chart = new VectorChart(canvas, {
      drawUnder: () => this.#drawUnder(),
      drawOver: () => this.#drawOver(),
    });
    this.#frame = this.#chart.frame;
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#chart.fit(width, height);
      this.#layer.fit(canvas, this.#frame.ratio);
      this.#outdate();
      if (this.#moment !== undefined) onResize?.();
      if (!this.#aimed) this.#paint();
    });
  }

  /** Gives the plot other vectors; `frame` draws them. @param {Vectors} vectors */
  set(vectors) {
    if (vectors.colors !== this.#vectors.colors) this.#look = undefined;
    this.#vectors = vectors;
    this.#chart.rest(vectors.x, vectors.y);
    this.#outdate();
  }

  /**
   * Aims the plot; `frame` draws it.
   *
   * @param {View & { pixelsPerUnit?: number }} view `pixelsPerUnit`: CSS pixels, so that plots can share a scale; without it
   *   the largest that fits
   */
  view({ pixelsPerUnit, ...view }) {
    this.#view = view;
    this.#scale = pixelsPerUnit;
    this.#outdate();
  }

  /**
   * The largest scale at which all of a view can be seen, with room for words round it.
   *
   * @param {View} view
   * @returns {number} CSS pixels a unit; Infinity while the plot has no size
   */
  pixelsPerUnitFor(view) {
    return this.#chart.scaleFor(view);
  }

  /** Draws the plot at a moment. @param {Moment} moment may be the same object each time */
  frame(moment) {
    this.#moment = moment;
    this.#paint();
  }

  /**
   * The arrow whose tip is nearest to a point of the window. The moving arrow counts as its token's.
   *
   * @param {number} clientX
   * @param {number} clientY
   * @param {number} [radius] CSS pixels
   * @returns {number} its index, −1 where no tip is so near
   */
  pick(clientX, clientY, radius = 16) {
    if (this.#frame.width === 0) return -1;
    const at = this.toData(clientX, clientY);
    return nearestTip(this.#vectors, this.#moment, at, radius / this.#frame.pixelsPerUnit);
  }

  /** @param {number} clientX @param {number} clientY @returns {Point} the same point in data units */
  toData(clientX, clientY) {
    const { originX, originY, pixelsPerUnit, width, height } = this.#frame;
    const box = this.#canvas.getBoundingClientRect();
    const x = ((clientX - box.left) * width) / (box.width || 1);
    const y = ((clientY - box.top) * height) / (box.height || 1);
    return { x: (x - originX) / pixelsPerUnit, y: (originY - y) / pixelsPerUnit };
  }

  /** @param {Point} point in data units @returns {Point} CSS pixels from the canvas's left and top */
  toPixels({ x, y }) {
    const { originX, originY, pixelsPerUnit } = this.#frame;
    return { x: originX + x * pixelsPerUnit, y: originY - y * pixelsPerUnit };
  }

  /** Draws a ring round an arrow's tip, and shows its label. @param {number | 'moving'} index −1 for none */
  select(index) {
    if (index === this.#selected) return;
    this.#selected = index;
    this.#state.selected = index === 'moving' ? -1 : index;
    this.#placed = false;
    this.#paint();
  }

  /** Changes all colours but those of the positions, which `set` gives. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#look = undefined;
    this.#outdate();
    this.#paint();
  }

  /** @returns {ReturnType<Labels['boxes']>} the labels that are shown, in CSS pixels of the canvas */
  labels() {
    return this.#labels.boxes();
  }

  /** Gives back the chart, the bitmaps and the observers. */
  destroy() {
    this.#unwatch();
    this.#moment = undefined;
    this.#chart.destroy();
    this.#layer.fit({ width: 0, height: 0 }, 1);
  }

  #outdate() {
    this.#layer.outdate();
    this.#aimed = false;
    this.#placed = false;
  }

  #paint() {
    const moment = this.#moment;
    const { width, height } = this.#frame;
    if (moment === undefined || width === 0 || height === 0) return;
    const { colors, x } = this.#vectors;
    this.#look ??= lookOf(x.length, colors, this.#palette);
    if (!this.#aimed) this.#chart.aim(this.#view, this.#scale);
    this.#aimed = true;
    this.#state.passed = Math.max(-1, Math.min(x.length - 1, Math.floor(moment.position)));
    this.#state.movingIndex = moment.label === '' ? -1 : moment.index;
    this.#chart.move(moment, this.#look.moving, moment.color);
    this.#chart.draw();
  }

  /** The resting picture, the trail and the ring: what the moving arrow covers. */
  #drawUnder() {
    const moment = /** @type {Moment} */ (this.#moment);
    const [frame, layer, labels, carried] = [this.#frame, this.#layer, this.#labels, this.#carried];
    let changed = layer.advance(this.#state.passed, this.#drawGround, this.#drawPassed) || !this.#placed;
    if (!this.#placed) this.#placeLabels();
    carried.text = moment.label;
    carried.color = this.#vectors.colors.text[moment.index] ?? this.#palette.ink;
    carried.x = frame.originX + moment.x * frame.pixelsPerUnit;
    carried.y = frame.originY - moment.y * frame.pixelsPerUnit;
    changed = labels.follow(layer.context, frame, carried, this.#state) || changed;
    if (changed) layer.label(this.#drawLabels);
    layer.copyTo(this.#chart.ctx);
    drawTrail(this.#chart.ctx, frame, moment);
    this.#drawRing();
  }

  #drawOver() {
    this.#labels.drawMoving(this.#chart.ctx, this.#palette, this.#frame);
  }

  #drawRing() {
    const { selected } = this.#state;
    if (this.#selected !== 'moving' && (selected < 0 || selected >= this.#vectors.x.length)) return;
    const { x, y } = this.#selected === 'moving' ? this.#carried : this.#tipOf(selected);
    drawRing(this.#chart.ctx, x, y, RING, 2.5, this.#palette.accent);
  }

  #placeLabels() {
    this.#labels.layOut(this.#layer.context, this.#frame, this.#palette, {
      texts: this.#vectors.labels,
      colors: this.#vectors.colors.text,
      selected: this.#state.selected,
      tipOf: (index) => this.#tipOf(index),
    });
    this.#placed = true;
  }

  /** @param {number} index */
  #tipOf(index) {
    return this.toPixels({ x: Number(this.#vectors.x[index]), y: Number(this.#vectors.y[index]) });
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawGround = (ctx) => {
    const { dots, hints, width } = /** @type {import('./arrow-looks.js').Look} */ (this.#look);
    drawGround(ctx, this.#frame, this.#palette, this.#vectors, dots ? hints : []);
    if (!dots) this.#chart.paintArrows(ctx, 0, hints.length, { borderWidth: width, backgroundColor: hints });
  };

  /** @param {CanvasRenderingContext2D} ctx @param {number} start @param {number} end */
  #drawPassed = (ctx, start, end) => {
    const { width, heads, shafts } = /** @type {import('./arrow-looks.js').Look} */ (this.#look);
    const style = { borderWidth: width, backgroundColor: heads, borderColor: shafts };
    this.#chart.paintArrows(ctx, start, end, style);
  };

  /** @param {CanvasRenderingContext2D} ctx */
  #drawLabels = (ctx) => this.#labels.drawResting(ctx, this.#palette);
}
