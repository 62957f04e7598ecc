import { joined } from '../../settings/index.js';
import { marked } from '../shared/caption.js';
import { brief, fixed } from '../shared/numbers.js';
import { LOST } from './errors.js';
import { LARGEST_HALF, lastOf } from './rounding.js';

/** @typedef {import('./compute.js').PrecisionData} PrecisionData */
/** @typedef {import('./compute.js').Series} Series */
/** @typedef {import('./rounding.js').Format} Format */

/** Short words of the layout, the plots and their tables. */
export const words = {
  off: 'How far each hand is off',
  grows: 'The error grows with the position',
  straight: 'ten times as far, ten times as wrong',
  reports: 'Where people met it',
  show: 'Show',
  dial: { angle: 'off', low: 'least so far', high: 'greatest so far' },
  halfTurn: 'π: half a turn, as wrong as can be',
};

/** @type {Readonly<Record<Format, { name: string, how: string }>>} */
export const formatNames = Object.freeze({
  float32: { name: 'float32', how: 'position, θ and angle' },
  running: {
    name: 'running product',
    how: 'angle from angle, as in ggml',
  },
  frequencies: {
    name: 'bfloat16 frequencies',
    how: 'θ in bfloat16, the rest float32',
  },
  bfloat16: { name: 'bfloat16', how: 'position, θ and angle' },
  float16: { name: 'float16', how: 'position, θ and angle' },
});

/** Errors as small as this are rounding of the core's own results. */
const UNSEEN = 1e-6;

/**
 * What is seen, with the numbers.
 * @param {PrecisionData} data
 * @returns {string}
 */
export function caption({ series, positions, pair, pairs, base, frequency }) {
  const last = positions - 1;
  const which = `pair ${pair} of ${pairs} (base ${brief(base)}, ${marked(brief(frequency))} radians a position)`;
  if (last === 0) return `At position 0 the angle of ${which} is 0 in every format.`;
  const all = series.map(
    ({ format, worst: { error, pair: at, position } }) =>
      `${brief(error)} ${inFormat[format]}${error === 0 ? '' : ` (pair ${at}, position ${position})`}`,
  );
  const rest =
    pairs === 1 ? '' : ` Over all ${pairs} pairs, searched at every position, it is ${marked(joined(all))}.`;
  return `Up to position ${marked(last)}, the angle of ${which} is off from the one in double precision by at most ${marked(mostText(series))}.${rest}`;
}

/** @param {readonly Series[]} series */
const mostText = (series) =>
  joined(
    series.map(
      ({ format, trace }, i) => `${brief(trace.most)}${i === 0 ? ' radians' : ''} ${inFormat[format]}`,
    ),
  );

/** The plot of errors alone. @param {PrecisionData} data */
export const errorsSentence = ({ series, positions, pair }) =>
  `Largest error of pair ${pair} so far against the position, both logarithmic: at position ${positions - 1} it is ${mostText(series)}.`;

/** An angle as precisely as people quote it. @param {number} angle radians */
export function angleText(angle) {
  if (angle !== 0 && angle < 0.01) return brief(angle);
  return String(Number(angle.toFixed(4)));
}

/** @type {Readonly<Record<Format, string>>} */
const inFormat = Object.freeze({
  float32: 'in float32',
  running: 'as ggml’s running product',
  float16: 'in float16',
  frequencies: 'with bfloat16 frequencies',
  bfloat16: 'in bfloat16',
});

/** How far a hand is off now. @param {Series} series */
export function errorText({ error }) {
  if (Number.isNaN(error)) return 'no number: infinite';
  const size = Math.abs(error);
  if (size < UNSEEN) return 'off by less than 0.000001 rad';
  const degrees = (size * 180) / Math.PI;
  return `off by ${brief(size)} rad${degrees < 0.05 ? '' : `, ${fixed(degrees, 1)}°`}`;
}

/** @param {Series} series */
export const cosineText = ({ cosine }) => {
  if (Number.isNaN(cosine)) return '';
  return cosine < UNSEEN ? 'its cosine is right' : `its cosine by ${fixed(cosine, 4)}`;
};

/** @param {Series} series @param {number} positions */
export function lostText({ trace, last }, positions) {
  if (trace.lostAt >= 0) return `${LOST} rad off from position ${trace.lostAt}`;
  return `never ${LOST} rad off up to ${Math.min(last, positions - 1)}`;
}

/** @param {PrecisionData} data @returns {string[]} */
export function notes({ series, positions, pair, frequency }) {
  const has = (/** @type {Format} */ format) => series.some((one) => one.format === format);
  const found = [];
  if (frequency === 1 && series.some(({ trace }) => trace.most === 0)) {
    found.push(
      `Pair ${pair} turns by 1 radian a position: its angle is the position itself, which float32 has exactly up to 16777216.`,
    );
  }
  if (has('bfloat16') && positions > 257) {
    found.push('bfloat16 has every whole number only up to 256: 257 becomes 256.');
  }
  if (has('float16') && positions > 2049) {
    found.push('float16 has every whole number only up to 2048: 2049 becomes 2048.');
  }
  const end = lastOf('float16') + 1;
  if (has('float16') && positions > end) {
    found.push(`float16 ends at ${LARGEST_HALF}: from ${end} on, positions are infinite in it.`);
  }
  return found;
}

/** @param {PrecisionData} data @param {number} place a whole position */
export const placeText = ({ frequency }, place) =>
  ` at position ${place}. Dashed: the angle in double, ${angleText(place * frequency)} radians. Sector: where the hand has been`;

/** What is inFormat of one format at a whole position. @param {Series} series @param {number} place */
export const formatText = (series, place) => {
  const angle = series.angle(place);
  return {
    angle: Number.isFinite(angle) ? `angle ${angleText(angle)} rad` : '',
    off: errorText(series),
    cosine: cosineText(series),
  };
};

/** Of the upright axis. @param {PrecisionData} data */
export const errorsName = ({ pair }) => `largest error of pair ${pair} so far, radians`;

/** @param {Format} format @param {number} last position that it has as all others */
export const skipsText = (format, last) => `${format} skips past ${last}`;

/** @param {PrecisionData} data */
export const aside = ({ frequency }) => ({ pair: `θ = ${brief(frequency)} radians a position` });
