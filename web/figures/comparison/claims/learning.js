import { defaults, wordRow, words } from '../../../settings/index.js';
import { lossText, perplexityText } from '../../training/describe.js';
import { brief, fixed } from '../../vectors/numbers.js';
import { SHARE } from '../measured.js';
import { printed } from '../printed.js';
import { claim, whole } from './claim.js';
import { BY_HEART, SIGN, SLOWER } from './thresholds.js';

/** A word that the sentence of the page has twice. */
const WORD = 'the';

/** Of the table that is learned. */
export const learningClaims = [
  claim({
    id: 'overfit',
    quote: 'They can overfit to the training data, especially with limited training samples.',
    article: 'second',
    about: 'Trainable embeddings',
    late: true,
    rule: `Holds if, trained on ${100 * SHARE}% of the positions, the held-out ones have ${BY_HEART} or more times the perplexity of the others; in part if ${SIGN} or more.`,
    measure(_core, _settings, measured) {
      const trained = measured.halved();
      return trained?.heldOut === undefined ? undefined : { seen: trained.seen, heldOut: trained.heldOut };
    },
    verdict({ seen, heldOut }) {
      const ratio = heldOut / seen;
      return ratio >= BY_HEART ? 'holds' : ratio >= SIGN ? 'in part' : 'not';
    },
    says: ({ seen, heldOut }) =>
      `A loss of ${lossText(Math.log(seen))} where it was trained, and of ${lossText(Math.log(heldOut))} at the held-out positions in between (perplexity ${perplexityText(heldOut)}): it has learned its rows by heart, and knows nothing of the others.`,
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
    rule: 'Holds if the table has parameters and the others have none; in part if they have fewer.',
    measure(core, { positions, dimensions, seed }) {
      // A row's length is measured; that there are so many rows is what a table of positions is.
      const row = core.learnedRows({ ids: [positions - 1], dimensions, seed }).data.length;
      return {
        own: positions * row,
        positions,
        dimensions,
        printed: printed.vocabulary * printed.dimensions,
        others: 0,
      };
    },
    verdict: ({ own, others }) => (others === 0 && own > 0 ? 'holds' : others < own ? 'in part' : 'not'),
    says: ({ own, positions, dimensions, printed: all }) =>
      `As printed, ${whole(printed.vocabulary)} × ${printed.dimensions} = ${whole(all)} parameters; at your sizes ${whole(positions)} × ${dimensions} = ${whole(own)}. Sine, cosine and rotation have none.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'heatmap',
      patch: { table: 'learned', positions, dimensions, seed },
      numbers: () => [`${positions} positions by ${dimensions} dimensions`],
    }),
  }),
  claim({
    id: 'expensive',
    quote: 'More computationally expensive due to the need for training and updating embeddings.',
    article: 'second',
    about: 'Trainable embeddings',
    late: true,
    rule: `Holds if a step of training takes ${SLOWER} or more times as long as with sinusoidal and as with rotary; in part if than with one of them.`,
    measure(_core, _settings, measured) {
      const [learned, sinusoidal, rotary] = /** @type {const} */ (['learned', 'sinusoidal', 'rotary']).map(
        (name) => measured.trained(name)?.stepTime,
      );
      if (learned === undefined || sinusoidal === undefined || rotary === undefined) return undefined;
      return { learned, sinusoidal, rotary };
    },
    verdict({ learned, sinusoidal, rotary }) {
      const count = [sinusoidal, rotary].filter((other) => learned >= SLOWER * other).length;
      return count === 2 ? 'holds' : count === 1 ? 'in part' : 'not';
    },
    says: ({ learned, sinusoidal, rotary }) =>
      `Here one step of training the little head takes ${brief(learned)} ms with a learned table, ${brief(sinusoidal)} ms with sinusoidal and ${brief(rotary)} ms with rotary. Without training at all, sinusoidal and rotary are ready as they are.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'comparison',
      patch: { positions, dimensions, seed },
      numbers: ({ learned }) => [`${brief(learned)} ms`],
    }),
  }),
  claim({
    id: 'lookup',
    quote: 'Use a lookup table where each token and position has a learned vector.',
    article: 'second',
    about: 'the printed class',
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
    verdict({ tokens, positions }) {
      const count = [tokens, positions].filter((distance) => distance > 0).length;
      return count === 2 ? 'holds' : count === 1 ? 'in part' : 'not';
    },
    says: ({ tokens, positions, places }) =>
      `Two words have rows ${fixed(tokens, 2)} apart; “${WORD}” at position ${places[0]} and “${WORD}” at position ${places[1]} are ${fixed(positions, 2)} apart. It looks words up, and no position.`,
    link: ({ seed }) => ({
      figure: 'vectors',
      patch: { encodings: ['none'], vector: 'words', seed },
      numbers: () => ['a word is the same vector wherever it stands'],
    }),
  }),
];
