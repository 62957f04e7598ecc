import { fitChroma, fromHex, linearToOklab, palette, toHex } from './colors.js';

/** @typedef {import('./colors.js').Scheme} Scheme */
/** @typedef {{ lightness: number, chroma: number }} Level of one hue, in OKLCH */

/** Steps from zero to each end: finer than the bytes of a colour, so that rounding to a step is not seen. */
export const STEPS = 1024;

/**
 * The two hues, degrees. Blue-green and gold stay apart for every kind of colour-blindness, and the colours of the
 * positions, which run from blue through purple and red to orange, have neither.
 */
const HUES = { negative: 212, positive: 90 };

/** Both arms have the same lightness everywhere, so that neither sign looks stronger. `bend` draws the arm through fresher colours.
 * @type {Record<Scheme, { bend: Level, end: Level }>} */
const ARMS = {
  light: { bend: { lightness: 0.8, chroma: 0.13 }, end: { lightness: 0.46, chroma: 0.09 } },
  dark: { bend: { lightness: 0.53, chroma: 0.14 }, end: { lightness: 0.86, chroma: 0.105 } },
};

/** Places along an arm between which its length is measured. */
const SAMPLES = 256;

/** @type {Partial<Record<Scheme, string[]>>} */
const known = {};

/**
 * The colours of signed values: the plot's colour at zero, and two arms of even steps (in OKLab) to the ends.
 *
 * @param {Scheme} scheme
 * @returns {readonly string[]} `#rrggbb` from the least value to the greatest: `2 * STEPS + 1`, zero in the middle
 */
export function divergingColors(scheme) {
  known[scheme] ??= [
    ...arm(scheme, HUES.negative).reverse(),
    palette(scheme).plot,
    ...arm(scheme, HUES.positive),
  ];
  return known[scheme];
}

/**
 * @param {number} share of the largest value, −1 to 1; values outside are clamped
 * @param {Scheme} scheme
 * @returns {string} `#rrggbb`
 */
export function divergingColor(share, scheme) {
  const step = Math.round(Math.min(1, Math.max(-1, share)) * STEPS);
  return divergingColors(scheme)[STEPS + step] ?? palette(scheme).plot;
}

/** @type {Partial<Record<Scheme, Uint32Array>>} */
const knownPixels = {};

/**
 * The same as pixels of an ImageData, to be written through a Uint32Array over its bytes.
 *
 * @param {Scheme} scheme
 * @returns {Uint32Array} `2 * STEPS + 1` opaque pixels
 */
export function divergingPixels(scheme) {
  knownPixels[scheme] ??= pixelsOf(divergingColors(scheme));
  return knownPixels[scheme];
}

/** @param {readonly string[]} colors */
function pixelsOf(colors) {
  const bytes = new Uint8Array(4 * colors.length).fill(255);
  for (const [i, color] of colors.entries()) {
    const value = Number.parseInt(color.slice(1), 16);
    bytes.set([value >> 16, (value >> 8) & 255, value & 255], 4 * i);
  }
  return new Uint32Array(bytes.buffer);
}

/**
 * Colours outward from zero, which is not among them.
 *
 * @param {Scheme} scheme
 * @param {number} hue
 */
function arm(scheme, hue) {
  const { bend, end } = ARMS[scheme];
  const plot = fromHex(palette(scheme).plot);
  const [start] = linearToOklab(plot);
  const gray = fitChroma(start, 0, hue);
  const at = (/** @type {number} */ t) => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    const lightness = a * start + b * bend.lightness + c * end.lightness;
    const color = fitChroma(lightness, b * bend.chroma + c * end.chroma, hue);
    // The plot's colour has a tinge, which fades on the way.
    const tinge = (/** @type {0 | 1 | 2} */ i) => color[i] + a * (plot[i] - gray[i]);
    return /** @type {const} */ ([tinge(0), tinge(1), tinge(2)]);
  };
  const samples = Array.from({ length: SAMPLES + 1 }, (_, i) => at(i / SAMPLES));
  const lengths = [0];
  for (let i = 1; i <= SAMPLES; i += 1) {
    lengths.push(lengths[i - 1] + distance(samples[i - 1], samples[i]));
  }
  const whole = Number(lengths.at(-1));
  let i = 1;
  return Array.from({ length: STEPS }, (_, step) => {
    const wanted = (whole * (step + 1)) / STEPS;
    while (i < SAMPLES && lengths[i] < wanted) i += 1;
    const [from, to] = [lengths[i - 1], lengths[i]];
    return toHex(between(samples[i - 1], samples[i], (wanted - from) / (to - from)));
  });
}

/** @param {any} one @param {any} other @param {number} share @returns {import('./colors.js').Triple} */
const between = (one, other, share) => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
];

/** @param {any} one linear sRGB @param {any} other @returns {number} in OKLab */
function distance(one, other) {
  const [a, b] = [linearToOklab(one), linearToOklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
