import { toValue } from './axes.js';

/** @typedef {import('./axes.js').Axis} Axis */
/** @typedef {import('./curves.js').Curves} Curves */
/** @typedef {import('./curves.js').Curve} Curve */

/**
 * A curve as it is drawn, which may be on its way to another picture.
 *
 * @typedef {Curve & Line & { strength: number }} DrawnCurve `strength`: 1, and less while it begins to be there
 */

/** @typedef {{ x: Float64Array, y: Float64Array }} Line */

/** @typedef {Omit<Curves, 'curves'> & import('./xy.js').Axes & { curves: readonly DrawnCurve[] }} Drawn */

/** Room above and below the curves, and for what lies beyond all numbers, and how far from the plot's edge that is: powers of ten. */
const ROOM = 0.18;
const BEYOND = { room: 0.7, edge: 0.2 };

/** How strong a curve begins that was not there before. */
const FAINT = 0.2;

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

/** Slow, fast, slow. @param {number} time 0..1, or beyond @returns {number} 0..1, exactly 0 and 1 at the ends */
export function ease(time) {
  const t = Math.min(1, Math.max(0, time));
  return t * t * (3 - 2 * t);
}

/** @param {number} from @param {number} to @param {number} share 0..1 of the way */
const straight = (from, to, share) => toValue({ min: from, max: to, log: false }, share);

/** Straight in logarithms. @param {number} from above 0 @param {number} to @param {number} share 0..1 of the way */
const growing = (from, to, share) => toValue({ min: from, max: to, log: true }, share);

/**
 * What is drawn on the way from one picture to another, straight in logarithms. A curve that was not there stays where it will be, and
 * one with another number of pairs is stretched.
 *
 * @param {Drawn} from
 * @param {Drawn} to
 * @param {number} share 0..1 of the way
 * @returns {Drawn} `to` itself at its end
 */
export function between(from, to, share) {
  if (share >= 1) return to;
  const before = new Map(from.curves.map((curve) => [curve.id, curve]));
  return {
    ...to,
    x: { ...to.x, max: straight(from.x.max, to.x.max, share) },
    y: {
      ...to.y,
      min: growing(from.y.min, to.y.min, share),
      max: growing(from.y.max, to.y.max, share),
    },
    curves: to.curves.map((curve) => {
      const old = before.get(curve.id);
      return old
        ? { ...curve, ...lineBetween(old, curve, share) }
        : { ...curve, strength: Math.max(FAINT, share) };
    }),
  };
}

/** @param {Line} from @param {Line} to @param {number} share @returns {Line} */
function lineBetween(from, to, share) {
  const count = to.y.length;
  const last = from.y.length - 1;
  const line = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let i = 0; i < count; i += 1) {
    const place = count > 1 ? (i * last) / (count - 1) : 0;
    const here = Math.min(last, Math.floor(place));
    const next = Math.min(last, here + 1);
    const x = straight(from.x[here], from.x[next], place - here);
    const y = growing(from.y[here], from.y[next], place - here);
    line.x[i] = straight(x, to.x[i], share);
    line.y[i] = isNumber(y) && isNumber(to.y[i]) ? growing(y, to.y[i], share) : to.y[i];
  }
  return line;
}
