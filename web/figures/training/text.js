import { counted, joined } from '../../settings/index.js';
import { allMarked, marked } from '../shared/caption.js';
import { lossText, perplexityText } from '../shared/numbers.js';
import { lossesNow, nameOf, scoreOf, stretchesOf } from './compute.js';
import { encodings } from './heads.js';

/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('./compute.js').Result} Result */
/** @typedef {TrainingData['sizes']} Sizes */
/** @typedef {Record<string, import('./heads.js').Test>} Tests */

/** @param {number} value an accuracy or a weight, 0 to 1 */
export const shareText = (value) => `${Math.round(100 * value)} %`;

/** @type {Readonly<Record<string, string>>} */
export const titles = Object.freeze({
  learned: 'Learned',
  sinusoidal: 'Sinusoidal',
  rotary: 'Rotary',
  none: 'No position',
});

/**
 * What is trained and, once it is known, what came of it.
 *
 * @param {TrainingData} data
 * @returns {string}
 */
export function caption(data) {
  const { plan, sizes, result } = data;
  const task = `look ${counted(sizes.lookBack, 'token')} back`;
  if (!result) {
    return `One attention head must learn to ${task}, and positions are all that it has: ${counted(plan.steps, 'step')} of training on ${counted(sizes.length, 'position')}, learned, sinusoidal, rotary and without any, side by side.`;
  }
  return [
    `After ${counted(plan.steps, 'step')} of learning to ${task}, at the end of the run, ${lossesIn(data, result)}.`,
    heldOutIn(data, result),
    ...pastIn(data, result),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** @param {TrainingData} data @param {Result} result */
function lossesIn({ sizes }, { tests, heldOut }) {
  const [within] = stretchesOf(sizes);
  const parts = ['learned', 'sinusoidal', 'rotary', 'none'].map((encoding) => {
    const test = tests[encoding];
    const score = within && scoreOf(test, within);
    if (!test || !score) return '';
    const loss = lossText(lossesNow(test, sizes.length, heldOut).trained);
    const name = encoding === 'none' ? 'none' : encoding === 'learned' ? 'learned positions' : encoding;
    return `${loss} and ${perplexityText(score.perplexity)} with ${name}`;
  });
  const all = heldOut.length > 0 ? ', those held out among them,' : '';
  return `the training loss and the perplexity over positions ${within ? nameOf(within) : ''}${all} are ${marked(joined(parts))}`;
}

/** @param {TrainingData} data @param {Result} result */
function heldOutIn({ sizes }, { tests, heldOut }) {
  if (heldOut.length === 0) return '';
  const parts = ['learned', 'sinusoidal', 'rotary'].flatMap((encoding) => {
    const test = tests[encoding];
    const loss = test && lossesNow(test, sizes.length, heldOut).heldOut;
    return loss === undefined
      ? []
      : [`${lossText(loss)} with ${encoding === 'learned' ? 'learned positions' : encoding}`];
  });
  return `Over the ${allMarked(counted(heldOut.length, 'position'))} held out, the loss is ${marked(joined(parts))}.`;
}

/** @param {TrainingData} data @param {Result} result @returns {string[]} */
function pastIn({ sizes }, { tests }) {
  const past = stretchesOf(sizes).filter(({ trained }) => !trained);
  if (past.length === 0) return [];
  const parts = ['sinusoidal', 'rotary'].map((encoding) => {
    const scores = past.flatMap((stretch) => scoreOf(tests[encoding], stretch) ?? []);
    const perplexities = scores.map(({ perplexity }) => perplexityText(perplexity));
    const accuracies = scores.map(({ accuracy }) => shareText(accuracy).replace(' ', '\u00a0'));
    return `${joined(perplexities)} with ${encoding} positions (accuracy ${joined(accuracies)})`;
  });
  return [
    `Past the trained length, at ${joined(past.map(nameOf))}, perplexity is ${marked(joined(parts))}; a learned table has no row there.`,
  ];
}

/** @param {TrainingData} data @returns {string[]} */
export function notes({ plan, sizes, result }) {
  /** @type {string[]} */
  const lines = [];
  if (!result) return lines;
  const { heldOut, losses } = result;
  if (heldOut.length > 0) {
    const all = sizes.length - sizes.lookBack;
    lines.push(
      `${heldOut.length} of ${all} positions are held out: they are keys as all others, but no query of theirs counts in training.`,
    );
  }
  for (const encoding of ['learned', 'sinusoidal', 'rotary']) {
    const stopped = losses[encoding]?.findIndex(Number.isNaN) ?? -1;
    if (stopped >= 0 && stopped < plan.steps)
      lines.push(
        `${titles[encoding]}: from step ${stopped} on the numbers grow beyond all bounds, and training stops. The learning rate is too large.`,
      );
  }
  return lines;
}

/** What a line is called beside it. @type {Readonly<Record<string, string>>} */
export const lineNames = Object.freeze({
  learned: 'learned',
  sinusoidal: 'sinusoidal',
  rotary: 'rotary',
  none: 'no position',
});

/** What a graph shows now, for those who do not see it. @param {Tests} tests @param {Sizes} sizes @param {Int32Array} heldOut */
export function lossesText(tests, { length }, heldOut) {
  const parts = encodings.flatMap((encoding) => {
    const test = tests[encoding];
    return test ? [`${lossText(lossesNow(test, length, heldOut).trained)} with ${lineNames[encoding]}`] : [];
  });
  return joined(parts);
}

/** The same of perplexities, by stretches of positions. @param {Tests} tests @param {Sizes} sizes */
export function testsText(tests, sizes) {
  const parts = stretchesOf(sizes).map((stretch) => {
    const scores = encodings.flatMap((encoding) => {
      const score = scoreOf(tests[encoding], stretch);
      return score ? [`${perplexityText(score.perplexity)} with ${lineNames[encoding]}`] : [];
    });
    return `at ${nameOf(stretch)} ${joined(scores)}`;
  });
  return parts.join('; ');
}

/** @param {number} step */
export const whenText = (step) => `at step ${step}`;

/** How much of the attention is where it belongs, on the average. @param {Float32Array} attention @param {Sizes} sizes */
export function rightText(attention, { length, lookBack }) {
  let sum = 0;
  for (let n = lookBack; n < length; n += 1) sum += attention[n * length + n - lookBack];
  return `${shareText(sum / (length - lookBack))} on the right key`;
}

/** What each head is, in a few words. */
export const kinds = Object.freeze({
  learned: 'the table’s rows are trained too',
  sinusoidal: 'waves, one for each feature',
  rotary: 'one query and one key, turned',
});
