import { Chart, LinearScale } from 'chart.js';
import { DialElement, DialsController } from './dials-controller.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';

Chart.register(DialElement, DialsController, LinearScale);

/**
 * A Chart.js chart of dials that lie where they are put, in CSS pixels, over a picture of what rests.
 */
export class DialsChart {
  /** CSS pixels; 0 while the canvas has no size. */
  width = 0;
  #canvas;
  #layer;
  #unwatch = () => {};

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import('./resting-layer.js').RestingLayer} layer which is fitted to the canvas
   * @param {object} draws
   * @param {import('./dials-controller.js').PaintDials} draws.paint
   * @param {() => void} draws.over drawn after the dials
   */
  constructor(canvas, layer, { paint, over }) {
    this.#canvas = canvas;
    this.#layer = layer;
    this.chart = new Chart(canvas, {
      type: 'dials',
      data: { datasets: [/** @type {any} */ ({ data: [], radius: 1, paint })] },
      options: {
        ...still(),
        scales: { x: hidden(0, 1), y: { ...hidden(0, 1), reverse: true } },
      },
      // Chart.js renders after every update, but a plot is drawn when all of it is in place.
      plugins: [{ id: 'dials', beforeRender: () => false, afterDatasetsDraw: over }],
    });
  }

  /** Fits the chart to its place from now on. @param {() => void} resized called at once, and when the canvas has another size */
  fit(resized) {
    this.#unwatch = watchSize(this.#canvas, (width, height) => {
      this.width = height > 0 ? width : 0;
      if (this.width > 0) this.chart.resize(width, height);
      this.#layer.fit(
        this.width > 0 ? this.#canvas : { width: 0, height: 0 },
        this.chart.currentDevicePixelRatio,
      );
      resized();
    });
  }

  /** @param {{ x: number, y: number }[]} data centres @param {number} radius */
  place(data, radius) {
    Object.assign(/** @type {any} */ (this.chart.data.datasets[0]), { data, radius });
    const scales = /** @type {any} */ (this.chart.options.scales);
    scales.x.max = this.width;
    scales.y.max = this.chart.height;
    this.chart.update('none');
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {{ x: number, y: number } | undefined} CSS pixels from the canvas's left and top; undefined while it has no size
   */
  pointAt(clientX, clientY) {
    if (this.width === 0) return undefined;
    const box = this.#canvas.getBoundingClientRect();
    const scale = this.width / (box.width || 1);
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  }

  /** Gives back the chart, the bitmaps and the observer. */
  destroy() {
    this.#unwatch();
    this.width = 0;
    this.chart.destroy();
    this.#layer.fit({ width: 0, height: 0 }, 1);
  }
}
