import { featuresOf } from '../shared/encodings.js';
import { methods } from '../shared/score-methods.js';
import { alongOf, tableOf, tokensOf } from '../shared/score-table.js';
import { lineOf, nearest } from './along.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../shared/score-methods.js').Method} Method */
/** @typedef {import('../shared/score-table.js').Table} Table */

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
 * @property {import('./along.js').Line} line the score as both move along
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
 * @property {(panel: Panel, of: 'query' | 'key', tip: { x: number, y: number }) => number} near the position of the playhead, close to
 *   where it is, that brings an arrow's tip nearest to there
 * @property {number | undefined} general widest spread of the product with random vectors, where with these there is none
 */

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
  /** @type {ScoresData} */
  const data = {
    settings,
    start,
    places,
    labels: Array.from({ length: places }, (_, i) => String(i)),
    features,
    ...tokens,
    panels,
    widest: Math.max(...panels.map(({ table, relative }) => (relative ? 0 : table.widest.size))),
    position: 0,
    near: (panel, of, tip) => nearest(core, data, { panel, of, tip }),
    general: generalOf(core, settings, panels),
  };
  return data;
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
    moving.part = features.reduce((sum, f) => sum + moving.query[f] * moving.key[f], 0);
    moving.score = moving.product + bias;
  }
}
