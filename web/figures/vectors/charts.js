import { StripPlot, VectorPlot } from '../../charts/index.js';

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
  #passed = -1;
  /** CSS pixels a unit, as last seen. */
  scale = 1;

  /**
   * @param {HTMLCanvasElement} plot
   * @param {HTMLCanvasElement} strips
   * @param {Scheme} scheme
   * @param {() => void} onResize the plot has another size: the place to choose a scale again
   */
  constructor(plot, strips, scheme, onResize) {
    this.#plot = new VectorPlot(plot, { scheme, onResize });
    this.#strips = new StripPlot(strips, { scheme, onResize });
  }

  /** @param {Panel} panel @param {VectorsData} data @param {Colors} colors */
  set(panel, data, colors) {
    const { x, y, path, strip, magnitude, angle } = panel;
    this.#plot.set({ x, y, labels: data.labels, colors, path });
    this.#strips.set({
      position: strip.position,
      magnitude: strip.magnitude,
      angle: strip.angle,
      at: { magnitude, angle },
      colors,
      magnitudeRange: data.magnitudeRange,
      angleRange: rangeOf(strip.angle),
    });
    this.#passed = -1;
  }

  /** What the next `view` shows. @param {Box} box */
  aim(box) {
    this.#box = box;
  }

  /** The largest scale at which the box fits the plot, in CSS pixels a unit. */
  largestScale() {
    return this.#plot.pixelsPerUnitFor(viewOf(this.#box));
  }

  /** @param {number} pixelsPerUnit shared by the panels of a figure */
  view(pixelsPerUnit) {
    this.scale = pixelsPerUnit;
    this.#plot.view({ ...viewOf(this.#box), pixelsPerUnit });
  }

  /** @param {Panel} panel @param {string} color @param {string} label */
  frame({ moving }, color, label) {
    this.#plot.frame({ ...moving, color, label });
    if (moving.index === this.#passed) return;
    this.#passed = moving.index;
    this.#strips.passed(moving.index);
  }

  /** Where a position stands in the strips, in CSS pixels from their left. @param {number} position */
  playheadAt(position) {
    return this.#strips.pixelFor(position);
  }

  /** @param {number} clientX @param {number} clientY @param {number} radius in CSS pixels */
  pick(clientX, clientY, radius) {
    return this.#plot.pick(clientX, clientY, radius);
  }

  /** @param {number} clientX @param {number} clientY */
  toData(clientX, clientY) {
    return this.#plot.toData(clientX, clientY);
  }

  /** @param {number | 'moving'} index −1: none */
  select(index) {
    this.#plot.select(index);
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
function viewOf({ minX, maxX, minY, maxY }) {
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
