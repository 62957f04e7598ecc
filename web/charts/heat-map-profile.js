import { Chart, LinearScale } from 'chart.js';
import { HeatMapCell, RowProfileController } from './heat-map-controller.js';
import { fontFamily, palette } from './palette.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';
import { tickText } from './ticks.js';

Chart.register(HeatMapCell, RowProfileController, LinearScale);

/** @typedef {import('./palette.js').Scheme} Scheme */

/** One row of a heat map as bars, under the map's columns. */
export class RowProfile {
  #chart;
  #unwatch;
  #color = '';
  #sides = { left: 40, right: 40 };
  #size = { width: 0, height: 0 };
  #isAimed = false;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#chart = new Chart(canvas, {
      type: 'rowProfile',
      data: { datasets: [{ data: [] }] },
      options: {
        ...still(),
        layout: { autoPadding: false, padding: { left: 0, right: 0, top: 1, bottom: 1 } },
        scales: {
          x: hidden(-0.5, 0.5),
          y: {
            type: 'linear',
            bounds: 'data',
            min: -1,
            max: 1,
            border: { display: false },
            grid: { drawTicks: false },
            ticks: {
              autoSkip: false,
              padding: 6,
              font: { size: 12, family: fontFamily },
              callback: (value) => tickText(Number(value), 1),
            },
            afterBuildTicks(scale) {
              scale.ticks = [scale.min, 0, scale.max].map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.width = this.#sides.left;
            },
          },
        },
      },
      plugins: [{ id: 'row-profile', beforeRender: () => false }],
    });
    this.#paint(scheme);
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = { width: height > 0 ? width : 0, height: width > 0 ? height : 0 };
      if (this.#size.width > 0) this.#chart.resize(width, height);
      this.#isAimed = false;
      this.draw();
    });
  }

  /** @param {Float32Array} values read where they are at each `draw` @param {number} limit the axis reaches from −limit to limit */
  set(values, limit) {
    /** @type {any} */ (this.#chart.data.datasets[0]).values = values;
    Object.assign(/** @type {any} */ (this.#chart.options.scales?.y), { min: -limit, max: limit });
    this.#isAimed = false;
  }

  /**
   * @param {number} first column
   * @param {number} last
   * @param {{ left: number, right: number }} sides of the columns, CSS pixels of the canvas
   */
  view(first, last, sides) {
    Object.assign(/** @type {any} */ (this.#chart.options.scales?.x), { min: first - 0.5, max: last + 0.5 });
    this.#sides = sides;
    this.#isAimed = false;
  }

  /** @param {string} color */
  color(color) {
    this.#color = color;
  }

  draw() {
    const { width } = this.#size;
    if (width === 0 || this.#chart.ctx === null) return;
    if (!this.#isAimed) {
      const layout = /** @type {any} */ (this.#chart.options.layout);
      layout.padding.right = Math.max(0, width - this.#sides.right);
      this.#chart.update('none');
      this.#isAimed = true;
    }
    /** @type {any} */ (this.#chart.data.datasets[0]).color = this.#color;
    this.#chart.draw();
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#paint(scheme);
    this.#isAimed = false;
    this.draw();
  }

  /** @param {Scheme} scheme */
  #paint(scheme) {
    const { line, soft } = palette(scheme);
    const { grid, ticks } = /** @type {any} */ (this.#chart.options.scales).y;
    grid.color = line;
    ticks.color = soft;
  }

  /** Gives back the chart and the observer. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#chart.destroy();
  }
}
