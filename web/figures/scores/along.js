import { repeated } from '../shared/score-table.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */

/**
 * A score as its query and key move along.
 *
 * @typedef {object} Line
 * @property {Float64Array} place of the playhead; none where the score is masked
 * @property {Float64Array} score there
 * @property {Float64Array} at the whole places
 * @property {[number, number]} range from bottom to top of its plot
 */

/** Samples of a line, about, and between two positions at most. */
const SAMPLES = 240;
const PARTS = 12;

/** A line's axis shows at least this part of the largest score. */
const LEAST_RANGE = 0.1;

/**
 * The score at the whole places of the playhead, and between them where the encoding knows a between.
 *
 * @param {import('../../core/index.js').Core} core
 * @param {import('../../settings/index.js').Settings} settings
 * @param {Pick<import('./compute.js').ScoresData, 'start' | 'places'> & { method: import('../shared/score-methods.js').Method, table: import('../shared/score-table.js').Table, bias: number,
 *   tokens: { query: Float32Array, key: Float32Array } }} parts
 * @returns {Line}
 */
export function lineOf(core, settings, { method: { encoding }, table, tokens, start, places, bias }) {
  if (bias === Number.NEGATIVE_INFINITY) {
    return { place: new Float64Array(0), score: new Float64Array(0), at: new Float64Array(0), range: [0, 0] };
  }
  const { dimensions } = settings;
  const steps = Math.max(1, places - 1);
  const parts = encoding.continuous ? Math.min(PARTS, Math.max(1, Math.ceil(SAMPLES / steps))) : 1;
  const size = (places - 1) * parts + 1;
  const line = { place: new Float64Array(size), score: new Float64Array(size), at: new Float64Array(places) };
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const shape = [places, 1, dimensions];
  const [query, key] = [tokens.query, tokens.key].map((token) => repeated(token, places));
  const [queries, keys] = [new Float32Array(query.length), new Float32Array(key.length)];
  for (let part = 0; part < parts; part += 1) {
    const rows = { shape: [places, dimensions] };
    encoding.apply(core, { data: query, ...rows }, settings, start.query + part / parts, queries);
    encoding.apply(core, { data: key, ...rows }, settings, start.key + part / parts, keys);
    const { data } = core.scores({ data: queries, shape }, { data: keys, shape });
    for (let i = 0; i < places; i += 1) {
      const score = data[i] + bias;
      if (part === 0) line.at[i] = score;
      if (i * parts + part >= size) break;
      line.place[i * parts + part] = i + part / parts;
      line.score[i * parts + part] = score;
      least = Math.min(least, score);
      greatest = Math.max(greatest, score);
    }
  }
  const middle = (least + greatest) / 2;
  if (greatest - least <= table.rounding) return { ...line, range: [middle, middle] };
  // What is small beside the scores themselves must not look large.
  const narrowest = LEAST_RANGE * Math.max(table.range.greatest, -table.range.least);
  const half = Math.max(greatest - least, narrowest) / 2;
  return { ...line, range: [middle - half, middle + half] };
}

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
