/**
 * The points of a curve: `y` is the logarithm to base 10, NaN where a value lies beyond all logarithms.
 * @typedef {{ x: Float64Array, y: Float64Array }} Points
 */

/**
 * All that moves when a picture of curves becomes another.
 * @typedef {object} Shape
 * @property {number} xMax the last pair of all curves
 * @property {number} low lowest logarithm in view
 * @property {number} high
 * @property {ReadonlyMap<string, Points>} curves by id
 */

/** Milliseconds from one picture to the next. */
export const MORPH = 400;

/** Room above and below the curves, and for what lies beyond all logarithms, in powers of ten. */
const ROOM = 0.18;
const BEYOND = 0.7;

/**
 * @param {readonly { id: string, values: ArrayLike<number> }[]} curves positive values; 0 and Infinity lie beyond
 * @param {readonly number[]} levels positive values that must be in view too
 * @param {'above' | 'below'} beyond where values lie that have no logarithm
 * @returns {Shape}
 */
export function shapeOf(curves, levels, beyond) {
  let [low, high, xMax, hasBeyond] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, false];
  const see = (/** @type {number} */ log) => {
    low = Math.min(low, log);
    high = Math.max(high, log);
  };
  /** @type {Map<string, Points>} */
  const shapes = new Map();
  for (const { id, values } of curves) {
    const count = values.length;
    const points = { x: Float64Array.from({ length: count }, (_, i) => i), y: new Float64Array(count) };
    for (let i = 0; i < count; i += 1) {
      const log = Math.log10(Number(values[i]));
      points.y[i] = Number.isFinite(log) ? log : Number.NaN;
      if (Number.isFinite(log)) see(log);
      else hasBeyond = true;
    }
    xMax = Math.max(xMax, count - 1);
    shapes.set(id, points);
  }
  for (const level of levels) see(Math.log10(level));
  if (!(low <= high)) [low, high] = [0, 1];
  const room = Math.max(ROOM, (1 - (high - low)) / 2);
  return {
    xMax,
    low: low - room - (hasBeyond && beyond === 'below' ? BEYOND : 0),
    high: high + room + (hasBeyond && beyond === 'above' ? BEYOND : 0),
    curves: shapes,
  };
}

/** Slow, fast, slow. @param {number} time 0..1, or beyond @returns {number} 0..1, exactly 0 and 1 at the ends */
export function ease(time) {
  const t = Math.min(1, Math.max(0, time));
  return t * t * (3 - 2 * t);
}

/**
 * A shape on the way from one to another, in logarithms. A curve that was not there stays where it will be, and one with another
 * number of pairs is stretched.
 *
 * @param {Shape} from
 * @param {Shape} to
 * @param {number} share 0..1 of the way
 * @returns {Shape} `to` itself at its end
 */
export function between(from, to, share) {
  if (share >= 1) return to;
  const mid = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * share;
  const curves = new Map(
    Array.from(to.curves, ([id, target]) => {
      const source = from.curves.get(id);
      return [id, source ? pointsBetween(source, target, share) : target];
    }),
  );
  return {
    xMax: mid(from.xMax, to.xMax),
    low: mid(from.low, to.low),
    high: mid(from.high, to.high),
    curves,
  };
}

/** @param {Points} from @param {Points} to @param {number} share @returns {Points} */
function pointsBetween(from, to, share) {
  const count = to.y.length;
  const last = from.y.length - 1;
  const points = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let i = 0; i < count; i += 1) {
    const place = count > 1 ? (i * last) / (count - 1) : 0;
    const source = Math.min(last, Math.floor(place));
    const rest = place - source;
    const [x, y] = [at(from.x, source, rest), at(from.y, source, rest)];
    const [goalX, goalY] = [Number(to.x[i]), Number(to.y[i])];
    points.x[i] = x + (goalX - x) * share;
    points.y[i] = Number.isNaN(y) ? goalY : y + (goalY - y) * share;
  }
  return points;
}

/** @param {Float64Array} values @param {number} index @param {number} rest */
function at(values, index, rest) {
  const here = Number(values[index]);
  return rest === 0 ? here : here + (Number(values[index + 1]) - here) * rest;
}
