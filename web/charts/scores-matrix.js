import { HeatMapPlot } from './heat-map.js';
import { palette } from './palette.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {{ row: number, column: number }} Cell */

/**
 * @typedef {object} Square
 * @property {Float32Array} values `[size, size]`, finite; no copy is made
 * @property {number} size
 * @property {number} limit the colours' ends are ±limit
 * @property {boolean} masked whether the cells right of the main diagonal count for nothing
 * @property {string} rowTitle
 * @property {string} columnTitle
 */

/** @typedef {Cell & { rowColor: string, columnColor: string }} Mark a cell, real while it moves, and the colours of its row and column */

/** CSS pixels: the least size of the marked cell, lines, a pointer at the edge, between two lines of a hatch. */
const CELL = 9;
const LINE = 2;
const POINTER = 7;
const HATCH = 8;

/** How strong the lines from a cell to its edges are, and the hatch over what counts for nothing. */
const LEADING = 0.9;
const HATCHED = 0.3;

/** A square table of signed values as colours, a marked cell, and the diagonal that it moves along. */
export class SquareMap {
  #map;
  #ctx;
  #under;
  #palette;
  /** @type {Square | undefined} */
  #square;
  /** @type {Mark | undefined} */
  #mark;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#under = canvas;
    this.#palette = palette(scheme);
    this.#map = new HeatMapPlot(canvas, { scheme, onResize: () => this.#drawMark() });
    const over = canvas.ownerDocument.createElement('canvas');
    over.dataset.layer = 'mark';
    over.setAttribute('aria-hidden', 'true');
    Object.assign(over.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
    this.#ctx = /** @type {CanvasRenderingContext2D} */ (over.getContext('2d'));
    canvas.parentElement?.append(over);
  }

  /** Gives the plot another table. @param {Square} square */
  set(square) {
    this.#square = square;
    const { values, size, limit, rowTitle, columnTitle } = square;
    this.#map.set({ values, rows: size, columns: size, limit, rowTitle, columnTitle });
    this.#map.view({ firstRow: 0, lastRow: size - 1, firstColumn: 0, lastColumn: size - 1 });
    this.#map.draw();
  }

  /** Marks a cell, and its diagonal. @param {Mark} mark may be the same object each time */
  mark(mark) {
    this.#mark = mark;
    this.#drawMark();
  }

  /** Outlines another cell, as one that is pointed at. @param {Cell | undefined} cell */
  select(cell) {
    this.#map.select(cell);
    this.#map.draw();
  }

  /** @param {number} clientX @param {number} clientY @returns {Cell | undefined} the cell at a point of the window */
  pick(clientX, clientY) {
    return this.#map.pick(clientX, clientY);
  }

  /** @param {number} clientX @param {number} clientY @returns {Cell} the nearest */
  nearest(clientX, clientY) {
    return this.#map.nearest(clientX, clientY);
  }

  /** Where the cells are: CSS pixels of the canvas. */
  get box() {
    const ratio = this.#ratio;
    const { left, top, width, height } = this.#map.box;
    return { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio };
  }

  /** Changes all colours but the mark's. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#map.scheme(scheme);
    this.#drawMark();
  }

  /** Gives back the chart, the bitmaps and the observers. */
  destroy() {
    this.#mark = undefined;
    this.#map.destroy();
    this.#ctx.canvas.remove();
  }

  get #ratio() {
    return this.#under.clientWidth > 0 ? this.#under.width / this.#under.clientWidth : 1;
  }

  #drawMark() {
    const [mark, square, ctx] = [this.#mark, this.#square, this.#ctx];
    const { box } = this.#map;
    if (!mark || !square || box.width === 0) return;
    const { canvas } = ctx;
    if (canvas.width !== this.#under.width || canvas.height !== this.#under.height) {
      [canvas.width, canvas.height] = [this.#under.width, this.#under.height];
      canvas.style.width = this.#under.style.width;
      canvas.style.height = this.#under.style.height;
    }
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    const [across, down] = [box.width / square.size, box.height / square.size];
    const place = {
      x: box.left + (mark.column + 0.5) * across,
      y: box.top + (mark.row + 0.5) * down,
      across,
      down,
    };
    ctx.save();
    ctx.beginPath();
    ctx.rect(box.left, box.top, box.width, box.height);
    ctx.clip();
    if (square.masked) this.#hatch(box);
    this.#diagonal(box, mark.row - mark.column, place);
    ctx.restore();
    this.#edges(box, place, mark);
    this.#cell(place);
  }

  /** @param {{ left: number, top: number, width: number, height: number }} box */
  #hatch({ left, top, width, height }) {
    const ctx = this.#ctx;
    const step = HATCH * this.#ratio;
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(left, top);
    ctx.lineTo(left + width, top);
    ctx.lineTo(left + width, top + height);
    ctx.clip();
    ctx.strokeStyle = this.#palette.soft;
    ctx.globalAlpha = HATCHED;
    ctx.lineWidth = this.#ratio;
    ctx.beginPath();
    for (let x = left; x < left + 2 * width; x += step) {
      ctx.moveTo(x, top);
      ctx.lineTo(x - height, top + height);
    }
    ctx.stroke();
    ctx.restore();
  }

  /**
   * Two lines, with the diagonal's cells between them.
   *
   * @param {{ left: number, top: number, width: number }} box
   * @param {number} offset rows below the main diagonal
   * @param {{ across: number, down: number }} place
   */
  #diagonal({ left, top, width }, offset, { across, down }) {
    const ctx = this.#ctx;
    const apart = Math.max(1, (CELL * this.#ratio) / down);
    for (const [color, thick] of /** @type {const} */ ([
      [this.#palette.plot, 3],
      [this.#palette.ink, 1],
    ])) {
      ctx.strokeStyle = color;
      ctx.lineWidth = thick * this.#ratio;
      ctx.beginPath();
      for (const side of [-apart, apart]) {
        const from = top + (offset + side) * down;
        ctx.moveTo(left, from);
        ctx.lineTo(left + width, from + (width / across) * down);
      }
      ctx.stroke();
    }
  }

  /**
   * Lines to the numbers of the cell's row and column, in the colours of these.
   *
   * @param {{ left: number, top: number, width: number, height: number }} box
   * @param {{ x: number, y: number }} place
   * @param {Mark} mark
   */
  #edges({ left, top, height }, { x, y }, { rowColor, columnColor }) {
    const ctx = this.#ctx;
    const ratio = this.#ratio;
    const [bottom, size] = [top + height, POINTER * ratio];
    for (const [color, points] of /** @type {[string, [number, number][]][]} */ ([
      [
        rowColor,
        [
          [left - 1, y],
          [left - 1 - size, y - 0.7 * size],
          [left - 1 - size, y + 0.7 * size],
        ],
      ],
      [
        columnColor,
        [
          [x, bottom + 1],
          [x - 0.7 * size, bottom + 1 + size],
          [x + 0.7 * size, bottom + 1 + size],
        ],
      ],
    ])) {
      ctx.globalAlpha = 1;
      ctx.fillStyle = ctx.strokeStyle = color;
      ctx.beginPath();
      for (const [px, py] of points) ctx.lineTo(px, py);
      ctx.fill();
      const [[fromX, fromY] = [0, 0]] = points;
      ctx.globalAlpha = LEADING;
      ctx.lineWidth = LINE * ratio;
      ctx.beginPath();
      ctx.moveTo(fromX, fromY);
      ctx.lineTo(x, y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  /** @param {{ x: number, y: number, across: number, down: number }} place */
  #cell({ x, y, across, down }) {
    const ctx = this.#ctx;
    const ratio = this.#ratio;
    const width = Math.max(CELL * ratio, across) + 2 * ratio;
    const height = Math.max(CELL * ratio, down) + 2 * ratio;
    for (const [color, thick] of /** @type {const} */ ([
      [this.#palette.plot, 5],
      [this.#palette.ink, 2.5],
    ])) {
      ctx.strokeStyle = color;
      ctx.lineWidth = thick * ratio;
      ctx.strokeRect(x - width / 2, y - height / 2, width, height);
    }
  }
}
