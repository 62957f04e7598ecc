import { PairsPlot } from '../../charts/pairs.js';
import { h } from '../../dom/index.js';
import { figureOf, settingsWhere } from '../figure.js';
import { choosing } from '../shared/choosing.js';
import { lines } from '../shared/lines.js';
import { rangeOf } from '../shared/numbers.js';
import { each } from '../shared/panel.js';
import { plotOf } from '../shared/plot-view.js';
import { reveal } from '../shared/reports.js';
import { compute, frame, keyAt, queryAt } from './compute.js';
import { MistakesList, mistakeIn } from './mistakes.js';
import { styles } from './styles.js';
import * as text from './text.js';
import { ways } from './ways.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('./compute.js').Panel} Own */
/** @typedef {import('../../charts/lines.js').Lines} Lines */
/** @typedef {import('../../charts/pairs.js').Pairs} Pairs */

/** With more features a panel needs the whole width: of a figure that is not wide, or of any. */
const SOME = 10;
const MANY = 20;

/** Room between the plot and what is read of it, CSS pixels. */
const BESIDE = 4;

/** A panel a way, and the scores of all of them. @param {import('../figure.js').FigureHost} host @returns {import('../shared/panel.js').Panel<PairingData>} */
function panel(host) {
  let description = '';
  /** @type {HTMLElement[]} */
  let shown = [];
  const mistakes = new MistakesList(host, ({ name, way }) => {
    reveal(host, shown[ways.indexOf(way)], () => `${name}. ${description}`);
  });
  const lineNames = h('ul.legend');
  return {
    layout: ({ plot, live, panels }) =>
      h(
        'div.pairing',
        panels('ways'),
        legend(text.marks),
        h(
          'div.overview',
          h('p.title', h('b', text.words.score), live('overview', 'span')),
          plot('overview'),
          lineNames,
        ),
        mistakes.element,
      ),
    panels: each(
      ({ panels }) => panels,
      ({ way }) => way,
      ({ way }) => wayPanel(ways.indexOf(way)),
    ),
    plots: {
      overview: lines({
        data: ({ data }) => scoreLines(data),
        between: linesBetween,
        title: ({ data }) => `${text.words.score} ${text.overviewTitle(data)}`,
        label: ({ data }) => text.overviewSentence(data),
        at: ({ data }) => data.live.scores,
        isWhole: true,
      }),
    },
    narrowest: 300,
    words: ({ data }) => ({ overview: ` ${text.overviewTitle(data)}` }),
    set({ data, settings, ...now }, element) {
      description = now.description;
      shown = Array.from(element.querySelectorAll('.way'));
      const mistake = mistakeIn(settings);
      mistakes.mark(mistake);
      for (const [i, one] of shown.entries()) one.classList.toggle('meant', mistake?.way === ways[i]);
      element.classList.toggle('some', data.dimensions > SOME);
      element.classList.toggle('many', data.dimensions > MANY);
      const named = LINES.map(({ mark }, i) => [mark, text.lineName(data, i)]);
      lineNames.replaceChildren(...legend(named.filter(([, name]) => name !== '')).children);
    },
  };
}

/** @param {readonly (readonly string[])[]} items each a mark and what it means */
const legend = (items) =>
  h(
    'ul.legend',
    ...items.map(([mark, text]) => h('li', mark ? h('i', { class: mark }) : null, h('span', text))),
  );

/** One way to pair: its arcs and dials, its score at two places, and what is to be said of it. @param {number} index @returns {import('../shared/panel.js').Panel<PairingData, Own>} */
function wayPanel(index) {
  const way = ways[index];
  /** @type {import('../../charts/pairs.js').PairHands} */
  const moment = { cos: [], sin: [], angles: [], thin: 0, thickColor: '#000000', thinColor: '#000000' };
  const there = h('tr');
  return {
    layout({ plot, live }) {
      const heads = text.words.heads.map((text) => h('th', { scope: 'col' }, text));
      const cells = (/** @type {string} */ row) =>
        ['key', 'query', 'score', 'magnitude'].map((name) => live(`${row} ${name}`, 'td'));
      there.append(...cells('there'));
      return h(
        'div.way',
        { role: 'group', 'aria-label': text.names[way] },
        h('p.title', h('b', text.names[way]), live('subtitle', 'span')),
        plot(way),
        h('table', h('thead', h('tr', ...heads)), h('tbody', there, h('tr.here', ...cells('here')))),
        live('verdict', 'p.verdict'),
      );
    },
    plots: {
      [way]: plotOf(PairsPlot, {
        data: ({ data, own }) => pairsOf(data, own),
        between: pairsBetween,
        moment({ data, own, colors: { mark } }, position) {
          const colorAt = (/** @type {number} */ at) =>
            mark[Math.min(mark.length - 1, Math.floor(at))] ?? moment.thinColor;
          return Object.assign(moment, data.live.angles, {
            angles: own.frequencies,
            thin: data.dimensions / 2,
            thickColor: colorAt(queryAt(position, data.distance)),
            thinColor: colorAt(keyAt(position, data.distance)),
          });
        },
        label: ({ data, own }) => text.panelSentence(data, own),
        keys: { role: 'pairs of features', text: ({ data, own }) => text.keysText(data, own) },
        heightFor: (plot, width) => plot.heightFor(width),
        read: ({ data, own }, place) =>
          place < data.dimensions ? { text: text.reading(data, own, place).join('\n') } : undefined,
        // Over the arcs: under the plot are the scores.
        readAt(plot, place, height) {
          const { x, y, radius } = plot.dial(place);
          return { x, y: y - radius - BESIDE - height };
        },
        gestures: (view) =>
          choosing(view, {
            pick: (point) => view.plot.pick(point),
            count: () => view.shown.data.dimensions,
            columns: () => 1,
          }),
      }),
    },
    heading: () => text.names[way],
    words({ data, own, colors }) {
      const sample = data.placeSamples[0];
      const row = text.rowText(data, data.places[0], own.scores[sample], own.magnitudes[sample]);
      return {
        subtitle: ` ${text.subtitle(data, own)}`,
        verdict: text.verdict(own).text,
        ...colored('there', row, colors.text[data.places[0]]),
      };
    },
    text({ data, colors }, position) {
      const { scores, magnitudes } = data.live;
      const row = text.rowText(data, position, scores[index], magnitudes[index]);
      return colored('here', row, colors.text[Math.floor(position)]);
    },
    set({ data, own }, element) {
      there.hidden = data.places.length < 2;
      element.querySelector('.verdict')?.classList.toggle('bad', !text.verdict(own).isGood);
    },
  };
}

/** @param {string} row @param {Record<string, string>} cells @param {string} [color] @returns {import('../shared/panel.js').Texts} */
const colored = (row, cells, color = '') =>
  Object.fromEntries(Object.entries(cells).map(([name, text]) => [`${row} ${name}`, [text, color]]));

/** @param {PairingData} data @param {Own} own @returns {Pairs} */
function pairsOf(data, { way, order, tokens, frequencies, arcs }) {
  const places = order.map((_, feature) => order.indexOf(feature));
  const byFeature = (/** @type {number} */ row) =>
    places.map((place) => tokens.data[row * data.dimensions + place]);
  return {
    name: text.names[way],
    arcs,
    names: frequencies.map(text.theta),
    numbers: places.map((_, feature) => String(feature)),
    places,
    rows: [
      { name: 'q', values: byFeature(0) },
      { name: 'k', values: byFeature(1) },
    ],
    most: Math.max(...tokens.data.map(Math.abs)) || 1,
    columns: [
      {
        ...text.words.frequency,
        values: frequencies.map((frequency) => data.frequencies[frequency]),
      },
    ],
    words: text.words.pairs,
  };
}

/** Features on their way to other places. @param {Pairs} from @param {Pairs} to @param {number} share @returns {Pairs | undefined} */
function pairsBetween(from, to, share) {
  const isSame = from.places.every((place, i) => place === to.places[i]);
  if (from.places.length !== to.places.length || isSame) return undefined;
  return { ...to, places: to.places.map((place, i) => from.places[i] + (place - from.places[i]) * share) };
}

/** How each way's line is drawn: a broad band, dashes that stay visible on it, a thin line. */
const LINES = [
  { mark: 'band', tone: /** @type {const} */ ('soft'), width: 6, dash: [] },
  { mark: 'dashes', tone: /** @type {const} */ ('ink'), width: 2, dash: [9, 7] },
  { mark: 'thin', tone: /** @type {const} */ ('ink'), width: 1.25, dash: [] },
];

/** Room above and below the lines, as a part of their range; and the least range. */
const ROOM = 0.12;
const LEAST = 1;

/** The score of every way against the position: level lines are relative. @param {PairingData} data @returns {Lines} */
function scoreLines(data) {
  const { samples, panels, places } = data;
  const lines = panels.map(({ way, scores }, i) => {
    const { tone, width, dash } = LINES[i];
    return { id: way, name: text.lineName(data, i), x: samples, y: scores, tone, width, dash };
  });
  return framed({
    name: 'scores',
    x: {
      name: text.placeName(data),
      min: 0,
      max: Math.max(1, samples[samples.length - 1]),
      log: false,
    },
    y: { name: text.words.product, min: 0, max: 1, log: false },
    // The wave lies below the two level lines, which must stay visible.
    lines: lines.reverse(),
    levels: [],
    marks: places.length > 1 ? [{ value: places[0], label: text.firstRow(data) }] : [],
  });
}

/** With an axis that has room for all lines. @param {Lines} picture @returns {Lines} */
function framed(picture) {
  const [least, most] = rangeOf(picture.lines.flatMap(({ y }) => rangeOf(y)));
  const range = Math.max(most - least, LEAST);
  const room = (range - (most - least)) / 2 + ROOM * range;
  return { ...picture, y: { ...picture.y, min: least - room, max: most + room } };
}

/** Lines on their way to other scores. @param {Lines} from @param {Lines} to @param {number} share @returns {Lines | undefined} */
function linesBetween(from, to, share) {
  if (from.lines[0].x.length !== to.lines[0].x.length) return undefined;
  const lines = to.lines.map((line, i) => {
    const before = from.lines[i].y;
    return { ...line, y: Array.from(line.y, (score, k) => before[k] + (score - before[k]) * share) };
  });
  return framed({ ...to, lines });
}

/** @satisfies {import('../figure.js').FigureCode<PairingData>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: (data) => ({ labels: data.labels, counts: text.placeName(data) }),
  panel,
  styles,
  aside: text.aside,
  idle: ({ tokens, dimensions, query, key }) =>
    settingsWhere({
      query: tokens === 'equal',
      key: tokens === 'equal',
      seed: tokens === 'equal' || (query !== undefined && key !== undefined),
      permuted: dimensions === 2,
    }),
  notes: text.notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
