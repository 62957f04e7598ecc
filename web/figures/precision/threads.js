/** @typedef {import('../../settings/index.js').Patch} Patch */

/**
 * Where people met these errors, and the settings that show each.
 * @type {readonly { thread: string, address: string, says: string, patch: Readonly<Patch> }[]}
 */
export const threads = Object.freeze([
  {
    thread: 'EleutherAI/gpt-neox #1003',
    address: 'https://github.com/EleutherAI/gpt-neox/issues/1003',
    says: 'with 32 dimensions, pair 1 at position 1857 stands at 1044.2678 radians, and at 1045 in float16.',
    patch: {
      formats: ['float32', 'bfloat16', 'float16'],
      positions: 2048,
      dimensions: 32,
      base: 10000,
      pair: 1,
      at: 1857,
    },
  },
  {
    thread: 'Modalities/modalities #462',
    address: 'https://github.com/Modalities/modalities/pull/462',
    says: 'with frequencies in bfloat16, angles were off by 0.62 radians within 512 positions, by 2.5 within 2048.',
    patch: {
      formats: ['float32', 'frequencies'],
      positions: 2048,
      dimensions: 128,
      base: 10000,
      pair: 1,
      at: 511,
    },
  },
  {
    thread: 'sgl-project/sglang-jax #1472',
    address: 'https://github.com/sgl-project/sglang-jax/issues/1472',
    says: 'the same rounding, found at position 4095.',
    patch: {
      formats: ['float32', 'frequencies', 'bfloat16'],
      positions: 4096,
      dimensions: 128,
      base: 10000,
      pair: 1,
      at: 4095,
    },
  },
]);
