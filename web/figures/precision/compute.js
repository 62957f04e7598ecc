import { traceOf, worstOf, wrapped } from './errors.js';
import { angleIn, lastOf, precisions } from './rounding.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./rounding.js').Format} Format */

/**
 * One format.
 * @typedef {object} Series
 * @property {Format} format
 * @property {import('./errors.js').Trace} trace of the chosen pair
 * @property {ReturnType<typeof worstOf>} worst of all pairs
 * @property {(position: number) => number} angle of the chosen pair, radians
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
  const frequency = frequencies[pair];
  const place = { pair, step: frequencies[1] ?? 0 };
  const at = new Float64Array(1);
  return {
    series: formats.map((format) => ({
      format,
      trace: kept(`trace ${format}`, [base, dimensions, positions, pair], () =>
        traceOf(format, frequency, place, positions),
      ),
      worst: kept(`worst ${format}`, [base, dimensions, positions], () =>
        worstOf(format, frequencies, positions),
      ),
      angle: angleIn(format, frequency, place),
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
    labels: kept('labels', [positions], () => Array.from({ length: positions }, (_, i) => String(i))),
    positions,
    pair,
    pairs,
    base,
    frequency,
    at,
  };
}

/** @type {Map<string, { inputs: string, value: any }>} */
const memory = new Map();

/**
 * What was worked out last, where it has not changed: at 131072 positions errors take long.
 * @template T
 * @param {string} name
 * @param {readonly number[]} inputs
 * @param {() => T} make
 * @returns {T}
 */
function kept(name, inputs, make) {
  const last = memory.get(name);
  const now = inputs.join();
  if (last?.inputs === now) return last.value;
  const value = make();
  memory.set(name, { inputs: now, value });
  return value;
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
    one.error = wrapped(Math.atan2(sin[pair], cos[pair]) - exact);
    one.cosine = Math.abs(cos[pair] - Math.cos(exact));
  }
}
