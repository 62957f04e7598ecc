import { DialsPlot } from '../../charts/dials.js';
import { h } from '../../dom/index.js';
import { figureOf, settingsWhere } from '../figure.js';
import { configControl, configStyles } from '../models/config-control.js';
import { presets } from '../models/presets.js';
import { choosing } from '../shared/choosing.js';
import { colorAt } from '../shared/lines.js';
import { each } from '../shared/panel.js';
import { plotOf } from '../shared/plot-view.js';
import { compute, frame } from './compute.js';
import { styles } from './styles.js';
import * as text from './text.js';

/** @typedef {import('./compute.js').ClocksData} ClocksData */
/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** CSS pixels that a figure needs above and below its dials, and the least that they have at any window's height. */
const AROUND = 400;
const LEAST = 320;

/** Room between a dial and what is read of it, and how far that may stand out of the plot. */
const BESIDE = 8;
const OUT = 60;

/** The dials of a model, a group for each type of its layers. @returns {import('../shared/panel.js').Panel<ClocksData>} */
const panel = () => ({
  layout: ({ panels }) => panels('clocks'),
  panels: each(
    ({ groups }) => groups,
    (_, i) => String(i),
    groupPanel,
  ),
});

/** The dials of one type of layers, with heading and legend. @returns {import('../shared/panel.js').Panel<ClocksData, import('./compute.js').Group>} */
function groupPanel() {
  /** @type {import('../../charts/dials.js').Hands} */
  const moment = { cos: [], sin: [], turns: [], start: 0, ghosts: -1, color: '#000000' };
  const title = h('p.title');
  const marks = h('ul.legend');
  return {
    layout: ({ plot }) => h('div.dials', { role: 'group' }, title, plot('dials'), marks),
    plots: {
      dials: plotOf(DialsPlot, {
        data: ({ own: { model, wavelengths, reach } }) => ({
          reach,
          labels: Array.from(wavelengths, text.longLabel),
          shortLabels: Array.from(wavelengths, text.shortLabel),
          names: Array.from(wavelengths, (_, i) => text.words.pair(i)),
          numbers: Array.from(wavelengths, (_, i) => String(i)),
          name: model.label,
          columns: [{ ...text.words.wavelength, values: wavelengths }],
          words: text.words.dials,
        }),
        moment({ data, own, colors }, position) {
          const { start, ghosts } = own;
          const color = colorAt(colors, position);
          return Object.assign(moment, data.out, { turns: data.turns, start, ghosts, color });
        },
        label: ({ description }) => description,
        keys: { role: 'dials', text: ({ own, description }) => text.keysText(own, description) },
        // As high as the window lets all groups be.
        heightFor: (plot, width, { data }) =>
          plot.heightFor(width, Math.max(LEAST, window.innerHeight - AROUND) / data.groups.length),
        read: ({ data, own }, pair) =>
          pair < own.model.pairs ? { text: text.readout(data, own, pair).join('\n') } : undefined,
        // Below a dial, or above it where there is no room.
        readAt(plot, pair, height) {
          const { x, y, radius } = plot.dial(pair);
          const below = y + radius + BESIDE;
          const above = y - radius - BESIDE - height;
          const hasRoom = below + height <= plot.size.height + OUT || above < -OUT;
          return { x, y: hasRoom ? below : above };
        },
        gestures: (view) =>
          choosing(view, {
            pick: (point) => view.plot.pick(point),
            count: () => view.shown.own.model.pairs,
            columns: () => view.plot.columns,
          }),
      }),
    },
    heading: ({ own }) => own.model.label,
    set({ own }, element) {
      const { label, source } = own.model;
      element.setAttribute('aria-label', label);
      title.replaceChildren(h('b', label), ` ${text.subtitle(own)} `, ...sourceOf(source));
      marks.replaceChildren(
        ...text
          .legend(own)
          .map(({ mark, text }) =>
            h('li', mark === 'none' ? null : h('i', { class: mark }), h('span', text)),
          ),
      );
    },
  };
}

/** @param {string | undefined} source */
const sourceOf = (source) =>
  source?.startsWith('https://')
    ? [h('a', { href: source, target: '_blank', rel: 'noopener noreferrer' }, text.words.source)]
    : [];

/** What makes an encoding of one's own. @type {readonly SettingName[]} */
const own = ['dimensions', 'base', 'scaling', 'factor', 'trainedLength', 'sequenceLength'];

/** Scalings that look at the length of the text; `su` is an older name. */
const byLength = /"(dynamic|longrope|su)"/;

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
function idle({ model, config, scaling }) {
  if (config === '' && model === 'own') {
    return settingsWhere({ factor: scaling === 'none', sequenceLength: scaling !== 'dynamic' });
  }
  const text = config === '' ? JSON.stringify(presets[model]?.config) : config;
  const idling = own.filter((name) => name !== 'sequenceLength' || !byLength.test(text));
  return config === '' ? idling : ['model', ...idling];
}

/** @satisfies {import('../figure.js').FigureCode<ClocksData>} */
export const code = {
  controls: { config: configControl },
  compute,
  frame,
  caption: text.caption,
  timeline: ({ labels }) => ({ labels }),
  panel,
  styles: styles + configStyles,
  aside: text.aside,
  idle,
  notes: text.notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
