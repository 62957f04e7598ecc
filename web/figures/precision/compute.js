import { traceOf, worstOf, wrapped } from './errors.js';
import { lastOf, precisions } from './rounding.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./rounding.js').Format} Format */

/**
 * One format.
 * @typedef {object} Series
 * @property {Format} format
 * @property {import('./errors.js').Trace} trace of the chosen pair
 * @property {ReturnType<typeof worstOf>} worst of all pairs
 * @property {number} last the last position that it has a number for
 * @property {Parameters<Core['cosSin']>[0] & { out: { cos: Float32Array, sin: Float32Array } }} options of the core's call
 * @property {number} error at the last frame, radians; NaN where the format has no number for the position
 * @property {number} cosine error of the cosine at the last frame
 */

/**
 * @typedef {object} PrecisionData
 * @property {Series[]} series
 * @property {string[]} labels one a position
 * @property {number} positions
 * @property {number} pair
 * @property {number} pairs
 * @property {number} base
 * @property {number} frequency θ of the pair
 * @property {Float64Array} at the whole position of the last frame, alone
 */

/**
 * Everything that does not move.
 * @param {Core} core
 * @param {Settings} settings
 * @returns {PrecisionData}
 */
export function compute(core, { formats, positions, dimensions, base, pair }) {
  const rotaryDimensions = dimensions;
  const frequencies = core.inverseFrequencies({ rotaryDimensions, base }).values;
  const pairs = frequencies.length;
  const frequency = Number(frequencies[pair]);
  const place = { pair, step: Number(frequencies[1] ?? 0) };
  const at = new Float64Array(1);
  return {
    series: formats.map((format) => ({
      format,
      trace: traceOf(format, frequency, place, positions),
      worst: worstOf(format, frequencies, positions),
      last: lastOf(format),
      options: {
        positionIds: at,
        base,
        rotaryDimensions,
        precision: precisions[format],
        out: { cos: new Float32Array(pairs), sin: new Float32Array(pairs) },
      },
      error: 0,
      cosine: 0,
    })),
    labels: Array.from({ length: positions }, (_, position) => String(position)),
    positions,
    pair,
    pairs,
    base,
    frequency,
    at,
  };
}

/**
 * Each format's angle at the whole position that is reached: tokens stand at no others.
 * @param {Core} core
 * @param {PrecisionData} data
 * @param {number} position
 */
export function frame(core, { series, at, pair, frequency }, position) {
  const place = Math.floor(position);
  at[0] = place;
  const exact = place * frequency;
  for (const one of series) {
    if (place > one.last) {
      one.error = Number.NaN;
      one.cosine = Number.NaN;
      continue;
    }
    core.cosSin(one.options);
    const { cos, sin } = one.options.out;
    one.error = wrapped(Math.atan2(Number(sin[pair]), Number(cos[pair])) - exact);
    one.cosine = Math.abs(Number(cos[pair]) - Math.cos(exact));
  }
}
