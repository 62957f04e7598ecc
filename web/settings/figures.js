/** @import { Figure, Settings } from './typedefs.js' */
import { maxSteps } from './proof-rows.js';
import { maxDimensions, maxPositions } from './rows.js';
import { rowOf, table } from './table.js';

/**
 * @param {number} positions
 * @param {number} dimensions even
 * @returns {Readonly<Record<string, number>>} the most that a figure can show, by setting
 */
const most = (positions, dimensions) =>
  Object.freeze({ positions, dimensions, pair: dimensions / 2 - 1, at: positions - 1 });

/**
 * What figures open with where that differs from the rows' defaults, and how much they can show.
 * @type {Readonly<Record<Figure, {
 *   opens: Partial<Settings>,
 *   least?: Readonly<Record<string, number>>,
 *   most: Readonly<Record<string, number>>,
 * }>>}
 */
const own = {
  vectors: { opens: {}, most: most(4096, 512) },
  clocks: { opens: { positions: 64, dimensions: 64 }, most: most(8192, 256) },
  heatmap: { opens: { positions: 128, dimensions: 128 }, most: most(8192, maxDimensions) },
  spectrum: {
    opens: { dimensions: 128, models: Object.freeze(['own', 'llama-3-1-8b']) },
    most: most(8192, 512),
  },
  scores: { opens: { positions: 32, dimensions: 16, seed: 27 }, most: most(256, 256) },
  decay: { opens: { positions: 256, dimensions: 128, speed: 8 }, most: most(8192, 512) },
  pairing: { opens: { positions: 104, dimensions: 8, seed: 1 }, most: most(8192, 64) },
  precision: {
    opens: { positions: 4096, dimensions: 128, pair: 3, speed: 60 },
    most: most(maxPositions, 512),
  },
  training: {
    opens: { dimensions: 16, trainedLength: 64, sequenceLength: 256 },
    least: Object.freeze({ trainedLength: 2, sequenceLength: 2 }),
    most: Object.freeze({ ...most(1024, 64), trainedLength: 256, sequenceLength: 1024, at: maxSteps }),
  },
  comparison: { opens: { positions: 5000, dimensions: 512 }, most: most(8192, 1024) },
};

export const figures = Object.freeze(/** @type {Figure[]} */ (Object.keys(own)));

const common = Object.fromEntries(table.map((row) => [row.name, row.default]));
const byFigure = new Map(
  figures.map((figure) => {
    const settings = { ...common, ...own[figure].opens, figure };
    return [figure, Object.freeze(/** @type {Settings} */ (/** @type {unknown} */ (settings)))];
  }),
);

/**
 * @param {Figure} figure
 * @returns {Settings} what the figure shows when nothing is asked for; always the same object
 */
export const defaultsOf = (figure) => /** @type {Settings} */ (byFigure.get(figure));

/** Those of the first figure. */
export const defaults = defaultsOf('vectors');

/**
 * @param {Figure} figure
 * @param {string} name a setting
 * @returns {{ min: number, max: number } | undefined} inclusive; undefined for a setting without numbers
 */
export function limitsOf(figure, name) {
  const row = rowOf(name);
  if (row?.type !== 'integer' && row?.type !== 'real') return undefined;
  const { least, most } = own[figure];
  return { min: least?.[name] ?? row.min, max: most[name] ?? row.max };
}
