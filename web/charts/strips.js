import { hiddenAxis, toShare } from './axes.js';
import { mix } from './colors.js';
import { drawDots } from './marks/dots.js';
import { lineDataset } from './marks/line.js';
import { toPixels, XyPlot } from './xy.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./xy.js').Axes} Axes */
/** @typedef {{ position: number }} Moment where the playhead is */

/**
 * @typedef {object} Strip
 * @property {string} name
 * @property {string} unit
 * @property {ArrayLike<number>} y along the curve; NaN is a gap
 * @property {ArrayLike<number>} at the same at the whole positions 0, 1, …
 * @property {readonly [number, number]} range from the strip's bottom to its top
 */

/**
 * @typedef {object} Strips
 * @property {string} name
 * @property {string} across what is across
 * @property {ArrayLike<number>} x where the curves are sampled, rising
 * @property {readonly Strip[]} strips from top to bottom
 * @property {import('./colors.js').PositionColors} colors for each whole position
 */

/**
 * @typedef {object} Layout
 * @property {Axes} axes
 * @property {boolean} isDotted whether there is room for dots
 * @property {number[][]} at heights of the dots
 * @property {number} passed the last position that the playhead has passed, −1 for none
 */

/** @typedef {import('./plot.js').View<Layout>} View */

/** Pixels: a strip's height, the curve, a dot's radius, from one to the next at least, room beside the outermost, and the playhead. */
const HEIGHT = 34;
const LINE = 1.25;
const DOT = 3;
const APART = 10;
const ROOM = 6;
const HAIR = 1;

/** Part of its range that a strip has beyond each end, for the dots there. */
const BEYOND = 0.14;

/** How strong a curve with dots is against the paper, and what is to come. */
const QUIET = 0.7;
const FAINT = 0.35;

/** Colours along a curve that has no dots. */
const STOPS = 24;

/**
 * Quiet curves against position, one above the other, with a dot at whole positions and the playhead over them. Where not
 * every dot has room none is drawn, since every tenth one would show a wave that is not there: the curves have the
 * positions' colours then. What is to come is faint.
 *
 * @extends {XyPlot<Strips, Moment, undefined, Layout>}
 */
export class StripsPlot extends XyPlot {
  /** @override */
  heightFor() {
    return HEIGHT * (this.data?.strips.length ?? 2);
  }

  /** A strip is a unit high. @param {Strips} data @override */
  axes({ across, strips, colors }) {
    return {
      x: { name: across, min: 0, max: Math.max(1, colors.mark.length - 1), log: false },
      y: { name: '', min: 0, max: strips.length, log: false },
    };
  }

  /** @override */
  sides() {
    return { top: 0, right: ROOM, bottom: 0, left: ROOM };
  }

  /** @param {Strips} data @override */
  scales(data) {
    const { x, y } = this.axes(data);
    return { x: hiddenAxis(x), y: hiddenAxis(y) };
  }

  /** @param {Strips} data @param {import('./plot.js').Environment} environment @override */
  datasets(data, { width, palette }) {
    const { x, strips } = data;
    const axes = this.axes(data);
    // What has no dots is drawn with the labels, in the positions' colours.
    const look = { tone: /** @type {const} */ ('soft'), width: isDotted(data, width) ? LINE : 0, dash: [] };
    return strips.map(({ name, y }, i) => ({
      ...lineDataset({ id: name, name, x, y: heightsIn(strips, i, y), ...look }, axes, palette),
      borderColor: mix(palette.soft, palette.paper, QUIET),
      clip: /** @type {const} */ (false),
    }));
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange({ width }) {
    const data = /** @type {Strips} */ (this.data);
    const at = data.strips.map((strip, i) => heightsIn(data.strips, i, strip.at));
    return { axes: this.axes(data), isDotted: isDotted(data, width), at, passed: Number.NaN };
  }

  /** A hairline under each strip. @param {Context} context @param {View} view @override */
  background(context, { width, height, ratio, area, palette, layout: { axes } }) {
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, width, height);
    context.fillStyle = palette.line;
    const thick = Math.max(1, Math.floor(ratio)) / ratio;
    for (let i = 0; i < axes.y.max; i += 1) {
      const y = Math.round(toPixels(axes, area, 0, i).y * ratio) / ratio;
      context.fillRect(area.left, Math.min(y, height - thick), area.right - area.left, thick);
    }
  }

  /** @param {View} view @param {Moment | undefined} moment @override */
  label({ layout }, moment) {
    const passed = Math.floor(moment?.position ?? -1);
    if (passed === layout.passed) return false;
    layout.passed = passed;
    return true;
  }

  /** All that has the colours of positions. @param {Context} context @param {View} view @override */
  labels(context, view) {
    const { axes, isDotted, at, passed } = view.layout;
    const { mark } = /** @type {Strips} */ (this.data).colors;
    const faint = (/** @type {string} */ color) => mix(color, view.palette.paper, FAINT);
    if (isDotted) {
      const colors = mark.map((color, i) => (i <= passed ? color : faint(color)));
      for (const heights of at) drawDots(context, view, axes, { at: heights, colors, radius: DOT });
      return;
    }
    context.strokeStyle = gradient(context, view.area, mark, faint, passed);
    context.lineWidth = LINE;
    context.lineJoin = 'round';
    for (const { dataset } of view.chart.getSortedVisibleDatasetMetas()) {
      context.beginPath();
      /** @type {import('chart.js').LineElement} */ (dataset).path(
        /** @type {CanvasRenderingContext2D} */ (context),
      );
      context.stroke();
    }
  }

  /** @param {Context} context @param {View} view @param {Moment | undefined} moment @override */
  moving(context, { area, ratio, palette, layout: { axes } }, moment) {
    if (!moment) return;
    // So thin a line is sharp on whole pixels only.
    const left = Math.round((toPixels(axes, area, moment.position, 0).x - HAIR / 2) * ratio) / ratio;
    context.fillStyle = palette.ink;
    context.fillRect(left, area.top, HAIR, area.bottom - area.top);
  }

  /** A row a whole position. @override */
  table() {
    const { name, across, strips, colors } = /** @type {Strips} */ (this.end);
    return {
      name,
      columns: [
        { name: across, unit: '', values: colors.mark.map((_, i) => i) },
        ...strips.map((strip) => ({ name: strip.name, unit: strip.unit, values: strip.at })),
      ],
    };
  }
}

/** Whether there is room for dots. @param {Strips} data @param {number} width of the canvas */
const isDotted = ({ colors }, width) => colors.mark.length * APART <= Math.max(width - 2 * ROOM, 20 * APART);

/** Values as heights over all strips, of which each is a unit high. @param {readonly Strip[]} strips @param {number} index @param {ArrayLike<number>} values */
function heightsIn(strips, index, values) {
  const [low, high] = strips[index].range;
  const size = high > low ? high - low : Math.max(Math.abs(low), 1);
  const from = high > low ? low : low - size / 2;
  const range = { min: from - size * BEYOND, max: from + size * (1 + BEYOND), log: false };
  return Array.from(values, (value) => strips.length - 1 - index + toShare(range, value));
}

/**
 * Colours from the first position to the last, faint ones from the last passed on.
 *
 * @param {Context} context
 * @param {import('chart.js').ChartArea} area
 * @param {readonly string[]} colors
 * @param {(color: string) => string} faint
 * @param {number} passed
 */
function gradient(context, { left, right }, colors, faint, passed) {
  const across = context.createLinearGradient(left, 0, Math.max(left + 1, right), 0);
  const last = colors.length - 1;
  const border = Math.max(0, Math.min(1, passed / last));
  const stops = Array.from({ length: STOPS + 1 }, (_, i) => i / STOPS);
  const add = (/** @type {number} */ share, toned = (/** @type {string} */ color) => color) =>
    across.addColorStop(share, toned(colors[Math.round(share * last)]));
  for (const share of stops) if (share < border) add(share);
  add(border);
  add(border, faint);
  for (const share of stops) if (share > border) add(share, faint);
  return across;
}
