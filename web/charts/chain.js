import { Chart } from 'chart.js';
import './index.js';
import { drawRing } from './arrow-shape.js';
import { drawChainGround, drawEarlier, drawEarlierLabels } from './chain-ground.js';
import { mix } from './color-space.js';
import { palette } from './palette.js';
import { RestingLayer } from './resting-layer.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';

/** @typedef {import('./palette.js').Scheme} Scheme */

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

/** @typedef {import('./chain-ground.js').Earlier} Earlier */

/** @typedef {{ minX: number, maxX: number, minY: number, maxY: number }} View what must be seen, in the data's units */

/** Room round the view, CSS pixels, and how far joints must be apart to have dots. */
const ROOM = 20;
const DOTTED_FROM = 12;

/**
 * Arrows end to end, on equal axes: a chain from the origin. A circle round the start says how far its joints are, and a bar on
 * the axis how far its end has come across.
 */
export class ChainPlot {
  #chart;
  #layer;
  #unwatch;
  #palette;
  /** @type {View} */
  #view = { minX: -1, maxX: 1, minY: -1, maxY: 1 };
  /** @type {Chain | undefined} */
  #chain;
  #frame = { width: 0, height: 0, ratio: 1, originX: 0, originY: 0, pixelsPerUnit: 1 };
  /** @type {readonly Earlier[]} */
  #earlier = [];
  /** @type {{ x: number, y: number }[]} */
  #points = [{ x: 0, y: 0 }];

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {{ scheme?: Scheme }} [options]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#palette = palette(scheme);
    this.#layer = new RestingLayer(canvas.ownerDocument);
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: {
        datasets: [
          /** @type {any} */ ({ data: this.#points, clip: false, borderJoinStyle: 'round', pointRadius: 0 }),
        ],
      },
      options: {
        ...still(),
        // Without parsing Chart.js takes points for sorted by x, and leaves some out.
        layout: { autoPadding: false, padding: 0 },
        scales: { x: hidden(-1, 1), y: hidden(-1, 1) },
      },
      plugins: [
        {
          id: 'chain',
          beforeRender: () => this.#frame.width > 0 && this.#chain !== undefined,
          beforeDatasetsDraw: ({ ctx }) => this.#drawUnder(ctx),
          afterDatasetsDraw: ({ ctx }) => this.#drawOver(ctx),
        },
      ],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      const isShown = width > 0 && height > 0;
      if (isShown) this.#chart.resize(width, height);
      Object.assign(this.#frame, isShown ? { width, height } : { width: 0, height: 0 });
      this.#frame.ratio = this.#chart.currentDevicePixelRatio;
      this.#layer.fit(isShown ? canvas : { width: 0, height: 0 }, this.#frame.ratio);
      this.#fit();
      this.#paint();
    });
  }

  /** Says what must be seen, and what was before; `frame` draws it. @param {View} view @param {readonly Earlier[]} [earlier] */
  set(view, earlier = []) {
    this.#view = view;
    this.#earlier = earlier;
    this.#fit();
  }

  /** @param {Chain} chain may be the same object each time */
  frame(chain) {
    this.#chain = chain;
    this.#paint();
  }

  /** @param {number} x data units @param {number} y @returns {{ x: number, y: number }} CSS pixels from the canvas's left and top */
  toPixels(x, y) {
    const { originX, originY, pixelsPerUnit } = this.#frame;
    return { x: originX + x * pixelsPerUnit, y: originY - y * pixelsPerUnit };
  }

  /** Changes all colours but the chain's. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#layer.outdate();
    this.#paint();
  }

  /** Gives back the chart, the bitmaps and the observers. */
  destroy() {
    this.#unwatch();
    this.#frame.width = 0;
    this.#chart.destroy();
    this.#layer.fit({ width: 0, height: 0 }, 1);
  }

  /** Puts the view into the middle, with one unit for both axes. */
  #fit() {
    const frame = this.#frame;
    if (frame.width === 0) return;
    const { minX, maxX, minY, maxY } = this.#view;
    frame.pixelsPerUnit = Math.max(
      1e-6,
      Math.min((frame.width - 2 * ROOM) / (maxX - minX), (frame.height - 2 * ROOM) / (maxY - minY)),
    );
    frame.originX = frame.width / 2 - ((minX + maxX) / 2) * frame.pixelsPerUnit;
    frame.originY = frame.height / 2 + ((minY + maxY) / 2) * frame.pixelsPerUnit;
    const { x, y } = /** @type {any} */ (this.#chart.options.scales);
    x.min = -frame.originX / frame.pixelsPerUnit;
    x.max = (frame.width - frame.originX) / frame.pixelsPerUnit;
    y.min = (frame.originY - frame.height) / frame.pixelsPerUnit;
    y.max = frame.originY / frame.pixelsPerUnit;
    this.#layer.outdate();
  }

  #paint() {
    const chain = this.#chain;
    if (!chain || this.#frame.width === 0) return;
    const { links, color } = chain;
    const points = this.#points;
    while (points.length <= links) points.push({ x: 0, y: 0 });
    points.length = links + 1;
    for (let i = 0; i < links; i += 1) {
      const point = /** @type {{ x: number, y: number }} */ (points[i + 1]);
      point.x = Number(chain.x[i]);
      point.y = Number(chain.y[i]);
    }
    Object.assign(/** @type {any} */ (this.#chart.data.datasets[0]), {
      borderColor: color,
      borderWidth: 2.5,
    });
    if (this.#layer.advance(chain.passed - 1, this.#drawGround, this.#drawEarlier)) {
      this.#layer.label(this.#drawLabels);
    }
    this.#chart.update('none');
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawGround = (ctx) => drawChainGround(ctx, this.#frame, this.#palette);

  /** @param {CanvasRenderingContext2D} ctx @param {number} start @param {number} end */
  #drawEarlier = (ctx, start, end) =>
    drawEarlier(ctx, this.#frame, this.#earlier.slice(start, end), this.#palette);

  /** @param {CanvasRenderingContext2D} ctx */
  #drawLabels = (ctx) =>
    drawEarlierLabels(ctx, this.#frame, this.#earlier.slice(0, this.#chain?.passed ?? 0), this.#palette);

  /** @param {CanvasRenderingContext2D} ctx */
  #drawUnder(ctx) {
    const { links, x, y, radius, color } = /** @type {Chain} */ (this.#chain);
    this.#layer.copyTo(ctx);
    const { originX, originY, pixelsPerUnit } = this.#frame;
    const end = this.toPixels(Number(x[links - 1]), Number(y[links - 1]));
    ctx.strokeStyle = this.#palette.soft;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([2, 4]);
    ctx.beginPath();
    ctx.arc(originX, originY, radius * pixelsPerUnit, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(end.x, end.y);
    ctx.lineTo(end.x, originY);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.strokeStyle = mix(color, this.#palette.plot, 0.35);
    ctx.lineWidth = 7;
    ctx.beginPath();
    ctx.moveTo(originX, originY);
    ctx.lineTo(end.x, originY);
    ctx.stroke();
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #drawOver(ctx) {
    const { links, x, y, color } = /** @type {Chain} */ (this.#chain);
    const end = this.toPixels(Number(x[links - 1]), Number(y[links - 1]));
    drawRing(ctx, this.#frame.originX, this.#frame.originY, 4, 2, this.#palette.ink);
    ctx.fillStyle = color;
    for (let i = 0; i < links && this.#frame.pixelsPerUnit >= DOTTED_FROM; i += 1) {
      const joint = this.toPixels(Number(x[i]), Number(y[i]));
      ctx.beginPath();
      ctx.arc(joint.x, joint.y, 3.25, 0, 2 * Math.PI);
      ctx.fill();
    }
    ctx.beginPath();
    ctx.arc(end.x, end.y, 5.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}
