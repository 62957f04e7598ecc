import { originalLength, wavelengthOf } from './models.js';
import { comment } from './text.js';

/** @typedef {import('./models.js').Model} Model */

export { asNumpy, asTorch } from './python.js';

/**
 * The base that a factor of NTK scaling makes of a model's.
 * @param {Model} model of at least 4 rotary dimensions
 * @param {number} factor
 */
const raisedBase = ({ base, rotaryDimensions }, factor) =>
  base * factor ** (rotaryDimensions / (rotaryDimensions - 2));

/** @param {number} number with all digits of a double, as NumPy and spreadsheets read it */
const digits = (number) => (number === Number.POSITIVE_INFINITY ? 'inf' : String(number));

/**
 * A table with a row a pair. The wavelength of a pair that stands still is `inf`.
 * @param {Model} model
 * @returns {string} comma-separated, with a header
 */
export function asCsv({ inverseFrequencies, unscaled }) {
  const rows = Array.from(inverseFrequencies, (frequency, pair) =>
    [pair, frequency, wavelengthOf(frequency), unscaled[pair]].map(digits).join(','),
  );
  return `${['pair,inverse_frequency,wavelength,unscaled_inverse_frequency', ...rows].join('\n')}\n`;
}

/**
 * What part of its head turns, where that is not all of it, under a config's key.
 * @param {Model} model
 */
function partOf({ rotaryDimensions: turning, headDimensions: head, latent }) {
  if (latent || turning >= head) return {};
  const share = turning / head;
  // Readers round down, and the product may be a bit too small.
  const enough = Math.floor(head * share) < turning ? (turning + 1e-6) / head : share;
  return { partial_rotary_factor: enough };
}

/**
 * What a `config.json` says of the encoding, but for the sizes of heads; the part of the head that turns, where not all of it does.
 * It is in the form of transformers 4, unless only that of transformers 5 can say it: several types of layers, or `proportional`. A
 * fixed NTK factor, which transformers does not know, is what it comes to: a larger base.
 * @param {Model} model
 * @returns {string} JSON
 */
export function asRopeScaling(model) {
  const { layerType, maxPositions, scalingType, scaling } = model;
  const rope_theta = scalingType === 'ntk' ? raisedBase(model, scaling.factor) : model.base;
  const plain = ['default', 'ntk'].includes(scalingType);
  const size = {
    ...(model.latent && { qk_rope_head_dim: model.rotaryDimensions }),
    ...(maxPositions !== null && { max_position_embeddings: maxPositions }),
  };
  const part = partOf(model);
  if (layerType !== null || scalingType === 'proportional') {
    const own = { ...(plain ? { rope_type: 'default' } : scaling), rope_theta, ...part };
    return json({ rope_parameters: layerType === null ? own : { [layerType]: own }, ...size });
  }
  const { original_max_position_embeddings: original, ...rest } = scaling;
  // Transformers 4 looks for this length of longrope's beside the scaling, not in it.
  const beside = scalingType === 'longrope' && original !== undefined;
  return json({
    rope_theta,
    rope_scaling: plain ? null : beside ? rest : scaling,
    ...part,
    ...size,
    ...(beside && { original_max_position_embeddings: original }),
  });
}

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * llama.cpp's flags for the encoding, in one line, below comments that say what flags cannot. As its sources have it: common/arg.cpp,
 * src/llama-context.cpp (what becomes of the flags), src/llama-model.cpp (factors and sliding layers), ggml's rope_yarn.
 * @param {Model} model
 * @returns {string} lines of comments, which begin with #, and the line of flags, which may be missing
 */
export function asLlamaCpp(model) {
  const { label, layerType, rotaryDimensions: turning, headDimensions: head, scalingType } = model;
  const isSliding = layerType?.startsWith('sliding');
  const { notes = [], flags = [] } = isSliding ? sliding(model) : flagsOf[scalingType](model);
  const partial =
    turning < head
      ? [`Of a head's ${head} features ${turning} turn, as the GGUF must say (model.dimension_count).`]
      : [];
  const lines = [`${label}, for llama.cpp`, ...notes, ...partial].map(comment);
  if (flags.length > 0) lines.push(flags.join(' '));
  return `${lines.join('\n')}\n`;
}

/** @typedef {{ notes?: string[], flags?: string[] }} Flags */

/** @param {{ base: number }} model */
const baseOf = ({ base }) => `--model-freq-base ${base}`;

/**
 * Flags reach the full layers only.
 * @param {Model} model
 * @returns {Flags}
 */
const sliding = ({ base }) => ({
  notes: [
    'No flag reaches sliding layers: they take what the GGUF says, or what llama.cpp has for the model. Newer builds read',
    `  --override-kv ARCHITECTURE.model.freq_base_swa=float:${base}`,
    "with the GGUF's general.architecture in place of ARCHITECTURE.",
  ],
});

/** @type {Readonly<Record<string, (model: Model) => Flags>>} */
const flagsOf = Object.freeze({
  default: (model) => ({ flags: ['--model-scaling none', baseOf(model)] }),
  linear: (model) => ({
    flags: ['--model-scaling linear', `--model-scale ${model.scaling.factor}`, baseOf(model)],
  }),
  ntk: (model) => ({
    notes: [`A fixed NTK factor of ${model.scaling.factor} is a larger base than ${model.base}.`],
    flags: ['--model-scaling none', baseOf({ base: raisedBase(model, model.scaling.factor) })],
  }),
  dynamic: (model) => ({
    notes: [
      'llama.cpp has no dynamic scaling, whose base grows with the text.',
      `This fixed base is what it comes to for ${model.sequenceLength} positions; for shorter texts it differs.`,
    ],
    flags: ['--model-scaling none', baseOf({ base: raisedBase(model, stretchOf(model)) })],
  }),
  yarn,
  llama3: (model) => ({
    notes: [
      'No flag gives llama3 scaling: its factors are in the GGUF (rope_freqs.weight), where they were made at conversion.',
    ],
    flags: [baseOf(model)],
  }),
  longrope: (model) => ({
    notes: [
      'No flag gives longrope scaling: its lists are in the GGUF (rope_factors_short.weight, rope_factors_long.weight).',
      `The long one counts where the context is above ${originalLength(model)}, however short the text is.`,
    ],
    flags: [`--ctx-size ${model.sequenceLength}`, baseOf(model)],
  }),
  proportional: (model) => ({
    notes: ['No flag gives proportional scaling, which leaves pairs at rest: it must come with the GGUF.'],
    flags: [baseOf(model)],
  }),
});

/** @param {Model} model of dynamic scaling */
function stretchOf({ scaling, maxPositions, sequenceLength }) {
  const most = Number(maxPositions);
  return 1 + scaling.factor * (Math.max(sequenceLength, most) / most - 1);
}

/** @param {Model} model @returns {Flags} */
function yarn(model) {
  const { factor, beta_fast = 32, beta_slow = 1 } = model.scaling;
  const { notes = [], flags = [] } = attention(model);
  return {
    notes: [...rounding(model), ...notes],
    flags: [
      '--model-scaling yarn',
      `--model-scale ${factor}`,
      `--yarn-orig-ctx ${originalLength(model)}`,
      '--yarn-ext-factor 1',
      ...flags,
      `--yarn-beta-fast ${beta_fast}`,
      `--yarn-beta-slow ${beta_slow}`,
      baseOf(model),
    ],
  };
}

/**
 * Where llama.cpp's ramp is another than that of YaRN's code.
 * @param {Model} model
 * @returns {string[]}
 */
function rounding({ scaling, ramp }) {
  if (!ramp) return [];
  const { low, high } = ramp;
  if (high < low) {
    return [
      `The ramp ends (pair ${high}) before it begins (pair ${low}), and so divides nothing; llama.cpp divides what follows.`,
    ];
  }
  if (scaling.truncate !== false) return [];
  const rounded = `${Math.floor(low)} to ${Math.ceil(high)}`;
  return [
    `The ramp is from pair ${low.toFixed(2)} to ${high.toFixed(2)}; llama.cpp rounds it to ${rounded}, so the pairs that are blended differ a little.`,
  ];
}

/**
 * llama.cpp's own attention factor is 0.1 · ln(factor) + 1, and what one gives multiplies it.
 * @param {Model} model of yarn scaling
 * @returns {Flags}
 */
function attention({ scaling, attentionFactor }) {
  const { factor, attention_factor: given, mscale, mscale_all_dim: all } = scaling;
  const rest = attentionFactor / (0.1 * Math.log(factor) + 1);
  if (Math.abs(rest - 1) < 1e-9) return { flags: ['--yarn-attn-factor 1'] };
  if (given === undefined && mscale && all) {
    return {
      notes: [
        `No flag gives the attention factor of ${attentionFactor}: it follows from mscale_all_dim, which is in the GGUF (model.scaling.yarn_log_multiplier).`,
      ],
    };
  }
  return {
    notes: [
      `The attention factor of ${attentionFactor} is --yarn-attn-factor times llama.cpp's own. Newer builds do not heed the flag; they need`,
      `  --override-kv ARCHITECTURE.model.scaling.attn_factor=float:${rest}`,
      "in its place, with the GGUF's general.architecture for ARCHITECTURE.",
    ],
    flags: [`--yarn-attn-factor ${rest}`],
  };
}
