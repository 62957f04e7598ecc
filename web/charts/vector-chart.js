import { Chart } from 'chart.js';
import { hidden, still } from './still.js';

/** @typedef {import('./arrows.js').ArrowsController} ArrowsController */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ centerX: number, centerY: number, spanX: number, spanY: number }} View what must be seen, in data units */

/**
 * @typedef {object} Vectors
 * @property {ArrayLike<number>} x tips, in data units
 * @property {ArrayLike<number>} y
 * @property {readonly string[]} labels a word or number for each
 * @property {import('./colors.js').PositionColors} colors for each
 * @property {{ x: ArrayLike<number>, y: ArrayLike<number> } | null} [path] drawn dotted; NaN is a gap
 */

/**
 * @typedef {object} Moment what moves
 * @property {number} position real; arrows up to it are passed, later ones to come
 * @property {number} index position of the token that moves, −1 for none
 * @property {number} x tip of the moving arrow, in data units
 * @property {number} y
 * @property {ArrayLike<number>} trailX where the tip was, oldest first
 * @property {ArrayLike<number>} trailY
 * @property {number} trailLength samples in use, 0 for no trail
 * @property {string} color of the moving arrow, `#rrggbb`
 * @property {string} label
 */

/** Room for words round what must be seen: CSS pixels, but at most this part of the plot. */
const ROOM = { x: 40, y: 28, part: 0.14 };

/** The datasets; Chart.js draws the first last, so on top. */
const MOVING = 0;
const RESTING = 1;

/** The Chart.js chart of a vector plot: its arrows, its size, and scales with as many pixels a unit on both axes. */
export class VectorChart {
  #chart;
  #frame = { width: 0, height: 0, ratio: 1, originX: 0, originY: 0, pixelsPerUnit: 1 };
  #moving = { x: 0, y: 0 };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ drawUnder: () => void, drawOver: () => void }} drawing what is drawn before and after the moving arrow
   */
  constructor(canvas, { drawUnder, drawOver }) {
    this.#chart = new Chart(canvas, {
      type: 'arrows',
      data: { datasets: [{ data: [this.#moving] }, { data: [] }] },
      options: {
        ...still(),
        scales: { x: hidden(-1, 1), y: hidden(-1, 1) },
      },
      plugins: [
        {
          id: 'vector-plot',
          // Chart.js renders after every update, but a plot is drawn when all of it is in place.
          beforeRender: () => false,
          beforeDatasetDraw: (_chart, { index }) => {
            if (index === MOVING) return true;
            drawUnder();
            return false;
          },
          afterDatasetsDraw: drawOver,
        },
      ],
    });
  }

  /** @returns {Readonly<import('./grid.js').Frame>} where data units lie; the same object always */
  get frame() {
    return this.#frame;
  }

  /** @returns {CanvasRenderingContext2D} */
  get ctx() {
    return this.#chart.ctx;
  }

  /** @param {ArrayLike<number>} x tips of the resting arrows @param {ArrayLike<number>} y */
  rest(x, y) {
    if (this.#chart.ctx === null) return;
    const dataset = /** @type {{ data: Point[] }} */ (this.#chart.data.datasets[RESTING]);
    if (dataset.data.length !== x.length) {
      dataset.data = Array.from({ length: x.length }, () => ({ x: 0, y: 0 }));
      this.#chart.update('none');
    }
    for (const [i, point] of dataset.data.entries()) {
      point.x = Number(x[i]);
      point.y = Number(y[i]);
    }
  }

  /** @param {Point} tip @param {number} width of its shaft @param {string} color */
  move({ x, y }, width, color) {
    this.#moving.x = x;
    this.#moving.y = y;
    const dataset = /** @type {any} */ (this.#chart.data.datasets[MOVING]);
    dataset.borderWidth = width;
    dataset.backgroundColor = color;
  }

  /**
   * Draws resting arrows on any canvas that is as large.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {number} start
   * @param {number} end
   * @param {{ borderWidth: number, backgroundColor: readonly string[], borderColor?: readonly string[] }} style
   */
  paintArrows(ctx, start, end, style) {
    /** @type {ArrowsController} */ (this.#chart.getDatasetMeta(RESTING).controller).paint(
      ctx,
      start,
      end,
      style,
    );
  }

  /** @param {number} width CSS pixels @param {number} height */
  fit(width, height) {
    this.#frame.width = width;
    this.#frame.height = height;
    if (width > 0 && height > 0) this.#chart.resize(width, height);
    this.#frame.ratio = this.#chart.currentDevicePixelRatio;
  }

  /**
   * The largest scale at which all of a view can be seen, with room for words round it.
   *
   * @param {View} view
   * @returns {number} CSS pixels a unit; Infinity while the plot has no size
   */
  scaleFor({ spanX, spanY }) {
    const { width, height } = this.#frame;
    if (width === 0 || height === 0) return Number.POSITIVE_INFINITY;
    const inner = (/** @type {number} */ size, /** @type {number} */ room) =>
      size - 2 * Math.min(room, size * ROOM.part);
    const scale = Math.min(inner(width, ROOM.x) / spanX, inner(height, ROOM.y) / spanY);
    return scale > 0 && scale < Number.POSITIVE_INFINITY ? scale : 1;
  }

  /** @param {View} view @param {number | undefined} wanted CSS pixels a unit; the largest that fits unless given */
  aim(view, wanted) {
    const { width, height } = this.#frame;
    if (width === 0 || height === 0) return;
    const { centerX, centerY } = view;
    const scale =
      wanted !== undefined && wanted > 0 && wanted < Number.POSITIVE_INFINITY ? wanted : this.scaleFor(view);
    const [halfX, halfY] = [width / 2 / scale, height / 2 / scale];
    const { x, y } = this.#chart.scales;
    if (x === undefined || y === undefined) return;
    Object.assign(/** @type {any} */ (this.#chart.options.scales?.x), {
      min: centerX - halfX,
      max: centerX + halfX,
    });
    Object.assign(/** @type {any} */ (this.#chart.options.scales?.y), {
      min: centerY - halfY,
      max: centerY + halfY,
    });
    this.#chart.update('none');
    this.#frame.originX = x.getPixelForValue(0);
    this.#frame.originY = y.getPixelForValue(0);
    this.#frame.pixelsPerUnit = width / (x.max - x.min);
  }

  draw() {
    if (this.#frame.width > 0 && this.#frame.height > 0) this.#chart.draw();
  }

  /** Later calls do nothing. */
  destroy() {
    this.fit(0, 0);
    this.#chart.destroy();
  }
}
