import { CellsPlot, LEAST, outlineCell } from './cells.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./heat-map-average.js').Cell} Cell */
/** @typedef {import('./plot.js').View<import('./cells.js').Layout>} View */

/** @typedef {import('./cells.js').Cells & { masked: boolean }} ScoreMatrix `masked`: whether the cells right of the main diagonal count for nothing */
/** @typedef {Cell & { rowColor: string, columnColor: string }} Mark a cell, real while it moves, and the colours of its row and column */

/** CSS pixels: the marked cell's outline, lines, a triangle at the edge, between two lines of a hatch. */
const MARKED = 2.5;
const LINE = 2;
const POINTER = 7;
const HATCH = 8;

/** How strong the lines from a cell to its edges are, and the hatch over what counts for nothing. */
const LEADING = 0.9;
const HATCHED = 0.3;

/**
 * A square table of signed values as colours, with a marked cell, and the diagonal that it moves along. Another cell can be chosen.
 *
 * @extends {CellsPlot<ScoreMatrix, Mark, Cell>}
 */
export class ScoreMatrixPlot extends CellsPlot {
  /** @param {number} width @override */
  heightFor(width) {
    return width;
  }

  /** What is masked has no score, not even a finite one. @override */
  table() {
    const { name, columns } = super.table();
    const [queries, ...keys] = columns;
    if (!this.end?.masked) return { name, columns };
    const masked = keys.map(({ values, ...rest }, key) => ({
      ...rest,
      values: Array.from(/** @type {ArrayLike<number>} */ (values), (value, query) =>
        key > query ? Number.NEGATIVE_INFINITY : value,
      ),
    }));
    return { name, columns: [queries, ...masked] };
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, { layout: { box }, palette }) {
    if (!this.data?.masked) return;
    const { left, top, width, height } = box;
    context.save();
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left + width, top);
    context.lineTo(left + width, top + height);
    context.clip();
    context.strokeStyle = palette.soft;
    context.globalAlpha = HATCHED;
    context.lineWidth = 1;
    context.beginPath();
    for (let x = left; x < left + 2 * width; x += HATCH) {
      context.moveTo(x, top);
      context.lineTo(x - height, top + height);
    }
    context.stroke();
    context.restore();
  }

  /** @param {Context} context @param {View} view @param {Mark | undefined} mark @param {Cell | undefined} cell @override */
  moving(context, view, mark, cell) {
    if (cell) outlineCell(context, view, cell);
    if (!mark) return;
    drawDiagonal(context, view, mark.row - mark.column);
    drawEdges(context, view, mark);
    outlineCell(context, view, mark, MARKED);
  }
}

/** Two lines, with the diagonal's cells between them. @param {Context} context @param {View} view @param {number} offset rows below the main diagonal */
function drawDiagonal(context, { layout: { box, edges }, palette }, offset) {
  const { left, top, width, height } = box;
  const down = height / edges.bottom;
  const apart = Math.max(1, LEAST / down);
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  for (const [color, thick] of /** @type {const} */ ([
    [palette.plot, 3],
    [palette.ink, 1],
  ])) {
    context.strokeStyle = color;
    context.lineWidth = thick;
    context.beginPath();
    for (const side of [-apart, apart]) {
      const from = top + (offset + side) * down;
      context.moveTo(left, from);
      context.lineTo(left + width, from + height);
    }
    context.stroke();
  }
  context.restore();
}

/** Lines to the numbers of the cell's row and column, in the colours of these. @param {Context} context @param {View} view @param {Mark} mark */
function drawEdges(context, { layout: { box, edges } }, mark) {
  const { left, top, width, height } = box;
  const bottom = top + height;
  const x = left + ((mark.column + 0.5) * width) / edges.right;
  const y = top + ((mark.row + 0.5) * height) / edges.bottom;
  for (const [color, points] of /** @type {[string, [number, number][]][]} */ ([
    [
      mark.rowColor,
      [
        [left - 1, y],
        [left - 1 - POINTER, y - 0.7 * POINTER],
        [left - 1 - POINTER, y + 0.7 * POINTER],
      ],
    ],
    [
      mark.columnColor,
      [
        [x, bottom + 1],
        [x - 0.7 * POINTER, bottom + 1 + POINTER],
        [x + 0.7 * POINTER, bottom + 1 + POINTER],
      ],
    ],
  ])) {
    context.fillStyle = color;
    context.strokeStyle = color;
    context.beginPath();
    for (const [px, py] of points) context.lineTo(px, py);
    context.fill();
    const [[fromX, fromY]] = points;
    context.globalAlpha = LEADING;
    context.lineWidth = LINE;
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(x, y);
    context.stroke();
    context.globalAlpha = 1;
  }
}
