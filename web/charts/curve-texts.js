import { beyondY, NUMBER, shadeBox, shadeColor } from './curve-ground.js';
import { isInside, LINE, placeEnds } from './curve-labels.js';
import { overlap } from './labels.js';
import { fontFamily } from './palette.js';
import { drawText, shortened } from './text.js';

/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./curves.js').Picture} Picture */
/** @typedef {import('./curves.js').Curve} Curve */
/** @typedef {import('./curve-ground.js').Frame} Frame */
/** @typedef {import('./curve-shapes.js').Shape} Shape */
/** @typedef {import('./curve-shapes.js').Points} Points */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */
/** @typedef {Box & { text: string, font: string, color: string, ground: string }} Placed */

export const NAME = `13px ${fontFamily}`;
const CHOSEN = `600 13px ${fontFamily}`;

/** Labels beside the plot take at most this part of the canvas, but may have so many pixels. */
const BESIDE = { part: 0.3, least: 92 };
const IN_PLOT = 0.45;

/** On a narrower canvas all names stand in the plot, and those that find no room there are left out. */
const NARROW = 480;

/** A curve's name is not cut below this many pixels. @param {number} width of the canvas */
const longest = (width) => (width < NARROW ? width * IN_PLOT : Math.max(BESIDE.least, width * BESIDE.part));

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture} picture
 * @param {Shape} shape
 * @param {number} width of the canvas
 * @returns {number} pixels that the names beside the plot need
 */
export function roomBeside(ctx, { curves }, shape, width) {
  if (width < NARROW) return 0;
  ctx.font = CHOSEN;
  const most = longest(width);
  const widths = curves
    .filter(({ id }) => endsAtEdge(shape, id))
    .map(({ label }) => Math.min(most, ctx.measureText(shortened(ctx, label, most)).width));
  return Math.ceil(Math.max(0, ...widths));
}

/** @param {Shape} shape @param {string} id */
function endsAtEdge({ curves, xMax }, id) {
  const x = curves.get(id)?.x;
  return x !== undefined && Number(x.at(-1)) >= xMax - 1e-6;
}

/**
 * All words in the plot: the curves' names, the levels' lengths and the shade's note. None touches another.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Picture} picture
 * @param {Shape} shape
 * @param {{ width: number, height: number, selected: string, palette: Palette }} canvas
 * @returns {Placed[]}
 */
export function placeTexts(ctx, frame, picture, shape, { width, height, selected, palette }) {
  /** @type {Placed[]} */
  const placed = levelTexts(ctx, frame, picture, palette);
  const note = noteText(ctx, frame, picture, palette);
  if (note && !placed.some((other) => overlap(note, other))) placed.push(note);
  const curves = [...picture.curves].sort((a, b) => Number(b.id === selected) - Number(a.id === selected));
  const wishes = curves.map(({ id, label }) => {
    ctx.font = id === selected ? CHOSEN : NAME;
    const text = shortened(ctx, label, longest(width));
    const end = endOf(frame, /** @type {Points} */ (shape.curves.get(id)), picture.beyond);
    const outside = width >= NARROW && endsAtEdge(shape, id);
    return { text, font: ctx.font, width: ctx.measureText(text).width, ...end, outside };
  });
  const boxes = placeEnds(wishes, frame.area, height, placed, (box) => crossings(frame, shape, picture, box));
  const shade = shadeBox(frame, picture);
  wishes.forEach(({ text, font }, i) => {
    const box = boxes[i];
    if (!box) return;
    const ground = shade && overlap(box, shade, -LINE / 2) ? shadeColor(palette) : palette.plot;
    placed.push({ ...box, text, font, color: palette.ink, ground });
  });
  return placed;
}

/** @param {Frame} frame @param {Points} points @param {'above' | 'below'} beyond */
function endOf(frame, { x, y }, beyond) {
  const log = Number(y.at(-1));
  return {
    x: frame.toX(Number(x.at(-1))),
    y: Number.isNaN(log) ? beyondY(frame, beyond) : frame.toY(log),
  };
}

/**
 * A level's length stands on its line, or hangs from it where that is free.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {Picture} picture
 * @param {Palette} palette
 * @returns {Placed[]}
 */
function levelTexts(ctx, { area, toY }, { levels }, palette) {
  const lines = levels.map(({ value }) => toY(Math.log10(value)));
  const sorted = [...levels].sort((a, b) => Number(b.main) - Number(a.main));
  ctx.font = NUMBER;
  /** @type {Placed[]} */
  const placed = [];
  for (const { value, label, main } of sorted) {
    const line = toY(Math.log10(value));
    const width = ctx.measureText(label).width;
    const boxes = [line - LINE - 2, line + 3]
      .map((top) => ({ left: area.left + 8, top, width, height: LINE }))
      .filter((box) => isInside(box, area) && !placed.some((other) => overlap(box, other, 1)));
    const isClear = (/** @type {Box} */ { top }) => !lines.some((y) => y > top && y < top + LINE);
    const box = boxes.find(isClear) ?? boxes[0];
    const color = main ? palette.ink : palette.soft;
    if (box) placed.push({ ...box, text: label, font: NUMBER, color, ground: palette.plot });
  }
  return placed;
}

/** @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Picture} picture @param {Palette} palette @returns {Placed | undefined} */
function noteText(ctx, frame, picture, palette) {
  const shade = shadeBox(frame, picture);
  const text = picture.shade?.label ?? '';
  if (!shade || text === '') return undefined;
  ctx.font = NUMBER;
  const width = ctx.measureText(text).width;
  const isWide = width + 12 <= shade.width;
  const left = isWide ? shade.left + 7 : shade.left + shade.width + 7;
  if (left + width > frame.area.right || LINE + 24 > shade.height) return undefined;
  // Pairs that stand still have a line at the edge.
  const far = picture.beyondLabel === '' ? 5 : 20;
  const top = picture.beyond === 'above' ? shade.top + far : shade.top + shade.height - LINE - far;
  const ground = isWide ? shadeColor(palette) : palette.plot;
  return { left, top, width, height: LINE, text, font: NUMBER, color: palette.soft, ground };
}

/**
 * How many curves and levels run through a box.
 *
 * @param {Frame} frame
 * @param {Shape} shape
 * @param {Picture} picture
 * @param {Box} box
 */
function crossings({ toX, toY }, { curves }, { levels }, { left, top, width, height }) {
  const lines = levels.map(({ value }) => toY(Math.log10(value)));
  let count = lines.filter((y) => y > top && y < top + height).length;
  const right = left + width;
  for (const { x, y } of curves.values()) {
    const isCrossed = x.some((_, i) => {
      // A curve that falls steeply has no pair inside a line of text.
      const from = { x: toX(Number(x[Math.max(0, i - 1)])), y: toY(Number(y[Math.max(0, i - 1)])) };
      const to = { x: toX(Number(x[i])), y: toY(Number(y[i])) };
      return runsThrough(from, to, { left, top, right, bottom: top + height });
    });
    if (isCrossed) count += 1;
  }
  return count;
}

/** @typedef {{ x: number, y: number }} Point */

/**
 * @param {Point} from
 * @param {Point} to right of it or above it; NaN where a value has no logarithm
 * @param {import('./curve-labels.js').Area} box
 */
function runsThrough(from, to, { left, top, right, bottom }) {
  const [wide, high] = [to.x - from.x, to.y - from.y];
  /** Where between the points, from 0 to 1, it lies between two edges. */
  const between = (
    /** @type {number} */ start,
    /** @type {number} */ way,
    /** @type {number} */ low,
    /** @type {number} */ end,
  ) => {
    if (way === 0) return start > low && start < end ? [0, 1] : [1, 0];
    const [one, other] = [(low - start) / way, (end - start) / way];
    return [Math.min(one, other), Math.max(one, other)];
  };
  const [across, down] = [between(from.x, wide, left, right), between(from.y, high, top, bottom)];
  return Math.max(0, Number(across[0]), Number(down[0])) <= Math.min(1, Number(across[1]), Number(down[1]));
}

/** Pixels of ground at both ends of a word in the plot. */
const CLEAR = 3;

/**
 * Words in the plot have a ground of their own, over the curves: the shade's colour where that lies.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Placed[]} texts
 * @param {import('./curve-labels.js').Area} area of the plot
 * @param {{ plot: string, shaded: string, shade: Box | undefined }} grounds
 */
export function drawTexts(ctx, texts, area, { plot, shaded, shade }) {
  const inside = texts.filter((text) => isInside(text, area));
  const draw = (/** @type {readonly Placed[]} */ words, /** @type {string} */ ground) => {
    ctx.fillStyle = ground;
    for (const { left, top, width, height } of words)
      ctx.fillRect(Math.round(left) - CLEAR, Math.round(top), Math.ceil(width) + 2 * CLEAR, height);
    for (const text of words) drawText(ctx, text, text.font, ground);
  };
  for (const text of texts) if (!inside.includes(text)) drawText(ctx, text, text.font, text.ground);
  draw(inside, plot);
  const dark = shade ? inside.filter((text) => overlap(text, shade, CLEAR)) : [];
  if (!shade || dark.length === 0) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(shade.left, shade.top, shade.width, shade.height);
  ctx.clip();
  draw(dark, shaded);
  ctx.restore();
}
