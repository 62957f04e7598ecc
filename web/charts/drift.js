import { Chart, LinearScale } from 'chart.js';
import { drawArrow } from './arrow-shape.js';
import { mix } from './color-space.js';
import { DialElement, DialsController } from './dials-controller.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';

Chart.register(DialElement, DialsController, LinearScale);

/** @typedef {import('./palette.js').Scheme} Scheme */

/**
 * How far a hand is off at one moment, counterclockwise, in radians.
 *
 * @typedef {object} Drift
 * @property {number} angle NaN where there is no hand
 * @property {number} low the least of all so far, −π to 0
 * @property {number} high the greatest, 0 to π
 * @property {string} color `#rrggbb`
 */

/** Pixels round the dial; what the hand and the ring round its end have of the radius. */
const ROOM = 5;
const HAND = 0.9;

/** How strong the sector is that the hand has been in. */
const SECTOR = 0.26;

/** A dial whose top is where a hand should point: the hand shows how far it is off, and a sector where it has been. */
export class DriftPlot {
  #chart;
  #unwatch;
  #palette;
  /** @type {Drift | undefined} */
  #drift;
  #size = { width: 0, height: 0 };

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {{ scheme?: Scheme }} [options]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#palette = palette(scheme);
    this.#chart = new Chart(canvas, {
      type: 'dials',
      data: { datasets: [this.#dataset()] },
      options: {
        ...still(),
        layout: { autoPadding: false, padding: 0 },
        scales: { x: hidden(-1, 1), y: hidden(-1, 1) },
      },
      plugins: [{ id: 'drift-plot', beforeRender: () => this.#size.width > 0 && this.#drift !== undefined }],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 };
      if (this.#size.width === 0) return;
      this.#chart.resize(width, height);
      this.#chart.update('none');
    });
  }

  /** @param {Drift} drift may be the same object each time */
  frame(drift) {
    this.#drift = drift;
    if (this.#size.width > 0) this.#chart.draw();
  }

  /** The dial: CSS pixels from the canvas's left and top. */
  get dial() {
    const { width, height } = this.#size;
    return { x: width / 2, y: height / 2, radius: Math.max(1, Math.min(width, height) / 2 - ROOM) };
  }

  /** Changes all colours but the hand's. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    if (this.#size.width > 0) this.#chart.update('none');
  }

  /** Gives back the chart and the observer. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#chart.destroy();
  }

  /** @returns {any} */
  #dataset() {
    return {
      data: [{ x: 0, y: 0 }],
      radius: 1,
      /** @type {import('./dials-controller.js').PaintDials} */
      paint: (ctx) => this.#paint(ctx),
    };
  }

  /** @param {CanvasRenderingContext2D} ctx */
  #paint(ctx) {
    const drift = /** @type {Drift} */ (this.#drift);
    const { plot, soft, ink } = this.#palette;
    const { x, y, radius } = this.dial;
    const up = -Math.PI / 2;
    ctx.fillStyle = plot;
    ctx.fillRect(0, 0, this.#size.width + 1, this.#size.height + 1);
    ctx.fillStyle = mix(drift.color, plot, SECTOR);
    ctx.beginPath();
    ctx.moveTo(x, y);
    // The canvas counts clockwise.
    ctx.arc(x, y, radius, up - drift.high, up - drift.low);
    ctx.fill();
    ctx.strokeStyle = mix(soft, plot, 0.55);
    ctx.lineWidth = 1.25;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x, y - radius);
    ctx.stroke();
    ctx.setLineDash([]);
    if (Number.isNaN(drift.angle)) return;
    const [across, along] = [-Math.sin(drift.angle), Math.cos(drift.angle)];
    const length = HAND * radius;
    drawArrow(ctx, x, y, x + across * length, y - along * length, radius < 50 ? 3 : 4, drift.color);
    ctx.beginPath();
    ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
    ctx.fillStyle = drift.color;
    ctx.fill();
  }
}
