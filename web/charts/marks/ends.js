import { fontFamily } from '../colors.js';
import { measuring, shortened } from '../text.js';
import { freeSpot, GAP, isInside, LINE, NAME, placeBeside } from './names.js';

/** @typedef {import('./names.js').Placed} Placed */

/**
 * A name that wants to stand at the end of its line.
 *
 * @typedef {object} End
 * @property {string} label
 * @property {boolean} isChosen whether it stands out
 * @property {boolean} isAtEdge whether the line ends at the plot's right edge
 * @property {{ x: number, y: number }} at where it ends, CSS pixels
 */

const CHOSEN = `600 13px ${fontFamily}`;

/** Beside the plot names take at most this part of the canvas, but may have so many pixels; in the plot of a narrow one they take this part. */
const BESIDE = { part: 0.3, least: 92 };
const IN_PLOT = 0.45;

/** On a narrower canvas all names stand in the plot. */
const NARROW = 480;

/** @param {string} label @param {string} font @param {number} width of the canvas */
function cut(label, font, width) {
  const most = width < NARROW ? width * IN_PLOT : Math.max(BESIDE.least, width * BESIDE.part);
  const ctx = measuring(font);
  const text = shortened(ctx, label, most);
  return { text, font, width: Math.min(most, ctx.measureText(text).width) };
}

/** @param {readonly Pick<End, 'label' | 'isAtEdge'>[]} ends @param {number} width of the canvas @returns {number} pixels at the plot's right that the names need */
export function roomForEnds(ends, width) {
  if (width < NARROW) return 0;
  const widths = ends.filter(({ isAtEdge }) => isAtEdge).map(({ label }) => cut(label, CHOSEN, width).width);
  return widths.length > 0 ? Math.ceil(Math.max(...widths)) + GAP + 4 : 0;
}

/** Where a name may stand round the end of its line: how far its middle is from there, in halves of its size. The best first. */
const AROUND = [
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
 * Names at the ends of lines that may end anywhere: beside the plot, or in it, where a name touches no other and hides few lines. It
 * is not `placeNames`, whose names are all beside the plot, and are gone where that is narrow.
 *
 * @param {import('./names.js').View} view
 * @param {readonly End[]} ends those that matter most first
 * @param {readonly Placed[]} others
 * @param {readonly import('./names.js').Polyline[]} lines that should not be hidden
 * @returns {Placed[]}
 */
export function placeEnds(view, ends, others, lines) {
  const { area, width, palette } = view;
  const names = ends.map(({ label, isChosen, isAtEdge, at }) => ({
    ...cut(label, isChosen ? CHOSEN : NAME, width),
    ...at,
    color: palette.ink,
    isBeside: isAtEdge && width >= NARROW,
  }));
  const beside = placeBeside(
    view,
    names.filter(({ isBeside }) => isBeside),
  );
  const placed = [...others, ...beside];
  for (const { text, font, color, width: own, x, y, isBeside } of names) {
    if (isBeside) continue;
    const spots = AROUND.map(([right, down]) => ({
      left: x + right * (own / 2 + GAP) - own / 2,
      top: y + down * (LINE / 2 + (right === 0 ? GAP : 4)) - LINE / 2,
      width: own,
      height: LINE,
    }));
    const inside = spots.filter((spot) => isInside(spot, area));
    const box = freeSpot(inside, placed, lines);
    if (box) placed.push({ ...box, text, font, color, background: palette.plot });
  }
  return placed.slice(others.length);
}
