import * as check from './check.js';
import { checkScaling, trainedLength } from './scaling-keys.js';
import { badBase, ok, refusal } from './status.js';

/** @typedef {import('./heap.js').Heap} Heap */
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
function attentionFactorOf({ module }, scaled) {
  const { rope_type: type, factor, attention_factor: own, mscale = 0, mscale_all_dim = 0 } = scaled.scaling;
  if (own !== undefined) return own;
  if (type === 'yarn') return module.yarnAttentionFactor(factor, mscale, mscale_all_dim);
  if (type !== 'longrope') return 1;
  const original = originalOf(scaled);
  return module.longRopeAttentionFactor(factor ?? Number(scaled.maxPositions) / original, original);
}

/**
 * Makes the slots, which have been reserved, hold the inverse frequencies and what belongs to them.
 * @type {Readonly<Record<string, (heap: Heap, scaled: Scaled) => number>>} each answers a status
 */
const fill = Object.freeze({
  default: ({ module, slots }, { dimensions, base }) =>
    module.inverseFrequencies(slots.ownFrequencies.address, dimensions / 2, dimensions, base),
  linear: ({ module, slots }, { dimensions, base, scaling }) =>
    module.linearFrequencies(slots.ownFrequencies.address, dimensions, base, scaling.factor),
  ntk: ({ module, slots }, { dimensions, base, scaling }) =>
    module.ntkFrequencies(slots.ownFrequencies.address, dimensions, base, scaling.factor),
  dynamic: ({ module, slots }, { dimensions, base, scaling, maxPositions, sequenceLength = 0 }) =>
    module.dynamicFrequencies(
      slots.ownFrequencies.address,
      dimensions,
      base,
      scaling.factor,
      Number(maxPositions),
      sequenceLength,
    ),
  yarn: ({ module, slots }, scaled) =>
    module.yarnFrequencies(
      slots.ownFrequencies.address,
      slots.list.address,
      scaled.dimensions,
      scaled.base,
      scaled.scaling.factor,
      originalOf(scaled),
      scaled.scaling.beta_fast ?? 32,
      scaled.scaling.beta_slow ?? 1,
      scaled.scaling.truncate ?? true,
    ),
  llama3: ({ module, slots }, { dimensions, base, scaling }) =>
    module.llama3Frequencies(
      slots.ownFrequencies.address,
      dimensions,
      base,
      scaling.factor,
      scaling.low_freq_factor,
      scaling.high_freq_factor,
      scaling.original_max_position_embeddings,
    ),
  longrope: ({ module, slots }, scaled) => {
    const { short_factor, long_factor } = scaled.scaling;
    slots.list.writeDoubles((scaled.sequenceLength ?? 0) > originalOf(scaled) ? long_factor : short_factor);
    const { ownFrequencies, list } = slots;
    return module.longRopeFrequencies(ownFrequencies.address, scaled.dimensions, scaled.base, list.address);
  },
  proportional: ({ module, slots }, { dimensions, base, scaling }) =>
    module.proportionalFrequencies(
      slots.ownFrequencies.address,
      dimensions,
      base,
      scaling.partial_rotary_factor,
      scaling.factor ?? 1,
    ),
});

/**
 * @param {Heap} heap
 * @param {string} call
 * @param {Scaled} scaled
 */
function compute(heap, call, scaled) {
  const status = fill[scaled.scaling.rope_type](heap, scaled);
  if (status === badBase) {
    const { names, scaling } = scaled;
    const wish = `${names.scaling}.factor must be small enough for a finite base`;
    throw new RangeError(`${wish}, got ${scaling.factor}`);
  }
  if (status !== ok) throw refusal(call, status, {});
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
