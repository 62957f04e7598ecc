import { Chart, LinearScale } from 'chart.js';
import { drawArrow } from './arrow-shape.js';
import { mix } from './colors.js';
import { DialElement, DialsController, dialsOn } from './dials-controller.js';
import { Plot } from './plot.js';

Chart.register(DialElement, DialsController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {{ name: string, words: { angle: string, low: string, high: string } }} Names of the dial, and of what its table holds */

/**
 * How far a hand is off at one moment, counterclockwise, in radians.
 *
 * @typedef {object} Deviation
 * @property {number} angle NaN where there is no hand
 * @property {number} low the least of all so far, −π to 0
 * @property {number} high the greatest, 0 to π
 * @property {string} color `#rrggbb`
 */

/** Pixels round the dial; what the hand has of the radius; and how strong the sector is that it has been in. */
const ROOM = 5;
const HAND = 0.9;
const SECTOR = 0.26;

const DASH = [4, 3];
/** @type {number[]} */
const WHOLE = [];

/**
 * A dial whose top is where a hand should point: the hand shows how far it is off, and a sector where it has been.
 *
 * @extends {Plot<Names, Deviation>}
 */
export class DeviationPlot extends Plot {
  /** The sector lies under the rim. @override */
  drawsElements = true;

  /** @param {number} width @override */
  heightFor(width) {
    return Math.min(width, 176);
  }

  /** @param {Names} _names @param {import('./plot.js').Environment} size @override @returns {import('chart.js').ChartConfiguration<'dials'>} */
  config(_names, size) {
    const { x, y, radius } = dialIn(size.width, size.height);
    return dialsOn(size, [{ x, y }], { radius });
  }

  /** @param {Context} context @param {import('./plot.js').View<undefined>} view @param {Deviation | undefined} deviation @override */
  moving(context, { width, height, palette: { plot, soft, ink } }, deviation) {
    if (!deviation) return;
    const { x, y, radius } = dialIn(width, height);
    const { angle, low, high, color } = deviation;
    const up = -Math.PI / 2;
    context.fillStyle = mix(color, plot, SECTOR);
    context.beginPath();
    context.moveTo(x, y);
    // The canvas counts clockwise.
    context.arc(x, y, radius, up - high, up - low);
    context.fill();
    context.strokeStyle = mix(soft, plot, 0.55);
    context.lineWidth = 1.25;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = 1.5;
    context.setLineDash(DASH);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x, y - radius);
    context.stroke();
    context.setLineDash(WHOLE);
    if (Number.isNaN(angle)) return;
    const length = HAND * radius;
    drawArrow(
      context,
      x,
      y,
      x - Math.sin(angle) * length,
      y - Math.cos(angle) * length,
      radius < 50 ? 3 : 4,
      color,
    );
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }

  /** @override */
  table() {
    const { name, words } = /** @type {Names} */ (this.end);
    const { angle = Number.NaN, low = Number.NaN, high = Number.NaN } = this.moment ?? {};
    return {
      name,
      columns: [
        { name: words.angle, unit: 'rad', values: [angle] },
        { name: words.low, unit: 'rad', values: [low] },
        { name: words.high, unit: 'rad', values: [high] },
      ],
    };
  }
}

/** @param {number} width CSS pixels @param {number} height */
function dialIn(width, height) {
  return { x: width / 2, y: height / 2, radius: Math.max(1, Math.min(width, height) / 2 - ROOM) };
}
