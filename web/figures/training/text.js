import { counted, joined } from '../../settings/index.js';
import { allMarked, marked } from '../shared/caption.js';
import { fixed, lossText, perplexityText } from '../shared/numbers.js';
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
export function notes({ plan, sizes, result, lacksMemory }) {
  /** @type {string[]} */
  const lines = [];
  if (!result) return lacksMemory ? [words.lacksMemory] : lines;
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

/** What controls are called here. */
export const labels = Object.freeze({ sequenceLength: 'Tested length' });

/** @param {number} steps */
export const doneText = (steps) => `${counted(steps, 'step')} of training done`;

/** What the pictures say beside their numbers. */
export const words = Object.freeze({
  lacksMemory: 'There is not enough memory to train now. Play tries again.',
  rows: 'Learned rows',
  rowsColumns: { index: 'position of the key', arrow: 'query', goal: 'key' },
  rowsMeans: 'mean angles in all dimensions',
  query: 'query',
  key: 'key',
  weight: 'attention’s weight',
  losses: 'Losses',
  step: 'step',
  loss: 'loss',
  heldOut: 'grey: positions held out',
  test: 'Test',
  position: 'position',
  perplexity: 'perplexity',
  trained: 'trained',
  neverSeen: 'never seen: the learned table has no row',
  learnedEnds: 'learned ends here',
});

/** Two ways to look at the rows: by where each of them looks, or as they are. */
export const ways = Object.freeze({
  ring: {
    name: 'Ring',
    short: 'where each looks →, and its key ○',
    long: 'of the keys that queries must find',
  },
  components: {
    name: 'Vectors',
    short: 'queries →, keys ○, two components',
    long: 'queries and the keys that they must find in their first two principal components',
  },
});

/** @param {import('./rows.js').Rows} rows @param {Sizes} sizes @param {number | undefined} found on the ring, how many find their key */
export function rowsText({ apart, others, share }, { length, lookBack }, found) {
  const finding = found === undefined ? `${shareText(share)} seen` : `${found} of ${length - lookBack} found`;
  return Number.isFinite(apart)
    ? `${finding} (${fixed(apart, 0)}° off, others ${fixed(others, 0)}°)`
    : finding;
}

/** @param {Float32Array} attention @param {Sizes} sizes */
export const attentionText = (attention, sizes) =>
  `attention of ${sizes.length} queries, ${rightText(attention, sizes)}`;

/** The line of the positions of an encoding that are held out. @param {string} encoding */
export const heldOutName = (encoding) => `${encoding}, held out`;

/** @param {number} perplexity */
export const beyondText = (perplexity) => `off the scale, as far as ${perplexityText(perplexity)}`;

/** @param {number} step @param {Tests} tests @param {Sizes} sizes @param {Int32Array} heldOut */
export const lossesLabel = (step, tests, sizes, heldOut) =>
  `Losses against steps: ${whenText(step)} ${lossesText(tests, sizes, heldOut)}`;

/** @param {number} step @param {Tests} tests @param {Sizes} sizes */
export const testsLabel = (step, tests, sizes) =>
  `Perplexity against position ${whenText(step)}: ${testsText(tests, sizes)}`;

/** What the table says of itself. */
export const tableWords = Object.freeze({
  name: 'Losses, perplexities and accuracies',
  loss: 'loss',
  trained: 'trained length',
  past: 'never seen',
  noRow: 'no row',
});

/** @param {boolean} hasHeldOut */
export const tableText = (hasHeldOut) =>
  `Perplexity and accuracy by position${hasHeldOut ? '; loss, and that of the positions held out, the grey lines' : ''}`;

/** What the player's parts are called. */
export const playerWords = Object.freeze({
  name: 'Training',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  end: 'To the end',
  reset: 'Start over',
  resetTitle: 'Back to step 0',
  rail: 'Step of training',
});

/** @param {number} step */
export const stepText = (step) => `step ${step}`;

/** @param {number} step @param {number} steps */
export const railText = (step, steps) => `step ${step} of ${steps}`;

/** How far it is, for those who see it and for those who do not. @param {number} step @param {number} goal */
export function goingText(step, goal) {
  const [done, all] = [step, goal].map((count) => count.toLocaleString('en'));
  return { short: `training ${done} of ${all}`, long: `${done} of ${all} steps` };
}
