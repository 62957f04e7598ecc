import { isDense, isRise, partOf } from './compute.js';
import { negativeText, words } from './text.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('../../charts/lines.js').Lines} Lines */

/** @param {DecayData} data @returns {import('../../charts/axes.js').Axis} */
const distances = ({ labels }) => ({
  name: words.distance,
  min: 0,
  max: Math.max(1, labels.length - 1),
  log: false,
});

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
    name: words.sums,
    x: distances(data),
    y: { name: words.sums, min: 0, max: (1.06 * (frequencies.length + 1)) / 2, log: false },
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
  const negative = negativeText(firstNegative);
  return {
    name: 'scores',
    x: distances(data),
    y: { name: words.part, min: 1.06 * lowest, max: 1.06, log: false },
    lines: [
      { id: 'own', name: '', x, y: parts, tone: 'soft', width: isDense(data) ? 0.5 : 1.25, dash: [] },
      { id: 'mean', name: '', x, y: mean.values, tone: 'ink', width: isDense(data) ? 1 : 2.25, dash: [] },
    ],
    levels: [{ value: 0, label: '' }],
    marks: isSeen ? [{ value: firstNegative, label: negative }] : [],
    aside: firstNegative >= 0 && !isSeen ? { y: 1.06 * lowest, text: `${negative} →` } : undefined,
  };
}
