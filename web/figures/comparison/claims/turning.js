import { brief, fixed, percent, perplexityText } from '../../shared/numbers.js';
import { run } from '../printed.js';
import { isRelative, spreadOf } from '../spread.js';
import { claim, EXACT, LOWER, NEARLY, verdictOf } from './claim.js';
import { generality, past, pastRanges, pastText } from './look-back.js';
import { overhead } from './overhead.js';
import { small } from './waves.js';

/** How far apart two tokens are whose order is changed. */
const DISTANCE = 4;

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

/** Whether an exchange leaves the score as it was. @param {{ spread: { rounding: number }, after: number, before: number }} numbers */
const isKept = ({ spread, after, before }) => Math.abs(after - before) <= spread.rounding;

/** @param {number} least @param {number} greatest degrees */
const angles = (least, greatest) =>
  fixed(least, 1) === fixed(greatest, 1)
    ? `${fixed(least, 1)}°`
    : `${fixed(least, 1)}° to ${fixed(greatest, 1)}°`;

/**
 * Whether rotary's perplexity is lower, within the trained length and in each stretch past it.
 *
 * @typedef {Pick<import('./look-back.js').Past, 'within' | 'past'>} Stretches
 * @param {{ rotary: Stretches, sinusoidal: Stretches }} numbers
 */
function lowered({ rotary, sinusoidal }) {
  const other = [sinusoidal.within, ...sinusoidal.past];
  return [rotary.within, ...rotary.past].map((value, i) => value <= (1 - LOWER) * other[i]);
}

/** Of the encoding that turns. */
export const turningClaims = [
  claim({
    id: 'counterclockwise',
    quote: 'Rotary Positional Embeddings rotate counterclockwise.',
    article: 'first',
    about: '',
    rule: 'Holds if every step from one position to the next turns counterclockwise; in part if some do.',
    measure: steps,
    verdict: ({ least, greatest }) => (least > 0 ? 'holds' : greatest > 0 ? 'in part' : 'not'),
    says: ({ least, greatest }, verdict) =>
      `The ${run.positions - 1} steps turn (${run.vector.join(', ')}) by ${angles(least, greatest)} each${verdict === 'holds' ? ', counterclockwise' : '; a negative angle is clockwise'}.`,
    link: () => ({
      figure: 'vectors',
      patch: { encodings: ['rotary'], ...run },
      numbers: ({ greatest }) => [`the same ${brief(greatest)}° at every step`],
    }),
  }),
  claim({
    id: 'patterns',
    quote: 'They effectively capture patterns.',
    article: 'first',
    about: 'Rotary',
    rule: `Holds if the score depends on the distance alone, within rounding; in part if it changes by at most ${percent(NEARLY)} of the largest score.`,
    measure: (core, { seed }) => ({
      spread: spreadOf(core, 'rotary', { ...small, seed }),
      other: spreadOf(core, 'sinusoidal', { ...small, seed }),
    }),
    verdict: ({ spread }) =>
      isRelative(spread) ? 'holds' : spread.size <= NEARLY * spread.largest ? 'in part' : 'not',
    says: ({ spread, other }) =>
      `Moved along together over ${small.positions} positions, query and key have scores that change by ${brief(spread.size)} at most${isRelative(spread) ? ', which is rounding' : ''}. Sinusoidal’s changes by ${fixed(other.size, 2)}.`,
    link: ({ seed }) => ({
      figure: 'scores',
      patch: { methods: ['sinusoidal', 'rotary'], ...small, seed },
      numbers: ({ spread, other }) => [brief(spread.size), `by ${fixed(other.size, 3)}`],
    }),
  }),
  claim({
    id: 'reduced',
    quote: 'This leads to reduced perplexity levels.',
    article: 'first',
    about: 'Rotary, beside sinusoidal',
    late: true,
    rule: `Holds if rotary’s perplexity is lower by ${percent(LOWER)} or more both within the trained length and in every stretch past it; in part if only in some of them.`,
    measure(_core, _settings, measured) {
      const [rotary, sinusoidal] = [past(measured.trained('rotary')), past(measured.trained('sinusoidal'))];
      return rotary && sinusoidal ? { rotary, sinusoidal } : undefined;
    },
    verdict: (numbers) => verdictOf(lowered(numbers)),
    says: ({ rotary, sinusoidal }) => {
      const [within, ...beyond] = lowered({ rotary, sinusoidal });
      const isLower = within ? '' : `, which is not lower by ${percent(LOWER)}`;
      return `With seed ${rotary.seed}, within the trained length ${perplexityText(rotary.within)} against sinusoidal’s ${perplexityText(sinusoidal.within)}${isLower}; at ${pastRanges(rotary)}, where neither was trained, ${pastText(rotary)} against ${pastText(sinusoidal)}, lower in ${beyond.filter(Boolean).length} of ${beyond.length}.`;
    },
    link: ({ seed }) => ({
      figure: 'training',
      patch: { seed },
      numbers: ({ rotary, sinusoidal }) => [
        `${pastText(rotary)} with rotary positions`,
        `${pastText(sinusoidal)} with sinusoidal positions`,
      ],
    }),
  }),
  claim({
    id: 'pair-zero',
    quote: 'theta = np.power(10000, -2 * (i // 2))',
    article: 'first',
    about: 'its code, where i is 0',
    rule: 'Holds if this θ is right for every pair of the dimension that the function is given; in part if for some.',
    measure(core) {
      const { values } = core.inverseFrequencies({ rotaryDimensions: small.dimensions });
      const theta = 10000 ** (-2 * Math.floor(0 / 2));
      const right = values.filter((value) => Math.abs(value - theta) <= EXACT).length;
      return { right, pairs: values.length, slowest: (2 * Math.PI) / Number(values.at(-1)), theta };
    },
    verdict: ({ right, pairs }) => (right === pairs ? 'holds' : right > 0 ? 'in part' : 'not'),
    says: ({ right, pairs, slowest, theta }) => {
      const round = (2 * Math.PI) / theta;
      const why =
        right === pairs
          ? ''
          : `: it keeps the number of the pair at 0, and turns all by ${brief(theta)} radian a position. The last pair ought to come round in ${brief(slowest)} positions, not in ${brief(round)}`;
      return `With ${2 * pairs} dimensions it is right for ${right} of ${pairs} pairs${why}.`;
    },
    link: () => ({
      figure: 'clocks',
      patch: { dimensions: small.dimensions },
      numbers: ({ pairs, slowest }) => [`${pairs} pairs`, `${brief(slowest)} positions`],
    }),
  }),
  claim({
    id: 'order',
    quote: 'invariant to rotations in the input, making them more robust to changes in word order',
    article: 'second',
    about: '“rope embeddings”, turned',
    rule: 'Holds if neither moving both tokens along nor exchanging them changes their score, beyond rounding; in part if only one of them does not.',
    measure(core, { seed }) {
      const spread = spreadOf(core, 'rotary', { ...small, seed });
      const [after, before] = [DISTANCE, -DISTANCE].map((distance) => spread.along(distance).greatest);
      return { spread, after: Number(after), before: Number(before) };
    },
    verdict: (numbers) => verdictOf([isRelative(numbers.spread), isKept(numbers)]),
    says: (numbers) =>
      `Moving both along changes the score by ${brief(numbers.spread.size)}${isRelative(numbers.spread) ? ': nothing but rounding' : ''}. Exchanging two tokens ${DISTANCE} positions apart turns it from ${fixed(numbers.after, 2)} to ${fixed(numbers.before, 2)}${isKept(numbers) ? '' : ', and so it must: order is what it is there to tell'}.`,
    link: ({ seed }) => ({
      figure: 'scores',
      patch: { methods: ['rotary'], distance: DISTANCE, ...small, seed },
      numbers: ({ after }) => [`the score stays ${fixed(after, 3, 1)}`],
    }),
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
];
