import { brief, fixed, percent, perplexityText } from '../../shared/numbers.js';
import { past } from '../look-back.js';
import { isRelative, run, small } from '../methods.js';
import { pastRanges, pastText } from '../text.js';
import {
  claim,
  EXACT,
  generality,
  graded,
  inScores,
  inTraining,
  inVectors,
  overhead,
  relativity,
  verdictOf,
} from './claim.js';

/** How far apart two tokens are whose order is changed. */
const DISTANCE = 4;

/** Perplexity counts as lower by this part. */
const LOWER = 0.01;

const DEGREES = 180 / Math.PI;

/** The least and the greatest step of a rotated vector, in degrees. @param {import('../../../core/index.js').Core} core */
function steps(core) {
  const { positions, dimensions, vector } = run;
  const data = Float32Array.from({ length: positions * dimensions }, (_, i) => vector[i % 2]);
  const turned = core.rotate({ data, shape: [positions, dimensions] }).data;
  const angles = Array.from({ length: positions - 1 }, (_, p) => {
    const [x, y, u, v] = /** @type {[number, number, number, number]} */ ([
      ...turned.subarray(2 * p, 2 * p + 4),
    ]);
    return Math.atan2(x * v - y * u, x * u + y * v) * DEGREES;
  });
  return { least: Math.min(...angles), greatest: Math.max(...angles) };
}

/** @param {number} least @param {number} greatest degrees */
const angles = (least, greatest) =>
  fixed(least, 1) === fixed(greatest, 1)
    ? `${fixed(least, 1)}°`
    : `${fixed(least, 1)}° to ${fixed(greatest, 1)}°`;

/** Of the encoding that turns. @type {import('./claim.js').Group} */
export const turning = {
  title: 'Rotary: turning',
  claims: [
    claim({
      id: 'counterclockwise',
      quote: 'Rotary Positional Embeddings rotate counterclockwise.',
      article: 'first',
      about: '',
      rule: 'Holds if every step from one position to the next turns counterclockwise; in part if some do.',
      measure: ({ core }) => steps(core),
      judge: ({ least, greatest }) => ({
        verdict: graded(least > 0, greatest > 0),
        says: `The ${run.positions - 1} steps turn (${run.vector.join(', ')}) by ${angles(least, greatest)} each${least > 0 ? ', counterclockwise' : '; a negative angle is clockwise'}.`,
      }),
      link: inVectors({ encodings: ['rotary'], ...run }),
    }),
    claim({
      id: 'patterns',
      quote: 'They effectively capture patterns.',
      article: 'first',
      about: 'Rotary',
      rule: relativity.rule,
      measure: ({ few }) => ({ spread: few.rotary, other: few.sinusoidal }),
      judge: ({ spread, other }) => ({
        verdict: relativity.verdict(spread),
        says: `Moved along together over ${small.positions} positions, query and key have scores that change by ${brief(spread.size)} at most${isRelative(spread) ? ', which is rounding' : ''}. Sinusoidal’s changes by ${fixed(other.size, 2)}.`,
      }),
      link: inScores({ methods: ['sinusoidal', 'rotary'] }),
    }),
    claim({
      id: 'reduced',
      quote: 'This leads to reduced perplexity levels.',
      article: 'first',
      about: 'Rotary, beside sinusoidal',
      late: true,
      rule: `Holds if rotary’s perplexity is lower by ${percent(LOWER)} or more both within the trained length and in every stretch past it; in part if only in some of them.`,
      measure({ measured: { trained } }) {
        const [rotary, sinusoidal] = [past(trained?.rotary), past(trained?.sinusoidal)];
        return rotary && sinusoidal ? { rotary, sinusoidal } : undefined;
      },
      judge: ({ rotary, sinusoidal }) => {
        const other = [sinusoidal.within, ...sinusoidal.past];
        const lower = [rotary.within, ...rotary.past].map((value, i) => value <= (1 - LOWER) * other[i]);
        const [within, ...beyond] = lower;
        const isLower = within ? '' : `, which is not lower by ${percent(LOWER)}`;
        return {
          verdict: verdictOf(lower),
          says: `With seed ${rotary.seed}, within the trained length ${perplexityText(rotary.within)} against sinusoidal’s ${perplexityText(sinusoidal.within)}${isLower}; at ${pastRanges(rotary)}, where neither was trained, ${pastText(rotary)} against ${pastText(sinusoidal)}, lower in ${beyond.filter(Boolean).length} of ${beyond.length}.`,
        };
      },
      link: inTraining,
    }),
    claim({
      id: 'pair-zero',
      quote: 'theta = np.power(10000, -2 * (i // 2))',
      article: 'first',
      about: 'its code, where i is 0',
      rule: 'Holds if this θ is right for every pair of the dimension that the function is given; in part if for some.',
      measure({ core }) {
        const { values } = core.inverseFrequencies({ rotaryDimensions: small.dimensions });
        const theta = 10000 ** (-2 * Math.floor(0 / 2));
        const right = values.filter((value) => Math.abs(value - theta) <= EXACT).length;
        return { right, pairs: values.length, slowest: (2 * Math.PI) / Number(values.at(-1)), theta };
      },
      judge: ({ right, pairs, slowest, theta }) => {
        const round = (2 * Math.PI) / theta;
        const why =
          right === pairs
            ? ''
            : `: it keeps the number of the pair at 0, and turns all by ${brief(theta)} radian a position. The last pair ought to come round in ${brief(slowest)} positions, not in ${brief(round)}`;
        return {
          verdict: graded(right === pairs, right > 0),
          says: `With ${2 * pairs} dimensions it is right for ${right} of ${pairs} pairs${why}.`,
        };
      },
      link: () => ({ figure: 'clocks', patch: { dimensions: small.dimensions } }),
    }),
    claim({
      id: 'order',
      quote: 'invariant to rotations in the input, making them more robust to changes in word order',
      article: 'second',
      about: '“rope embeddings”, turned',
      rule: 'Holds if neither moving both tokens along nor exchanging them changes their score, beyond rounding; in part if only one of them does not.',
      measure({ few: { rotary: spread } }) {
        const [after, before] = [DISTANCE, -DISTANCE].map((distance) => spread.along(distance).greatest);
        return { spread, after: Number(after), before: Number(before) };
      },
      judge: ({ spread, after, before }) => {
        const isKept = Math.abs(after - before) <= spread.rounding;
        return {
          verdict: verdictOf([isRelative(spread), isKept]),
          says: `Moving both along changes the score by ${brief(spread.size)}${isRelative(spread) ? ': nothing but rounding' : ''}. Exchanging two tokens ${DISTANCE} positions apart turns it from ${fixed(after, 2)} to ${fixed(before, 2)}${isKept ? '' : ', and so it must: order is what it is there to tell'}.`,
        };
      },
      link: inScores({ methods: ['rotary'], distance: DISTANCE }),
    }),
    claim({
      id: 'longer',
      quote: 'They generalize well to sequences longer than those seen during training',
      article: 'second',
      about: '“rope embeddings”, turned',
      ...generality('rotary'),
    }),
    claim({
      id: 'efficient',
      quote: 'computationally efficient to compute and can be implemented with minimal overhead',
      article: 'second',
      about: '“rope embeddings”, turned',
      ...overhead('rotary', { all: 'turning all queries and keys', doing: 'turning all queries and keys' }),
    }),
  ],
};
