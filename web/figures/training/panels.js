import { GoalsPlot } from '../../charts/goals.js';
import { HeatMapPlot } from '../../charts/heat-map.js';
import { positionColors } from '../../charts/index.js';
import { LinesPlot } from '../../charts/lines.js';
import { h, setText } from '../../dom/index.js';
import { fixed, lossText, perplexityText } from '../shared/numbers.js';
import { plotOf } from '../shared/plot-view.js';
import { lossesNow } from './compute.js';
import { encodings, seenEncodings } from './heads.js';
import { ringOf, seeksOf } from './ring.js';
import { heldOutStyle, styleOf } from './series.js';
import { kinds, lineNames, lossesText, rightText, shareText, testsText, titles, whenText } from './text.js';

/** @typedef {import('../../charts/marks/line.js').Line} Line */
/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./heads.js').Test} Test */
/** @typedef {import('../shared/panel.js').Panel<TrainingData>} Panel */
/** @typedef {Record<string, Float32Array>} Attention */

/** So many rows can be told apart. */
const MOST_ROWS = 64;

/** Where the ring's numbers stand, and what must be seen of it, in its radii. */
const WORDS = 1.16;
const REACH = 1;

/** Two ways to look at the rows: by where each of them looks, or as they are. */
const ways = /** @type {const} */ ({
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

/**
 * The learned rows: where each of them looks as a query, among the keys of all, or the vectors that they are.
 *
 * @param {Run} run
 * @param {import('../figure.js').FigureHost} host
 * @param {() => void} renew draws it anew, at once
 * @returns {Panel}
 */
export function rowsPanel(run, host, renew) {
  /** @type {keyof typeof ways} */
  let way = 'ring';
  let kept = { of: '', colors: { mark: [''], text: [''] }, words: /** @type {object[]} */ ([]) };

  /** What is drawn of it. @param {TrainingData['sizes']} sizes */
  const seen = (sizes) => seeksOf(/** @type {Attention} */ (run.seen.attention).learned, sizes);
  /** @param {TrainingData['sizes']} sizes */
  const numbers = (sizes) => {
    const { apart, others, share } = /** @type {import('./rows.js').Rows} */ (run.seen.rows);
    const all = sizes.length - sizes.lookBack;
    const finding = way === 'ring' ? `${seen(sizes).found} of ${all} found` : `${shareText(share)} seen`;
    return Number.isFinite(apart)
      ? `${finding} (${fixed(apart, 0)}° off, others ${fixed(others, 0)}°)`
      : finding;
  };
  /** The colours of the keys' positions, and the numbers on the ring. @param {number} length @param {number} count @param {number} every */
  const colorsFor = (length, count, every) => {
    const of = `${length} ${count} ${every} ${host.scheme}`;
    if (of !== kept.of) {
      const { mark, text } = positionColors(length, host.scheme);
      const some = (/** @type {string[]} */ all) => all.slice(0, count).filter((_, i) => i % every === 0);
      const ring = ringOf(length);
      const words = numbersFor(length).map((n) => ({
        text: String(n),
        color: text[n],
        x: WORDS * ring[2 * n],
        y: WORDS * ring[2 * n + 1],
      }));
      kept = { of, colors: { mark: some(mark), text: some(text) }, words };
    }
    return kept;
  };
  return {
    layout({ plot, live }) {
      const short = h('span', { class: 'kind' });
      const choices = /** @type {(keyof typeof ways)[]} */ (Object.keys(ways)).map((one) => ({
        one,
        button: h('button', { type: 'button', 'data-way': one, onclick: () => choose(one) }, ways[one].name),
      }));
      const choose = (/** @type {keyof typeof ways} */ chosen) => {
        way = chosen;
        setText(short, ways[chosen].short);
        for (const { one, button } of choices) button.setAttribute('aria-pressed', String(one === chosen));
        if (run.seen.rows) renew();
      };
      choose(way);
      return h(
        'div',
        { class: 'cell' },
        h(
          'div',
          { class: 'title' },
          h('b', {}, 'Learned rows'),
          h(
            'span',
            { class: 'ways', role: 'group', 'aria-label': 'Learned rows' },
            ...choices.map(({ button }) => button),
          ),
          short,
        ),
        plot('rows'),
        h('p', { class: 'under' }, live('number', 'span.number')),
      );
    },
    plots: {
      rows: plotOf(GoalsPlot, {
        className: 'plot square',
        data({ data: { sizes } }) {
          const { length, lookBack } = sizes;
          const every = Math.ceil((length - lookBack) / MOST_ROWS);
          const { queries, keys } = /** @type {import('./rows.js').Rows} */ (run.seen.rows);
          const [tips, goals] = way === 'ring' ? [seen(sizes).tips, seen(sizes).goals] : [queries, keys];
          const { colors, words } = colorsFor(length, length - lookBack, every);
          return {
            name: 'Learned rows',
            columns: { index: 'position of the key', arrow: 'query', goal: 'key' },
            indices: colors.mark.map((_, i) => i * every),
            tips: thinned(tips, every),
            goals: thinned(goals, every),
            colors,
            reach: REACH,
            words: way === 'ring' ? /** @type {import('../../charts/goals.js').Word[]} */ (words) : [],
          };
        },
        label: ({ data: { sizes } }) =>
          `Learned rows ${whenText(run.seen.step)}: ${ways[way].long}, ${numbers(sizes)}, mean angles in all dimensions`,
      }),
    },
    heading: () => 'Learned rows',
    words: ({ data: { sizes } }) => ({ number: numbers(sizes) }),
  };
}

/** Positions with a number on the ring: the first, the last, and three between. @param {number} length */
const numbersFor = (length) => [
  ...new Set([0, 1, 2, 3].map((quarter) => Math.round((quarter * length) / 4)).concat(length - 1)),
];

/** Every so many points. @param {Float64Array} points x, y, x, y, … @param {number} every */
const thinned = (points, every) =>
  every === 1 ? points : points.filter((_, i) => Math.floor(i / 2) % every === 0);

/** How one head's attention is shared among the keys. @param {typeof seenEncodings[number]} encoding @param {Run} run @returns {Panel} */
export function attentionPanel(encoding, run) {
  const name = titles[encoding];
  const weights = () => /** @type {Attention} */ (run.seen.attention)[encoding];
  return {
    layout: ({ plot, live }) =>
      h(
        'div',
        { class: 'cell', 'data-encoding': encoding },
        h('p', { class: 'title' }, h('b', {}, name), h('span', { class: 'kind' }, kinds[encoding])),
        plot(encoding),
        h('p', { class: 'under' }, live('number', 'span.number')),
      ),
    plots: {
      [encoding]: plotOf(HeatMapPlot, {
        className: 'plot square',
        data: ({ data: { sizes } }) => ({
          name,
          values: weights(),
          // Roots of weights make small ones visible.
          tones: weights().map(Math.sqrt),
          rows: sizes.length,
          columns: sizes.length,
          limit: 1,
          rowName: 'query',
          columnName: 'key',
        }),
        label: ({ data: { sizes } }) =>
          `${name} ${whenText(run.seen.step)}: attention of ${sizes.length} queries, ${rightText(weights(), sizes)}`,
      }),
    },
    heading: () => name,
    text({ data: { sizes } }) {
      const test = run.seen.tests?.[encoding];
      if (!test) return { number: '' };
      const { trained } = lossesNow(test, sizes.length, run.seen.heldOut);
      return { number: `${rightText(weights(), sizes)}, loss ${lossText(trained)}` };
    },
  };
}

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
    layout: ({ plot }) => h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Losses')), plot('losses')),
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
          return `Losses against steps: ${whenText(step)} ${lossesText(tests, sizes, heldOut)}`;
        },
      }),
    },
    heading: () => 'Losses',
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
    const name = `${encoding}, held out`;
    lines.push({ ...heldOutStyle(style), ...add(name, name, own.heldOutLosses, now?.heldOut) });
  }
  return {
    name: 'losses',
    x: { name: 'step', min: 1, max: steps + 1, log: true },
    y: { name: 'loss', min: powerBelow(least), max: powerAbove(most), log: true },
    lines,
    levels: [],
    marks: [],
    aside: heldOutNote(lines),
  };
}

/** Beside the learned ones, which part furthest from what they were trained on. @param {readonly Line[]} lines */
function heldOutNote(lines) {
  const y = lines.find(({ id }) => id === 'learned, held out')?.y;
  const last = y?.[y.length - 1] ?? 0;
  return last > 0 ? { y: last, text: 'grey: positions held out' } : undefined;
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
    layout: ({ plot }) => h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Test')), plot('test')),
    plots: {
      test: plotOf(LinesPlot, {
        className: 'plot graph test',
        data({ data }) {
          if (top.of !== data) top = { of: data, most: LEAST_TOP };
          const lines = testLines(tests(), data.sizes, top.most);
          top.most = lines.y.max;
          return lines;
        },
        label: ({ data: { sizes } }) =>
          `Perplexity against position ${whenText(run.seen.step)}: ${testsText(tests(), sizes)}`,
      }),
    },
    heading: () => 'Test',
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
  const notes = [{ text: 'trained', from: 0, to: edge, align: 'start', wraps: false }];
  const beyond = { from: isPast ? edge : 0, to: last, wraps: true };
  if (isPast) notes.push({ ...beyond, text: 'never seen: the learned table has no row', align: 'start' });
  if (Math.exp(greatest) > MOST_TOP) {
    const text = `off the scale, as far as ${perplexityText(Math.exp(greatest))}`;
    notes.push({ ...beyond, text, align: 'end' });
  }
  return {
    name: 'test',
    x: { name: 'position', min: 0, max: last, log: false },
    y: { name: 'perplexity', min: LOWEST, max, log: true },
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
  text: 'learned ends here',
});
