import { models } from './rows.js';

/**
 * A published model's rotary encoding.
 * @typedef {object} Preset
 * @property {string} label
 * @property {string} source where its config is published
 * @property {string} [note] a sentence without a full stop: who says what, where sources differ
 * @property {number} [trainedLength] where that is known not to be what the config says
 * @property {Readonly<Record<string, unknown>>} config as transformers 4 has it (Gemma 4: 5), as far as it concerns the encoding
 */

/** @typedef {Omit<Preset, 'label'>} Published */

/**
 * LongRoPE's factors of microsoft/Phi-3-mini-128k-instruct, one a pair, as the config.json of its main branch has them; older
 * revisions have others. Published data: a search found these numbers, no formula gives them.
 */

/** @type {readonly number[]} */
const shortFactor = Object.freeze([
  1.1, 1.1, 1.1, 1.3000000000000003, 1.3500000000000003, 1.3500000000000003, 1.4000000000000004,
  1.5500000000000005, 2.000000000000001, 2.000000000000001, 2.000000000000001, 2.000000000000001,
  2.000000000000001, 2.000000000000001, 2.000000000000001, 2.000000000000001, 2.000000000000001,
  2.000000000000001, 2.000000000000001, 2.000000000000001, 2.000000000000001, 2.000000000000001,
  2.000000000000001, 2.000000000000001, 2.000000000000001, 2.0500000000000007, 2.0500000000000007,
  2.0500000000000007, 2.0500000000000007, 2.0500000000000007, 2.0500000000000007, 2.1000000000000005,
  2.1000000000000005, 2.1500000000000004, 2.25, 2.25, 2.25, 2.25, 2.25, 2.3999999999999995,
  2.4499999999999993, 2.499999999999999, 2.6999999999999984, 2.6999999999999984, 2.7499999999999982,
  2.799999999999998, 2.8999999999999977, 3.049999999999997,
]);

/** @type {readonly number[]} */
const longFactor = Object.freeze([
  1.0700000524520874, 1.1200000047683716, 1.149999976158142, 1.4199999570846558, 1.5699999332427979,
  1.7999999523162842, 2.129999876022339, 2.129999876022339, 3.009999990463257, 5.910000324249268,
  6.950000286102295, 9.070000648498535, 9.930000305175781, 10.710000038146973, 11.130000114440918,
  14.609999656677246, 15.409998893737793, 19.809999465942383, 37.279998779296875, 38.279998779296875,
  38.599998474121094, 40.12000274658203, 46.20000457763672, 50.940006256103516, 53.66000747680664,
  54.9373893737793, 56.89738845825195, 57.28738784790039, 59.98738479614258, 60.86738586425781,
  60.887386322021484, 61.71739196777344, 62.91739273071289, 62.957393646240234, 63.41739273071289,
  63.8173942565918, 63.83739471435547, 63.897396087646484, 63.93739700317383, 64.06739807128906,
  64.11434936523438, 64.12435150146484, 64.15435028076172, 64.19435119628906, 64.24435424804688,
  64.57435607910156, 64.69000244140625, 64.76000213623047,
]);

/**
 * @param {string} repository on Hugging Face
 * @param {Record<string, unknown>} config
 * @param {string} [note]
 * @param {number} [trainedLength]
 * @returns {Published}
 */
const published = (repository, config, note, trainedLength) => ({
  source: `https://huggingface.co/${repository}/blob/main/config.json`,
  config,
  ...(note && { note }),
  ...(trainedLength && { trainedLength }),
});

/**
 * @param {string} model_type
 * @param {number} hidden_size
 * @param {number} num_attention_heads
 * @param {number} rope_theta
 * @param {number} max_position_embeddings
 * @param {Record<string, unknown>} [rest]
 */
const config = (model_type, hidden_size, num_attention_heads, rope_theta, max_position_embeddings, rest) => ({
  model_type,
  hidden_size,
  num_attention_heads,
  rope_theta,
  rope_scaling: null,
  max_position_embeddings,
  ...rest,
});

/** @param {number} hidden_size @param {number} num_attention_heads */
const neox = (hidden_size, num_attention_heads) => ({
  model_type: 'gpt_neox',
  hidden_size,
  num_attention_heads,
  rotary_pct: 0.25,
  rotary_emb_base: 10000,
  max_position_embeddings: 2048,
});

/** @param {number} factor */
const llama3 = (factor) => ({
  rope_type: 'llama3',
  factor,
  low_freq_factor: 1,
  high_freq_factor: 4,
  original_max_position_embeddings: 8192,
});

/**
 * The numbers are those of Lightning AI's litgpt (litgpt/config.py) and of the configs that it links, unless a note says more.
 * @type {Record<string, Published>}
 */
const all = {
  'llama-2-7b': published('meta-llama/Llama-2-7b-hf', config('llama', 4096, 32, 10000, 4096)),
  'codellama-7b': published('codellama/CodeLlama-7b-hf', config('llama', 4096, 32, 1e6, 16384)),
  'llama-3-8b': published('meta-llama/Meta-Llama-3-8B', config('llama', 4096, 32, 500000, 8192)),
  'llama-3-1-8b': published(
    'meta-llama/Llama-3.1-8B',
    config('llama', 4096, 32, 500000, 131072, { rope_scaling: llama3(8) }),
  ),
  'llama-3-2-1b': published(
    'meta-llama/Llama-3.2-1B',
    config('llama', 2048, 32, 500000, 131072, { head_dim: 64, rope_scaling: llama3(32) }),
  ),
  'mistral-7b-v0-1': published(
    'mistralai/Mistral-7B-v0.1',
    config('mistral', 4096, 32, 10000, 32768, { sliding_window: 4096 }),
    'The config states 32768 positions; transformers’ page on the model says that 8192 were trained, and each looks back over 4096, which litgpt takes for the length',
    8192,
  ),
  'mistral-7b-v0-3': published('mistralai/Mistral-7B-v0.3', config('mistral', 4096, 32, 1e6, 32768)),
  'qwen2-5-7b': published('Qwen/Qwen2.5-7B', config('qwen2', 3584, 28, 1e6, 131072)),
  'qwen2-5-7b-yarn': published(
    'Qwen/Qwen2.5-7B',
    config('qwen2', 3584, 28, 1e6, 131072, {
      rope_scaling: { type: 'yarn', factor: 4, original_max_position_embeddings: 32768 },
    }),
    'The scaling is what the card of Qwen2.5-7B-Instruct, whose own config states 32768 positions, adds for long texts',
  ),
  'qwen2-5-7b-1m': published(
    'Qwen/Qwen2.5-7B-Instruct-1M',
    config('qwen2', 3584, 28, 1e7, 1010000),
    'The config states 1010000 positions; 262144 were trained',
    262144,
  ),
  'qwen3-8b': published('Qwen/Qwen3-8B', config('qwen3', 4096, 32, 1e6, 40960, { head_dim: 128 })),
  'gemma-2-2b': published(
    'google/gemma-2-2b',
    config('gemma2', 2304, 8, 10000, 8192, { head_dim: 256, sliding_window: 4096 }),
    'Every second layer looks back over 4096 positions only',
  ),
  'gemma-3-4b': published(
    'google/gemma-3-4b-pt',
    config('gemma3_text', 2560, 8, 1e6, 131072, {
      head_dim: 256,
      rope_local_base_freq: 10000,
      rope_scaling: { rope_type: 'linear', factor: 8 },
      sliding_window: 1024,
    }),
    'The config states 131072 positions; 32768 were trained before the stretching, as the Gemma 3 report has it; five layers of six slide over 1024 positions, with a base of their own and unscaled',
    32768,
  ),
  'gemma-4': published(
    'google/gemma-4-E4B',
    {
      model_type: 'gemma4_text',
      hidden_size: 2560,
      num_attention_heads: 8,
      head_dim: 256,
      global_head_dim: 512,
      max_position_embeddings: 131072,
      rope_parameters: {
        sliding_attention: { rope_type: 'default', rope_theta: 10000 },
        full_attention: { rope_type: 'proportional', rope_theta: 1e6, partial_rotary_factor: 0.25 },
      },
      sliding_window: 512,
    },
    'These are the sizes of E4B, as copies of its config agree; larger Gemma 4 models state 262144 positions',
  ),
  'phi-3-mini-4k': published('microsoft/Phi-3-mini-4k-instruct', config('phi3', 3072, 32, 10000, 4096)),
  'phi-3-mini-128k': published(
    'microsoft/Phi-3-mini-128k-instruct',
    config('phi3', 3072, 32, 10000, 131072, {
      rope_scaling: { type: 'longrope', short_factor: shortFactor, long_factor: longFactor },
      original_max_position_embeddings: 4096,
    }),
    'The config’s factors were revised in 2024, and these are the later ones; litgpt leaves them out',
  ),
  'phi-2': published('microsoft/phi-2', config('phi', 2560, 32, 10000, 2048, { partial_rotary_factor: 0.4 })),
  'phi-4': published('microsoft/phi-4', config('phi3', 5120, 40, 250000, 16384)),
  'deepseek-v3': published(
    'deepseek-ai/DeepSeek-V3',
    config('deepseek_v3', 7168, 128, 10000, 163840, {
      qk_rope_head_dim: 64,
      qk_nope_head_dim: 128,
      v_head_dim: 128,
      rope_scaling: {
        type: 'yarn',
        factor: 40,
        original_max_position_embeddings: 4096,
        beta_fast: 32,
        beta_slow: 1,
        mscale: 1,
        mscale_all_dim: 1,
      },
    }),
    'The config states 163840 positions; DeepSeek’s own code takes 16384 by default',
  ),
  'gpt-oss': published(
    'openai/gpt-oss-20b',
    config('gpt_oss', 2880, 64, 150000, 131072, {
      head_dim: 64,
      rope_scaling: {
        rope_type: 'yarn',
        factor: 32,
        original_max_position_embeddings: 4096,
        beta_fast: 32,
        beta_slow: 1,
        truncate: false,
      },
    }),
  ),
  'gpt-neox-20b': published('EleutherAI/gpt-neox-20b', neox(6144, 64)),
  'pythia-6-9b': published('EleutherAI/pythia-6.9b', neox(4096, 32)),
  'gpt-j-6b': published('EleutherAI/gpt-j-6b', {
    model_type: 'gptj',
    n_embd: 4096,
    n_head: 16,
    n_positions: 2048,
    rotary: true,
    rotary_dim: 64,
  }),
  'falcon-7b': published('tiiuae/falcon-7b', {
    model_type: 'falcon',
    alibi: false,
    hidden_size: 4544,
    num_attention_heads: 71,
  }),
  'stablelm-3b': published(
    'stabilityai/stablelm-3b-4e1t',
    config('stablelm', 2560, 32, 10000, 4096, { partial_rotary_factor: 0.25 }),
  ),
  'smollm2-1-7b': published('HuggingFaceTB/SmolLM2-1.7B', config('llama', 2048, 32, 130000, 8192)),
};

/**
 * Published models by their names in settings.
 * @type {Readonly<Record<string, Preset>>}
 */
export const presets = Object.freeze(
  Object.fromEntries(models.map(({ id, label }) => [id, Object.freeze({ label, ...all[id] })])),
);
