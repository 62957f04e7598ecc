import { ChainsPlot, shapeOf } from '../../charts/chains.js';
import { h } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { colorAt, lines } from '../shared/lines.js';
import { plotOf } from '../shared/plot-view.js';
import { compute, frame, isDense, partOf } from './compute.js';
import { scoresLines, sumsLines } from './lines.js';
import { styles } from './styles.js';
import * as text from './text.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('../shared/panel.js').Panel<DecayData>} Panel */

/** The pairs' arrows as a chain that curls up with the distance, and what comes of it: RoFormer's bound, and scores. @returns {Panel} */
function panel() {
  /** @type {import('../../charts/chains.js').Chain} */
  const moment = { links: 1, x: [1], y: [0], radius: 1, color: '#000000', passed: 0 };
  const dots = { sums: new Float64Array(1), scores: new Float64Array(2) };
  const thick = h('i.thick');
  return {
    layout: ({ plot, live, formula }) =>
      h(
        'div.decay',
        h(
          'div.why',
          h('p.title', live('title'), live('place', 'span')),
          plot('chain'),
          keys(
            key(h('i.circle'), text.words.joints, live('sums')),
            key(live('bar', 'i.bar'), text.words.end, live('cosines')),
          ),
          h('p.title', h('b', text.words.bound), text.words.boundIs),
          formula(),
        ),
        h(
          'div',
          h('p.title', h('b', text.words.sumsTitle), live('sums'), text.words.sumsAre),
          plot('sums'),
          keys(key(thick, live('rises', 'span'))),
        ),
        h(
          'div',
          h('p.title', h('b', text.words.scores)),
          plot('scores'),
          keys(key(h('i.mid'), text.words.mean, live('mean')), key(h('i.thin'), text.words.own, live('own'))),
        ),
      ),
    plots: {
      chain: plotOf(ChainsPlot, {
        className: 'plot chain',
        data: ({ data, colors }) => ({
          name: 'chain',
          item: 'pair',
          words: { earlier: text.words.distance, radius: text.words.sums },
          box: data.view,
          earlier: data.earlier.map(({ distance, x, y }) => ({
            x,
            y,
            label: String(distance),
            color: colors.mark[distance],
            text: colors.text[distance],
          })),
        }),
        title: ({ data }, distance) => text.pictureTitles.chain(data, distance),
        label: ({ data }) => text.chainLabel(data),
        moment({ data, colors }, position) {
          const { chain, frequencies, now, earlier } = data;
          const passed = earlier.findLastIndex(({ distance }) => distance < position) + 1;
          const color = colorAt(colors, position);
          return Object.assign(moment, chain, { links: frequencies.length, radius: now.sums, passed, color });
        },
      }),
      sums: lines({
        data: ({ data }) => sumsLines(data),
        title: ({ data }) => text.pictureTitles.sums(data),
        label: ({ data }) => text.sumsLabel(data),
        at({ data }) {
          dots.sums[0] = data.now.sums;
          return dots.sums;
        },
      }),
      scores: lines({
        data: ({ data }) => scoresLines(data),
        title: ({ data }) => text.pictureTitles.scores(data),
        label: ({ data, settings }) => text.scoresLabel(data, settings),
        at({ data: { now, size } }) {
          dots.scores[0] = partOf(now.own, size);
          dots.scores[1] = now.mean;
          return dots.scores;
        },
      }),
    },
    formula: () => text.bound,
    words: ({ data }) => ({ title: text.chainTitle(data), rises: text.risesText(data) }),
    text: ({ data, colors }, position) => text.textAt(data, position, colors.text[Math.floor(position)]),
    set({ data }, element) {
      const box = /** @type {HTMLElement} */ (element.querySelector('.chain'));
      box.style.aspectRatio = String(shapeOf(data.view));
      thick.hidden = isDense(data) || data.sums.rises === 0;
    },
  };
}

/** @param {...HTMLElement} items */
const keys = (...items) => h('ul.keys', ...items);

/** @param {HTMLElement} mark @param {...(string | HTMLElement)} words */
const key = (mark, ...words) => h('li', mark, h('span', ...words));

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly import('../../settings/index.js').SettingName[]} */
function idle({ tokens, query, key: own }) {
  if (tokens === 'equal') return ['query', 'key', 'seed'];
  return query && own ? ['seed'] : [];
}

/** @satisfies {import('../figure.js').FigureCode<DecayData>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: ({ labels }) => ({ labels, counts: text.words.distance }),
  panel,
  styles,
  aside: text.aside,
  idle,
  notes: text.notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
