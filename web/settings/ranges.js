/** @import { Figure, Settings } from './typedefs.js' */
import { limitsOf } from './figures.js';

/** @typedef {{ min: number, max: number }} Range inclusive */

/** A head is tested on so many times the positions that it is trained on. */
export const maxTestFactor = 4;

/**
 * What a setting may be beside the others, where that is not what its figure takes anyway.
 * @typedef {{ users: readonly Figure[], range: (settings: Settings) => Partial<Range> }} Narrower users: the figures that use it
 */

/** @type {Readonly<Record<string, Narrower>>} */
const narrower = Object.freeze({
  pair: {
    users: ['vectors', 'precision'],
    range: ({ dimensions }) => ({ max: Math.floor(dimensions / 2) - 1 }),
  },
  head: { users: ['scores'], range: ({ heads }) => ({ max: heads - 1 }) },
  // Query and key stand at two of the figure's positions.
  distance: {
    users: ['scores', 'pairing'],
    range: ({ positions }) => ({ min: 1 - positions, max: positions - 1 }),
  },
  lookBack: { users: ['training'], range: ({ trainedLength }) => ({ max: trainedLength - 1 }) },
  sequenceLength: {
    users: ['training'],
    range: ({ trainedLength }) => ({ min: trainedLength, max: maxTestFactor * trainedLength }),
  },
  // In `scores` a query goes along with the playhead's key, and neither leaves the positions. `training` goes from step to step.
  at: {
    users: ['vectors', 'clocks', 'heatmap', 'scores', 'decay', 'pairing', 'precision', 'training'],
    range: ({ figure, positions, distance, steps }) => {
      if (figure === 'training') return { max: steps };
      return { max: Math.max(0, positions - 1 - (figure === 'scores' ? Math.abs(distance) : 0)) };
    },
  },
});

/**
 * The numbers that a setting may have beside the others: `pair` ends with the last pair, `at` with the last position.
 * @param {Settings} settings
 * @param {string} name a setting with numbers
 * @returns {Range | undefined} undefined for a setting without numbers
 */
export function rangeOf(settings, name) {
  const limits = limitsOf(settings.figure, name);
  const own = Object.hasOwn(narrower, name) ? narrower[name] : undefined;
  if (!limits || !own?.users.includes(settings.figure)) return limits;
  const { min = limits.min, max = limits.max } = own.range(settings);
  return { min: Math.max(min, limits.min), max: Math.min(max, limits.max) };
}
