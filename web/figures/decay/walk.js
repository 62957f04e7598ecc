/** So many steps are made by turning a little further before sines and cosines are taken anew. */
const STEPS = 64;

/**
 * Goes through the distances 0, 1, …: with cos(s·θ_i) and sin(s·θ_i) of every pair at each. Within 64 steps each is turned from the
 * one before, which is much faster and off by no more than 1e-13, besides the rounding of the angle.
 *
 * @param {Float64Array} frequencies θ of the pairs
 * @param {number} distances how many
 * @param {(distance: number, cos: Float64Array, sin: Float64Array) => boolean | undefined} visit may not change the lists; true ends it
 */
export function walk(frequencies, distances, visit) {
  const by = { cos: frequencies.map(Math.cos), sin: frequencies.map(Math.sin) };
  const now = { cos: new Float64Array(frequencies.length), sin: new Float64Array(frequencies.length) };
  for (let distance = 0; distance < distances; distance += 1) {
    if (distance % STEPS === 0) begin(now, frequencies, distance);
    else turn(now, by);
    if (visit(distance, now.cos, now.sin)) return;
  }
}

/** @typedef {{ cos: Float64Array, sin: Float64Array }} Hands of all pairs */

/** @param {Hands} now @param {Float64Array} frequencies @param {number} distance */
function begin({ cos, sin }, frequencies, distance) {
  for (let i = 0; i < frequencies.length; i += 1) {
    const angle = distance * Number(frequencies[i]);
    cos[i] = Math.cos(angle);
    sin[i] = Math.sin(angle);
  }
}

/** @param {Hands} now @param {Hands} by */
function turn({ cos, sin }, by) {
  for (let i = 0; i < cos.length; i += 1) {
    const across = Number(cos[i]);
    const up = Number(sin[i]);
    const c = Number(by.cos[i]);
    const s = Number(by.sin[i]);
    cos[i] = across * c - up * s;
    sin[i] = across * s + up * c;
  }
}
