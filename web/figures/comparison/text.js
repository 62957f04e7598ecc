import { column, letter, matrix, number, of, op, row, sub } from '../../dom/math.js';
import { counted, defaultsOf, joined } from '../../settings/index.js';
import { allMarked, marked } from '../shared/caption.js';
import {
  brief,
  bytesText,
  fixed,
  many,
  percent,
  perplexityText,
  short,
  timeText,
  whole,
} from '../shared/numbers.js';
import { past } from './look-back.js';
import { isRelative, printed } from './methods.js';
import { FEW, overheadOf, SAMPLE, SAMPLES } from './timing.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./methods.js').Name} Name */
/** @typedef {import('./methods.js').Spread} Spread */
/** @typedef {import('./timing.js').Cost} Cost */
/** @typedef {import('./look-back.js').Past} Past */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */

/** The articles, as they are named where a claim is quoted. */
const articles = Object.freeze({
  first: '“Visualizing Sinusoidal Positional Embeddings and Rotary Positional Embeddings”',
  second: '“Demystifying Rope Embeddings: A Comprehensive Guide”',
});

/** Short words of the layout. */
export const words = Object.freeze({
  unknown: 'not measured yet',
  claims: ['What the articles claim', ' and what the numbers say'],
  rules: 'Show the rule of each verdict',
  sources: `First article: ${articles.first}. Second: ${articles.second}.`,
  measure: 'Measure here',
  again: 'Measure again',
  stop: 'Stop',
  soon: 'in a moment',
  idle: 'Training and times take a few seconds of computing, in this browser.',
  lacksMemory: 'There is not enough memory to measure now. “Measure here” tries again.',
  progress: 'Measured so far',
  training: 'training all side by side',
  timing: 'timing all in turn',
});

/** How a claim came out, of one and of several, in the order of the tally. @type {Readonly<Record<Verdict | 'open' | 'unclear', readonly [one: string, several: string]>>} */
export const verdictTexts = Object.freeze({
  holds: ['holds', 'hold'],
  'in part': ['holds in part', 'hold in part'],
  not: ['does not hold', 'do not hold'],
  open: [words.unknown, words.unknown],
  unclear: ['cannot be judged', 'cannot be judged'],
});

/** The article in a few words, for those who know which is which. @param {import('./claims/claim.js').Claim} claim */
export const sourceOf = ({ article, about }) => `${article} article${about === '' ? '' : `, on ${about}`}`;

/** Where a claim's numbers are shown, as its link says. @type {Readonly<Partial<Record<string, string>>>} */
export const shownIn = Object.freeze({
  vectors: 'See the vectors',
  clocks: 'See the clocks',
  scores: 'See the scores',
  training: 'See the training',
  comparison: 'Link to this comparison',
});

/** @param {Pick<Past, 'past'>} past such as 1.93, 226.86 and 4.91, as the figure `training` says it */
export const pastText = ({ past }) => joined(past.map(perplexityText));

/** @param {Past} past the positions past the trained length */
export const pastRanges = ({ ranges }) => `positions ${joined(ranges.past)}`;

/** @param {number} share */
export const shareText = (share) => (share < 10 ? percent(share) : `${short(share)} times`);

/** @param {ComparisonData} data @returns {Record<Verdict | 'open' | 'unclear', number>} */
export function tallyOf(data) {
  const tally = { holds: 0, 'in part': 0, not: 0, open: 0, unclear: 0 };
  for (const { outcome, why } of data.judged()) tally[outcome?.verdict ?? (why ? 'unclear' : 'open')] += 1;
  return tally;
}

/**
 * How the claims came out, and the numbers that matter most.
 *
 * @param {ComparisonData} data
 * @returns {string}
 */
export function caption(data) {
  const ends = `The printed class ends at position ${marked(whole(data.longest - 1))}.`;
  const all = [tally(data), spreads(data), ends, marked(updates(data)), lookBack(data), costs(data)];
  return all.filter((text) => text !== '').join(' ');
}

/** @param {ComparisonData} data */
function tally(data) {
  const { holds, 'in part': part, not, open, unclear } = tallyOf(data);
  const all = data.judged().length;
  const rest = open === 0 ? '' : `; ${open} more ${open === 1 ? 'waits' : 'wait'} for a measurement`;
  const none = unclear === 0 ? '' : `; ${unclear} cannot be judged from what was measured here`;
  return `Of ${counted(all, 'claim')} of the two articles ${holds} hold, ${part} hold in part and ${not} do not${rest}${none}.`;
}

/** @param {ComparisonData} data */
function spreads({ spreads: { sinusoidal, rotary, learned, product } }) {
  const { positions, dimensions } = rotary;
  if (positions === 1) return '';
  const where = `With ${dimensions} dimensions, while query and key move along together over ${allMarked(`${positions} positions`)}`;
  const rounding = isRelative(rotary) ? ', which is rounding' : '';
  const changes =
    `by ${brief(rotary.size)} with rotary${rounding}, by ${fixed(sinusoidal.size, 2)} with sinusoidal, ` +
    `by ${fixed(product.size, 2)} with the printed product and by ${fixed(learned.size, 2)} with a learned table`;
  return `${where}, their score changes ${marked(changes)}.`;
}

/** @param {ComparisonData} data */
const updates = ({ updated: { learned, sinusoidal, rotary } }) =>
  `A step of training changes ${whole(learned.own)} of ${whole(learned.rows)} numbers in a table’s rows and ${whole(sinusoidal.own)} in the sinusoidal ones; ` +
  `with what makes queries and keys it changes ${whole(learned.all)} with a table, ${whole(sinusoidal.all)} with sinusoidal and ${whole(rotary.all)} with rotary.`;

/** @param {ComparisonData} data */
function lookBack({ measured: { trained } }) {
  const [sinusoidal, rotary] = [past(trained?.sinusoidal), past(trained?.rotary)];
  if (!sinusoidal || !rotary) return '';
  return (
    `Trained to look one token back with seed ${rotary.seed}, at ${pastRanges(rotary)}, past the trained length, rotary has a perplexity of ` +
    `${marked(`${pastText(rotary)} and sinusoidal of ${pastText(sinusoidal)}`)}; a learned table has no row there.`
  );
}

/** @param {ComparisonData} data */
function costs({ measured: { times }, settings }) {
  if (!times) return '';
  const { positions } = settings;
  const { sinusoidal, rotary, learned, product } = times.costs;
  const each = `${timeText(sinusoidal.time)} with sinusoidal, ${timeText(rotary.time)} with rotary, ${timeText(product.time)} with the product and ${timeText(learned.time)} with a table`;
  const took = `Here ${counted(positions, 'position')} ${positions === 1 ? 'takes' : 'take'} ${marked(each)}`;
  const [adding, turning] = [
    overheadOf('sinusoidal', settings, times),
    overheadOf('rotary', settings, times),
  ];
  if (typeof adding !== 'object' || typeof turning !== 'object') return `${took}.`;
  return `${took}; beside the time of all their scores, adding to all vectors takes ${marked(`${shareText(adding.share)} and turning all queries and keys ${shareText(turning.share)}`)}.`;
}

/** What stands beside the numbers. @param {ComparisonData} _data @returns {string[]} */
export const notes = (_data) => [
  'Not judged, because nothing here could measure it: that positional embeddings are simple and less adaptable to different contexts, and that trainable ones are flexible and adaptable. What an article says twice is judged once.',
];

/** @typedef {{ main: string, more?: string, mark?: 'holds' | 'not' }} Cell what counts, and what to know of it */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} title
 * @property {(data: ComparisonData) => string} hint
 * @property {(data: ComparisonData, name: Name) => Cell | undefined} [cell] undefined: still to be measured; a row of formulas has none
 */

/** @type {Readonly<Record<Name, { title: string, subtitle: string }>>} */
export const titles = Object.freeze({
  sinusoidal: { title: 'Sinusoidal', subtitle: '“positional embeddings”' },
  rotary: { title: 'Rotary', subtitle: '“rope embeddings”, as RoFormer defines them' },
  learned: { title: 'Learned', subtitle: '“trainable embeddings”, of positions' },
  product: { title: 'Product', subtitle: '“RopeEmbeddings”, as the second article prints it' },
});

/** @type {Readonly<Record<Name, Cell>>} */
const purposes = Object.freeze({
  sinusoidal: { main: 'Tells where a word stands', more: 'by a fixed wave that is added to its vector' },
  rotary: { main: 'Tells how far apart two words stand', more: 'by turning queries and keys' },
  learned: { main: 'Tells where a word stands', more: 'by a row that training finds' },
  product: { main: 'Means to turn', more: 'but multiplies feature by feature' },
});

/** Values, gradient and the two moments of Adam. */
const TRAINING_COPIES = 4;

/** The rows of the table. @type {readonly Row[]} */
export const rows = Object.freeze([
  { id: 'purpose', title: 'Purpose', hint: () => '', cell: (_data, name) => purposes[name] },
  { id: 'formula', title: 'Formula', hint: () => 'of pair i at position p' },
  {
    id: 'parameters',
    title: 'Parameters',
    hint: () => 'to be learned',
    cell: ({ parameters, settings }, name) => parametersCell(parameters[name], name, settings),
  },
  {
    id: 'effect',
    title: 'To a vector',
    hint: ({ spreads: { rotary } }) =>
      `its magnitude at ${rotary.positions === 1 ? 'position 0' : `positions 0 to ${rotary.positions - 1}`}`,
    cell: ({ spreads, erased }, name) => effect(spreads[name], erased[name]),
  },
  {
    id: 'relative',
    title: 'Relative?',
    hint: () => 'how much a score changes while query and key move along together',
    cell: ({ spreads }, name) => relative(spreads[name]),
  },
  {
    id: 'past',
    title: 'Past the trained length',
    hint: () => `a head trained on ${defaultsOf('training').trainedLength} positions to look one token back`,
    cell: ({ longest, measured }, name) =>
      name === 'product' ? ended(longest) : behaviour(measured.trained?.[name]),
  },
  {
    id: 'time',
    title: 'Time',
    hint: ({ settings: { positions, dimensions } }) =>
      `to put ${many(positions, 'position')} into ${whole(positions)} × ${dimensions} numbers, here${positions * dimensions < FEW ? ': so few that the calls themselves count' : ''}`,
    cell: ({ measured }, name) => time(name, measured.times?.costs[name]),
  },
  {
    id: 'memory',
    title: 'Memory',
    hint: () => 'of its table, where it is kept',
    cell: ({ measured }, name) => memory(name, measured.times?.costs[name]),
  },
]);

/** The table's name. @param {ComparisonData} data */
export const captionOf = ({ settings: { positions, dimensions } }) =>
  `Four encodings compared, with ${counted(positions, 'position')} and ${counted(dimensions, 'dimension')}`;

/** @param {number} count @param {Name} name @param {ComparisonData['settings']} settings @returns {Cell} */
function parametersCell(count, name, { positions, dimensions }) {
  if (name !== 'learned') return { main: whole(count) };
  const { vocabulary, dimensions: d } = printed;
  return {
    main: `${whole(positions)} × ${dimensions} = ${whole(count)}`,
    more: `as printed, for words: ${whole(vocabulary)} × ${d} = ${whole(vocabulary * d)}`,
  };
}

/** @param {Spread} spread @param {number} erased @returns {Cell} */
function effect({ ratio: { least, greatest }, dimensions }, erased) {
  const lost = erased > 0 ? `; ${erased} of ${dimensions} features lost at position 0` : '';
  if (greatest - least < 1e-5 && Math.abs(greatest - 1) < 1e-5) {
    return { main: 'keeps it', more: `${fixed(greatest, 3)} times what it was` };
  }
  const range = greatest - least < 1e-5 ? fixed(greatest, 2) : `${fixed(least, 2)} to ${fixed(greatest, 2)}`;
  return { main: 'changes it', more: `${range} times what it was${lost}` };
}

/** @param {Spread} spread @returns {Cell} */
function relative(spread) {
  const { size, largest, positions } = spread;
  if (positions === 1) return { main: '–', more: 'with one position nothing can move' };
  if (isRelative(spread)) return { main: 'yes', more: `by ${brief(size)}, which is rounding`, mark: 'holds' };
  return { main: 'no', more: `by ${fixed(size, 2)}, where the largest is ${fixed(largest, 2)}`, mark: 'not' };
}

/** @param {import('./look-back.js').Trained | undefined} trained @returns {Cell | undefined} */
function behaviour(trained) {
  if (!trained) return undefined;
  const { within, length } = trained;
  const beyond = past(trained);
  const inside = `perplexity ${perplexityText(within.perplexity)} within`;
  if (!beyond) return { main: 'no row there', more: `${inside}; its table ends at position ${length - 1}` };
  return {
    main: [beyond.within, ...beyond.past].map(perplexityText).join(' → '),
    more: `perplexity at ${[beyond.ranges.within, ...beyond.ranges.past].join(', ')}; where it is worst it finds ${percent(beyond.accuracy)} of the keys (seed ${beyond.seed})`,
  };
}

/** @param {number} longest @returns {Cell} */
const ended = (longest) => ({
  main: `ends at position ${whole(longest - 1)}`,
  more: `the printed class takes ${whole(longest)} positions and no more; it is not trained here`,
});

/** @param {Name} name @param {Cost | undefined} cost @returns {Cell | undefined} */
function time(name, cost) {
  if (!cost) return undefined;
  const how =
    name === 'learned'
      ? 'rows of a kept table added, in JavaScript'
      : 'sines and cosines computed anew, in WebAssembly';
  return { main: timeText(cost.time), more: how };
}

/** @param {Name} name @param {Cost | undefined} cost @returns {Cell | undefined} */
function memory(name, cost) {
  if (!cost) return undefined;
  const made = cost.making > 0 ? `made in ${timeText(cost.making)}` : `made ${timeText(cost.making)}`;
  if (name !== 'learned') return { main: bytesText(cost.bytes), more: made };
  const all = bytesText(TRAINING_COPIES * cost.bytes);
  return { main: bytesText(cost.bytes), more: `${made}; ${all} while Adam trains it` };
}

const angle = () => row(letter('p'), sub(letter('θ'), letter('i')));
/** @param {string} name */
const wave = (name) => of(name, angle(), '0.12em');

const token = () => column(letter('x'), letter('y'));
const waves = () => column(wave('sin'), wave('cos'));

/** @param {string} index */
const entry = (index) =>
  sub(
    letter('T'),
    row(letter('p'), op(','), number('2'), letter('i'), ...(index === '' ? [] : [op('+'), number(index)])),
  );

/**
 * What position p makes of pair i, and how that reads.
 * @type {Readonly<Record<Name, { math: import('../../dom/math.js').MathArray, label: string }>>}
 */
export const formulas = Object.freeze({
  sinusoidal: {
    math: row(token(), op('+'), waves()),
    label: 'the pair x, y plus sine and cosine of p times theta i',
  },
  rotary: {
    math: row(
      matrix([
        [wave('cos'), row(op('−'), wave('sin'))],
        [wave('sin'), wave('cos')],
      ]),
      token(),
    ),
    label: 'the pair x, y turned counterclockwise by p times theta i',
  },
  learned: {
    math: row(token(), op('+'), column(entry(''), entry('1'))),
    label: 'the pair x, y plus two numbers of row p of a table T',
  },
  product: {
    math: row(token(), op('∘'), waves()),
    label: 'the pair x, y times sine and cosine of p times theta i, feature by feature',
  },
});

/** What is measured now. @param {{ label: string, part: number }} step */
export const stepText = ({ label, part }) => `${label}, ${Math.floor(100 * part)}\u00a0% in all`;

/** What was measured, and how. @param {ComparisonData} data */
export function howText({ settings: { positions, dimensions, seed } }) {
  const { steps, trainedLength, dimensions: small } = defaultsOf('training');
  return (
    `Measured in this browser, on this machine. Training: one head with ${small} dimensions, ${steps} steps of Adam on ${trainedLength} positions, seed ${seed}. ` +
    `Times: the median of ${SAMPLES} or more samples of ${SAMPLE} ms each, all methods in turn after a first round that does not count, taken for all of ${whole(positions)} × ${dimensions} numbers; what follows from them changes a little from one time to the next. Memory: bytes of the tables that the core made.`
  );
}

/** For those who listen. @param {ComparisonData} data */
export function outcome(data) {
  const { holds, 'in part': part, not, unclear } = tallyOf(data);
  const none = unclear > 0 ? `, ${unclear} cannot be judged` : '';
  return `Measured: ${holds} claims hold, ${part} hold in part, ${not} do not hold${none}.`;
}
