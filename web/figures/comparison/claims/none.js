import { perplexityText } from '../../shared/numbers.js';
import { trainerOptions } from '../look-back.js';
import { percent } from '../numbers.js';
import { claim, GUESSED, RIGHT } from './claim.js';

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
