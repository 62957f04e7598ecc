import { Chart } from 'chart.js';
import './index.js';
import { hidden, still } from './still.js';

/** @typedef {import('./curve-shapes.js').Shape} Shape */
/** @typedef {import('./curve-shapes.js').Points} Points */
/** @typedef {{ color: string, width: number, dash: readonly number[], order: number, points: Points }} Line */

/** Pixels round the plot: numbers at the left and below, the axis's name above, and the least at the right. */
const SIDES = { left: 50, top: 26, bottom: 24, right: 14 };

/** The Chart.js chart of several curves. Logarithms are taken before, so that a move between two pictures is a move in them. */
export class CurveChart {
  #chart;
  #size = { width: 0, height: 0 };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ drawUnder: (ctx: CanvasRenderingContext2D) => void, drawOver: (ctx: CanvasRenderingContext2D) => void }} drawing
   */
  constructor(canvas, { drawUnder, drawOver }) {
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        ...still(),
        normalized: true,
        parsing: false,
        layout: { autoPadding: false, padding: SIDES },
        scales: {
          x: hidden(0, 1),
          y: hidden(0, 1),
        },
      },
      plugins: [
        {
          id: 'curves',
          beforeRender: () => this.#size.width > 0,
          beforeDatasetsDraw: ({ ctx }) => drawUnder(ctx),
          afterDatasetsDraw: ({ ctx }) => drawOver(ctx),
        },
      ],
    });
  }

  /** CSS pixels. */
  get size() {
    return this.#size;
  }

  /** @returns {CanvasRenderingContext2D | null} null after `destroy` */
  get ctx() {
    return this.#chart.ctx;
  }

  /** @param {number} width CSS pixels @param {number} height */
  fit(width, height) {
    this.#size = width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 };
    if (this.#size.width > 0) this.#chart.resize(width, height);
  }

  /**
   * Draws all anew.
   *
   * @param {Shape} shape
   * @param {readonly Line[]} lines
   * @param {number} beside pixels that names need at the right
   */
  show({ xMax, low, high }, lines, beside) {
    const { options, data } = this.#chart;
    Object.assign(/** @type {any} */ (options.scales?.x), { max: xMax });
    Object.assign(/** @type {any} */ (options.scales?.y), { min: low, max: high });
    options.layout = {
      autoPadding: false,
      padding: { ...SIDES, right: Math.max(SIDES.right, beside > 0 ? beside + 13 : 0) },
    };
    while (data.datasets.length < lines.length) data.datasets.push(emptyLine());
    data.datasets.length = lines.length;
    for (const [i, { points, color, width, dash, order }] of lines.entries()) {
      Object.assign(/** @type {any} */ (data.datasets[i]), {
        data: Array.from(points.x, (x, k) => ({ x, y: Number(points.y[k]) })),
        borderColor: color,
        borderWidth: width,
        borderDash: dash,
        order,
      });
    }
    this.#chart.update('none');
  }

  /** Draws the same lines again. */
  draw() {
    if (this.#size.width > 0) this.#chart.draw();
  }

  /** @param {Shape} shape @returns {import('./curve-ground.js').Frame} */
  frameOf({ xMax, low, high }) {
    const { left, right, top, bottom } = this.#chart.chartArea ?? { left: 0, right: 0, top: 0, bottom: 0 };
    const perPair = (right - left) / xMax;
    const perPower = (bottom - top) / (high - low);
    return {
      area: { left, right, top, bottom },
      ratio: this.#chart.currentDevicePixelRatio,
      xMax,
      low,
      high,
      toX: (pair) => left + pair * perPair,
      toY: (log) => bottom - (log - low) * perPower,
    };
  }

  /** Later calls do nothing. */
  destroy() {
    this.fit(0, 0);
    this.#chart.destroy();
  }
}

const emptyLine = () => ({ data: [], pointRadius: 0, clip: /** @type {const} */ (false) });
