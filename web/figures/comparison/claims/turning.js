import { perplexityText } from '../../training/describe.js';
import { brief, fixed } from '../../vectors/numbers.js';
import { run } from '../printed.js';
import { isRelative, spreadOf } from '../spread.js';
import { claim, percent } from './claim.js';
import { generality, past } from './look-back.js';
import { EXACT, LOWER, MINIMAL, NEARLY, SMALLER } from './thresholds.js';
import { small } from './waves.js';

/** How far apart two tokens are whose order is changed. */
const DISTANCE = 4;

const DEGREES = 180 / Math.PI;

/** The least and the greatest step of a rotated vector, in degrees. @param {import('../../../core/index.js').Core} core */
function steps(core) {
  const { positions, dimensions, vector } = run;
  const data = Float32Array.from({ length: positions * dimensions }, (_, i) => Number(vector[i % 2]));
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
    says: ({ least, greatest }) =>
      `Each of the ${run.positions - 1} steps turns (1, 1) by ${angles(least, greatest)}, counterclockwise.`,
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
    rule: `Holds if the score depends on the distance alone, within rounding; in part if it changes by at most ${100 * NEARLY}% of the largest score.`,
    measure: (core, { seed }) => ({
      spread: spreadOf(core, 'rotary', { ...small, seed }),
      other: spreadOf(core, 'sinusoidal', { ...small, seed }),
    }),
    verdict: ({ spread }) =>
      isRelative(spread) ? 'holds' : spread.size <= NEARLY * spread.largest ? 'in part' : 'not',
    says: ({ spread, other }) =>
      `Moved along together over ${small.positions} positions, query and key keep their score: it changes by ${brief(spread.size)} at most, which is rounding. Sinusoidal’s changes by ${fixed(other.size, 2)}.`,
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
    rule: `Holds if rotary’s perplexity is lower by ${100 * LOWER}% or more both within the trained length and past it; in part if only in one of them.`,
    measure(_core, _settings, measured) {
      const [rotary, sinusoidal] = [past(measured.trained('rotary')), past(measured.trained('sinusoidal'))];
      return rotary && sinusoidal ? { rotary, sinusoidal } : undefined;
    },
    verdict({ rotary, sinusoidal }) {
      const lower = [rotary.within / sinusoidal.within, rotary.far / sinusoidal.far];
      const count = lower.filter((ratio) => ratio <= 1 - LOWER).length;
      return count === 2 ? 'holds' : count === 1 ? 'in part' : 'not';
    },
    says: ({ rotary, sinusoidal }) =>
      `Within the trained length ${perplexityText(rotary.within)} against ${perplexityText(sinusoidal.within)}; at positions ${rotary.ranges.far}, where neither was trained, ${perplexityText(rotary.far)} against ${perplexityText(sinusoidal.far)}.`,
    link: ({ seed }) => ({
      figure: 'training',
      patch: { seed },
      numbers: ({ rotary, sinusoidal }) => [
        `${perplexityText(rotary.far)} with rotary positions`,
        `${perplexityText(sinusoidal.far)} with sinusoidal positions`,
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
      return { right, pairs: values.length, slowest: (2 * Math.PI) / Number(values.at(-1)) };
    },
    verdict: ({ right, pairs }) => (right === pairs ? 'holds' : right > 0 ? 'in part' : 'not'),
    says: ({ right, pairs, slowest }) =>
      `With ${2 * pairs} dimensions it is right for ${right} of ${pairs} pairs: it keeps the number of the pair at 0, and turns all by 1 radian a position. The last pair ought to come round in ${brief(slowest)} positions, not in ${brief(2 * Math.PI)}.`,
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
    verdict({ spread, after, before }) {
      const kept = [isRelative(spread), Math.abs(after - before) <= spread.rounding];
      return kept.every(Boolean) ? 'holds' : kept.some(Boolean) ? 'in part' : 'not';
    },
    says: ({ spread, after, before }) =>
      `Moving both along changes the score by ${brief(spread.size)}: nothing but rounding. Exchanging two tokens ${DISTANCE} positions apart turns it from ${fixed(after, 2)} to ${fixed(before, 2)}, and so it must: order is what it is there to tell.`,
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
    late: true,
    rule: `Holds if turning all queries and keys takes at most ${100 * MINIMAL}% of the time of their scores; in part if at most ${100 * SMALLER}%.`,
    measure(_core, { positions, dimensions }, measured) {
      const [cost, scoring] = [measured.cost('rotary'), measured.scoring()];
      if (!cost || scoring === undefined) return undefined;
      const scores = scoring * positions ** 2 * dimensions;
      return { turning: 2 * cost.time, scores, share: scores > 0 ? (2 * cost.time) / scores : 0 };
    },
    verdict: ({ share }) => (share <= MINIMAL ? 'holds' : share <= SMALLER ? 'in part' : 'not'),
    says: ({ turning, scores, share }) =>
      `Here, at your sizes, turning takes ${brief(turning)} ms; all scores of every query and key would take ${brief(scores)} ms. That is ${percent(share)} more, and less still where sines and cosines are kept.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'comparison',
      patch: { positions, dimensions, seed },
      numbers: ({ share }) => [percent(share)],
    }),
  }),
];
