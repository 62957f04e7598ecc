import { Chart } from 'chart.js';
import './index.js';
import { toShare, toValue } from './lines-axis.js';
import { drawLinesGround, drawLinesNumbers } from './lines-ground.js';
import { drawLinesTexts, placeLinesTexts, roomForNames } from './lines-texts.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('./lines-axis.js').Axis} Axis */

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} name at its end, where the plot is wide enough; empty for none
 * @property {ArrayLike<number>} x rising
 * @property {ArrayLike<number>} y NaN is a gap
 * @property {'ink' | 'soft'} tone
 * @property {number} width CSS pixels
 * @property {readonly number[]} dash
 * @property {boolean} [filled] whether what lies between it and the plot's bottom is
 */

/**
 * @typedef {object} LinesPicture
 * @property {Axis} x
 * @property {Axis} y
 * @property {readonly Line[]} lines the last one lies on top
 * @property {readonly { value: number, label: string }[]} levels across
 * @property {readonly { value: number, label: string }[]} marks upright
 * @property {{ y: number, text: string } | undefined} [aside] a word at the right edge, on what lies beyond it
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** Pixels round the plot: numbers at the left and below, the name of the upright axis and those of marks above. */
const SIDES = { left: 48, top: 28, bottom: 24, right: 12 };

/** @type {LinesPicture} */
const NOTHING = {
  x: { name: '', min: 0, max: 1, log: false },
  y: { name: '', min: 0, max: 1, log: false },
  lines: [],
  levels: [],
  marks: [],
};

/**
 * Lines of numbers against numbers, on axes that are linear or logarithmic, with levels, marks and the lines' names. They are
 * told apart by width, dash and name. What moves over it is laid over the canvas by whoever uses it: `toPixels` says where.
 */
export class LinesPlot {
  #canvas;
  #chart;
  #unwatch;
  #palette;
  #picture = NOTHING;
  #size = { width: 0, height: 0 };
  /** @type {import('./lines-texts.js').Placed[]} */
  #texts = [];

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed: `toPixels` has other answers then
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        ...still(),
        normalized: true,
        parsing: false,
        spanGaps: false,
        layout: { autoPadding: false, padding: SIDES },
        // Logarithms are taken before, so that both axes are linear to Chart.js.
        scales: { x: hidden(0, 1), y: hidden(0, 1) },
      },
      plugins: [
        {
          id: 'lines',
          beforeRender: () => this.#size.width > 0,
          beforeDatasetsDraw: ({ ctx }) => this.#drawUnder(ctx),
          afterDatasetsDraw: ({ ctx }) => this.#drawOver(ctx),
        },
      ],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 };
      if (this.#size.width > 0) this.#chart.resize(width, height);
      this.#paint();
      onResize?.();
    });
  }

  /** Shows another picture. @param {LinesPicture} picture */
  set(picture) {
    this.#picture = picture;
    const { x, y, lines } = picture;
    this.#chart.data.datasets = lines.map((line) => ({
      data: Array.from({ length: line.x.length }, (_, i) => ({
        x: toShare(x, Number(line.x[i])),
        y: toShare(y, Number(line.y[i])),
      })),
      pointRadius: 0,
      borderWidth: line.width,
      borderDash: [...line.dash],
      borderJoinStyle: 'round',
    }));
    this.#paint();
  }

  /** The plot without its numbers and names: CSS pixels from the canvas's left and top. @returns {Area} */
  get area() {
    const { left, right, top, bottom } = this.#chart.chartArea ?? { left: 0, right: 0, top: 0, bottom: 0 };
    return { left, right, top, bottom };
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top, held inside the plot
   */
  toPixels(x, y) {
    const { left, right, top, bottom } = this.area;
    const picture = this.#picture;
    const [across, up] = [held(toShare(picture.x, x)), held(toShare(picture.y, y))];
    return { x: left + across * (right - left), y: bottom - up * (bottom - top) };
  }

  /** @param {number} clientX of the window @returns {number} the place on the axis, held inside it */
  xAt(clientX) {
    const { left, right } = this.area;
    const box = this.#canvas.getBoundingClientRect();
    const x = ((clientX - box.left) * this.#size.width) / (box.width || 1);
    return toValue(this.#picture.x, held((x - left) / Math.max(1, right - left)));
  }

  /** @returns {readonly Readonly<import('./lines-texts.js').Placed>[]} the words in the plot, in CSS pixels */
  labels() {
    return this.#texts;
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#paint();
  }

  /** Gives back the chart and the observers. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#chart.destroy();
  }

  #paint() {
    const { ctx, options, data } = this.#chart;
    if (ctx === null || this.#size.width === 0) return;
    const { lines } = this.#picture;
    lines.forEach(({ tone }, i) => {
      Object.assign(/** @type {any} */ (data.datasets[i]), { borderColor: this.#palette[tone] });
    });
    const right = Math.max(SIDES.right, roomForNames(ctx, lines, this.#size.width));
    options.layout = { autoPadding: false, padding: { ...SIDES, right } };
    this.#chart.update('none');
  }

  get #frame() {
    return { area: this.area, ratio: this.#chart.currentDevicePixelRatio, ...this.#size };
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawUnder(ctx) {
    drawLinesGround(ctx, this.#frame, this.#picture, this.#palette);
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawOver(ctx) {
    drawLinesNumbers(ctx, this.#frame, this.#picture, this.#palette);
    this.#texts = placeLinesTexts(ctx, this.#frame, this.#picture, this.#palette);
    drawLinesTexts(ctx, this.#texts);
  }
}

/** @param {number} part */
const held = (part) => Math.max(0, Math.min(1, Number.isNaN(part) ? 0 : part));
