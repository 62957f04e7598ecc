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
