import { DatasetController, Element } from 'chart.js';
import { divergingColor, divergingPixels, STEPS } from './diverging.js';
import { averages, cellsOf } from './heat-map-average.js';

/** @typedef {import('chart.js').Scale} Scale */
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

/** One cell, for tooltips and hovering. The controller draws all of them as one picture. */
export class HeatMapCell extends Element {
  static id = 'heatMapCell';
  width = 0;
  height = 0;

  /** @param {number} x @param {number} y pixels */
  inRange(x, y) {
    return this.inXRange(x) && this.inYRange(y);
  }

  /** @param {number} x pixels */
  inXRange(x) {
    return Math.abs(x - this.x) <= this.width / 2;
  }

  /** @param {number} y pixels */
  inYRange(y) {
    return Math.abs(y - this.y) <= this.height / 2;
  }

  getCenterPoint() {
    return { x: this.x, y: this.y };
  }
}

/**
 * @typedef {object} HeatMapDataset
 * @property {ArrayLike<number>} data finite numbers, row by row. No copy of a Float32Array is made: give another one when its numbers change
 * @property {number} columns numbers a row
 * @property {number} [limit] the colours' ends are ±limit; else the largest number
 * @property {import('./colors.js').Scheme} [scheme] whose colours they are
 */

/** Device pixels. @typedef {{ context: OffscreenCanvasRenderingContext2D, data: ImageData }} Image */

/**
 * The Chart.js type `heatMap`: a table of signed numbers as colours on linear scales, on which cell i reaches from i − 0.5 to
 * i + 0.5. Where cells are smaller than a pixel each pixel shows their exact average. Cells can be pointed at where the chart has `events`.
 */
export class HeatMapController extends DatasetController {
  static id = 'heatMap';
  static defaults = { dataElementType: 'heatMapCell', animation: false, clip: false };
  static overrides = {
    scales: {
      x: { type: 'linear', bounds: 'data', ticks: { precision: 0, includeBounds: false } },
      y: { type: 'linear', bounds: 'data', reverse: true, ticks: { precision: 0, includeBounds: false } },
    },
  };

  /** Painted once for every update. */
  #image = /** @type {Image | undefined} */ (undefined);
  #isPainted = false;

  addElements() {
    if (isTouched(this.chart)) super.addElements();
  }

  /** @param {boolean} [resetNewElements] */
  buildOrUpdateElements(resetNewElements) {
    if (isTouched(this.chart)) super.buildOrUpdateElements(resetNewElements);
  }

  /** @param {number} start @param {number} count */
  parse(start, count) {
    const { data, columns } = datasetOf(this);
    for (let i = start; i < start + count; i += 1)
      this._cachedMeta._parsed[i] = { x: i % columns, y: Math.floor(i / columns), value: data[i] };
    this._cachedMeta._sorted = false;
  }

  /** @param {Scale} scale */
  getMinMax(scale) {
    const { rows, columns } = sizeOf(datasetOf(this));
    return { min: -0.5, max: (scale.axis === 'x' ? columns : rows) - 0.5 };
  }

  update() {
    this.#isPainted = false;
    const elements = this._cachedMeta.data;
    this.updateElements(elements, 0, elements.length);
  }

  /** @param {Element[]} elements @param {number} start @param {number} count */
  updateElements(elements, start, count) {
    const { x, y } = this.#scales;
    const { columns } = datasetOf(this);
    const size = (/** @type {Scale} */ scale) =>
      Math.abs(scale.getPixelForValue(1) - scale.getPixelForValue(0));
    const [width, height] = [size(x), size(y)];
    for (let i = start; i < start + count; i += 1) {
      const place = { x: x.getPixelForValue(i % columns), y: y.getPixelForValue(Math.floor(i / columns)) };
      Object.assign(elements[i], place, { width, height });
    }
  }

  /** A cell has its own colour, and all of them that of the largest number. @param {number} [index] */
  getStyle(index) {
    const dataset = datasetOf(this);
    const share = index === undefined ? 1 : dataset.data[index] / limitOf(dataset);
    const color = divergingColor(share, dataset.scheme ?? 'light');
    return { backgroundColor: color, borderColor: color };
  }

  /** @param {number} index */
  getLabelAndValue(index) {
    const { x, y } = this.#scales;
    const { data, columns } = datasetOf(this);
    const label = [x.getLabelForValue(index % columns), y.getLabelForValue(Math.floor(index / columns))];
    return { label: label.join(', '), value: String(data[index]) };
  }

  draw() {
    const { ctx, currentDevicePixelRatio: ratio } = this.chart;
    const dataset = datasetOf(this);
    const { rows, columns } = sizeOf(dataset);
    const across = shownOn(this.#scales.x, columns, ratio);
    const down = shownOn(this.#scales.y, rows, ratio);
    if (across.size === 0 || down.size === 0) return;
    const image = this.#imageOf(across.size, down.size);
    if (!this.#isPainted) paint(image, dataset, across, down);
    this.#isPainted = true;
    ctx.save();
    // Its pixels are the canvas's: nothing is to be smoothed.
    ctx.imageSmoothingEnabled = false;
    ctx.translate(across.start / ratio, down.start / ratio);
    ctx.scale(across.way, down.way);
    ctx.drawImage(image.context.canvas, 0, 0, across.size / ratio, down.size / ratio);
    ctx.restore();
  }

  /** The one before where its size has not changed: making one takes longer than painting it. @param {number} width @param {number} height @returns {Image} */
  #imageOf(width, height) {
    if (this.#image?.data.width === width && this.#image.data.height === height) return this.#image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('this browser has no 2D canvas');
    this.#image = { context, data: context.createImageData(width, height) };
    this.#isPainted = false;
    return this.#image;
  }

  get #scales() {
    const { xScale, yScale } = this._cachedMeta;
    return { x: /** @type {Scale} */ (xScale), y: /** @type {Scale} */ (yScale) };
  }
}

/** A table can have millions of cells, which need no element each where nobody can point at them. @param {import('chart.js').Chart} chart */
const isTouched = ({ options }) => Number(options.events?.length) > 0;

/** @param {HeatMapController} controller @returns {HeatMapDataset} */
const datasetOf = (controller) => /** @type {any} */ (controller.getDataset());

/** @param {HeatMapDataset} dataset */
const sizeOf = ({ data, columns }) => ({ rows: Math.ceil(data.length / columns), columns });

/** @param {HeatMapDataset} dataset */
function limitOf({ data, limit }) {
  if (limit !== undefined) return limit;
  let most = 0;
  for (let i = 0; i < data.length; i += 1) most = Math.max(most, Math.abs(data[i]));
  return most || 1;
}

/**
 * @typedef {object} Shown what an axis shows of a table
 * @property {number} from cells
 * @property {number} to
 * @property {number} start device pixels
 * @property {number} size
 * @property {1 | -1} way that the cells go
 */

/** @param {Scale} scale @param {number} count cells @param {number} ratio device pixels a CSS pixel @returns {Shown} */
function shownOn(scale, count, ratio) {
  const [from, to] = [Math.max(0, scale.min + 0.5), Math.min(count, scale.max + 0.5)];
  const pixel = (/** @type {number} */ edge) => Math.round(scale.getPixelForValue(edge - 0.5) * ratio);
  const [start, end] = [pixel(from), pixel(to)];
  return { from, to, start, size: to > from ? Math.abs(end - start) : 0, way: end < start ? -1 : 1 };
}

/** Sums of tables that are not changed. @type {WeakMap<Float32Array, import('./heat-map-average.js').Cells>} */
const known = new WeakMap();

/** @param {HeatMapDataset} dataset */
function cellsIn({ data, columns }) {
  const values = data instanceof Float32Array ? data : Float32Array.from(data);
  const before = known.get(values);
  if (before?.columns === columns) return before;
  const cells = cellsOf(values, Math.ceil(values.length / columns), columns);
  known.set(values, cells);
  return cells;
}

/**
 * Paints what is shown of a table over a whole picture.
 *
 * @param {Image} image
 * @param {HeatMapDataset} dataset
 * @param {Shown} across
 * @param {Shown} down
 */
function paint({ context, data }, dataset, across, down) {
  const { width, height } = data;
  const pixels = new Uint32Array(data.data.buffer);
  const colors = divergingPixels(dataset.scheme ?? 'light');
  const scale = STEPS / limitOf(dataset);
  const last = 2 * STEPS;
  const edges = { top: down.from, bottom: down.to, left: across.from, right: across.to };
  averages(cellsIn(dataset), edges, width, height, (line, y, count) => {
    const start = y * width;
    for (let x = 0; x < width; x += 1) {
      let step = (line[x] * scale + STEPS + 0.5) | 0;
      if (step < 0) step = 0;
      else if (step > last) step = last;
      pixels[start + x] = colors[step];
    }
    for (let i = 1; i < count; i += 1) pixels.copyWithin(start + i * width, start, start + width);
  });
  context.putImageData(data, 0, 0);
}
