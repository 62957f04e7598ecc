import { Chart } from 'chart.js';
import { mix } from './color-space.js';
import { palette } from './palette.js';
import { watchSize } from './sizing.js';
import { hidden, still } from './still.js';
import { thinned } from './thinned.js';

/** @typedef {import('./palette.js').Scheme} Scheme */
/** @typedef {Record<string, import('chart.js').Scale>} Scales */

/**
 * @typedef {object} Strips
 * @property {ArrayLike<number>} position where the curves are sampled, rising
 * @property {ArrayLike<number>} magnitude there; NaN is a gap
 * @property {ArrayLike<number>} angle there, degrees, unwrapped
 * @property {{ magnitude: ArrayLike<number>, angle: ArrayLike<number> }} at the same at the whole positions 0, 1, …
 * @property {import('./colors.js').PositionColors} colors for each whole position
 * @property {readonly [number, number]} magnitudeRange from the strip's bottom to its top
 * @property {readonly [number, number]} angleRange
 */

/** Radius of a dot, pixels from one to the next at least, and room beside the outermost. */
const DOT = 3;
const APART = 10;
const ROOM = 6;

/** A dot to come is as faint as this against the paper. */
const FAINT = 0.35;

/** Colours along a curve that has no dots. */
const STOPS = 24;

/**
 * Two quiet curves against position, the magnitude above and the angle below, with a dot at whole positions. They are drawn
 * only when something in them changes. Where not every dot has room none is drawn, since every tenth one would show a wave
 * that is not there: the curves have the positions' colours then.
 */
export class StripPlot {
  #chart;
  #unwatch;
  #palette;
  /** @type {Strips | undefined} */
  #strips;
  /** @type {string[]} */
  #faint = [];
  #passed = -1;
  #width = 0;

  /**
   * @param {HTMLCanvasElement} canvas in a parent that has a size of its own, which the strips fill and follow
   * @param {object} [options]
   * @param {Scheme} [options.scheme]
   * @param {() => void} [options.onResize] called when the size has changed: `pixelFor` has other answers then
   */
  constructor(canvas, { scheme = 'light', onResize } = {}) {
    this.#palette = palette(scheme);
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [curve('magnitude'), curve('angle')] },
      options: {
        ...still(),
        normalized: true,
        parsing: false,
        layout: { autoPadding: false, padding: { left: ROOM, right: ROOM } },
        scales: {
          x: hidden(0, 1),
          // Chart.js piles up a stack of axes from the bottom.
          angle: strip(),
          magnitude: strip(),
        },
      },
      plugins: [
        {
          id: 'strips',
          beforeRender: () => this.#width > 0,
          beforeDatasetsDraw: ({ ctx, scales }) => this.#drawGround(ctx, scales),
          afterDatasetsDraw: ({ ctx, scales }) => this.#drawDots(ctx, scales),
        },
      ],
    });
    this.#unwatch = watchSize(canvas, (width, height) => {
      this.#width = height > 0 ? width : 0;
      if (this.#width > 0) this.#chart.resize(width, height);
      this.#color();
      onResize?.();
    });
  }

  /** Shows other curves. @param {Strips} strips */
  set(strips) {
    if (strips.colors !== this.#strips?.colors) this.#faint = [];
    this.#strips = strips;
    const { position, magnitude, angle, at, magnitudeRange, angleRange } = strips;
    const scales = /** @type {any} */ (this.#chart.options.scales);
    Object.assign(scales.x, { min: 0, max: Math.max(1, at.magnitude.length - 1) });
    Object.assign(scales.magnitude, rangeOf(magnitudeRange));
    Object.assign(scales.angle, rangeOf(angleRange));
    for (const [i, values] of [magnitude, angle].entries()) {
      /** @type {any} */ (this.#chart.data.datasets[i]).data = thinned(position, values);
    }
    this.#color();
  }

  /** Dots after this position are faint. @param {number} index −1 for all */
  passed(index) {
    if (index === this.#passed) return;
    this.#passed = index;
    if (this.#width === 0 || this.#strips === undefined) return;
    if (this.#isDotted) this.#chart.draw();
    else this.#color();
  }

  /**
   * @param {number} position real
   * @returns {number} CSS pixels from the canvas's left; 0 while it has no size
   */
  pixelFor(position) {
    const pixel = this.#width > 0 ? this.#chart.scales.x?.getPixelForValue(position) : 0;
    return pixel !== undefined && Number.isFinite(pixel) ? pixel : 0;
  }

  /** Changes all colours but those of the positions, which `set` gives. @param {Scheme} scheme */
  scheme(scheme) {
    this.#palette = palette(scheme);
    this.#faint = [];
    this.#color();
  }

  /** Gives back the chart and the observers. */
  destroy() {
    this.#unwatch();
    this.#width = 0;
    this.#chart.destroy();
  }

  #color() {
    if (this.#strips === undefined || this.#chart.ctx === null) return;
    const { mark } = this.#strips.colors;
    const { soft, paper } = this.#palette;
    if (this.#faint.length !== mark.length) this.#faint = mark.map((color) => mix(color, paper, FAINT));
    const borderColor = this.#isDotted ? mix(soft, paper, 0.7) : this.#gradient(mark);
    for (const dataset of this.#chart.data.datasets) Object.assign(dataset, { borderColor });
    this.#chart.update('none');
  }

  get #isDotted() {
    const count = this.#strips?.at.magnitude.length ?? 0;
    return count * APART <= Math.max(this.#width - 2 * ROOM, 20 * APART);
  }

  /** @param {readonly string[]} mark */
  #gradient(mark) {
    const gradient = this.#chart.ctx.createLinearGradient(ROOM, 0, Math.max(ROOM + 1, this.#width - ROOM), 0);
    const last = mark.length - 1;
    const stop = (/** @type {number} */ share, /** @type {readonly string[]} */ colors) =>
      gradient.addColorStop(share, colors[Math.round(share * last)] ?? this.#palette.ink);
    const passed = Math.max(0, Math.min(1, this.#passed / last));
    for (let i = 0; i <= STOPS; i += 1) if (i / STOPS < passed) stop(i / STOPS, mark);
    stop(passed, mark);
    stop(passed, this.#faint);
    for (let i = 0; i <= STOPS; i += 1) if (i / STOPS > passed) stop(i / STOPS, this.#faint);
    return gradient;
  }

  /** A hairline under each strip. @param {CanvasRenderingContext2D} ctx @param {Scales} scales */
  #drawGround(ctx, { magnitude, angle }) {
    const ratio = this.#chart.currentDevicePixelRatio;
    const thick = Math.max(1, Math.floor(ratio)) / ratio;
    ctx.fillStyle = this.#palette.line;
    for (const scale of [magnitude, angle]) {
      const y = Math.round((scale?.bottom ?? 0) * ratio) / ratio;
      ctx.fillRect(ROOM, Math.min(y, this.#chart.height - thick), this.#width - 2 * ROOM, thick);
    }
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Scales} scales */
  #drawDots(ctx, { x, magnitude, angle }) {
    if (!this.#isDotted || this.#strips === undefined || !x || !magnitude || !angle) return;
    const { at, colors } = this.#strips;
    for (let i = 0; i < at.magnitude.length; i += 1) {
      ctx.fillStyle = (i <= this.#passed ? colors.mark[i] : this.#faint[i]) ?? this.#palette.ink;
      for (const pixel of [
        magnitude.getPixelForValue(Number(at.magnitude[i])),
        angle.getPixelForValue(Number(at.angle[i])),
      ]) {
        ctx.beginPath();
        ctx.arc(x.getPixelForValue(i), pixel, DOT, 0, 2 * Math.PI);
        ctx.fill();
      }
    }
  }
}

/** @param {string} yAxisID */
const curve = (yAxisID) => ({
  yAxisID,
  data: [],
  borderWidth: 1.25,
  pointRadius: 0,
  clip: /** @type {const} */ (false),
});

const strip = () => ({
  type: /** @type {const} */ ('linear'),
  axis: /** @type {const} */ ('y'),
  position: /** @type {const} */ ('left'),
  bounds: /** @type {const} */ ('data'),
  stack: 'strips',
  display: false,
  min: 0,
  max: 1,
});

/** A range with room for the dots at its ends. @param {readonly [number, number]} range */
function rangeOf([min, max]) {
  const size = max > min ? max - min : Math.max(Math.abs(min), 1);
  const from = max > min ? min : min - size / 2;
  return { min: from - size * 0.14, max: from + size * 1.14 };
}
