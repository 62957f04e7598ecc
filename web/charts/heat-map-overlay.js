import { drawVeil } from './heat-map-veil.js';

/** @typedef {import('./heat-map-average.js').Edges} Edges */
/** @typedef {import('./heat-map-controller.js').Box} Box */

/** @typedef {import('./heat-map-veil.js').Veil} Veil */

/**
 * @typedef {object} Over what lies over a heat map
 * @property {{ row: number, color: string } | undefined} cursor the highlighted row; real, so that it can move evenly
 * @property {{ row: number, column: number } | undefined} cell the chosen one
 * @property {Veil} veiled
 * @property {{ left: number, top: number, right: number, bottom: number } | undefined} lasso CSS pixels of the canvas
 */

/** CSS pixels: a highlighted row is a line, or from some height on a frame; the least size of a chosen cell. */
const LINE = 3;
const FRAMED = 8;
const CELL = 9;

/** What is drawn over the picture, on a canvas of its own: the picture below keeps its colours, and need not be drawn again. */
export class HeatMapOverlay {
  #ctx;
  #ratio = 1;

  /** @param {HTMLCanvasElement} under the canvas that this one lies on */
  constructor(under) {
    const canvas = under.ownerDocument.createElement('canvas');
    canvas.dataset.layer = 'overlay';
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
    canvas.width = 0;
    canvas.height = 0;
    under.after(canvas);
    this.#ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  }

  /** @param {HTMLCanvasElement} under @param {number} ratio device pixels a CSS pixel */
  fit(under, ratio) {
    const { canvas } = this.#ctx;
    [canvas.width, canvas.height] = [under.width, under.height];
    [canvas.style.width, canvas.style.height] = [under.style.width, under.style.height];
    this.#ratio = ratio;
  }

  /**
   * @param {Over} over
   * @param {Box} box of the map, device pixels
   * @param {Edges} edges what of the table is in it
   * @param {Readonly<import('./palette.js').Palette>} palette
   */
  draw(over, box, edges, palette) {
    const ctx = this.#ctx;
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    if (box.width === 0 || box.height === 0) return;
    drawVeil(ctx, over.veiled, { box, edges, ratio: this.#ratio }, palette);
    if (over.cursor) this.#row(over.cursor, box, edges, palette);
    if (over.cell) this.#cell(over.cell, box, edges, palette);
    if (over.lasso) this.#lasso(over.lasso, box, palette);
  }

  /**
   * @param {{ row: number, color: string }} cursor
   * @param {Box} box
   * @param {Edges} edges
   * @param {Readonly<import('./palette.js').Palette>} palette
   */
  #row({ row, color }, box, { top, bottom }, palette) {
    const ctx = this.#ctx;
    const ratio = this.#ratio;
    const perRow = box.height / (bottom - top);
    const middle = box.top + (row + 0.5 - top) * perRow;
    const [first, last] = [box.top, box.top + box.height];
    ctx.fillStyle = ctx.strokeStyle = color;
    if (middle < first || middle > last) {
      this.#pointer(box.left, middle < first ? first : last, middle < first ? -1 : 1);
      return;
    }
    this.#pointer(box.left, middle, 0);
    const thin = perRow < FRAMED * ratio;
    const height = thin ? LINE * ratio : perRow;
    const from = Math.max(first, Math.min(last - height, middle - height / 2));
    ctx.fillStyle = palette.plot;
    if (thin) {
      ctx.fillRect(box.left, from - ratio, box.width, height + 2 * ratio);
      ctx.fillStyle = color;
      ctx.fillRect(box.left, from, box.width, height);
      return;
    }
    for (const [style, width] of /** @type {[string, number][]} */ ([
      [palette.plot, 5],
      [color, 2.5],
    ])) {
      ctx.strokeStyle = style;
      ctx.lineWidth = width * ratio;
      ctx.strokeRect(box.left, from, box.width, height);
    }
  }

  /** A small triangle in the gutter. @param {number} x its right end @param {number} y @param {-1 | 0 | 1} way to the right, or up, or down */
  #pointer(x, y, way) {
    const ctx = this.#ctx;
    const size = 7 * this.#ratio;
    ctx.beginPath();
    if (way === 0) {
      ctx.moveTo(x - 2, y);
      ctx.lineTo(x - 2 - size, y - size * 0.7);
      ctx.lineTo(x - 2 - size, y + size * 0.7);
    } else {
      ctx.moveTo(x - 2 - size, y);
      ctx.lineTo(x - 2 - 2 * size, y - way * size);
      ctx.lineTo(x - 2, y - way * size);
    }
    ctx.fill();
  }

  /**
   * @param {{ row: number, column: number }} cell
   * @param {Box} box
   * @param {Edges} edges
   * @param {Readonly<import('./palette.js').Palette>} palette
   */
  #cell({ row, column }, box, edges, palette) {
    const { top, bottom } = edges;
    if (row + 1 <= top || row >= bottom || column + 1 <= edges.left || column >= edges.right) return;
    const ctx = this.#ctx;
    const ratio = this.#ratio;
    const perRow = box.height / (bottom - top);
    const [left, right] = across([column, column], box, edges);
    const width = Math.max(CELL * ratio, right - left) + 2 * ratio;
    const height = Math.max(CELL * ratio, perRow) + 2 * ratio;
    const x = (left + right - width) / 2;
    const y = box.top + (row + 0.5 - top) * perRow - height / 2;
    ctx.lineWidth = 4 * ratio;
    ctx.strokeStyle = palette.plot;
    ctx.strokeRect(x, y, width, height);
    ctx.lineWidth = 2 * ratio;
    ctx.strokeStyle = palette.ink;
    ctx.strokeRect(x, y, width, height);
  }

  /**
   * @param {{ left: number, top: number, right: number, bottom: number }} lasso
   * @param {Box} box
   * @param {Readonly<import('./palette.js').Palette>} palette
   */
  #lasso(lasso, box, palette) {
    const ctx = this.#ctx;
    const inside = (/** @type {number} */ v, /** @type {number} */ low, /** @type {number} */ size) =>
      Math.min(low + size, Math.max(low, v * this.#ratio));
    const left = inside(lasso.left, box.left, box.width);
    const top = inside(lasso.top, box.top, box.height);
    const width = inside(lasso.right, box.left, box.width) - left;
    const height = inside(lasso.bottom, box.top, box.height) - top;
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = palette.accent;
    ctx.globalAlpha = 0.18;
    ctx.fillRect(left, top, width, height);
    ctx.globalAlpha = 1;
    ctx.lineWidth = 2 * this.#ratio;
    ctx.strokeRect(left, top, width, height);
    ctx.restore();
  }

  destroy() {
    this.#ctx.canvas.remove();
  }
}

/**
 * @param {readonly [number, number]} columns first and last
 * @param {Box} box
 * @param {Edges} edges
 * @returns {[number, number]} device pixels, inside the box
 */
function across([first, last], { left, width }, edges) {
  const at = (/** @type {number} */ column) =>
    left + width * Math.min(1, Math.max(0, (column - edges.left) / (edges.right - edges.left)));
  return [at(first), at(last + 1)];
}
