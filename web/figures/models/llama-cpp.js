import { comment, raisedBase } from './text.js';

/** @typedef {import('./models.js').Model} Model */

/**
 * llama.cpp's flags for the encoding, in one line, below comments that say what flags cannot. As its sources have it: common/arg.cpp,
 * src/llama-context.cpp (what becomes of the flags), src/llama-model.cpp (factors and sliding layers), ggml's rope_yarn.
 * @param {Model} model
 * @returns {string} lines of comments, which begin with #, and the line of flags, which may be missing
 */
export function asLlamaCpp(model) {
  const { notes, flags } = slides(model) ? sliding(model) : partsOf[model.scalingType](model);
  const partial = model.rotaryDimensions < model.headDimensions ? [partialNote(model)] : [];
  const lines = [`${model.label}, for llama.cpp`, ...notes, ...partial].map(comment);
  if (flags.length > 0) lines.push(flags.join(' '));
  return `${lines.join('\n')}\n`;
}

/** @typedef {{ notes: string[], flags: string[] }} Parts */

/** @param {Model} model */
const baseOf = ({ base }) => `--model-freq-base ${base}`;

/** @param {Model} model */
const slides = ({ layerType }) => layerType?.startsWith('sliding') === true;

/**
 * Flags reach the full layers only.
 * @param {Model} model
 * @returns {Parts}
 */
const sliding = ({ base }) => ({
  notes: [
    'No flag reaches sliding layers: they take what the GGUF says, or what llama.cpp has for the model. Newer builds read',
    `  --override-kv ARCHITECTURE.model.freq_base_swa=float:${base}`,
    "with the GGUF's general.architecture in place of ARCHITECTURE.",
  ],
  flags: [],
});

/** @param {Model} model */
const partialNote = ({ rotaryDimensions, headDimensions }) =>
  `Of a head's ${headDimensions} features ${rotaryDimensions} turn, as the GGUF must say (model.dimension_count).`;

/** @type {Readonly<Record<string, (model: Model) => Parts>>} */
const partsOf = Object.freeze({
  default: (model) => ({ notes: [], flags: ['--model-scaling none', baseOf(model)] }),
  linear: (model) => ({
    notes: [],
    flags: ['--model-scaling linear', `--model-scale ${model.scaling.factor}`, baseOf(model)],
  }),
  ntk: (model) => ({
    notes: [`A fixed NTK factor of ${model.scaling.factor} is a larger base than ${model.base}.`],
    flags: ['--model-scaling none', `--model-freq-base ${raisedBase(model, model.scaling.factor)}`],
  }),
  dynamic: (model) => ({
    notes: [
      'llama.cpp has no dynamic scaling, whose base grows with the text.',
      `This fixed base is what it comes to for ${model.sequenceLength} positions; for shorter texts it differs.`,
    ],
    flags: ['--model-scaling none', `--model-freq-base ${raisedBase(model, stretchOf(model))}`],
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
      `The long one counts where the context is above ${lengthOf(model)}, however short the text is.`,
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

/** @param {Model} model */
const lengthOf = ({ scaling, maxPositions }) => scaling.original_max_position_embeddings ?? maxPositions;

/** @param {Model} model @returns {Parts} */
function yarn(model) {
  const { factor, beta_fast = 32, beta_slow = 1 } = model.scaling;
  const { notes, flags } = attention(model);
  return {
    notes: [...rounding(model), ...notes],
    flags: [
      '--model-scaling yarn',
      `--model-scale ${factor}`,
      `--yarn-orig-ctx ${lengthOf(model)}`,
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
 * @returns {Parts}
 */
function attention({ scaling, attentionFactor }) {
  const { factor, attention_factor: given, mscale, mscale_all_dim: all } = scaling;
  const rest = attentionFactor / (0.1 * Math.log(factor) + 1);
  if (Math.abs(rest - 1) < 1e-9) return { notes: [], flags: ['--yarn-attn-factor 1'] };
  if (given === undefined && mscale && all) {
    return {
      notes: [
        `No flag gives the attention factor of ${attentionFactor}: it follows from mscale_all_dim, which is in the GGUF (model.scaling.yarn_log_multiplier).`,
      ],
      flags: [],
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
