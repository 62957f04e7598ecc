import { mix } from './color-space.js';
import { dialX, dialY } from './dials-layout.js';
import { fontFamily } from './palette.js';

/** @typedef {import('./dials-layout.js').DialGrid} DialGrid */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

/**
 * What rests on the dials.
 *
 * @typedef {object} Faces
 * @property {ArrayLike<number>} reach turns that each dial makes in all: one of less than 1 is marked as unfinished
 * @property {readonly string[]} labels under each dial
 * @property {readonly string[]} shortLabels the same for narrow cells
 * @property {readonly string[]} names of the dials, for wide cells
 * @property {readonly string[]} numbers of the dials, for the gutter
 */

/** @typedef {{ text: string, left: number, top: number, width: number, height: number }} DialLabel its box in CSS pixels */

/** A small tick needs a dial of this radius, in pixels. */
const TICKED_FROM = 22;

/** How strong rims and sectors are against the plot; a rim carries meaning, so it has WCAG's 3:1. */
const RIM = 0.72;
const SECTOR = 0.2;

/** Pixels of a dash and its gap. */
const DASH = 7;

/**
 * Rims, ticks and sectors.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {DialGrid} grid
 * @param {Palette} palette
 * @param {Faces} faces
 */
export function drawFaces(ctx, grid, palette, faces) {
  const { radius, count } = grid;
  const strong = mix(palette.soft, palette.plot, RIM);
  const sector = mix(palette.soft, palette.plot, SECTOR);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [dialX(grid, i), dialY(grid, i)];
    const reach = Number(faces.reach[i]);
    const isUnfinished = reach < 1;
    if (isUnfinished) drawSector(ctx, x, y, radius, reach, sector, strong);
    ctx.strokeStyle = strong;
    ctx.lineWidth = radius < 30 ? 1 : 1.25;
    if (isUnfinished) ctx.setLineDash(dashesOf(radius));
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.setLineDash([]);
    drawTicks(ctx, x, y, radius);
  }
}

/** Whole dashes round the rim. @param {number} radius */
function dashesOf(radius) {
  const pairs = Math.max(8, Math.round((2 * Math.PI * radius) / DASH));
  const dash = (Math.PI * radius) / pairs;
  return [dash, dash];
}

/**
 * From angle 0 counterclockwise.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} turns
 * @param {string} fill
 * @param {string} edge
 */
function drawSector(ctx, x, y, radius, turns, fill, edge) {
  const angle = 2 * Math.PI * Math.max(0, turns);
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, radius, 0, -angle, true);
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + radius * Math.cos(angle), y - radius * Math.sin(angle));
  ctx.stroke();
}

/** Where the hand starts, and the quarters. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function drawTicks(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.moveTo(x + radius, y);
  ctx.lineTo(x + radius - Math.max(3, radius * 0.14), y);
  if (radius >= TICKED_FROM) {
    const inner = radius - Math.max(2, radius * 0.07);
    for (const [dx, dy] of /** @type {const} */ ([
      [0, -1],
      [-1, 0],
      [0, 1],
    ])) {
      ctx.moveTo(x + dx * radius, y + dy * radius);
      ctx.lineTo(x + dx * inner, y + dy * inner);
    }
  }
  ctx.stroke();
}

/**
 * Where the words and numbers stand. Long labels are used where all of them have room.
 *
 * @param {CanvasRenderingContext2D} ctx to measure with
 * @param {DialGrid} grid
 * @param {Faces} faces
 * @returns {{ values: DialLabel[], names: DialLabel[] }}
 */
export function placeLabels(ctx, grid, faces) {
  const { fontSize, cellWidth, radius, isNamed, count, columns } = grid;
  ctx.font = fontOf(fontSize);
  const wide = faces.labels.every((label) => ctx.measureText(label).width <= cellWidth - 5);
  const texts = wide ? faces.labels : faces.shortLabels;
  /** @type {DialLabel[]} */
  const values = [];
  /** @type {DialLabel[]} */
  const names = [];
  const centred = (/** @type {string} */ text, /** @type {number} */ i, /** @type {number} */ y) => {
    const width = ctx.measureText(text).width;
    return { text, left: dialX(grid, i) - width / 2, top: y, width, height: fontSize * 1.2 };
  };
  for (let i = 0; i < count; i += 1) {
    const under = dialY(grid, i) + radius + fontSize * 0.3;
    if (isNamed) names.push(centred(faces.names[i] ?? '', i, under));
    else if (i % columns === 0) names.push(inGutter(ctx, grid, i, faces.numbers[i] ?? ''));
    values.push(centred(texts[i] ?? '', i, isNamed ? under + fontSize * 1.2 : under));
  }
  return { values, names };
}

/** @param {CanvasRenderingContext2D} ctx @param {DialGrid} grid @param {number} index @param {string} text @returns {DialLabel} */
function inGutter(ctx, grid, index, text) {
  const width = ctx.measureText(text).width;
  const height = grid.fontSize * 1.2;
  return { text, left: grid.left - 6 - width, top: dialY(grid, index) - height / 2, width, height };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {ReturnType<typeof placeLabels>} labels
 * @param {number} fontSize
 * @param {Palette} palette
 */
export function drawLabels(ctx, { values, names }, fontSize, palette) {
  ctx.font = fontOf(fontSize);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.soft;
  for (const { text, left, top, height } of names) ctx.fillText(text, left, top + height / 2);
  ctx.fillStyle = palette.ink;
  for (const { text, left, top, height } of values) ctx.fillText(text, left, top + height / 2);
}

/** @param {number} size CSS pixels */
const fontOf = (size) => `${size}px ${fontFamily}`;
