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
 * What a figure knows of the rotary frequencies of one type of a model's layers, beside the core's encoding of it.
 * @typedef {object} Shown
 * @property {string} id the model's name in settings, with a colon and the layer type where a model has several
 * @property {string} label
 * @property {string} model the label without the layer type
 * @property {string} [source] where the numbers are published
 * @property {string} scalingType Hugging Face's `rope_type`
 * @property {boolean} latent whether the head is one of multi-head latent attention
 * @property {number} pairs
 * @property {number} trainedLength positions seen in training, before any stretching
 * @property {number} sequenceLength what `dynamic` and `longrope` look at
 * @property {Float64Array} unscaled the inverse frequencies without scaling
 * @property {Ramp | undefined} ramp of `yarn`: core.yarnRamp's
 * @property {Ramp | undefined} unroundedRamp the same before it is rounded to whole pairs, if it is
 * @property {number} unfinished how many pairs do not come round within trainedLength, unscaled
 * @property {number} firstUnfinished the first of them; `pairs` where there is none
 * @property {string[]} warnings sentences without a full stop
 * @typedef {LayerEncoding & Shown} Model
 */

/** What is known of a model beside the encoding that its config gives. */
/**
 * @typedef {{ id: string, label: string, source?: string, trainedLength?: number, latent: boolean, warnings: string[] }} Known
 */

/** Twice what any model has by far: more could be neither drawn nor read. */
const mostDimensions = 2048;

/**
 * @param {number} frequency
 * @returns {number} in positions; infinite for a pair that stands still
 */
export const wavelengthOf = (frequency) => (2 * Math.PI) / frequency;

/** @param {Model} model of `yarn`, `llama3` or `longrope` @returns {number} positions before it was stretched */
export const originalLength = ({ scaling, maxPositions }) =>
  scaling.original_max_position_embeddings ?? maxPositions;

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
    const { note, config, ...published } = presets[id];
    const { layers, warnings } = core.fromConfig(config, { sequenceLength: settings.sequenceLength });
    const others = warnings.filter((warning) => !warning.startsWith('the pairing'));
    const all = note ? [note, ...others] : others;
    return modelsFrom(core, settings, { id, ...published, latent: isLatent(config), warnings: all }, layers);
  });
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
 * @param {Pick<OwnSettings, 'trainedLength' | 'sequenceLength'>} settings
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
    ...layer,
    ...known,
    model: known.label,
    scalingType: scaling.rope_type,
    pairs: trained.length,
    trainedLength,
    sequenceLength: settings.sequenceLength,
    unscaled,
    ramp: rampOf({}),
    unroundedRamp: rampOf({ truncate: false }),
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
 * The model that the settings describe. Settings that are good by themselves never fail here: where they do not go together there
 * is no scaling, and a warning says why.
 * @param {Core} core
 * @param {OwnSettings} settings
 * @returns {Model}
 */
function ownModel(core, settings) {
  const { base, dimensions, factor, trainedLength, sequenceLength } = settings;
  const problem = problemOf(settings);
  const type = problem ? 'none' : settings.scaling;
  const scaling = scalings[type](settings);
  const sizes = { rotaryDimensions: dimensions, base, scaling };
  const { values, attentionFactor } = core.inverseFrequencies({
    ...sizes,
    maxPositions: trainedLength,
    sequenceLength,
  });
  const reached = unraised.includes(type) ? trainedLength : Math.round(trainedLength * factor);
  const warnings = problem ? [problem] : [];
  return modelOf(
    core,
    settings,
    { id: 'own', label: 'Your own', trainedLength, latent: false, warnings },
    {
      ...sizes,
      layerType: null,
      headDimensions: dimensions,
      maxPositions: reached > mostPositions ? null : reached,
      pairing: 'interleaved',
      inverseFrequencies: values,
      attentionFactor,
    },
  );
}

/** @typedef {'kept' | 'blended' | 'divided'} Band */

/**
 * What a scaling does to each pair.
 * @typedef {object} Bands
 * @property {Band[]} kinds
 * @property {number[]} shares from 0 (the pair stays as it is) to 1 (its frequency is divided by the factor): the frequency is
 *   (1 − share) · unscaled + share · unscaled / factor
 */

/**
 * What YaRN and Llama 3's scaling keep, blend and divide. YaRN's ramp is over pairs, as in its code; Llama 3's is over turns within
 * the trained length.
 * @param {Model} model
 * @returns {Bands | undefined} undefined for scalings that treat all pairs alike
 */
export function bands({ scalingType, scaling, ramp, unscaled }) {
  /** @type {(frequency: number, pair: number) => number} */
  let shareOf;
  if (ramp) {
    const length = ramp.high === ramp.low ? 0.001 : ramp.high - ramp.low;
    shareOf = (_frequency, pair) => (pair - ramp.low) / length;
  } else if (scalingType === 'llama3') {
    const { low_freq_factor: low, high_freq_factor: high } = scaling;
    const { original_max_position_embeddings: length } = scaling;
    shareOf = (frequency) => {
      // As the core asks, so that rounding takes no pair across the step.
      if (high === low) return wavelengthOf(frequency) > length / low ? 1 : 0;
      return (high - length / wavelengthOf(frequency)) / (high - low);
    };
  } else return undefined;
  const shares = Array.from(unscaled, (frequency, pair) =>
    Math.min(1, Math.max(0, shareOf(frequency, pair))),
  );
  return {
    kinds: shares.map((share) => (share === 0 ? 'kept' : share < 1 ? 'blended' : 'divided')),
    shares,
  };
}
