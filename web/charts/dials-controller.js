import { DatasetController, Element } from 'chart.js';
import { drawHand, drawRim, drawTurns } from './dial-shape.js';

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
