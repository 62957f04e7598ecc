import { hiddenAxis } from './axes.js';
import { mix } from './colors.js';
import { drawCursorDots } from './marks/cursor.js';
import { drawDots } from './marks/dots.js';
import { lineDataset } from './marks/line.js';
import { toPixels, XyPlot } from './xy.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./xy.js').Axes} Axes */
/** @typedef {import('./plot.js').View<Axes>} View */
/** @typedef {Pick<import('./marks/cursor.js').Cursor, 'x' | 'ys'>} Cursor */

/**
 * @typedef {object} Dotted
 * @property {string} name
 * @property {{ x: string, y: string }} names of what is across, and of its values
 * @property {ArrayLike<number>} x where the line is sampled, rising from 0
 * @property {ArrayLike<number>} y there
 * @property {ArrayLike<number>} at the same at 0, 1, …, where the dots are
 * @property {readonly string[]} colors of the dots
 * @property {readonly [number, number]} range from bottom to top; may be without extent
 */

/** Pixels: the line, the radius of a dot, from one to the next at least, and room at all sides. */
const LINE = 1.5;
const DOT = 2.6;
const APART = 6;
const ROOM = 7;

/** How strong the line is against the plot where it has dots. */
const QUIET = 0.6;

/**
 * One line, with a dot at each whole number where there is room, and the playhead's dot on it. Its zero line shows where that
 * is in its range.
 *
 * @extends {XyPlot<Dotted, Cursor, undefined, Axes>}
 */
export class DottedLinePlot extends XyPlot {
  /** @override */
  heightFor() {
    return 64;
  }

  /** @param {Dotted} data @override */
  axes({ at, names, range: [low, high] }) {
    // A line without extent runs through the middle, with no zero at the edge.
    const half = (high > low ? high - low : 1.8 * Math.max(1, Math.abs(low))) / 2;
    const middle = (low + high) / 2;
    return {
      x: { name: names.x, min: 0, max: Math.max(1, at.length - 1), log: false },
      y: { name: names.y, min: middle - half, max: middle + half, log: false },
    };
  }

  /** @override */
  sides() {
    return { top: ROOM, right: ROOM, bottom: ROOM, left: ROOM };
  }

  /** @param {Dotted} data @override */
  scales(data) {
    const { x, y } = this.axes(data);
    return { x: hiddenAxis(x), y: hiddenAxis(y) };
  }

  /** @param {Dotted} data @param {import('./plot.js').Environment} environment @override */
  datasets(data, { width, palette }) {
    const look = { id: data.name, name: '', tone: /** @type {const} */ ('soft'), width: LINE, dash: [] };
    const dataset = lineDataset({ ...look, x: data.x, y: data.y }, this.axes(data), palette);
    if (isDotted(data, width)) dataset.borderColor = mix(palette.soft, palette.plot, QUIET);
    // The room at all sides is for what lies at the ends of the range.
    return [{ ...dataset, clip: /** @type {const} */ (false) }];
  }

  /** @override */
  arrange() {
    return this.axes(/** @type {Dotted} */ (this.data));
  }

  /** @param {Context} context @param {View} view @override */
  background(context, view) {
    super.background(context, view);
    const { area, width, palette, layout: axes } = view;
    if (axes.y.min > 0 || axes.y.max < 0) return;
    context.fillStyle = palette.line;
    context.fillRect(0, Math.round(toPixels(axes, area, 0, 0).y), width, 1);
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, view) {
    const data = /** @type {Dotted} */ (this.data);
    if (isDotted(data, view.width)) drawDots(context, view, view.layout, { ...data, radius: DOT });
  }

  /** @param {Context} context @param {View} view @param {Cursor | undefined} cursor @override */
  moving(context, view, cursor) {
    if (cursor) drawCursorDots(context, view, view.layout, cursor, view.palette.ink);
  }

  /** A row a dot. @override */
  table() {
    const { name, names, at } = /** @type {Dotted} */ (this.end);
    return {
      name,
      columns: [
        { name: names.x, unit: '', values: Array.from(at, (_, i) => i) },
        { name: names.y, unit: '', values: at },
      ],
    };
  }
}

/** @param {Dotted} data @param {number} width of the canvas */
const isDotted = ({ at }, width) => (at.length - 1) * APART <= width - 2 * ROOM;
