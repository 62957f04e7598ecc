import { DatasetController, Element } from 'chart.js';
import { drawArrow } from './arrow-shape.js';

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {import('chart.js').Scale} Scale */

/** The tip of an arrow: what Chart.js points at, for tooltips and hovering. The controller draws. */
export class ArrowElement extends Element {
  static id = 'arrow';
  static defaults = { borderWidth: 2 };
  static defaultRoutes = { backgroundColor: 'backgroundColor' };

  /** @param {number} x @param {number} y pixels */
  inRange(x, y) {
    return Math.hypot(x - this.x, y - this.y) < 8;
  }

  /** @param {number} x pixels */
  inXRange(x) {
    return Math.abs(x - this.x) < 8;
  }

  /** @param {number} y pixels */
  inYRange(y) {
    return Math.abs(y - this.y) < 8;
  }

  getCenterPoint() {
    return { x: this.x, y: this.y };
  }
}

/**
 * The Chart.js type `arrows`: each `{ x, y }` of a dataset is an arrow from the origin of the axes to that point.
 * `backgroundColor`, `borderColor` (the shaft's, where it is another) and `borderWidth` (the shaft's, in pixels) may be one
 * value or a list; the size of the head follows from the width. Points are read where they are, so after changing one in place `chart.draw()` shows it.
 */
export class ArrowsController extends DatasetController {
  static id = 'arrows';
  static defaults = { dataElementType: 'arrow', parsing: false, animation: false };
  static overrides = { scales: { x: { type: 'linear' }, y: { type: 'linear' } } };

  /** @returns {Point[]} */
  get points() {
    return /** @type {Point[]} */ (this._cachedMeta._parsed);
  }

  /**
   * The range of an axis, always with the origin in it. Chart.js would take points that it does not parse for sorted.
   *
   * @param {Scale} scale
   * @returns {{ min: number, max: number }}
   */
  getMinMax(scale) {
    const axis = /** @type {'x' | 'y'} */ (scale.axis);
    const range = { min: 0, max: 0 };
    for (const point of this.points) {
      const value = point[axis];
      if (value < range.min && value > Number.NEGATIVE_INFINITY) range.min = value;
      else if (value > range.max && value < Number.POSITIVE_INFINITY) range.max = value;
    }
    return range;
  }

  update() {
    const elements = this._cachedMeta.data;
    this.updateElements(elements, 0, elements.length);
  }

  /** @param {Element[]} elements @param {number} start @param {number} count */
  updateElements(elements, start, count) {
    const { x, y } = this.axes();
    for (let i = start; i < start + count; i += 1) {
      const element = elements[i];
      const point = this.points[i];
      if (element === undefined || point === undefined) continue;
      element.x = x.getPixelForValue(point.x);
      element.y = y.getPixelForValue(point.y);
    }
  }

  /** @param {number} index */
  getLabelAndValue(index) {
    const { x, y } = this.axes();
    const point = this.points[index];
    return { label: '', value: `(${x.getLabelForValue(point.x)}, ${y.getLabelForValue(point.y)})` };
  }

  draw() {
    this.paint(this.chart.ctx, 0, this.points.length);
  }

  /**
   * Draws some of the arrows, on the chart's canvas or on any other with the same coordinates.
   *
   * @param {import('./plot.js').Context} ctx
   * @param {number} start index of the first
   * @param {number} end index after the last
   * @param {{ backgroundColor?: unknown, borderColor?: unknown, borderWidth?: unknown }} [style] the dataset's unless given
   */
  paint(ctx, start, end, style = /** @type {any} */ (this.getDataset())) {
    const { x, y } = this.axes();
    const { backgroundColor, borderColor, borderWidth } = style;
    const points = this.points;
    const originX = x.getPixelForValue(0);
    const originY = y.getPixelForValue(0);
    for (let i = start; i < end; i += 1) {
      const point = points[i];
      const color = at(backgroundColor, i) ?? this.styleOf(i).backgroundColor;
      const shaft = at(borderColor, i) ?? color;
      const width = at(borderWidth, i) ?? this.styleOf(i).borderWidth;
      const tipX = x.getPixelForValue(point.x);
      const tipY = y.getPixelForValue(point.y);
      drawArrow(ctx, originX, originY, tipX, tipY, width, color, shaft);
    }
  }

  /** @param {number} index @returns {any} what Chart.js says of a style that is neither a value nor a list of values */
  styleOf(index) {
    return this.resolveDataElementOptions(index, /** @type {any} */ ('default'));
  }

  axes() {
    const { xScale, yScale } = this._cachedMeta;
    return { x: /** @type {Scale} */ (xScale), y: /** @type {Scale} */ (yScale) };
  }
}

/** @param {unknown} style @param {number} index @returns {any} undefined where Chart.js itself must resolve it */
function at(style, index) {
  if (typeof style === 'string' || typeof style === 'number') return style;
  return Array.isArray(style) && style.length > 0 ? style[index % style.length] : undefined;
}
