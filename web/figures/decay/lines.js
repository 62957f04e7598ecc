import { isRise } from './compute.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('../../charts/lines.js').Lines} Lines */

/** @param {DecayData} data @returns {import('../../charts/axes.js').Axis} */
const distances = ({ labels }) => ({
  name: 'distance',
  min: 0,
  max: Math.max(1, labels.length - 1),
  log: false,
});

/** With more distances than this a plot is too dense for its rises to be seen. */
const DENSE = 1200;

/** @param {DecayData} data */
export const isDense = ({ labels }) => labels.length > DENSE;

/** Only where a value is greater than the one before, with a gap everywhere else. @param {Float64Array} values */
function rising(values) {
  const isEnd = (/** @type {number} */ i) => isRise(values[i - 1], values[i]);
  return values.map((value, i) => (isEnd(i) || isEnd(i + 1) ? value : Number.NaN));
}

/** What RoFormer's bound has of the distance. @param {DecayData} data @returns {Lines} */
export function sumsLines(data) {
  const { sums, frequencies } = data;
  const x = sums.values.map((_, i) => i);
  return {
    name: 'mean |S|',
    x: distances(data),
    y: { name: 'mean |S|', min: 0, max: (1.06 * (frequencies.length + 1)) / 2, log: false },
    lines: [
      {
        id: 'sums',
        name: '',
        x,
        y: sums.values,
        tone: 'soft',
        width: isDense(data) ? 0.75 : 1.25,
        dash: [],
        filled: true,
      },
      {
        id: 'rises',
        name: '',
        x: isDense(data) ? [] : x,
        y: isDense(data) ? [] : rising(sums.values),
        tone: 'ink',
        width: 3,
        dash: [],
      },
    ],
    levels: [],
    marks: [],
  };
}

/** @param {number} score @param {number} size |q||k| @returns {number} the cosine of the angle between query and key; 0 where one is 0 */
export const partOf = (score, size) => (size > 0 ? score / size : 0);

/** What scores do. @param {DecayData} data @returns {Lines} */
export function scoresLines(data) {
  const { mean, own, size, firstNegative, labels } = data;
  const x = mean.values.map((_, i) => i);
  const parts = own.values.map((score) => partOf(score, size));
  const lowest = Math.min(
    -0.25,
    ...[mean.values, parts].map((values) => values.reduce((a, b) => Math.min(a, b))),
  );
  const isSeen = firstNegative >= 0 && firstNegative < labels.length;
  const negative = `mean cosine negative at ${firstNegative}`;
  return {
    name: 'scores',
    x: distances(data),
    y: { name: 'score, as a part of |q| |k|', min: 1.06 * lowest, max: 1.06, log: false },
    lines: [
      { id: 'own', name: '', x, y: parts, tone: 'soft', width: isDense(data) ? 0.5 : 1.25, dash: [] },
      { id: 'mean', name: '', x, y: mean.values, tone: 'ink', width: isDense(data) ? 1 : 2.25, dash: [] },
    ],
    levels: [{ value: 0, label: '' }],
    marks: isSeen ? [{ value: firstNegative, label: negative }] : [],
    aside: firstNegative >= 0 && !isSeen ? { y: 1.06 * lowest, text: `${negative} →` } : undefined,
  };
}
