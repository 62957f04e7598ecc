import { parseConfig, rotaryPart } from '../../core/index.js';
import { Refusal } from '../figure.js';
import { presets } from './presets.js';
import { visible } from './text.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../core/index.js').LayerEncoding} LayerEncoding */
/**
 * The settings that make frequencies of one's own.
 * @typedef {object} OwnSettings
 * @property {number} base
 * @property {number} dimensions all of which turn; an even number
 * @property {string} scaling none, linear, dynamic, ntk, yarn or llama3
 * @property {number} factor
 * @property {number} trainedLength
 * @property {number} sequenceLength
 */

/** @typedef {OwnSettings & { config: string }} ModelSettings */

/** @typedef {{ low: number, high: number }} Ramp pairs */

/**
 * The rotary frequencies of one type of a model's layers.
 * @typedef {object} Model
 * @property {string} id the model's name in settings, with a colon and the layer type where a model has several
 * @property {string} label
 * @property {string} model the label without the layer type
 * @property {string | undefined} source where the numbers are published
 * @property {string | null} layerType Hugging Face's word; null where all layers are alike
 * @property {string} scalingType Hugging Face's `rope_type`
 * @property {{ rope_type: string } & Record<string, any>} scaling under Hugging Face's key names
 * @property {number} base
 * @property {number} rotaryDimensions
 * @property {number} headDimensions
 * @property {boolean} latent whether the head is one of multi-head latent attention
 * @property {number} pairs
 * @property {number | null} maxPositions null where a config does not say it
 * @property {number} trainedLength positions seen in training, before any stretching
 * @property {number} sequenceLength what `dynamic` and `longrope` look at
 * @property {Float64Array} inverseFrequencies one a pair, in radians a position; 0 for a pair that stands still
 * @property {Float64Array} unscaled the same without scaling
 * @property {Ramp | undefined} ramp of `yarn`: core.yarnRamp's
 * @property {Ramp | undefined} unroundedRamp the same before it is rounded to whole pairs, if it is
 * @property {number} attentionFactor
 * @property {import('../../core/index.js').LayerEncoding['pairing']} pairing
 * @property {number} unfinished how many pairs do not come round within trainedLength, unscaled
 * @property {number} firstUnfinished the first of them; `pairs` where there is none
 * @property {string[]} warnings sentences without a full stop
 */

/** What is known of a model beside the encoding that its config gives. */
/**
 * @typedef {{ id: string, label: string, source?: string, trainedLength?: number, latent?: boolean, warnings: string[] }} Known
 */

/** Twice what any model has by far: more could be neither drawn nor read. */
const mostDimensions = 2048;

/**
 * @param {number} frequency
 * @returns {number} in positions; infinite for a pair that stands still
 */
export const wavelengthOf = (frequency) => (2 * Math.PI) / frequency;

/**
 * The rotary frequencies of some models, in their order (the pairing does not touch them, so what the core warns of a
 * preset's pairing is left out); models with several types of layers have one for each.
 * @param {Core} core
 * @param {ModelSettings} settings
 * @param {readonly string[]} which names of models in settings: `own`, those of presets, and `config` for the pasted one
 * @returns {Model[]}
 * @throws {Refusal} of `config`, where that cannot be used
 */
export function modelsOf(core, settings, which) {
  return which.flatMap((id) => {
    if (id === 'own') return [ownModel(core, settings)];
    if (id === 'config') return pastedModels(core, settings);
    const { label, source, note, trainedLength, config } = presets[id];
    const { layers, warnings } = core.fromConfig(config, { sequenceLength: settings.sequenceLength });
    const others = warnings.filter((warning) => !warning.startsWith('the pairing'));
    const latent = isLatent(config);
    const known = {
      id,
      label,
      source,
      trainedLength,
      latent,
      warnings: [...(note ? [note] : []), ...others],
    };
    return modelsFrom(core, settings, known, layers);
  });
}

/**
 * @param {Core} core
 * @param {ModelSettings} settings
 * @returns {Model}
 */
function ownModel(core, settings) {
  const { layer, warnings } = ownLayer(core, settings);
  const { trainedLength } = settings;
  return modelOf(core, settings, { id: 'own', label: 'Your own', trainedLength, warnings }, layer);
}

/**
 * @param {Core} core
 * @param {ModelSettings} settings
 * @returns {Model[]}
 */
function pastedModels(core, settings) {
  const { config, encoding } = read(core, settings);
  const type = typeof config.model_type === 'string' ? ` (${visible(config.model_type.slice(0, 40))})` : '';
  const { layers } = encoding;
  const warnings = encoding.warnings.map(visible);
  const most = Math.max(...layers.map(({ rotaryDimensions }) => rotaryDimensions));
  if (most > mostDimensions) {
    const wish = `config must have at most ${mostDimensions} rotary dimensions`;
    throw new Refusal('config', `${wish}, got ${most}`);
  }
  const known = { id: 'config', label: `config.json${type}`, latent: isLatent(config), warnings };
  return modelsFrom(core, settings, known, layers);
}

/**
 * @param {Core} core
 * @param {ModelSettings} settings
 */
function read(core, { config: text, sequenceLength }) {
  try {
    const config = parseConfig(text);
    return { config, encoding: core.fromConfig(config, { sequenceLength }) };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    const message = visible(error.message);
    throw new Refusal('config', message.startsWith('config ') ? message : `config: ${message}`);
  }
}

/**
 * @param {Core} core
 * @param {ModelSettings} settings
 * @param {Known} known
 * @param {LayerEncoding[]} layers
 */
function modelsFrom(core, settings, known, layers) {
  if (layers.length === 1) return [modelOf(core, settings, known, layers[0])];
  return layers.map((layer) => {
    const type = String(layer.layerType).slice(0, 40);
    const label = `${known.label}, ${visible(type.replaceAll('_', ' '))}`;
    return { ...modelOf(core, settings, known, layer), id: `${known.id}:${type}`, label };
  });
}

/**
 * @param {Readonly<Record<string, unknown>>} config
 * @returns {boolean} whether heads are those of multi-head latent attention
 */
function isLatent(config) {
  const part = /** @type {Record<string, any>} */ (rotaryPart(config));
  return ((part.text_config ?? part).qk_rope_head_dim ?? null) !== null;
}

/**
 * @param {Core} core
 * @param {ModelSettings} settings
 * @param {Known} known
 * @param {LayerEncoding} layer
 * @returns {Model}
 */
function modelOf(core, settings, known, layer) {
  const { rotaryDimensions, base, scaling, maxPositions } = layer;
  const stated = known.trainedLength ?? scaling.original_max_position_embeddings ?? maxPositions;
  const trainedLength = stated ?? settings.trainedLength;
  const { unscaled, trained } = beforeStretching(core, layer);
  const first = trained.findIndex((frequency) => wavelengthOf(frequency) > trainedLength);
  const firstUnfinished = first < 0 ? trained.length : first;
  const rampOf = (/** @type {object} */ besides) =>
    scaling.rope_type === 'yarn'
      ? core.yarnRamp({
          rotaryDimensions,
          base,
          scaling: { ...scaling, ...besides },
          maxPositions: maxPositions ?? undefined,
        })
      : undefined;
  return {
    id: known.id,
    label: known.label,
    model: known.label,
    source: known.source,
    layerType: layer.layerType,
    scalingType: scaling.rope_type,
    scaling,
    base,
    rotaryDimensions,
    headDimensions: layer.headDimensions,
    latent: known.latent ?? false,
    pairs: trained.length,
    maxPositions,
    trainedLength,
    sequenceLength: settings.sequenceLength,
    inverseFrequencies: layer.inverseFrequencies,
    unscaled,
    ramp: rampOf({}),
    unroundedRamp: rampOf({ truncate: false }),
    attentionFactor: layer.attentionFactor,
    pairing: layer.pairing,
    unfinished: trained.length - firstUnfinished,
    firstUnfinished,
    warnings:
      stated === undefined || stated === null
        ? [...known.warnings, `the trained length is taken from the settings: ${trainedLength} positions`]
        : known.warnings,
  };
}

/**
 * @param {Core} core
 * @param {LayerEncoding} layer
 * @returns {{ unscaled: Float64Array, trained: Float64Array }} `trained` are those that training saw: pairs that stand still under
 *   `proportional` did so then, too
 */
function beforeStretching(core, { rotaryDimensions, headDimensions, base, scaling }) {
  const unscaled = core.inverseFrequencies({ rotaryDimensions, base }).values;
  if (scaling.rope_type !== 'proportional') return { unscaled, trained: unscaled };
  const { factor, ...unstretched } = scaling;
  const options = { rotaryDimensions, headDimensions, base, scaling: unstretched };
  return { unscaled, trained: core.inverseFrequencies(options).values };
}

/**
 * Scalings that the settings know, under Hugging Face's key names. What has no setting is as Llama 3.1 has it (`llama3`), or left
 * to transformers' defaults (`yarn`).
 * @type {Readonly<Record<string, (settings: OwnSettings) => { rope_type: string } & Record<string, any>>>}
 */
const scalings = Object.freeze({
  none: () => ({ rope_type: 'default' }),
  linear: ({ factor }) => ({ rope_type: 'linear', factor }),
  dynamic: ({ factor }) => ({ rope_type: 'dynamic', factor }),
  ntk: ({ factor }) => ({ rope_type: 'ntk', factor }),
  yarn: ({ factor, trainedLength }) => ({
    rope_type: 'yarn',
    factor,
    original_max_position_embeddings: trainedLength,
  }),
  llama3: ({ factor, trainedLength }) => ({
    rope_type: 'llama3',
    factor,
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: trainedLength,
  }),
});

/** Types that stretch nothing, or with the text, and so do not raise the length that a config states. */
const unraised = ['none', 'dynamic'];
/** What a config may state at most. */
const mostPositions = 1e8;

/**
 * @param {OwnSettings} settings
 * @returns {string | undefined} why the scaling cannot be had with the other settings
 */
function problemOf({ scaling, dimensions, base }) {
  if (['ntk', 'dynamic'].includes(scaling) && dimensions < 4) {
    return `${scaling} scaling needs at least 4 dimensions, so there is none`;
  }
  if (scaling === 'yarn' && base <= 1) return 'yarn scaling needs a base above 1, so there is none';
  return undefined;
}

/**
 * The encoding that the settings describe. Settings that are good by themselves never fail here: where they do not go together
 * there is no scaling, and a warning says why.
 * @param {Core} core
 * @param {OwnSettings} settings
 * @returns {{ layer: LayerEncoding, warnings: string[] }}
 */
function ownLayer(core, settings) {
  const { base, dimensions, factor, trainedLength, sequenceLength } = settings;
  const problem = problemOf(settings);
  const type = problem ? 'none' : settings.scaling;
  const scaling = scalings[type](settings);
  const { values, attentionFactor } = core.inverseFrequencies({
    rotaryDimensions: dimensions,
    base,
    scaling,
    maxPositions: trainedLength,
    sequenceLength,
  });
  const reached = unraised.includes(type) ? trainedLength : Math.round(trainedLength * factor);
  return {
    layer: {
      layerType: null,
      headDimensions: dimensions,
      rotaryDimensions: dimensions,
      base,
      scaling,
      maxPositions: reached > mostPositions ? null : reached,
      pairing: 'interleaved',
      inverseFrequencies: values,
      attentionFactor,
    },
    warnings: problem ? [problem] : [],
  };
}
