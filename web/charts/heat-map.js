import { divergingPixels } from './diverging.js';
import { cellAt, cellsOf } from './heat-map-average.js';
import { gutterFor, hasNames } from './heat-map-axes.js';
import { colorAxes, mapChart, ROOM } from './heat-map-chart.js';
import { deviceBox } from './heat-map-controller.js';
import { HeatMapOverlay } from './heat-map-overlay.js';
import { paintCells } from './heat-map-raster.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';

export { divergingColor } from './diverging.js';
export { RowProfile } from './heat-map-profile.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('./heat-map-overlay.js').Over} Over */
/** @typedef {import('./heat-map-average.js').Cell} Cell */

/**
 * @typedef {object} HeatMap
 * @property {Float32Array} values `[rows, columns]`; no copy is made
 * @property {number} rows
 * @property {number} columns
 * @property {number} limit the colours' ends are ±limit
 * @property {string} rowTitle
 * @property {string} columnTitle
 * @property {readonly string[]} [names] of the first rows, shown where rows are tall
 */

/**
 * Inclusive; real numbers while a view moves.
 * @typedef {{ firstRow: number, lastRow: number, firstColumn: number, lastColumn: number }} View
 */

/** The most room for the rows' names, CSS pixels. */
const WIDEST = 110;

/**
 * A table of signed values as colours, row 0 above. Where cells are smaller than a pixel each pixel shows their exact average. `set` and
 * `view` say what it holds, the others what lies over it, and `draw` draws what has changed.
 */
export class HeatMapPlot {
  #canvas;
  #chart;
  #overlay;
  #unwatch;
  #palette;
  #pixels;
  /** @type {HeatMap | undefined} */
  #map;
  /** @type {import('./heat-map-average.js').Cells | undefined} */
  #cells;
  #edges = { top: 0, bottom: 1, left: 0, right: 1 };
  /** @type {Over} */
  #over = {
    cursor: undefined,
    cell: undefined,
    veiled: { stretches: [], from: undefined },
    lasso: undefined,
  };
  #box = { left: 0, top: 0, width: 0, height: 0 };
  #gutter = 40;
  #size = { width: 0, height: 0 };
  #isStale = true;
  #isOverStale = true;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] the size has changed, and the plot is drawn again
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#pixels = divergingPixels(scheme);
    this.#chart = mapChart(canvas, {
      gutter: () => this.#gutter,
      names: () => this.#names,
    });
    this.#overlay = new HeatMapOverlay(canvas);
    colorAxes(this.#chart, this.#palette);
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = { width: height > 0 ? width : 0, height: width > 0 ? height : 0 };
      if (this.#size.width > 0) this.#chart.resize(width, height);
      this.#overlay.fit(canvas, this.#chart.currentDevicePixelRatio);
      this.#isStale = true;
      this.draw();
      if (this.#map) onResize?.();
    });
  }

  /** Gives the plot another table. @param {HeatMap} map @throws {RangeError} where the sizes do not fit */
  set(map) {
    if (map.values !== this.#map?.values || map.columns !== this.#map.columns)
      this.#cells = cellsOf(map.values, map.rows, map.columns);
    this.#map = map;
    this.#isStale = true;
  }

  /** Shows a part of the table. @param {View} view inside the table */
  view({ firstRow, lastRow, firstColumn, lastColumn }) {
    this.#edges = { top: firstRow, bottom: lastRow + 1, left: firstColumn, right: lastColumn + 1 };
    this.#isStale = true;
  }

  /** Highlights a row. @param {number | undefined} row real; none where undefined @param {string} [color] */
  cursor(row, color = this.#palette.ink) {
    this.#lay({ cursor: row === undefined ? undefined : { row, color } });
  }

  /** Outlines a cell. @param {Over['cell']} cell */
  select(cell) {
    this.#lay({ cell });
  }

  /**
   * Shades what says little.
   *
   * @param {Over['veiled']['stretches']} stretches first and last column of each
   * @param {Over['veiled']['from']} [from] the row from which on other columns are shaded too; column i reaches from place i to i + 1
   */
  veil(stretches, from) {
    this.#lay({ veiled: { stretches, from } });
  }

  /** Draws a rectangle that is being drawn. @param {Over['lasso']} lasso CSS pixels of the window */
  lasso(lasso) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    this.#lay({
      lasso: lasso && {
        left: lasso.left - left,
        top: lasso.top - top,
        right: lasso.right - left,
        bottom: lasso.bottom - top,
      },
    });
  }

  /** @param {Partial<Over>} over */
  #lay(over) {
    Object.assign(this.#over, over);
    this.#isOverStale = true;
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {Cell | undefined} the cell at a point of the window; none outside the map
   */
  pick(clientX, clientY) {
    const { x, y } = this.#placeOf(clientX, clientY);
    return x >= 0 && x < 1 && y >= 0 && y < 1 ? cellAt(this.#edges, x, y) : undefined;
  }

  /** @param {number} clientX @param {number} clientY @returns {Cell} the nearest that is shown */
  nearest(clientX, clientY) {
    const { x, y } = this.#placeOf(clientX, clientY);
    return cellAt(this.#edges, x, y);
  }

  /** @param {number} clientX @param {number} clientY @returns {{ x: number, y: number }} parts of the map, 0 to 1 inside it */
  #placeOf(clientX, clientY) {
    const ratio = this.#chart.currentDevicePixelRatio;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const box = this.#box;
    return {
      x: ((clientX - left) * ratio - box.left) / (box.width || Number.NaN),
      y: ((clientY - top) * ratio - box.top) / (box.height || Number.NaN),
    };
  }

  /** Rows and columns a device pixel, and the map's sides in CSS pixels of the canvas; zeros while it has no size. */
  get measure() {
    const { top, bottom, left, right } = this.#edges;
    const { width, height, left: from } = this.#box;
    const ratio = this.#chart.currentDevicePixelRatio;
    return {
      rows: height > 0 ? (bottom - top) / height : 0,
      columns: width > 0 ? (right - left) / width : 0,
      left: from / ratio,
      right: (from + width) / ratio,
    };
  }

  /** Where the map lies on the canvas, device pixels. */
  get box() {
    return { ...this.#box };
  }

  /** Changes all colours but the cursor's. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#pixels = divergingPixels(scheme);
    colorAxes(this.#chart, this.#palette);
    this.#isStale = true;
    this.draw();
  }

  /** Names of the rows, where there is room for them. */
  get #names() {
    const { top, bottom } = this.#edges;
    return hasNames(this.#size.height - ROOM.below - ROOM.edge, bottom - top) ? this.#map?.names : undefined;
  }

  /** Draws what has changed. */
  draw() {
    if (this.#size.width === 0 || this.#chart.ctx === null || !this.#map) return;
    if (this.#isStale) this.#drawMap(this.#map);
    if (this.#isStale || this.#isOverStale)
      this.#overlay.draw(this.#over, this.#box, this.#edges, this.#palette);
    this.#isStale = false;
    this.#isOverStale = false;
  }

  /** @param {HeatMap} map */
  #drawMap({ rows, rowTitle, columnTitle, limit }) {
    const { top, bottom, left, right } = this.#edges;
    const scales = /** @type {any} */ (this.#chart.options.scales);
    Object.assign(scales.x, { min: left - 0.5, max: right - 0.5 });
    Object.assign(scales.y, { min: top - 0.5, max: bottom - 0.5 });
    this.#gutter = gutterFor(this.#chart.ctx, [String(rows - 1), ...(this.#names ?? [])], WIDEST);
    scales.x.title.text = columnTitle;
    scales.y.title.text = rowTitle;
    this.#chart.update('none');
    this.#box = deviceBox(this.#chart.chartArea, this.#chart.currentDevicePixelRatio);
    const dataset = /** @type {{ image?: ImageData }} */ (this.#chart.data.datasets[0]);
    const { width, height } = this.#box;
    if (width === 0 || height === 0 || !this.#cells) return;
    if (dataset.image?.width !== width || dataset.image.height !== height)
      dataset.image = new ImageData(width, height);
    paintCells(dataset.image, this.#cells, this.#edges, this.#pixels, limit);
    this.#chart.draw();
  }

  /** Gives back the chart, the bitmaps and the observers. Later calls do nothing. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#cells = undefined;
    this.#chart.destroy();
    this.#overlay.destroy();
  }
}
