import * as check from './check.js';
import { pairingOf, sizesOf } from './config-head.js';
import { baseOf, layersOf, scalingOf } from './config-layers.js';
import { Source } from './config-source.js';
import { checkScaled, scaledFrequencies } from './scaling.js';
import { trainedLength } from './scaling-keys.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./config-layers.js').Layer} Layer */

/**
 * The rotary encoding of layers of one type.
 * @typedef {object} LayerEncoding
 * @property {string | null} layerType Hugging Face's word, as `full_attention`; null where all layers are alike
 * @property {number} headDimensions
 * @property {number} rotaryDimensions how many of them turn (all of them with `proportional` scaling, some by 0)
 * @property {number} base
 * @property {{ rope_type: string } & Record<string, any>} scaling of type `default` where there is none
 * @property {number | null} maxPositions null where the config does not say it
 * @property {import('./rotary.js').Pairing} pairing what the model's original code turns together, where that is known
 * @property {Float64Array} inverseFrequencies rotaryDimensions / 2 numbers
 * @property {number} attentionFactor
 */

/** @typedef {{ layers: LayerEncoding[], warnings: string[] }} Encoding warnings are sentences without a full stop */

/**
 * @param {Source} source
 * @returns {number | undefined}
 */
function maxPositionsOf(source) {
  const found = source.find('max_position_embeddings', 'n_positions', 'seq_length');
  if (found) return trainedLength(found.name, found.value);
  source.warn(`${source.name('max_position_embeddings')} is absent`);
  return undefined;
}

/**
 * Gives a scaling the trained length that stands elsewhere in the config.
 * @param {Source} source
 * @param {string} name
 * @param {Record<string, unknown>} scaling
 * @param {number | undefined} maxPositions
 */
function addOriginal(source, name, scaling, maxPositions) {
  const type = /** @type {string} */ (scaling.rope_type);
  if (
    !['yarn', 'longrope', 'llama3'].includes(type) ||
    Object.hasOwn(scaling, 'original_max_position_embeddings')
  )
    return;
  const found = source.find('original_max_position_embeddings');
  if (found) scaling.original_max_position_embeddings = found.value;
  else if (type !== 'llama3' && maxPositions !== undefined) {
    source.warn(
      `${name}.original_max_position_embeddings is absent, so max_position_embeddings, ${maxPositions}, is taken for the trained length`,
    );
  }
}

/** @param {number} positions */
const counted = (positions) => `${positions} position${positions === 1 ? '' : 's'}`;

/**
 * @param {Source} source
 * @param {string} name
 * @param {import('./scaling.js').Scaled} scaled
 */
function warnOfLength(source, name, { scaling, maxPositions, sequenceLength = 0 }) {
  const { rope_type: type } = scaling;
  const length = scaling.original_max_position_embeddings ?? maxPositions;
  if (type === 'longrope' && sequenceLength <= length) {
    source.warn(
      `${name}: these are the frequencies of texts of up to ${counted(length)}, by short_factor; longer ones have long_factor`,
    );
  }
  if (type === 'dynamic' && sequenceLength <= Number(maxPositions)) {
    source.warn(`${name}: these are the frequencies of texts of up to ${counted(Number(maxPositions))}`);
  }
}

/**
 * @param {Source} source
 * @param {string} name
 * @param {import('./scaling.js').Scaled} scaled
 */
function warnOfStep(source, name, { scaling }) {
  const { rope_type: type, low_freq_factor: low, high_freq_factor: high } = scaling;
  if (type !== 'llama3' || low !== high) return;
  source.warn(`${name}: low_freq_factor and high_freq_factor are both ${low}, so no pair is blended`);
}

/**
 * @param {Source} source
 * @param {string} name
 * @param {import('./scaling.js').Scaled} scaled
 */
function warnOfScores(source, name, { scaling }) {
  const { factor = 1, mscale_all_dim: scale = 0 } = scaling;
  if (scaling.rope_type !== 'yarn' || scale === 0) return;
  const by = (0.1 * scale * Math.log(factor) + 1) ** 2;
  source.warn(
    `${name}.mscale_all_dim also multiplies the attention's own scale by ${by.toFixed(4)}, which is not in attentionFactor`,
  );
}

/**
 * @param {Heap} heap
 * @param {Source} source
 * @param {Layer} layer
 * @param {{ maxPositions: number | undefined, sequenceLength: number | undefined }} lengths
 * @returns {Omit<LayerEncoding, 'pairing'>}
 */
function encode(heap, source, layer, { maxPositions, sequenceLength }) {
  const { layerType, name, parameters } = layer;
  const scaling = scalingOf(source, layer);
  const whole = scaling.rope_type === 'proportional';
  const own = parameters.partial_rotary_factor;
  const partial = own === undefined ? undefined : { name: `${name}.partial_rotary_factor`, value: own };
  const head = sizesOf(source, layerType, partial, whole);
  const { headDimensions, rotaryDimensions, share, latent } = head;
  if (whole && share !== undefined) scaling.partial_rotary_factor = share;
  addOriginal(source, name, scaling, maxPositions);
  const scaled = checkScaled({
    names: {
      rotaryDimensions: 'the rotary dimensions',
      base: 'rope_theta',
      scaling: name,
      maxPositions: source.name('max_position_embeddings'),
    },
    dimensions: rotaryDimensions,
    base: baseOf(source, layer),
    scaling,
    maxPositions,
    sequenceLength,
  });
  warnOfLength(source, name, scaled);
  warnOfStep(source, name, scaled);
  if (latent) warnOfScores(source, name, scaled);
  const { values, attentionFactor } = scaledFrequencies(heap, 'fromConfig', scaled);
  return {
    layerType,
    headDimensions,
    rotaryDimensions,
    base: scaled.base,
    scaling: { ...scaled.scaling },
    maxPositions: maxPositions ?? null,
    inverseFrequencies: values,
    attentionFactor,
  };
}

/**
 * @param {Heap} heap
 * @param {unknown} config
 * @param {{ sequenceLength?: number }} options
 * @returns {Encoding}
 */
export function fromConfig(heap, config, options) {
  const { sequenceLength } = check.options('fromConfig', options, ['sequenceLength']);
  if (sequenceLength !== undefined) trainedLength('sequenceLength', sequenceLength);
  const source = new Source(config);
  const lengths = { maxPositions: maxPositionsOf(source), sequenceLength };
  const layers = layersOf(source).map((layer) => encode(heap, source, layer, lengths));
  const pairing = pairingOf(source);
  source.warnOfUnknown();
  return { layers: layers.map((layer) => ({ ...layer, pairing })), warnings: source.warnings };
}
