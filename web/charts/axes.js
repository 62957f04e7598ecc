import { fontFamily } from './colors.js';

/**
 * @typedef {object} Axis
 * @property {string} name
 * @property {number} min above 0 where it is logarithmic
 * @property {number} max
 * @property {boolean} log
 * @property {boolean} [isWhole] whether only whole numbers have a place on it
 * @property {{ part: number, text: string }} [beyond] where what lies beyond all numbers is shown, from 0 at its beginning to 1 at its
 *   end, and what that is
 */

export const NUMBERS = { family: fontFamily, size: 12 };

/** Pixels from number to number, at least. */
const APART = { across: 64, up: 34 };

/** Pixels from what lies beyond all numbers to the next one, at least. */
const CLEAR = 14;

/** Pixels that the numbers of an axis take, and between them and the plot. */
export const BELOW = 24;
export const BESIDE = 48;
const GAP = 7;

/** @typedef {Pick<Axis, 'min' | 'max' | 'log'>} Extent */

/** @param {Extent} axis @param {number} value @returns {number} 0 at the axis's beginning, 1 at its end; NaN for what has no place on it */
export function toShare({ min, max, log }, value) {
  const part = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Number.isFinite(part) ? part : Number.NaN;
}

/** @param {Extent} axis @param {number} part 0..1 @returns {number} */
export const toValue = ({ min, max, log }, part) =>
  log ? min * (max / min) ** part : min + (max - min) * part;

/** The powers of ten in a range of logarithms, all or every few. @param {number} low @param {number} high @param {number} pixels from low to high @returns {number[]} whole exponents */
export function powersIn(low, high, pixels) {
  const every = Math.max(1, Math.ceil(((high - low) * 24) / Math.max(1, pixels)));
  const first = Math.ceil(low / every) * every;
  const count = Math.max(0, Math.floor((high - first) / every) + 1);
  return Array.from({ length: count }, (_, i) => first + i * every);
}

/**
 * Round numbers along an axis.
 *
 * @param {Axis} axis
 * @param {number} pixels of its length
 * @param {'across' | 'up'} way
 * @returns {{ value: number, text: string }[]}
 */
export function ticksOn(axis, pixels, way) {
  const { beyond } = axis;
  const ticks = numbersOn(axis, pixels, way);
  if (!beyond) return ticks;
  const side = Math.sign(beyond.part - 0.5);
  const isClear = (/** @type {{ value: number }} */ { value }) =>
    side * (beyond.part - toShare(axis, value)) * pixels >= CLEAR;
  return [...ticks.filter(isClear), { value: toValue(axis, beyond.part), text: beyond.text }];
}

/** @param {Axis} axis @param {number} pixels @param {'across' | 'up'} way */
function numbersOn({ min, max, log, isWhole = false }, pixels, way) {
  if (log) {
    const [low, high] = [Math.log10(min) - 1e-9, Math.log10(max) + 1e-9];
    return powersIn(low, high, pixels).map((power) => ({
      value: 10 ** power,
      text: tickText(10 ** power, 10 ** power),
    }));
  }
  const least = niceStep(((max - min) * APART[way]) / Math.max(1, pixels));
  let step = isWhole ? Math.max(1, least) : least;
  const firstOf = () => Math.ceil(min / step - 1e-9);
  const lastOf = () => Math.floor(max / step + 1e-9);
  // One number alone gives no scale.
  while (max > min && lastOf() <= firstOf() && !(isWhole && step <= 1)) step = niceStep(step / 2.5);
  const first = firstOf();
  const count = lastOf() - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: tickText(value, step) };
  });
}

/** A Chart.js scale that only says where things are. @param {Axis} axis */
export const hiddenAxis = ({ min, max, log }) => ({
  type: log ? 'log' : 'linear',
  display: false,
  min,
  max,
});

/**
 * A Chart.js scale along the plot's edge, with numbers outside of it and a line of the grid at each.
 *
 * @param {Axis} axis
 * @param {Readonly<import('./colors.js').Palette>} palette
 * @param {object} place
 * @param {'across' | 'up'} place.way
 * @param {number} place.pixels of the axis
 * @param {number} [place.free] pixels at its end where no number may stand
 * @param {number} [place.room] pixels that the numbers take
 * @param {number} [place.gap] pixels between them and the plot
 * @param {{ value: number, text: string }[]} [place.ticks] round numbers unless given
 * @returns {import('chart.js').ScaleOptionsByType}
 */
export function edgeAxis(axis, palette, place) {
  const { way, pixels, free = 0, gap = GAP, ticks = ticksOn(axis, pixels, way) } = place;
  const isAcross = way === 'across';
  const { room = isAcross ? BELOW : BESIDE } = place;
  const text = new Map(ticks.map(({ value, text: own }) => [value, own]));
  const last = 1 - free / Math.max(1, pixels);
  return /** @type {import('chart.js').ScaleOptionsByType} */ (
    /** @type {unknown} */ ({
      type: axis.log ? 'log' : 'linear',
      bounds: 'data',
      min: axis.min,
      max: axis.max,
      border: { color: palette.line },
      grid: { color: palette.grid, drawTicks: false, tickLength: 0 },
      // Its room is given, so that plots stand in line and nothing moves when numbers change.
      afterFit: (/** @type {import('chart.js').Scale} */ scale) => {
        if (isAcross) scale.height = room;
        else scale.width = room;
      },
      afterBuildTicks: (/** @type {import('chart.js').Scale} */ scale) => {
        scale.ticks = ticks.map(({ value }) => ({ value }));
      },
      ticks: {
        includeBounds: false,
        autoSkip: false,
        minRotation: 0,
        maxRotation: 0,
        padding: gap,
        color: palette.soft,
        font: NUMBERS,
        callback: (/** @type {number} */ value) =>
          toShare(axis, value) <= last ? (text.get(value) ?? '') : '',
      },
    })
  );
}

/**
 * The same with its name beside the numbers, and no lines across: for whole numbers that say which column or row it is.
 *
 * @param {Axis} axis
 * @param {Readonly<import('./colors.js').Palette>} palette
 * @param {Parameters<typeof edgeAxis>[2] & { apart?: number }} place `apart`: pixels between the name and the numbers
 * @returns {import('chart.js').ScaleOptionsByType}
 */
export const namedAxis = (axis, palette, { apart = 0, ...place }) => ({
  ...edgeAxis(axis, palette, place),
  .../** @type {{}} */ ({
    border: { display: false },
    grid: { color: palette.line, drawOnChartArea: false, tickLength: 4 },
    title: { display: true, text: axis.name, color: palette.soft, padding: apart, font: NUMBERS },
  }),
});

/**
 * A round step (1, 2 or 5 times a power of ten) that is at least as large as asked.
 *
 * @param {number} least above 0
 * @returns {number}
 */
export function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const part = least / power;
  const round = part <= 1.0001 ? 1 : part <= 2.0001 ? 2 : part <= 5.0001 ? 5 : 10;
  return round * power;
}

/** @param {number} step a nice one @returns {number} parts into which it divides into round numbers too */
export const partsOf = (step) =>
  Math.round(step / 10 ** Math.floor(Math.log10(step * 1.0001))) === 5 ? 5 : 2;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} exponent @returns {string} */
const raised = (exponent) =>
  String(exponent).replace(/./g, (mark) => (mark === '-' ? '⁻' : (SUPERSCRIPTS[Number(mark)] ?? '')));

/**
 * A number on an axis, as short as its step allows, with a true minus.
 *
 * @param {number} value a multiple of the step
 * @param {number} step
 * @returns {string} such as `−0.5`, `20` or `3×10⁶`
 */
export function tickText(value, step) {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size < step / 2) return '0';
  if (size >= 1e5 || step < 1e-3) {
    const [digits, exponent] = /** @type {[string, string]} */ (size.toExponential(6).split('e'));
    const front = String(Number(digits));
    const power = `10${raised(Number(exponent))}`;
    return sign + (front === '1' ? power : `${front}×${power}`);
  }
  return sign + size.toFixed(Math.max(0, -Math.floor(Math.log10(step * 1.0001))));
}
