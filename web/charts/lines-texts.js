import { NUMBER } from './curve-ground.js';
import { GAP, LINE, spread } from './curve-labels.js';
import { overlap } from './labels.js';
import { acrossOf, upOf } from './lines-ground.js';
import { fontFamily } from './palette.js';
import { drawText, shortened } from './text.js';

/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./lines.js').LinesPicture} LinesPicture */
/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./lines-ground.js').LinesFrame} LinesFrame */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */
/** @typedef {Box & { text: string, font: string, color: string, ground: string }} Placed */

const NAME = `13px ${fontFamily}`;

/** On a narrower canvas the lines' names have no room, and beside the plot they take at most this part. */
const NARROW = 560;
const BESIDE = 0.24;

/** Top of the line above the plot, where the upright axis has its name. */
const ABOVE = 4;

/** A name that begins so many pixels beside its mark still belongs to it. */
const NEAR = 24;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 * @param {number} width of the canvas
 * @returns {number} pixels at the right that the lines' names need
 */
export function roomForNames(ctx, lines, width) {
  if (width < NARROW) return 0;
  ctx.font = NAME;
  const widths = lines.flatMap(({ name }) => (name ? [ctx.measureText(name).width] : []));
  return widths.length > 0 ? Math.ceil(Math.min(width * BESIDE, Math.max(...widths))) + GAP + 6 : 0;
}

/**
 * All words in and beside the plot: none touches another, and what finds no room is left out.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {LinesFrame} frame
 * @param {LinesPicture} picture
 * @param {Palette} palette
 * @returns {Placed[]}
 */
export function placeLinesTexts(ctx, frame, picture, palette) {
  const { area } = frame;
  /** @type {Placed[]} */
  const placed = namesBeside(ctx, frame, picture, palette);
  const put = (
    /** @type {string} */ text,
    /** @type {[number, number][]} */ spots,
    /** @type {(box: Box) => boolean} */ isRoom,
  ) => {
    const boxes = spots.map(([left, top]) => ({
      left,
      top,
      width: ctx.measureText(text).width,
      height: LINE,
    }));
    const box = boxes.find((each) => isRoom(each) && !placed.some((other) => overlap(each, other, 2)));
    if (box) placed.push({ ...box, text, font: NUMBER, color: palette.soft, ground: palette.plot });
  };
  const isInside = (/** @type {Box} */ box) =>
    box.left >= area.left &&
    box.left + box.width <= area.right &&
    box.top >= area.top - 2 &&
    box.top + LINE <= area.bottom;
  ctx.font = NUMBER;
  const named = 4 + ctx.measureText(picture.y.name).width + 12;
  const isFree = (/** @type {Box} */ box) =>
    box.top === ABOVE ? box.left >= named && box.left + box.width <= frame.width - 2 : isInside(box);
  // Several labels would cover the lines of a narrow plot.
  const isCrowded = frame.width < NARROW && picture.marks.length > 1;
  for (const { value, label } of isCrowded ? [] : picture.marks) {
    if (label === '') continue;
    const x = acrossOf(frame, picture, value);
    const width = ctx.measureText(label).width;
    // Above the plot nothing that moves over it crosses them; and at its bottom lines that climb are not yet.
    const above = [0.5, 0.75, 0.25, 1, 0].map((part) => [x - 8 - part * (width - 16), ABOVE]);
    if (named <= x + NEAR) above.push([named, ABOVE]);
    const rows = [1, 2, 3].map((row) => area.bottom - row * (LINE + 2) - 2);
    const below = rows.flatMap((top) => [
      [x + 5, top],
      [x - 5 - width, top],
    ]);
    put(label, /** @type {[number, number][]} */ ([...above, ...below]), isFree);
  }
  for (const { value, label } of picture.levels) {
    if (label === '') continue;
    const y = upOf(frame, picture, value);
    const left = area.left + 8;
    put(
      label,
      [
        [left, y - LINE - 2],
        [left, y + 3],
      ],
      isInside,
    );
  }
  if (picture.aside) {
    const width = ctx.measureText(picture.aside.text).width;
    const y = upOf(frame, picture, picture.aside.y);
    const left = area.right - width - 6;
    put(
      picture.aside.text,
      [
        [left, y + 4],
        [left, y - LINE - 3],
        [left, area.top + 3],
      ],
      isInside,
    );
  }
  return placed;
}

/** @param {CanvasRenderingContext2D} ctx @param {LinesFrame} frame @param {LinesPicture} picture @param {Palette} palette @returns {Placed[]} */
function namesBeside(ctx, frame, picture, palette) {
  const { area, width, height } = frame;
  if (width < NARROW) return [];
  const named = picture.lines.filter(({ name, x }) => name !== '' && x.length > 0);
  const wanted = named.map(({ y }) => {
    const up = upOf(frame, picture, Number(y[y.length - 1]));
    return Math.max(area.top, Math.min(area.bottom, Number.isNaN(up) ? area.bottom : up));
  });
  const centres = spread(wanted, LINE, 2, height - 2);
  ctx.font = NAME;
  return named.flatMap(({ name, tone }, i) => {
    const centre = Number(centres[i]);
    if (Number.isNaN(centre)) return [];
    const text = shortened(ctx, name, width - area.right - GAP - 2);
    const box = {
      left: area.right + GAP,
      top: centre - LINE / 2,
      width: ctx.measureText(text).width,
      height: LINE,
    };
    return [{ ...box, text, font: NAME, color: palette[tone], ground: palette.plot }];
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {readonly Placed[]} texts */
export function drawLinesTexts(ctx, texts) {
  for (const text of texts) drawText(ctx, text, text.font, text.ground);
}
