import { fence, letter, live, math, op, row, sub, upright } from '../../dom/math.js';
import { counted } from '../../settings/index.js';
import { marked } from '../shared/caption.js';
import { scaleText } from '../shared/color-scale.js';
import { brief, fixed } from '../shared/numbers.js';
import { BUCKETS } from '../shared/score-methods.js';
import { ownTexts } from '../shared/tokens.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('../../dom/math.js').MathArray} MathArray */

/** Short words of the layout, the plots and their tables. */
export const words = {
  key: 'key (k) at position ',
  query: 'query (q) at position ',
  score: 'score',
  change: 'change as both move',
  widest: 'most change at any distance',
  distance: 'distance from key to query',
  most: 'most change',
};

/** Encodings that change no vector: there is nothing to say of its magnitude. */
const unchanged = new Set(['none']);

/** A list of slopes is cut after so many. */
const MOST_SLOPES = 16;

/** @param {number} distance from key to query */
export const apart = (distance) =>
  distance === 0
    ? 'at the same position as the key'
    : `${counted(Math.abs(distance), 'position')} ${distance > 0 ? 'after' : 'before'} the key`;

/**
 * What the figure shows, a few sentences an encoding with the numbers.
 *
 * @param {ScoresData} data
 * @returns {string}
 */
export function caption(data) {
  const panels = data.panels.map((panel) => describePanel(panel, data));
  return marked(`The query stands ${apart(data.settings.distance)}. ${panels.join(' ')}`);
}

/** @param {Panel} panel @param {ScoresData} data */
export const describePanel = (panel, data) =>
  `${describeAlong(panel, data)} ${capital(spreadIn(panel, data))}`.trim();

/** The scores of all queries and keys. @param {Panel} panel @param {ScoresData} data */
export const describeTable = (panel, data) => `${panel.method.title}: ${spreadIn(panel, data)}`;

/** The score as both move along. @param {Panel} panel @param {ScoresData} data */
export function describeAlong(panel, data) {
  const { method, along, masked } = panel;
  const own = biasIn(panel, data);
  return `${method.title}${masked ? '' : ':'} ${movement()}${own ? ` ${own}` : ''}`;

  function movement() {
    if (masked) return 'masks a key that stands after its query: there is no score.';
    const score = scoreText(along.greatest, panel);
    if (data.places === 1) return `the score is ${score}.`;
    if (!panel.relative) return changing(panel);
    return `the score stays ${score} wherever the two stand${chance.has(method.name) ? ', with these vectors' : ''}.`;
  }
}

/** @param {Panel} panel */
function changing(panel) {
  const { along } = panel;
  const [least, greatest] = [along.least, along.greatest].map((value) => scoreText(value, panel));
  return along.greatest - along.least <= panel.table.rounding
    ? `at this distance the score stays ${greatest}.`
    : `as both move along, the score changes from ${least} to ${greatest}.`;
}

/** @param {Panel} panel @param {ScoresData} data */
function spreadIn(panel, { settings }) {
  const { table, relative, method } = panel;
  if (settings.positions === 1) {
    return unchanged.has(method.encoding.name) ? '' : `${magnitudeIn(table)}.`;
  }
  return `${mostIn(table, relative)} ${sizesIn(panel)}.`;
}

/** @param {Panel['table']} table @param {boolean} relative */
function mostIn({ widest: { size, distance } }, relative) {
  if (size === 0) return 'at no distance does it change at all.';
  if (relative)
    return `at no distance does it change by more than ${brief(size)}, which is rounding in float32.`;
  return `it changes most at distance ${minus(distance)}, by ${fixed(size, 3)}.`;
}

/** @param {Panel} panel */
function sizesIn({ table, method }) {
  const { least, greatest } = table.range;
  const sizes = `Scores reach ${fixed(Math.max(-least, greatest), 3, 1)} in size`;
  return unchanged.has(method.encoding.name) ? sizes : `${sizes}, and ${magnitudeIn(table)}`;
}

/** @param {Panel['table']} table */
function magnitudeIn({ magnitudes: { least, greatest } }) {
  return greatest - least <= 1e-6 * greatest
    ? `the query’s magnitude is ${fixed(greatest, 3, 1)} everywhere`
    : `the query’s magnitude goes from ${fixed(least, 3, 1)} to ${fixed(greatest, 3, 1)}`;
}

/** What is added to the product. @param {Panel} panel @param {ScoresData} data */
function biasIn(panel, { settings, start }) {
  const { bias, table, masked } = panel;
  const { slopes, buckets, causal } = table.bias ?? {};
  const { positions, heads, head, distance } = settings;
  if (buckets) {
    const cell = start.query * positions + start.key;
    const decoder = distance > 0 ? ` (a decoder’s ${causal?.[distance]})` : '';
    return `Distance ${minus(distance)} falls in bucket ${buckets[cell]} of ${BUCKETS}${decoder}, whose bias is ${fixed(bias, 3, 1)}, a random number as before training.`;
  }
  if (!slopes) return undefined;
  const list = Array.from(slopes.subarray(0, MOST_SLOPES), slopeText).join(', ');
  const all = slopes.length > MOST_SLOPES ? `${list} …` : list;
  const taken = masked ? '' : ` of distance, so ${slopeText(-bias)} here`;
  const slope = slopeText(slopes[head]);
  return heads === 1
    ? `Its one head takes off ${slope} a position${taken}.`
    : `Head ${head} takes off ${slope} a position${taken}; the slopes of all ${heads} heads are ${all}.`;
}

/** @param {number} value @returns {string} */
const minus = (value) => fixed(value, 0);

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a reader should know. @param {ScoresData} data @returns {string[]} */
export function notes({ general, settings, panels }) {
  const all = [];
  const has = (/** @type {string} */ name) => panels.some(({ method }) => method.name === name);
  if (settings.tokens === 'equal' && settings.positions > 1 && !has('product')) {
    all.push(
      'All ones in query and key are a trap: with them multiplying by the wave looks relative too, which for vectors ' +
        'in general it is not. Tick “Product” to see it.',
    );
  }
  if (general !== undefined) {
    const ones = settings.tokens === 'equal' ? 'With all ones in query and key' : 'With these vectors';
    const product = /** @type {Panel} */ (panels.find(({ method }) => method.name === 'product'));
    all.push(
      `${ones} the product looks relative: its scores change by ${brief(product.table.widest.size)} at most, which is rounding. ` +
        `That is a trap: sin·sin + cos·cos depends on the distance only while all its weights are the same. ` +
        `With the two random vectors of this seed its scores change by ${fixed(general, 3)}.`,
    );
  }
  if (has('learned'))
    all.push('The rows of the learned table are random numbers, as they are before training.');
  return all;
}

/** Those whose scores stay by chance, if they do. */
export const chance = new Set(['sinusoidal', 'product', 'learned']);

/** What the playhead stands at: the earlier of the two positions. @param {import('../../settings/index.js').Settings} settings */
export const placeName = ({ distance }) => (distance < 0 ? 'query’s position' : 'key’s position');

/** All digits of what the powers of two among the slopes give, which end soon; else four that count. @param {number} value */
export const slopeText = (value) =>
  String(Number.isInteger(2 ** 8 * value) ? value : Number(value.toPrecision(4)));

/**
 * A score with so many decimals; where it comes from rounding, nothing.
 *
 * @param {number} value
 * @param {Panel} panel
 */
export function scoreText(value, { table }) {
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  return fixed(Math.abs(value) <= table.rounding ? 0 : value, 3, 1);
}

/**
 * In a few words whether the score stays, as a panel says it at a glance, with a mark where it is so for all vectors.
 *
 * @param {Panel} panel
 * @param {ScoresData} data
 * @returns {{ mark: 'stays' | 'changes' | '', text: string }}
 */
export function verdict({ masked, relative, method, table, along }, { places }) {
  if (masked) return { mark: '', text: 'is masked' };
  if (places === 1) return { mark: '', text: 'has one place' };
  if (method.name === 'none') return { mark: 'stays', text: 'stays, at every distance' };
  // Two vectors can be such that nothing shows; others would not be.
  if (relative && chance.has(method.name)) return { mark: '', text: 'stays by chance' };
  const staysHere = relative || along.greatest - along.least <= table.rounding;
  if (staysHere && !relative) return { mark: '', text: 'stays, at this distance' };
  return relative ? { mark: 'stays', text: 'stays' } : { mark: 'changes', text: 'changes' };
}

/** How much it changes along the diagonal of the shown distance. @param {Panel} panel */
export function changeText({ along, table, masked }) {
  if (masked) return '';
  const size = along.greatest - along.least;
  return size <= table.rounding ? '0' : fixed(size, 3, 1);
}

/** What the score is made of, where that is more than the shown pair. @param {Panel} panel @param {ScoresData} data */
export function partText({ moving, masked, bias }, { settings: { dimensions, pair } }) {
  if (masked) return '';
  const parts = [];
  const vectors = fixed(moving.product, 2, 1);
  if (dimensions > 2) {
    const others = fixed(moving.product - moving.part, 2, 1);
    parts.push(`pair ${pair} gives ${fixed(moving.part, 2, 1)}`, `the other pairs ${others}`);
  } else if (bias !== 0) parts.push(`the vectors give ${vectors}`);
  if (bias !== 0) parts.push(`the distance ${fixed(bias, 2, 1)}`);
  return parts.join(', ');
}

/**
 * One cell of a score matrix.
 *
 * @param {Panel} panel
 * @param {ScoresData} data
 * @param {{ query: number, key: number }} cell
 */
export function readout(panel, { settings: { positions } }, { query, key }) {
  const score = panel.table.values[query * positions + key];
  const text = score === Number.NEGATIVE_INFINITY ? 'masked' : `score ${scoreText(score, panel)}`;
  return `query at ${query}, key at ${key}: ${text}`;
}

/** What the keys of a score matrix do. @param {Panel} panel @param {ScoresData} data */
export const keysText = (panel, data) =>
  `${panel.method.title}: scores of queries, in rows, and keys, in columns. Up and down move the query, left and right ` +
  `the key, Page Up and Page Down both along together. ${describePanel(panel, data)}`;

/** What can be done with the figure. @param {ScoresData} data */
export const hint = ({ panels }) =>
  panels.some(({ method }) => method.encoding.name !== 'none')
    ? 'Drag an arrow to move both along; press in a table to place them.'
    : 'Press in a table to place them.';

/** Where query and key stand, in their positions' colours. @param {ScoresData} data @param {readonly string[]} colors @returns {{ query: [string, string], key: [string, string] }} */
export function whereText({ start, position }, colors) {
  const at = (/** @type {number} */ from) =>
    /** @type {[string, string]} */ ([
      (from + position).toFixed(Number.isInteger(position) ? 0 : 1),
      colors[Math.floor(from + position)] ?? '',
    ]);
  return { query: at(start.query), key: at(start.key) };
}

/** What is said of the two vectors where they stand. @param {Panel} panel @param {ScoresData} data */
export function scoreTexts(panel, data) {
  const { moving, table, masked } = panel;
  const { settings, start } = data;
  const { buckets, slopes } = table.bias ?? {};
  return {
    score: masked ? 'masked' : scoreText(moving.score, panel),
    part: partText(panel, data),
    slope: slopeText(slopes?.[settings.head] ?? 0),
    bucket: String(buckets?.[start.query * settings.positions + start.key]),
  };
}

/** How much it changes at most, at any distance. @param {Panel} panel */
export const widestText = ({ relative, table: { widest } }) => (relative ? '0' : fixed(widest.size, 3));

/** What is to be known of that. @param {Panel} panel */
export const widestNote = ({ relative, table: { widest } }) =>
  relative && widest.size > 0 ? `${brief(widest.size)}, which is rounding` : '';

/** @param {...MathArray} nodes */
const within = (...nodes) => row(fence('('), ...nodes, fence(')'));

/** What each encoding makes of a vector at a position. @type {Record<string, (vector: string, place: string) => MathArray>} */
const placed = {
  sinusoidal: (vector, place) => within(letter(vector), op('+'), sub(upright('PE'), live(place))),
  rotary: (vector, place) => within(sub(letter('R'), live(place)), op('\u2062'), letter(vector)),
  product: (vector, place) => within(letter(vector), op('∘'), sub(upright('PE'), live(place))),
  learned: (vector, place) => within(letter(vector), op('+'), sub(letter('E'), live(place))),
};

/**
 * The score as a formula, with the live positions and numbers in it.
 *
 * @param {Panel} panel
 * @returns {{ lines: MathArray[], label: string }}
 */
export function formulaOf({ method }) {
  const vector = placed[method.name] ?? letter;
  const product = [vector('q', 'query'), op('·'), vector('k', 'key')];
  switch (method.name) {
    case 'alibi':
      return {
        lines: [
          math(row(...product, op('−'), live('slope'), op('·'), within(live('query'), op('−'), live('key')))),
        ],
        label: 'query times key, less the slope times the distance',
      };
    case 't5':
      return {
        lines: [math(row(...product, op('+'), sub(letter('b'), live('bucket'))))],
        label: 'query times key, plus the bias of the distance’s bucket',
      };
    default:
      return { lines: [math(row(...product))], label: 'the score of query and key' };
  }
}

/** Above the matrix in a picture. @param {Panel} panel */
export const tableTitle = ({ limit }) => `all scores, ${scaleText(limit, false)}`;

/** @param {ScoresData} data */
export const aside = ({ settings: { distance, query, key } }) => ({
  distance: `the query stands ${apart(distance)}`,
  ...ownTexts({ query: query !== undefined, key: key !== undefined }),
});

/** @typedef {{ says: string, threads: readonly import('../shared/reports.js').Thread[] }} Case */

/** @type {Readonly<Record<'trap' | 'alibi', Case>>} */
const cases = Object.freeze({
  trap: {
    says: 'Another way to be misled, other random vectors at each position, with which nothing can be seen to stay:',
    threads: [['raiyanyahya/how-to-train-your-gpt', 11]],
  },
  alibi: {
    says: 'Where ALiBi’s slopes went wrong, by one in the exponent, or with heads that are no power of two:',
    threads: [
      ['paiml/aprender', 2143],
      ['ml-explore/mlx', 343],
      ['ml-explore/mlx', 3071],
      ['ofirpress/attention_with_linear_biases', 17],
      ['baichuan-inc/Baichuan2', 225],
    ],
  },
});

/** Where people met what the figure warns of. @param {ScoresData} data @returns {readonly Case[]} */
export const casesOf = ({ settings: { tokens, methods }, general }) => [
  ...(tokens === 'equal' || general !== undefined ? [cases.trap] : []),
  ...(methods.includes('alibi') ? [cases.alibi] : []),
];
