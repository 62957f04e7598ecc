import { ticksOf } from './grid.js';
import { choose, FROM_RING, FROM_TIP, layOut, place } from './label-layout.js';
import { fontFamily } from './palette.js';
import { drawText, shortened, TextStamp } from './text.js';
import { niceStep } from './ticks.js';

/** @typedef {import('./label-layout.js').Label} Label */
/** @typedef {import('./label-layout.js').Box} Box */
/** @typedef {import('./grid.js').Frame} Frame */
/** @typedef {Readonly<import('./palette.js').Palette>} Palette */

const WORD = { font: `13px ${fontFamily}`, height: 16 };
const MOVING = { font: `600 13px ${fontFamily}`, height: 16 };
const NUMBER = { font: `12px ${fontFamily}`, height: 13 };

/** A longer word is cut: at this part of the plot's width, but not below so many pixels. */
const LONGEST = { part: 0.4, least: 60 };

/** With more positions than this, only every so many carry their word. */
const ALL_UP_TO = 20;
const ABOUT = 12;

/** All text of a plot: words at tips, the moving arrow's word, and the numbers of the axes. None touches another. */
export class Labels {
  /** @type {Label[]} */
  #words = [];
  /** @type {Label[]} */
  #numbers = [];
  #moving = {
    text: '',
    color: '',
    ofText: '',
    left: 0,
    top: 0,
    width: 0,
    height: MOVING.height,
    tip: { x: 0, y: 0 },
  };
  #stamp;

  /** @param {Document} document */
  constructor(document) {
    this.#stamp = new TextStamp(document);
  }

  /**
   * Measures all labels and finds their places anew.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   * @param {Palette} palette
   * @param {{ texts: readonly string[], colors: readonly string[], selected: number, tipOf: (index: number) => { x: number, y: number } }} words
   */
  layOut(ctx, frame, palette, { texts, colors, selected, tipOf }) {
    const most = longestIn(frame);
    const stride = texts.length > ALL_UP_TO ? niceStep(texts.length / ABOUT) : 1;
    ctx.font = WORD.font;
    this.#words = [];
    for (let index = 0; index < texts.length; index += 1) {
      if (index % stride !== 0 && index !== selected) continue;
      const text = shortened(ctx, texts[index] ?? '', most);
      if (text === '') continue;
      const width = ctx.measureText(text).width;
      this.#words.push(labelOf('word', index, text, colors[index] ?? palette.ink, width, WORD.height));
    }
    layOut(this.#words, frame, tipOf, selected);
    ctx.font = NUMBER.font;
    this.#numbers = ticksOf(frame).map(({ text, x, y, align }) => {
      const width = ctx.measureText(text).width;
      const label = labelOf('number', -1, text, palette.soft, width, NUMBER.height);
      label.left = align === 'right' ? x - width : x - width / 2;
      label.top = y - NUMBER.height / 2;
      return label;
    });
    this.#moving.ofText = '';
  }

  /**
   * Puts the moving arrow's word beside its tip, and hides what it would touch.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   * @param {{ text: string, color: string, x: number, y: number }} moving `x`, `y`: its tip in CSS pixels
   * @param {{ passed: number, movingIndex: number, selected: number }} state
   * @returns {boolean} whether the resting labels changed
   */
  follow(ctx, frame, moving, state) {
    const box = this.#moving;
    if (moving.text !== box.ofText) {
      ctx.font = MOVING.font;
      box.text = shortened(ctx, moving.text, longestIn(frame));
      box.ofText = moving.text;
      box.width = box.text === '' ? 0 : ctx.measureText(box.text).width;
    }
    box.color = moving.color;
    box.tip = moving;
    const gap = state.selected === state.movingIndex ? FROM_RING : FROM_TIP;
    if (box.width > 0) place(box, frame, moving.x, moving.y, gap);
    return choose(this.#words, this.#numbers, box, frame, state);
  }

  /** Draws what rests. @param {CanvasRenderingContext2D} ctx @param {Palette} palette */
  drawResting(ctx, palette) {
    for (const label of this.#numbers) if (label.shown) drawText(ctx, label, NUMBER.font, palette.plot);
    for (const label of this.#words) if (label.shown) drawText(ctx, label, WORD.font, palette.plot);
  }

  /** Draws the moving arrow's word. @param {CanvasRenderingContext2D} ctx @param {Palette} palette @param {Frame} frame */
  drawMoving(ctx, palette, { ratio }) {
    if (this.#moving.width > 0) this.#stamp.draw(ctx, this.#moving, MOVING.font, palette.plot, ratio);
  }

  /** @returns {{ kind: 'moving' | 'word' | 'number', text: string, left: number, top: number, width: number, height: number }[]} */
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

/**
 * @param {'word' | 'number'} kind
 * @param {number} index
 * @param {string} text
 * @param {string} color
 * @param {number} width
 * @param {number} height
 * @returns {Label}
 */
const labelOf = (kind, index, text, color, width, height) => ({
  kind,
  index,
  text,
  color,
  left: 0,
  top: 0,
  width,
  height,
  shown: false,
});

/** @param {Frame} frame @returns {number} pixels */
const longestIn = ({ width }) => Math.max(LONGEST.least, width * LONGEST.part);
