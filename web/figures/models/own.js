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
export function ownLayer(core, settings) {
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
