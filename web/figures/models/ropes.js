import { parseConfig, rotaryPart } from '../../core/index.js';
import { Refusal } from '../shared/refusal.js';
import { visible } from './comments.js';
import { ownLayer } from './own.js';
import { presets } from './presets.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../core/index.js').LayerEncoding} LayerEncoding */
/** @typedef {import('./own.js').OwnSettings} OwnSettings */

/** @typedef {OwnSettings & { config: string }} RopeSettings */

/** @typedef {{ low: number, high: number }} Ramp pairs */

/**
 * The rotary frequencies of one type of a model's layers.
 * @typedef {object} Rope
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
 * @typedef {{ id: string, label: string, source?: string, trainedLength?: number, latent?: boolean, warnings: string[] }} Model
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
 * @param {RopeSettings} settings
 * @param {readonly string[]} which names of models in settings: `own`, those of presets, and `config` for the pasted one
 * @returns {Rope[]}
 * @throws {Refusal} of `config`, where that cannot be used
 */
export function ropesOf(core, settings, which) {
  return which.flatMap((id) => {
    if (id === 'own') return [ownRope(core, settings)];
    if (id === 'config') return pastedRopes(core, settings);
    const { label, source, note, trainedLength, config } = presets[id];
    const { layers, warnings } = core.fromConfig(config, { sequenceLength: settings.sequenceLength });
    const told = warnings.filter((warning) => !warning.startsWith('the pairing'));
    const latent = isLatent(config);
    const model = { id, label, source, trainedLength, latent, warnings: [...(note ? [note] : []), ...told] };
    return ropesFrom(core, settings, model, layers);
  });
}

/**
 * @param {Core} core
 * @param {RopeSettings} settings
 * @returns {Rope}
 */
function ownRope(core, settings) {
  const { layer, warnings } = ownLayer(core, settings);
  const { trainedLength } = settings;
  return ropeOf(core, settings, { id: 'own', label: 'Your own', trainedLength, warnings }, layer);
}

/**
 * @param {Core} core
 * @param {RopeSettings} settings
 * @returns {Rope[]}
 */
function pastedRopes(core, settings) {
  const { config, encoding } = read(core, settings);
  const type = typeof config.model_type === 'string' ? ` (${visible(config.model_type.slice(0, 40))})` : '';
  const { layers } = encoding;
  const warnings = encoding.warnings.map(visible);
  const most = Math.max(...layers.map(({ rotaryDimensions }) => rotaryDimensions));
  if (most > mostDimensions) {
    const wish = `config must have at most ${mostDimensions} rotary dimensions`;
    throw new Refusal('config', `${wish}, got ${most}`);
  }
  const model = { id: 'config', label: `config.json${type}`, latent: isLatent(config), warnings };
  return ropesFrom(core, settings, model, layers);
}

/**
 * @param {Core} core
 * @param {RopeSettings} settings
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
 * @param {RopeSettings} settings
 * @param {Model} model
 * @param {LayerEncoding[]} layers
 */
function ropesFrom(core, settings, model, layers) {
  if (layers.length === 1) return [ropeOf(core, settings, model, layers[0])];
  return layers.map((layer) => {
    const type = String(layer.layerType).slice(0, 40);
    const label = `${model.label}, ${visible(type.replaceAll('_', ' '))}`;
    return { ...ropeOf(core, settings, model, layer), id: `${model.id}:${type}`, label };
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
 * @param {RopeSettings} settings
 * @param {Model} model
 * @param {LayerEncoding} layer
 * @returns {Rope}
 */
function ropeOf(core, settings, model, layer) {
  const { rotaryDimensions, base, scaling, maxPositions } = layer;
  const stated = model.trainedLength ?? scaling.original_max_position_embeddings ?? maxPositions;
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
    id: model.id,
    label: model.label,
    model: model.label,
    source: model.source,
    layerType: layer.layerType,
    scalingType: scaling.rope_type,
    scaling,
    base,
    rotaryDimensions,
    headDimensions: layer.headDimensions,
    latent: model.latent ?? false,
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
        ? [...model.warnings, `the trained length is taken from the settings: ${trainedLength} positions`]
        : model.warnings,
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
