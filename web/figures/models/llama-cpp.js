import { comment } from './comments.js';
import { raisedBase } from './raised-base.js';

/** @typedef {import('./ropes.js').Rope} Rope */

/**
 * llama.cpp's flags for the encoding, in one line, below comments that say what flags cannot. As its sources have it: common/arg.cpp,
 * src/llama-context.cpp (what becomes of the flags), src/llama-model.cpp (factors and sliding layers), ggml's rope_yarn.
 * @param {Rope} rope
 * @returns {string} lines of comments, which begin with #, and the line of flags, which may be missing
 */
export function asLlamaCpp(rope) {
  const { notes, flags } = slides(rope) ? sliding(rope) : partsOf[rope.scalingType](rope);
  const partial = rope.rotaryDimensions < rope.headDimensions ? [partialNote(rope)] : [];
  const lines = [`${rope.label}, for llama.cpp`, ...notes, ...partial].map(comment);
  if (flags.length > 0) lines.push(flags.join(' '));
  return `${lines.join('\n')}\n`;
}

/** @typedef {{ notes: string[], flags: string[] }} Parts */

/** @param {Rope} rope */
const baseOf = ({ base }) => `--rope-freq-base ${base}`;

/** @param {Rope} rope */
const slides = ({ layerType }) => layerType?.startsWith('sliding') === true;

/**
 * Flags reach the full layers only.
 * @param {Rope} rope
 * @returns {Parts}
 */
const sliding = ({ base }) => ({
  notes: [
    'No flag reaches sliding layers: they take what the GGUF says, or what llama.cpp has for the model. Newer builds read',
    `  --override-kv ARCHITECTURE.rope.freq_base_swa=float:${base}`,
    "with the GGUF's general.architecture in place of ARCHITECTURE.",
  ],
  flags: [],
});

/** @param {Rope} rope */
const partialNote = ({ rotaryDimensions, headDimensions }) =>
  `Of a head's ${headDimensions} features ${rotaryDimensions} turn, as the GGUF must say (rope.dimension_count).`;

/** @type {Readonly<Record<string, (rope: Rope) => Parts>>} */
const partsOf = Object.freeze({
  default: (rope) => ({ notes: [], flags: ['--rope-scaling none', baseOf(rope)] }),
  linear: (rope) => ({
    notes: [],
    flags: ['--rope-scaling linear', `--rope-scale ${rope.scaling.factor}`, baseOf(rope)],
  }),
  ntk: (rope) => ({
    notes: [`A fixed NTK factor of ${rope.scaling.factor} is a larger base than ${rope.base}.`],
    flags: ['--rope-scaling none', `--rope-freq-base ${raisedBase(rope, rope.scaling.factor)}`],
  }),
  dynamic: (rope) => ({
    notes: [
      'llama.cpp has no dynamic scaling, whose base grows with the text.',
      `This fixed base is what it comes to for ${rope.sequenceLength} positions; for shorter texts it differs.`,
    ],
    flags: ['--rope-scaling none', `--rope-freq-base ${raisedBase(rope, stretchOf(rope))}`],
  }),
  yarn,
  llama3: (rope) => ({
    notes: [
      'No flag gives llama3 scaling: its factors are in the GGUF (rope_freqs.weight), where they were made at conversion.',
    ],
    flags: [baseOf(rope)],
  }),
  longrope: (rope) => ({
    notes: [
      'No flag gives longrope scaling: its lists are in the GGUF (rope_factors_short.weight, rope_factors_long.weight).',
      `The long one counts where the context is above ${lengthOf(rope)}, however short the text is.`,
    ],
    flags: [`--ctx-size ${rope.sequenceLength}`, baseOf(rope)],
  }),
  proportional: (rope) => ({
    notes: ['No flag gives proportional scaling, which leaves pairs at rest: it must come with the GGUF.'],
    flags: [baseOf(rope)],
  }),
});

/** @param {Rope} rope of dynamic scaling */
function stretchOf({ scaling, maxPositions, sequenceLength }) {
  const most = Number(maxPositions);
  return 1 + scaling.factor * (Math.max(sequenceLength, most) / most - 1);
}

/** @param {Rope} rope */
const lengthOf = ({ scaling, maxPositions }) => scaling.original_max_position_embeddings ?? maxPositions;

/** @param {Rope} rope @returns {Parts} */
function yarn(rope) {
  const { factor, beta_fast = 32, beta_slow = 1 } = rope.scaling;
  const { notes, flags } = attention(rope);
  return {
    notes: [...rounding(rope), ...notes],
    flags: [
      '--rope-scaling yarn',
      `--rope-scale ${factor}`,
      `--yarn-orig-ctx ${lengthOf(rope)}`,
      '--yarn-ext-factor 1',
      ...flags,
      `--yarn-beta-fast ${beta_fast}`,
      `--yarn-beta-slow ${beta_slow}`,
      baseOf(rope),
    ],
  };
}

/**
 * Where llama.cpp's ramp is another than that of YaRN's code.
 * @param {Rope} rope
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
 * @param {Rope} rope of yarn scaling
 * @returns {Parts}
 */
function attention({ scaling, attentionFactor }) {
  const { factor, attention_factor: given, mscale, mscale_all_dim: all } = scaling;
  const rest = attentionFactor / (0.1 * Math.log(factor) + 1);
  if (Math.abs(rest - 1) < 1e-9) return { notes: [], flags: ['--yarn-attn-factor 1'] };
  if (given === undefined && mscale && all) {
    return {
      notes: [
        `No flag gives the attention factor of ${attentionFactor}: it follows from mscale_all_dim, which is in the GGUF (rope.scaling.yarn_log_multiplier).`,
      ],
      flags: [],
    };
  }
  return {
    notes: [
      `The attention factor of ${attentionFactor} is --yarn-attn-factor times llama.cpp's own. Newer builds do not heed the flag; they need`,
      `  --override-kv ARCHITECTURE.rope.scaling.attn_factor=float:${rest}`,
      "in its place, with the GGUF's general.architecture for ARCHITECTURE.",
    ],
    flags: [`--yarn-attn-factor ${rest}`],
  };
}
