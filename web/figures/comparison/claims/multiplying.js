import { defaultsOf } from '../../../settings/index.js';
import { magnitudesOf, tokensOf } from '../../scores/table.js';
import { brief, fixed } from '../../vectors/numbers.js';
import { longestInput, PrintedClass, printed } from '../printed.js';
import { isRelative, spreadOf } from '../spread.js';
import { claim, whole } from './claim.js';
import { EXACT, NEARLY } from './thresholds.js';
import { small } from './waves.js';

/** A token vector that is no special case: with equal features the product would seem to keep magnitudes. */
const TOKEN = Object.freeze(/** @type {const} */ ([2, 1]));

/** Positions at which that is looked at. */
const POSITIONS = 10;

/** Of the class that the second article prints as "RopeEmbeddings". */
export const productClaims = [
  claim({
    id: 'complex',
    quote: 'multiplying the word embeddings with the positional embeddings in a complex space',
    article: 'second',
    about: 'the printed class',
    rule: `Holds if the product keeps every magnitude within ${brief(EXACT)}, as one with a complex number on the unit circle does; in part if within ${100 * NEARLY}%.`,
    measure(core) {
      const x = Float32Array.from({ length: 2 * POSITIONS }, (_, i) => Number(TOKEN[i % 2]));
      const { least, greatest } = magnitudesOf(new PrintedClass(core, 2).forward(x), 2);
      return { least, greatest, own: Math.hypot(...TOKEN) };
    },
    verdict({ least, greatest, own }) {
      const off = Math.max(Math.abs(least - own), Math.abs(greatest - own)) / own;
      return off <= EXACT ? 'holds' : off <= NEARLY ? 'in part' : 'not';
    },
    says: ({ least, greatest, own }) =>
      `A complex product would keep the magnitude ${fixed(own, 3)} of (${TOKEN.join(', ')}). The line “x * self.pe” multiplies feature by feature and gives ${fixed(least, 2)} to ${fixed(greatest, 2)}.`,
    link: () => ({
      figure: 'vectors',
      patch: { encodings: ['product', 'rotary'], positions: POSITIONS, dimensions: 2, vector: [...TOKEN] },
      numbers: ({ least, greatest }) => [`from ${fixed(least, 2)} to ${fixed(greatest, 2)}`],
    }),
  }),
  claim({
    id: 'translations',
    quote:
      'This multiplication introduces rotational invariance, making the embeddings robust to shifts and translations in the input sequence.',
    article: 'second',
    about: 'the printed class',
    rule: `Holds if the score depends on the distance alone, within rounding; in part if it changes by at most ${100 * NEARLY}% of the largest score.`,
    measure: (core, { seed }) => spreadOf(core, 'product', { ...small, seed }),
    verdict: (spread) =>
      isRelative(spread) ? 'holds' : spread.size <= NEARLY * spread.largest ? 'in part' : 'not',
    says: ({ size, largest, positions }) =>
      `Moved along together over ${positions} positions, query and key change their score by up to ${fixed(size, 2)}; the largest score is ${fixed(largest, 2)}.`,
    link: ({ seed }) => ({
      figure: 'scores',
      patch: { methods: ['product', 'rotary'], ...small, seed },
      numbers: ({ size }) => [`by ${fixed(size, 3)}`],
    }),
  }),
  claim({
    id: 'robustness',
    quote: 'Encode positional information with rotational invariance and robustness.',
    article: 'second',
    about: 'the printed class',
    rule: 'Holds if no feature of a vector is lost at any position; in part if fewer than half are.',
    measure(core, { seed }) {
      const { dimensions } = small;
      const { query } = tokensOf(core, { ...defaultsOf('scores'), dimensions, seed });
      const first = new PrintedClass(core, dimensions).forward(query);
      const lost = Array.from(first.keys()).filter((i) => query[i] !== 0 && first[i] === 0);
      return { lost, dimensions };
    },
    verdict: ({ lost, dimensions }) =>
      lost.length === 0 ? 'holds' : 2 * lost.length < dimensions ? 'in part' : 'not',
    says: ({ lost, dimensions }) =>
      `At position 0 it multiplies ${lost.length} of ${dimensions} features by sin 0 = 0 (${lost.join(', ')}): what they held is gone for good.`,
    link: () => ({
      figure: 'vectors',
      patch: {
        encodings: ['product'],
        positions: POSITIONS,
        dimensions: small.dimensions,
        vector: [...TOKEN],
      },
      numbers: ({ lost }) => [`at position 0 feature ${lost[0]} is multiplied by 0`],
    }),
  }),
  claim({
    id: 'extrapolate',
    quote: 'the sinusoidal functions can naturally extrapolate beyond the training sequence length',
    article: 'second',
    about: 'the printed class',
    rule: 'Holds if the class takes twice as many positions as it was made for; in part if it takes more than these at all.',
    measure: (core) => ({ longest: longestInput(core, 2 * printed.maxLen), made: printed.maxLen }),
    verdict: ({ longest, made }) => (longest >= 2 * made ? 'holds' : longest > made ? 'in part' : 'not'),
    says: ({ longest, made }) =>
      `It is made with max_len = ${whole(made)} and takes ${whole(longest)} positions. At ${whole(longest + 1)} it stops with an error: a sine would go on, but the class looks it up in a table that ends.`,
    link: () => ({
      figure: 'heatmap',
      patch: { positions: printed.maxLen, dimensions: printed.dimensions },
      numbers: ({ longest }) => [`${longest} positions by ${printed.dimensions} dimensions`],
    }),
  }),
];
