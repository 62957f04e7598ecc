import { contrast, fitChroma, fromHex, toHex } from './color-space.js';
import { palette } from './palette.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('./color-space.js').Triple} Triple */

/**
 * @typedef {object} PositionColors
 * @property {string[]} mark `#rrggbb` a position, for arrows and dots
 * @property {string[]} text the same for words and numbers: 4.5:1 or more on plot and paper
 */

/** The sequence in OKLCH: lightness and hue rise evenly from the first position to the last. */
const CHROMA = 0.17;
const FIRST_HUE = 272;
const HUE_RISE = 143;
const lightness = { light: [0.42, 0.64], dark: [0.66, 0.84] };

/** WCAG AA asks for 4.5; the rest is room for rounding to bytes. */
const TEXT_CONTRAST = 4.56;

/** Colours between these are interpolated: fitting into sRGB is too slow for all of them. */
const KNOTS = 96;

/** More of them are not told apart, and take their time. */
const MOST_COLORS = 4096;

/** @type {Partial<Record<Scheme, { mark: Triple[], text: Triple[] }>>} */
const sequences = {};

/** @param {Scheme} scheme */
function sequenceOf(scheme) {
  const known = sequences[scheme];
  if (known !== undefined) return known;
  const { paper, plot } = palette(scheme);
  const grounds = [fromHex(paper), fromHex(plot)];
  const [from, to] = /** @type {[number, number]} */ (lightness[scheme]);
  /** @type {{ mark: Triple[], text: Triple[] }} */
  const sequence = { mark: [], text: [] };
  for (let i = 0; i <= KNOTS; i += 1) {
    const t = i / KNOTS;
    const hue = FIRST_HUE + HUE_RISE * t;
    const level = from + (to - from) * t;
    sequence.mark.push(fitChroma(level, CHROMA, hue));
    sequence.text.push(readable(level, hue, scheme === 'light' ? 0 : 1, grounds));
  }
  sequences[scheme] = sequence;
  return sequence;
}

/**
 * The nearest lightness of a hue that can be read on every ground.
 *
 * @param {number} level lightness to begin with
 * @param {number} hue
 * @param {0 | 1} end the lightness away from the grounds
 * @param {Triple[]} grounds
 */
function readable(level, hue, end, grounds) {
  const passes = (/** @type {Triple} */ color) =>
    grounds.every((ground) => contrast(color, ground) >= TEXT_CONTRAST);
  const color = fitChroma(level, CHROMA, hue);
  if (passes(color)) return color;
  let [bad, good] = [level, /** @type {number} */ (end)];
  for (let i = 0; i < 10; i += 1) {
    const middle = (bad + good) / 2;
    if (passes(fitChroma(middle, CHROMA, hue))) good = middle;
    else bad = middle;
  }
  return fitChroma(good, CHROMA, hue);
}

/** @param {Triple[]} knots @param {number} t 0..1 */
function between(knots, t) {
  const at = t * (knots.length - 1);
  const i = Math.min(knots.length - 2, Math.floor(at));
  const share = at - i;
  const one = /** @type {Triple} */ (knots[i]);
  const other = /** @type {Triple} */ (knots[i + 1]);
  const part = (/** @type {0 | 1 | 2} */ c) => one[c] + (other[c] - one[c]) * share;
  return toHex([part(0), part(1), part(2)]);
}

/** @param {number} t */
const clamped = (t) => Math.min(1, Math.max(0, Number.isFinite(t) ? t : 0));

/**
 * @param {number} t where in the sequence, 0 (first position) to 1 (last); values outside are clamped
 * @param {Scheme} scheme
 * @returns {string} `#rrggbb`, for marks
 */
export const colorAt = (t, scheme) => between(sequenceOf(scheme).mark, clamped(t));

/**
 * @param {number} t where in the sequence, 0 to 1
 * @param {Scheme} scheme
 * @returns {string} `#rrggbb`, for words and numbers: at least 4.5:1 on plot and paper
 */
export const textColorAt = (t, scheme) => between(sequenceOf(scheme).text, clamped(t));

/**
 * One colour a position: even steps of lightness and hue, so that neighbours differ alike, also to colour-blind eyes.
 *
 * @param {number} count positions, from 1
 * @param {Scheme} scheme
 * @returns {PositionColors}
 */
export function positionColors(count, scheme) {
  const last = Math.max(1, count - 1);
  const steps = Math.min(last, MOST_COLORS - 1);
  const all = (/** @type {(t: number, scheme: Scheme) => string} */ at) => {
    const colors = Array.from({ length: steps + 1 }, (_, i) => at(i / steps, scheme));
    return Array.from({ length: count }, (_, i) => String(colors[Math.round((i * steps) / last)]));
  };
  return { mark: all(colorAt), text: all(textColorAt) };
}
