import { mix } from './color-space.js';
import { divergingColor } from './diverging.js';
import { APART, arcShape, placeX } from './pairs-layout.js';
import { fontFamily } from './palette.js';

/** @typedef {import('./pairs-layout.js').PairsLayout} PairsLayout */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */
/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * Features at their places.
 *
 * @typedef {object} Pairs
 * @property {readonly { from: number, to: number, agree: boolean }[]} arcs between places; one that does not agree is broken
 * @property {readonly string[]} names of the dials, by place
 * @property {readonly string[]} numbers of the features, by feature
 * @property {readonly number[]} places of the features, by feature; between two while they move
 * @property {readonly { name: string, values: ArrayLike<number> }[]} rows of cells, their values by feature
 * @property {number} most the largest size of a value
 */

/** How strong rims are, which carry meaning, and edges of cells. */
const RIM = 0.72;
const EDGE = 0.6;

/** A cell is never wider, in pixels. */
const WIDEST = 56;

/** What stands over an arc whose ends do not agree, and how far such signs are apart at least. */
const UNLIKE = '≠';
const SIGN = 17;
const SIGNS_APART = 46;

/** With more features the arcs are drawn softly, or they would make one black band, and one sign speaks for all. */
const MANY = 16;

const NAME = `12px ${fontFamily}`;
const NUMBER = `600 12px ${fontFamily}`;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {PairsLayout} layout
 * @param {Pairs} pairs
 * @param {{ palette: Palette, scheme: Scheme, chosen: number }} look `chosen`: the arc that stands out, −1 for none
 */
export function drawPairs(ctx, layout, pairs, { palette, scheme, chosen }) {
  const isMany = layout.count > MANY;
  const ink = isMany ? palette.soft : palette.ink;
  pairs.arcs.forEach((arc, i) => {
    if (i !== chosen) drawArc(ctx, layout, arc, ink, isMany || layout.spacing < 14 ? 1 : 1.75);
  });
  const arc = pairs.arcs[chosen];
  if (arc) drawArc(ctx, layout, arc, palette.accent, 3);
  drawSigns(ctx, layout, pairs, palette);
  drawRims(ctx, layout, palette);
  drawNames(ctx, layout, pairs, palette);
  drawCells(ctx, layout, pairs, palette, scheme);
}

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {Pairs['arcs'][0]} arc @param {string} color @param {number} width */
function drawArc(ctx, layout, arc, color, width) {
  const { x, y, halfWidth, rise } = arcShape(layout, arc);
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  if (!arc.agree) ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.ellipse(x, y, halfWidth, rise, 0, Math.PI, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {Pairs} pairs @param {Palette} palette */
function drawSigns(ctx, layout, { arcs }, palette) {
  ctx.font = `600 ${SIGN}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.ink;
  ctx.strokeStyle = palette.plot;
  ctx.lineWidth = 5;
  ctx.lineJoin = 'round';
  for (const arc of signedArcs(layout, arcs)) {
    const { x, y, rise } = arcShape(layout, arc);
    ctx.strokeText(UNLIKE, x, y - rise);
    ctx.fillText(UNLIKE, x, y - rise);
  }
}

/**
 * Arcs that have a sign: those whose ends do not agree, as far as their signs have room.
 *
 * @param {PairsLayout} layout
 * @param {Pairs['arcs']} arcs
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

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {Palette} palette */
function drawRims(ctx, layout, palette) {
  const { count, radius, dialY } = layout;
  ctx.strokeStyle = mix(palette.soft, palette.plot, RIM);
  ctx.fillStyle = palette.plot;
  ctx.lineWidth = radius < 8 ? 1 : 1.25;
  for (let place = 0; place < count; place += 1) {
    ctx.beginPath();
    ctx.arc(placeX(layout, place), dialY, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {Pairs} pairs @param {Palette} palette */
function drawNames(ctx, layout, { names, numbers, places }, palette) {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = NAME;
  ctx.fillStyle = palette.soft;
  if (layout.isNamed)
    names.forEach((name, place) => {
      ctx.fillText(name, placeX(layout, place), layout.nameY);
    });
  if (!layout.isNumbered) return;
  ctx.font = NUMBER;
  ctx.fillStyle = palette.ink;
  numbers.forEach((number, feature) => {
    ctx.fillText(number, placeX(layout, Number(places[feature])), layout.numberY);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {Pairs} pairs @param {Palette} palette @param {Scheme} scheme */
function drawCells(ctx, layout, { rows, places, most }, palette, scheme) {
  const { cellsY, cellHeight, spacing, left } = layout;
  const width = Math.min(WIDEST, spacing - (spacing > 10 ? 4 : 1));
  ctx.strokeStyle = mix(palette.soft, palette.plot, EDGE);
  ctx.lineWidth = 1;
  ctx.font = `italic ${NAME}`;
  rows.forEach(({ name, values }, row) => {
    const top = cellsY + row * (cellHeight + APART);
    ctx.textAlign = 'left';
    ctx.fillStyle = palette.soft;
    ctx.fillText(name, Math.max(2, left - spacing / 2 - 16), top + cellHeight / 2);
    places.forEach((place, feature) => {
      const x = Math.round(placeX(layout, place) - width / 2) + 0.5;
      ctx.fillStyle = divergingColor(Number(values[feature]) / most, scheme);
      ctx.fillRect(x, Math.round(top) + 0.5, Math.round(width), cellHeight - 1);
      if (spacing > 10) ctx.strokeRect(x, Math.round(top) + 0.5, Math.round(width), cellHeight - 1);
    });
  });
}

/**
 * The hands of all dials: a long thin one and a short thick one on each. Allocates nothing.
 *
 * @typedef {object} PairHands
 * @property {ArrayLike<number>} cos of angles from the x axis, counterclockwise: first of the thick hands, then of the thin ones
 * @property {ArrayLike<number>} sin
 * @property {readonly number[]} angles which of them a place shows
 * @property {number} thin index of the first of the thin ones
 * @property {string} thickColor `#rrggbb`
 * @property {string} thinColor
 */

/** Where hands end, in radii, and the least radius that shows two of them. */
const REACH = { thick: 0.74, thin: 1 };
const SMALLEST = 2.5;

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {PairHands} hands */
export function drawPairHands(ctx, layout, hands) {
  const { radius, count } = layout;
  if (radius < SMALLEST) return;
  ctx.lineCap = 'round';
  ctx.strokeStyle = hands.thinColor;
  ctx.lineWidth = Math.max(1, radius * 0.09);
  for (let place = 0; place < count; place += 1) drawHand(ctx, layout, hands, place, hands.thin, REACH.thin);
  ctx.strokeStyle = hands.thickColor;
  ctx.lineWidth = Math.max(1.5, radius * 0.21);
  for (let place = 0; place < count; place += 1) drawHand(ctx, layout, hands, place, 0, REACH.thick);
  ctx.lineCap = 'butt';
}

/** @param {CanvasRenderingContext2D} ctx @param {PairsLayout} layout @param {PairHands} hands @param {number} place @param {number} first @param {number} reach */
function drawHand(ctx, layout, { cos, sin, angles }, place, first, reach) {
  const angle = first + Number(angles[place]);
  const length = layout.radius * reach;
  const x = placeX(layout, place);
  ctx.beginPath();
  ctx.moveTo(x, layout.dialY);
  ctx.lineTo(x + length * Number(cos[angle]), layout.dialY - length * Number(sin[angle]));
  ctx.stroke();
}
