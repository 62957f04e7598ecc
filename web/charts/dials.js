import { Chart, LinearScale } from 'chart.js';
import { drawRing } from './arrow-shape.js';
import { fontFamily, mix } from './colors.js';
import { DialElement, DialsController, dialsOn, drawHand, drawTurns } from './dials-controller.js';
import { Plot } from './plot.js';
import { measuring } from './text.js';

Chart.register(DialElement, DialsController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {Readonly<import('./colors.js').Palette>} Palette */
/** @typedef {{ x: number, y: number }} Point CSS pixels from the canvas's left and top */
/** @typedef {{ text: string, left: number, top: number, width: number, height: number }} DialLabel its box in CSS pixels */

/**
 * What rests on the dials.
 *
 * @typedef {object} Dials
 * @property {string} name of all of them
 * @property {ArrayLike<number>} reach turns that each dial makes in all: one of less than 1 is marked as unfinished
 * @property {readonly string[]} labels under each dial
 * @property {readonly string[]} shortLabels the same for narrow cells
 * @property {readonly string[]} names of the dials, for wide cells
 * @property {readonly string[]} numbers of the dials, for the gutter
 * @property {readonly import('./plot.js').Column[]} columns what the labels stand for, in numbers: a row a dial
 * @property {{ dial: string, turns: string, reach: string }} words names of the table's other columns
 */

/**
 * The hands at one moment. The lists may be longer than there are dials, and are read from `start` on.
 *
 * @typedef {object} Hands
 * @property {ArrayLike<number>} cos of the angle from the x axis, counterclockwise
 * @property {ArrayLike<number>} sin
 * @property {ArrayLike<number>} turns made so far, whole ones and a part
 * @property {number} start index of the first dial's
 * @property {number} ghosts index of the first thin hand's in `cos` and `sin`, −1 for none
 * @property {string} color `#rrggbb`
 */

/** @typedef {{ grid: DialGrid, values: DialLabel[], names: DialLabel[], centres: Point[] }} Layout */
/** @typedef {import('./plot.js').View<Layout>} View */

/** The ring round a chosen dial: its line, and its distance from the rim where there is room, in pixels. */
const RING = { width: 2.5, apart: 3 };

/** How strong rims and sectors are against the plot; a rim carries meaning, so it has WCAG's 3:1. */
const RIM = 0.72;
const SECTOR = 0.2;

/** A thin hand that is no farther from the other is the same, but for rounding: parts of the radius. */
const SAME = 1e-5;

/**
 * Dials in a grid, each with a hand that turns counterclockwise. A dial that makes less than one turn in all has a broken rim, and
 * a sector as far as it gets.
 *
 * @extends {Plot<Dials, Hands, number, Layout>}
 */
export class DialsPlot extends Plot {
  /**
   * @param {number} width CSS pixels
   * @param {number} [tallest] what the height should not exceed, where the dials stay legible
   * @override
   */
  heightFor(width, tallest) {
    return this.#gridIn(width, tallest).height;
  }

  /** @param {number} width @param {number} [tallest] */
  #gridIn(width, tallest) {
    return dialGrid(Math.max(1, this.data?.reach.length ?? 0), width, tallest);
  }

  /** @param {Dials} data @param {import('./plot.js').Environment} environment @override @returns {import('chart.js').ChartConfiguration<'dials'>} */
  config({ reach }, { width, height, palette }) {
    const grid = this.#gridIn(width, height);
    const data = Array.from(reach, (turns, i) => ({ x: dialX(grid, i), y: dialY(grid, i), reach: turns }));
    const style = {
      radius: grid.radius,
      borderColor: mix(palette.soft, palette.plot, RIM),
      borderWidth: grid.radius < 30 ? 1 : 1.25,
      sectorColor: mix(palette.soft, palette.plot, SECTOR),
    };
    return dialsOn({ width, height }, data, style);
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange({ width, height }) {
    const grid = this.#gridIn(width, height);
    const dials = /** @type {Dials} */ (this.data);
    const centres = Array.from(dials.reach, (_, i) => ({ x: dialX(grid, i), y: dialY(grid, i) }));
    return { grid, centres, ...placeLabels(grid, dials) };
  }

  /** @param {Context} context @param {View} view @override */
  background(context, view) {
    super.background(context, view);
    const { grid, values, names } = view.layout;
    context.font = fontOf(grid.fontSize);
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillStyle = view.palette.soft;
    for (const { text, left, top, height } of names) context.fillText(text, left, top + height / 2);
    context.fillStyle = view.palette.ink;
    for (const { text, left, top, height } of values) context.fillText(text, left, top + height / 2);
  }

  /** @param {Context} context @param {View} view @param {Hands | undefined} hands @param {number | undefined} selection @override */
  moving(context, { layout: { grid, centres }, palette }, hands, selection) {
    if (hands) drawHands(context, centres, grid.radius, hands, palette);
    const dial = centres[selection ?? -1];
    if (!dial) return;
    const apart = Math.min(RING.apart, grid.cellWidth / 2 - grid.radius - RING.width / 2);
    drawRing(context, dial.x, dial.y, grid.radius + apart, RING.width, palette.accent);
  }

  /** @override */
  table() {
    const { name, numbers, columns, reach, words } = /** @type {Dials} */ (this.end);
    const { turns = [], start = 0 } = this.moment ?? {};
    return {
      name,
      columns: [
        { name: words.dial, unit: '', values: numbers.map(Number) },
        ...columns,
        { name: words.reach, unit: 'turns', values: Array.from(reach) },
        { name: words.turns, unit: 'turns', values: Array.from(reach, (_, i) => turns[start + i]) },
      ],
    };
  }

  /** @param {Point} point @returns {number | undefined} the dial in whose cell it lies */
  pick({ x, y }) {
    const { view } = this;
    return view && dialAt(view.layout.grid, x, y);
  }

  /** @param {number} index @returns {Point & { radius: number }} */
  dial(index) {
    const { grid, centres } = this.view?.layout ?? { grid: { radius: 0 }, centres: [] };
    return { ...(centres[index] ?? { x: 0, y: 0 }), radius: grid.radius };
  }

  /** How many dials stand in a row. */
  get columns() {
    return this.view?.layout.grid.columns ?? 1;
  }

  /** Every word and number that is shown. @returns {DialLabel[]} */
  get texts() {
    const { values, names } = this.view?.layout ?? { values: [], names: [] };
    return [...values, ...names];
  }
}

/**
 * Where the words and numbers stand. Long labels are used where all of them have room.
 *
 * @param {DialGrid} grid
 * @param {Dials} dials
 * @returns {{ values: DialLabel[], names: DialLabel[] }}
 */
function placeLabels(grid, dials) {
  const { fontSize, cellWidth, radius, isNamed, count, columns } = grid;
  const ctx = measuring(fontOf(fontSize));
  const wide = dials.labels.every((label) => ctx.measureText(label).width <= cellWidth - 5);
  const texts = wide ? dials.labels : dials.shortLabels;
  /** @type {DialLabel[]} */
  const values = [];
  /** @type {DialLabel[]} */
  const names = [];
  const centred = (/** @type {string} */ text, /** @type {number} */ i, /** @type {number} */ y) => {
    const width = ctx.measureText(text).width;
    return { text, left: dialX(grid, i) - width / 2, top: y, width, height: fontSize * 1.2 };
  };
  for (let i = 0; i < count; i += 1) {
    const under = dialY(grid, i) + radius + fontSize * 0.3;
    if (isNamed) names.push(centred(dials.names[i], i, under));
    else if (i % columns === 0) names.push(inGutter(ctx, grid, i, dials.numbers[i]));
    values.push(centred(texts[i], i, isNamed ? under + fontSize * 1.2 : under));
  }
  return { values, names };
}

/** @param {Context} ctx @param {DialGrid} grid @param {number} index @param {string} text @returns {DialLabel} */
function inGutter(ctx, grid, index, text) {
  const width = ctx.measureText(text).width;
  const height = grid.fontSize * 1.2;
  return { text, left: grid.left - 6 - width, top: dialY(grid, index) - height / 2, width, height };
}

/** @param {number} size CSS pixels */
const fontOf = (size) => `${size}px ${fontFamily}`;

/**
 * Draws the hands of all dials. Allocates nothing.
 *
 * @param {Context} ctx
 * @param {readonly Point[]} dials their centres, pixels
 * @param {number} radius
 * @param {Hands} hands
 * @param {Palette} palette
 */
function drawHands(ctx, dials, radius, { cos, sin, turns, start, ghosts, color }, palette) {
  for (let i = 0; i < dials.length; i += 1) {
    const { x, y } = dials[i];
    const own = start + i;
    const ghost = ghosts + i;
    drawTurns(ctx, x, y, radius, turns[own], color);
    if (ghosts >= 0 && Math.abs(cos[ghost] - cos[own]) + Math.abs(sin[ghost] - sin[own]) >= SAME) {
      ctx.strokeStyle = palette.soft;
      ctx.lineWidth = radius < 24 ? 1 : 1.25;
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + radius * cos[ghost], y - radius * sin[ghost]);
      ctx.stroke();
    }
    drawHand(ctx, x, y, radius, cos[own], sin[own], color);
  }
}

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
