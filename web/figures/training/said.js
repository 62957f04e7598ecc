import { joined } from '../../settings/index.js';
import { lossText, perplexityText } from '../shared/numbers.js';
import { encodings } from './lab.js';
import { lineNames } from './looks.js';
import { lossesNow, nameOf, scoreOf, stretchesOf } from './stretches.js';

/** @typedef {import('./plan.js').TrainingData['sizes']} Sizes */
/** @typedef {Record<string, import('./lab.js').Test>} Tests */

/** What a graph shows now, for those who do not see it. @param {Tests} tests @param {Sizes} sizes @param {Int32Array} heldOut */
export function lossesSaid(tests, { length }, heldOut) {
  const parts = encodings.flatMap((encoding) => {
    const test = tests[encoding];
    return test ? [`${lossText(lossesNow(test, length, heldOut).trained)} with ${lineNames[encoding]}`] : [];
  });
  return joined(parts);
}

/** The same of perplexities, by stretches of positions. @param {Tests} tests @param {Sizes} sizes */
export function testsSaid(tests, sizes) {
  const parts = stretchesOf(sizes).map((stretch) => {
    const scores = encodings.flatMap((encoding) => {
      const score = scoreOf(tests[encoding], stretch);
      return score ? [`${perplexityText(score.perplexity)} with ${lineNames[encoding]}`] : [];
    });
    return `at ${nameOf(stretch)} ${joined(scores)}`;
  });
  return parts.join('; ');
}
