import { Chart } from 'chart.js';
import { drawArrow, drawDot } from './arrow-shape.js';
import { ArrowElement, ArrowsController } from './arrows.js';
import { fontFamily, mix } from './colors.js';
import { EqualAxesPlot, toPixels } from './equal-axes.js';
import { drawText, onPixels, TextStamp } from './text.js';

Chart.register(ArrowElement, ArrowsController);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./equal-axes.js').Frame} Frame */
/** @typedef {import('./plot.js').View<{ frame: Frame, ticks: import('./equal-axes.js').Tick[] }>} View */

/**
 * Two vectors from one origin, and where else their tips come.
 *
 * @typedef {object} ArrowPair
 * @property {string} name
 * @property {readonly { x: ArrayLike<number>, y: ArrayLike<number> }[]} tips of each of the two at the whole positions, in data units
 * @property {readonly string[]} colors of the positions
 * @property {readonly [string, string]} names
 * @property {string} index what a position is
 */

/** @typedef {{ position: number, x: number, y: number, color: string, textColor: string }} Arrow its real position, and its tip in data units */

/** Pixels: shafts, from a tip to its name, the letters' height, and the corner's radius. */
const SHAFT = 3.5;
const BESIDE = 13;
const LETTER = 16;
const CORNER = { part: 0.42, most: 34 };
const FONT = `600 14px ${fontFamily}`;

/** Up to so many places of a tip are discs. */
const FEW = 64;

/** How strong the angle between them is against the plot, and the places of the tips. */
const SECTOR = 0.16;
const PLACES = 0.55;

/**
 * Two arrows with the angle between them, and a dot for each place where their tips come. The second is drawn over the first.
 *
 * @extends {EqualAxesPlot<ArrowPair, readonly [Arrow, Arrow], 0 | 1>}
 */
export class ArrowPairPlot extends EqualAxesPlot {
  drawsElements = true;

  #stamps = /** @type {TextStamp[]} */ ([]);

  /** @param {number} width @override */
  heightFor(width) {
    return width;
  }

  /** What holds the origin and all tips. @param {ArrowPair} pair @override */
  region({ tips }) {
    const reach = (/** @type {'x' | 'y'} */ axis) => {
      let [low, high] = [0, 0];
      for (const { [axis]: values } of tips) {
        for (let i = 0; i < values.length; i += 1) {
          low = Math.min(low, values[i]);
          high = Math.max(high, values[i]);
        }
      }
      return { center: (low + high) / 2, size: high - low };
    };
    const [x, y] = [reach('x'), reach('y')];
    return { centerX: x.center, centerY: y.center, spanX: x.size, spanY: y.size };
  }

  /** @param {ArrowPair} pair @override */
  datasets({ tips }) {
    const datasets = tips.map(({ x, y }) => ({ data: Array.from(x, (value, i) => ({ x: value, y: y[i] })) }));
    return /** @type {import('chart.js').ChartConfiguration<'arrows'>} */ ({
      type: 'arrows',
      data: { datasets },
    });
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, { layout: { frame }, palette }) {
    const { tips, colors } = /** @type {ArrowPair} */ (this.data);
    const draw = colors.length > FEW ? drawDot : drawDisc;
    for (const { x, y } of tips) {
      for (const [i, color] of colors.entries()) {
        if (i < x.length) draw(context, toPixels(frame, x[i], y[i]), mix(color, palette.plot, PLACES));
      }
    }
  }

  /** The grid says enough. @override */
  labels() {}

  /** @param {Context} context @param {View} view @param {readonly [Arrow, Arrow] | undefined} arrows @override */
  moving(context, view, arrows) {
    if (!arrows) return;
    const { frame } = view.layout;
    const [first, second] = arrows;
    drawSector(context, frame, first, second, mix(view.palette.ink, view.palette.plot, SECTOR));
    for (const { x, y, color } of arrows) {
      const tip = toPixels(frame, x, y);
      drawArrow(context, frame.originX, frame.originY, tip.x, tip.y, SHAFT, color);
    }
    this.#drawNames(context, view, arrows);
  }

  /** @param {Context} context @param {View} view @param {readonly [Arrow, Arrow]} arrows */
  #drawNames(context, { layout: { frame }, palette, ratio, isLive }, arrows) {
    const { names } = /** @type {ArrowPair} */ (this.data);
    const [first, second] = arrows.map((arrow) => besideTip(frame, arrow));
    if (Math.hypot(first.x - second.x, first.y - second.y) < LETTER) {
      first.x -= first.down * LETTER;
      first.y += first.across * LETTER;
    }
    const inside = (/** @type {number} */ at, /** @type {number} */ size) =>
      Math.max(2, Math.min(size - LETTER - 2, at - LETTER / 2));
    for (const [i, place] of [first, second].entries()) {
      const [left, top] = [inside(place.x, frame.width), inside(place.y, frame.height)];
      const label = { text: names[i], color: arrows[i].textColor, left, top, width: LETTER, height: LETTER };
      if (isLive) {
        this.#stamps[i] ??= new TextStamp();
        this.#stamps[i].draw(context, label, FONT, palette.plot, ratio);
      } else drawText(context, onPixels(label, ratio), FONT, palette.plot);
    }
  }

  /** A row a position, and then one for each of the arrows where it is now. @override */
  table() {
    const { name, names, index, tips, colors } = /** @type {ArrowPair} */ (this.end);
    const arrows = this.moment ?? [];
    /** @param {number} which @param {'x' | 'y'} axis */
    const column = (which, axis) => ({
      name: `${names[which]}, ${axis}`,
      unit: '',
      values: [
        ...colors.map((_, i) => tips[which][axis][i] ?? Number.NaN),
        ...arrows.map((arrow, i) => (i === which ? arrow[axis] : Number.NaN)),
      ],
    });
    return {
      name,
      columns: [
        { name: index, unit: '', values: [...colors.keys(), ...arrows.map(({ position }) => position)] },
        ...tips.flatMap((_, i) => [column(i, 'x'), column(i, 'y')]),
      ],
    };
  }

  /** The nearest tip within reach, the second where both are as near. @param {{ x: number, y: number, reach: number }} point @returns {0 | 1 | undefined} */
  pick(point) {
    const { moment, frameOnScreen } = this;
    if (!moment || frameOnScreen.width === 0) return undefined;
    const at = this.toData(point);
    const far = (/** @type {Arrow} */ { x, y }) =>
      Math.hypot(x - at.x, y - at.y) * frameOnScreen.pixelsPerUnit;
    const [first, second] = [far(moment[0]), far(moment[1])];
    if (Math.min(first, second) > point.reach) return undefined;
    return second <= first ? 1 : 0;
  }
}

/** The angle between the two, the short way round. @param {Context} context @param {Frame} frame @param {Arrow} first @param {Arrow} second @param {string} color */
function drawSector(context, { originX, originY, pixelsPerUnit }, first, second, color) {
  const shorter = Math.min(Math.hypot(first.x, first.y), Math.hypot(second.x, second.y));
  const radius = Math.min(CORNER.most, CORNER.part * shorter * pixelsPerUnit);
  if (!(radius > 2)) return;
  const from = Math.atan2(first.y, first.x);
  const turn = Math.atan2(first.x * second.y - first.y * second.x, first.x * second.x + first.y * second.y);
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(originX, originY);
  context.arc(originX, originY, radius, -from, -from - turn, turn > 0);
  context.fill();
}

/** Where its name goes, CSS pixels, and the way from the origin to there. @param {Frame} frame @param {Arrow} arrow */
function besideTip({ originX, originY, pixelsPerUnit }, { x, y }) {
  const length = Math.hypot(x, y);
  const [across, down] = length > 0 ? [x / length, -y / length] : [1, 0];
  const far = length * pixelsPerUnit + BESIDE;
  return { x: originX + across * far, y: originY + down * far, across, down };
}

/** @param {Context} context @param {{ x: number, y: number }} at CSS pixels @param {string} color */
function drawDisc(context, { x, y }, color) {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, 2.25, 0, 2 * Math.PI);
  context.fill();
}
