import { LinesPlot } from '../../charts/lines.js';
import { h, svg } from '../../dom/index.js';
import { plotOf } from '../shared/plot-view.js';
import { lossesNow } from './compute.js';
import { encodings, seenEncodings } from './heads.js';
import { beyondText, heldOutName, lineNames, lossesLabel, testsLabel, words } from './text.js';

/** @typedef {import('../../charts/marks/line.js').Line} Line */
/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./heads.js').Test} Test */
/** @typedef {import('../shared/panel.js').Panel<TrainingData>} Panel */
/** @typedef {Pick<import('../../charts/marks/line.js').Line, 'tone' | 'width' | 'dash'>} Style */

/** How each encoding's lines are told from the others', without colour. @type {Readonly<Record<string, Style>>} */
export const styleOf = Object.freeze({
  learned: { tone: 'ink', width: 1.75, dash: [7, 3] },
  sinusoidal: { tone: 'ink', width: 1.25, dash: [] },
  rotary: { tone: 'ink', width: 3.25, dash: [] },
  none: { tone: 'soft', width: 1.5, dash: [1, 3] },
});

/** Those of the positions that are held out. @param {Style} look @returns {Style} */
const heldOutStyle = (look) => ({ ...look, tone: 'soft' });

/** How a line is drawn, small. @param {Style} look */
export const swatch = ({ tone, width, dash }) =>
  svg(
    'svg',
    { class: `swatch ${tone}`, viewBox: '0 0 28 10', width: 28, height: 10, 'aria-hidden': 'true' },
    svg('path', { d: 'M0 5H28', 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || 'none' }),
  );

/** The names of all lines, each as it is drawn. */
export const legend = () =>
  h(
    'p',
    { class: 'legend' },
    ...Object.entries(styleOf).map(([encoding, style]) =>
      h('span', {}, swatch(style), String(lineNames[encoding])),
    ),
  );

/** The axis of losses goes no further, whatever they are: what is beyond runs along its edge. */
const [LEAST, MOST] = [1e-12, 1e6];

/** @param {number} value above 0 */
const powerAbove = (value) => 10 ** Math.ceil(Math.log10(value) - 1e-9);
/** @param {number} value above 0 */
const powerBelow = (value) => 10 ** Math.floor(Math.log10(value) + 1e-9);

/** The losses against the steps, both on logarithmic axes: what is still to come in a run that is played again is veiled. @param {Run} run @returns {Panel} */
export function lossesPanel(run) {
  const veil = { from: 1 };
  let kept = {
    of: '',
    data: /** @type {object} */ ({}),
    lines: /** @type {import('../../charts/lines.js').Lines | undefined} */ (undefined),
  };
  return {
    layout: ({ plot }) => h('div', {}, h('p', { class: 'title' }, h('b', {}, words.losses)), plot('losses')),
    plots: {
      losses: plotOf(LinesPlot, {
        className: 'plot graph',
        // A run that is played again is drawn already, but for what was tested since.
        data({ data }) {
          const { reached, seen, steps } = run;
          const of = `${reached} ${seen.step === reached || reached === steps}`;
          if (!kept.lines || of !== kept.of || data !== kept.data || reached === 0)
            kept = { of, data, lines: lossLines(run, data) };
          return /** @type {import('../../charts/lines.js').Lines} */ (kept.lines);
        },
        moment() {
          // The first loss is that before step 1.
          veil.from = Math.expm1(run.place * Math.log1p(run.steps)) + 1;
          return veil;
        },
        label: ({ data: { sizes } }) => {
          const { step, tests = {}, heldOut } = run.seen;
          return lossesLabel(step, tests, sizes, heldOut);
        },
      }),
    },
    heading: () => words.losses,
  };
}

/** @param {Pick<Run, 'known' | 'reached' | 'steps' | 'ends' | 'seen'>} run @param {Pick<TrainingData, 'sizes'>} data @returns {import('../../charts/lines.js').Lines} */
export function lossLines({ known, reached, steps, ends, seen }, { sizes }) {
  const x = Float64Array.from({ length: reached + 1 }, (_, i) => i + 1);
  const tests = reached === steps ? ends : seen.step === reached ? seen.tests : undefined;
  let [least, most] = [0.1, 10];
  const add = (
    /** @type {string} */ id,
    /** @type {string} */ name,
    /** @type {Float64Array} */ losses,
    /** @type {number | undefined} */ last,
  ) => {
    // Its name stands where it ends, so it must not end in a gap.
    const count = last === undefined ? Math.max(1, reached) : reached + 1;
    const y = new Float64Array(count).fill(Number.NaN);
    y.set(losses.subarray(0, Math.min(reached, count)));
    if (last !== undefined) y[reached] = last;
    for (let i = 0; i < count; i += 1) {
      y[i] = Math.max(LEAST, Math.min(MOST, y[i]));
      if (y[i] < least) least = y[i];
      if (y[i] > most) most = y[i];
    }
    return { id, name, x: x.subarray(0, count), y };
  };
  /** @type {Line[]} */
  const lines = [];
  for (const encoding of encodings) {
    const own = known[encoding];
    if (!own) continue;
    const style = styleOf[encoding];
    const now = tests && lossesNow(tests[encoding], sizes.length, seen.heldOut);
    lines.push({ ...style, ...add(encoding, lineNames[encoding], own.losses, now?.trained) });
    if (seen.heldOut.length === 0 || encoding === 'none') continue;
    const name = heldOutName(encoding);
    lines.push({ ...heldOutStyle(style), ...add(name, name, own.heldOutLosses, now?.heldOut) });
  }
  return {
    name: 'losses',
    x: { name: words.step, min: 1, max: steps + 1, log: true },
    y: { name: words.loss, min: powerBelow(least), max: powerAbove(most), log: true },
    lines,
    levels: [],
    marks: [],
    aside: heldOutNote(lines),
  };
}

/** Beside the learned ones, which part furthest from what they were trained on. @param {readonly Line[]} lines */
function heldOutNote(lines) {
  const y = lines.find(({ id }) => id === heldOutName('learned'))?.y;
  const last = y?.[y.length - 1] ?? 0;
  return last > 0 ? { y: last, text: words.heldOut } : undefined;
}

/** The axis of perplexities begins a little below 1, the best, which would lie on the axis otherwise. */
const LOWEST = 0.5;

/** It ends here at least, and at the most. */
const [LEAST_TOP, MOST_TOP] = [1000, 1e9];

/**
 * Perplexity against position, on and past the trained length, and below it where the right key had the greatest score.
 *
 * @param {Run} run
 * @returns {Panel}
 */
export function testPanel(run) {
  // While a run goes on its scale does not shrink; another run has a scale of its own.
  let top = { of: /** @type {object} */ ({}), most: LEAST_TOP };
  const tests = () => /** @type {Record<string, Test>} */ (run.seen.tests);
  return {
    layout: ({ plot }) => h('div', {}, h('p', { class: 'title' }, h('b', {}, words.test)), plot('test')),
    plots: {
      test: plotOf(LinesPlot, {
        className: 'plot graph test',
        data({ data }) {
          if (top.of !== data) top = { of: data, most: LEAST_TOP };
          const lines = testLines(tests(), data.sizes, top.most);
          top.most = lines.y.max;
          return lines;
        },
        label: ({ data: { sizes } }) => testsLabel(run.seen.step, tests(), sizes),
      }),
    },
    heading: () => words.test,
  };
}

/** @param {Record<string, Test>} tests @param {TrainingData['sizes']} sizes @param {number} least that the axis reaches @returns {import('../../charts/lines.js').Lines} */
export function testLines(tests, { length, testLength }, least) {
  let greatest = 0;
  /** @type {Line[]} */
  const lines = [];
  for (const encoding of [...encodings].reverse()) {
    const test = tests[encoding];
    if (!test) continue;
    for (const loss of test.losses) if (loss > greatest) greatest = loss;
    const y = test.losses.map((loss) => Math.min(Math.exp(loss), MOST_TOP));
    const x = y.map((_, i) => test.start + i);
    // A name at the right edge would say that the learned rows go on.
    const name = encoding === 'learned' && testLength > length ? '' : lineNames[encoding];
    lines.push({ ...styleOf[encoding], id: encoding, name, x, y });
  }
  const max = powerAbove(Math.max(least, Math.min(Math.exp(greatest), MOST_TOP)));
  const edge = length - 0.5;
  const last = Math.max(1, testLength - 1);
  const learned = tests.learned;
  const isPast = testLength > length;
  /** @type {import('../../charts/marks/notes.js').Note[]} */
  const notes = [{ text: words.trained, from: 0, to: edge, align: 'start', wraps: false }];
  const beyond = { from: isPast ? edge : 0, to: last, wraps: true };
  if (isPast) notes.push({ ...beyond, text: words.neverSeen, align: 'start' });
  if (Math.exp(greatest) > MOST_TOP) {
    notes.push({ ...beyond, text: beyondText(Math.exp(greatest)), align: 'end' });
  }
  return {
    name: 'test',
    x: { name: words.position, min: 0, max: last, log: false },
    y: { name: words.perplexity, min: LOWEST, max, log: true },
    lines,
    shades: [{ from: 0, to: edge }],
    levels: [],
    marks: isPast ? [{ value: edge, label: '' }] : [],
    notes,
    ends: isPast && learned ? [endOf(learned)] : [],
    rugs: seenEncodings.flatMap((encoding) => {
      const test = tests[encoding];
      return test ? [{ name: encoding, start: test.start, has: test.correct }] : [];
    }),
  };
}

/** Where a line of perplexities ends. @param {Test} test */
const endOf = ({ start, losses }) => ({
  x: start + losses.length - 1,
  y: Math.min(Math.exp(losses[losses.length - 1]), MOST_TOP),
  text: words.learnedEnds,
});
