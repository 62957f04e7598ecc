import { defaults, joined, wordRow, words } from '../../../settings/index.js';
import { fixed, lossText, percent, perplexityText, timeText, whole } from '../../shared/numbers.js';
import { trainerOptions } from '../look-back.js';
import { SHARE } from '../measured.js';
import { updatedOf } from '../parameters.js';
import { printed } from '../printed.js';
import { BY_HEART, claim, GUESSED, MORE, RIGHT, SIGN, verdictOf } from './claim.js';

/** A word that the sentence of the page has twice. */
const WORD = 'the';

/** How well it knows its rows, by the verdict. @type {Readonly<Record<import('./claim.js').Verdict, string>>} */
const heart = Object.freeze({
  holds: 'it has learned its rows by heart',
  'in part': 'a first sign of rows learned by heart',
  not: 'no sign of rows learned by heart',
});

/** Of the table that is learned. */
export const learningClaims = [
  claim({
    id: 'overfit',
    quote: 'They can overfit to the training data, especially with limited training samples.',
    article: 'second',
    about: 'Trainable embeddings',
    late: true,
    rule: `Holds if, trained on ${percent(SHARE)} of the positions, the held-out ones have ${BY_HEART} or more times the perplexity of the others; in part if ${SIGN} or more.`,
    measure(_core, _settings, measured) {
      const trained = measured.halved();
      if (trained?.heldOut === undefined) return undefined;
      return { seed: trained.seed, seen: trained.seen, heldOut: trained.heldOut };
    },
    verdict({ seen, heldOut }) {
      const ratio = heldOut / seen;
      return ratio >= BY_HEART ? 'holds' : ratio >= SIGN ? 'in part' : 'not';
    },
    says: ({ seed, seen, heldOut }, verdict) =>
      `With seed ${seed}, a loss of ${lossText(Math.log(seen))} where it was trained, and of ${lossText(Math.log(heldOut))} at the held-out positions in between (perplexity ${perplexityText(seen)} and ${perplexityText(heldOut)}): ${heart[verdict]}.`,
    link: ({ seed }) => ({
      figure: 'training',
      patch: { seed, share: SHARE },
      numbers: ({ heldOut }) => [`the loss is ${lossText(Math.log(heldOut))} with learned positions`],
    }),
  }),
  claim({
    id: 'resources',
    quote: 'Training embeddings from scratch requires more computational resources',
    article: 'second',
    about: 'Trainable embeddings: what must be learned and kept',
    rule: 'Holds if a step of training changes rows of the table and none of sinusoidal or rotary; in part if it changes more of the table than of these.',
    measure(core, { positions, dimensions, seed }) {
      const { learned, sinusoidal, rotary } = updatedOf(core, seed);
      return {
        own: learned.own,
        rows: learned.rows,
        others: Math.max(sinusoidal.own, rotary.own),
        positions,
        dimensions,
      };
    },
    verdict: ({ own, others }) => (own > others ? (others === 0 ? 'holds' : 'in part') : 'not'),
    says: ({ own, rows, others, positions, dimensions }) =>
      `Counted in the little head: a step changes ${whole(own)} of the ${whole(rows)} numbers of its table, and ${whole(others)} where the encoding is sinusoidal or rotary. A table of your sizes has ${whole(positions)} × ${dimensions} = ${whole(positions * dimensions)}; the printed one, of words, ${whole(printed.vocabulary)} × ${printed.dimensions} = ${whole(printed.vocabulary * printed.dimensions)}.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'comparison',
      patch: { positions, dimensions, seed },
      numbers: ({ own, rows }) => [`changes ${whole(own)} of ${whole(rows)} numbers in a table’s rows`],
    }),
  }),
  claim({
    id: 'expensive',
    quote: 'More computationally expensive due to the need for training and updating embeddings.',
    article: 'second',
    about: 'Trainable embeddings',
    late: true,
    rule: `What is updated is judged, and the time only shown: holds if a step of training changes ${MORE} or more times as many numbers as with sinusoidal and as with rotary; in part if than with one of them.`,
    measure(core, { seed }, measured) {
      const names = /** @type {const} */ (['learned', 'sinusoidal', 'rotary']);
      const times = names.map((name) => measured.trained(name)?.stepTime);
      if (times.includes(undefined)) return undefined;
      const updated = updatedOf(core, seed);
      const [learned, sinusoidal, rotary] = names.map((name) => updated[name].all);
      return { learned: Number(learned), sinusoidal: Number(sinusoidal), rotary: Number(rotary), times };
    },
    verdict: ({ learned, sinusoidal, rotary }) =>
      verdictOf([sinusoidal, rotary].map((other) => learned >= MORE * other)),
    says: ({ learned, sinusoidal, rotary, times }) =>
      `A step of training the little head changes ${whole(learned)} numbers with a learned table, ${whole(sinusoidal)} with sinusoidal and ${whole(rotary)} with rotary. Timed in turn, such a step takes ${joined(times.map((time) => timeText(Number(time))))}, in this order.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'comparison',
      patch: { positions, dimensions, seed },
      numbers: ({ learned, sinusoidal, rotary }) => [
        `${whole(learned)} with a table, ${whole(sinusoidal)} with sinusoidal and ${whole(rotary)} with rotary`,
      ],
    }),
  }),
  claim({
    id: 'lookup',
    quote: 'Use a lookup table where each token and position has a learned vector.',
    article: 'second',
    about: 'the printed class',
    asPrinted: true,
    rule: 'Holds if its rows differ both for another token and for the same token at another position; in part if only for one of these.',
    measure(core, { seed }) {
      const all = words(defaults.text);
      const places = all.flatMap((word, place) => (word === WORD ? [place] : []));
      const rows = {
        data: core.learnedTable({ rows: printed.vocabulary, dimensions: 2, seed, stream: 'words' }).data,
      };
      const ids = Int32Array.from(all, wordRow);
      const shape = [printed.vocabulary, 2];
      const looked = core.lookup({ ...rows, shape }, { data: ids, shape: [ids.length] }).data;
      const apart = (/** @type {number} */ a, /** @type {number} */ b) =>
        Math.hypot(looked[2 * a] - looked[2 * b], looked[2 * a + 1] - looked[2 * b + 1]);
      const [first, second] = /** @type {[number, number]} */ (places);
      return { tokens: apart(first, first + 1), positions: apart(first, second), places: [first, second] };
    },
    verdict: ({ tokens, positions }) => verdictOf([tokens > 0, positions > 0]),
    says: ({ tokens, positions, places }) => {
      const known = [tokens > 0 ? 'words' : 'no words', positions > 0 ? 'positions' : 'no position'];
      return `Two words have rows ${fixed(tokens, 2)} apart; “${WORD}” at position ${places[0]} and “${WORD}” at position ${places[1]} are ${fixed(positions, 2)} apart. It looks up ${known.join(', and ')}.`;
    },
    link: ({ seed }) => ({
      figure: 'vectors',
      patch: { encodings: ['none'], vector: 'words', seed },
      numbers: () => ['a word is the same vector wherever it stands'],
    }),
  }),
];

/** Of a head that knows no positions. */
export const noneClaims = [
  claim({
    id: 'order-blind',
    quote:
      'Transformers, unlike recurrent neural networks (RNNs), do not have an inherent sense of the order of words in a sentence.',
    article: 'second',
    about: 'why positions are needed',
    rule: `Holds if a head that is told no positions finds at most ${percent(GUESSED)} of the keys one token back; in part if fewer than ${percent(RIGHT)}.`,
    measure(core, { seed }) {
      const options = trainerOptions({ encoding: 'none', share: 1, seed });
      const trainer = core.trainer({ ...options, testLength: options.length });
      const { start, losses, correct } = trainer.evaluate();
      trainer.free();
      const mean = (/** @type {ArrayLike<number>} */ all) =>
        Array.from(all).reduce((a, b) => a + b, 0) / all.length;
      return {
        accuracy: mean(correct),
        perplexity: Math.exp(mean(losses)),
        guess: Math.exp(mean(losses.map((_, i) => Math.log(start + i + 1)))),
      };
    },
    verdict: ({ accuracy }) => (accuracy <= GUESSED ? 'holds' : accuracy < RIGHT ? 'in part' : 'not'),
    says: ({ accuracy, perplexity, guess }) =>
      `Where nothing tells positions apart, the little head finds ${percent(accuracy)} of the keys one token back. Its perplexity is ${perplexityText(perplexity)}; that of a guess among all tokens so far is ${perplexityText(guess)}.`,
    link: ({ seed }) => ({
      figure: 'training',
      patch: { seed },
      numbers: ({ perplexity }) => [perplexityText(perplexity)],
    }),
  }),
];
