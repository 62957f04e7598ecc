/**
 * Where features stand side by side, in CSS pixels: arcs over dials, the dials' names under them, and cells under those.
 *
 * @typedef {object} PairsLayout
 * @property {number} count places
 * @property {number} left of the first place
 * @property {number} spacing from place to place
 * @property {number} radius of a dial
 * @property {number} room that the highest arc has
 * @property {number} dialY centre of the dials
 * @property {number} nameY middle of the dials' names
 * @property {boolean} isNamed whether there is room for them
 * @property {number} numberY middle of the features' numbers
 * @property {boolean} isNumbered whether there is room for them
 * @property {number} cellsY top of the first row of cells
 * @property {number} cellHeight
 * @property {number} height of all
 */

/** Room at the sides; at the left the rows of cells have their names. */
const LEFT = 22;
const RIGHT = 8;
const LARGEST_RADIUS = 17;

/** A name or a number needs places so far apart. */
const NAMED_FROM = 19;
const NUMBERED_FROM = 16;

/** Pixels: over the arcs, between the parts, of a line of text, of a cell. */
const TOP = 12;
const GAP = 5;
const LINE = 17;
const CELL = 11;

/** Rows of cells, and pixels between them. */
export const ROWS = 2;
export const APART = 2;

/** With more features the arcs are drawn softly, and one sign speaks for all; else signs over arcs are so far apart at least. */
export const MANY = 16;
const SIGNS_APART = 46;

/** How high arcs may rise: part of the width, at least and at most. */
const RISE = { part: 0.21, least: 46, most: 92 };

/**
 * @param {number} count places
 * @param {number} width CSS pixels
 * @returns {PairsLayout}
 */
export function pairsLayout(count, width) {
  const spacing = Math.max(1, (width - LEFT - RIGHT) / count);
  const radius = Math.min(LARGEST_RADIUS, spacing * 0.4);
  const room = Math.max(RISE.least, Math.min(RISE.most, width * RISE.part));
  const isNamed = spacing >= NAMED_FROM;
  const isNumbered = spacing >= NUMBERED_FROM;
  const dialY = TOP + room + GAP + radius;
  const under = dialY + radius + GAP;
  const nameY = under + LINE / 2;
  const afterName = under + (isNamed ? LINE : 0) + GAP;
  const cellsY = afterName + (isNumbered ? LINE : 0);
  return {
    count,
    left: LEFT + spacing / 2,
    spacing,
    radius,
    room,
    dialY,
    nameY,
    isNamed,
    numberY: afterName + LINE / 2,
    isNumbered,
    cellsY,
    cellHeight: CELL,
    height: Math.ceil(cellsY + ROWS * CELL + (ROWS - 1) * APART + 2 * GAP),
  };
}

/** @param {PairsLayout} layout @param {number} place may lie between two @returns {number} CSS pixels */
export const placeX = ({ left, spacing }, place) => left + place * spacing;

/**
 * @param {PairsLayout} layout
 * @param {{ from: number, to: number }} arc
 * @returns {{ x: number, y: number, halfWidth: number, rise: number }} the middle of its foot, and how far it reaches
 */
export function arcShape(layout, { from, to }) {
  const halfWidth = (Math.abs(to - from) * layout.spacing) / 2;
  return {
    x: placeX(layout, (from + to) / 2),
    y: layout.dialY - layout.radius,
    halfWidth,
    rise: Math.min(layout.room, 12 + 0.72 * halfWidth),
  };
}

/**
 * Arcs that have a sign: those whose ends do not agree, as far as their signs have room.
 *
 * @template {{ from: number, to: number, agree: boolean }} Arc
 * @param {PairsLayout} layout
 * @param {readonly Arc[]} arcs
 */
export function signedArcs(layout, arcs) {
  const unlike = arcs.filter(({ agree }) => !agree);
  if (layout.count > MANY) return unlike.slice(unlike.length >> 1, (unlike.length >> 1) + 1);
  let free = Number.NEGATIVE_INFINITY;
  return unlike.filter((arc) => {
    const { x } = arcShape(layout, arc);
    if (x < free) return false;
    free = x + SIGNS_APART;
    return true;
  });
}

/** @param {PairsLayout} layout @param {number} x CSS pixels @returns {number | undefined} the place there */
export function placeAt({ left, spacing, count }, x) {
  const place = Math.round((x - left) / spacing);
  return place >= 0 && place < count ? place : undefined;
}
