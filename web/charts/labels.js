import { niceStep } from './axes.js';
import { fontFamily } from './colors.js';
import { NUMBER } from './equal-axes.js';
import { drawText, measuring, shortened } from './text.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./equal-axes.js').Frame} Frame */
/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./equal-axes.js').Tick} Tick */
/** @typedef {Readonly<import('./colors.js').Palette>} Palette */
/** @typedef {{ x: number, y: number }} Point */

/**
 * A word or a number and the box that it fills.
 *
 * @typedef {Box & { kind: 'word' | 'number', index: number, text: string, color: string, shown: boolean }} Label `index`: position of a
 *   word, −1 for a number
 */

/**
 * @typedef {object} Moving the moving arrow's word
 * @property {string} text empty for none
 * @property {string} color
 * @property {Point} tip of its arrow, CSS pixels
 */

const WORD = { font: `13px ${fontFamily}`, height: 16 };
export const MOVING = { font: `600 13px ${fontFamily}`, height: 16 };

/** A longer word is cut: at this part of the plot's width, but not below so many pixels. */
const LONGEST = { part: 0.4, least: 60 };

/** With more positions than this, only every so many carry their word. */
const ALL_UP_TO = 20;
const ABOUT = 12;

/** Pixels between a tip and its label, also where the tip has a ring; between labels; between a label and the edge. */
const FROM_TIP = 7;
const FROM_RING = 17;
const APART = 3;
const FROM_EDGE = 4;

/** Where a label may stand round its tip: degrees from straight on, the best first. */
const TURNS = [0, 35, -35, 70, -70, 110, -110];

/** @param {Box} one @param {Box} other @param {number} apart */
export const overlap = (one, other, apart = APART) =>
  one.left < other.left + other.width + apart &&
  other.left < one.left + one.width + apart &&
  one.top < other.top + other.height + apart &&
  other.top < one.top + one.height + apart;

/**
 * Puts a box beside the tip of an arrow, in the arrow's direction or turned from it, inside the canvas. It moves smoothly as
 * the arrow does.
 *
 * @param {Box} box its width and height are kept
 * @param {Frame} frame
 * @param {number} tipX CSS pixels
 * @param {number} tipY
 * @param {number} [gap] pixels from the tip
 * @param {number} [turn] degrees
 */
function place(box, frame, tipX, tipY, gap = FROM_TIP, turn = 0) {
  const length = Math.hypot(tipX - frame.originX, tipY - frame.originY);
  const angle =
    (length < 1 ? -Math.PI / 3 : Math.atan2(tipY - frame.originY, tipX - frame.originX)) +
    (turn * Math.PI) / 180;
  const halfWidth = box.width / 2 + gap;
  const halfHeight = box.height / 2 + gap;
  const x = tipX + Math.cos(angle) * halfWidth;
  let y = tipY + Math.sin(angle) * halfHeight;
  const low = FROM_EDGE + box.width / 2;
  const insideX = Math.max(low, Math.min(frame.width - low, x));
  // Pushed back over its own tip by an edge, it gives way upwards or downwards.
  const pushed = Math.abs(x - insideX);
  if (pushed > 0) {
    const free = halfHeight * Math.min(1, pushed / (2 * gap));
    const side = tipY < frame.originY ? -1 : 1;
    y = side < 0 ? Math.min(y, tipY - free) : Math.max(y, tipY + free);
  }
  const top = FROM_EDGE + box.height / 2;
  box.left = insideX - box.width / 2;
  box.top = Math.max(top, Math.min(frame.height - top, y)) - box.height / 2;
}

/**
 * Finds each word a place where it covers neither another word nor a tip, as far as there is one. The places do not
 * depend on time, so that no word jumps.
 *
 * @param {Label[]} words
 * @param {Frame} frame
 * @param {(index: number) => { x: number, y: number }} tipOf in CSS pixels
 * @param {number} selected position whose tip has a ring, −1 for none
 */
function layOut(words, frame, tipOf, selected) {
  const tips = words.map(({ index }) => tipOf(index));
  words.forEach((word, i) => {
    const { x, y } = tips[i];
    const gap = word.index === selected ? FROM_RING : FROM_TIP;
    let best = Number.POSITIVE_INFINITY;
    let bestTurn = 0;
    for (const [order, turn] of TURNS.entries()) {
      place(word, frame, x, y, gap, turn);
      let cost = order / 10;
      for (let j = 0; j < i; j += 1) if (overlap(word, words[j])) cost += 10;
      for (const tip of tips) if (crosses(word, frame.originX, frame.originY, tip)) cost += 2;
      if (cost < best) [best, bestTurn] = [cost, turn];
      if (cost < 1) break;
    }
    place(word, frame, x, y, gap, bestTurn);
  });
}

/**
 * Whether a straight line runs through a box.
 *
 * @param {Box} box
 * @param {number} fromX CSS pixels
 * @param {number} fromY
 * @param {Point} to
 */
export function crosses({ left, top, width, height }, fromX, fromY, to) {
  const x = left + width / 2 - fromX;
  const y = top + height / 2 - fromY;
  const [dx, dy] = [to.x - fromX, to.y - fromY];
  const reachX = (width + Math.abs(dx)) / 2;
  const reachY = (height + Math.abs(dy)) / 2;
  if (Math.abs(x - dx / 2) > reachX || Math.abs(y - dy / 2) > reachY) return false;
  return Math.abs(x * dy - y * dx) <= (width * Math.abs(dy) + height * Math.abs(dx)) / 2;
}

/**
 * Decides which labels are shown: none touches another, and the moving arrow covers none. Its own wins, then the chosen
 * one's, then the newest of those passed, and the axes' numbers come last.
 *
 * @param {Label[]} words in the order of their positions
 * @param {Label[]} numbers
 * @param {Box & { tip: { x: number, y: number } }} moving of no width where there is none
 * @param {Frame} frame
 * @param {{ passed: number, movingIndex: number, selected: number }} state the last position passed; the one whose word the
 *   moving arrow carries, and the one chosen, each −1 for none
 * @returns {boolean} whether anything changed
 */
function choose(words, numbers, moving, frame, { passed, movingIndex, selected }) {
  let changed = false;
  /** @type {Label | undefined} */
  let chosen;
  const show = (/** @type {Label} */ label, /** @type {boolean} */ shown) => {
    if (label.shown !== shown) changed = true;
    label.shown = shown;
  };
  const free = (/** @type {Label} */ label, /** @type {number} */ after) => {
    if (moving.width > 0 && overlap(label, moving)) return false;
    if (crosses(label, frame.originX, frame.originY, moving.tip)) return false;
    if (chosen?.shown && overlap(label, chosen)) return false;
    for (let j = after; j < words.length; j += 1) {
      const other = words[j];
      if (other.shown && overlap(label, other)) return false;
    }
    return true;
  };
  for (const word of words) {
    if (word.index !== selected) continue;
    show(word, word.index !== movingIndex && free(word, words.length));
    chosen = word;
  }
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word === chosen) continue;
    show(word, word.index <= passed && word.index !== movingIndex && free(word, i + 1));
  }
  for (const number of numbers) show(number, free(number, 0));
  return changed;
}

/** All text of a plot: words at tips, the moving arrow's word, and the numbers of the axes. None touches another. */
export class TipLabels {
  /** @type {Label[]} */
  #words = [];
  /** @type {Label[]} */
  #numbers;
  #moving = { text: '', color: '', left: 0, top: 0, width: 0, height: MOVING.height, tip: { x: 0, y: 0 } };
  #whole = '';
  #selected = Number.NaN;
  #frame;
  #palette;
  #tips;

  /**
   * @param {Frame} frame
   * @param {Palette} palette
   * @param {readonly Tick[]} ticks numbers of the axes
   * @param {{ texts: readonly string[], colors: readonly string[], at: (index: number) => Point }} tips in CSS pixels
   */
  constructor(frame, palette, ticks, tips) {
    this.#frame = frame;
    this.#palette = palette;
    this.#tips = tips;
    this.#numbers = ticks.map((tick) => ({
      ...tick,
      kind: 'number',
      index: -1,
      color: palette.soft,
      shown: true,
    }));
  }

  /**
   * Puts the moving arrow's word beside its tip, and hides what it would touch.
   *
   * @param {Moving} moving
   * @param {{ passed: number, movingIndex: number, selected: number }} state the last position passed; the one whose word the
   *   moving arrow carries, and the one chosen, each −1 for none
   * @returns {boolean} whether the resting labels changed
   */
  follow(moving, state) {
    const box = this.#moving;
    const isPlaced = state.selected === this.#selected;
    if (!isPlaced) this.#placeWords(state.selected);
    if (moving.text !== this.#whole) {
      const ctx = measuring(MOVING.font);
      this.#whole = moving.text;
      box.text = shortened(ctx, moving.text, longestIn(this.#frame));
      box.width = box.text === '' ? 0 : ctx.measureText(box.text).width;
    }
    box.color = moving.color;
    box.tip.x = moving.tip.x;
    box.tip.y = moving.tip.y;
    const gap = state.selected === state.movingIndex ? FROM_RING : FROM_TIP;
    if (box.width > 0) place(box, this.#frame, moving.tip.x, moving.tip.y, gap);
    return choose(this.#words, this.#numbers, box, this.#frame, state) || !isPlaced;
  }

  /** Measures all words and finds their places. @param {number} selected */
  #placeWords(selected) {
    const { texts, colors, at } = this.#tips;
    const stride = texts.length > ALL_UP_TO ? niceStep(texts.length / ABOUT) : 1;
    const ctx = measuring(WORD.font);
    this.#selected = selected;
    this.#words = [];
    for (let index = 0; index < texts.length; index += 1) {
      if (index % stride !== 0 && index !== selected) continue;
      const text = shortened(ctx, texts[index], longestIn(this.#frame));
      if (text === '') continue;
      const { width } = ctx.measureText(text);
      const box = { left: 0, top: 0, width, height: WORD.height };
      this.#words.push({
        ...box,
        kind: 'word',
        index,
        text,
        color: colors[index] ?? this.#palette.ink,
        shown: false,
      });
    }
    layOut(this.#words, this.#frame, at, selected);
  }

  /** Draws what rests. @param {Context} ctx */
  draw(ctx) {
    const { plot } = this.#palette;
    for (const label of this.#numbers) if (label.shown) drawText(ctx, label, NUMBER.font, plot);
    for (const label of this.#words) if (label.shown) drawText(ctx, label, WORD.font, plot);
  }

  /** The moving arrow's word where it stands now; of no width where there is none. */
  get moving() {
    return this.#moving;
  }

  /** @returns {(Box & { kind: 'moving' | 'word' | 'number', text: string })[]} those that are shown */
  boxes() {
    const shown = [...this.#words, ...this.#numbers].filter((label) => label.shown);
    const boxes = shown.map(({ kind, text, left, top, width, height }) => ({
      kind,
      text,
      left,
      top,
      width,
      height,
    }));
    const { text, left, top, width, height } = this.#moving;
    return width > 0 ? [{ kind: 'moving', text, left, top, width, height }, ...boxes] : boxes;
  }
}

/** @param {Frame} frame @returns {number} pixels */
const longestIn = ({ width }) => Math.max(LONGEST.least, width * LONGEST.part);
