import { mix } from './colors.js';
import { drawCursor } from './marks/cursor.js';
import { drawLevels, levelColumns } from './marks/level.js';
import { lineDataset } from './marks/line.js';
import { drawNames, placeNames, roomForAxis, roomForNames } from './marks/names.js';
import { drawNotes, placeNotes } from './marks/notes.js';
import { drawRugs, roomForRugs } from './marks/rug.js';
import { toPixels, XyPlot } from './xy.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./marks/line.js').Line} Line */
/** @typedef {import('./marks/cursor.js').Cursor} Cursor */

/**
 * @typedef {object} Lines
 * @property {string} name
 * @property {import('./axes.js').Axis} x
 * @property {import('./axes.js').Axis} y
 * @property {readonly Line[]} lines the first one lies on top
 * @property {readonly { from: number, to: number }[]} [shades] stretches that are shaded from top to bottom
 * @property {readonly import('./marks/level.js').Level[]} levels across
 * @property {readonly import('./marks/level.js').Level[]} marks upright
 * @property {{ y: number, text: string } | undefined} [aside] a word at the right edge, on what lies beyond it
 * @property {readonly import('./marks/notes.js').Note[]} [notes] words about stretches
 * @property {readonly import('./marks/notes.js').End[]} [ends] of lines
 * @property {readonly import('./marks/rug.js').Rug[]} [rugs] which places have something, under the axis
 */

/** What is to come, along the axis across. @typedef {{ from: number }} Veil */

/** @typedef {Cursor | Veil} Moment the playhead, or what is to come */

/** @typedef {{ names: import('./marks/names.js').Placed[], notes: import('./marks/notes.js').PlacedNote[] }} Layout */
/** @typedef {import('./plot.js').View<Layout>} View */

/** Pixels above the plot, where the upright axis and the marks have their names, and at its right at least. */
const ABOVE = 28;
const RIGHT = 12;

/** How strong the filling under a line is. */
const FILL = 0.09;

/** How much of what lies under it a veil hides, and the width of its edge in pixels. */
const VEIL = { strength: 0.82, edge: 2 };

/**
 * Lines of numbers against numbers, on axes that are linear or logarithmic, with levels, marks and the lines' names, and the
 * playhead over them. They are told apart by width, dash and name.
 *
 * @extends {XyPlot<Lines, Moment | void, undefined, Layout>}
 */
export class LinesPlot extends XyPlot {
  /** @param {Lines} data @param {import('./plot.js').Environment} environment @override */
  datasets({ lines, ...axes }, { palette }) {
    return lines.map((line) => lineDataset(line, axes, palette));
  }

  /** @param {Lines} data @param {import('./plot.js').Environment} environment @override */
  sides({ lines, rugs = [] }, { width }) {
    const right = Math.max(RIGHT, roomForNames(lines, width));
    return { top: ABOVE, right, bottom: roomForRugs(rugs), left: 0 };
  }

  /** @param {Lines} data @override */
  free({ x }) {
    return roomForAxis(x.name);
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    const data = /** @type {Lines} */ (this.data);
    const { notes = [], ends = [] } = data;
    return { names: placeNames(view, data), notes: placeNotes(view, data, notes, ends) };
  }

  /** @param {Context} context @param {View} view @override */
  background(context, view) {
    super.background(context, view);
    const data = /** @type {Lines} */ (this.data);
    const { lines, shades = [], y } = data;
    for (const { from, to } of shades) drawBand(context, view, data, { x: [from, to], y: [y.max, y.max] });
    for (const line of lines) if (line.filled) drawBand(context, view, data, line);
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, view) {
    const data = /** @type {Lines} */ (this.data);
    drawLevels(context, view, data, data);
    drawNames(context, view.layout.names);
    const { notes = [], ends = [], rugs = [] } = data;
    if (notes.length + ends.length > 0) drawNotes(context, view, data, view.layout.notes, ends);
    if (rugs.length > 0) drawRugs(context, view, data.x.max + 1, rugs);
  }

  /** @param {Context} context @param {View} view @param {Moment | void} moment @override */
  moving(context, view, moment) {
    if (!moment) return;
    const data = /** @type {Lines} */ (this.data);
    if (isVeil(moment)) drawVeil(context, view, data, moment);
    else drawCursor(context, view, data, moment);
  }

  /** A row a value of x that any line has. Levels and marks with words are the same in all rows. @override */
  table() {
    const { name, x, y, lines, levels, marks, rugs = [] } = /** @type {Lines} */ (this.end);
    const places = [...new Set(lines.flatMap((line) => Array.from(line.x)))].sort(
      (one, other) => one - other,
    );
    const columns = lines.map((line) => {
      const at = new Map(Array.from(line.x, (place, i) => [place, line.y[i]]));
      return {
        name: line.name || line.id,
        unit: y.name,
        values: places.map((place) => at.get(place) ?? Number.NaN),
      };
    });
    const fixed = [
      ...levelColumns(levels, y.name, places.length),
      ...levelColumns(marks, x.name, places.length),
    ];
    const has = rugs.map((rug) => ({
      name: rug.name,
      unit: '',
      values: places.map((place) => rug.has[place - rug.start] ?? Number.NaN),
    }));
    return { name, columns: [{ name: x.name, unit: '', values: places }, ...columns, ...fixed, ...has] };
  }

  /** The words in the plot, in CSS pixels. */
  get texts() {
    return this.view?.layout.names ?? [];
  }

  /** Words about stretches, in CSS pixels. */
  get notes() {
    return this.view?.layout.notes ?? [];
  }
}

/**
 * Fills what lies between a line and the plot's bottom.
 *
 * @param {Context} context
 * @param {import('./plot.js').View<unknown>} view
 * @param {import('./xy.js').Axes} axes
 * @param {Pick<Line, 'x' | 'y'>} line without gaps
 */
function drawBand(context, { area, palette }, axes, { x, y }) {
  const last = x.length - 1;
  context.fillStyle = mix(palette.soft, palette.plot, FILL);
  context.beginPath();
  context.moveTo(toPixels(axes, area, x[0], y[0]).x, area.bottom);
  for (let i = 0; i <= last; i += 1) {
    const place = toPixels(axes, area, x[i], y[i]);
    context.lineTo(place.x, place.y);
  }
  context.lineTo(toPixels(axes, area, x[last], y[last]).x, area.bottom);
  context.fill();
}

/** By what it has itself, and not by what all objects inherit on some page. @param {Moment} moment @returns {moment is Veil} */
const isVeil = (moment) => Object.hasOwn(moment, 'from');

/**
 * Hides what is to come, nearly.
 *
 * @param {Context} context
 * @param {import('./plot.js').View<unknown>} view
 * @param {import('./xy.js').Axes} axes
 * @param {Veil} veil
 */
function drawVeil(context, { area, palette }, axes, { from }) {
  const { x } = toPixels(axes, area, from, axes.y.min);
  const height = area.bottom - area.top;
  context.globalAlpha = VEIL.strength;
  context.fillStyle = palette.plot;
  context.fillRect(x, area.top, area.right - x, height);
  context.fillStyle = palette.accent;
  context.fillRect(x, area.top, VEIL.edge, height);
  context.globalAlpha = 1;
}
