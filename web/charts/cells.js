import { Chart, LinearScale } from 'chart.js';
import { NUMBERS, namedAxis, niceStep, tickText } from './axes.js';
import { cellAt } from './heat-map-average.js';
import { deviceBox, HeatMapCell, HeatMapController } from './heat-map-controller.js';
import { Plot } from './plot.js';
import { measuring } from './text.js';

Chart.register(HeatMapCell, HeatMapController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./plot.js').Environment} Environment */
/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./heat-map-average.js').Cell} Cell */
/** @typedef {import('./heat-map-average.js').Edges} Edges */
/** @typedef {Readonly<import('./colors.js').Palette>} Palette */

/**
 * What of a table is shown: inclusive, and real numbers while it moves.
 *
 * @typedef {{ firstRow: number, lastRow: number, firstColumn: number, lastColumn: number }} Part
 */

/**
 * @typedef {object} Cells
 * @property {string} name
 * @property {Float32Array} values `[rows, columns]`, finite; no copy is made
 * @property {Float32Array} [tones] what colours show, where that is not the values
 * @property {number} rows
 * @property {number} columns
 * @property {number} limit the colours' ends are ±limit
 * @property {string} rowName
 * @property {string} columnName
 * @property {{ name: string, values: readonly string[] }} [names] what they are, and those of the first rows, shown where rows are tall
 * @property {Part} [part] all unless given
 */

/** @typedef {{ rows: number, columns: number }} PerPixel cells a device pixel */
/** @typedef {{ box: Box, edges: Edges, perPixel: PerPixel }} Layout `box`: of the cells, on whole device pixels */

/** Room below the cells, for the columns' numbers, and at the other sides; the most at the left, for the rows' names. CSS pixels. */
const BELOW = 38;
const EDGE = 8;
const WIDEST = 110;

/** Between numbers, CSS pixels at least. */
const APART = { x: 52, y: 34 };

/** A label of its own for each row needs so much, and an axis's title. */
const LINE = 15;
const TITLE = 22;

/** An estimate of a digit's width, CSS pixels. */
const DIGIT = 6;

/** The least size of an outlined cell, CSS pixels. */
export const LEAST = 9;

/**
 * A table of signed values as colours, row 0 above: the base of all plots of cells.
 *
 * @template {Cells} [Data=Cells]
 * @template [Moment=void]
 * @template [Selection=undefined]
 * @template {Layout} [Places=Layout]
 * @extends {Plot<Data, Moment, Selection, Places>}
 */
export class CellsPlot extends Plot {
  /** Always the same for the screen's chart, which keeps the picture of a dataset as long as that. */
  #dataset = {};

  /** @param {Data} data @param {Environment} environment @override @returns {import('chart.js').ChartConfiguration} */
  config(data, { width, height, palette, scheme, isLive }) {
    const { values, tones = values, columns, limit, rowName, columnName } = data;
    const { top, bottom, left, right } = edgesOf(data);
    const { names, gutter } = rowsAt(data, height);
    const wide = (width - gutter - EDGE) / (right - left);
    // The last column's number is left out where half of it would not fit.
    const end = right - 0.5 - (DIGIT * String(Math.floor(right - 0.5)).length) / 2 / wide;
    const rowStep = height / (bottom - top) >= LINE ? 1 : (APART.y * (bottom - top)) / height;
    const x = namedAxis({ name: columnName, min: left - 0.5, max: right - 0.5, log: false }, palette, {
      way: 'across',
      pixels: width,
      room: BELOW,
      gap: 3,
      apart: 1,
      ticks: ticksIn(left - 0.5, end, APART.x / wide),
    });
    const y = namedAxis({ name: rowName, min: top - 0.5, max: bottom - 0.5, log: false }, palette, {
      way: 'up',
      pixels: height,
      room: gutter,
      gap: 6,
      apart: 1,
      ticks: ticksIn(top - 0.5, bottom - 0.5, rowStep, names),
    });
    const dataset = Object.assign(isLive ? this.#dataset : {}, { data: tones, columns, limit, scheme });
    return /** @type {import('chart.js').ChartConfiguration} */ (
      /** @type {unknown} */ ({
        type: 'heatMap',
        data: { datasets: [dataset] },
        options: {
          layout: { autoPadding: false, padding: { left: 0, right: EDGE, top: EDGE, bottom: 0 } },
          scales: { x, y: { ...y, reverse: true } },
        },
      })
    );
  }

  /** @param {Omit<import('./plot.js').View<Places>, 'layout'>} view @override @returns {Places} */
  arrange({ area, ratio }) {
    const { left, top, width, height } = deviceBox(area, ratio);
    const edges = edgesOf(/** @type {Data} */ (this.data));
    const layout = {
      box: { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio },
      edges,
      perPixel: {
        rows: (edges.bottom - edges.top) / height,
        columns: (edges.right - edges.left) / width,
      },
    };
    return /** @type {Places} */ (/** @type {unknown} */ (layout));
  }

  /** None: the page is seen round the cells. @override */
  background() {}

  /** A row of the table is a row, a column a column, as far as they are shown. @override */
  table() {
    const data = /** @type {Data} */ (this.end);
    const { name, values, columns, names, rowName, columnName } = data;
    const { top, bottom, left, right } = edgesOf(data);
    const rows = wholeIn(top, bottom);
    return {
      name,
      columns: [
        { name: rowName, unit: '', values: rows },
        ...(names && names.values.length > 0
          ? [{ name: names.name, unit: '', values: rows.map((row) => names.values[row] ?? '') }]
          : []),
        ...wholeIn(left, right).map((column) => ({
          name: `${columnName} ${column}`,
          unit: '',
          values: Float32Array.from(rows, (row) => values[row * columns + column]),
        })),
      ],
    };
  }

  /** @param {{ x: number, y: number }} point @returns {Cell | undefined} the cell there; none beside the cells */
  pick(point) {
    const { x, y } = this.#partsAt(point);
    return x >= 0 && x < 1 && y >= 0 && y < 1 ? this.nearest(point) : undefined;
  }

  /** @param {{ x: number, y: number }} point @returns {Cell} the nearest that is shown */
  nearest(point) {
    const { x, y } = this.#partsAt(point);
    return cellAt(this.data ? edgesOf(this.data) : { top: 0, bottom: 1, left: 0, right: 1 }, x, y);
  }

  /** @param {{ x: number, y: number }} point @returns {{ x: number, y: number }} parts of the cells' box, 0 to 1 inside it */
  #partsAt({ x, y }) {
    const { left, top, width, height } = this.box;
    return { x: (x - left) / (width || Number.NaN), y: (y - top) / (height || Number.NaN) };
  }

  /** Where the cells are, CSS pixels from the canvas's left and top; zeros while nothing is shown. @returns {Box} */
  get box() {
    return this.view?.layout.box ?? { left: 0, top: 0, width: 0, height: 0 };
  }

  /** Zeros while nothing is shown. @returns {PerPixel} */
  get perPixel() {
    return this.view?.layout.perPixel ?? { rows: 0, columns: 0 };
  }
}

/** @param {Cells} cells @returns {Edges} */
function edgesOf({ rows, columns, part }) {
  if (!part) return { top: 0, bottom: rows, left: 0, right: columns };
  return {
    top: part.firstRow,
    bottom: part.lastRow + 1,
    left: part.firstColumn,
    right: part.lastColumn + 1,
  };
}

/** @param {number} from @param {number} to edges @returns {number[]} the cells between, with those that are cut */
const wholeIn = (from, to) =>
  Array.from({ length: Math.ceil(to) - Math.floor(from) }, (_, i) => Math.floor(from) + i);

/**
 * Whole multiples of a round step, from 0.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} least of the step
 * @param {readonly string[]} [names] of the first ones
 */
function ticksIn(from, to, least, names = []) {
  const step = Math.max(1, niceStep(least));
  const first = Math.ceil(Math.max(0, from) / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: names[value] ?? tickText(value, 1) };
  });
}

/** The rows' names, where there is room for them, and the room for these and for numbers. @param {Cells} data @param {number} height CSS pixels */
function rowsAt(data, height) {
  const { top, bottom } = edgesOf(data);
  const tall = (height - BELOW - EDGE) / (bottom - top);
  const names = (tall >= LINE && data.names?.values) || [];
  const context = measuring(`${NUMBERS.size}px ${NUMBERS.family}`);
  const widest = [String(data.rows - 1), ...names].reduce(
    (width, text) => Math.max(width, context.measureText(text).width),
    0,
  );
  return { names, gutter: Math.min(WIDEST, Math.ceil(widest) + TITLE + 8) };
}

/**
 * Where the columns begin and end in a picture of that size.
 *
 * @param {Cells} data
 * @param {Pick<Environment, 'width' | 'height' | 'ratio'>} environment
 * @returns {{ left: number, right: number }} CSS pixels
 */
export function columnsIn(data, { width, height, ratio }) {
  const area = { left: rowsAt(data, height).gutter, right: width - EDGE, top: 0, bottom: height };
  const box = deviceBox(/** @type {import('chart.js').ChartArea} */ (area), ratio);
  return { left: box.left / ratio, right: (box.left + box.width) / ratio };
}

/**
 * Outlines a cell, as far as it is shown.
 *
 * @param {Context} context
 * @param {import('./plot.js').View<Layout>} view
 * @param {Cell} cell
 * @param {number} [thick] CSS pixels
 */
export function outlineCell(context, { layout: { box, edges }, palette }, { row, column }, thick = 2) {
  const { top, bottom, left, right } = edges;
  if (row + 1 <= top || row >= bottom || column + 1 <= left || column >= right) return;
  const [perRow, perColumn] = [box.height / (bottom - top), box.width / (right - left)];
  const inside = (/** @type {number} */ at) => Math.min(box.width, Math.max(0, (at - left) * perColumn));
  const [from, to] = [inside(column), inside(column + 1)];
  const width = Math.max(LEAST, to - from) + 2;
  const height = Math.max(LEAST, perRow) + 2;
  const x = box.left + (from + to - width) / 2;
  const y = box.top + (row + 0.5 - top) * perRow - height / 2;
  context.lineWidth = 2 * thick;
  context.strokeStyle = palette.plot;
  context.strokeRect(x, y, width, height);
  context.lineWidth = thick;
  context.strokeStyle = palette.ink;
  context.strokeRect(x, y, width, height);
}
