import { StripsPlot, VectorsPlot } from '../../charts/index.js';

/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Box} Box */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {'light' | 'dark'} Scheme */

const EMPTY = { minX: 0, maxX: 0, minY: 0, maxY: 0 };

/** The two charts of one panel: the plot of the arrows, and the strips under it. */
export class PanelCharts {
  #plot;
  #strips;
  /** @type {Box} */
  #box = EMPTY;
  /** @type {import('../../charts/vectors.js').Moment} */
  #moment = {
    position: 0,
    index: -1,
    x: 0,
    y: 0,
    trailX: [],
    trailY: [],
    trailLength: 0,
    color: '',
    label: '',
  };
  /** CSS pixels a unit, as last seen. */
  scale = 1;

  /**
   * @param {HTMLCanvasElement} plot
   * @param {HTMLCanvasElement} strips
   * @param {Scheme} scheme
   * @param {() => void} onResize the plot has another size: the place to choose a scale again
   */
  constructor(plot, strips, scheme, onResize) {
    this.#plot = new VectorsPlot(plot, { scheme, onResize });
    this.#strips = new StripsPlot(strips, { scheme });
  }

  /** @param {Panel} panel @param {VectorsData} data @param {Colors} colors @param {boolean} keepView while an arrow is held */
  set(panel, data, colors, keepView) {
    if (!keepView) this.#box = panel.box;
    const { x, y, path, strip, magnitude, angle } = panel;
    this.#plot.set({
      name: panel.encoding.title,
      x,
      y,
      labels: data.labels,
      colors,
      path,
      region: regionOf(this.#box),
    });
    this.#strips.set({
      name: `${panel.encoding.title}, magnitude and angle`,
      across: 'position',
      x: strip.position,
      strips: [
        { name: 'magnitude', unit: '', y: strip.magnitude, at: magnitude, range: data.magnitudeRange },
        { name: 'angle', unit: '°', y: strip.angle, at: angle, range: rangeOf(strip.angle) },
      ],
      colors,
    });
  }

  /** The largest scale at which the box fits the plot, in CSS pixels a unit. */
  largestScale() {
    const { width, height } = this.#plot.size;
    return this.#plot.scaleFor(width, height);
  }

  /** @param {number} pixelsPerUnit shared by the panels of a figure */
  share(pixelsPerUnit) {
    this.scale = pixelsPerUnit;
    this.#plot.share(pixelsPerUnit);
  }

  /** @param {Panel} panel @param {string} color @param {string} label */
  frame({ moving }, color, label) {
    Object.assign(this.#moment, moving, { color, label });
    this.#plot.frame(this.#moment);
    this.#strips.frame(this.#moment);
  }

  /** The plot of the arrows, for pointer and keys. */
  get arrows() {
    return this.#plot;
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
    this.#strips.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
    this.#strips.destroy();
  }
}

/** @param {Box} box */
function regionOf({ minX, maxX, minY, maxY }) {
  const size = Math.max(maxX - minX, maxY - minY) || 2;
  return {
    centerX: (minX + maxX) / 2,
    centerY: (minY + maxY) / 2,
    spanX: Math.max(maxX - minX, size / 4),
    spanY: Math.max(maxY - minY, size / 4),
  };
}

/** A narrow range is widened, so that rounding does not look like a wave. @param {Float64Array} angles @returns {[number, number]} */
function rangeOf(angles) {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const angle of angles) {
    if (angle < min) min = angle;
    if (angle > max) max = angle;
  }
  const room = Math.max((max - min) * 0.08, (20 - (max - min)) / 2);
  return [min - room, max + room];
}
