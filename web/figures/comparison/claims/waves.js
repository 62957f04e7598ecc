import { magnitudesOf } from '../../scores/table.js';
import { perplexityText } from '../../training/describe.js';
import { brief, fixed } from '../../vectors/numbers.js';
import { run } from '../printed.js';
import { isRelative, spreadOf } from '../spread.js';
import { claim } from './claim.js';
import { generality, past } from './look-back.js';
import { DRAMATIC, EXACT, HIGHER, LOOSE, NEARLY } from './thresholds.js';

/** @typedef {import('../../../core/index.js').Core} Core */

/** Sizes at which scores are measured: those of golden runs, and few enough to look at one by one. */
export const small = Object.freeze({ positions: 50, dimensions: 8 });

/** @param {Core} core the wave with the first article's vector, and alone */
function waves(core) {
  const { positions, dimensions, vector } = run;
  const x = { data: new Float32Array(positions * dimensions), shape: [positions, dimensions] };
  const alone = core.add(x).data;
  for (let i = 0; i < x.data.length; i += 1) x.data[i] = vector[i % 2];
  return { sum: core.add(x).data, alone };
}

/** How far each row is from the one before, turned by one angle a pair: clockwise, as (sin, cos) goes. @param {Core} core @param {number} dimensions */
function unpredicted(core, dimensions) {
  const { positions } = small;
  const { data } = core.sinusoidal({ positions, dimensions });
  const before = { data: data.slice(0, (positions - 1) * dimensions), shape: [positions - 1, dimensions] };
  const positionIds = new Float64Array(positions - 1).fill(-1);
  const next = core.rotate(before, { positionIds }).data;
  return next.reduce((most, value, i) => Math.max(most, Math.abs(value - Number(data[i + dimensions]))), 0);
}

/** @param {{ least: number, greatest: number }} magnitudes */
const steady = ({ least, greatest }) =>
  greatest - least <= EXACT
    ? `keeps the magnitude ${fixed(greatest, 3)}`
    : `goes from ${fixed(least, 2)} to ${fixed(greatest, 2)}`;

/** Of the encoding that is added. */
export const waveClaims = [
  claim({
    id: 'dramatic',
    quote: 'angles and magnitudes undergo dramatic changes as the position of the token changes',
    article: 'first',
    about: 'Sinusoidal',
    rule: `Holds if the largest magnitude is ${DRAMATIC} or more times the smallest, both with the article’s (1, 1) and for the wave alone; in part if only one is.`,
    measure(core) {
      const { sum, alone } = waves(core);
      return {
        sum: magnitudesOf(sum, run.dimensions),
        alone: magnitudesOf(alone, run.dimensions),
      };
    },
    verdict({ sum, alone }) {
      const count = [sum, alone].filter(({ least, greatest }) => greatest >= DRAMATIC * least).length;
      return count === 2 ? 'holds' : count === 1 ? 'in part' : 'not';
    },
    says: ({ sum, alone }) =>
      `Added to (${run.vector.join(', ')}), the wave gives magnitudes from ${fixed(sum.least, 2)} to ${fixed(sum.greatest, 2)} in ${run.positions} positions. The wave itself ${steady(alone)}: what jumps is its sum with the word.`,
    link: () => ({
      figure: 'vectors',
      patch: { encodings: ['sinusoidal'], ...run },
      numbers: ({ sum }) => [`from ${fixed(sum.least, 2)} to ${fixed(sum.greatest, 2)}`],
    }),
  }),
  claim({
    id: 'chaos',
    quote: 'It becomes challenging to capture any discernible pattern.',
    article: 'first',
    about: 'the “chaos” of sinusoidal',
    rule: `Does not hold if one fixed rotation makes every row from the row before, within ${brief(EXACT)}; in part if within ${LOOSE}.`,
    measure: (core, { dimensions }) => ({
      error: unpredicted(core, dimensions),
      dimensions,
      alone: magnitudesOf(waves(core).alone, run.dimensions),
    }),
    verdict: ({ error }) => (error <= EXACT ? 'not' : error <= LOOSE ? 'in part' : 'holds'),
    says: ({ error, dimensions }) =>
      `In ${dimensions} dimensions one fixed rotation makes each row from the row before, over ${small.positions} positions, with an error of ${brief(error)} at most: the wave goes round as steadily as a clock’s hand.`,
    link: () => ({
      figure: 'vectors',
      patch: { ...run, encodings: ['sinusoidal'], vector: [0, 0] },
      numbers: ({ alone }) => [`leaves the magnitude at ${fixed(alone.greatest, 3)}`],
    }),
  }),
  claim({
    id: 'perplexity',
    quote:
      'Perplexity tends to increase due to the chaotic nature of the Embeddings as the sequence length increases.',
    article: 'first',
    about: 'Sinusoidal',
    late: true,
    rule: `The rise is judged, not its cause: holds if the trained head’s perplexity rises by ${100 * HIGHER}% or more past the trained length, and once more up to four times that length; in part if only once.`,
    measure: (_core, _settings, measured) => past(measured.trained('sinusoidal')),
    verdict({ within, next, far }) {
      const rises = [next / within, far / next].filter((ratio) => ratio >= 1 + HIGHER).length;
      return rises === 2 ? 'holds' : rises === 1 ? 'in part' : 'not';
    },
    says: ({ within, next, far, ranges }) =>
      `${perplexityText(within)} within the trained length, then ${perplexityText(next)} at positions ${ranges.next} and ${perplexityText(far)} at ${ranges.far}. It rises only past the trained length.`,
    link: ({ seed }) => ({
      figure: 'training',
      patch: { seed },
      numbers: ({ next, far }) => [perplexityText(next), `${perplexityText(far)} with sinusoidal positions`],
    }),
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
    id: 'shifts',
    quote: 'Fixed positional embeddings do not handle shifts or translations in the input sequence well.',
    article: 'second',
    about: '',
    rule: `Holds if the score changes by more than ${100 * NEARLY}% of the largest score while query and key move along together; in part if by more than rounding.`,
    measure: (core, { seed }) => spreadOf(core, 'sinusoidal', { ...small, seed }),
    verdict: (spread) =>
      isRelative(spread) ? 'not' : spread.size > NEARLY * spread.largest ? 'holds' : 'in part',
    says: ({ size, largest, positions }) =>
      `Moved along together over ${positions} positions, one query and one key change their score by up to ${fixed(size, 2)}; the largest score is ${fixed(largest, 2)}.`,
    link: ({ seed }) => ({
      figure: 'scores',
      patch: { methods: ['sinusoidal'], ...small, seed },
      numbers: ({ size }) => [`by ${fixed(size, 3)}`],
    }),
  }),
];
