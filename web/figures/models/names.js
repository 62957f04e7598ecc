/**
 * Published models whose encodings can be shown: their names in settings, and what people read. What each has is in
 * `web/figures/models/presets.js`.
 * @type {readonly Readonly<{ id: string, label: string }>[]}
 */
export const models = Object.freeze(
  [
    ['llama-2-7b', 'Llama 2 7B'],
    ['codellama-7b', 'CodeLlama 7B'],
    ['llama-3-8b', 'Llama 3 8B'],
    ['llama-3-1-8b', 'Llama 3.1 8B'],
    ['llama-3-2-1b', 'Llama 3.2 1B'],
    ['mistral-7b-v0-1', 'Mistral 7B v0.1'],
    ['mistral-7b-v0-3', 'Mistral 7B v0.3'],
    ['qwen2-5-7b', 'Qwen2.5 7B'],
    ['qwen2-5-7b-yarn', 'Qwen2.5 7B with YaRN'],
    ['qwen2-5-7b-1m', 'Qwen2.5 7B 1M'],
    ['qwen3-8b', 'Qwen3 8B'],
    ['gemma-2-2b', 'Gemma 2 2B'],
    ['gemma-3-4b', 'Gemma 3 4B'],
    ['gemma-4', 'Gemma 4'],
    ['phi-3-mini-4k', 'Phi-3 mini 4k'],
    ['phi-3-mini-128k', 'Phi-3 mini 128k'],
    ['phi-2', 'Phi-2'],
    ['phi-4', 'Phi-4'],
    ['deepseek-v3', 'DeepSeek-V3'],
    ['gpt-oss', 'gpt-oss'],
    ['gpt-neox-20b', 'GPT-NeoX 20B'],
    ['pythia-6-9b', 'Pythia 6.9B'],
    ['gpt-j-6b', 'GPT-J 6B'],
    ['falcon-7b', 'Falcon 7B'],
    ['stablelm-3b', 'StableLM 3B'],
    ['smollm2-1-7b', 'SmolLM2 1.7B'],
  ].map(([id, label]) => Object.freeze({ id, label })),
);
