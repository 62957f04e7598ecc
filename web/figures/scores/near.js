/** @typedef {import('./compute.js').ScoresData} ScoresData */

/** Places that are tried to each side, and how often the step is halved then. */
const TRIED = 24;
const HALVINGS = 8;

/**
 * The position of the playhead that brings the tip of a query or a key nearest to a point: within half a turn of the shown pair, so that a
 * tip is followed round, turn by turn. An encoding without a between knows whole positions alone.
 *
 * @param {import('../../core/index.js').Core} core
 * @param {ScoresData} data
 * @param {{ panel: import('./compute.js').Panel, of: 'query' | 'key', tip: { x: number, y: number } }} wish
 * @returns {number}
 */
export function nearest(core, data, { panel: { method }, of, tip }) {
  const { settings, start, places, features, position } = data;
  const { base, pair, dimensions } = settings;
  const shape = [1, dimensions];
  const placed = new Float32Array(dimensions);
  const best = { place: position, far: Number.POSITIVE_INFINITY };
  const attempt = (/** @type {number} */ wished) => {
    const place = Math.max(0, Math.min(places - 1, wished));
    method.encoding.apply(core, { data: data[of], shape }, settings, start[of] + place, placed);
    const far = Math.hypot(placed[features[0]] - tip.x, placed[features[1]] - tip.y);
    if (far < best.far) Object.assign(best, { place, far });
  };
  attempt(position);
  if (!method.encoding.continuous) {
    for (let place = 0; place < places; place += 1) attempt(place);
    return best.place;
  }
  let step = Math.min(places - 1, Math.PI * base ** ((2 * pair) / dimensions)) / TRIED;
  for (let i = 1; i <= TRIED; i += 1) {
    attempt(position - i * step);
    attempt(position + i * step);
  }
  for (let i = 0; i < HALVINGS; i += 1) {
    step /= 2;
    const { place } = best;
    attempt(place - step);
    attempt(place + step);
  }
  return best.place;
}
