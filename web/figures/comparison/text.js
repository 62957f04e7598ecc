import { column, letter, matrix, number, of, op, row, sub } from '../../dom/math.js';
import { counted, defaultsOf } from '../../settings/index.js';
import { allMarked, marked } from '../shared/caption.js';
import {
  brief,
  bytesText,
  fixed,
  many,
  percent,
  perplexityText,
  timeText,
  whole,
} from '../shared/numbers.js';
import { past, pastRanges, pastText } from './claims/look-back.js';
import { overheadOf, shareText } from './claims/overhead.js';
import { updatedText } from './parameters.js';
import { printed } from './printed.js';
import { isRelative } from './spread.js';
import { FEW, howTimed } from './timing.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./measured.js').Name} Name */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */

/** @param {ComparisonData} data @returns {Record<Verdict | 'open' | 'unclear', number>} */
export function tallyOf(data) {
  const tally = { holds: 0, 'in part': 0, not: 0, open: 0, unclear: 0 };
  for (const { verdict, why } of data.judged()) tally[verdict ?? (why ? 'unclear' : 'open')] += 1;
  return tally;
}

/**
 * How the claims came out, and the numbers that matter most.
 *
 * @param {ComparisonData} data
 * @returns {string}
 */
export function caption(data) {
  const { longest, updated } = data;
  const ends = `The printed class ends at position ${marked(whole(longest - 1))}.`;
  const all = [tally(data), spreads(data), ends, marked(updatedText(updated)), lookBack(data), costs(data)];
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
function lookBack({ measured }) {
  const [sinusoidal, rotary] = [past(measured.trained('sinusoidal')), past(measured.trained('rotary'))];
  if (!sinusoidal || !rotary) return '';
  return (
    `Trained to look one token back with seed ${rotary.seed}, at ${pastRanges(rotary)}, past the trained length, rotary has a perplexity of ` +
    `${marked(`${pastText(rotary)} and sinusoidal of ${pastText(sinusoidal)}`)}; a learned table has no row there.`
  );
}

/** @param {ComparisonData} data */
function costs({ measured, settings }) {
  const [sinusoidal, rotary, learned, product] = /** @type {const} */ ([
    'sinusoidal',
    'rotary',
    'learned',
    'product',
  ]).map((name) => measured.cost(name));
  if (!sinusoidal || !rotary || !learned || !product) return '';
  const { positions } = settings;
  const times = `${timeText(sinusoidal.time)} with sinusoidal, ${timeText(rotary.time)} with rotary, ${timeText(product.time)} with the product and ${timeText(learned.time)} with a table`;
  const took = `Here ${counted(positions, 'position')} ${positions === 1 ? 'takes' : 'take'} ${marked(times)}`;
  const [adding, turning] = /** @type {const} */ (['sinusoidal', 'rotary']).map((name) =>
    overheadOf(name, settings, measured),
  );
  if (typeof adding !== 'object' || typeof turning !== 'object') return `${took}.`;
  return `${took}; beside the time of all their scores, adding to all vectors takes ${marked(`${shareText(adding.share)} and turning all queries and keys ${shareText(turning.share)}`)}.`;
}

/** What stands beside the numbers. @param {ComparisonData} _data @returns {string[]} */
export const notes = (_data) => [
  'Not judged, because nothing here could measure it: that positional embeddings are simple and less adaptable to different contexts, and that trainable ones are flexible and adaptable. What an article says twice is judged once.',
];

/** @typedef {{ main: string, more?: string, mark?: 'holds' | 'in part' | 'not' }} Cell what counts, and what to know of it */
/** @typedef {{ id: string, title: string, hint: string, cell: ((name: Name) => Cell | undefined) | 'formula' }} Row */

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

/**
 * The rows of the table. A cell without a value is still to be measured.
 *
 * @param {ComparisonData} data
 * @returns {Row[]}
 */
export function rowsOf({ settings, spreads, erased, longest, parameters, measured }) {
  const { positions, dimensions } = settings;
  const { trainedLength } = defaultsOf('training');
  const moved = spreads.rotary.positions;
  return [
    { id: 'purpose', title: 'Purpose', hint: '', cell: (name) => purposes[name] },
    { id: 'formula', title: 'Formula', hint: 'of pair i at position p', cell: 'formula' },
    {
      id: 'parameters',
      title: 'Parameters',
      hint: 'to be learned',
      cell: (name) => parametersCell(parameters[name], name, settings),
    },
    {
      id: 'effect',
      title: 'To a vector',
      hint: `its magnitude at ${moved === 1 ? 'position 0' : `positions 0 to ${moved - 1}`}`,
      cell: (name) => effect(spreads[name], erased[name]),
    },
    {
      id: 'relative',
      title: 'Relative?',
      hint: 'how much a score changes while query and key move along together',
      cell: (name) => relative(spreads[name]),
    },
    {
      id: 'past',
      title: 'Past the trained length',
      hint: `a head trained on ${trainedLength} positions to look one token back`,
      cell: (name) => (name === 'product' ? ended(longest) : behaviour(measured.trained(name))),
    },
    {
      id: 'time',
      title: 'Time',
      hint: `to put ${many(positions, 'position')} into ${whole(positions)} × ${dimensions} numbers, here${positions * dimensions < FEW ? ': so few that the calls themselves count' : ''}`,
      cell: (name) => time(name, measured.cost(name)),
    },
    {
      id: 'memory',
      title: 'Memory',
      hint: 'of its table, where it is kept',
      cell: (name) => memory(name, measured.cost(name)),
    },
  ];
}

/** @param {number} count @param {Name} name @param {ComparisonData['settings']} settings @returns {Cell} */
function parametersCell(count, name, { positions, dimensions }) {
  if (name !== 'learned') return { main: whole(count) };
  const { vocabulary, dimensions: d } = printed;
  return {
    main: `${whole(positions)} × ${dimensions} = ${whole(count)}`,
    more: `as printed, for words: ${whole(vocabulary)} × ${d} = ${whole(vocabulary * d)}`,
  };
}

/** @param {import('./spread.js').Spread} spread @param {number} erased @returns {Cell} */
function effect({ ratio: { least, greatest }, dimensions }, erased) {
  const lost = erased > 0 ? `; ${erased} of ${dimensions} features lost at position 0` : '';
  if (greatest - least < 1e-5 && Math.abs(greatest - 1) < 1e-5) {
    return { main: 'keeps it', more: `${fixed(greatest, 3)} times what it was` };
  }
  const range = greatest - least < 1e-5 ? fixed(greatest, 2) : `${fixed(least, 2)} to ${fixed(greatest, 2)}`;
  return { main: 'changes it', more: `${range} times what it was${lost}` };
}

/** @param {import('./spread.js').Spread} spread @returns {Cell} */
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

/** @param {Name} name @param {import('./timing.js').Cost | undefined} cost @returns {Cell | undefined} */
function time(name, cost) {
  if (!cost) return undefined;
  const how =
    name === 'learned'
      ? 'rows of a kept table added, in JavaScript'
      : 'sines and cosines computed anew, in WebAssembly';
  return { main: timeText(cost.time), more: how };
}

/** @param {Name} name @param {import('./timing.js').Cost | undefined} cost @returns {Cell | undefined} */
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

/** What was measured, and how. @param {ComparisonData} data */
export function howText({ settings: { positions, dimensions, seed } }) {
  const { steps, trainedLength, dimensions: small } = defaultsOf('training');
  return (
    `Measured in this browser, on this machine. Training: one head with ${small} dimensions, ${steps} steps of Adam on ${trainedLength} positions, seed ${seed}. ` +
    `Times: ${howTimed}, taken for all of ${whole(positions)} × ${dimensions} numbers; what follows from them changes a little from one time to the next. Memory: bytes of the tables that the core made.`
  );
}

/** For those who listen. @param {ComparisonData} data */
export function outcome(data) {
  const { holds, 'in part': part, not, unclear } = tallyOf(data);
  const none = unclear > 0 ? `, ${unclear} cannot be judged` : '';
  return `Measured: ${holds} claims hold, ${part} hold in part, ${not} do not hold${none}.`;
}
