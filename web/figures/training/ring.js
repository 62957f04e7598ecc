/** Between the last position and the first, so that they do not look like neighbours, in radians. */
const GAP = 0.5;

/**
 * Positions in their order on a ring of radius 1, counterclockwise from the right.
 *
 * @param {number} length positions
 * @returns {Float64Array} x, y, x, y, …
 */
export function ringOf(length) {
  const places = new Float64Array(2 * length);
  for (let n = 0; n < length; n += 1) {
    const angle = ((2 * Math.PI - GAP) * n) / Math.max(1, length - 1);
    places[2 * n] = Math.cos(angle);
    places[2 * n + 1] = Math.sin(angle);
  }
  return places;
}

/**
 * Where each query looks: the mean of the keys' places, by their weights. It is what the head would read there, if every key's
 * value were its place: in the ring's middle while the query is undecided, and at one key when it has found one.
 *
 * @param {Float32Array} attention [length, length]
 * @param {{ length: number, lookBack: number }} sizes
 * @returns {{ tips: Float64Array, goals: Float64Array, found: number }} for the queries from lookBack on, x, y, x, y, …; `found` counts
 *   those whose right key has the greatest weight
 */
export function seeksOf(attention, { length, lookBack }) {
  const ring = ringOf(length);
  const tips = new Float64Array(2 * (length - lookBack));
  let found = 0;
  for (let m = lookBack; m < length; m += 1) {
    const i = 2 * (m - lookBack);
    let best = 0;
    for (let n = 0; n <= m; n += 1) {
      const weight = attention[m * length + n];
      tips[i] += weight * ring[2 * n];
      tips[i + 1] += weight * ring[2 * n + 1];
      if (weight > attention[m * length + best]) best = n;
    }
    if (best === m - lookBack) found += 1;
  }
  return { tips, goals: ring.subarray(0, tips.length), found };
}
