import { CellsPlot, outlineCell } from './cells.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./heat-map-average.js').Cell} Cell */

/**
 * What is shaded, since it says little.
 *
 * @typedef {object} Veil
 * @property {readonly (readonly [number, number])[]} stretches first and last column of each, from the first row on
 * @property {((place: number) => number) | undefined} from the row from which on other columns are; column i reaches from place i to i + 1
 */

/**
 * @typedef {import('./cells.js').Cells & {
 *   veil?: (perPixel: import('./cells.js').PerPixel) => Veil,
 * }} HeatMap `veil`: at so many cells a device pixel
 */

/**
 * @typedef {object} Moment
 * @property {number} row the highlighted one; real, so that it can move evenly
 * @property {string} color
 * @property {Box} [lasso] a rectangle that is being drawn, CSS pixels of the canvas
 */

/** @typedef {import('./cells.js').Layout & { veil: Float64Array | undefined }} Layout for each CSS pixel across, from which one down it is shaded */
/** @typedef {import('./plot.js').View<Layout>} View */

/** CSS pixels: a highlighted row is a line, or from some height on a frame; the triangle that points to it; between two lines of the veil. */
const LINE = 3;
const FRAMED = 8;
const POINTER = 7;
const HATCH = 9;

/**
 * A table of signed values as colours, with a row that is highlighted, a cell that is chosen, and shade over what says little.
 *
 * @extends {CellsPlot<HeatMap, Moment | void, Cell, Layout>}
 */
export class HeatMapPlot extends CellsPlot {
  /** @param {number} width @override */
  heightFor(width) {
    return width <= 480 ? 320 : Math.max(280, Math.min(430, Math.round(width * 0.38)));
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    const layout = super.arrange(view);
    const veil = this.data?.veil?.(layout.perPixel);
    return { ...layout, veil: veil && heightsOf(veil, layout) };
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, view) {
    if (view.layout.veil) drawVeil(context, view, view.layout.veil);
  }

  /** @param {Context} context @param {View} view @param {Moment | void} moment @param {Cell | undefined} cell @override */
  moving(context, view, moment, cell) {
    if (moment) drawRow(context, view, moment);
    if (cell) outlineCell(context, view, cell);
    if (moment?.lasso) drawLasso(context, view, moment.lasso);
  }
}

/** @param {Context} context @param {View} view @param {Moment} moment */
function drawRow(context, { layout: { box, edges }, palette }, { row, color }) {
  const { left, width } = box;
  const perRow = box.height / (edges.bottom - edges.top);
  const middle = box.top + (row + 0.5 - edges.top) * perRow;
  const [first, last] = [box.top, box.top + box.height];
  context.fillStyle = color;
  if (middle < first || middle > last) {
    const isAbove = middle < first;
    drawTriangle(context, left, isAbove ? first : last, isAbove ? -1 : 1);
    return;
  }
  drawTriangle(context, left, middle, 0);
  const isThin = perRow < FRAMED;
  const height = isThin ? LINE : perRow;
  const from = Math.max(first, Math.min(last - height, middle - height / 2));
  if (isThin) {
    context.fillStyle = palette.plot;
    context.fillRect(left, from - 1, width, height + 2);
    context.fillStyle = color;
    context.fillRect(left, from, width, height);
    return;
  }
  for (const [style, thick] of /** @type {[string, number][]} */ ([
    [palette.plot, 5],
    [color, 2.5],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = thick;
    context.strokeRect(left, from, width, height);
  }
}

/** Points from the left to a row, or up or down to where it is. @param {Context} context @param {number} right @param {number} y @param {-1 | 0 | 1} way */
function drawTriangle(context, right, y, way) {
  const end = right - 2;
  context.beginPath();
  if (way === 0) {
    context.moveTo(end, y);
    context.lineTo(end - POINTER, y - POINTER * 0.7);
    context.lineTo(end - POINTER, y + POINTER * 0.7);
  } else {
    context.moveTo(end - POINTER, y);
    context.lineTo(end - 2 * POINTER, y - way * POINTER);
    context.lineTo(end, y - way * POINTER);
  }
  context.fill();
}

/** @param {Context} context @param {View} view @param {Box} lasso */
function drawLasso(context, { layout: { box }, palette }, lasso) {
  const inside = (/** @type {number} */ at, /** @type {number} */ low, /** @type {number} */ size) =>
    Math.min(low + size, Math.max(low, at));
  const left = inside(lasso.left, box.left, box.width);
  const top = inside(lasso.top, box.top, box.height);
  const width = inside(lasso.left + lasso.width, box.left, box.width) - left;
  const height = inside(lasso.top + lasso.height, box.top, box.height) - top;
  context.fillStyle = palette.accent;
  context.strokeStyle = palette.accent;
  context.globalAlpha = 0.18;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.strokeRect(left, top, width, height);
}

/**
 * @param {Veil} veil
 * @param {import('./cells.js').Layout} layout
 * @returns {Float64Array | undefined} for each CSS pixel across, from which one down it is shaded; undefined where none is
 */
function heightsOf({ stretches, from }, { box: { top, width, height }, edges }) {
  if (stretches.length === 0 && !from) return undefined;
  const perPixel = (edges.right - edges.left) / width;
  const perRow = height / (edges.bottom - edges.top);
  let isSeen = false;
  const heights = Float64Array.from({ length: Math.ceil(width) }, (_, x) => {
    const place = edges.left + (x + 0.5) * perPixel;
    const isWhole = stretches.some(([first, last]) => place >= first && place < last + 1);
    const row = isWhole ? edges.top : (from?.(place) ?? Number.POSITIVE_INFINITY);
    const down = Math.min(height, Math.max(0, (row - edges.top) * perRow));
    isSeen ||= down < height;
    return top + down;
  });
  return isSeen ? heights : undefined;
}

/** @param {Context} context @param {View} view @param {Float64Array} heights */
function drawVeil(context, { layout: { box }, palette, ratio }, heights) {
  const { left, top, width, height } = box;
  const [right, bottom] = [left + width, top + height];
  const end = (/** @type {number} */ x) => Math.min(right, left + x + 1);
  context.save();
  context.beginPath();
  context.moveTo(left, bottom);
  for (let x = 0; x < heights.length; x += 1) {
    context.lineTo(left + x, heights[x]);
    context.lineTo(end(x), heights[x]);
  }
  context.lineTo(right, bottom);
  context.clip();
  context.globalAlpha = 0.45;
  context.fillStyle = palette.plot;
  context.fillRect(left, top, width, height);
  context.fillStyle = palette.soft;
  context.strokeStyle = palette.soft;
  context.globalAlpha = 0.1;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 0.28;
  context.lineWidth = Math.max(1 / ratio, 0.75);
  context.beginPath();
  for (let x = left - height; x < right; x += HATCH) {
    context.moveTo(x, bottom);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
  context.strokeStyle = palette.soft;
  context.lineWidth = Math.max(1, Math.round(ratio)) / ratio;
  context.beginPath();
  for (let x = 1; x < heights.length; x += 1) {
    const [before, here] = [heights[x - 1], heights[x]];
    // Along the map's own sides there is no line.
    if (before === here && (here === top || here === bottom)) continue;
    context.moveTo(left + x - 0.5, before);
    context.lineTo(left + x - 0.5, here);
    context.lineTo(left + x + 0.5, here);
  }
  context.stroke();
}
