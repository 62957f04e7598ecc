import { Chart } from 'chart.js';
import { drawRing } from './arrow-shape.js';
import { ArrowElement, ArrowsController } from './arrows.js';
import { mix } from './colors.js';
import { EqualAxesPlot, NUMBER, toPixels } from './equal-axes.js';
import { styleOf } from './vectors.js';

Chart.register(ArrowElement, ArrowsController);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {{ text: string, color: string, x: number, y: number }} Word with its middle there, in data units */

/**
 * Arrows, and where each of them wants to be.
 *
 * @typedef {object} Goals
 * @property {string} name
 * @property {ArrayLike<number>} indices which of all it is, for each arrow
 * @property {ArrayLike<number>} tips x, y, x, y, … in data units
 * @property {ArrayLike<number>} goals the same
 * @property {import('./colors.js').PositionColors} colors for each arrow
 * @property {number} reach what must be seen, from the origin, in data units
 * @property {readonly Word[]} [words]
 * @property {{ index: string, arrow: string, goal: string }} columns what the indices, the arrows and their goals are
 */

/** Radius of a goal, CSS pixels, less where goals lie closer than its `apart` parts, and how strong it and the way there are against the plot. */
const GOAL = { radius: 4, least: 1.5, apart: 0.4, width: 1.5, strength: 0.75 };
const WAY = { width: 1, strength: 0.3 };

/**
 * Arrows from one origin, each with a ring where it wants to be and a line to there.
 *
 * @extends {EqualAxesPlot<Goals>}
 */
export class GoalsPlot extends EqualAxesPlot {
  drawsElements = true;

  /** @param {number} width @override */
  heightFor(width) {
    return width;
  }

  /** @param {Goals} goals @override */
  region({ reach }) {
    return { centerX: 0, centerY: 0, spanX: 2 * reach, spanY: 2 * reach };
  }

  /** @param {Goals} goals @override */
  datasets({ tips, colors }) {
    const data = colors.mark.map((_, i) => ({ x: tips[2 * i], y: tips[2 * i + 1] }));
    return /** @type {import('chart.js').ChartConfiguration<'arrows'>} */ ({
      type: 'arrows',
      data: { datasets: [{ data }] },
    });
  }

  /** @param {Context} context @param {import('./plot.js').View<{ frame: import('./equal-axes.js').Frame }>} view @override */
  resting(context, { chart, layout: { frame }, palette }) {
    const { tips, goals, colors, words = [] } = /** @type {Goals} */ (this.data);
    const count = colors.mark.length;
    const at = (/** @type {ArrayLike<number>} */ list, /** @type {number} */ i) =>
      toPixels(frame, list[2 * i], list[2 * i + 1]);
    context.lineWidth = WAY.width;
    for (const [i, color] of colors.mark.entries()) {
      const [tip, goal] = [at(tips, i), at(goals, i)];
      context.strokeStyle = mix(color, palette.plot, WAY.strength);
      context.beginPath();
      context.moveTo(tip.x, tip.y);
      context.lineTo(goal.x, goal.y);
      context.stroke();
    }
    const { width, heads, shafts } = styleOf(count, colors, palette);
    const arrows = /** @type {ArrowsController} */ (chart.getDatasetMeta(0).controller);
    arrows.paint(context, 0, count, { borderWidth: width, backgroundColor: heads, borderColor: shafts });
    const radius = radiusFor(goals, frame.pixelsPerUnit);
    for (const [i, color] of colors.mark.entries()) {
      const { x, y } = at(goals, i);
      drawRing(
        context,
        x,
        y,
        radius,
        Math.min(GOAL.width, radius / 2),
        mix(color, palette.plot, GOAL.strength),
      );
    }
    context.font = NUMBER.font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const { text, color, x, y } of words) {
      const place = toPixels(frame, x, y);
      context.fillStyle = color;
      context.fillText(text, place.x, place.y);
    }
  }

  /** The grid says enough. @override */
  labels() {}

  /** @override */
  table() {
    const { name, indices, tips, goals, colors, columns } = /** @type {Goals} */ (this.end);
    const part = (/** @type {ArrayLike<number>} */ list, /** @type {0 | 1} */ axis) =>
      colors.mark.map((_, i) => list[2 * i + axis]);
    return {
      name,
      columns: [
        { name: columns.index, unit: '', values: indices },
        { name: `${columns.arrow}, x`, unit: '', values: part(tips, 0) },
        { name: `${columns.arrow}, y`, unit: '', values: part(tips, 1) },
        { name: `${columns.goal}, x`, unit: '', values: part(goals, 0) },
        { name: `${columns.goal}, y`, unit: '', values: part(goals, 1) },
      ],
    };
  }
}

/** @param {ArrayLike<number>} goals @param {number} scale CSS pixels a unit */
function radiusFor(goals, scale) {
  let apart = Number.POSITIVE_INFINITY;
  for (let i = 2; i < goals.length; i += 2) {
    const [dx, dy] = [goals[i] - goals[i - 2], goals[i + 1] - goals[i - 1]];
    apart = Math.min(apart, Math.hypot(dx, dy) * scale);
  }
  return Math.max(GOAL.least, Math.min(GOAL.radius, GOAL.apart * apart));
}
