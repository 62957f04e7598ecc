import { Chart, LinearScale } from 'chart.js';
import { drawArrow, drawDot, drawRing } from './arrow-shape.js';
import { ArrowElement, ArrowsController } from './arrows.js';
import { mix } from './colors.js';
import { EqualAxesPlot, toPixels } from './equal-axes.js';
import { MOVING, TipLabels } from './labels.js';
import { drawText, onPixels, TextStamp } from './text.js';

Chart.register(ArrowElement, ArrowsController, LinearScale);

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./equal-axes.js').Region} Region */
/** @typedef {import('./equal-axes.js').Frame} Frame */

/**
 * @typedef {object} Vectors
 * @property {string} name of the plot
 * @property {ArrayLike<number>} x tips, in data units
 * @property {ArrayLike<number>} y
 * @property {readonly string[]} labels a word or number for each
 * @property {import('./colors.js').PositionColors} colors for each
 * @property {{ x: ArrayLike<number>, y: ArrayLike<number> } | null} [path] drawn dotted; NaN is a gap
 * @property {Region} region what must be seen
 * @property {{ index: string, label: string }} words what an arrow's index is, and its label
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

/**
 * How the arrows of a plot are drawn. All colours are opaque: what lies under an arrow does not show through, so arrows can be
 * added to a picture one by one.
 *
 * @typedef {object} Style
 * @property {number} moving width of the moving arrow's shaft, CSS pixels
 * @property {number} width of the others
 * @property {boolean} dots whether those to come are dots
 * @property {readonly string[]} shafts colours of those passed, paler than their positions'
 * @property {readonly string[]} heads the same for their heads, which stay strong where there are many
 * @property {readonly string[]} hints colours of those to come, faint
 */

/** @typedef {{ frame: Frame, ticks: import('./equal-axes.js').Tick[], style: Style, labels: TipLabels }} Layout */
/** @typedef {import('./plot.js').View<Layout>} View */

/** Up to so many arrows are drawn so: widths of shafts, and the strength of colours against the plot. */
const STYLES = [
  { upTo: 24, moving: 4.5, width: 2, shaft: 0.58, head: 0.58, hint: 0.17, dots: false },
  { upTo: 120, moving: 4.5, width: 1, shaft: 0.5, head: 0.62, hint: 0.16, dots: false },
  { upTo: 300, moving: 4, width: 1, shaft: 0.32, head: 0.66, hint: 0.11, dots: false },
  { upTo: Number.POSITIVE_INFINITY, moving: 4, width: 0.75, shaft: 0.2, head: 0.7, hint: 0.32, dots: true },
];

/** Radius of the ring round a chosen tip, in pixels. */
const RING = 11;

/** How strong the path is against the plot. */
const PATH = 0.55;

/** The moving arrow is chosen by this. */
export const MOVED = 'moving';

/**
 * Vectors from one origin on equal axes: those passed, fainter ones to come, and one that moves with its trail and its word.
 *
 * @extends {EqualAxesPlot<Vectors, Moment, number | 'moving', Layout>}
 */
export class VectorsPlot extends EqualAxesPlot {
  /** The arrows are added as they are passed. @override */
  drawsElements = true;

  #stamp = /** @type {TextStamp | undefined} */ (undefined);

  /** @param {number} width @override */
  heightFor(width) {
    return Math.max(240, Math.min(372, width / 1.3));
  }

  /** @param {Vectors} vectors @override */
  region({ region }) {
    return region;
  }

  /** @param {Vectors} vectors @override */
  datasets({ x, y }) {
    const data = Array.from(x, (value, i) => ({ x: value, y: y[i] }));
    return /** @type {import('chart.js').ChartConfiguration<'arrows'>} */ ({
      type: 'arrows',
      data: { datasets: [{ data }] },
    });
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    const { x, y, labels, colors } = /** @type {Vectors} */ (this.data);
    const { frame, ticks } = super.arrange(view);
    return {
      frame,
      ticks,
      style: styleOf(x.length, colors, view.palette),
      labels: new TipLabels(frame, view.palette, ticks, {
        texts: labels,
        colors: colors.text,
        at: (index) => toPixels(frame, x[index], y[index]),
      }),
    };
  }

  /** @param {Moment | undefined} moment @override */
  passed(moment) {
    const count = this.data?.x.length ?? 0;
    return Math.max(0, Math.min(count, Math.floor(moment?.position ?? -1) + 1));
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, { chart, layout: { frame, style }, palette }) {
    const { x, y, path } = /** @type {Vectors} */ (this.data);
    if (path) drawPath(context, frame, path, mix(palette.soft, palette.plot, PATH));
    const { dots, hints, width } = style;
    if (!dots)
      arrowsOf(chart).paint(context, 0, hints.length, { borderWidth: width, backgroundColor: hints });
    else for (const [i, color] of hints.entries()) drawDot(context, toPixels(frame, x[i], y[i]), color);
  }

  /** @param {Context} context @param {View} view @param {number} start @param {number} end @override */
  added(context, { chart, layout: { style } }, start, end) {
    const { width, heads, shafts } = style;
    arrowsOf(chart).paint(context, start, end, {
      borderWidth: width,
      backgroundColor: heads,
      borderColor: shafts,
    });
  }

  /** @param {View} view @param {Moment | undefined} moment @param {number | 'moving' | undefined} selection @override */
  label({ layout: { frame, labels }, palette }, moment, selection) {
    const { colors } = /** @type {Vectors} */ (this.data);
    const { label = '', index = -1, x = 0, y = 0 } = moment ?? {};
    word.text = label;
    word.color = colors.text[index] ?? palette.ink;
    word.tip.x = frame.originX + x * frame.pixelsPerUnit;
    word.tip.y = frame.originY - y * frame.pixelsPerUnit;
    state.passed = this.passed(moment) - 1;
    state.movingIndex = label === '' ? -1 : index;
    state.selected = selection === MOVED ? -1 : (selection ?? -1);
    return labels.follow(word, state);
  }

  /** @param {Context} context @param {View} view @override */
  labels(context, { layout: { labels } }) {
    labels.draw(context);
  }

  /** @param {Context} context @param {View} view @param {Moment | undefined} moment @param {number | 'moving' | undefined} selection @override */
  moving(context, view, moment, selection) {
    const { frame, style, labels } = view.layout;
    if (!moment) return;
    drawTrail(context, frame, moment);
    const tipX = frame.originX + moment.x * frame.pixelsPerUnit;
    const tipY = frame.originY - moment.y * frame.pixelsPerUnit;
    if (selection === MOVED) drawRing(context, tipX, tipY, RING, 2.5, view.palette.accent);
    else if (selection !== undefined && selection >= 0) this.#ring(context, view, selection);
    drawArrow(context, frame.originX, frame.originY, tipX, tipY, style.moving, moment.color);
    if (labels.moving.width === 0) return;
    if (!view.isLive) {
      drawText(context, onPixels(labels.moving, view.ratio), MOVING.font, view.palette.plot);
      return;
    }
    this.#stamp ??= new TextStamp();
    this.#stamp.draw(context, labels.moving, MOVING.font, view.palette.plot, view.ratio);
  }

  /** @param {Context} context @param {View} view @param {number} index */
  #ring(context, { layout: { frame }, palette }, index) {
    const { x, y } = /** @type {Vectors} */ (this.data);
    if (index >= x.length) return;
    const tip = toPixels(frame, x[index], y[index]);
    drawRing(context, tip.x, tip.y, RING, 2.5, palette.accent);
  }

  /** A row an arrow, the moving one last. @override */
  table() {
    const { name, x, y, labels, words } = /** @type {Vectors} */ (this.end);
    const moving = this.moment ? [this.moment] : [];
    return {
      name,
      columns: [
        {
          name: words.index,
          unit: '',
          values: [...labels.keys(), ...moving.map(({ position }) => position)],
        },
        { name: words.label, unit: '', values: [...labels, ...moving.map(({ label }) => label)] },
        { name: 'x', unit: '', values: [...Array.from(x), ...moving.map((arrow) => arrow.x)] },
        { name: 'y', unit: '', values: [...Array.from(y), ...moving.map((arrow) => arrow.y)] },
      ],
    };
  }

  /**
   * The arrow whose tip is nearest to a point, the moving one among them.
   *
   * @param {{ x: number, y: number, reach: number }} point
   * @returns {number | 'moving' | undefined} none where no tip is so near
   */
  pick(point) {
    const { data, moment, frameOnScreen } = this;
    if (!data || frameOnScreen.width === 0) return undefined;
    const at = this.toData(point);
    let nearest = point.reach / frameOnScreen.pixelsPerUnit;
    /** @type {number | 'moving' | undefined} */
    let found;
    if (moment) {
      const distance = Math.hypot(moment.x - at.x, moment.y - at.y);
      if (distance <= nearest) [nearest, found] = [distance, MOVED];
    }
    for (let i = 0; i < data.x.length; i += 1) {
      const distance = Math.hypot(data.x[i] - at.x, data.y[i] - at.y);
      if (distance < nearest || (i === moment?.index && distance <= nearest))
        [nearest, found] = [distance, i];
    }
    return found;
  }

  /** The labels that are shown, in CSS pixels of the canvas. */
  get texts() {
    return this.view?.layout.labels.boxes() ?? [];
  }
}

/* Filled anew in every frame, which allocates nothing. */
const word = { text: '', color: '', tip: { x: 0, y: 0 } };
const state = { passed: -1, movingIndex: -1, selected: -1 };

/** @param {Chart} chart */
const arrowsOf = (chart) => /** @type {ArrowsController} */ (chart.getDatasetMeta(0).controller);

/** @param {number} count of arrows @param {import('./colors.js').PositionColors} colors @param {Readonly<import('./colors.js').Palette>} palette @returns {Style} */
export function styleOf(count, colors, palette) {
  const found = /** @type {(typeof STYLES)[number]} */ (STYLES.find(({ upTo }) => count <= upTo));
  const { shaft, head, hint, ...rest } = found;
  const paler = (/** @type {number} */ share) => colors.mark.map((color) => mix(color, palette.plot, share));
  const heads = paler(head);
  return { ...rest, heads, shafts: shaft === head ? heads : paler(shaft), hints: paler(hint) };
}

/** As many samples of a trail are drawn. */
const MOST = 512;

/** Half its width at the tip, in pixels, and how much of what is under it it hides. */
const HALF = 4;
const ALPHA = 0.32;

const tipX = new Float64Array(MOST);
const tipY = new Float64Array(MOST);
const edgeX = new Float64Array(MOST);
const edgeY = new Float64Array(MOST);

/**
 * Draws the short trail behind the moving tip as one shape that grows from nothing to its full width. Allocates nothing.
 *
 * @param {import('./plot.js').Context} ctx
 * @param {import('./equal-axes.js').Frame} frame
 * @param {{ trailX: ArrayLike<number>, trailY: ArrayLike<number>, trailLength: number, color: string }} trail oldest first, in
 *   data units
 */
export function drawTrail(ctx, frame, { trailX, trailY, trailLength, color }) {
  const { originX, originY, pixelsPerUnit } = frame;
  const first = Math.max(0, trailLength - MOST);
  const count = trailLength - first;
  if (count < 2) return;
  for (let i = 0; i < count; i += 1) {
    tipX[i] = originX + trailX[first + i] * pixelsPerUnit;
    tipY[i] = originY - trailY[first + i] * pixelsPerUnit;
  }
  ctx.beginPath();
  for (let i = 0; i < count; i += 1) {
    const before = Math.max(0, i - 1);
    const after = Math.min(count - 1, i + 1);
    const x = tipX[i];
    const y = tipY[i];
    const acrossX = tipY[before] - tipY[after];
    const acrossY = tipX[after] - tipX[before];
    const half = (HALF * i) / ((count - 1) * (Math.hypot(acrossX, acrossY) || 1));
    edgeX[i] = x - acrossX * half;
    edgeY[i] = y - acrossY * half;
    ctx.lineTo(x + acrossX * half, y + acrossY * half);
  }
  for (let i = count - 1; i > 0; i -= 1) {
    ctx.lineTo(edgeX[i], edgeY[i]);
  }
  ctx.fillStyle = color;
  ctx.globalAlpha = ALPHA;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/**
 * Draws the path that the tip takes, dotted.
 *
 * @param {import('./plot.js').Context} ctx
 * @param {import('./equal-axes.js').Frame} frame
 * @param {{ x: ArrayLike<number>, y: ArrayLike<number> }} path NaN is a gap
 * @param {string} color
 */
export function drawPath(ctx, { originX, originY, pixelsPerUnit }, path, color) {
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.75;
  ctx.lineCap = 'round';
  ctx.setLineDash([0, 6]);
  ctx.beginPath();
  let gap = true;
  for (let i = 0; i < path.x.length; i += 1) {
    const x = originX + /** @type {number} */ (path.x[i]) * pixelsPerUnit;
    const y = originY - /** @type {number} */ (path.y[i]) * pixelsPerUnit;
    const drawn = Number.isFinite(x) && Number.isFinite(y);
    if (drawn && gap) ctx.moveTo(x, y);
    else if (drawn) ctx.lineTo(x, y);
    gap = !drawn;
  }
  ctx.stroke();
  ctx.restore();
}
