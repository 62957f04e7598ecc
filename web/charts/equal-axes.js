import { Chart, LinearScale } from 'chart.js';
import { niceStep, partsOf, tickText } from './axes.js';
import { fontFamily } from './colors.js';
import { Plot } from './plot.js';
import { drawText } from './text.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./plot.js').Environment} Environment */
/** @typedef {{ left: number, top: number, width: number, height: number }} Box CSS pixels */
/** @typedef {Box & { text: string }} Tick a number of an axis */

/** What must be seen, in data units. @typedef {{ centerX: number, centerY: number, spanX: number, spanY: number }} Region */

/**
 * Where data units lie on the canvas.
 *
 * @typedef {object} Frame
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} originX CSS pixels
 * @property {number} originY
 * @property {number} pixelsPerUnit the same on both axes
 */

/** Pixels between numbers, and between lines, at least. */
const BETWEEN_NUMBERS = 72;
const BETWEEN_LINES = 26;

/** Pixels between an axis and its numbers, and between a number and the edge. */
const GAP = 8;
const EDGE = 12;

export const NUMBER = { font: `12px ${fontFamily}`, size: 12, height: 13 };

/** A linear scale whose numbers are drawn by its plot, which leaves out those that are in the way of something else. */
class OriginScale extends LinearScale {
  static id = 'origin';
  static defaults = LinearScale.defaults;

  drawLabels() {}

  /** The numbers stand inside, and need no room beside the plot. */
  getPadding() {
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  }
}

Chart.register(OriginScale);

/**
 * A plot with as many pixels a unit on both axes, which run through the origin or, where that is out of view, along the edge.
 *
 * @template Data
 * @template [Moment=void]
 * @template [Selection=undefined]
 * @template {{ frame: Frame, ticks: Tick[] }} [Layout={ frame: Frame, ticks: Tick[] }]
 * @extends {Plot<Data, Moment, Selection, Layout>}
 */
export class EqualAxesPlot extends Plot {
  /** Room round what must be seen: CSS pixels, but at most this part of the plot. */
  room = { x: 40, y: 28, part: 0.14 };

  /** @param {Data} _data @returns {Region} what must be seen */
  region(_data) {
    throw new Error('a plot must say its region');
  }

  /** @param {Data} _data @returns {import('chart.js').ChartConfiguration} its datasets */
  datasets(_data) {
    throw new Error('a plot must say its datasets');
  }

  /** @param {number} width @param {number} height @override */
  scaleFor(width, height) {
    if (this.data === undefined || width === 0 || height === 0) return Number.POSITIVE_INFINITY;
    const { spanX, spanY } = this.region(this.data);
    const { x, y, part } = this.room;
    const inner = (/** @type {number} */ size, /** @type {number} */ room) =>
      size - 2 * Math.min(room, size * part);
    const scale = Math.min(inner(width, x) / spanX, inner(height, y) / spanY);
    return scale > 0 && scale < Number.POSITIVE_INFINITY ? scale : 1;
  }

  /** @param {Data} data @param {Environment} environment @override @returns {import('chart.js').ChartConfiguration} */
  config(data, environment) {
    const { width, height, palette } = environment;
    const frame = this.frameFor(environment);
    const { originX, originY, pixelsPerUnit } = frame;
    const below =
      Math.min(height - EDGE, Math.max(EDGE, originY + GAP + NUMBER.height / 2)) - GAP - NUMBER.height / 2;
    const beside = Math.min(width - EDGE, Math.max(EDGE + 20, originX - GAP));
    const at = (/** @type {number} */ x, /** @type {number} */ y) => ({
      x: (x - originX) / pixelsPerUnit,
      y: (originY - y) / pixelsPerUnit,
    });
    const [low, high] = [at(0, height), at(width, 0)];
    const inside = { low: at(EDGE, height - EDGE), high: at(width - EDGE, EDGE) };
    const { options, ...rest } = this.datasets(data);
    return {
      ...rest,
      options: {
        ...options,
        layout: { autoPadding: false, padding: 0 },
        scales: {
          x: axis(palette, pixelsPerUnit, [low.x, high.x], [inside.low.x, inside.high.x], {
            y: at(0, below).y,
          }),
          y: axis(palette, pixelsPerUnit, [low.y, high.y], [inside.low.y, inside.high.y], {
            x: at(beside, 0).x,
          }),
        },
      },
    };
  }

  /** @param {Omit<import('./plot.js').View<Layout>, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    const layout = { frame: this.frameFor(view), ticks: [view.scales.x, view.scales.y].flatMap(ticksOf) };
    return /** @type {Layout} */ (/** @type {unknown} */ (layout));
  }

  /** @param {Environment} environment @returns {Frame} */
  frameFor({ width, height, scale }) {
    const { centerX, centerY } = this.region(/** @type {Data} */ (this.data));
    const isGiven = scale !== undefined && scale > 0 && scale < Number.POSITIVE_INFINITY;
    const pixelsPerUnit = isGiven ? scale : this.scaleFor(width, height);
    return {
      width,
      height,
      originX: width / 2 - centerX * pixelsPerUnit,
      originY: height / 2 + centerY * pixelsPerUnit,
      pixelsPerUnit,
    };
  }

  /** The axes' numbers, over what rests. @param {Context} context @param {import('./plot.js').View<Layout>} view @override */
  labels(context, { layout: { ticks }, palette }) {
    drawNumbers(context, ticks, palette);
  }

  /** Where data units lie on the screen. @returns {Frame} */
  get frameOnScreen() {
    return this.view?.layout.frame ?? { width: 0, height: 0, originX: 0, originY: 0, pixelsPerUnit: 1 };
  }

  /** @param {{ x: number, y: number }} point CSS pixels from the canvas's left and top @returns {{ x: number, y: number }} data units */
  toData({ x, y }) {
    const { originX, originY, pixelsPerUnit } = this.frameOnScreen;
    return { x: (x - originX) / pixelsPerUnit, y: (originY - y) / pixelsPerUnit };
  }

  /** @param {{ x: number, y: number }} point data units @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top */
  toPixels(point) {
    return toPixels(this.frameOnScreen, point.x, point.y);
  }
}

/** @param {Frame} frame @param {number} x data units @param {number} y */
export const toPixels = ({ originX, originY, pixelsPerUnit }, x, y) => ({
  x: originX + x * pixelsPerUnit,
  y: originY - y * pixelsPerUnit,
});

/** @param {Context} context @param {readonly Tick[]} ticks @param {Readonly<import('./colors.js').Palette>} palette */
export function drawNumbers(context, ticks, palette) {
  for (const tick of ticks) drawText(context, { ...tick, color: palette.soft }, NUMBER.font, palette.plot);
}

/**
 * @param {Readonly<import('./colors.js').Palette>} palette
 * @param {number} pixelsPerUnit
 * @param {[number, number]} range of what is drawn, data units
 * @param {[number, number]} numbered where numbers have room
 * @param {Record<string, number>} position of its numbers on the other axis
 * @returns {import('chart.js').ScaleOptionsByType<'linear'>}
 */
function axis(palette, pixelsPerUnit, [min, max], numbered, position) {
  const step = niceStep(BETWEEN_NUMBERS / pixelsPerUnit);
  const fine = step / partsOf(step);
  const lines = fine * pixelsPerUnit < BETWEEN_LINES ? step : fine;
  const isNumbered = (/** @type {number} */ value) => {
    const count = value / step;
    const isWhole = Math.abs(count - Math.round(count)) < 1e-6 && Math.round(count) !== 0;
    return isWhole && value >= numbered[0] && value <= numbered[1];
  };
  const isOrigin = (/** @type {{ tick?: { value: number } }} */ { tick }) => tick?.value === 0;
  return /** @type {any} */ ({
    type: 'origin',
    bounds: 'data',
    min,
    max,
    position,
    border: { display: false },
    grid: {
      drawTicks: false,
      tickLength: 0,
      color: (/** @type {any} */ context) => (isOrigin(context) ? palette.line : palette.grid),
      lineWidth: (/** @type {any} */ context) => (isOrigin(context) ? 2 : 1),
    },
    afterBuildTicks: (/** @type {any} */ scale) => {
      scale.ticks = multiplesIn(min, max, lines).map((value) => ({ value }));
    },
    ticks: {
      includeBounds: false,
      autoSkip: false,
      minRotation: 0,
      maxRotation: 0,
      padding: GAP,
      font: { family: fontFamily, size: NUMBER.size },
      callback: (/** @type {number} */ value) => (isNumbered(value) ? tickText(value, step) : ''),
    },
  });
}

/** @param {number} from @param {number} to @param {number} step @returns {number[]} its whole multiples, at most 400 */
function multiplesIn(from, to, step) {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.min(400, Math.floor(to / step) - first + 1));
  return Array.from({ length: count }, (_, i) => (first + i) * step || 0);
}

/** The numbers of an axis where Chart.js has put them. @param {import('chart.js').Scale} scale @returns {Tick[]} */
function ticksOf(scale) {
  const isAcross = scale.isHorizontal();
  return scale.getLabelItems(scale.chart.chartArea).flatMap(({ label, options }) => {
    const text = String(label);
    if (text === '') return [];
    const [x = 0, y = 0] = options.translation ?? [];
    const { ctx } = scale;
    ctx.font = NUMBER.font;
    const width = ctx.measureText(text).width;
    const left = isAcross ? x - width / 2 : x - width;
    const top = isAcross ? y : y - NUMBER.height / 2;
    return [{ text, left, top, width, height: NUMBER.height }];
  });
}
