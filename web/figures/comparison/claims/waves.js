import { brief, fixed, percent, perplexityText } from '../../shared/numbers.js';
import { magnitudesOf } from '../../shared/score-table.js';
import { past } from '../look-back.js';
import { isRelative, run, small } from '../methods.js';
import { pastRanges, pastText } from '../text.js';
import {
  AS_GOOD,
  claim,
  EXACT,
  generality,
  graded,
  inScores,
  inTraining,
  inVectors,
  NEARLY,
  OF_USE,
  overhead,
  stretches,
  verdictOf,
} from './claim.js';

/** @typedef {import('../../../core/index.js').Core} Core */

/** Largest magnitude by smallest, from which a change is called dramatic. */
const DRAMATIC = 2;

/** Beyond this error nothing is the same any more. */
const LOOSE = 0.1;

/** Perplexity counts as higher by this part. */
const HIGHER = 0.05;

/** @param {Core} core the magnitudes of the wave with the first article's vector, and alone */
function magnitudes(core) {
  const { positions, dimensions, vector } = run;
  const x = { data: new Float32Array(positions * dimensions), shape: [positions, dimensions] };
  const alone = core.add(x).data;
  for (let i = 0; i < x.data.length; i += 1) x.data[i] = vector[i % 2];
  return { sum: magnitudesOf(core.add(x).data, dimensions), alone: magnitudesOf(alone, dimensions) };
}

/** How far each row is from the one before, turned by one angle a pair: clockwise, as (sin, cos) goes. @param {Core} core @param {number} dimensions */
function unpredicted(core, dimensions) {
  const { positions } = small;
  const { data } = core.sinusoidal({ positions, dimensions });
  const before = { data: data.slice(0, (positions - 1) * dimensions), shape: [positions - 1, dimensions] };
  const positionIds = new Float64Array(positions - 1).fill(-1);
  const next = core.rotate(before, { positionIds }).data;
  return next.reduce((most, value, i) => Math.max(most, Math.abs(value - data[i + dimensions])), 0);
}

/** @param {{ least: number, greatest: number }} magnitudes */
const steady = ({ least, greatest }) =>
  greatest - least <= EXACT
    ? `keeps the magnitude ${fixed(greatest, 3)}`
    : `goes from ${fixed(least, 2)} to ${fixed(greatest, 2)}`;

/** @param {readonly boolean[]} risen */
function riseText(risen) {
  const count = risen.filter(Boolean).length;
  if (count === risen.length) return 'rises from stretch to stretch';
  return count === 0 ? 'does not rise' : `rises ${count} of ${risen.length} times, not evenly`;
}

/** Of the encoding that is added. @type {import('./claim.js').Group} */
export const waves = {
  title: 'Sinusoidal: adding a wave',
  claims: [
    claim({
      id: 'dramatic',
      quote: 'angles and magnitudes undergo dramatic changes as the position of the token changes',
      article: 'first',
      about: 'Sinusoidal',
      rule: `Holds if the largest magnitude is ${DRAMATIC} or more times the smallest, both with the article’s (1, 1) and for the wave alone; in part if only one is.`,
      measure: ({ core }) => magnitudes(core),
      judge: ({ sum, alone }) => ({
        verdict: verdictOf([sum, alone].map(({ least, greatest }) => greatest >= DRAMATIC * least)),
        says: `Added to (${run.vector.join(', ')}), the wave gives magnitudes from ${fixed(sum.least, 2)} to ${fixed(sum.greatest, 2)} in ${run.positions} positions. The wave itself ${steady(alone)}${sum.greatest / sum.least > alone.greatest / alone.least + EXACT ? ': what jumps is its sum with the word' : ''}.`,
      }),
      link: inVectors({ encodings: ['sinusoidal'], ...run }),
    }),
    claim({
      id: 'chaos',
      quote: 'It becomes challenging to capture any discernible pattern.',
      article: 'first',
      about: 'the “chaos” of sinusoidal',
      rule: `Does not hold if one fixed rotation makes every row from the row before, within ${brief(EXACT)}; in part if within ${LOOSE}.`,
      measure: ({ core, settings: { dimensions } }) => ({
        error: unpredicted(core, dimensions),
        dimensions,
      }),
      judge: ({ error, dimensions }) => ({
        verdict: graded(error > LOOSE, error > EXACT),
        says: `In ${dimensions} dimensions one fixed rotation makes each row from the row before, over ${small.positions} positions, with an error of ${brief(error)} at most${error > EXACT ? '' : ': the wave goes round as steadily as a clock’s hand'}.`,
      }),
      link: inVectors({ ...run, encodings: ['sinusoidal'], vector: [0, 0] }),
    }),
    claim({
      id: 'perplexity',
      quote:
        'Perplexity tends to increase due to the chaotic nature of the Embeddings as the sequence length increases.',
      article: 'first',
      about: 'Sinusoidal',
      late: true,
      rule: `The rise is judged, not its cause: holds if the trained head’s perplexity rises by ${percent(HIGHER)} or more from each stretch to the next, up to four times the trained length; in part if not each time.`,
      measure: ({ measured: { trained } }) => past(trained?.sinusoidal),
      judge: (numbers) => {
        const all = [numbers.within, ...numbers.past];
        const risen = numbers.past.map((next, i) => next >= (1 + HIGHER) * all[i]);
        return {
          verdict: verdictOf(risen),
          says: `With seed ${numbers.seed}, ${perplexityText(numbers.within)} within the trained length, then ${pastText(numbers)} at ${pastRanges(numbers)}: it ${riseText(risen)}.`,
        };
      },
      link: inTraining,
    }),
    claim({
      id: 'fixed',
      quote:
        'The fixed nature of the embeddings ensures that the model can generalize to unseen sequences of different lengths.',
      article: 'second',
      about: 'Positional embeddings',
      ...generality('sinusoidal'),
    }),
    claim({
      id: 'reasonably',
      quote: 'Generalize reasonably well',
      article: 'second',
      about: 'Positional embeddings',
      ...generality('sinusoidal'),
      rule: `Holds if a head that has learned to look one token back has at most ${OF_USE} times its perplexity in every stretch up to four times the trained length; in part if in some.`,
      judge: (numbers) => {
        const kept = numbers.past.map((perplexity) => perplexity <= OF_USE * numbers.within);
        return {
          verdict: verdictOf(kept),
          says: `${stretches(numbers)} At most ${OF_USE} times as much in ${kept.filter(Boolean).length} of ${kept.length} stretches.`,
        };
      },
    }),
    claim({
      id: 'flexibility',
      quote:
        'They are not adaptable to different sequence lengths or varying contexts as well as other methods.',
      article: 'second',
      about: 'Positional embeddings: of lengths, not of contexts',
      late: true,
      rule: `Holds if, where it is worst past the trained length, sinusoidal has ${AS_GOOD} or more times the perplexity of rotary and of a learned table, which counts as endless where it has no row; in part if of one of them.`,
      measure({ measured: { trained } }) {
        const [sinusoidal, rotary] = [past(trained?.sinusoidal), past(trained?.rotary)];
        if (!trained || !sinusoidal || !rotary) return undefined;
        const learned = past(trained.learned)?.worst ?? Number.POSITIVE_INFINITY;
        return { sinusoidal, rotary: rotary.worst, learned, last: trained.learned.length - 1 };
      },
      judge: ({ sinusoidal, rotary, learned, last }) => {
        const table = Number.isFinite(learned)
          ? perplexityText(learned)
          : `no row at all: it ends at position ${last}`;
        return {
          verdict: verdictOf([rotary, learned].map((other) => sinusoidal.worst >= AS_GOOD * other)),
          says: `With seed ${sinusoidal.seed}, at their worst past the trained length sinusoidal has ${perplexityText(sinusoidal.worst)}, rotary ${perplexityText(rotary)}, and a learned table ${table}.`,
        };
      },
      link: inTraining,
    }),
    claim({
      id: 'cheap',
      quote: 'Computationally efficient due to fixed functions.',
      article: 'second',
      about: 'Positional embeddings',
      ...overhead('sinusoidal', { all: 'adding them to all vectors', doing: 'adding to all vectors' }),
    }),
    claim({
      id: 'shifts',
      quote: 'Fixed positional embeddings do not handle shifts or translations in the input sequence well.',
      article: 'second',
      about: '',
      rule: `Holds if the score changes by more than ${percent(NEARLY)} of the largest score while query and key move along together; in part if by more than rounding.`,
      measure: ({ few }) => few.sinusoidal,
      judge: (spread) => ({
        verdict: graded(!isRelative(spread) && spread.size > NEARLY * spread.largest, !isRelative(spread)),
        says: `Moved along together over ${spread.positions} positions, one query and one key change their score by up to ${fixed(spread.size, 2)}; the largest score is ${fixed(spread.largest, 2)}.`,
      }),
      link: inScores({ methods: ['sinusoidal'] }),
    }),
  ],
};
