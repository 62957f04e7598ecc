import { errorsName, formatNames, skipsText, words } from './text.js';

/** @typedef {import('./compute.js').PrecisionData} PrecisionData */
/** @typedef {import('./rounding.js').Format} Format */

/** How each format's line is drawn, whichever others are shown. @type {Readonly<Record<Format, { width: number, dash: readonly number[] }>>} */
export const lineStyles = Object.freeze({
  float32: { width: 1.75, dash: [] },
  running: { width: 1.25, dash: [5, 3] },
  float16: { width: 2, dash: [2, 4] },
  frequencies: { width: 1.75, dash: [12, 3, 2, 3] },
  bfloat16: { width: 3.25, dash: [15, 4] },
});

/** Where positions stop being numbers of a format of their own. @type {Partial<Record<Format, number>>} */
const wholeUpTo = { bfloat16: 256, float16: 2048 };

/**
 * The largest error so far against the position, both logarithmic: an error that grows as the position does is a straight line.
 * @param {PrecisionData} data
 * @returns {import('../../charts/lines.js').Lines}
 */
export function errorLines(data) {
  const { series, positions } = data;
  const last = Math.max(2, positions - 1);
  const starts = series.flatMap(({ trace }) => (trace.most > 0 ? [trace.curve.y[0]] : []));
  const least = starts.reduce((a, b) => Math.min(a, b), 1e-3);
  return {
    name: 'errors',
    x: { name: 'position', min: 1, max: last, log: true },
    y: {
      name: errorsName(data),
      min: least / 1.5,
      max: Math.PI * 9,
      log: true,
    },
    lines: series.map(({ format, trace: { curve } }) => ({
      id: format,
      name: formatNames[format].name,
      // A line without a rise would end before the edge.
      x: curve.x.length > 0 ? [...curve.x, Math.max(Number(curve.x.at(-1)), last)] : [],
      y: curve.x.length > 0 ? [...curve.y, Number(curve.y.at(-1))] : [],
      tone: /** @type {const} */ ('ink'),
      ...lineStyles[format],
    })),
    levels: [{ value: Math.PI, label: words.halfTurn }],
    marks: series
      .flatMap(({ format }) => {
        const value = wholeUpTo[format] ?? Number.POSITIVE_INFINITY;
        return value < last ? [{ value, label: skipsText(format, value) }] : [];
      })
      .sort((one, other) => one.value - other.value),
  };
}
