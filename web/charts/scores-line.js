import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { mix } from './color-space.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';
import { thinned } from './thinned.js';

Chart.register(LinearScale, LineController, LineElement, PointElement);

/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * @typedef {object} Line
 * @property {ArrayLike<number>} x where it is sampled, rising from 0
 * @property {ArrayLike<number>} y there
 * @property {ArrayLike<number>} at the same at 0, 1, …, where the dots are
 * @property {readonly string[]} colors of the dots
 * @property {readonly [number, number]} range from bottom to top; may be without extent
 */

/** Pixels: the radius of a dot, from one to the next at least, and room at all sides. */
const DOT = 2.6;
const APART = 6;
const ROOM = 7;

/** How strong the line is against the plot where it has dots. */
const QUIET = 0.6;

/** One curve, with a dot at each whole number where there is room. Its zero line shows where that is in its range. */
export class DottedLine {
  #chart;
  #unwatch;
  #palette;
  /** @type {Line | undefined} */
  #line;
  #size = { width: 0, height: 0 };

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed: `placeOf` has other answers then
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#palette = palette(scheme);
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [{ data: [], borderWidth: 1.5, pointRadius: 0, clip: false }] },
      options: {
        ...still(),
        normalized: true,
        parsing: false,
        layout: { autoPadding: false, padding: ROOM },
        scales: { x: hidden(0, 1), y: hidden(0, 1) },
      },
      plugins: [
        {
          id: 'dotted-line',
          beforeRender: () => this.#size.width > 0,
          beforeDatasetsDraw: () => this.#drawGround(),
          afterDatasetsDraw: () => this.#drawDots(),
        },
      ],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = { width: height > 0 ? width : 0, height: width > 0 ? height : 0 };
      if (this.#size.width > 0) this.#chart.resize(width, height);
      this.#paint();
      if (this.#line) onResize?.();
    });
  }

  /** @param {Line} line */
  set(line) {
    this.#line = line;
    this.#paint();
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top; zeros while it has no size
   */
  placeOf(x, y) {
    const { scales } = this.#chart;
    const pixel = (
      /** @type {import('chart.js').Scale | undefined} */ scale,
      /** @type {number} */ value,
    ) => {
      const at = this.#size.width > 0 && this.#line ? scale?.getPixelForValue(value) : 0;
      return at !== undefined && Number.isFinite(at) ? at : 0;
    };
    return { x: pixel(scales.x, x), y: pixel(scales.y, y) };
  }

  /** Changes all colours but those of the dots, which `set` gives. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#paint();
  }

  /** Gives back the chart and the observers. Later calls do nothing. */
  destroy() {
    this.#unwatch();
    this.#line = undefined;
    this.#chart.destroy();
  }

  #paint() {
    if (!this.#line || this.#size.width === 0) return;
    const { x, y, at, range } = this.#line;
    const [low, high] = range;
    // A line without extent runs through the middle, with no zero at the edge.
    const extent = high > low ? high - low : 1.8 * Math.max(1, Math.abs(low));
    const middle = (low + high) / 2;
    const scales = /** @type {any} */ (this.#chart.options.scales);
    Object.assign(scales.x, { min: 0, max: Math.max(1, at.length - 1) });
    Object.assign(scales.y, { min: middle - extent / 2, max: middle + extent / 2 });
    const { soft, plot } = this.#palette;
    Object.assign(/** @type {object} */ (this.#chart.data.datasets[0]), {
      data: thinned(x, y),
      borderColor: this.#isDotted ? mix(soft, plot, QUIET) : soft,
    });
    this.#chart.update('none');
  }

  get #isDotted() {
    return ((this.#line?.at.length ?? 0) - 1) * APART <= this.#size.width - 2 * ROOM;
  }

  #drawGround() {
    const { ctx, chartArea, scales } = this.#chart;
    const { line, plot } = this.#palette;
    ctx.fillStyle = plot;
    ctx.fillRect(0, 0, this.#size.width + 1, this.#size.height + 1);
    const zero = Math.round(scales.y?.getPixelForValue(0) ?? Number.NaN);
    if (!(zero >= chartArea.top && zero <= chartArea.bottom)) return;
    ctx.fillStyle = line;
    ctx.fillRect(0, zero, this.#size.width, 1);
  }

  #drawDots() {
    if (!this.#line || !this.#isDotted) return;
    const { ctx } = this.#chart;
    const { at, colors } = this.#line;
    for (let i = 0; i < at.length; i += 1) {
      const { x, y } = this.placeOf(i, Number(at[i]));
      ctx.fillStyle = colors[i] ?? this.#palette.ink;
      ctx.beginPath();
      ctx.arc(x, y, DOT, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
}
