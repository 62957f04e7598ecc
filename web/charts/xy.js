import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { BELOW, BESIDE, edgeAxis, toShare, toValue } from './axes.js';
import { Plot } from './plot.js';

/** A scale of equal ratios. Chart.js's own stands in one file with all that the first figure loads, which has no use for it. */
class LogScale extends LinearScale {
  static id = 'log';
  static defaults = LinearScale.defaults;

  log = true;

  /** @param {number} value 0 is at the beginning @override */
  getPixelForValue(value) {
    return this.getPixelForDecimal(value === 0 ? 0 : toShare(this, value));
  }

  /** @param {number} pixel @override */
  getValueForPixel(pixel) {
    return toValue(this, this.getDecimalForPixel(pixel));
  }
}

Chart.register(LinearScale, LogScale, LineController, LineElement, PointElement);

/** @typedef {import('./axes.js').Axis} Axis */
/** @typedef {import('./plot.js').Environment} Environment */
/** @typedef {import('chart.js').ChartDataset<'line', { x: number, y: number }[]>} LineDataset */
/** @typedef {{ x: Axis, y: Axis }} Axes */

/**
 * A plot over two axes, which have numbers along its edges unless it says otherwise: the base of all that have lines or bars.
 *
 * @template Data
 * @template [Moment=void]
 * @template [Selection=undefined]
 * @template [Layout=undefined]
 * @extends {Plot<Data, Moment, Selection, Layout>}
 */
export class XyPlot extends Plot {
  /** @param {Data} data @returns {Axes} those of the data, unless they follow from something else */
  axes(data) {
    return /** @type {Data & Axes} */ (data);
  }

  /** @param {Data} _data @param {Environment} _environment @returns {LineDataset[]} the first one lies on top */
  datasets(_data, _environment) {
    return [];
  }

  /** Pixels round the plot and the numbers of its axes. @param {Data} _data @param {Environment} _environment */
  sides(_data, _environment) {
    return { top: 8, right: 12, bottom: 0, left: 0 };
  }

  /** Pixels at the end of the axis across where no number may stand. @param {Data} _data @returns {number} */
  free(_data) {
    return 0;
  }

  /** @param {Data} data @param {Environment} environment @returns {Record<'x' | 'y', object>} of Chart.js */
  scales(data, environment) {
    const { width, height, palette } = environment;
    const { x, y } = this.axes(data);
    const { top, right, bottom } = this.sides(data, environment);
    const across = {
      way: /** @type {const} */ ('across'),
      pixels: width - BESIDE - right,
      free: this.free(data),
    };
    const up = { way: /** @type {const} */ ('up'), pixels: height - BELOW - top - bottom };
    return { x: edgeAxis(x, palette, across), y: edgeAxis(y, palette, up) };
  }

  /** @param {Data} data @param {Environment} environment @override @returns {import('chart.js').ChartConfiguration} */
  config(data, environment) {
    return /** @type {import('chart.js').ChartConfiguration} */ ({
      type: 'line',
      data: { datasets: this.datasets(data, environment) },
      options: {
        normalized: true,
        parsing: false,
        spanGaps: false,
        layout: { autoPadding: false, padding: this.sides(data, environment) },
        scales: this.scales(data, environment),
      },
    });
  }

  /** The plot without its numbers and names: CSS pixels from the canvas's left and top. */
  get area() {
    const { left, right, top, bottom } = this.view?.area ?? { left: 0, right: 0, top: 0, bottom: 0 };
    return { left, right, top, bottom };
  }

  /** @param {number} x @param {number} y @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top, held inside the plot */
  toPixels(x, y) {
    const { data } = this;
    return data ? toPixels(this.axes(data), this.area, x, y) : { x: 0, y: 0 };
  }

  /** @param {number} pixels from the canvas's left @returns {number} the place on the axis across, held inside it */
  xAt(pixels) {
    const { data } = this;
    const { left, right } = this.area;
    return data ? toValue(this.axes(data).x, held((pixels - left) / Math.max(1, right - left))) : 0;
  }
}

/**
 * Where a value is drawn, held inside the plot.
 *
 * @param {Axes} axes
 * @param {{ left: number, top: number, right: number, bottom: number }} area
 * @param {number} x
 * @param {number} y
 */
export const toPixels = (axes, { left, right, top, bottom }, x, y) => ({
  x: left + held(toShare(axes.x, x)) * (right - left),
  y: bottom - held(toShare(axes.y, y)) * (bottom - top),
});

/** @param {number} part */
const held = (part) => Math.max(0, Math.min(1, Number.isNaN(part) ? 0 : part));
