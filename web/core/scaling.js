import * as check from './check.js';
import { checkScaling, trainedLength } from './scaling-keys.js';
import { refusal } from './status.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./bindings.js').Calls} Calls */
/** @typedef {import('./status.js').Status} Status */
/** @typedef {ReturnType<typeof checkScaling>} CheckedScaling */

/**
 * What the caller calls its arguments, for messages.
 * @typedef {{ rotaryDimensions: string, base: string, scaling: string, maxPositions: string }} Names
 */

/**
 * A scaled encoding whose every argument has been checked.
 * @typedef {object} Scaled
 * @property {Names} names
 * @property {number} dimensions rotary dimensions
 * @property {number} base
 * @property {CheckedScaling} scaling
 * @property {number | undefined} maxPositions
 * @property {number | undefined} sequenceLength
 */

/** Types whose base is raised to d / (d − 2). */
const raising = ['ntk', 'dynamic'];
const maxLength = check.maxPosition;

/**
 * @param {Scaled} scaled
 * @returns {number} the trained length
 */
const originalOf = ({ names, scaling, maxPositions }) =>
  scaling.original_max_position_embeddings ??
  check.integer(names.maxPositions, maxPositions, scaling.rope_type === 'longrope' ? 2 : 1, maxLength);

/**
 * @param {Omit<Scaled, 'scaling'> & { scaling: unknown }} given numbers that have been checked on their own
 * @returns {Scaled}
 */
export function checkScaled(given) {
  const { names, dimensions, base, maxPositions } = given;
  const scaled = { ...given, scaling: checkScaling(names.scaling, given.scaling, dimensions / 2) };
  const { scaling } = scaled;
  const type = scaling.rope_type;
  if (raising.includes(type) && dimensions < 4) {
    throw new RangeError(`${names.rotaryDimensions} must be at least 4 for ${type}, got ${dimensions}`);
  }
  if (type === 'yarn' && base <= 1) {
    throw new RangeError(`${names.base} must be above 1 for yarn, got ${base}`);
  }
  if (type === 'dynamic') trainedLength(names.maxPositions, maxPositions);
  if (type === 'yarn' || type === 'longrope') originalOf(scaled);
  if (type === 'longrope' && scaling.factor === undefined && scaling.attention_factor === undefined) {
    trainedLength(names.maxPositions, maxPositions);
  }
  return scaled;
}

/**
 * @param {Heap} heap
 * @param {Scaled} scaled
 * @returns {number} the attention factor
 */
function attentionFactorOf({ calls }, scaled) {
  const { rope_type: type, factor, attention_factor: own, mscale = 0, mscale_all_dim = 0 } = scaled.scaling;
  if (own !== undefined) return own;
  if (type === 'yarn') {
    return calls.yarnAttentionFactor({ factor, mscale, mscaleAllDimensions: mscale_all_dim });
  }
  if (type !== 'longrope') return 1;
  const originalPositions = originalOf(scaled);
  return calls.longRopeAttentionFactor({
    factor: factor ?? Number(scaled.maxPositions) / originalPositions,
    originalPositions,
  });
}

/**
 * Makes the slots, which have been reserved, hold the inverse frequencies and what belongs to them.
 * @type {Readonly<Record<string, (heap: Heap, scaled: Scaled, into: Parameters<Calls['inverseFrequencies']>[0]) => Status>>}
 */
const fill = Object.freeze({
  default: ({ calls }, _, into) => calls.inverseFrequencies(into),
  linear: ({ calls }, { scaling }, into) => calls.linearFrequencies({ ...into, factor: scaling.factor }),
  ntk: ({ calls }, { scaling }, into) => calls.ntkFrequencies({ ...into, factor: scaling.factor }),
  dynamic: ({ calls }, { scaling, maxPositions, sequenceLength = 0 }, into) =>
    calls.dynamicFrequencies({
      ...into,
      factor: scaling.factor,
      maxPositions: Number(maxPositions),
      sequenceLength,
    }),
  yarn: ({ calls, slots }, scaled, into) =>
    calls.yarnFrequencies({
      ...into,
      ends: slots.list.address,
      factor: scaled.scaling.factor,
      originalPositions: originalOf(scaled),
      betaFast: scaled.scaling.beta_fast ?? 32,
      betaSlow: scaled.scaling.beta_slow ?? 1,
      truncate: scaled.scaling.truncate ?? true,
    }),
  llama3: ({ calls }, { scaling }, into) =>
    calls.llama3Frequencies({
      ...into,
      factor: scaling.factor,
      lowTurns: scaling.low_freq_factor,
      highTurns: scaling.high_freq_factor,
      originalPositions: scaling.original_max_position_embeddings,
    }),
  longrope: ({ calls, slots }, scaled, into) => {
    const { short_factor, long_factor } = scaled.scaling;
    slots.list.writeDoubles((scaled.sequenceLength ?? 0) > originalOf(scaled) ? long_factor : short_factor);
    return calls.longRopeFrequencies({ ...into, factors: slots.list.address });
  },
  proportional: ({ calls }, { scaling }, into) =>
    calls.proportionalFrequencies({
      ...into,
      share: scaling.partial_rotary_factor,
      factor: scaling.factor ?? 1,
    }),
});

/**
 * @param {Heap} heap
 * @param {string} call
 * @param {Scaled} scaled
 */
function compute(heap, call, scaled) {
  const { dimensions, base } = scaled;
  const into = { inverseFrequencies: heap.slots.ownFrequencies.address, dimensions, base };
  const status = fill[scaled.scaling.rope_type](heap, scaled, into);
  if (status === 'badBase') {
    const { names, scaling } = scaled;
    const wish = `${names.scaling}.factor must be small enough for a finite base`;
    throw new RangeError(`${wish}, got ${scaling.factor}`);
  }
  if (status !== 'ok') throw refusal(call, status, {});
}

/**
 * @param {Heap} heap
 * @param {string} call
 * @param {Scaled} scaled
 * @returns {{ values: Float64Array, attentionFactor: number }}
 */
export function scaledFrequencies(heap, call, scaled) {
  const pairs = scaled.dimensions / 2;
  const bytes = Math.max(16, 8 * pairs);
  return heap.use(call, { ownFrequencies: bytes, list: bytes }, ({ ownFrequencies }) => {
    compute(heap, call, scaled);
    return {
      values: ownFrequencies.readDoubles(pairs),
      attentionFactor: attentionFactorOf(heap, scaled),
    };
  });
}

/**
 * @param {Heap} heap
 * @param {string} call
 * @param {Scaled} scaled of type yarn
 * @returns {{ low: number, high: number }}
 */
export function rampOf(heap, call, scaled) {
  const bytes = Math.max(16, 4 * scaled.dimensions);
  return heap.use(call, { ownFrequencies: bytes, list: bytes }, ({ list }) => {
    compute(heap, call, scaled);
    const [low, high] = list.readDoubles(2);
    return { low, high };
  });
}
