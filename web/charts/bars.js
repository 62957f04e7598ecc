import { edgeAxis, hiddenAxis, namedAxis, niceStep, tickText, toShare } from './axes.js';
import { mix } from './colors.js';
import { toPixels, XyPlot } from './xy.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./plot.js').Environment} Environment */
/** @typedef {import('./xy.js').Axes} Axes */
/** @typedef {import('./plot.js').View<Axes>} View */
/** @typedef {{ name: string, min: number, max: number }} Range */

/**
 * Where bars stand.
 *
 * @typedef {object} Bars
 * @property {string} name
 * @property {Range} x the first and the last place that is shown
 * @property {Range} y numbers are at both ends and at 0
 * @property {number} first place of the first bar
 * @property {(environment: Environment) => { left: number, right: number }} [under] where the columns of a plot above are in such a
 *   picture, CSS pixels: then no numbers are below the bars
 */

/**
 * @typedef {object} Heights
 * @property {ArrayLike<number>} values of all bars; may be the same list each time
 * @property {string} [color] quiet unless given
 * @property {number} [chosen] place of a bar that stands out
 */

/** CSS pixels: the numbers at the left, those below with their name, between two of these at least, and room above and at the right. */
const LEFT = 46;
const BELOW = 36;
const APART = 44;
const ROOM = 8;

/** Bars of so many device pixels have a gap of one between them. */
const GAP_FROM = 6;

/** CSS pixels: the least width of the chosen bar, and the mark below it. */
const CHOSEN = 2;
const MARK = { reach: 5, height: 7 };

/** How strong quiet bars are against the paper's plots. */
const QUIET = 0.55;

/**
 * A bar from zero at each place, under the columns of another plot or with numbers of its own.
 *
 * @extends {XyPlot<Bars, Heights, undefined, Axes>}
 */
export class BarsPlot extends XyPlot {
  /** @override */
  heightFor() {
    return this.data?.under ? 72 : 92;
  }

  /** Bars are a unit broad. @param {Bars} data @override */
  axes({ x, y }) {
    return {
      x: { ...x, min: x.min - 0.5, max: x.max + 0.5, log: false },
      y: { ...y, log: false },
    };
  }

  /** @param {Bars} data @param {Environment} environment @override */
  sides({ under }, environment) {
    if (!under) return { top: ROOM, right: ROOM, bottom: 0, left: 0 };
    const right = Math.max(0, environment.width - under(environment).right);
    return { top: 1, right, bottom: 1, left: 0 };
  }

  /** @param {Bars} data @param {Environment} environment @override */
  scales(data, environment) {
    const axes = this.axes(data);
    const { width, height, palette } = environment;
    const under = data.under?.(environment);
    const up = { way: /** @type {const} */ ('up'), pixels: height, gap: 6 };
    const y = {
      ...edgeAxis(axes.y, palette, { ...up, room: under?.left ?? LEFT, ticks: endsOf(data.y) }),
      border: { display: false },
      grid: { color: palette.line, drawTicks: false },
    };
    if (under) return { x: hiddenAxis(axes.x), y };
    const across = { way: /** @type {const} */ ('across'), pixels: width - LEFT - ROOM, gap: 1, room: BELOW };
    const x = namedAxis(axes.x, palette, { ...across, ticks: placesOn(data.x, across.pixels) });
    return { x, y };
  }

  /** @override */
  arrange() {
    return this.axes(/** @type {Bars} */ (this.data));
  }

  /** @param {Context} context @param {View} view @override */
  background(context, { width, height, palette }) {
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, width, height);
  }

  /** @param {Context} context @param {View} view @param {Heights | undefined} heights @override */
  moving(context, view, heights) {
    if (!heights) return;
    const { first } = /** @type {Bars} */ (this.data);
    const { values, color = mix(view.palette.soft, view.palette.plot, QUIET), chosen } = heights;
    drawBars(context, view, view.layout, { values, first, color });
    if (chosen !== undefined) drawChosen(context, view, chosen, values[chosen - first]);
  }

  /** A row a bar. @override */
  table() {
    const { name, x, y, first } = /** @type {Bars} */ (this.end);
    const { values = [] } = this.moment ?? {};
    return {
      name,
      columns: [
        { name: x.name, unit: '', values: Array.from(values, (_, i) => first + i) },
        { name: y.name, unit: '', values },
      ],
    };
  }
}

/**
 * Many bars in a pixel are seen there from the least to the greatest of them.
 *
 * @param {Context} context
 * @param {import('./plot.js').View<unknown>} view
 * @param {Axes} axes
 * @param {{ values: ArrayLike<number>, first: number, color: string }} bars
 */
function drawBars(context, { area, ratio }, { x, y }, { values, first, color }) {
  const pixel = 1 / ratio;
  const broad = (area.right - area.left) / (x.max - x.min);
  const gap = broad >= GAP_FROM * pixel ? pixel : 0;
  const edge = (/** @type {number} */ place) => {
    const pixels = area.left + (Math.max(x.min, Math.min(x.max, place)) - x.min) * broad;
    return Math.round(pixels * ratio) / ratio;
  };
  const height = area.bottom - area.top;
  const zero = toShare(y, 0);
  context.fillStyle = color;
  const end = Math.min(values.length, Math.ceil(x.max + 0.5) - first);
  for (let i = Math.max(0, Math.floor(x.min + 0.5) - first); i < end; i += 1) {
    const left = edge(first + i - 0.5);
    const width = Math.max(pixel, edge(first + i + 0.5) - left - gap);
    const share = toShare(y, values[i]);
    const top = area.bottom - Math.max(zero, share) * height;
    context.fillRect(left, top, width, Math.max(pixel, Math.abs(share - zero) * height));
  }
}

/** The bar again, stronger, and a mark below it that shows where it is even if it has no height. @param {Context} context @param {View} view @param {number} place @param {number} value */
function drawChosen(context, { area, ratio, palette, layout: axes }, place, value) {
  const broad = (area.right - area.left) / (axes.x.max - axes.x.min);
  const width = Math.max(CHOSEN, broad - (broad > 6 ? 1 / ratio : 0));
  const middle = toPixels(axes, area, place, 0).x;
  const { y: top } = toPixels(axes, area, place, value);
  const crisp = (/** @type {number} */ pixels) => Math.round(pixels * ratio) / ratio;
  context.fillStyle = palette.ink;
  context.fillRect(crisp(middle - width / 2), top, crisp(width), area.bottom - top);
  context.beginPath();
  context.moveTo(middle, area.bottom + 1);
  context.lineTo(middle - MARK.reach, area.bottom + 1 + MARK.height);
  context.lineTo(middle + MARK.reach, area.bottom + 1 + MARK.height);
  context.fill();
}

/** Both ends of an axis, and 0. @param {Range} range */
function endsOf({ min, max }) {
  const step = Number.isInteger(max) ? 1 : max / 10;
  return [...new Set([min, 0, max])].map((value) => ({ value, text: tickText(value, step) }));
}

/** Round places, 0 among them. @param {Range} range @param {number} pixels */
function placesOn({ min, max }, pixels) {
  const step = Math.max(1, niceStep((APART * (max - min + 1)) / Math.max(1, pixels)));
  const first = Math.ceil(min / step);
  return Array.from({ length: Math.floor(max / step) - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: tickText(value, 1) };
  });
}
