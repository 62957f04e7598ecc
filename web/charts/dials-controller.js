import { DatasetController, Element } from 'chart.js';
import { drawArrow } from './arrow-shape.js';

/** @typedef {import('chart.js').Scale} Scale */

/**
 * A dial of a dataset.
 *
 * @typedef {object} Dial
 * @property {number} x its centre, in units of the axes
 * @property {number} y
 * @property {number} [turns] that its hand has made, counterclockwise from the right; without them it has no hand
 * @property {number} [reach] turns that it makes in all: less than one are marked
 * @property {string} [label] for a tooltip
 */

/** A rim, and a hand that has turned. */
export class DialElement extends Element {
  static id = 'dial';
  static defaults = { radius: 20, borderWidth: 1, sectorColor: 'rgba(128, 128, 128, 0.2)' };
  static defaultRoutes = { backgroundColor: 'color', borderColor: 'color' };
  /** @type {number | undefined} */
  turns;
  reach = 1;

  /** @param {number} x @param {number} y pixels */
  inRange(x, y) {
    return Math.hypot(x - this.x, y - this.y) <= this.options.radius;
  }

  /** @param {number} x pixels */
  inXRange(x) {
    return Math.abs(x - this.x) <= this.options.radius;
  }

  /** @param {number} y pixels */
  inYRange(y) {
    return Math.abs(y - this.y) <= this.options.radius;
  }

  getCenterPoint() {
    return { x: this.x, y: this.y };
  }

  /** @param {import('./plot.js').Context} context */
  draw(context) {
    const { x, y, turns, reach } = this;
    const { radius, borderColor, borderWidth, backgroundColor, sectorColor } = this.options;
    drawRim(context, x, y, radius, { reach, color: borderColor, width: borderWidth, sector: sectorColor });
    if (turns === undefined) return;
    drawTurns(context, x, y, radius, turns, backgroundColor);
    const angle = 2 * Math.PI * turns;
    drawHand(context, x, y, radius, Math.cos(angle), Math.sin(angle), backgroundColor);
  }
}

/**
 * The Chart.js type `dials`: a dial of the radius `radius`, in pixels, at each `{ x, y }` of a dataset. `borderColor` and `borderWidth`
 * are the rim's, `backgroundColor` is the hand's, and `sectorColor` marks how far one comes that makes less than a turn.
 */
export class DialsController extends DatasetController {
  static id = 'dials';
  static defaults = { dataElementType: 'dial', parsing: false, animation: false };
  static overrides = { scales: { x: { type: 'linear' }, y: { type: 'linear' } } };

  /** @param {import('chart.js').UpdateMode} mode */
  update(mode) {
    const elements = this._cachedMeta.data;
    this.updateElements(elements, 0, elements.length, mode);
  }

  /** @param {Element[]} elements @param {number} start @param {number} count @param {import('chart.js').UpdateMode} mode */
  updateElements(elements, start, count, mode) {
    const { xScale, yScale } = this._cachedMeta;
    for (let i = start; i < start + count; i += 1) {
      const element = elements[i];
      const { x, y, turns, reach = 1 } = this.#dial(i);
      Object.assign(element, {
        x: /** @type {Scale} */ (xScale).getPixelForValue(x),
        y: /** @type {Scale} */ (yScale).getPixelForValue(y),
        turns,
        reach,
        options: this.resolveDataElementOptions(i, element.active ? 'active' : mode),
      });
    }
  }

  /** @param {number} index */
  getLabelAndValue(index) {
    const { label = String(index), turns } = this.#dial(index);
    const value = turns === undefined ? '' : this._cachedMeta.yScale?.getLabelForValue(turns);
    return { label, value: value ? `${value} turns` : '' };
  }

  /** @param {number} index @returns {Dial} */
  #dial(index) {
    return /** @type {Dial[]} */ (this._cachedMeta._parsed)[index];
  }
}

/** @typedef {import('./plot.js').Context} Context */

/** A small tick needs a dial of this radius, in pixels. */
const TICKED_FROM = 22;

/** Pixels of a dash and its gap. */
const DASH = 7;

/** A hand is an arrow on dials of this radius, in pixels; on smaller ones it is a line. */
const ARROW_FROM = 32;

/** A hand ends at this part of its dial's radius. */
export const HAND = 0.86;

/** How faint the ring of turns made is, and the arc and the sector of the turn that runs. */
const MADE = 0.25;
const RUNNING = 0.6;
const SWEPT = 0.13;

/**
 * The rim of a dial, with ticks at its quarters. One whose hand makes less than a turn in all is broken, with a sector as far as it gets.
 *
 * @param {Context} ctx
 * @param {number} x its centre, pixels
 * @param {number} y
 * @param {number} radius
 * @param {{ reach: number, color: string, width: number, sector: string }} style
 */
export function drawRim(ctx, x, y, radius, { reach, color, width, sector }) {
  if (reach < 1) drawReach(ctx, x, y, radius, reach, sector, color);
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  if (reach < 1) ctx.setLineDash(dashesOf(radius));
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
  drawTicks(ctx, x, y, radius);
}

/** Whole dashes round the rim. @param {number} radius */
function dashesOf(radius) {
  const pairs = Math.max(8, Math.round((2 * Math.PI * radius) / DASH));
  const dash = (Math.PI * radius) / pairs;
  return [dash, dash];
}

/**
 * A sector from angle 0 counterclockwise.
 *
 * @param {Context} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} turns
 * @param {string} fill
 * @param {string} edge
 */
function drawReach(ctx, x, y, radius, turns, fill, edge) {
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
 * The turns that a hand has made: a ring for whole ones, an arc and a sector for the one that runs. Allocates nothing.
 *
 * @param {Context} ctx
 * @param {number} x its centre, pixels
 * @param {number} y
 * @param {number} radius
 * @param {number} turns
 * @param {string} color
 */
export function drawTurns(ctx, x, y, radius, turns, color) {
  const part = turns % 1;
  ctx.strokeStyle = color;
  ctx.lineWidth = Math.min(5, Math.max(2.5, radius * 0.085));
  if (Math.abs(turns) >= 1) {
    ctx.globalAlpha = MADE;
    drawArc(ctx, x, y, radius, 1);
  }
  if (part !== 0) {
    ctx.globalAlpha = RUNNING;
    drawArc(ctx, x, y, radius, part);
    ctx.globalAlpha = SWEPT;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.arc(x, y, radius, 0, -2 * Math.PI * part, part > 0);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** @param {Context} ctx @param {number} x @param {number} y @param {number} radius @param {number} turns */
function drawArc(ctx, x, y, radius, turns) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, -2 * Math.PI * turns, turns > 0);
  ctx.stroke();
}

/**
 * Allocates nothing.
 *
 * @param {Context} ctx
 * @param {number} x its centre, pixels
 * @param {number} y
 * @param {number} radius
 * @param {number} cos of the angle from the x axis, counterclockwise
 * @param {number} sin
 * @param {string} color
 */
export function drawHand(ctx, x, y, radius, cos, sin, color) {
  const width = radius < 24 ? 2 : Math.min(4, 1.2 + radius * 0.034);
  const tipX = x + radius * HAND * cos;
  const tipY = y - radius * HAND * sin;
  ctx.lineCap = 'round';
  if (radius >= ARROW_FROM) drawArrow(ctx, x, y, tipX, tipY, width, color);
  else {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(tipX, tipY);
    ctx.stroke();
  }
  ctx.lineCap = 'butt';
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.arc(x, y, width * 0.9, 0, 2 * Math.PI);
  ctx.fill();
}

/**
 * The configuration of a plot whose dials stand where it puts them.
 *
 * @param {{ width: number, height: number }} size CSS pixels
 * @param {Dial[]} data their centres from the plot's left and top
 * @param {Omit<import('chart.js').ChartDataset<'dials'>, 'data'>} style
 * @returns {import('chart.js').ChartConfiguration<'dials'>}
 */
export const dialsOn = ({ width, height }, data, style) => ({
  type: 'dials',
  data: { datasets: [{ data, ...style }] },
  options: {
    scales: {
      x: { display: false, min: 0, max: width },
      y: { display: false, min: 0, max: height, reverse: true },
    },
  },
});
