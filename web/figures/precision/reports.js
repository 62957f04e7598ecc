import { joined } from '../../settings/index.js';
import { nameOf } from '../shared/reports.js';

/** @typedef {import('../../settings/index.js').Patch} Patch */

/**
 * @typedef {object} Report
 * @property {readonly import('../shared/reports.js').Thread[]} threads
 * @property {string} says
 * @property {Readonly<Patch>} patch the settings that show it
 */

/** @param {Report} report */
export const namesOf = ({ threads }) => joined(threads.map(nameOf));

/** Heads of 128 features. */
const head = { dimensions: 128, base: 10000 };

/**
 * Where people met these errors.
 * @type {readonly Report[]}
 */
export const reports = Object.freeze([
  {
    threads: [['EleutherAI/gpt-neox', 1003]],
    says: 'with 32 dimensions, pair 1 at position 1857 stands at 1044.2678 radians, and at 1045 in float16. (The 0.78 there is the largest error of a cosine, at position 2008.)',
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
    threads: [['Modalities/modalities', 462, 'pull']],
    says: 'with frequencies in bfloat16, angles were off by 0.62 radians within 512 positions, by 2.5 within 2048.',
    patch: { ...head, formats: ['float32', 'frequencies'], positions: 2048, pair: 1, at: 511 },
  },
  {
    threads: [
      ['sgl-project/sglang-jax', 1472],
      ['huggingface/transformers', 25681],
      ['huggingface/transformers', 29496],
      ['NVIDIA/Megatron-LM', 744],
    ],
    says: 'frequencies took the model’s own bfloat16; a test failed at position 4095.',
    patch: { ...head, formats: ['float32', 'frequencies', 'bfloat16'], positions: 4096, pair: 1, at: 4095 },
  },
  {
    threads: [['huggingface/transformers', 29285, 'pull']],
    says: 'autocast computed angles in bfloat16, where position 8191 is 8192.',
    patch: { ...head, formats: ['float32', 'bfloat16'], positions: 8192, pair: 0, at: 8191 },
  },
  {
    threads: [['huggingface/candle', 3520, 'pull']],
    says: 'position 15962 is 15936 in bfloat16. (The cosines given there do not come out.)',
    patch: {
      formats: ['float32', 'bfloat16'],
      positions: 16384,
      dimensions: 128,
      base: 1000000,
      pair: 0,
      at: 15962,
    },
  },
]);
