import { counted } from '../../settings/index.js';
import { brief, fixed } from '../shared/numbers.js';
import { BUCKETS } from '../shared/score-methods.js';
import { chance, scoreText, slopeText } from './texts.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('./compute.js').Panel} Panel */

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
export function describe(data) {
  const { distance } = data.settings;
  return [
    `The query stands ${apart(distance)}.`,
    ...data.panels.map((panel) => describePanel(panel, data)),
  ].join(' ');
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
  const slope = slopeText(Number(slopes[head]));
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
