import { fontFamily } from '../colors.js';
import { crosses, overlap } from '../labels.js';
import { drawText, measuring, shortened } from '../text.js';
import { toPixels } from '../xy.js';

/** @typedef {import('../equal-axes.js').Box} Box */
/** @typedef {import('../lines.js').Lines} Lines */
/** @typedef {Omit<import('../plot.js').View<unknown>, 'layout'>} View */
/** @typedef {{ text: string, font: string, color: string }} Name */
/** @typedef {Box & Name & { background: string }} Placed */
/** @typedef {readonly { x: number, y: number }[]} Polyline CSS pixels */

export const NUMBER = `12px ${fontFamily}`;
export const NAME = `13px ${fontFamily}`;

/** Height of a line of text, and pixels between a line's end and its name. */
export const LINE = 15;
export const GAP = 9;

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
    const width = ctx.measureText(text).width;
    const boxes = spots.map(([left, top]) => ({ left, top, width, height: LINE }));
    const box = freeSpot(boxes.filter(isRoom), placed);
    if (box) placed.push({ ...box, text, font: NUMBER, color: palette.soft, background: palette.plot });
  };
  const named = 4 + ctx.measureText(data.y.name).width + 12;
  const isFree = (/** @type {Box} */ box) =>
    box.top === ABOVE ? box.left >= named && box.left + box.width <= view.width - 2 : isInside(box, area);
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
  placed.push(...levelNames(view, data, placed));
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
      (box) => isInside(box, area),
    );
  }
  return placed;
}

/** The name of the axis across under its end, and that of the upright one above it. @param {View} view @param {import('../xy.js').Axes} axes @returns {Placed[]} */
export function axisNames({ area, palette }, { x, y }) {
  const ctx = measuring(NUMBER);
  const rest = { font: NUMBER, color: palette.soft, background: palette.plot, height: LINE };
  const width = ctx.measureText(x.name).width;
  return [
    { ...rest, text: x.name, left: area.right - width, top: area.bottom + 13 - LINE / 2, width },
    { ...rest, text: y.name, left: 4, top: ABOVE, width: ctx.measureText(y.name).width },
  ];
}

/** @typedef {import('../xy.js').Axes & { levels: readonly import('./level.js').Level[] }} Levels */

/** @param {View} view @param {Levels} data @returns {Polyline[]} */
export const levelLines = ({ area }, data) =>
  data.levels.map(({ value }) => [data.x.min, data.x.max].map((x) => toPixels(data, area, x, value)));

/**
 * A level's name stands on its line, or hangs from it where that hides no other.
 *
 * @param {View} view
 * @param {Levels} data
 * @param {readonly Placed[]} others
 * @returns {Placed[]}
 */
export function levelNames(view, data, others) {
  const { area, palette } = view;
  const ctx = measuring(NUMBER);
  const lines = levelLines(view, data);
  const placed = [...others];
  for (const [i, { label, main }] of data.levels.entries()) {
    if (label === '') continue;
    const place = { left: area.left + 8, width: ctx.measureText(label).width, height: LINE };
    const [{ y }] = lines[i];
    const spots = [y - LINE - 2, y + 3].map((top) => ({ ...place, top }));
    const inside = spots.filter((spot) => isInside(spot, area));
    const box = freeSpot(inside, placed, lines);
    const color = main ? palette.ink : palette.soft;
    if (box) placed.push({ ...box, text: label, font: NUMBER, color, background: palette.plot });
  }
  return placed.slice(others.length);
}

/** @param {View} view @param {Lines} data @returns {Placed[]} */
function namesBeside(view, data) {
  const { area, width, palette } = view;
  if (width < NARROW) return [];
  const ctx = measuring(NAME);
  const names = data.lines.flatMap(({ name, tone, x, y }) => {
    if (name === '' || x.length === 0) return [];
    const text = shortened(ctx, name, width - area.right - GAP - 2);
    const end = toPixels(data, area, data.x.min, y[y.length - 1]).y;
    return [{ text, font: NAME, color: palette[tone], y: end }];
  });
  return placeBeside(view, names);
}

/**
 * Names at the right of the plot, each as near as can be to where its line ends.
 *
 * @param {View} view
 * @param {readonly (Name & { y: number })[]} names those that matter most first: the last ones are left out where there is no room
 * @returns {Placed[]}
 */
export function placeBeside({ area, height, palette }, names) {
  const centres = spread(
    names.map(({ y }) => y),
    LINE,
    2,
    height - 2,
  );
  return names.flatMap(({ text, font, color }, i) => {
    if (Number.isNaN(centres[i])) return [];
    const width = measuring(font).measureText(text).width;
    const box = { left: area.right + GAP, top: centres[i] - LINE / 2, width, height: LINE };
    return [{ ...box, text, font, color, background: palette.plot }];
  });
}

/**
 * Where a name touches no other and hides least.
 *
 * @param {readonly Box[]} spots the best first
 * @param {readonly Box[]} others
 * @param {readonly Polyline[]} [lines] that should not be hidden
 * @returns {Box | undefined}
 */
export function freeSpot(spots, others, lines = []) {
  let least = Number.POSITIVE_INFINITY;
  /** @type {Box | undefined} */
  let best;
  for (const [order, spot] of spots.entries()) {
    if (others.some((other) => overlap(spot, other, 2))) continue;
    const isHidden = (/** @type {Polyline} */ line) =>
      line.some(({ x, y }, i) => i > 0 && crosses(spot, x, y, line[i - 1]));
    const cost = lines.filter(isHidden).length + order / spots.length;
    if (cost < least) [least, best] = [cost, spot];
  }
  return best;
}

/** @param {Box} box @param {{ left: number, top: number, right: number, bottom: number }} area of the plot */
export const isInside = (box, area) =>
  box.left >= area.left &&
  box.left + box.width <= area.right &&
  box.top >= area.top - 2 &&
  box.top + box.height <= area.bottom;

/**
 * Moves places apart so that each has its room, as little as possible, and keeps their order.
 *
 * @param {readonly number[]} wanted centres, pixels
 * @param {number} size of each
 * @param {number} low where the first may begin
 * @param {number} high where the last may end
 * @returns {number[]} centres; those that do not fit any more are NaN, the last ones first
 */
export function spread(wanted, size, low, high) {
  const fitting = Math.max(0, Math.min(wanted.length, Math.floor((high - low) / size)));
  const order = Array.from(wanted.keys()).slice(0, fitting);
  order.sort((a, b) => wanted[a] - wanted[b] || a - b);
  // Neighbours that touch become one block, which stands where its members want it on the average.
  /** @type {{ first: number, count: number, sum: number }[]} */
  const blocks = [];
  order.forEach((index, place) => {
    let block = { first: place, count: 1, sum: wanted[index] - place * size };
    let before = blocks.at(-1);
    while (before && before.sum / before.count >= block.sum / block.count) {
      blocks.pop();
      block = { first: before.first, count: before.count + block.count, sum: before.sum + block.sum };
      before = blocks.at(-1);
    }
    blocks.push(block);
  });
  const result = wanted.map(() => Number.NaN);
  const [least, most] = [low + size / 2, high - size / 2 - (fitting - 1) * size];
  for (const { first, count, sum } of blocks) {
    const start = Math.max(least, Math.min(most, sum / count));
    for (let place = first; place < first + count; place += 1) result[order[place]] = start + place * size;
  }
  return result;
}

/** @param {import('../plot.js').Context} context @param {readonly Placed[]} names */
export function drawNames(context, names) {
  for (const name of names) drawText(context, name, name.font, name.background);
}
