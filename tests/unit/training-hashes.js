/** What a digest is made of: all losses of a run step by step, then those of its test, one encoding after the other. */
export const hashedEncodings = /** @type {const} */ (['learned', 'sinusoidal', 'rotary', 'none']);
export const hashedSteps = 500;

/** SHA-256 of the doubles (little-endian) of default runs, as the native command gives them; by lookBack and seed. */
export const hashes = [
  { lookBack: 1, seed: 0, hash: 'e26bc2b7fd0f20ef7e83569dffac3572263820fa7e4c136e82a755bbed35987e' },
  { lookBack: 1, seed: 1, hash: '535982538c4240b7fa76693c2d2a71be2d8dfc686a1916355442eb21336fba7d' },
  { lookBack: 1, seed: 2, hash: '310cb405988bf77f3f5ad7bdc783e032214d443053e0a5c82ac2cca6102a8473' },
  { lookBack: 4, seed: 0, hash: '96641d3ec7a5190e3b66b477cd2290d067b489b1092b1d67e84b75b72e25fd2c' },
  { lookBack: 4, seed: 1, hash: 'd239f63d1d9555afc33a343682f4cb4710c4f77f720f48f6b0f8860aa51ad979' },
  { lookBack: 4, seed: 2, hash: 'd43b621e7f0f8ffb82e042fce7ede02b2df551ae64ccb0c2274313d154eab7b4' },
];

/**
 * @param {readonly ArrayLike<number>[]} lists
 * @returns {Promise<string>} hexadecimal
 */
export async function digest(lists) {
  const bytes = new Uint8Array(8 * lists.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 1) {
      view.setFloat64(at, Number(list[i]), true);
      at += 8;
    }
  }
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
