import { defaults, joined, wordRow, words } from '../../../settings/index.js';
import { fixed, lossText, percent, perplexityText, timeText, whole } from '../../shared/numbers.js';
import { SHARE, withHead } from '../look-back.js';
import { printed } from '../methods.js';
import { claim, graded, inComparison, inTraining, inVectors, RIGHT, verdictOf } from './claim.js';

/** A word that the sentence of the page has twice. */
const WORD = 'the';

/** The share of positions that is little more than a guess finds. */
const GUESSED = 0.1;

/** Perplexity of held-out positions by that of trained ones: learned by heart, and a first sign of it. */
const BY_HEART = 2;
const SIGN = 1.1;

/** Numbers that a step changes by those that it changes otherwise, from which training counts as more costly. */
const MORE = 1.1;

/** How well it knows its rows, by the verdict. @type {Readonly<Record<import('./claim.js').Verdict, string>>} */
const heart = Object.freeze({
  holds: 'it has learned its rows by heart',
  'in part': 'a first sign of rows learned by heart',
  not: 'no sign of rows learned by heart',
});

/** Of the table that is learned. @type {import('./claim.js').Group} */
export const learning = {
  title: 'Learned: “TrainableEmbeddings”',
  claims: [
    claim({
      id: 'overfit',
      quote: 'They can overfit to the training data, especially with limited training samples.',
      article: 'second',
      about: 'Trainable embeddings',
      late: true,
      rule: `Holds if, trained on ${percent(SHARE)} of the positions, the held-out ones have ${BY_HEART} or more times the perplexity of the others; in part if ${SIGN} or more.`,
      measure({ measured: { trained } }) {
        if (trained?.halved.heldOut === undefined) return undefined;
        const { seed, seen, heldOut } = trained.halved;
        return { seed, seen, heldOut };
      },
      judge: ({ seed, seen, heldOut }) => {
        const verdict = graded(heldOut / seen >= BY_HEART, heldOut / seen >= SIGN);
        return {
          verdict,
          says: `With seed ${seed}, a loss of ${lossText(Math.log(seen))} where it was trained, and of ${lossText(Math.log(heldOut))} at the held-out positions in between (perplexity ${perplexityText(seen)} and ${perplexityText(heldOut)}): ${heart[verdict]}.`,
        };
      },
      link: ({ seed }) => ({ figure: 'training', patch: { seed, share: SHARE } }),
    }),
    claim({
      id: 'resources',
      quote: 'Training embeddings from scratch requires more computational resources',
      article: 'second',
      about: 'Trainable embeddings: what must be learned and kept',
      rule: 'Holds if a step of training changes rows of the table and none of sinusoidal or rotary; in part if it changes more of the table than of these.',
      measure: ({ settings: { positions, dimensions }, updated: { learned, sinusoidal, rotary } }) => ({
        own: learned.own,
        rows: learned.rows,
        others: Math.max(sinusoidal.own, rotary.own),
        positions,
        dimensions,
      }),
      judge: ({ own, rows, others, positions, dimensions }) => ({
        verdict: graded(own > others && others === 0, own > others),
        says: `Counted in the little head: a step changes ${whole(own)} of the ${whole(rows)} numbers of its table, and ${whole(others)} where the encoding is sinusoidal or rotary. A table of your sizes has ${whole(positions)} × ${dimensions} = ${whole(positions * dimensions)}; the printed one, of words, ${whole(printed.vocabulary)} × ${printed.dimensions} = ${whole(printed.vocabulary * printed.dimensions)}.`,
      }),
      link: inComparison,
    }),
    claim({
      id: 'expensive',
      quote: 'More computationally expensive due to the need for training and updating embeddings.',
      article: 'second',
      about: 'Trainable embeddings',
      late: true,
      rule: `What is updated is judged, and the time only shown: holds if a step of training changes ${MORE} or more times as many numbers as with sinusoidal and as with rotary; in part if than with one of them.`,
      measure: ({ updated: { learned, sinusoidal, rotary }, measured: { trained } }) =>
        trained && {
          learned: learned.all,
          sinusoidal: sinusoidal.all,
          rotary: rotary.all,
          times: [trained.learned, trained.sinusoidal, trained.rotary].map(({ stepTime }) => stepTime),
        },
      judge: ({ learned, sinusoidal, rotary, times }) => ({
        verdict: verdictOf([sinusoidal, rotary].map((other) => learned >= MORE * other)),
        says: `A step of training the little head changes ${whole(learned)} numbers with a learned table, ${whole(sinusoidal)} with sinusoidal and ${whole(rotary)} with rotary. Timed in turn, such a step takes ${joined(times.map(timeText))}, in this order.`,
      }),
      link: inComparison,
    }),
    claim({
      id: 'lookup',
      quote: 'Use a lookup table where each token and position has a learned vector.',
      article: 'second',
      about: 'the printed class',
      asPrinted: true,
      rule: 'Holds if its rows differ both for another token and for the same token at another position; in part if only for one of these.',
      measure({ core, settings: { seed } }) {
        const all = words(defaults.text);
        const shape = [printed.vocabulary, 2];
        const { data } = core.learnedTable({ rows: shape[0], dimensions: 2, seed, stream: 'words' });
        const ids = { data: Int32Array.from(all, wordRow), shape: [all.length] };
        const looked = core.lookup({ data, shape }, ids).data;
        const apart = (/** @type {number} */ a, /** @type {number} */ b) =>
          Math.hypot(looked[2 * a] - looked[2 * b], looked[2 * a + 1] - looked[2 * b + 1]);
        const places = [all.indexOf(WORD), all.lastIndexOf(WORD)];
        const [first, second] = places;
        return { tokens: apart(first, first + 1), positions: apart(first, second), places };
      },
      judge: ({ tokens, positions, places }) => {
        const known = [tokens > 0 ? 'words' : 'no words', positions > 0 ? 'positions' : 'no position'];
        return {
          verdict: verdictOf([tokens > 0, positions > 0]),
          says: `Two words have rows ${fixed(tokens, 2)} apart; “${WORD}” at position ${places[0]} and “${WORD}” at position ${places[1]} are ${fixed(positions, 2)} apart. It looks up ${known.join(', and ')}.`,
        };
      },
      link: ({ seed }) => inVectors({ encodings: ['none'], vector: 'words', seed })(),
    }),
  ],
};

/** Of a head that knows no positions. @type {import('./claim.js').Group} */
export const none = {
  title: 'None: no positions at all',
  claims: [
    claim({
      id: 'order-blind',
      quote:
        'Transformers, unlike recurrent neural networks (RNNs), do not have an inherent sense of the order of words in a sentence.',
      article: 'second',
      about: 'why positions are needed',
      rule: `Holds if a head that is told no positions finds at most ${percent(GUESSED)} of the keys one token back; in part if fewer than ${percent(RIGHT)}.`,
      measure({ core, settings: { seed } }) {
        const { start, losses, correct } = withHead(core, 'none', seed, (head) => head.evaluate());
        const mean = (/** @type {ArrayLike<number>} */ all) =>
          Array.from(all).reduce((a, b) => a + b, 0) / all.length;
        return {
          accuracy: mean(correct),
          perplexity: Math.exp(mean(losses)),
          guess: Math.exp(mean(losses.map((_, i) => Math.log(start + i + 1)))),
        };
      },
      judge: ({ accuracy, perplexity, guess }) => ({
        verdict: graded(accuracy <= GUESSED, accuracy < RIGHT),
        says: `Where nothing tells positions apart, the little head finds ${percent(accuracy)} of the keys one token back. Its perplexity is ${perplexityText(perplexity)}; that of a guess among all tokens so far is ${perplexityText(guess)}.`,
      }),
      link: inTraining,
    }),
  ],
};
