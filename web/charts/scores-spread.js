import { Chart, LinearScale } from 'chart.js';
import { mix } from './color-space.js';
import { deviceBox, HeatMapCell, RowProfileController } from './heat-map-controller.js';
import { fontFamily, palette } from './palette.js';
import { watchSize } from './sizing.js';
import { still } from './still.js';
import { niceStep, tickText } from './ticks.js';

Chart.register(HeatMapCell, RowProfileController, LinearScale);

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {import('chart.js').Scale} Scale */

/**
 * @typedef {object} Spreads
 * @property {Float32Array} values from 0, one for each offset from −most to most
 * @property {number} most
 * @property {number} limit the axis reaches from 0 to there, above 0
 * @property {number} chosen the offset that stands out
 * @property {string} title of the offsets' axis
 */

/** CSS pixels: the numbers at the left, those below, between two of these at least, and the mark of the chosen bar. */
const LEFT = 46;
const BELOW = 36;
const APART = 44;
const MARK = 5;
const ROOM = 8;

/** How strong the bars are against the plot, beside the chosen one. */
const QUIET = 0.55;

/** How far values spread at each offset, as bars from a line that shows where all are zero. */
export class SpreadBars {
  #chart;
  #unwatch;
  #palette;
  /** @type {Spreads} */
  #spreads = { values: new Float32Array(1), most: 0, limit: 1, chosen: 0, title: '' };
  #size = { width: 0, height: 0 };

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the plot fills and follows
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   */
  constructor(canvas, { scheme = 'light' } = {}) {
    this.#palette = palette(scheme);
    const font = { size: 12, family: fontFamily };
    this.#chart = new Chart(canvas, {
      type: 'rowProfile',
      data: { datasets: [{ data: [] }] },
      options: {
        ...still(),
        layout: { autoPadding: false, padding: { left: 0, right: ROOM, top: ROOM, bottom: 0 } },
        scales: {
          x: {
            type: 'linear',
            bounds: 'data',
            min: -0.5,
            max: 0.5,
            border: { display: false },
            grid: { drawOnChartArea: false, tickLength: 4 },
            ticks: {
              autoSkip: false,
              maxRotation: 0,
              padding: 1,
              font,
              callback: (value) => tickText(Number(value) - this.#spreads.most, 1),
            },
            title: { display: true, padding: 0, font },
            afterBuildTicks: (scale) => {
              scale.ticks = this.#offsets(scale).map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.height = BELOW;
            },
          },
          y: {
            type: 'linear',
            bounds: 'data',
            min: 0,
            max: 1,
            border: { display: false },
            grid: { drawTicks: false },
            ticks: {
              autoSkip: false,
              padding: 6,
              font,
              callback: (value) => tickText(Number(value), this.#spreads.limit / 10),
            },
            afterBuildTicks: (scale) => {
              scale.ticks = [0, this.#spreads.limit].map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.width = LEFT;
            },
          },
        },
      },
      plugins: [
        {
          id: 'spread-bars',
          beforeRender: () => this.#size.width > 0,
          afterDatasetsDraw: () => this.#drawChosen(),
        },
      ],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#size = { width: height > 0 ? width : 0, height: width > 0 ? height : 0 };
      if (this.#size.width > 0) this.#chart.resize(width, height);
      this.#paint();
    });
  }

  /** Where nothing but the chosen offset differs, its bar alone is drawn anew: that follows a hand. @param {Spreads} spreads */
  set(spreads) {
    const { values, most, limit, title } = this.#spreads;
    const isSame =
      values === spreads.values &&
      most === spreads.most &&
      limit === spreads.limit &&
      title === spreads.title;
    this.#spreads = spreads;
    if (isSame && this.#chart.ctx !== null) this.#chart.render();
    else this.#paint();
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#paint();
  }

  /** Gives back the chart and the observers. */
  destroy() {
    this.#unwatch();
    this.#size = { width: 0, height: 0 };
    this.#chart.destroy();
  }

  /** Places of round offsets, 0 among them. @param {Scale} scale */
  #offsets(scale) {
    const { most } = this.#spreads;
    const width = Math.max(1, this.#size.width - LEFT - ROOM);
    const step = Math.max(1, niceStep((APART * (scale.max - scale.min)) / width));
    const count = Math.floor(most / step);
    return Array.from({ length: 2 * count + 1 }, (_, i) => most + (i - count) * step);
  }

  #paint() {
    if (this.#size.width === 0 || this.#chart.ctx === null) return;
    const { values, most, limit, title } = this.#spreads;
    const { soft, line, plot } = this.#palette;
    const { x, y } = /** @type {any} */ (this.#chart.options.scales);
    Object.assign(x, { min: -0.5, max: 2 * most + 0.5 });
    Object.assign(y, { min: 0, max: limit });
    x.title.text = title;
    for (const axis of [x, y]) {
      axis.grid.color = line;
      axis.ticks.color = soft;
    }
    x.title.color = soft;
    Object.assign(/** @type {object} */ (this.#chart.data.datasets[0]), {
      values,
      color: mix(soft, plot, QUIET),
    });
    this.#chart.update('none');
  }

  /** The chosen bar again, stronger, and a mark below it that shows where it is even if it has no height. */
  #drawChosen() {
    const { ctx, chartArea, currentDevicePixelRatio: ratio } = this.#chart;
    const { values, most, limit, chosen } = this.#spreads;
    const box = deviceBox(chartArea, ratio);
    const each = box.width / (2 * most + 1);
    const left = box.left + (chosen + most) * each;
    const value = Number(values[chosen + most]);
    const bottom = box.top + box.height;
    const height = Math.min(1, value / limit) * box.height;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = this.#palette.ink;
    const width = Math.max(2 * ratio, each - (each > 6 ? 1 : 0));
    ctx.fillRect(Math.round(left + (each - width) / 2), bottom - height, Math.round(width), height);
    const middle = left + each / 2;
    ctx.beginPath();
    ctx.moveTo(middle, bottom + 1);
    ctx.lineTo(middle - MARK * ratio, bottom + 1 + 1.4 * MARK * ratio);
    ctx.lineTo(middle + MARK * ratio, bottom + 1 + 1.4 * MARK * ratio);
    ctx.fill();
    ctx.restore();
  }
}
