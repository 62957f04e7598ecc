import { fontFamily, palette } from '../../charts/colors.js';
import { isPlot } from './panel.js';

/** @typedef {import('./plot-view.js').AnyPlot} AnyPlot */

/**
 * What a picture needs of a panel, or of several side by side.
 *
 * @typedef {object} Group
 * @property {string} heading empty for none
 * @property {readonly Part[]} parts
 * @property {number} [narrowest] the least width of a part beside another one, CSS pixels; none: one column
 * @property {boolean} [sharesScale]
 */

/** @typedef {Group | { plot: AnyPlot, title: string }} Part `title`: above the plot, empty for none */

/** Where a plot stands in a picture, in CSS pixels. @typedef {{ plot: AnyPlot, x: number, y: number, width: number, height: number, scale?: number }} Box */

/** A panel's name above its plots, or what is said above one of them. @typedef {{ text: string, font: string, x: number, y: number, width: number, height: number }} Heading */

/** @typedef {{ width: number, height: number, boxes: readonly Box[], headings: readonly Heading[] }} Picture */

/** CSS pixels between plots. */
const GAP = 20;

/** What a panel's name and a plot's title are written in, and CSS pixels that they take. */
const HEADING = { font: `600 15px ${fontFamily}`, height: 26 };
const TITLE = { font: `13px ${fontFamily}`, height: 20 };

/**
 * All plots of a figure as one picture: where each stands follows from the picture's width alone, and not from the screen.
 *
 * @param {Group} panel a figure's, after a frame
 * @param {number} width CSS pixels
 * @returns {Picture}
 */
export function pictureOf(panel, width) {
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Heading[]} */
  const headings = [];
  const height = place(panel, { x: 0, y: 0, width }, boxes, headings);
  return { width, height, boxes, headings };
}

/**
 * @param {Group} panel
 * @param {{ x: number, y: number, width: number }} at
 * @param {Box[]} boxes
 * @param {Heading[]} headings
 * @returns {number} height
 */
function place(
  { heading, parts, narrowest = Number.POSITIVE_INFINITY, sharesScale },
  { x, y, width },
  boxes,
  headings,
) {
  const start = boxes.length;
  let top = y;
  if (heading !== '') {
    headings.push({ text: heading, x, y: top, width, ...HEADING });
    top += HEADING.height;
  }
  const columns = Math.max(1, Math.min(parts.length, Math.floor(width / narrowest)));
  const each = Math.floor((width - GAP * (columns - 1)) / columns);
  for (let first = 0; first < parts.length; first += columns) {
    if (first > 0) top += GAP;
    const heights = parts.slice(first, first + columns).map((part, i) => {
      const box = { x: x + i * (each + GAP), y: top, width: each };
      if (!isPlot(part)) return place(part, box, boxes, headings);
      const { plot, title } = part;
      const above = title === '' ? 0 : TITLE.height;
      if (title !== '') headings.push({ text: title, ...box, ...TITLE });
      const height = Math.round(plot.heightFor(each));
      boxes.push({ ...box, y: top + above, plot, height });
      return above + height;
    });
    top += Math.max(...heights);
  }
  if (sharesScale) shareScale(boxes.slice(start));
  return top - y;
}

/** One scale for plots side by side: the largest at which all of each can be seen. @param {readonly Box[]} boxes */
function shareScale(boxes) {
  const largest = boxes.map(({ plot, width, height }) => plot.scaleFor(width, height));
  const scale = Math.min(...largest.filter(Number.isFinite));
  boxes.forEach((box, i) => {
    if (Number.isFinite(largest[i])) box.scale = scale;
  });
}

/**
 * Draws a picture: each plot on a surface of its own, which is then put into its place.
 *
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context of a canvas that is nobody else's, as large as it must be
 * @param {Picture} picture
 * @param {object} [options]
 * @param {number} [options.ratio] device pixels a CSS pixel
 * @param {'light' | 'dark'} [options.scheme]
 */
export function drawPicture(
  context,
  { width, height, boxes, headings },
  { ratio = 1, scheme = 'light' } = {},
) {
  const { paper, ink } = palette(scheme);
  Object.assign(context.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  context.fillStyle = paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  for (const { plot, x, y, width: own, height: tall, scale } of boxes) {
    const surface = new OffscreenCanvas(1, 1).getContext('2d');
    if (surface === null) throw new Error('this browser has no 2D canvas');
    plot.draw(surface, { width: own, height: tall, ratio, scheme, scale });
    // Pixel on pixel, so that nothing is blurred at any ratio.
    context.drawImage(surface.canvas, Math.round(x * ratio), Math.round(y * ratio));
  }
  context.scale(ratio, ratio);
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  for (const { text, font, x, y, width: most, height: tall } of headings) {
    context.font = font;
    context.fillText(text, x, y + tall / 2, most);
  }
}

/** The numbers behind a figure: those of each of its plots. @param {{ plots: readonly { plot: AnyPlot }[] }} panel */
export const tablesOf = (panel) => panel.plots.map(({ plot }) => plot.table());
