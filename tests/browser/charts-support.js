import { colorAt, positionColors, VectorsPlot } from '../../web/charts/index.js';

/** @typedef {import('../../web/charts/colors.js').Scheme} Scheme */
/** @typedef {[number, number, number]} Bytes red, green, blue */

/** @type {(() => void)[]} */
const leftovers = [];

/** @param {() => void} end called after the test */
export const leaveTo = (end) => void leftovers.push(end);

/** Takes away what the test before has built. */
export function cleanUp() {
  for (const end of leftovers.splice(0)) end();
}

/**
 * A canvas in a box of its own size.
 *
 * @param {number} [width]
 * @param {number} [height]
 */
export function stage(width = 540, height = 420) {
  const box = document.createElement('div');
  box.style.position = 'relative';
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
  const canvas = document.createElement('canvas');
  canvas.style.position = 'absolute';
  box.append(canvas);
  document.body.append(box);
  leftovers.push(() => box.remove());
  return { box, canvas };
}

/** 4 by 4 units round the origin. */
export const square = { centerX: 0, centerY: 0, spanX: 4, spanY: 4 };

/** @param {number} count @param {(index: number) => [number, number]} [tip] */
export function vectorsOf(count, tip = (i) => [Math.cos(i) - Math.sin(i), Math.sin(i) + Math.cos(i)]) {
  const tips = Array.from({ length: count }, (_, i) => tip(i));
  return {
    x: Float32Array.from(tips, ([x]) => x),
    y: Float32Array.from(tips, ([, y]) => y),
    labels: tips.map((_, i) => `word${i}`),
    colors: positionColors(count, 'light'),
    path: null,
    name: 'vectors',
    region: square,
    words: { index: 'place', label: 'word' },
  };
}

/** @param {Partial<import('../../web/charts/vectors.js').Moment>} [moment] */
export const momentOf = (moment) => ({
  position: 0,
  index: 0,
  x: 0,
  y: 0,
  trailX: [],
  trailY: [],
  trailLength: 0,
  color: colorAt(0, 'light'),
  label: '',
  ...moment,
});

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ConstructorParameters<typeof VectorsPlot>[1]} [options]
 */
export function plotOn(canvas, options) {
  const plot = new VectorsPlot(canvas, options);
  leftovers.push(() => plot.destroy());
  return plot;
}

/** A plot of arrows on a circle, 540 by 420 pixels. @param {number} count @param {Parameters<typeof momentOf>[0]} [moment] */
export function plotOf(count, moment) {
  const { box, canvas } = stage();
  const plot = plotOn(canvas);
  const vectors = vectorsOf(count);
  plot.set(vectors);
  plot.frame(momentOf({ x: 1, y: 1, color: vectors.colors.mark[0], ...moment }));
  return { box, canvas, plot, vectors };
}

/** @param {HTMLCanvasElement} canvas @returns {Uint8ClampedArray} */
export const pixelsOf = (canvas) =>
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  ).data;

/** @param {HTMLCanvasElement} canvas @param {number} x CSS pixels @param {number} y @returns {Bytes} */
export function pixelAt(canvas, x, y) {
  const ratio = canvas.width / canvas.clientWidth;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(
    Math.floor(x * ratio),
    Math.floor(y * ratio),
    1,
    1,
  ).data;
  return [red, green, blue];
}

/** @param {string} hex @returns {Bytes} */
export function bytesOf(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The largest difference of a component. @param {Bytes} one @param {Bytes} other */
export const apart = (one, other) =>
  Math.max(...one.map((value, i) => Math.abs(value - /** @type {number} */ (other[i]))));

/** The largest difference of a component of any pixel. @param {Uint8ClampedArray} one @param {Uint8ClampedArray} other */
export function pixelsApart(one, other) {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < one.length; i += 1) most = Math.max(most, Math.abs(Number(one[i]) - Number(other[i])));
  return most;
}

/** Resize observers have told what they saw. */
export async function settled() {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Draws what is shown once more. @param {import('../../web/charts/plot.js').Plot<any, any, any, any>} plot */
export const again = (plot) => plot.frame(plot.moment);
