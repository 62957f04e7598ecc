import { defaultsOf } from '../../settings/index.js';
import { brief, fixed, perplexityText } from '../shared/numbers.js';
import { past } from './claims/look-back.js';
import { bytesText, many, percent, timeText, whole } from './numbers.js';
import { printed } from './printed.js';
import { isRelative } from './spread.js';
import { FEW } from './timing.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./measured.js').Name} Name */
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
