import { drawDot } from './arrow-looks.js';
import { mix } from './color-space.js';
import { drawGrid } from './grid.js';
import { fontFamily, palette } from './palette.js';
import { watchSize } from './sizing.js';
import { TextStamp } from './text.js';
import { VectorChart } from './vector-chart.js';

/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * Two vectors from one origin, and where else their tips come.
 *
 * @typedef {object} TwoArrows
 * @property {readonly { x: ArrayLike<number>, y: ArrayLike<number> }[]} tips of each of the two at the whole positions, in data units
 * @property {readonly string[]} colors of the positions
 * @property {readonly [string, string]} names
 */

/** @typedef {{ x: number, y: number, color: string, textColor: string }} Arrow its tip in data units */

/** Pixels: shafts, from a tip to its name, the letters' height, and the corner's radius. */
const SHAFT = 3.5;
const BESIDE = 13;
const LETTER = 16;
const CORNER = { part: 0.42, most: 34 };
const FONT = `600 14px ${fontFamily}`;

/** Up to so many places of a tip are discs. */
const FEW = 64;

/** How strong the angle between them is against the ground, and the places of the tips. */
const SECTOR = 0.16;
const PLACES = 0.55;

/** Two arrows on equal axes with the angle between them, and a dot for each place where their tips come. */
export class TwoArrowsPlot {
  #canvas;
  #chart;
  #unwatch;
  #palette;
  #names;
  /** @type {TwoArrows} */
  #shown = { tips: [], colors: [], names: ['', ''] };
  /** @type {readonly [Arrow, Arrow] | undefined} */
  #arrows;
  /** @type {readonly string[]} */
  #faint = [];
  #isAimed = false;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#canvas = canvas;
    this.#palette = palette(scheme);
    this.#names = [0, 1].map(() => ({
      stamp: new TextStamp(),
      label: { text: '', color: '', left: 0, top: 0, width: LETTER, height: LETTER },
    }));
    this.#chart = new VectorChart(canvas, {
      drawUnder: () => this.#drawUnder(),
      drawOver: () => this.#drawNames(),
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#chart.fit(width, height);
      this.#isAimed = false;
      this.#draw();
    });
  }

  /** Gives the plot other vectors; `frame` draws them. @param {TwoArrows} shown */
  set(shown) {
    this.#shown = shown;
    this.#faint = shown.colors.map((color) => mix(color, this.#palette.plot, PLACES));
    this.#isAimed = false;
  }

  /** @param {readonly [Arrow, Arrow]} arrows the second is drawn over the first; may be the same objects each time */
  frame(arrows) {
    this.#arrows = arrows;
    this.#draw();
  }

  /** @param {number} clientX @param {number} clientY @returns {{ x: number, y: number }} the same point of the window in data units */
  toData(clientX, clientY) {
    const { originX, originY, pixelsPerUnit, width, height } = this.#chart.frame;
    const box = this.#canvas.getBoundingClientRect();
    const x = ((clientX - box.left) * width) / (box.width || 1);
    const y = ((clientY - box.top) * height) / (box.height || 1);
    return { x: (x - originX) / pixelsPerUnit, y: (originY - y) / pixelsPerUnit };
  }

  /** @param {number} clientX @param {number} clientY @param {number} reach CSS pixels @returns {number} the nearest tip within reach: 0, 1, or −1 */
  pick(clientX, clientY, reach) {
    const { width, pixelsPerUnit } = this.#chart.frame;
    if (!this.#arrows || width === 0) return -1;
    const at = this.toData(clientX, clientY);
    const [first, second] = this.#arrows.map(({ x, y }) => Math.hypot(x - at.x, y - at.y) * pixelsPerUnit);
    if (Math.min(Number(first), Number(second)) > reach) return -1;
    return Number(second) <= Number(first) ? 1 : 0;
  }

  /** Changes all colours but those of the positions, which `set` and `frame` give. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.set(this.#shown);
    this.#draw();
  }

  /** Gives back the chart, the bitmaps and the observers. */
  destroy() {
    this.#unwatch();
    this.#arrows = undefined;
    this.#chart.destroy();
  }

  #draw() {
    if (!this.#arrows || this.#chart.frame.width === 0) return;
    if (!this.#isAimed) {
      this.#chart.aim(viewOf(this.#shown.tips), undefined);
      this.#isAimed = true;
    }
    const [first, second] = this.#arrows;
    this.#chart.rest([first.x], [first.y]);
    this.#chart.move(second, SHAFT, second.color);
    this.#chart.draw();
  }

  #drawUnder() {
    const [first, second] = /** @type {readonly [Arrow, Arrow]} */ (this.#arrows);
    const { ctx, frame } = this.#chart;
    const { originX, originY, pixelsPerUnit } = frame;
    ctx.fillStyle = this.#palette.plot;
    ctx.fillRect(0, 0, frame.width + 1, frame.height + 1);
    drawGrid(ctx, frame, this.#palette);
    const draw = this.#faint.length > FEW ? drawDot : drawDisc;
    for (const { x, y } of this.#shown.tips) {
      for (const [i, color] of this.#faint.entries()) {
        draw(ctx, originX + Number(x[i]) * pixelsPerUnit, originY - Number(y[i]) * pixelsPerUnit, color);
      }
    }
    this.#drawSector(first, second);
    this.#chart.paintArrows(ctx, 0, 1, { borderWidth: SHAFT, backgroundColor: [first.color] });
  }

  /** The angle between the two, the short way round. @param {Arrow} first @param {Arrow} second */
  #drawSector(first, second) {
    const { ctx, frame } = this.#chart;
    const shorter = Math.min(Math.hypot(first.x, first.y), Math.hypot(second.x, second.y));
    const radius = Math.min(CORNER.most, CORNER.part * shorter * frame.pixelsPerUnit);
    if (!(radius > 2)) return;
    const from = Math.atan2(first.y, first.x);
    const turn = Math.atan2(first.x * second.y - first.y * second.x, first.x * second.x + first.y * second.y);
    ctx.fillStyle = mix(this.#palette.ink, this.#palette.plot, SECTOR);
    ctx.beginPath();
    ctx.moveTo(frame.originX, frame.originY);
    ctx.arc(frame.originX, frame.originY, radius, -from, -from - turn, turn > 0);
    ctx.fill();
  }

  #drawNames() {
    const arrows = /** @type {readonly [Arrow, Arrow]} */ (this.#arrows);
    const { ctx, frame } = this.#chart;
    const [first, second] = arrows.map((arrow) => this.#besideTip(arrow));
    if (first && second && Math.hypot(first.x - second.x, first.y - second.y) < LETTER) {
      first.x -= first.down * LETTER;
      first.y += first.across * LETTER;
    }
    const inside = (/** @type {number} */ at, /** @type {number} */ size) =>
      Math.max(2, Math.min(size - LETTER - 2, at - LETTER / 2));
    for (const [i, { stamp, label }] of this.#names.entries()) {
      const place = /** @type {NonNullable<typeof first>} */ (i === 0 ? first : second);
      label.text = this.#shown.names[i] ?? '';
      label.color = /** @type {Arrow} */ (arrows[i]).textColor;
      label.left = inside(place.x, frame.width);
      label.top = inside(place.y, frame.height);
      stamp.draw(ctx, label, FONT, this.#palette.plot, frame.ratio);
    }
  }

  /** Where its name goes, CSS pixels, and the way from the origin to there. @param {Arrow} arrow */
  #besideTip({ x, y }) {
    const { originX, originY, pixelsPerUnit } = this.#chart.frame;
    const length = Math.hypot(x, y);
    const [across, down] = length > 0 ? [x / length, -y / length] : [1, 0];
    const far = length * pixelsPerUnit + BESIDE;
    return { x: originX + across * far, y: originY + down * far, across, down };
  }
}

/** What holds the origin and all tips. @param {TwoArrows['tips']} tips @returns {import('./vector-chart.js').View} */
function viewOf(tips) {
  const reach = (/** @type {'x' | 'y'} */ axis) => {
    let [low, high] = [0, 0];
    for (const { [axis]: values } of tips) {
      for (let i = 0; i < values.length; i += 1) {
        low = Math.min(low, Number(values[i]));
        high = Math.max(high, Number(values[i]));
      }
    }
    return { center: (low + high) / 2, size: high - low };
  };
  const [x, y] = [reach('x'), reach('y')];
  return { centerX: x.center, centerY: y.center, spanX: x.size, spanY: y.size };
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y CSS pixels @param {string} color */
function drawDisc(ctx, x, y, color) {
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.arc(x, y, 2.25, 0, 2 * Math.PI);
  ctx.fill();
}
