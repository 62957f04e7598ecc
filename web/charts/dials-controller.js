import { DatasetController, Element } from 'chart.js';

/** @typedef {import('chart.js').Scale} Scale */

/** One dial: its centre and its size. The controller's plot draws it. */
export class DialElement extends Element {
  static id = 'dial';
  static defaults = { radius: 20 };

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
}

/**
 * @callback PaintDials
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Element[]} dials with their centres in `x` and `y`, pixels
 */

/**
 * The Chart.js type `dials`: each `{ x, y }` of a dataset is the centre of a dial of the radius `radius`. What a dial shows is
 * painted by the dataset's `paint`.
 */
export class DialsController extends DatasetController {
  static id = 'dials';
  static defaults = { dataElementType: 'dial', parsing: false, animation: false };
  static overrides = { scales: { x: { type: 'linear' }, y: { type: 'linear' } } };

  update() {
    const elements = this._cachedMeta.data;
    this.updateElements(elements, 0, elements.length);
  }

  /** @param {Element[]} elements @param {number} start @param {number} count */
  updateElements(elements, start, count) {
    const { xScale, yScale, _parsed } = this._cachedMeta;
    const { radius } = /** @type {{ radius: number }} */ (/** @type {unknown} */ (this.getDataset()));
    for (let i = start; i < start + count; i += 1) {
      const [element, point] = [elements[i], /** @type {{ x: number, y: number }[]} */ (_parsed)[i]];
      if (element === undefined || point === undefined) continue;
      element.x = /** @type {Scale} */ (xScale).getPixelForValue(point.x);
      element.y = /** @type {Scale} */ (yScale).getPixelForValue(point.y);
      element.options = { radius };
    }
  }

  draw() {
    const { paint } = /** @type {{ paint?: PaintDials }} */ (/** @type {unknown} */ (this.getDataset()));
    paint?.(this.chart.ctx, this._cachedMeta.data);
  }
}
