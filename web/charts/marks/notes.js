import { fontFamily } from '../colors.js';
import { overlap } from '../labels.js';
import { measuring, shortened } from '../text.js';
import { toPixels } from '../xy.js';

/**
 * Words about a stretch of the axis across, at the top of it.
 *
 * @typedef {object} Note
 * @property {string} text
 * @property {number} from
 * @property {number} to
 * @property {'start' | 'end'} align
 * @property {boolean} wraps takes as many lines as it needs, on clear background; else it is shortened
 */

/** A point, as where a line ends, with its words left of it. @typedef {{ x: number, y: number, text: string }} End */

/** @typedef {import('../equal-axes.js').Box & { lines: readonly string[], isClear: boolean }} PlacedNote */

const FONT = `12px ${fontFamily}`;
const LINE = 16;

/** Pixels: round the letters, from a stretch's beginning and end, from the plot's top, and between notes. */
const ROOM = 4;
const INSIDE = 6;
const ABOVE = 4;
const APART = 2;

/** Radius of an end's dot; its words need so many pixels at its left and above it. */
const DOT = 3.5;
const WORDS = { left: 112, above: 42 };
const HEIGHT = 14;

/**
 * None touches another; what has no room is left out.
 *
 * @param {Omit<import('../plot.js').View<unknown>, 'layout'>} view
 * @param {import('../xy.js').Axes} axes
 * @param {readonly Note[]} notes
 * @param {readonly End[]} ends
 * @returns {PlacedNote[]}
 */
export function placeNotes({ area }, axes, notes, ends) {
  const context = measuring(FONT);
  /** @type {PlacedNote[]} */
  const placed = [];
  for (const { text, from, to, align, wraps } of notes) {
    const [start, end] = [from, to].map((value) => toPixels(axes, area, value, 1).x);
    const most = end - start - INSIDE - ROOM - 2 * ROOM;
    if (most < LINE) continue;
    const lines = wraps ? wrapped(context, text, most) : [shortened(context, text, most)];
    const width = 2 * ROOM + Math.max(...lines.map((line) => context.measureText(line).width));
    const left = align === 'start' ? start + INSIDE : end - INSIDE - width;
    const note = {
      left,
      top: area.top + ABOVE,
      width,
      height: lines.length * LINE + 2,
      lines,
      isClear: wraps,
    };
    for (const other of placed) if (overlap(note, other, APART)) note.top = other.top + other.height + APART;
    placed.push(note);
  }
  for (const { x, y, text } of ends) {
    const at = toPixels(axes, area, x, y);
    if (at.x - area.left < WORDS.left || at.y - area.top < WORDS.above) continue;
    const width = context.measureText(text).width + 2 * ROOM;
    const top = Math.max(area.top, at.y - WORDS.above / 2 - 1);
    placed.push({ left: at.x - 2 - width, top, width, height: HEIGHT, lines: [text], isClear: true });
  }
  return placed;
}

/** Words in lines that are no wider. @param {import('../plot.js').Context} context @param {string} text @param {number} most pixels @returns {string[]} */
function wrapped(context, text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {readonly PlacedNote[]} notes
 * @param {readonly End[]} ends
 */
export function drawNotes(context, { area, palette }, axes, notes, ends) {
  context.font = FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { left, top, width, height, lines, isClear } of notes) {
    if (isClear) {
      context.fillStyle = palette.plot;
      context.fillRect(left, top, width, height);
    }
    context.fillStyle = palette.soft;
    const each = height / lines.length;
    lines.forEach((line, i) => {
      context.fillText(line, left + ROOM, top + (i + 0.5) * each);
    });
  }
  context.fillStyle = palette.ink;
  for (const { x, y } of ends) {
    const at = toPixels(axes, area, x, y);
    context.beginPath();
    context.arc(at.x, at.y, DOT, 0, 2 * Math.PI);
    context.fill();
  }
}
