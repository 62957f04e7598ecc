import { featuresOf } from '../vectors/encodings.js';
import { methods } from './methods.js';
import { alongOf, repeated, tableOf, tokensOf } from './table.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./methods.js').Method} Method */
/** @typedef {import('./table.js').Table} Table */

/**
 * The query and the key under the playhead.
 *
 * @typedef {object} Moving
 * @property {Float32Array} query with its position in it
 * @property {Float32Array} key
 * @property {number} product of the two
 * @property {number} part of it that the shown pair of features gives
 * @property {number} score the product and the bias
 */

/**
 * @typedef {object} Panel
 * @property {Method} method
 * @property {Table} table
 * @property {boolean} relative whether no diagonal spreads more than rounding
 * @property {boolean} masked whether there is no score at this distance
 * @property {number} bias at this distance
 * @property {{ least: number, greatest: number }} along the diagonal of this distance
 * @property {{ place: Float64Array, score: Float64Array, at: Float64Array, range: [number, number] }} line the score as both move along;
 *   `at` the whole places
 * @property {number} limit of the colours
 * @property {{ x: Float64Array, y: Float64Array }[]} tips of the shown pair, of the key and of the query, at all positions
 * @property {Moving} moving
 */

/**
 * @typedef {object} ScoresData
 * @property {Settings} settings
 * @property {{ query: number, key: number }} start where the two stand when the playhead is at 0
 * @property {number} places where they can stand together
 * @property {string[]} labels
 * @property {[number, number]} features the pair that is shown
 * @property {Float32Array} query before it stands anywhere
 * @property {Float32Array} key
 * @property {Panel[]} panels
 * @property {number} widest spread of all panels
 * @property {number} position of the playhead
 * @property {number | undefined} general widest spread of the product with random vectors, where with these there is none
 */

/** Samples of a line, about, and between two positions at most. */
const SAMPLES = 240;
const PARTS = 12;

/** A line's axis shows at least this part of the largest score. */
const LEAST_RANGE = 0.1;

/** Tables do not depend on the distance, which changes while a cell is dragged. @type {WeakMap<Core, Map<string, Table>>} */
const known = new WeakMap();

/**
 * @param {Core} core
 * @param {Settings} settings
 * @returns {ScoresData}
 */
export function compute(core, settings) {
  const { positions, distance } = settings;
  const tokens = tokensOf(core, settings);
  const features = featuresOf(settings);
  const start = { query: Math.max(0, distance), key: Math.max(0, -distance) };
  const places = positions - Math.abs(distance);
  const tables = tablesOf(core, settings, tokens);
  const panels = settings.methods.map((name) => {
    const method = /** @type {Method} */ (methods[name]);
    const table = /** @type {Table} */ (tables.get(name));
    return panelOf(core, settings, { method, table, tokens, features, start, places });
  });
  return {
    settings,
    start,
    places,
    labels: Array.from({ length: places }, (_, i) => String(i)),
    features,
    ...tokens,
    panels,
    widest: Math.max(...panels.map(({ table, relative }) => (relative ? 0 : table.widest.size))),
    position: 0,
    general: generalOf(core, settings, panels),
  };
}

/** @param {Core} core @param {Settings} settings @param {{ query: Float32Array, key: Float32Array }} tokens */
function tablesOf(core, settings, tokens) {
  const { positions, dimensions, base, pairing, seed, heads, head } = settings;
  const rest = [positions, dimensions, base, pairing, seed, heads, head].join();
  const which = `${rest} ${tokens.query} ${tokens.key}`;
  const before = known.get(core);
  /** @type {Map<string, Table>} */
  const tables = new Map();
  const kept = new Map();
  for (const name of settings.methods) {
    const table =
      before?.get(`${name} ${which}`) ??
      tableOf(core, /** @type {Method} */ (methods[name]), settings, tokens);
    tables.set(name, table);
    kept.set(`${name} ${which}`, table);
  }
  known.set(core, kept);
  return tables;
}

/**
 * @param {Core} core
 * @param {Settings} settings
 * @param {Pick<ScoresData, 'features' | 'start' | 'places'> & { method: Method, table: Table,
 *   tokens: { query: Float32Array, key: Float32Array } }} parts
 * @returns {Panel}
 */
function panelOf(core, settings, { method, table, tokens, features, start, places }) {
  const { positions, dimensions, distance } = settings;
  const along = alongOf(table.values, positions, distance);
  const bias = Number(table.bias?.values[start.query * positions + start.key] ?? 0);
  const tip = (/** @type {Float32Array} */ vectors, /** @type {number} */ feature) =>
    Float64Array.from({ length: positions }, (_, i) => vectors[i * dimensions + feature]);
  const tips = [table.keys, table.queries].map((vectors) => ({
    x: tip(vectors, features[0]),
    y: tip(vectors, features[1]),
  }));
  const size = Math.max(-table.range.least, table.range.greatest);
  return {
    method,
    table,
    relative: table.widest.size <= table.rounding,
    masked: bias === Number.NEGATIVE_INFINITY,
    bias,
    along,
    line: lineOf(core, settings, { method, table, tokens, start, places, bias }),
    tips,
    limit: rounded(size),
    moving: {
      query: new Float32Array(dimensions),
      key: new Float32Array(dimensions),
      product: 0,
      part: 0,
      score: 0,
    },
  };
}

/**
 * The score at the whole places of the playhead, and between them where the encoding knows a between.
 *
 * @param {Core} core
 * @param {Settings} settings
 * @param {Pick<ScoresData, 'start' | 'places'> & { method: Method, table: Table, bias: number,
 *   tokens: { query: Float32Array, key: Float32Array } }} parts
 * @returns {Panel['line']}
 */
function lineOf(core, settings, { method: { encoding }, table, tokens, start, places, bias }) {
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
      const score = Number(data[i]) + bias;
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

/** Up to the next number of one digit, or of half a digit more. @param {number} value */
function rounded(value) {
  if (!(value > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10];
  const share = steps.find((step) => value <= step * unit * (1 + 1e-6)) ?? 10;
  return Number((share * unit).toPrecision(2));
}

/** @param {Core} core @param {Settings} settings @param {Panel[]} panels */
function generalOf(core, settings, panels) {
  const product = panels.find(({ method }) => method.name === 'product');
  if (!product?.relative || settings.positions === 1) return undefined;
  const plain = { ...settings, tokens: /** @type {const} */ ('general'), query: undefined, key: undefined };
  return tableOf(core, product.method, plain, tokensOf(core, plain)).widest.size;
}

/**
 * Puts query and key where the playhead is. Allocates next to nothing.
 *
 * @param {Core} core
 * @param {ScoresData} data
 * @param {number} position of the one that comes first, from 0 to places − 1
 */
export function frame(core, data, position) {
  const { settings, query, key, start, features, panels } = data;
  data.position = position;
  const shape = [1, settings.dimensions];
  for (const { method, moving, bias } of panels) {
    method.encoding.apply(core, { data: query, shape }, settings, start.query + position, moving.query);
    method.encoding.apply(core, { data: key, shape }, settings, start.key + position, moving.key);
    moving.product = Number(core.scores({ data: moving.query, shape }, { data: moving.key, shape }).data[0]);
    moving.part = features.reduce((sum, f) => sum + Number(moving.query[f]) * Number(moving.key[f]), 0);
    moving.score = moving.product + bias;
  }
}
