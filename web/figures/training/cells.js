import { GoalsPlot } from '../../charts/goals.js';
import { HeatMapPlot } from '../../charts/heat-map.js';
import { positionColors } from '../../charts/index.js';
import { h, setText } from '../../dom/index.js';
import { lossText } from '../shared/numbers.js';
import { plotOf } from '../shared/plot-view.js';
import { lossesNow } from './compute.js';
import { ringOf, seeksOf } from './rows.js';
import { attentionText, kinds, rightText, rowsText, titles, ways, whenText, words } from './text.js';

/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('../shared/panel.js').Panel<TrainingData>} Panel */
/** @typedef {Record<string, Float32Array>} Attention */

/** So many rows can be told apart. */
const MOST_ROWS = 64;

/** Where the ring's numbers stand, and what must be seen of it, in its radii. */
const WORDS = 1.16;
const REACH = 1;

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
  let kept = {
    of: '',
    colors: { mark: [''], text: [''] },
    numbers: /** @type {import('../../charts/goals.js').Word[]} */ ([]),
  };

  /** What is drawn of it. @param {TrainingData['sizes']} sizes */
  const seen = (sizes) => seeksOf(/** @type {Attention} */ (run.seen.attention).learned, sizes);
  /** @param {TrainingData['sizes']} sizes */
  const numbers = (sizes) => {
    const rows = /** @type {import('./rows.js').Rows} */ (run.seen.rows);
    return rowsText(rows, sizes, way === 'ring' ? seen(sizes).found : undefined);
  };
  /** The colours of the keys' positions, and the numbers on the ring. @param {number} length @param {number} count @param {number} every */
  const colorsFor = (length, count, every) => {
    const of = `${length} ${count} ${every} ${host.scheme}`;
    if (of !== kept.of) {
      const { mark, text } = positionColors(length, host.scheme);
      const some = (/** @type {string[]} */ all) => all.slice(0, count).filter((_, i) => i % every === 0);
      const ring = ringOf(length);
      const numbers = numbersFor(length).map((n) => ({
        text: String(n),
        color: text[n],
        x: WORDS * ring[2 * n],
        y: WORDS * ring[2 * n + 1],
      }));
      kept = { of, colors: { mark: some(mark), text: some(text) }, numbers };
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
          h('b', {}, words.rows),
          h(
            'span',
            { class: 'ways', role: 'group', 'aria-label': words.rows },
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
          const { colors, numbers: onRing } = colorsFor(length, length - lookBack, every);
          return {
            name: words.rows,
            columns: words.rowsColumns,
            indices: colors.mark.map((_, i) => i * every),
            tips: thinned(tips, every),
            goals: thinned(goals, every),
            colors,
            reach: REACH,
            words: way === 'ring' ? onRing : [],
          };
        },
        label: ({ data: { sizes } }) =>
          `${words.rows} ${whenText(run.seen.step)}: ${ways[way].long}, ${numbers(sizes)}, ${words.rowsMeans}`,
      }),
    },
    heading: () => words.rows,
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

/** How one head's attention is shared among the keys. @param {keyof typeof kinds} encoding @param {Run} run @returns {Panel} */
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
          rowName: words.query,
          columnName: words.key,
        }),
        label: ({ data: { sizes } }) =>
          `${name} ${whenText(run.seen.step)}: ${attentionText(weights(), sizes)}`,
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

/** What the colours of attention mean: roots of weights, which make small ones visible. @param {HTMLElement} bar */
export const weightsScale = (bar) =>
  h(
    'p',
    { class: 'under scale-of-weights' },
    h('span', { class: 'weights-name' }, words.weight),
    h('span', {}, '0'),
    h('span', { class: 'bar-of-weights' }, bar, h('small', {}, '0.25')),
    h('span', {}, '1'),
  );
