import { DatasetController, Element } from 'chart.js';

/** @typedef {import('chart.js').ChartArea} ChartArea */
/** @typedef {{ left: number, top: number, width: number, height: number }} Box */

/**
 * @param {ChartArea} area CSS pixels
 * @param {number} ratio device pixels a CSS pixel
 * @returns {Box} whole device pixels
 */
export function deviceBox(area, ratio) {
  const [left, top] = [Math.round(area.left * ratio), Math.round(area.top * ratio)];
  const width = Math.round(area.right * ratio) - left;
  const height = Math.round(area.bottom * ratio) - top;
  return { left, top, width: Math.max(0, width), height: Math.max(0, height) };
}

/** Chart.js wants to know what a dataset is made of. The controllers draw, and there is none of these. */
export class HeatMapCell extends Element {
  static id = 'heatMapCell';
}

/** The Chart.js type `heatMap`: copies its dataset's `image` to the chart area, pixel for pixel. */
export class HeatMapController extends DatasetController {
  static id = 'heatMap';
  static defaults = { datasetElementType: false, dataElementType: 'heatMapCell' };
  static overrides = { scales: { x: { type: 'linear' }, y: { type: 'linear' } } };

  update() {}

  draw() {
    const { chart } = this;
    const { image } = /** @type {{ image?: ImageData }} */ (this.getDataset());
    const { left, top } = deviceBox(chart.chartArea, chart.currentDevicePixelRatio);
    if (image) chart.ctx.putImageData(image, left, top);
  }
}

/** The Chart.js type `rowProfile`: a bar from zero to each of its dataset's `values`; where bars would be finer than two pixels, from
 * the least to the greatest of those in a pixel. */
export class RowProfileController extends DatasetController {
  static id = 'rowProfile';
  static defaults = { datasetElementType: false, dataElementType: 'heatMapCell' };
  static overrides = { scales: { x: { type: 'linear' }, y: { type: 'linear' } } };

  update() {}

  draw() {
    const { chart } = this;
    const { values, color } = /** @type {{ values?: Float32Array, color?: string }} */ (this.getDataset());
    const { xScale, yScale } = this._cachedMeta;
    if (!values || !xScale || !yScale) return;
    const ratio = chart.currentDevicePixelRatio;
    const { left, width } = deviceBox(chart.chartArea, ratio);
    const bar = barsOf(values, { from: xScale.min, to: xScale.max }, width);
    const { ctx } = chart;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = color ?? '';
    const level = (/** @type {number} */ value) => yScale.getPixelForValue(value) * ratio;
    for (let i = bar.first; i < bar.end; i += 1) {
      bar.measure(i);
      const [top, bottom] = [level(bar.high), level(bar.low)];
      ctx.fillRect(left + bar.left, top, bar.width, Math.max(1, bottom - top));
    }
    ctx.restore();
  }
}

/**
 * @param {Float32Array} values
 * @param {{ from: number, to: number }} range of the axis: value i reaches from i − 0.5 to i + 0.5
 * @param {number} width device pixels
 */
function barsOf(values, { from, to }, width) {
  const perPixel = (to - from) / width;
  const wide = perPixel <= 0.5;
  const gap = perPixel <= 1 / 6 ? 1 : 0;
  const bar = {
    first: wide ? Math.max(0, Math.floor(from + 0.5)) : 0,
    end: wide ? Math.min(values.length, Math.ceil(to + 0.5)) : width,
    left: 0,
    width: 1,
    low: 0,
    high: 0,
    /** @param {number} i a value where bars are wide, else a pixel */
    measure(i) {
      bar.low = 0;
      bar.high = 0;
      let [start, end] = [i, i + 1];
      if (wide) {
        bar.left = Math.max(0, Math.round((i - 0.5 - from) / perPixel));
        bar.width = Math.max(1, Math.min(width, Math.round((i + 0.5 - from) / perPixel)) - bar.left - gap);
      } else {
        bar.left = i;
        start = Math.max(0, Math.floor(from + 0.5 + i * perPixel));
        end = Math.min(values.length, Math.max(start + 1, Math.ceil(from + 0.5 + (i + 1) * perPixel)));
      }
      for (let k = start; k < end; k += 1) {
        const value = values[k];
        if (value < bar.low) bar.low = value;
        if (value > bar.high) bar.high = value;
      }
    },
  };
  return bar;
}
