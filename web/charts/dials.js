import { Chart, LinearScale } from 'chart.js';
import { drawArrow, drawRing } from './arrow-shape.js';
import { mix } from './color-space.js';
import { DialElement, DialsController } from './dials-controller.js';
import { dialAt, dialGrid, dialX, dialY } from './dials-layout.js';
import { fontFamily } from './palette.js';
import { Plot } from './plot.js';
import { measuring } from './text.js';

export { dialGrid } from './dials-layout.js';

Chart.register(DialElement, DialsController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./dials-layout.js').DialGrid} DialGrid */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */
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
 * @property {{ turns: string, reach: string }} words names of the table's other columns
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

/** A small tick needs a dial of this radius, in pixels. */
const TICKED_FROM = 22;

/** How strong rims and sectors are against the plot; a rim carries meaning, so it has WCAG's 3:1. */
const RIM = 0.72;
const SECTOR = 0.2;

/** Pixels of a dash and its gap. */
const DASH = 7;

/** A hand is an arrow on dials of this radius, in pixels; on smaller ones it is a line. */
const ARROW_FROM = 32;

/** A hand ends at this part of its dial's radius. */
export const HAND = 0.86;

/** A thin hand that is no farther from the other is the same, but for rounding: parts of the radius. */
const SAME = 1e-5;

/** How faint the ring of turns made is, and the arc and the sector of the turn that runs. */
const MADE = 0.25;
const RUNNING = 0.6;
const SWEPT = 0.13;

/**
 * Dials in a grid, each with a hand that turns counterclockwise. A dial that makes less than one turn in all has a broken rim, and
 * a sector as far as it gets.
 *
 * @extends {Plot<Dials, Hands, number, Layout>}
 */
export class DialsPlot extends Plot {
  #tallest = 460;

  /**
   * @param {number} width CSS pixels
   * @param {number} [tallest] what the height should not exceed, where the dials stay legible
   * @override
   */
  heightFor(width, tallest = this.#tallest) {
    this.#tallest = tallest;
    return this.#gridFor(width).height;
  }

  /** @param {number} width */
  #gridFor(width) {
    return dialGrid(Math.max(1, this.data?.reach.length ?? 0), width, this.#tallest);
  }

  /** @param {Dials} data @param {import('./plot.js').Environment} environment @override @returns {import('chart.js').ChartConfiguration<'dials'>} */
  config({ reach }, { width, height }) {
    const grid = this.#gridFor(width);
    const data = Array.from(reach, (_, i) => ({ x: dialX(grid, i), y: dialY(grid, i) }));
    return {
      type: 'dials',
      data: { datasets: [{ data, radius: grid.radius }] },
      options: {
        scales: {
          x: { display: false, min: 0, max: width },
          y: { display: false, min: 0, max: height, reverse: true },
        },
      },
    };
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange({ width }) {
    const grid = this.#gridFor(width);
    const dials = /** @type {Dials} */ (this.data);
    const centres = Array.from(dials.reach, (_, i) => ({ x: dialX(grid, i), y: dialY(grid, i) }));
    return { grid, centres, ...placeLabels(grid, dials) };
  }

  /** @param {Context} context @param {View} view @override */
  background(context, view) {
    super.background(context, view);
    const { grid, values, names } = view.layout;
    drawRims(context, grid, view.palette, /** @type {Dials} */ (this.data));
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
    const { name, numbers, columns, reach, words } = /** @type {Dials} */ (this.data);
    const { turns = [], start = 0 } = this.moment ?? {};
    return {
      name,
      columns: [
        { name: 'pair', unit: '', values: numbers.map(Number) },
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

/** @param {Context} ctx @param {DialGrid} grid @param {Palette} palette @param {Dials} dials */
function drawRims(ctx, grid, palette, { reach }) {
  const { radius, count } = grid;
  const strong = mix(palette.soft, palette.plot, RIM);
  const sector = mix(palette.soft, palette.plot, SECTOR);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [dialX(grid, i), dialY(grid, i)];
    const isUnfinished = reach[i] < 1;
    if (isUnfinished) drawSector(ctx, x, y, radius, reach[i], sector, strong);
    ctx.strokeStyle = strong;
    ctx.lineWidth = radius < 30 ? 1 : 1.25;
    if (isUnfinished) ctx.setLineDash(dashesOf(radius));
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.setLineDash([]);
    drawTicks(ctx, x, y, radius);
  }
}

/** Whole dashes round the rim. @param {number} radius */
function dashesOf(radius) {
  const pairs = Math.max(8, Math.round((2 * Math.PI * radius) / DASH));
  const dash = (Math.PI * radius) / pairs;
  return [dash, dash];
}

/**
 * From angle 0 counterclockwise.
 *
 * @param {Context} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} turns
 * @param {string} fill
 * @param {string} edge
 */
function drawSector(ctx, x, y, radius, turns, fill, edge) {
  const angle = 2 * Math.PI * Math.max(0, turns);
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, radius, 0, -angle, true);
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + radius * Math.cos(angle), y - radius * Math.sin(angle));
  ctx.stroke();
}

/** Where the hand starts, and the quarters. @param {Context} ctx @param {number} x @param {number} y @param {number} radius */
function drawTicks(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.moveTo(x + radius, y);
  ctx.lineTo(x + radius - Math.max(3, radius * 0.14), y);
  if (radius >= TICKED_FROM) {
    const inner = radius - Math.max(2, radius * 0.07);
    for (const [dx, dy] of /** @type {const} */ ([
      [0, -1],
      [-1, 0],
      [0, 1],
    ])) {
      ctx.moveTo(x + dx * radius, y + dy * radius);
      ctx.lineTo(x + dx * inner, y + dy * inner);
    }
  }
  ctx.stroke();
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
function drawHands(ctx, dials, radius, hands, palette) {
  const { turns, start, color } = hands;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = Math.min(5, Math.max(2.5, radius * 0.085));
  ctx.globalAlpha = MADE;
  for (let i = 0; i < dials.length; i += 1) {
    if (Math.abs(turns[start + i]) >= 1) drawArc(ctx, dials[i], radius, 1);
  }
  ctx.globalAlpha = RUNNING;
  for (let i = 0; i < dials.length; i += 1) drawArc(ctx, dials[i], radius, turns[start + i] % 1);
  ctx.globalAlpha = SWEPT;
  for (let i = 0; i < dials.length; i += 1) fillSector(ctx, dials[i], radius, turns[start + i] % 1);
  ctx.globalAlpha = 1;
  if (hands.ghosts >= 0) drawGhosts(ctx, dials, radius, hands, palette);
  const width = radius < 24 ? 2 : Math.min(4, 1.2 + radius * 0.034);
  ctx.lineCap = 'round';
  for (let i = 0; i < dials.length; i += 1) drawHand(ctx, dials[i], radius, hands, i, width);
  ctx.lineCap = 'butt';
}

/** @param {Context} ctx @param {Point} dial @param {number} radius @param {number} turns */
function drawArc(ctx, dial, radius, turns) {
  if (turns === 0) return;
  ctx.beginPath();
  ctx.arc(dial.x, dial.y, radius, 0, -2 * Math.PI * turns, turns > 0);
  ctx.stroke();
}

/** @param {Context} ctx @param {Point} dial @param {number} radius @param {number} turns */
function fillSector(ctx, dial, radius, turns) {
  if (turns === 0) return;
  ctx.beginPath();
  ctx.moveTo(dial.x, dial.y);
  ctx.arc(dial.x, dial.y, radius, 0, -2 * Math.PI * turns, turns > 0);
  ctx.fill();
}

/** Thin hands under the others. @param {Context} ctx @param {readonly Point[]} dials @param {number} radius @param {Hands} hands @param {Palette} palette */
function drawGhosts(ctx, dials, radius, { cos, sin, start, ghosts }, palette) {
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = radius < 24 ? 1 : 1.25;
  for (let i = 0; i < dials.length; i += 1) {
    const across = cos[ghosts + i] - cos[start + i];
    const up = sin[ghosts + i] - sin[start + i];
    if (Math.abs(across) + Math.abs(up) < SAME) continue;
    const { x, y } = dials[i];
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + radius * cos[ghosts + i], y - radius * sin[ghosts + i]);
    ctx.stroke();
  }
}

/** @param {Context} ctx @param {Point} dial @param {number} radius @param {Hands} hands @param {number} i @param {number} width */
function drawHand(ctx, dial, radius, { cos, sin, start, color }, i, width) {
  const { x, y } = dial;
  const tipX = x + radius * HAND * cos[start + i];
  const tipY = y - radius * HAND * sin[start + i];
  if (radius >= ARROW_FROM) drawArrow(ctx, x, y, tipX, tipY, width, color);
  else {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(tipX, tipY);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x, y, width * 0.9, 0, 2 * Math.PI);
  ctx.fill();
}
