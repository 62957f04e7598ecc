import { fontFamily } from './palette.js';
import { niceStep, tickText } from './ticks.js';

/** @typedef {import('chart.js').Scale} Scale */

/** Between numbers, CSS pixels at least. */
const APART = { x: 56, y: 34 };

/** A label of its own for each row needs so much, CSS pixels. */
const LINE = 15;
const FONT = 12;

/** An estimate of a digit's width, CSS pixels. */
const DIGIT = 6;

/** Room for the title beside the numbers, CSS pixels. */
const TITLE = 22;

/**
 * A linear axis of whole numbers: cell i is drawn from i − 0.5 to i + 0.5.
 *
 * @param {'x' | 'y'} axis
 * @param {() => { size: number, names: readonly string[] | undefined }} of `size` across the axis in CSS pixels; `names` of the first indices, where there is room
 */
export function indexScale(axis, of) {
  return {
    type: /** @type {const} */ ('linear'),
    axis,
    position: axis === 'x' ? /** @type {const} */ ('bottom') : /** @type {const} */ ('left'),
    reverse: axis === 'y',
    bounds: /** @type {const} */ ('data'),
    min: -0.5,
    max: 0.5,
    border: { display: false },
    grid: { drawOnChartArea: false, tickLength: 4, tickWidth: 1 },
    ticks: {
      autoSkip: false,
      sampleSize: 1,
      maxRotation: 0,
      padding: axis === 'x' ? 3 : 6,
      font: { size: FONT, family: fontFamily },
      callback: (/** @type {unknown} */ value) => of().names?.[Number(value)] ?? tickText(Number(value), 1),
    },
    title: {
      display: true,
      padding: 1,
      font: { size: FONT, family: fontFamily },
    },
    afterBuildTicks(/** @type {Scale} */ scale) {
      scale.ticks = ticksOf(scale, axis).map((value) => ({ value }));
    },
    afterFit(/** @type {Scale} */ scale) {
      scale[axis === 'x' ? 'height' : 'width'] = of().size;
    },
  };
}

/** @param {Scale} scale @param {'x' | 'y'} axis @returns {number[]} whole numbers */
function ticksOf(scale, axis) {
  const { min, max, chart } = scale;
  const length = Math.max(1, axis === 'x' ? chart.chartArea?.width || chart.width : chart.height);
  const first = Math.max(0, Math.ceil(min));
  const perCell = length / (max - min);
  // The last column's number is left out where half of it would not fit.
  const last = Math.floor(axis === 'x' ? max - (DIGIT * String(Math.floor(max)).length) / 2 / perCell : max);
  const least = axis === 'y' && perCell >= LINE ? 1 : (axis === 'x' ? APART.x : APART.y) / perCell;
  const step = Math.max(1, niceStep(least));
  const start = Math.ceil(first / step);
  return Array.from(
    { length: Math.max(0, Math.floor(last / step) - start + 1) },
    (_, i) => (start + i) * step,
  );
}

/** Whether each row has room for its name. @param {number} height CSS pixels @param {number} rows */
export const hasNames = (height, rows) => height / rows >= LINE;

/**
 * Room for the rows' numbers and names, CSS pixels.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly string[]} texts
 * @param {number} most
 */
export function gutterFor(ctx, texts, most) {
  ctx.font = `${FONT}px ${fontFamily}`;
  const widest = texts.reduce((width, text) => Math.max(width, ctx.measureText(text).width), 0);
  return Math.min(most, Math.ceil(widest) + TITLE + 8);
}
