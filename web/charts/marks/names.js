import { GAP, LINE, spread } from '../curve-labels.js';
import { overlap } from '../labels.js';
import { fontFamily } from '../palette.js';
import { drawText, measuring, shortened } from '../text.js';
import { toPixels } from '../xy.js';

/** @typedef {import('../equal-axes.js').Box} Box */
/** @typedef {import('../lines.js').Lines} Lines */
/** @typedef {Omit<import('../plot.js').View<unknown>, 'layout'>} View */
/** @typedef {Box & { text: string, font: string, color: string, ground: string }} Placed */

const NUMBER = `12px ${fontFamily}`;
const NAME = `13px ${fontFamily}`;

/** On a narrower canvas the lines' names have no room, and beside the plot they take at most this part. */
const NARROW = 560;
const BESIDE = 0.24;

/** Top of the line above the plot, where the upright axis has its name. */
const ABOVE = 4;

/** A name that begins so many pixels beside its mark still belongs to it. */
const NEAR = 24;

/** @param {Lines['lines']} lines @param {number} width of the canvas @returns {number} pixels at the right that the lines' names need */
export function roomForNames(lines, width) {
  if (width < NARROW) return 0;
  const ctx = measuring(NAME);
  const widths = lines.flatMap(({ name }) => (name ? [ctx.measureText(name).width] : []));
  return widths.length > 0 ? Math.ceil(Math.min(width * BESIDE, Math.max(...widths))) + GAP + 6 : 0;
}

/** @param {string} name of the axis across @returns {number} pixels at its end that the name needs */
export const roomForAxis = (name) => measuring(NUMBER).measureText(name).width + 16;

/**
 * All words in and beside the plot: none touches another, and what finds no room is left out.
 *
 * @param {View} view
 * @param {Lines} data
 * @returns {Placed[]}
 */
export function placeNames(view, data) {
  const { area, palette } = view;
  const placed = [...axisNames(view, data), ...namesBeside(view, data)];
  const ctx = measuring(NUMBER);
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
  const named = 4 + ctx.measureText(data.y.name).width + 12;
  const isFree = (/** @type {Box} */ box) =>
    box.top === ABOVE ? box.left >= named && box.left + box.width <= view.width - 2 : isInside(box);
  // Several labels would cover the lines of a narrow plot.
  const isCrowded = view.width < NARROW && data.marks.length > 1;
  for (const { value, label } of isCrowded ? [] : data.marks) {
    if (label === '') continue;
    const x = toPixels(data, area, value, 0).x;
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
  for (const { value, label } of data.levels) {
    if (label === '') continue;
    const y = toPixels(data, area, data.x.min, value).y;
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
  if (data.aside) {
    const width = ctx.measureText(data.aside.text).width;
    const y = toPixels(data, area, data.x.min, data.aside.y).y;
    const left = area.right - width - 6;
    put(
      data.aside.text,
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

/** The name of the axis across under its end, and that of the upright one above it. @param {View} view @param {Lines} data @returns {Placed[]} */
function axisNames({ area, palette }, { x, y }) {
  const ctx = measuring(NUMBER);
  const rest = { font: NUMBER, color: palette.soft, ground: palette.plot, height: LINE };
  const width = ctx.measureText(x.name).width;
  return [
    { ...rest, text: x.name, left: area.right - width, top: area.bottom + 13 - LINE / 2, width },
    { ...rest, text: y.name, left: 4, top: ABOVE, width: ctx.measureText(y.name).width },
  ];
}

/** @param {View} view @param {Lines} data @returns {Placed[]} */
function namesBeside({ area, width, height, palette }, data) {
  if (width < NARROW) return [];
  const named = data.lines.filter(({ name, x }) => name !== '' && x.length > 0);
  const wanted = named.map(({ y }) => toPixels(data, area, data.x.min, y[y.length - 1]).y);
  const centres = spread(wanted, LINE, 2, height - 2);
  const ctx = measuring(NAME);
  return named.flatMap(({ name, tone }, i) => {
    const centre = centres[i];
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

/** @param {import('../plot.js').Context} context @param {readonly Placed[]} names */
export function drawNames(context, names) {
  for (const name of names) drawText(context, name, name.font, name.ground);
}
