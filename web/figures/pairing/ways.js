/** @typedef {'interleaved' | 'half' | 'mixed'} Way */

/** Ways to pair features and to turn them: two right ones, and the famous mixture of both. @type {readonly Way[]} */
export const ways = ['interleaved', 'half', 'mixed'];

/**
 * The place that a way turns together with a place.
 *
 * @param {Way} way
 * @param {number} dimensions even
 * @param {number} place
 */
export const partnerOf = (way, dimensions, place) =>
  way === 'interleaved' ? place ^ 1 : (place + dimensions / 2) % dimensions;

/**
 * By which inverse frequency a way turns a place. The mixture has the angles of `interleaved`, each twice in a row
 * (`repeat_interleave`), for the pairs of `half` (`rotate_half`).
 *
 * @param {Way} way
 * @param {number} dimensions even
 * @param {number} place
 */
export const frequencyOf = (way, dimensions, place) =>
  way === 'half' ? place % (dimensions / 2) : place >> 1;

/**
 * Which feature stands at which place: all as they were, or, as converters reorder them for `half`, the first features of all
 * interleaved pairs and then the second ones. (Hugging Face's convert_llama_weights_to_hf.py, `permute`)
 *
 * @param {number} dimensions even
 * @param {boolean} permuted
 * @returns {number[]} features by place
 */
export function featureOrder(dimensions, permuted) {
  const half = dimensions / 2;
  return Array.from({ length: dimensions }, (_, place) => {
    if (!permuted) return place;
    return place < half ? 2 * place : 2 * (place - half) + 1;
  });
}

/**
 * The mistake itself: x·cos + rotate_half(x)·sin, where cosines and sines are those of interleaved pairs. No feature's partner
 * has the same angle, so this is no rotation. The core has no such call, because nobody should.
 *
 * @param {Float32Array} x rows of features
 * @param {Float32Array} cos one a row and pair, by the core
 * @param {Float32Array} sin
 * @param {number} dimensions even
 * @param {Float32Array} out of x's length; may not be x
 */
export function mixUp(x, cos, sin, dimensions, out) {
  const half = dimensions / 2;
  for (let row = 0; row < x.length; row += dimensions) {
    for (let place = 0; place < dimensions; place += 1) {
      const angle = (row >> 1) + (place >> 1);
      const other = place < half ? -x[row + place + half] : x[row + place - half];
      out[row + place] = x[row + place] * cos[angle] + other * sin[angle];
    }
  }
}
