import { defaultsOf } from '../../../settings/index.js';
import { brief, fixed, percent, whole } from '../../shared/numbers.js';
import { magnitudesOf, tokensOf } from '../../shared/score-table.js';
import { PrintedClass, printed, small } from '../methods.js';
import { claim, EXACT, graded, inComparison, inScores, inVectors, NEARLY, relativity } from './claim.js';

/** A token vector that is no special case: with equal features the product would seem to keep magnitudes. */
const TOKEN = Object.freeze(/** @type {const} */ ([2, 1]));

/** Positions at which that is looked at. */
const POSITIONS = 10;

/** All these are said of it. */
const printedClass = /** @type {const} */ ({
  article: 'second',
  about: 'the printed class',
  asPrinted: true,
});

/** Of the class that the second article prints as "RopeEmbeddings". @type {import('./claim.js').Group} */
export const multiplying = {
  title: 'Product: “RopeEmbeddings” as printed',
  claims: [
    claim({
      id: 'unit-circle',
      quote: 'represent positions as complex numbers on the unit circle',
      ...printedClass,
      rule: `Holds if every pair of its rows has the magnitude 1, within ${brief(EXACT)}; in part if some have.`,
      measure({ core }) {
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
      judge: ({ on, all, first }) => ({
        verdict: graded(on === all, on > 0),
        says: `In ${POSITIONS} positions of ${small.dimensions} dimensions ${on} of ${all} pairs lie on it; the first has the magnitude ${fixed(first, 3)}.`,
      }),
      link: inVectors({ encodings: ['sinusoidal'], positions: POSITIONS, dimensions: 2, vector: [0, 0] }),
    }),
    claim({
      id: 'complex',
      quote: 'multiplying the word embeddings with the positional embeddings in a complex space',
      ...printedClass,
      rule: `Holds if the product keeps every magnitude within ${brief(EXACT)}, as one with a complex number on the unit circle does; in part if within ${percent(NEARLY)}.`,
      measure({ core }) {
        const x = Float32Array.from({ length: 2 * POSITIONS }, (_, i) => TOKEN[i % 2]);
        const { least, greatest } = magnitudesOf(new PrintedClass(core, 2).forward(x), 2);
        const turned = magnitudesOf(core.rotate({ data: x, shape: [POSITIONS, 2] }).data, 2);
        return { least, greatest, turned, own: Math.hypot(...TOKEN) };
      },
      judge: ({ least, greatest, turned, own }) => {
        const off = Math.max(Math.abs(least - own), Math.abs(greatest - own)) / own;
        return {
          verdict: graded(off <= EXACT, off <= NEARLY),
          says: `A complex product would keep the magnitude ${fixed(own, 3)} of (${TOKEN.join(', ')}). The line “x * self.pe” multiplies feature by feature and gives ${fixed(least, 2)} to ${fixed(greatest, 2)}; rotary gives ${fixed(turned.least, 3)} to ${fixed(turned.greatest, 3)}.`,
        };
      },
      link: inVectors({
        encodings: ['product', 'rotary'],
        positions: POSITIONS,
        dimensions: 2,
        vector: [...TOKEN],
      }),
    }),
    claim({
      id: 'translations',
      quote:
        'This multiplication introduces rotational invariance, making the embeddings robust to shifts and translations in the input sequence.',
      ...printedClass,
      rule: relativity.rule,
      measure: ({ few }) => ({ spread: few.product, rotary: few.rotary }),
      judge: ({ spread, rotary }) => ({
        verdict: relativity.verdict(spread),
        says: `Moved along together over ${spread.positions} positions, query and key change their score by up to ${fixed(spread.size, 2)}; the largest score is ${fixed(spread.largest, 2)}. With rotary it changes by ${brief(rotary.size)}.`,
      }),
      link: inScores({ methods: ['product', 'rotary'] }),
    }),
    claim({
      id: 'robustness',
      quote: 'Encode positional information with rotational invariance and robustness.',
      ...printedClass,
      rule: 'Holds if no feature of a vector is lost at position 0; in part if fewer than half are.',
      measure({ core, settings: { seed } }) {
        const { dimensions } = small;
        const { query } = tokensOf(core, { ...defaultsOf('scores'), dimensions, seed });
        const lostIn = (/** @type {Float32Array} */ made) =>
          Array.from(made.keys()).filter((i) => query[i] !== 0 && made[i] === 0);
        return {
          lost: lostIn(new PrintedClass(core, dimensions).forward(query)),
          rotary: lostIn(core.rotate({ data: query, shape: [1, dimensions] }).data),
          dimensions,
        };
      },
      judge: ({ lost, rotary, dimensions }) => {
        const which = lost.length > 0 ? ` (${lost.join(', ')}): what they held is gone for good` : '';
        return {
          verdict: graded(lost.length === 0, 2 * lost.length < dimensions),
          says: `At position 0 it makes ${lost.length} of ${dimensions} features 0${which}. Rotary loses ${rotary.length}.`,
        };
      },
      link: inVectors({
        encodings: ['product'],
        positions: POSITIONS,
        dimensions: small.dimensions,
        vector: [...TOKEN],
      }),
    }),
    claim({
      id: 'extrapolate',
      quote: 'the sinusoidal functions can naturally extrapolate beyond the training sequence length',
      ...printedClass,
      rule: 'Holds if the class takes twice as many positions as it was made for; in part if it takes more than these at all.',
      measure({ core, longest }) {
        const next = core.rotate({ data: Float32Array.from(TOKEN), shape: [1, 2] }, { start: longest }).data;
        return {
          longest,
          made: printed.maxLen,
          next: magnitudesOf(next, 2).least,
          own: Math.hypot(...TOKEN),
        };
      },
      judge: ({ longest, made, next, own }) => ({
        verdict: graded(longest >= 2 * made, longest > made),
        says: `It is made with max_len = ${whole(made)}, takes ${whole(longest)} positions, and ends at position ${whole(longest - 1)}. Rotary, which is computed and not looked up, goes on: at position ${whole(longest)} it keeps ${fixed(next, 3)} of a magnitude of ${fixed(own, 3)}.`,
      }),
      link: inComparison,
    }),
  ],
};
