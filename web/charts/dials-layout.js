/**
 * Where the dials of a plot stand, in CSS pixels.
 *
 * @typedef {object} DialGrid
 * @property {number} count dials
 * @property {number} columns
 * @property {number} rows
 * @property {number} left width of the gutter, where each row says the number of its first dial; 0 where the dials say it
 * @property {number} cellWidth
 * @property {number} cellHeight
 * @property {number} radius of a dial
 * @property {number} top from a cell's top to its dial
 * @property {number} fontSize of the labels
 * @property {boolean} isNamed whether a label says its dial's number too, on a line of its own
 * @property {number} height of all
 */

/** A dial is never larger than this, nor its cell narrower. */
const LARGEST_RADIUS = 108;
const NARROWEST = 35;

/** A dial with so wide a cell has room for two lines of text. */
const NAMED_FROM = 92;
const GUTTER = 28;

/** Rows that all begin at a round number are easier to count. */
const EVEN = 1.3;
const ROUND = 1.1;

/**
 * Chooses the grid with the largest dials among those that are not too tall; where none is, the dials are as small as
 * can be read, and the grid is as tall as it must be.
 *
 * @param {number} count dials, from 1
 * @param {number} width CSS pixels
 * @param {number} [tallest] how tall the grid should at most be, CSS pixels
 * @returns {DialGrid}
 */
export function dialGrid(count, width, tallest = 460) {
  let best = gridOf(count, width, 1);
  let bestScore = scoreOf(best, tallest);
  for (let columns = 2; columns <= count; columns += 1) {
    const grid = gridOf(count, width, columns);
    if (grid.cellWidth < NARROWEST) break;
    const score = scoreOf(grid, tallest);
    if (score >= bestScore) [best, bestScore] = [grid, score];
  }
  return best;
}

/** @param {number} count @param {number} width @param {number} columns @returns {DialGrid} */
function gridOf(count, width, columns) {
  const rows = Math.ceil(count / columns);
  const isNamed = width / columns >= NAMED_FROM;
  const left = isNamed ? 0 : Math.min(GUTTER, width / 8);
  const cellWidth = (width - left) / columns;
  const fontSize = isNamed ? 13 : cellWidth < 60 ? 11 : 12;
  const beside = Math.max(2.5, Math.min(10, cellWidth * 0.08));
  const radius = Math.max(1, Math.min(LARGEST_RADIUS, cellWidth / 2 - beside));
  const top = isNamed ? 10 : 5;
  const cellHeight = Math.ceil(top + 2 * radius + (isNamed ? 2.7 : 1.6) * fontSize + (isNamed ? 8 : 2));
  return {
    count,
    columns,
    rows,
    left,
    cellWidth,
    cellHeight,
    radius,
    top,
    fontSize,
    isNamed,
    height: rows * cellHeight,
  };
}

/** @param {DialGrid} grid @param {number} tallest */
function scoreOf({ count, columns, rows, radius, height }, tallest) {
  const even = rows === 1 || count % columns === 0 ? EVEN : columns % 4 === 0 ? ROUND : 1;
  return radius * even * Math.min(1, tallest / height) ** 3;
}

/** @param {DialGrid} grid @param {number} index @returns {number} CSS pixels from the left to a dial's centre */
export const dialX = ({ left, cellWidth, columns }, index) => left + ((index % columns) + 0.5) * cellWidth;

/** @param {DialGrid} grid @param {number} index @returns {number} CSS pixels from the top to a dial's centre */
export const dialY = ({ columns, cellHeight, top, radius }, index) =>
  Math.floor(index / columns) * cellHeight + top + radius;

/**
 * @param {DialGrid} grid
 * @param {number} x CSS pixels
 * @param {number} y
 * @returns {number | undefined} the dial whose cell holds the point
 */
export function dialAt({ count, columns, left, cellWidth, cellHeight }, x, y) {
  const column = Math.floor((x - left) / cellWidth);
  const row = Math.floor(y / cellHeight);
  const index = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && index < count ? index : undefined;
}
