import { counted } from '../../settings/index.js';
import { brief, fixed } from '../vectors/numbers.js';
import { BUCKETS } from './methods.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('./compute.js').Panel} Panel */

/** Encodings that change no vector: there is nothing to say of its magnitude. */
const unchanged = new Set(['none']);

/** Those whose scores stay by chance, if they do. */
const chance = new Set(['sinusoidal', 'product', 'learned']);

/** A list of slopes is cut after so many. */
const MOST_SLOPES = 16;

/** @param {number} value four significant digits @returns {string} */
const slopeText = (value) => String(Number(value.toPrecision(4)));

/** @param {number} distance from key to query */
export const apart = (distance) =>
  distance === 0
    ? 'at the same position as the key'
    : `${counted(Math.abs(distance), 'position')} ${distance > 0 ? 'after' : 'before'} the key`;

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
 * What the figure shows, a few sentences an encoding with the numbers.
 *
 * @param {ScoresData} data
 * @returns {string}
 */
export function describe(data) {
  const { distance } = data.settings;
  return [`The query stands ${apart(distance)}.`, ...data.panels.map((panel) => sentences(panel, data))].join(
    ' ',
  );
}

/** @param {Panel} panel @param {ScoresData} data */
function sentences(panel, data) {
  const { method, table, along, masked } = panel;
  const { positions } = data.settings;
  const score = scoreText(along.greatest, panel);
  const own = biasIn(panel, data);
  const parts = [];
  if (masked) parts.push(`${method.title} masks a key that stands after its query: there is no score.`);
  else if (data.places === 1) parts.push(`${method.title}: the score is ${score}.`);
  else if (panel.relative)
    parts.push(
      `${method.title}: the score stays ${score} wherever the two stand${chance.has(method.name) ? ', with these vectors' : ''}.`,
    );
  else parts.push(changing(panel));
  if (own) parts.push(own);
  if (positions > 1) parts.push(`${spreadIn(panel)} ${sizesIn(panel)}.`);
  else if (!unchanged.has(method.encoding.name)) parts.push(`${capital(magnitudeIn(table))}.`);
  return parts.join(' ');
}

/** @param {Panel} panel */
function changing(panel) {
  const { method, along } = panel;
  const [least, greatest] = [along.least, along.greatest].map((value) => scoreText(value, panel));
  return along.greatest - along.least <= panel.table.rounding
    ? `${method.title}: at this distance the score stays ${greatest}.`
    : `${method.title}: as both move along, the score changes from ${least} to ${greatest}.`;
}

/** @param {Panel} panel */
function spreadIn({ table, relative }) {
  const { size, distance } = table.widest;
  if (size === 0) return 'At no distance does it change at all.';
  if (relative)
    return `At no distance does it change by more than ${brief(size)}, which is rounding in float32.`;
  return `It changes most at distance ${minus(distance)}, by ${fixed(size, 3)}.`;
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
    const decoder = distance > 0 ? ` (a decoder’s ${causal?.[cell]})` : '';
    return `Distance ${minus(distance)} falls in bucket ${buckets[cell]} of ${BUCKETS}${decoder}, whose bias is ${fixed(bias, 3, 1)}, a random number as before training.`;
  }
  if (!slopes) return undefined;
  const list = Array.from(slopes.subarray(0, MOST_SLOPES), slopeText).join(', ');
  const all = slopes.length > MOST_SLOPES ? `${list} …` : list;
  const taken = masked ? '' : ` of distance, so ${slopeText(-bias)} here`;
  const slope = slopeText(Number(slopes[head]));
  return heads === 1
    ? `Its one head takes off ${slope} a position${taken}.`
    : `Head ${head} takes off ${slope} a position${taken}; the slopes of all ${heads} heads are ${all}.`;
}

/** @param {number} value @returns {string} */
const minus = (value) => fixed(value, 0);

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * In a few words whether the score stays, as a panel says it at a glance.
 *
 * @param {Panel} panel
 * @param {ScoresData} data
 * @returns {{ stays: boolean, text: string }}
 */
export function verdict({ masked, relative, method, table, along }, { places }) {
  if (masked) return { stays: false, text: 'is masked' };
  if (places === 1) return { stays: false, text: 'has one place' };
  if (method.name === 'none') return { stays: true, text: 'stays, at every distance' };
  // Two vectors can be such that nothing shows; others would not be.
  if (relative && chance.has(method.name)) return { stays: false, text: 'stays by chance' };
  const staysHere = relative || along.greatest - along.least <= table.rounding;
  if (staysHere && !relative) return { stays: false, text: 'stays, at this distance' };
  return { stays: relative, text: relative ? 'stays' : 'changes' };
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
  const score = Number(panel.table.values[query * positions + key]);
  const text = score === Number.NEGATIVE_INFINITY ? 'masked' : `score ${scoreText(score, panel)}`;
  return `query at ${query}, key at ${key}: ${text}`;
}

/** What a reader should know. @param {ScoresData} data @returns {string[]} */
export function notes({ general, settings, panels }) {
  const all = [];
  if (general !== undefined) {
    const ones = settings.tokens === 'equal' ? 'With all ones in query and key' : 'With these vectors';
    const product = /** @type {Panel} */ (panels.find(({ method }) => method.name === 'product'));
    all.push(
      `${ones} the product looks relative: its scores change by ${brief(product.table.widest.size)} at most, which is rounding. ` +
        `That is a trap: sin·sin + cos·cos depends on the distance only while all its weights are the same. ` +
        `With the two random vectors of this seed its scores change by ${fixed(general, 3)}.`,
    );
  }
  if (panels.some(({ method }) => method.name === 'learned'))
    all.push('The rows of the learned table are random numbers, as they are before training.');
  return all;
}
