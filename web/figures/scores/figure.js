import { ArrowPairPlot } from '../../charts/arrow-pair.js';
import { BarsPlot } from '../../charts/bars.js';
import { DottedLinePlot } from '../../charts/dotted-line.js';
import { ScoreMatrixPlot } from '../../charts/score-matrix.js';
import { h } from '../../dom/index.js';
import { figureOf, settingsWhere } from '../figure.js';
import { ColorScale } from '../shared/color-scale.js';
import { each } from '../shared/panel.js';
import { plotOf } from '../shared/plot-view.js';
import { linksTo } from '../shared/reports.js';
import { compute, frame } from './compute.js';
import { matrixGestures } from './pointer.js';
import { styles } from './styles.js';
import * as text from './text.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('./compute.js').Panel} Own */
/** @typedef {import('./pointer.js').Cell} Cell */
/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** Where query and key stand, and a panel an encoding. @param {import('../figure.js').FigureHost} host @returns {import('../shared/panel.js').Panel<ScoresData>} */
function panel(host) {
  const reports = h('ul.reports');
  return {
    layout: ({ live, panels }) =>
      h(
        'div.scores',
        h(
          'p.where',
          h('span', text.words.key, live('key', 'b')),
          h('span', text.words.query, live('query', 'b')),
          live('hint', 'span'),
        ),
        panels('panels'),
        reports,
      ),
    panels: each(
      ({ panels }) => panels,
      ({ method }) => method.name,
      ({ method }) => methodPanel(method, host),
    ),
    narrowest: 300,
    words: ({ data }) => ({ hint: text.hint(data) }),
    text: ({ data, colors }) => text.whereText(data, colors.text),
    set: ({ data }) =>
      reports.replaceChildren(
        ...text.casesOf(data).map(({ says, threads }) => h('li', says, ' ', ...linksTo(threads, ' · '))),
      ),
  };
}

const arrow = () => ({ position: 0, x: 0, y: 0, color: '', textColor: '' });

/**
 * One encoding: the two vectors and their score, all scores, the score as both move along, and how scores spread.
 *
 * @param {import('../shared/score-methods.js').Method} method
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<ScoresData, Own>}
 */
function methodPanel({ name, title, subtitle, encoding }, host) {
  const scale = new ColorScale(text.words.score);
  /** @type {readonly [ReturnType<typeof arrow>, ReturnType<typeof arrow>]} */
  const pair = [arrow(), arrow()];
  const mark = { row: 0, column: 0, rowColor: '', columnColor: '' };
  const cursor = { x: 0, ys: [Number.NaN] };
  /** @type {import('../../charts/bars.js').Heights} */
  const heights = { values: [] };
  let flat = new Float32Array();
  /** What is drawn of the table, which stays while the distance changes. @type {{ of: Own['table'] | undefined, limit: number, matrix: import('../../charts/score-matrix.js').ScoreMatrix | undefined }} */
  let kept = { of: undefined, limit: 0, matrix: undefined };
  /** Where query and key will be seen in the next frame: a key may come before it. @type {Cell | undefined} */
  let gone;

  /** Where query and key stand, whole positions. @param {ScoresData} data @returns {Cell} */
  const nowOf = ({ start, position }) => {
    const place = Math.floor(position);
    return { query: start.query + place, key: start.key + place };
  };
  return {
    layout: ({ plot, live, formula }) =>
      h(
        'div.panel',
        { role: 'group', 'aria-label': title },
        h(
          'div.parts',
          h('p.title', h('span', h('b', title), ` ${subtitle}`), live('verdict', 'b.verdict')),
          h(
            'div.pair',
            plot(`${name} arrows`),
            h('div.words', live('score', 'output.score', { 'aria-hidden': 'true' }), live('part', 'p.part')),
            formula(),
          ),
          h('div.all', scale.element, plot(`${name} matrix`)),
          h(
            'div.along',
            h('p.quantity', h('span', text.words.change), live('change', 'b')),
            plot(`${name} line`),
          ),
          h(
            'div.spread',
            h('p.quantity', h('span', text.words.widest), live('widest', 'b.widest')),
            plot(`${name} spread`),
          ),
        ),
      ),
    plots: {
      [`${name} arrows`]: plotOf(ArrowPairPlot, {
        className: 'plot arrows',
        data: ({ own, colors }) => ({
          name: title,
          tips: own.tips,
          colors: colors.mark,
          names: /** @type {const} */ (['k', 'q']),
          index: 'position',
        }),
        moment({ data, own, colors }) {
          const { query, key } = own.moving;
          const now = nowOf(data);
          const [first, second] = pair;
          for (const [shown, vector, at] of /** @type {const} */ ([
            [first, key, now.key],
            [second, query, now.query],
          ])) {
            shown.position = at + data.position - Math.floor(data.position);
            shown.x = vector[data.features[0]];
            shown.y = vector[data.features[1]];
            shown.color = colors.mark[at] ?? '';
            shown.textColor = colors.text[at] ?? '';
          }
          return pair;
        },
        title: ({ data, own }) => `${text.words.score} ${text.scoreTexts(own, data).score}`,
        label: ({ data, own }) => text.describeAlong(own, data),
        gestures(view) {
          /** @type {'query' | 'key' | undefined} */
          let held;
          return {
            pick: (point) => (encoding.name === 'none' ? undefined : view.plot.pick(point)),
            hover: (tip) => void view.box.classList.toggle('over', tip !== undefined),
            press(tip) {
              held = tip === undefined ? undefined : /** @type {const} */ (['key', 'query'])[tip];
              view.box.classList.toggle('held', held !== undefined);
              return held !== undefined;
            },
            drag(point) {
              const { data, own } = view.shown;
              if (held) host.seek(data.near(own, held, view.plot.toData(point)));
            },
            drop: () => view.box.classList.remove('held'),
            touchDrags: true,
          };
        },
      }),
      [`${name} matrix`]: plotOf(ScoreMatrixPlot, {
        className: 'plot matrix',
        data({ data, own: { table, limit, method } }) {
          if (kept.matrix && kept.of === table && kept.limit === limit) return kept.matrix;
          const { positions } = data.settings;
          const matrix = {
            name: title,
            values: method.masked
              ? table.values.map((value) => (value > Number.NEGATIVE_INFINITY ? value : 0))
              : table.values,
            rows: positions,
            columns: positions,
            limit,
            masked: method.masked,
            rowName: 'query',
            columnName: 'key',
          };
          kept = { of: table, limit, matrix };
          return matrix;
        },
        moment({ data, colors }) {
          const now = nowOf(data);
          mark.row = data.start.query + data.position;
          mark.column = data.start.key + data.position;
          mark.rowColor = colors.mark[now.query] ?? '';
          mark.columnColor = colors.mark[now.key] ?? '';
          return mark;
        },
        title: ({ own }) => text.tableTitle(own),
        label: ({ data, own }) => text.describeTable(own, data),
        keys: { role: 'score matrix', text: ({ data, own }) => text.keysText(own, data) },
        read: ({ data, own }, { row, column }) => ({
          text: text.readout(own, data, { query: row, key: column }),
        }),
        gestures: (view) =>
          matrixGestures(view.plot, {
            now: () => gone ?? nowOf(view.shown.data),
            positions: () => view.shown.data.settings.positions,
            read(cell) {
              const { row, column } = view.chosen ?? {};
              if (cell?.row !== row || cell?.column !== column) view.choose(cell);
            },
            go({ query, key }, aloud) {
              if (host.ask({ distance: query - key, at: Math.min(query, key) })) gone = { query, key };
              view.choose(undefined);
              if (aloud) host.say(text.readout(view.shown.own, view.shown.data, { query, key }));
            },
          }),
      }),
      [`${name} line`]: plotOf(DottedLinePlot, {
        className: 'plot line',
        title: ({ own }) => `${text.words.change} ${text.changeText(own)}`.trim(),
        data: ({ data, own: { line }, colors }) => ({
          name: title,
          names: { x: text.placeName(data.settings), y: text.words.score },
          x: line.place,
          y: line.score,
          at: line.at,
          colors: colors.mark.slice(data.start.key),
          range: line.range,
        }),
        moment({ data, own }) {
          cursor.x = data.position;
          cursor.ys[0] = own.masked ? Number.NaN : own.moving.score;
          return cursor;
        },
      }),
      [`${name} spread`]: plotOf(BarsPlot, {
        className: 'plot bars',
        title: ({ own }) => `${text.words.widest} ${text.widestText(own)}`,
        data({ data: { settings, widest } }) {
          const most = settings.positions - 1;
          return {
            name: `${title}, ${text.words.widest}`,
            x: { name: text.words.distance, min: -most, max: most },
            y: { name: text.words.most, min: 0, max: widest || 1 },
            first: -most,
          };
        },
        moment({ data, own: { table, relative } }) {
          // What spreads by rounding alone is shown as if it did not.
          if (flat.length !== table.spreads.length) flat = new Float32Array(table.spreads.length);
          heights.values = relative ? flat : table.spreads;
          heights.chosen = data.settings.distance;
          return heights;
        },
      }),
    },
    heading: () => title,
    formula: ({ own }) => text.formulaOf(own),
    words: ({ data, own }) => ({
      verdict: `the score ${text.verdict(own, data).text}`,
      change: text.changeText(own),
      widest: text.widestText(own),
    }),
    text: ({ data, own, colors }) => ({
      ...text.scoreTexts(own, data),
      ...text.whereText(data, colors.text),
    }),
    set({ data, own }, element) {
      scale.set(own.limit, false, host.scheme);
      const [judged, widest] = ['.verdict', '.widest'].map(
        (one) => /** @type {HTMLElement} */ (element.querySelector(one)),
      );
      judged.dataset.mark = text.verdict(own, data).mark;
      widest.title = text.widestNote(own);
    },
    frame() {
      gone = undefined;
    },
  };
}

/** Encodings that are made of waves. */
const waves = ['sinusoidal', 'rotary', 'product'];

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
function idle({ methods, tokens, dimensions, query, key }) {
  const isEqual = tokens === 'equal';
  const isDrawn = !isEqual && (query === undefined || key === undefined);
  const hasHeads = methods.includes('alibi');
  return settingsWhere({
    query: isEqual,
    key: isEqual,
    pair: dimensions === 2,
    pairing: dimensions === 2,
    base: !methods.some((one) => waves.includes(one)),
    seed: !isDrawn && !methods.includes('learned') && !methods.includes('t5'),
    heads: !hasHeads,
    head: !hasHeads,
  });
}

/** @satisfies {import('../figure.js').FigureCode<ScoresData>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: ({ labels, settings }) => ({
    labels,
    positions: settings.positions,
    counts: text.placeName(settings),
  }),
  panel,
  styles,
  aside: text.aside,
  idle,
  notes: text.notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
