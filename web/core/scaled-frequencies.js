import * as check from './check.js';
import { checkBase } from './frequencies.js';
import { checkScaled, rampOf, scaledFrequencies } from './scaling.js';
import { trainedLength } from './scaling-keys.js';

/** @typedef {import('./heap.js').Heap} Heap */

/** @type {import('./scaling.js').Names} */
const names = {
  rotaryDimensions: 'rotaryDimensions',
  base: 'base',
  scaling: 'scaling',
  maxPositions: 'maxPositions',
};

/**
 * Which inverse frequencies.
 * @typedef {object} FrequencyOptions
 * @property {number} rotaryDimensions an even number
 * @property {number} [headDimensions] the head's size, at least rotaryDimensions; with `proportional` scaling they are the same
 * @property {number} [base]
 * @property {import('./scaling-keys.js').Scaling | null} [scaling] Hugging Face's object, under its key names
 * @property {number} [maxPositions] Hugging Face's max_position_embeddings; `dynamic` needs it, and `yarn` and `longrope` where
 *   the scaling has no original_max_position_embeddings (`longrope` also where it has neither factor nor attention_factor)
 * @property {number} [sequenceLength] of the text at hand: `dynamic` stretches past maxPositions, `longrope` takes its long list
 *   past the trained length; without it they are as for a short text
 */

const optionNames = [
  'rotaryDimensions',
  'headDimensions',
  'base',
  'scaling',
  'maxPositions',
  'sequenceLength',
];

/**
 * @param {string} call
 * @param {FrequencyOptions} options
 * @returns {import('./scaling.js').Scaled}
 */
function checkOptions(call, options) {
  const { rotaryDimensions, headDimensions, base, scaling, maxPositions, sequenceLength } = check.options(
    call,
    options,
    optionNames,
  );
  const dimensions = check.even('rotaryDimensions', rotaryDimensions);
  if (headDimensions !== undefined) check.integer('headDimensions', headDimensions, dimensions);
  const scaled = checkScaled({
    names,
    dimensions,
    base: checkBase(base),
    scaling,
    maxPositions: maxPositions === undefined ? undefined : trainedLength('maxPositions', maxPositions),
    sequenceLength:
      sequenceLength === undefined ? undefined : trainedLength('sequenceLength', sequenceLength),
  });
  if (scaled.scaling.rope_type === 'proportional' && dimensions !== (headDimensions ?? dimensions)) {
    const wish = `rotaryDimensions must be the headDimensions, ${headDimensions}, for proportional`;
    throw new RangeError(`${wish}, got ${dimensions}`);
  }
  return scaled;
}

/**
 * @param {Heap} heap
 * @param {FrequencyOptions} options
 * @returns {{ values: Float64Array, attentionFactor: number }}
 */
export const inverseFrequencies = (heap, options) =>
  scaledFrequencies(heap, 'inverseFrequencies', checkOptions('inverseFrequencies', options));

/**
 * @param {Heap} heap
 * @param {FrequencyOptions} options
 * @returns {{ low: number, high: number }}
 */
export function yarnRamp(heap, options) {
  const scaled = checkOptions('yarnRamp', options);
  const type = scaled.scaling.rope_type;
  if (type !== 'yarn') throw new RangeError(`scaling.rope_type must be "yarn", got "${type}"`);
  return rampOf(heap, 'yarnRamp', scaled);
}
