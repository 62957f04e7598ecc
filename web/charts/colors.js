/** @typedef {'light' | 'dark'} Scheme */
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
  const backgrounds = [fromHex(paper), fromHex(plot)];
  const [from, to] = /** @type {[number, number]} */ (lightness[scheme]);
  /** @type {{ mark: Triple[], text: Triple[] }} */
  const sequence = { mark: [], text: [] };
  for (let i = 0; i <= KNOTS; i += 1) {
    const t = i / KNOTS;
    const hue = FIRST_HUE + HUE_RISE * t;
    const level = from + (to - from) * t;
    sequence.mark.push(fitChroma(level, CHROMA, hue));
    sequence.text.push(readable(level, hue, scheme === 'light' ? 0 : 1, backgrounds));
  }
  sequences[scheme] = sequence;
  return sequence;
}

/**
 * The nearest lightness of a hue that can be read on every background.
 *
 * @param {number} level lightness to begin with
 * @param {number} hue
 * @param {0 | 1} end the lightness away from the backgrounds
 * @param {Triple[]} backgrounds
 */
function readable(level, hue, end, backgrounds) {
  const passes = (/** @type {Triple} */ color) =>
    backgrounds.every((background) => contrast(color, background) >= TEXT_CONTRAST);
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

/**
 * @typedef {object} Palette every colour but those of the positions
 * @property {string} paper the page
 * @property {string} plot
 * @property {string} ink
 * @property {string} soft quiet text
 * @property {string} line
 * @property {string} grid
 * @property {string} accent what can be touched
 */

/** @type {Readonly<Record<Scheme, Readonly<Palette>>>} */
const palettes = Object.freeze({
  light: Object.freeze({
    paper: '#fbfaf7',
    plot: '#ffffff',
    ink: '#1c1b22',
    soft: '#62606c',
    line: '#e3e0d8',
    grid: '#eceae3',
    accent: '#3348d1',
  }),
  dark: Object.freeze({
    paper: '#121317',
    plot: '#17191f',
    ink: '#eceaf2',
    soft: '#a09eac',
    line: '#2c2e37',
    grid: '#23252d',
    accent: '#93a1ff',
  }),
});

/**
 * @param {Scheme} scheme
 * @returns {Readonly<Palette>}
 * @throws {RangeError} when there is no such scheme
 */
export function palette(scheme) {
  const found = palettes[scheme];
  if (found === undefined) throw new RangeError(`scheme must be light or dark, got ${scheme}`);
  return found;
}

/** What words and numbers are set in. */
export const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/**
 * Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/), sRGB (IEC 61966-2-1) and WCAG 2.2 contrast.
 *
 * @typedef {[number, number, number]} Triple
 */

/** @param {number} linear @returns {number} the sRGB component, both in 0..1 */
const encode = (linear) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);

/** @param {number} component of sRGB @returns {number} the light's intensity, both in 0..1 */
const decode = (component) =>
  component <= 0.04045 ? component / 12.92 : ((component + 0.055) / 1.055) ** 2.4;

/**
 * @param {number} lightness 0..1
 * @param {number} chroma from 0
 * @param {number} hue degrees
 * @returns {Triple} linear sRGB; outside 0..1 where the colour does not fit
 */
export function oklchToLinear(lightness, chroma, hue) {
  const angle = (hue * Math.PI) / 180;
  return oklabToLinear(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
}

/** @param {number} lightness @param {number} a @param {number} b @returns {Triple} linear sRGB */
function oklabToLinear(lightness, a, b) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** @param {Triple} linear @returns {Triple} OKLab: lightness, a, b */
export function linearToOklab([red, green, blue]) {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @param {Triple} linear @returns {boolean} whether sRGB has the colour */
const fits = (linear) => linear.every((component) => component >= -1e-6 && component <= 1 + 1e-6);

/**
 * The colour of this lightness and hue in sRGB: the chroma is lowered until it fits.
 *
 * @param {number} lightness 0..1
 * @param {number} chroma from 0
 * @param {number} hue degrees
 * @returns {Triple} linear sRGB
 */
export function fitChroma(lightness, chroma, hue) {
  const whole = oklchToLinear(lightness, chroma, hue);
  if (fits(whole)) return whole;
  let [low, high] = [0, chroma];
  for (let i = 0; i < 14; i += 1) {
    const middle = (low + high) / 2;
    if (fits(oklchToLinear(lightness, middle, hue))) low = middle;
    else high = middle;
  }
  return oklchToLinear(lightness, low, hue);
}

/** @param {Triple} linear @returns {string} `#rrggbb` */
export function toHex(linear) {
  const byte = (/** @type {number} */ component) =>
    Math.round(255 * Math.min(1, Math.max(0, encode(component))))
      .toString(16)
      .padStart(2, '0');
  return `#${linear.map(byte).join('')}`;
}

/** @param {string} hex `#rrggbb` @returns {Triple} linear sRGB */
export function fromHex(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [decode((value >> 16) / 255), decode(((value >> 8) & 255) / 255), decode((value & 255) / 255)];
}

/** @param {Triple} linear @returns {number} WCAG's relative luminance */
const luminance = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/**
 * @param {Triple} one linear sRGB
 * @param {Triple} other linear sRGB
 * @returns {number} WCAG's contrast ratio, from 1 to 21
 */
export function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * @param {string} hex `#rrggbb`
 * @param {string} over `#rrggbb`
 * @param {number} share of the first, 0..1
 * @returns {string} an opaque colour between the two, evenly spaced to the eye
 */
export function mix(hex, over, share) {
  const [one, other] = [linearToOklab(fromHex(hex)), linearToOklab(fromHex(over))];
  const at = (/** @type {0 | 1 | 2} */ i) => other[i] + (one[i] - other[i]) * share;
  return toHex(oklabToLinear(at(0), at(1), at(2)));
}
