/**
 * A table of values and the sums that make averages over many rows cheap.
 *
 * @typedef {object} Cells
 * @property {Float32Array} values `[rows, columns]`
 * @property {number} rows
 * @property {number} columns
 * @property {Float64Array} sums row k: of each column, the sum of the rows before `BLOCK * k`
 */

/**
 * @typedef {object} Edges what part of a table is shown, in cells: cell i reaches from i to i + 1
 * @property {number} top
 * @property {number} bottom
 * @property {number} left
 * @property {number} right
 */

/** @typedef {{ row: number, column: number }} Cell */

/** Rows from one kept sum to the next. The loops are written for this number. */
const BLOCK = 4;

/** From so many pixels a cell, its edges are put on whole pixels. Below, rounding would make some cells twice as wide as others. */
export const CRISP = 3;

/**
 * @param {Float32Array} values `[rows, columns]`
 * @param {number} rows
 * @param {number} columns
 * @returns {Cells}
 * @throws {RangeError} where the sizes do not fit
 */
export function cellsOf(values, rows, columns) {
  if (values.length !== rows * columns)
    throw new RangeError(`values must have length ${rows * columns}, got ${values.length}`);
  const blocks = Math.floor((rows - 1) / BLOCK);
  const sums = new Float64Array((blocks + 1) * columns);
  for (let block = 0; block < blocks; block += 1) {
    const to = (block + 1) * columns;
    for (let i = block * BLOCK * columns, c = 0; c < columns; i += 1, c += 1) {
      sums[to + c] =
        sums[to - columns + c] +
        values[i] +
        values[i + columns] +
        values[i + 2 * columns] +
        values[i + 3 * columns];
    }
  }
  return { values, rows, columns, sums };
}

/**
 * Averages of the table, exact but for rounding of doubles: each pixel's is weighted by the area that it shares with each cell. Along an
 * axis where cells are `CRISP` pixels or more, it is the cell at the pixel's middle.
 *
 * @param {Cells} cells
 * @param {Edges} edges inside the table
 * @param {number} width pixels
 * @param {number} height
 * @param {(line: Float64Array, y: number, count: number) => void} put takes the values of the pixels from `y` to `y + count - 1`, which are
 *   the same; `line` is used again
 */
export function averages(cells, edges, width, height, put) {
  const across = acrossOf(cells, edges, width);
  const { first, line, out } = across;
  const { top, bottom } = edges;
  const { values, columns, rows } = cells;
  const perPixel = (bottom - top) / height;
  if (perPixel <= 1 / CRISP) {
    for (let y = 0, count = 1; y < height; y += count) {
      const row = rowAt(top, perPixel, y, rows);
      count = 1;
      while (y + count < height && rowAt(top, perPixel, y + count, rows) === row) count += 1;
      const start = row * columns + first;
      for (let i = 0; i < line.length - 1; i += 1) line[i] = values[start + i];
      spread(across);
      put(out, y, count);
    }
    return;
  }
  const above = new Float64Array(line.length);
  between(cells, top, first, 1, above, line);
  for (let y = 0; y < height; y += 1) {
    const to = y + 1 === height ? bottom : top + (y + 1) * perPixel;
    between(cells, to, first, 1 / perPixel, above, line);
    spread(across);
    put(out, y, 1);
  }
}

/** @param {number} top @param {number} perPixel @param {number} y @param {number} rows */
const rowAt = (top, perPixel, y, rows) => Math.min(rows - 1, Math.floor(top + (y + 0.5) * perPixel));

/**
 * What lies between the height before and the next one, in the columns that are shown. All in one loop, because this is where the
 * time goes.
 *
 * @param {Cells} cells
 * @param {number} height in rows, real
 * @param {number} first column
 * @param {number} factor of the result
 * @param {Float64Array} above the sums of all rows above the height before; becomes those above this one
 * @param {Float64Array} line takes the result
 */
function between({ values, sums, rows, columns }, height, first, factor, above, line) {
  const row = Math.min(rows - 1, Math.floor(height));
  const block = Math.floor(row / BLOCK);
  const weight = (/** @type {number} */ i) => Math.min(1, Math.max(0, height - block * BLOCK - i));
  const start = (/** @type {number} */ i) => Math.min(rows - 1, block * BLOCK + i) * columns + first;
  const [a, b, c, d] = [weight(0), weight(1), weight(2), weight(3)];
  const [rowA, rowB, rowC, rowD] = [start(0), start(1), start(2), start(3)];
  const kept = block * columns + first;
  for (let i = 0; i < line.length - 1; i += 1) {
    const sum =
      sums[kept + i] +
      a * values[rowA + i] +
      b * values[rowB + i] +
      c * values[rowC + i] +
      d * values[rowD + i];
    line[i] = (sum - above[i]) * factor;
    above[i] = sum;
  }
}

/**
 * Where the edges (or, where cells are wide, the middles) of the pixels lie among the columns.
 *
 * @typedef {object} Across
 * @property {number} first column that is used
 * @property {Float64Array} line a value for each column from `first` on, and a zero
 * @property {Float64Array} out a value for each pixel
 * @property {Int32Array} column from `first` on
 * @property {Float64Array | undefined} part of that column before the edge; none where cells are wide
 * @property {number} perPixel columns
 */

/** @param {Cells} cells @param {Edges} edges @param {number} width @returns {Across} */
function acrossOf({ columns }, { left, right }, width) {
  const perPixel = (right - left) / width;
  const first = Math.min(columns - 1, Math.floor(left));
  const last = Math.min(columns - 1, Math.ceil(right) - 1);
  const crisp = perPixel <= 1 / CRISP;
  const column = new Int32Array(crisp ? width : width + 1);
  const part = crisp ? undefined : new Float64Array(width + 1);
  for (let x = 0; x < column.length; x += 1) {
    const at = x === width ? right : left + (crisp ? x + 0.5 : x) * perPixel;
    const cell = Math.min(last, Math.floor(at));
    column[x] = cell - first;
    if (part) part[x] = at - cell;
  }
  const line = new Float64Array(last - first + 2);
  return { first, line, out: new Float64Array(width), column, part, perPixel };
}

/** Brings a line of columns to pixels. @param {Across} across */
function spread({ line, out, column, part, perPixel }) {
  if (!part) {
    for (let x = 0; x < out.length; x += 1) out[x] = line[column[x]];
    return;
  }
  const share = 1 / perPixel;
  let cell = column[0];
  let sum = 0;
  let before = part[0] * line[cell];
  for (let x = 0; x < out.length; x += 1) {
    const end = column[x + 1];
    for (; cell < end; cell += 1) sum += line[cell];
    const after = sum + part[x + 1] * line[end];
    out[x] = (after - before) * share;
    before = after;
  }
}

/**
 * @param {Edges} edges what is shown
 * @param {number} x from its left (0) to its right (1); what lies outside counts as its edge
 * @param {number} y from its top to its bottom
 * @returns {Cell}
 */
export function cellAt({ top, bottom, left, right }, x, y) {
  const at = (/** @type {number} */ part, /** @type {number} */ from, /** @type {number} */ to) =>
    Math.max(Math.floor(from), Math.min(Math.ceil(to) - 1, Math.floor(from + part * (to - from))));
  return { row: at(y, top, bottom), column: at(x, left, right) };
}
