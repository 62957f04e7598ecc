import { defaultsOf } from '../../../settings/index.js';
import { brief, fixed, percent, whole } from '../../shared/numbers.js';
import { magnitudesOf, tokensOf } from '../../shared/score-table.js';
import { longestInput, PrintedClass, printed } from '../printed.js';
import { isRelative, spreadOf } from '../spread.js';
import { claim, EXACT, NEARLY } from './claim.js';
import { small } from './waves.js';

/** A token vector that is no special case: with equal features the product would seem to keep magnitudes. */
const TOKEN = Object.freeze(/** @type {const} */ ([2, 1]));

/** Positions at which that is looked at. */
const POSITIONS = 10;

/** Of the class that the second article prints as "RopeEmbeddings". */
export const productClaims = [
  claim({
    id: 'unit-circle',
    quote: 'represent positions as complex numbers on the unit circle',
    article: 'second',
    about: 'the printed class',
    asPrinted: true,
    rule: `Holds if every pair of its rows has the magnitude 1, within ${brief(EXACT)}; in part if some have.`,
    measure(core) {
      const { dimensions } = small;
      const ones = new Float32Array(POSITIONS * dimensions).fill(1);
      const rows = new PrintedClass(core, dimensions).forward(ones);
      const pairs = Array.from(
        { length: rows.length / 2 },
        (_, i) => magnitudesOf(rows.subarray(2 * i, 2 * i + 2), 2).least,
      );
      return {
        on: pairs.filter((magnitude) => Math.abs(magnitude - 1) <= EXACT).length,
        all: pairs.length,
        first: pairs[0],
      };
    },
    verdict: ({ on, all }) => (on === all ? 'holds' : on > 0 ? 'in part' : 'not'),
    says: ({ on, all, first }) =>
      `In ${POSITIONS} positions of ${small.dimensions} dimensions ${on} of ${all} pairs lie on it; the first has the magnitude ${fixed(first, 3)}.`,
    link: () => ({
      figure: 'vectors',
      patch: { encodings: ['sinusoidal'], positions: POSITIONS, dimensions: 2, vector: [0, 0] },
      numbers: ({ first }) => [`leaves the magnitude at ${fixed(first, 3)}`],
    }),
  }),
  claim({
    id: 'complex',
    quote: 'multiplying the word embeddings with the positional embeddings in a complex space',
    article: 'second',
    about: 'the printed class',
    asPrinted: true,
    rule: `Holds if the product keeps every magnitude within ${brief(EXACT)}, as one with a complex number on the unit circle does; in part if within ${percent(NEARLY)}.`,
    measure(core) {
      const x = Float32Array.from({ length: 2 * POSITIONS }, (_, i) => TOKEN[i % 2]);
      const { least, greatest } = magnitudesOf(new PrintedClass(core, 2).forward(x), 2);
      const turned = magnitudesOf(core.rotate({ data: x, shape: [POSITIONS, 2] }).data, 2);
      return { least, greatest, turned, own: Math.hypot(...TOKEN) };
    },
    verdict({ least, greatest, own }) {
      const off = Math.max(Math.abs(least - own), Math.abs(greatest - own)) / own;
      return off <= EXACT ? 'holds' : off <= NEARLY ? 'in part' : 'not';
    },
    says: ({ least, greatest, turned, own }) =>
      `A complex product would keep the magnitude ${fixed(own, 3)} of (${TOKEN.join(', ')}). The line “x * self.pe” multiplies feature by feature and gives ${fixed(least, 2)} to ${fixed(greatest, 2)}; rotary gives ${fixed(turned.least, 3)} to ${fixed(turned.greatest, 3)}.`,
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
    asPrinted: true,
    rule: `Holds if the score depends on the distance alone, within rounding; in part if it changes by at most ${percent(NEARLY)} of the largest score.`,
    measure: (core, { seed }) => ({
      spread: spreadOf(core, 'product', { ...small, seed }),
      rotary: spreadOf(core, 'rotary', { ...small, seed }),
    }),
    verdict: ({ spread }) =>
      isRelative(spread) ? 'holds' : spread.size <= NEARLY * spread.largest ? 'in part' : 'not',
    says: ({ spread: { size, largest, positions }, rotary }) =>
      `Moved along together over ${positions} positions, query and key change their score by up to ${fixed(size, 2)}; the largest score is ${fixed(largest, 2)}. With rotary it changes by ${brief(rotary.size)}.`,
    link: ({ seed }) => ({
      figure: 'scores',
      patch: { methods: ['product', 'rotary'], ...small, seed },
      numbers: ({ spread }) => [`by ${fixed(spread.size, 3)}`],
    }),
  }),
  claim({
    id: 'robustness',
    quote: 'Encode positional information with rotational invariance and robustness.',
    article: 'second',
    about: 'the printed class',
    asPrinted: true,
    rule: 'Holds if no feature of a vector is lost at position 0; in part if fewer than half are.',
    measure(core, { seed }) {
      const { dimensions } = small;
      const { query } = tokensOf(core, { ...defaultsOf('scores'), dimensions, seed });
      const first = new PrintedClass(core, dimensions).forward(query);
      const turned = core.rotate({ data: query, shape: [1, dimensions] }).data;
      const lostIn = (/** @type {Float32Array} */ made) =>
        Array.from(made.keys()).filter((i) => query[i] !== 0 && made[i] === 0);
      return { lost: lostIn(first), rotary: lostIn(turned), dimensions };
    },
    verdict: ({ lost, dimensions }) =>
      lost.length === 0 ? 'holds' : 2 * lost.length < dimensions ? 'in part' : 'not',
    says: ({ lost, rotary, dimensions }) => {
      const which = lost.length > 0 ? ` (${lost.join(', ')}): what they held is gone for good` : '';
      return `At position 0 it makes ${lost.length} of ${dimensions} features 0${which}. Rotary loses ${rotary.length}.`;
    },
    link: () => ({
      figure: 'vectors',
      patch: {
        encodings: ['product'],
        positions: POSITIONS,
        dimensions: small.dimensions,
        vector: [...TOKEN],
      },
      numbers: ({ lost }) => lost.slice(0, 1).map((i) => `at position 0 feature ${i} is multiplied by 0`),
    }),
  }),
  claim({
    id: 'extrapolate',
    quote: 'the sinusoidal functions can naturally extrapolate beyond the training sequence length',
    article: 'second',
    about: 'the printed class',
    asPrinted: true,
    rule: 'Holds if the class takes twice as many positions as it was made for; in part if it takes more than these at all.',
    measure(core) {
      const made = printed.maxLen;
      const longest = longestInput(core, 2 * made);
      const next = core.rotate({ data: Float32Array.from(TOKEN), shape: [1, 2] }, { start: longest }).data;
      return { longest, made, next: magnitudesOf(next, 2).least, own: Math.hypot(...TOKEN) };
    },
    verdict: ({ longest, made }) => (longest >= 2 * made ? 'holds' : longest > made ? 'in part' : 'not'),
    says: ({ longest, made, next, own }) =>
      `It is made with max_len = ${whole(made)}, takes ${whole(longest)} positions, and ends at position ${whole(longest - 1)}. Rotary, which is computed and not looked up, goes on: at position ${whole(longest)} it keeps ${fixed(next, 3)} of a magnitude of ${fixed(own, 3)}.`,
    link: ({ positions, dimensions, seed }) => ({
      figure: 'comparison',
      patch: { positions, dimensions, seed },
      numbers: ({ longest }) => [`The printed class ends at position ${whole(longest - 1)}.`],
    }),
  }),
];
