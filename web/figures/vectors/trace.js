/** @typedef {import('../shared/encodings.js').Encoding} Encoding */
/** @typedef {import('../../core/base-core.js').BaseCore} BaseCore */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {{ position: Float64Array, x: Float32Array, y: Float32Array }} Trace tips along real-valued positions */

/**
 * @typedef {object} Source what a trace is taken of
 * @property {BaseCore} core
 * @property {Encoding} encoding
 * @property {Float32Array} tokens `[positions, dimensions]`
 * @property {Settings} settings
 * @property {[number, number]} features the two that are shown
 * @property {boolean} shared whether all positions have one token vector
 */

const SAMPLES = 240;

/**
 * Tips at `perStep` places in every step from `first` to `first + steps`. A token keeps its vector until the
 * next position; where the next token has another, or the encoding has no in-between, the trace jumps there.
 *
 * @param {Source} source
 * @param {number} first a position
 * @param {number} steps whole steps from there
 * @param {number} perStep
 * @returns {Trace}
 */
export function trace(source, first, steps, perStep) {
  const { core, encoding, tokens, settings, features, shared } = source;
  const d = settings.dimensions;
  const jumps = !shared || !encoding.continuous;
  const parts = encoding.continuous ? perStep : 1;
  const stride = jumps ? parts + 1 : parts;
  const rows = steps + 1;
  const size = steps * stride + 1;
  const result = { position: new Float64Array(size), x: new Float32Array(size), y: new Float32Array(size) };
  const x = { data: tokens.subarray(first * d, (first + rows) * d), shape: [rows, d] };
  const out = new Float32Array(rows * d);
  for (let part = 0; part < stride; part += 1) {
    const offset = part / parts;
    if (encoding.continuous || part === 0) encoding.apply(core, x, settings, first + offset, out);
    for (let row = 0; row < rows; row += 1) {
      const at = row * stride + part;
      if (at >= size) break;
      result.position[at] = first + row + offset;
      result.x[at] = out[row * d + features[0]];
      result.y[at] = out[row * d + features[1]];
    }
  }
  return result;
}

/** Places a step so that a curve over all positions looks smooth. @param {number} positions */
export const partsFor = (positions) => Math.min(32, Math.ceil(SAMPLES / Math.max(1, positions - 1)));

/**
 * The way that the tip takes, once round at most; nothing where it jumps.
 *
 * @param {Source} source
 * @param {Trace} whole over all positions
 * @param {number} wavelength in positions
 * @returns {{ x: Float32Array, y: Float32Array } | null}
 */
export function pathOf(source, whole, wavelength) {
  const { encoding, settings, shared } = source;
  const last = settings.positions - 1;
  if (!encoding.continuous || last === 0) return null;
  if (!shared) return last > 40 ? null : withGaps(trace(source, 0, last, 16));
  if (wavelength >= last) return { x: whole.x, y: whole.y };
  const steps = Math.ceil(wavelength);
  const parts = Math.ceil(SAMPLES / steps);
  const all = trace(source, 0, steps, parts);
  const length = Math.min(all.x.length, Math.ceil(wavelength * parts) + 1);
  const skip = Math.max(1, Math.floor(length / (2 * SAMPLES)));
  const kept = (/** @type {Float32Array} */ values) =>
    values.subarray(0, length).filter((_, i) => i % skip === 0 || i === length - 1);
  return { x: kept(all.x), y: kept(all.y) };
}

/** @param {Trace} jumping two samples stand at every whole position: what was, and what comes */
function withGaps({ position, x, y }) {
  const path = { x: Float32Array.from(x), y: Float32Array.from(y) };
  for (let i = 1; i < position.length; i += 1) {
    if (position[i] === position[i - 1]) {
      path.x[i] = Number.NaN;
      path.y[i] = Number.NaN;
    }
  }
  return path;
}

const DEGREES = 180 / Math.PI;

/**
 * Magnitudes, and angles in degrees that go on past a full turn.
 *
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @returns {{ magnitude: Float64Array, angle: Float64Array }}
 */
export function polar(x, y) {
  const magnitude = new Float64Array(x.length);
  const angle = new Float64Array(x.length);
  let before = Number.NaN;
  for (let i = 0; i < x.length; i += 1) {
    const [a, b] = [x[i], y[i]];
    magnitude[i] = Math.hypot(a, b);
    before = angleNear(a, b, before);
    angle[i] = before;
  }
  return { magnitude, angle };
}

/**
 * The angle of (x, y), in degrees, in the turn that is nearest to another; a vector of no length keeps that.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} near NaN: none
 */
export function angleNear(x, y, near) {
  if (x === 0 && y === 0) return Number.isNaN(near) ? 0 : near;
  const angle = Math.atan2(y, x) * DEGREES;
  return Number.isNaN(near) ? angle : angle + 360 * Math.round((near - angle) / 360);
}
