import { Chart } from 'chart.js';
import { drawRing } from './arrow-shape.js';
import { ArrowElement, ArrowsController } from './arrows.js';
import { mix } from './colors.js';
import { drawNumbers, EqualAxesPlot, NUMBER, toPixels } from './equal-axes.js';
import { overlap } from './labels.js';
import { drawText, measuring } from './text.js';

Chart.register(ArrowElement, ArrowsController);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./equal-axes.js').Frame} Frame */

/**
 * A chain as it was, drawn thinner and paler.
 *
 * @typedef {object} Earlier
 * @property {ArrayLike<number>} x of its joints, data units
 * @property {ArrayLike<number>} y
 * @property {string} label at its end
 * @property {string} color
 * @property {string} text colour of the label
 */

/**
 * @typedef {object} Chains
 * @property {string} name
 * @property {string} item what a link stands for
 * @property {{ earlier: string, radius: string }} words what the labels of earlier chains are, and the circle's radius
 * @property {{ minX: number, maxX: number, minY: number, maxY: number }} box what must be seen, in data units
 * @property {readonly Earlier[]} earlier
 */

/**
 * A chain at one moment. The lists may be longer than the chain.
 *
 * @typedef {object} Chain
 * @property {number} links
 * @property {ArrayLike<number>} x of its joints, the start at 0 not among them
 * @property {ArrayLike<number>} y
 * @property {number} radius of the dotted circle round the start
 * @property {string} color `#rrggbb`
 * @property {number} passed how many of the earlier chains are shown
 */

/** @typedef {{ frame: Frame, ticks: import('./equal-axes.js').Tick[], passed: number }} Layout */
/** @typedef {import('./plot.js').View<Layout>} View */

/** How far joints must be apart to have dots, in pixels, and how strong earlier chains are. */
const DOTTED_FROM = 12;
const PALE = 0.45;

/** The room of a label's line, and round all that must be seen, as a part of it, where the plot has a height of its own. */
const LINE = 15;
const AROUND = 0.07;

/**
 * Arrows end to end: a chain from the origin, over what it was earlier. A circle round the start says how far its joints are, and
 * a bar on the axis how far its end has come across.
 *
 * @extends {EqualAxesPlot<Chains, Chain, undefined, Layout>}
 */
export class ChainsPlot extends EqualAxesPlot {
  drawsElements = true;

  room = { x: 20, y: 20, part: 0.5 };

  /** @param {number} width @override */
  heightFor(width) {
    return Math.max(150, Math.min(380, width / shapeOf(/** @type {Chains} */ (this.data).box)));
  }

  /** @param {Chains} chains @override */
  region({ box: { minX, maxX, minY, maxY } }) {
    return { centerX: (minX + maxX) / 2, centerY: (minY + maxY) / 2, spanX: maxX - minX, spanY: maxY - minY };
  }

  /** @param {Chains} chains @override */
  datasets({ earlier }) {
    const data = earlier.map(({ x, y }) => ({ x: x[x.length - 1], y: y[y.length - 1] }));
    return /** @type {import('chart.js').ChartConfiguration<'arrows'>} */ ({
      type: 'arrows',
      data: { datasets: [{ data }] },
    });
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    return { ...super.arrange(view), passed: 0 };
  }

  /** @param {Chain | undefined} chain @override */
  passed(chain) {
    return chain?.passed ?? 0;
  }

  /** @param {Context} context @param {View} view @param {number} start @param {number} end @override */
  added(context, { layout: { frame }, palette }, start, end) {
    context.lineWidth = 1.25;
    context.lineJoin = 'round';
    for (const { x, y, color } of /** @type {Chains} */ (this.data).earlier.slice(start, end)) {
      context.strokeStyle = mix(color, palette.plot, PALE);
      strokeChain(context, frame, x, y, x.length);
    }
  }

  /** @param {View} view @param {Chain | undefined} chain @override */
  label({ layout }, chain) {
    layout.passed = this.passed(chain);
    return false;
  }

  /** Numbers of the axes and of the earlier chains, at their ends. Where two would touch the older is left out. @param {Context} context @param {View} view @override */
  labels(context, { layout: { frame, ticks, passed }, palette }) {
    drawNumbers(context, ticks, palette);
    /** @type {import('./equal-axes.js').Box[]} */
    const taken = [];
    for (const { x, y, label, text } of /** @type {Chains} */ (this.data).earlier
      .slice(0, passed)
      .reverse()) {
      const up = y[y.length - 1];
      const end = toPixels(frame, x[x.length - 1], up);
      const { width } = measuring(NUMBER.font).measureText(label);
      const top = up >= 0 ? end.y - LINE - 3 : end.y + 3;
      const box = { left: end.x - width / 2, top, width, height: LINE };
      if (taken.some((other) => overlap(box, other, 2))) continue;
      taken.push(box);
      drawText(context, { ...box, text: label, color: text }, NUMBER.font, palette.plot);
    }
  }

  /** @param {Context} context @param {View} view @param {Chain | undefined} chain @override */
  moving(context, { layout: { frame }, palette }, chain) {
    if (!chain) return;
    const { links, x, y, radius, color } = chain;
    const { originX, originY, pixelsPerUnit } = frame;
    const end = toPixels(frame, x[links - 1], y[links - 1]);
    context.strokeStyle = palette.soft;
    context.lineWidth = 1.5;
    context.setLineDash(DOTS);
    context.beginPath();
    context.arc(originX, originY, radius * pixelsPerUnit, 0, 2 * Math.PI);
    context.stroke();
    strokeLine(context, end.x, end.y, end.x, originY);
    context.setLineDash(WHOLE);
    context.strokeStyle = mix(color, palette.plot, 0.35);
    context.lineWidth = 7;
    strokeLine(context, originX, originY, end.x, originY);
    context.strokeStyle = color;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    strokeChain(context, frame, x, y, links);
    drawRing(context, originX, originY, 4, 2, palette.ink);
    context.fillStyle = color;
    for (let i = 0; i < links && pixelsPerUnit >= DOTTED_FROM; i += 1) {
      context.beginPath();
      context.arc(originX + x[i] * pixelsPerUnit, originY - y[i] * pixelsPerUnit, 3.25, 0, 2 * Math.PI);
      context.fill();
    }
    context.beginPath();
    context.arc(end.x, end.y, 5.5, 0, 2 * Math.PI);
    context.fill();
  }

  /** The chain of the last moment and those before it, a row a link. The circle's radius is the same in all rows. @override */
  table() {
    const { name, item, words, earlier } = /** @type {Chains} */ (this.end);
    const { links, x, y, radius, passed } = this.moment ?? { links: 0, x: [], y: [], radius: 0, passed: 0 };
    const some = (/** @type {ArrayLike<number>} */ values) =>
      Array.from({ length: links }, (_, i) => values[i]);
    return {
      name,
      columns: [
        { name: item, unit: '', values: Array.from({ length: links }, (_, i) => i) },
        { name: 'x', unit: '', values: some(x) },
        { name: 'y', unit: '', values: some(y) },
        { name: words.radius, unit: '', values: Array.from({ length: links }, () => radius) },
        ...earlier.slice(0, passed).flatMap((one) => [
          { name: `${words.earlier} ${one.label}, x`, unit: '', values: some(one.x) },
          { name: `${words.earlier} ${one.label}, y`, unit: '', values: some(one.y) },
        ]),
      ],
    };
  }
}

const DOTS = [2, 4];
/** @type {number[]} */
const WHOLE = [];

/** As wide as high a plot is that shows the chain and little else. @param {Chains['box']} box */
export function shapeOf({ minX, maxX, minY, maxY }) {
  const room = AROUND * (maxX - minX);
  return (maxX - minX + room) / (maxY - minY + room);
}

/** @param {Context} context @param {number} fromX @param {number} fromY @param {number} toX @param {number} toY */
function strokeLine(context, fromX, fromY, toX, toY) {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

/** @param {Context} context @param {Frame} frame @param {ArrayLike<number>} x @param {ArrayLike<number>} y @param {number} links */
function strokeChain(context, { originX, originY, pixelsPerUnit }, x, y, links) {
  context.beginPath();
  context.moveTo(originX, originY);
  for (let i = 0; i < links; i += 1)
    context.lineTo(originX + x[i] * pixelsPerUnit, originY - y[i] * pixelsPerUnit);
  context.stroke();
}
