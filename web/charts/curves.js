import { mix } from './color-space.js';
import { CurveChart } from './curve-chart.js';
import { beyondY, drawCurveGround, drawCurveNumbers, groundsOf } from './curve-ground.js';
import { drawCursor, drawMarks, strokeOf } from './curve-marks.js';
import { between, ease, MORPH, shapeOf } from './curve-shapes.js';
import { drawTexts, placeTexts, roomBeside } from './curve-texts.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';

/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * @typedef {object} Curve
 * @property {string} id
 * @property {string} label at its end
 * @property {ArrayLike<number>} values one a pair, above 0; 0 and Infinity are shown at the edge
 * @property {number} look which dash and marker, as `curveLook` counts them
 * @property {boolean} [ghost] only there to be compared with: it has no markers and is not picked
 */

/**
 * @typedef {object} Picture
 * @property {string} kind a picture of another kind is shown at once
 * @property {readonly Curve[]} curves
 * @property {readonly { value: number, label: string, main: boolean }[]} levels horizontal lines
 * @property {{ from: number, to: number, value: number, label: string } | undefined} shade from this pair to that one, beyond this value
 * @property {'above' | 'below'} beyond the side of the shade, and of values that have no logarithm
 * @property {string} beyondLabel what those values are; empty where there are none
 * @property {{ x: string, y: string }} axes
 */

const NOTHING = { x: new Float64Array(), y: new Float64Array() };

/** How strong a curve begins that was not there before. */
const FAINT = 0.2;

/**
 * Several curves of positive values against pairs, on a logarithmic axis. They are told apart by dash, marker and a name at
 * their end. What changes is moved there in logarithms.
 */
export class CurvesPlot {
  #canvas;
  #chart;
  #unwatch;
  #palette;
  /** @type {Picture | undefined} */
  #picture;
  #from = shapeOf([], [], 'above');
  #to = this.#from;
  #shape = this.#from;
  /** When the move began; undefined at rest. @type {number | undefined} */
  #began;
  #share = 1;
  #selected = '';
  #cursor = { id: '', pair: -1 };
  /** @type {import('./curve-texts.js').Placed[]} */
  #texts = [];

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed, after the plot is drawn again: `area` is another
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#chart = new CurveChart(canvas, {
      drawUnder: (ctx) => this.#drawUnder(ctx),
      drawOver: (ctx) => this.#drawOver(ctx),
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#chart.fit(width, height);
      this.#paint();
      if (this.#picture) onResize?.();
    });
  }

  /**
   * Shows another picture: at once, or in 0.4 seconds, for which `frame` must be called.
   *
   * @param {Picture} picture
   * @param {{ moving?: boolean, now?: number }} [options] `now`: milliseconds on the clock of `frame`
   */
  set(picture, { moving = false, now = performance.now() } = {}) {
    const levels = picture.levels.map(({ value }) => value);
    this.#from = this.#shape;
    this.#to = shapeOf(picture.curves, levels, picture.beyond);
    const moves = moving && this.#picture?.kind === picture.kind;
    this.#began = moves ? now : undefined;
    this.#share = moves ? 0 : 1;
    this.#picture = picture;
    this.#shape = between(this.#from, this.#to, this.#share);
    this.#paint();
  }

  /**
   * Draws the next moment of a move.
   *
   * @param {number} [now] milliseconds
   * @returns {boolean} whether there is another
   */
  frame(now = performance.now()) {
    if (this.#began === undefined) return false;
    this.#share = ease((now - this.#began) / MORPH);
    this.#shape = between(this.#from, this.#to, this.#share);
    if (this.#share >= 1) this.#began = undefined;
    this.#paint();
    return this.#began !== undefined;
  }

  /** @param {string} id of the curve that stands out; it is drawn last */
  select(id) {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#paint();
  }

  /** @param {string} id of the curve that gets a ring @param {number} pair −1 for none */
  point(id, pair) {
    if (id === this.#cursor.id && pair === this.#cursor.pair) return;
    this.#cursor = { id, pair };
    if (this.#picture) this.#chart.draw();
  }

  /**
   * The curve that is nearest to a point of the window, at the pair there.
   *
   * @param {number} clientX
   * @param {number} clientY
   * @param {number} [reach] CSS pixels, up or down
   * @returns {{ id: string, pair: number } | undefined}
   */
  pick(clientX, clientY, reach = 40) {
    const { width, height } = this.#chart.size;
    const box = this.#canvas.getBoundingClientRect();
    const x = ((clientX - box.left) * width) / (box.width || 1);
    const y = ((clientY - box.top) * height) / (box.height || 1);
    const { left, right } = this.area;
    if (width === 0 || x < left - 12 || x > right + 12) return undefined;
    const pair = Math.round((this.#to.xMax * (x - left)) / Math.max(1, right - left));
    let least = reach;
    /** @type {{ id: string, pair: number } | undefined} */
    let nearest;
    for (const { id, values, ghost } of this.#picture?.curves ?? []) {
      if (ghost || pair < 0 || pair >= values.length) continue;
      const far = Math.abs(this.toPixels(id, pair).y - y);
      if (far < least) [least, nearest] = [far, { id, pair }];
    }
    return nearest;
  }

  /** @param {string} id @param {number} pair @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top */
  toPixels(id, pair) {
    const { x, y } = this.#shape.curves.get(id) ?? NOTHING;
    const frame = this.#chart.frameOf(this.#shape);
    const log = Number(y[pair]);
    return {
      x: frame.toX(Number(x[pair])),
      y: Number.isNaN(log) ? beyondY(frame, this.#picture?.beyond ?? 'above') : frame.toY(log),
    };
  }

  /** The plot without its numbers and names: CSS pixels from the canvas's left and top. */
  get area() {
    return this.#chart.frameOf(this.#shape).area;
  }

  /** @returns {readonly Readonly<import('./curve-texts.js').Placed>[]} the words in the plot, in CSS pixels */
  labels() {
    return this.#texts;
  }

  /** What is drawn of a curve now. @param {string} id @returns {{ x: number, y: number }[]} pairs, and logarithms to base 10 */
  drawn(id) {
    const { x, y } = this.#shape.curves.get(id) ?? NOTHING;
    return Array.from(x, (pair, i) => ({ x: pair, y: Number(y[i]) }));
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#paint();
  }

  /** Gives back the chart and the observers. */
  destroy() {
    this.#unwatch();
    this.#began = undefined;
    this.#chart.destroy();
  }

  #paint() {
    const [picture, { ctx, size }] = [this.#picture, this.#chart];
    if (!picture || size.width === 0 || ctx === null) return;
    const lines = picture.curves.map((curve, i) => {
      const isChosen = curve.id === this.#selected;
      const stroke = strokeOf(curve, isChosen, this.#palette);
      return {
        ...stroke,
        color: this.#fading(curve.id, stroke.color),
        order: isChosen ? -1 : i,
        points: this.#shape.curves.get(curve.id) ?? NOTHING,
      };
    });
    this.#chart.show(this.#shape, lines, roomBeside(ctx, picture, this.#to, size.width));
  }

  /** @param {string} id @param {string} color */
  #fading(id, color) {
    if (this.#share >= 1 || this.#from.curves.has(id)) return color;
    return mix(color, this.#palette.plot, Math.max(FAINT, this.#share));
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawUnder(ctx) {
    if (!this.#picture) return;
    const { width, height } = this.#chart.size;
    ctx.fillStyle = this.#palette.plot;
    ctx.fillRect(0, 0, width + 1, height + 1);
    drawCurveGround(ctx, this.#chart.frameOf(this.#shape), this.#picture, this.#palette);
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawOver(ctx) {
    const picture = this.#picture;
    if (!picture) return;
    const [frame, colors] = [this.#chart.frameOf(this.#shape), this.#palette];
    for (const curve of picture.curves) {
      const points = this.#shape.curves.get(curve.id);
      if (curve.ghost || !points) continue;
      const { color } = strokeOf(curve, curve.id === this.#selected, colors);
      const marks = { color: this.#fading(curve.id, color), ground: colors.plot };
      drawMarks(ctx, frame, curve, points, picture.beyond, marks);
    }
    drawCurveNumbers(ctx, frame, picture, colors);
    this.#texts = placeTexts(ctx, frame, picture, this.#shape, {
      ...this.#chart.size,
      selected: this.#selected,
      palette: colors,
    });
    drawTexts(ctx, this.#texts, frame.area, groundsOf(frame, picture, colors));
    const { id, pair } = this.#cursor;
    if (pair >= 0 && pair < (this.#shape.curves.get(id)?.x.length ?? 0)) {
      drawCursor(ctx, frame, this.toPixels(id, pair), colors);
    }
  }
}
