import { lookOf } from './arrow-looks.js';
import { drawRing } from './arrow-shape.js';
import { mix } from './color-space.js';
import { NUMBER } from './curve-ground.js';
import { drawGrid } from './grid.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';
import { VectorChart } from './vector-chart.js';

/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * Arrows, and where each of them wants to be.
 *
 * @typedef {object} Pursuit
 * @property {ArrayLike<number>} tips x, y, x, y, … in data units
 * @property {ArrayLike<number>} goals the same
 * @property {import('./colors.js').PositionColors} colors for each arrow
 * @property {number} reach what must be seen, from the origin, in data units
 * @property {readonly Word[]} [words]
 */

/** @typedef {{ text: string, color: string, x: number, y: number }} Word with its middle there, in data units */

/** Radius of a goal, CSS pixels, less where goals lie closer than its `apart` parts, and how strong it and the way there are against the plot. */
const GOAL = { radius: 4, least: 1.5, apart: 0.4, width: 1.5, strength: 0.75 };
const WAY = { width: 1, strength: 0.3 };

const NOWHERE = { x: Number.NaN, y: Number.NaN };

/** Arrows from one origin on equal axes, each with a ring where it wants to be and a line to there. */
export class PursuitPlot {
  #chart;
  #unwatch;
  #palette;
  /** @type {Pursuit | undefined} */
  #shown;
  #style = { borderWidth: 1, backgroundColor: [''], borderColor: [''], goals: [''], ways: [''] };
  /** @type {Pursuit['colors'] | undefined} */
  #styled;
  #aimed = Number.NaN;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#palette = palette(scheme);
    this.#chart = new VectorChart(canvas, { drawUnder: () => this.#draw(), drawOver: () => {} });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#chart.fit(width, height);
      this.#aimed = Number.NaN;
      this.#paint();
    });
  }

  /** Shows other arrows. @param {Pursuit} shown */
  set(shown) {
    this.#shown = shown;
    this.#paint();
  }

  /** Changes all colours but those of the arrows, which `set` gives. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#styled = undefined;
    this.#paint();
  }

  /** Data units as CSS pixels from the canvas's left and top. @param {number} x @param {number} y */
  toPixels(x, y) {
    const { originX, originY, pixelsPerUnit } = this.#chart.frame;
    return { x: originX + x * pixelsPerUnit, y: originY - y * pixelsPerUnit };
  }

  /** Gives back the chart and the observers. */
  destroy() {
    this.#unwatch();
    this.#shown = undefined;
    this.#chart.destroy();
  }

  #paint() {
    if (!this.#shown || this.#chart.frame.width === 0 || this.#chart.ctx === null) return;
    const { tips, colors, reach } = this.#shown;
    if (colors !== this.#styled) this.#look(colors);
    if (reach !== this.#aimed) {
      this.#chart.aim({ centerX: 0, centerY: 0, spanX: 2 * reach, spanY: 2 * reach }, undefined);
      this.#aimed = reach;
    }
    const count = colors.mark.length;
    this.#chart.rest(
      Array.from({ length: count }, (_, i) => Number(tips[2 * i])),
      Array.from({ length: count }, (_, i) => Number(tips[2 * i + 1])),
    );
    this.#chart.move(NOWHERE, 0, this.#palette.ink);
    this.#chart.draw();
  }

  /** @param {Pursuit['colors']} colors */
  #look(colors) {
    const { width, heads, shafts } = lookOf(colors.mark.length, colors, this.#palette);
    const paler = (/** @type {number} */ share) =>
      colors.mark.map((color) => mix(color, this.#palette.plot, share));
    this.#style = {
      borderWidth: width,
      backgroundColor: [...heads],
      borderColor: [...shafts],
      goals: paler(GOAL.strength),
      ways: paler(WAY.strength),
    };
    this.#styled = colors;
  }

  #draw() {
    const { tips, goals, colors, words = [] } = /** @type {Pursuit} */ (this.#shown);
    const { ctx, frame } = this.#chart;
    const count = colors.mark.length;
    ctx.fillStyle = this.#palette.plot;
    ctx.fillRect(0, 0, frame.width + 1, frame.height + 1);
    drawGrid(ctx, frame, this.#palette);
    const at = (/** @type {ArrayLike<number>} */ list, /** @type {number} */ i) =>
      this.toPixels(Number(list[2 * i]), Number(list[2 * i + 1]));
    ctx.lineWidth = WAY.width;
    for (let i = 0; i < count; i += 1) {
      const [tip, goal] = [at(tips, i), at(goals, i)];
      ctx.strokeStyle = String(this.#style.ways[i]);
      ctx.beginPath();
      ctx.moveTo(tip.x, tip.y);
      ctx.lineTo(goal.x, goal.y);
      ctx.stroke();
    }
    this.#chart.paintArrows(ctx, 0, count, this.#style);
    const radius = radiusFor(goals, frame.pixelsPerUnit);
    for (let i = 0; i < count; i += 1) {
      const goal = at(goals, i);
      drawRing(ctx, goal.x, goal.y, radius, Math.min(GOAL.width, radius / 2), String(this.#style.goals[i]));
    }
    ctx.font = NUMBER;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const { text, color, x, y } of words) {
      const place = this.toPixels(x, y);
      ctx.fillStyle = color;
      ctx.fillText(text, place.x, place.y);
    }
  }
}

/** @param {ArrayLike<number>} goals @param {number} scale CSS pixels a unit */
function radiusFor(goals, scale) {
  let apart = Number.POSITIVE_INFINITY;
  for (let i = 2; i < goals.length; i += 2) {
    const [dx, dy] = [0, 1].map((c) => Number(goals[i + c]) - Number(goals[i + c - 2]));
    apart = Math.min(apart, Math.hypot(Number(dx), Number(dy)) * scale);
  }
  return Math.max(GOAL.least, Math.min(GOAL.radius, GOAL.apart * apart));
}
