import { drawRing } from './arrow-shape.js';
import { toValue } from './axes.js';
import { mix } from './colors.js';
import { placeEnds, roomForEnds } from './marks/ends.js';
import { drawLevels, levelColumns } from './marks/level.js';
import { lineDataset } from './marks/line.js';
import { drawMarkers, styleOf } from './marks/markers.js';
import {
  axisNames,
  freeSpot,
  isInside,
  LINE,
  levelLines,
  levelNames,
  NUMBER,
  roomForAxis,
} from './marks/names.js';
import { drawText, measuring } from './text.js';
import { toPixels, XyPlot } from './xy.js';

/** @typedef {import('./plot.js').Context} Context */
/** @typedef {import('./plot.js').Environment} Environment */
/** @typedef {import('./equal-axes.js').Box} Box */
/** @typedef {import('./marks/names.js').Placed} Placed */
/** @typedef {import('./marks/names.js').Polyline} Polyline */
/** @typedef {Readonly<import('./colors.js').Palette>} Palette */
/** @typedef {Pick<View, 'area'>} Place */

/**
 * @typedef {object} Curve
 * @property {string} id
 * @property {string} name
 * @property {string} label at its end
 * @property {ArrayLike<number>} values one a pair, above 0; 0 and Infinity lie beyond all numbers, and are shown at the edge
 * @property {number} style which dash and marker, as `styleOf` counts them
 * @property {'chosen' | 'plain' | 'ghost'} kind the chosen one stands out; a ghost is only there to be compared with, and is not picked
 */

/**
 * @typedef {object} Curves
 * @property {string} name of the values
 * @property {string} unit
 * @property {string} across what a pair is
 * @property {readonly Curve[]} curves
 * @property {readonly import('./marks/level.js').Level[]} levels those that matter most first
 * @property {{ from: number, to: number, value: number, label: string }} [shade] from this pair to that one, beyond this value
 * @property {'above' | 'below'} beyond the side of the shade, and of what lies beyond all numbers
 */

/**
 * A curve as it is drawn, which may be on its way to another picture.
 *
 * @typedef {Curve & { x: Float64Array, y: Float64Array, strength: number }} DrawnCurve `strength`: 1, and less while it begins to be there
 */

/** Curves with their axes. @typedef {Omit<Curves, 'curves'> & import('./xy.js').Axes & { curves: readonly DrawnCurve[] }} Drawn */

/** A pair of a curve. @typedef {{ id: string, pair: number }} Point */

/** @typedef {{ places: ReadonlyMap<string, Polyline>, shade: Box | undefined, texts: readonly Placed[] }} Layout */
/** @typedef {import('./plot.js').View<Layout>} View */

/** Pixels above the plot, where the upright axis has its name, and at its right at least. */
const ABOVE = 26;
const RIGHT = 14;

/** Room above and below the curves, and for what lies beyond all numbers, and how far from the plot's edge that is: powers of ten. */
const ROOM = 0.18;
const BEYOND = { room: 0.7, edge: 0.2, dash: [2, 4] };

/** How each kind of curve is drawn; strengths are against the plot. @type {Record<Curve['kind'], { tone: 'accent' | 'soft', width: number, strength: number }>} */
const strokes = {
  chosen: { tone: 'accent', width: 2.5, strength: 1 },
  plain: { tone: 'soft', width: 1.5, strength: 1 },
  ghost: { tone: 'soft', width: 1.5, strength: 0.8 },
};

/** The dash of a ghost. */
const GHOST = [1, 4];

/** The shade: its strength, how far it reaches beyond its first and last pair, and pixels from its edges to its words, which may have to make way. */
const SHADE = { strength: 0.12, around: 0.5, left: 7, edge: [5, 20] };

/** Pixels of background at both ends of a word in the plot. */
const CLEAR = 3;

/** The pair that is pointed at: the strength of its hair line, and its ring's radius. */
const HAIR = 0.7;
const RING = 8;

/** A pointer that is so near to a curve means it, CSS pixels: up or down, and beside the first and last pair. */
const REACH = { up: 40, across: 12 };

/**
 * Several curves of positive values against pairs, on a logarithmic axis. They are told apart by dash, marker and a name at their end.
 *
 * @extends {XyPlot<Drawn, void, Point, Layout>}
 */
export class CurvesPlot extends XyPlot {
  /** @param {number} width @override */
  heightFor(width) {
    return width <= 480 ? 320 : Math.max(300, Math.min(440, 0.4 * width));
  }

  /** @param {Drawn} drawn @param {Environment} environment @override */
  datasets(drawn, { palette }) {
    const lines = drawn.curves.map((curve) => ({ curve, line: lineOf(curve) }));
    for (const { curve, line } of [...lines]) {
      const { x, y } = curve;
      const first = numbersIn(curve);
      if (first === y.length) continue;
      const edge = shown(drawn, y[first]);
      const along = { x: [x[first], x[x.length - 1]], y: [edge, edge], width: 1.5, dash: BEYOND.dash };
      lines.push({ curve, line: { ...line, ...along } });
    }
    return lines.map(({ curve, line }) => ({
      ...lineDataset(line, drawn, palette),
      borderColor: colorOf(curve, palette),
      order: curve.kind === 'chosen' ? -1 : 0,
    }));
  }

  /** The names have room where the way ends, so that the axes stay in place on it. @param {Drawn} _drawn @param {Environment} environment @override */
  sides(_drawn, { width }) {
    const to = /** @type {Drawn} */ (this.end);
    const ends = to.curves.map((curve) => ({ label: curve.label, isAtEdge: isAtEdge(to, curve) }));
    return { top: ABOVE, right: Math.max(RIGHT, roomForEnds(ends, width)), bottom: 0, left: 0 };
  }

  /** @param {Drawn} drawn @override */
  free({ x }) {
    return roomForAxis(x.name);
  }

  /** @param {Omit<View, 'layout'>} view @override @returns {Layout} */
  arrange(view) {
    const drawn = /** @type {Drawn} */ (this.data);
    const { curves } = drawn;
    const places = new Map(curves.map((curve) => [curve.id, placesOf(drawn, view, curve)]));
    // What lies beyond all numbers is a line of its own: none leads there.
    const parts = curves.flatMap((curve) => {
      const own = places.get(curve.id) ?? [];
      return [own.slice(0, numbersIn(curve)), own.slice(numbersIn(curve))];
    });
    const lines = [...levelLines(view, drawn), ...parts];
    const shade = shadeBox(drawn, view);
    const texts = axisNames(view, drawn);
    texts.push(...levelNames(view, drawn, texts));
    if (shade) texts.push(...shadeName(drawn, view, shade, texts, lines));
    const ends = curves.map((curve) => ({
      label: curve.label,
      isChosen: curve.kind === 'chosen',
      isAtEdge: isAtEdge(drawn, curve),
      at: /** @type {Polyline} */ (places.get(curve.id))[curve.y.length - 1],
    }));
    ends.sort((one, other) => Number(other.isChosen) - Number(one.isChosen));
    texts.push(...placeEnds(view, ends, texts, lines));
    return { places, shade, texts };
  }

  /** @param {Context} context @param {View} view @override */
  background(context, view) {
    super.background(context, view);
    const { shade } = view.layout;
    if (!shade) return;
    context.fillStyle = shadeColor(view.palette);
    context.fillRect(shade.left, shade.top, shade.width, shade.height);
  }

  /** @param {Context} context @param {View} view @override */
  resting(context, view) {
    const drawn = /** @type {Drawn} */ (this.data);
    const { area, layout, palette } = view;
    drawLevels(context, view, drawn, { levels: drawn.levels, marks: [] });
    const perPair = (area.right - area.left) / drawn.x.max;
    for (const curve of drawn.curves) {
      if (curve.kind === 'ghost') continue;
      const places = layout.places.get(curve.id)?.slice(0, numbersIn(curve)) ?? [];
      const colors = { color: colorOf(curve, palette), background: palette.plot };
      drawMarkers(context, places, perPair, curve.style, colors);
    }
    drawTexts(context, view);
  }

  /** @param {Context} context @param {View} view @param {void} _moment @param {Point | undefined} pointed @override */
  moving(context, { area, layout, palette }, _moment, pointed) {
    const place = pointed && layout.places.get(pointed.id)?.[pointed.pair];
    if (!place) return;
    context.fillStyle = mix(palette.soft, palette.plot, HAIR);
    context.fillRect(Math.round(place.x) - 0.5, area.top, 1, area.bottom - area.top);
    drawRing(context, place.x, place.y, RING, 4, palette.plot);
    drawRing(context, place.x, place.y, RING, 2, palette.accent);
  }

  /**
   * The curve that is nearest to a point, up or down, at the pair there.
   *
   * @param {{ x: number, y: number }} point CSS pixels from the canvas's left and top
   * @returns {Point | undefined}
   */
  pick({ x, y }) {
    const { area, data, view } = this;
    if (!data || !view || x < area.left - REACH.across || x > area.right + REACH.across) return undefined;
    const pair = Math.round(this.xAt(x));
    let least = REACH.up;
    /** @type {Point | undefined} */
    let nearest;
    for (const { id, kind } of data.curves) {
      const place = view.layout.places.get(id)?.[pair];
      if (!place || kind === 'ghost') continue;
      const far = Math.abs(place.y - y);
      if (far < least) [least, nearest] = [far, { id, pair }];
    }
    return nearest;
  }

  /** A row a pair. @override */
  table() {
    const { name, unit, curves, levels, shade, x } = /** @type {Drawn} */ (this.end);
    const pairs = Array.from({ length: Math.max(0, ...curves.map(({ y }) => y.length)) }, (_, pair) => pair);
    const columns = curves.map((curve) => ({
      name: curve.name,
      unit,
      values: pairs.map((pair) => curve.values[pair] ?? Number.NaN),
    }));
    const shaded = shade && {
      name: shade.label,
      unit,
      values: pairs.map((pair) => (pair >= shade.from && pair <= shade.to ? shade.value : Number.NaN)),
    };
    return {
      name,
      columns: [
        { name: x.name, unit: '', values: pairs },
        ...columns,
        ...levelColumns(levels, unit, pairs.length),
        ...(shaded ? [shaded] : []),
      ],
    };
  }

  /** The words in the plot, in CSS pixels. */
  get texts() {
    return this.view?.layout.texts ?? [];
  }
}

/** Whether a value has a place on a logarithmic axis. @param {number} value */
export const isNumber = (value) => value > 0 && value < Number.POSITIVE_INFINITY;

/**
 * Curves with axes on which all can be seen.
 *
 * @param {Curves} curves
 * @returns {Drawn}
 */
export function drawnOf(curves) {
  const values = curves.curves.flatMap((curve) => Array.from(curve.values));
  const powers = [...values.filter(isNumber), ...curves.levels.map(({ value }) => value)].map(Math.log10);
  const [lowest, highest] = powers.length > 0 ? [Math.min(...powers), Math.max(...powers)] : [0, 1];
  const room = Math.max(ROOM, (1 - (highest - lowest)) / 2);
  const isAbove = curves.beyond === 'above';
  const hasBeyond = values.some((value) => !isNumber(value));
  const low = lowest - room - (hasBeyond && !isAbove ? BEYOND.room : 0);
  const high = highest + room + (hasBeyond && isAbove ? BEYOND.room : 0);
  const edge = BEYOND.edge / (high - low);
  const beyond = isAbove ? { part: 1 - edge, text: '∞' } : { part: edge, text: '0' };
  const last = Math.max(1, ...curves.curves.map((curve) => curve.values.length - 1));
  return {
    ...curves,
    x: { name: curves.across, min: 0, max: last, log: false, isWhole: true },
    y: {
      name: `${curves.name}, ${curves.unit}`,
      min: 10 ** low,
      max: 10 ** high,
      log: true,
      ...(hasBeyond ? { beyond } : {}),
    },
    curves: curves.curves.map((curve) => ({
      ...curve,
      x: Float64Array.from(curve.values, (_, pair) => pair),
      y: Float64Array.from(curve.values),
      strength: 1,
    })),
  };
}

/** @param {DrawnCurve} curve @returns {import('./marks/line.js').Line} */
const lineOf = ({ id, name, x, y, style, kind }) => ({
  id,
  name,
  x,
  y,
  ...strokes[kind],
  dash: kind === 'ghost' ? GHOST : styleOf(style).dash,
});

/** @param {DrawnCurve} curve @param {Palette} palette */
const colorOf = ({ kind, strength }, palette) =>
  mix(palette[strokes[kind].tone], palette.plot, strokes[kind].strength * strength);

/** @param {Palette} palette */
const shadeColor = ({ soft, plot }) => mix(soft, plot, SHADE.strength);

/** How many of a curve's values come before those that lie beyond all numbers. @param {DrawnCurve} curve */
function numbersIn({ y }) {
  const first = y.findIndex((value) => !isNumber(value));
  return first < 0 ? y.length : first;
}

/** A value as it is shown. @param {Drawn} drawn @param {number} value */
const shown = ({ y }, value) => (isNumber(value) || !y.beyond ? value : toValue(y, y.beyond.part));

/** @param {Drawn} drawn @param {Place} place @param {DrawnCurve} curve @returns {Polyline} */
const placesOf = (drawn, { area }, { x, y }) =>
  Array.from(x, (pair, i) => toPixels(drawn, area, pair, shown(drawn, y[i])));

/** @param {Drawn} drawn @param {DrawnCurve} curve */
const isAtEdge = (drawn, { x }) => x[x.length - 1] >= drawn.x.max - 1e-6;

/** @param {Drawn} drawn @param {Place} place @returns {Box | undefined} the part of the plot that is shaded */
function shadeBox(drawn, { area }) {
  const { shade, beyond } = drawn;
  if (!shade) return undefined;
  const { x: left, y } = toPixels(drawn, area, shade.from - SHADE.around, shade.value);
  const { x: right } = toPixels(drawn, area, shade.to + SHADE.around, shade.value);
  const [top, bottom] = beyond === 'above' ? [area.top, y] : [y, area.bottom];
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * The shade's words stand in it, or right of it where it is too narrow.
 *
 * @param {Drawn} drawn
 * @param {Omit<View, 'layout'>} view
 * @param {Box} box
 * @param {readonly Placed[]} others
 * @param {readonly Polyline[]} lines
 * @returns {Placed[]}
 */
function shadeName({ shade, beyond }, { area, palette }, box, others, lines) {
  const text = shade?.label ?? '';
  const width = measuring(NUMBER).measureText(text).width;
  const isWide = width + 12 <= box.width;
  const left = box.left + SHADE.left + (isWide ? 0 : box.width);
  const spots = SHADE.edge.map((far) => {
    const top = beyond === 'above' ? box.top + far : box.top + box.height - LINE - far;
    return { left, top, width, height: LINE };
  });
  const inside = spots.filter((spot) => isInside(spot, area));
  const spot = freeSpot(inside, others, lines);
  const isHigh = box.height >= LINE + 24;
  if (text === '' || !spot || !isHigh) return [];
  return [{ ...spot, text, font: NUMBER, color: palette.soft, background: palette.plot }];
}

/**
 * Words in the plot have a background of their own, over the curves: the shade's colour where that lies.
 *
 * @param {Context} context
 * @param {View} view
 */
function drawTexts(context, { area, layout: { shade, texts }, palette }) {
  const inside = texts.filter((text) => isInside(text, area));
  const clear = (/** @type {string} */ color) => {
    context.fillStyle = color;
    for (const { left, top, width, height } of inside)
      context.fillRect(Math.round(left) - CLEAR, Math.round(top), Math.ceil(width) + 2 * CLEAR, height);
  };
  clear(palette.plot);
  if (shade) {
    context.save();
    context.beginPath();
    context.rect(shade.left, shade.top, shade.width, shade.height);
    context.clip();
    clear(shadeColor(palette));
    context.restore();
  }
  for (const text of texts)
    drawText(context, text, text.font, inside.includes(text) ? undefined : text.background);
}
