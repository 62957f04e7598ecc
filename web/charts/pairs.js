import { Chart, LinearScale } from 'chart.js';
import { drawRing } from './arrow-shape.js';
import { fontFamily, mix } from './colors.js';
import { DialElement, DialsController, dialsOn } from './dials-controller.js';
import { divergingColor } from './diverging.js';
import { Plot } from './plot.js';

Chart.register(DialElement, DialsController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./plot.js').View<PairsLayout>} View */

/** Places that belong together, and whether they are alike: if not, the arc is broken. @typedef {{ from: number, to: number, agree: boolean }} Arc */

/**
 * Features at their places.
 *
 * @typedef {object} Pairs
 * @property {string} name
 * @property {readonly Arc[]} arcs
 * @property {readonly string[]} names of the dials, by place
 * @property {readonly string[]} numbers of the features, by feature
 * @property {readonly number[]} places of the features, by feature; between two while they move
 * @property {readonly { name: string, values: ArrayLike<number> }[]} rows of cells, their values by feature
 * @property {number} most the largest size of a value
 * @property {readonly import('./plot.js').Column[]} columns what the names stand for, in numbers: a row a place
 * @property {{ place: string, partner: string, thick: string, thin: string }} words names of the table's columns: what is at a place, its partner,
 *   and the angles
 */

/**
 * The hands of all dials: a long thin one and a short thick one on each.
 *
 * @typedef {object} PairHands
 * @property {ArrayLike<number>} cos of angles from the x axis, counterclockwise: first of the thick hands, then of the thin ones
 * @property {ArrayLike<number>} sin
 * @property {readonly number[]} angles which of them a place shows
 * @property {number} thin index of the first of the thin ones
 * @property {string} thickColor `#rrggbb`
 * @property {string} thinColor
 */

/** How strong rims are, which carry meaning, and edges of cells. */
const RIM = 0.72;
const EDGE = 0.6;

/** A cell is never wider, in pixels. */
const WIDEST = 56;

/** What stands over an arc whose ends do not agree. */
const UNLIKE = '≠';
const SIGN = 17;

const NAME = `12px ${fontFamily}`;
const NUMBER = `600 12px ${fontFamily}`;

/** Where hands end, in radii, and the least radius that shows two of them. */
const REACH = { thick: 0.74, thin: 1 };
const SMALLEST = 2.5;

/**
 * Features side by side, a dial each with two hands, with arcs between those that belong together.
 *
 * @extends {Plot<Pairs, PairHands, number, PairsLayout>}
 */
export class PairsPlot extends Plot {
  /** The dials stand on their arcs. @override */
  drawsElements = true;

  /** @param {number} width @override */
  heightFor(width) {
    return this.#layoutFor(width).height;
  }

  /** @param {number} width */
  #layoutFor(width) {
    return pairsLayout(Math.max(1, this.data?.names.length ?? 0), width);
  }

  /** @param {Pairs} pairs @param {import('./plot.js').Environment} size @override @returns {import('chart.js').ChartConfiguration<'dials'>} */
  config({ names }, size) {
    const layout = this.#layoutFor(size.width);
    const data = names.map((_, place) => ({ x: placeX(layout, place), y: layout.dialY }));
    return dialsOn(size, data, { radius: layout.radius });
  }

  /** @param {Omit<View, 'layout'>} view @override */
  arrange({ width }) {
    return this.#layoutFor(width);
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, view) {
    const { layout, palette } = view;
    const pairs = /** @type {Pairs} */ (this.data);
    const isMany = layout.count > MANY;
    // Many arcs would make one black band.
    const ink = isMany ? palette.soft : palette.ink;
    const width = isMany || layout.spacing < 14 ? 1 : 1.75;
    for (const arc of pairs.arcs) drawArc(context, layout, arc, ink, width);
    drawSigns(context, view, signedArcs(layout, pairs.arcs));
    drawRims(context, view);
    drawNames(context, view, pairs);
    drawCells(context, view, pairs);
  }

  /** @param {Context} context @param {View} view @param {PairHands | undefined} hands @param {number | undefined} place @override */
  moving(context, view, hands, place) {
    const { layout, palette } = view;
    const { arcs } = /** @type {Pairs} */ (this.data);
    const arc = place === undefined ? undefined : arcs.find(({ from, to }) => from === place || to === place);
    if (arc) {
      drawArc(context, layout, arc, palette.accent, 3);
      drawSigns(
        context,
        view,
        signedArcs(layout, arcs).filter((signed) => signed === arc),
      );
    }
    if (hands) drawHands(context, layout, hands);
    if (!arc) return;
    for (const end of [arc.from, arc.to])
      drawRing(context, placeX(layout, end), layout.dialY, layout.radius + 1.5, 2.5, palette.accent);
  }

  /** A row a place. @override */
  table() {
    const { name, arcs, places, rows, columns, words } = /** @type {Pairs} */ (this.end);
    const features = places.map((_, feature) => feature).sort((one, other) => places[one] - places[other]);
    const partners = features.map((feature, place) => {
      const arc = arcs.find(({ from, to }) => from === place || to === place);
      return arc ? features[arc.from === place ? arc.to : arc.from] : feature;
    });
    const { cos = [], sin = [], angles = [], thin = 0 } = this.moment ?? {};
    const angle = (/** @type {number} */ i) => Math.atan2(sin[i], cos[i]);
    return {
      name,
      columns: [
        { name: words.place, unit: '', values: features },
        { name: words.partner, unit: '', values: partners },
        ...columns,
        ...rows.map(({ name: row, values }) => ({
          name: row,
          unit: '',
          values: features.map((feature) => values[feature]),
        })),
        { name: words.thick, unit: 'rad', values: features.map((_, place) => angle(angles[place])) },
        { name: words.thin, unit: 'rad', values: features.map((_, place) => angle(thin + angles[place])) },
      ],
    };
  }

  /** @param {{ x: number }} point @returns {number | undefined} the place over or under it */
  pick({ x }) {
    return this.view && placeAt(this.view.layout, x);
  }

  /** @param {number} place @returns {{ x: number, y: number, radius: number }} its dial, CSS pixels from the canvas's left and top */
  dial(place) {
    const layout = this.view?.layout;
    return layout
      ? { x: placeX(layout, place), y: layout.dialY, radius: layout.radius }
      : { x: 0, y: 0, radius: 0 };
  }
}

/** @param {Context} context @param {PairsLayout} layout @param {Arc} arc @param {string} color @param {number} width */
function drawArc(context, layout, arc, color, width) {
  const { x, y, halfWidth, rise } = arcShape(layout, arc);
  context.strokeStyle = color;
  context.lineWidth = width;
  if (!arc.agree) context.setLineDash([4, 4]);
  context.beginPath();
  context.ellipse(x, y, halfWidth, rise, 0, Math.PI, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

/** @param {Context} context @param {View} view @param {readonly Arc[]} arcs */
function drawSigns(context, { layout, palette }, arcs) {
  context.font = `600 ${SIGN}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.plot;
  context.lineWidth = 5;
  context.lineJoin = 'round';
  for (const arc of arcs) {
    const { x, y, rise } = arcShape(layout, arc);
    context.strokeText(UNLIKE, x, y - rise);
    context.fillText(UNLIKE, x, y - rise);
  }
}

/** @param {Context} context @param {View} view */
function drawRims(context, { layout, palette }) {
  const { count, radius, dialY } = layout;
  context.strokeStyle = mix(palette.soft, palette.plot, RIM);
  context.fillStyle = palette.plot;
  context.lineWidth = radius < 8 ? 1 : 1.25;
  for (let place = 0; place < count; place += 1) {
    context.beginPath();
    context.arc(placeX(layout, place), dialY, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

/** @param {Context} context @param {View} view @param {Pairs} pairs */
function drawNames(context, { layout, palette }, { names, numbers, places }) {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (layout.isNamed) {
    context.font = NAME;
    context.fillStyle = palette.soft;
    for (const [place, name] of names.entries()) context.fillText(name, placeX(layout, place), layout.nameY);
  }
  if (!layout.isNumbered) return;
  context.font = NUMBER;
  context.fillStyle = palette.ink;
  for (const [feature, number] of numbers.entries())
    context.fillText(number, placeX(layout, places[feature]), layout.numberY);
}

/** @param {Context} context @param {View} view @param {Pairs} pairs */
function drawCells(context, { layout, palette, scheme }, { rows, places, most }) {
  const { cellsY, cellHeight, spacing, left } = layout;
  const width = Math.min(WIDEST, spacing - (spacing > 10 ? 4 : 1));
  context.strokeStyle = mix(palette.soft, palette.plot, EDGE);
  context.lineWidth = 1;
  context.font = `italic ${NAME}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const [row, { name, values }] of rows.entries()) {
    const top = cellsY + row * (cellHeight + APART);
    context.fillStyle = palette.soft;
    context.fillText(name, Math.max(2, left - spacing / 2 - 16), top + cellHeight / 2);
    for (const [feature, place] of places.entries()) {
      const x = Math.round(placeX(layout, place) - width / 2) + 0.5;
      context.fillStyle = divergingColor(values[feature] / most, scheme);
      context.fillRect(x, Math.round(top) + 0.5, Math.round(width), cellHeight - 1);
      if (spacing > 10) context.strokeRect(x, Math.round(top) + 0.5, Math.round(width), cellHeight - 1);
    }
  }
}

/** Allocates nothing. @param {Context} context @param {PairsLayout} layout @param {PairHands} hands */
function drawHands(context, layout, hands) {
  const { radius, count } = layout;
  if (radius < SMALLEST) return;
  context.lineCap = 'round';
  context.strokeStyle = hands.thinColor;
  context.lineWidth = Math.max(1, radius * 0.09);
  for (let place = 0; place < count; place += 1)
    drawHand(context, layout, hands, place, hands.thin, REACH.thin);
  context.strokeStyle = hands.thickColor;
  context.lineWidth = Math.max(1.5, radius * 0.21);
  for (let place = 0; place < count; place += 1) drawHand(context, layout, hands, place, 0, REACH.thick);
  context.lineCap = 'butt';
}

/** @param {Context} context @param {PairsLayout} layout @param {PairHands} hands @param {number} place @param {number} first @param {number} reach */
function drawHand(context, layout, { cos, sin, angles }, place, first, reach) {
  const angle = first + angles[place];
  const length = layout.radius * reach;
  const x = placeX(layout, place);
  context.beginPath();
  context.moveTo(x, layout.dialY);
  context.lineTo(x + length * cos[angle], layout.dialY - length * sin[angle]);
  context.stroke();
}

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
