import { overlap } from './labels.js';

/** @typedef {import('./equal-axes.js').Box} Box */

/**
 * A label that wants to stand at the end of its curve.
 *
 * @typedef {object} Wish
 * @property {number} width pixels
 * @property {number} x the curve's end
 * @property {number} y
 * @property {boolean} outside whether the curve ends at the plot's right edge, so that its label stands beside the plot
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** Height of a line of text, and pixels between a curve's end and its label. */
export const LINE = 15;
export const GAP = 9;

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
  order.sort((a, b) => Number(wanted[a]) - Number(wanted[b]) || a - b);
  // Neighbours that touch become one block, which stands where its members want it on the average.
  /** @type {{ first: number, count: number, sum: number }[]} */
  const blocks = [];
  order.forEach((index, place) => {
    let block = { first: place, count: 1, sum: Number(wanted[index]) - place * size };
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
    for (let place = first; place < first + count; place += 1) {
      result[/** @type {number} */ (order[place])] = start + place * size;
    }
  }
  return result;
}

/** Where a label may stand round the end of its curve: how far the box's centre is, in halves of its size. The best first. */
const SPOTS = [
  [1, 0],
  [-1, -1],
  [1, -1],
  [1, 1],
  [0, -1],
  [-1, 1],
  [0, 1],
  [-1, 0],
];

/**
 * Finds each label a place where it touches no other: beside the plot where the curve ends there, else near its end in the plot.
 *
 * @param {readonly Wish[]} wishes those that matter most first
 * @param {Area} area of the plot
 * @param {number} height of the whole canvas
 * @param {readonly Box[]} taken
 * @param {(box: Box) => number} crossings how many curves run through a box
 * @returns {(Box | undefined)[]} in the order of the wishes; undefined for one that has no room
 */
export function placeEnds(wishes, area, height, taken, crossings) {
  /** @type {(Box | undefined)[]} */
  const boxes = wishes.map(() => undefined);
  const outside = wishes.flatMap(({ outside }, i) => (outside ? [i] : []));
  const centres = spread(
    outside.map((i) => /** @type {Wish} */ (wishes[i]).y),
    LINE,
    2,
    height - 2,
  );
  outside.forEach((i, k) => {
    const centre = Number(centres[k]);
    if (Number.isNaN(centre)) return;
    const { width } = /** @type {Wish} */ (wishes[i]);
    boxes[i] = { left: area.right + GAP, top: centre - LINE / 2, width, height: LINE };
  });
  wishes.forEach((wish, i) => {
    if (wish.outside) return;
    const others = [...taken, ...boxes.filter((box) => box !== undefined)];
    let least = Number.POSITIVE_INFINITY;
    for (const [order, [right = 0, down = 0]] of SPOTS.entries()) {
      const box = {
        left: wish.x + right * (wish.width / 2 + GAP) - wish.width / 2,
        top: wish.y + down * (LINE / 2 + (right === 0 ? GAP : 4)) - LINE / 2,
        width: wish.width,
        height: LINE,
      };
      if (!isInside(box, area) || others.some((other) => overlap(box, other, 1))) continue;
      const cost = order / 20 + crossings(box);
      if (cost < least) [least, boxes[i]] = [cost, box];
    }
  });
  return boxes;
}

/** @param {Box} box @param {Area} area */
export const isInside = ({ left, top, width, height }, area) =>
  left >= area.left && left + width <= area.right && top >= area.top && top + height <= area.bottom;
