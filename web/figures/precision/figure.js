import { DeviationPlot } from '../../charts/deviation.js';
import { h, svg } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { colorAt, lines } from '../shared/lines.js';
import { each } from '../shared/panel.js';
import { plotOf } from '../shared/plot-view.js';
import { linksTo, reveal } from '../shared/reports.js';
import { compute, frame } from './compute.js';
import { errorLines, lineStyles } from './lines.js';
import { namesOf, reports } from './reports.js';
import { styles } from './styles.js';
import * as text from './text.js';

/** @typedef {import('./compute.js').PrecisionData} PrecisionData */
/** @typedef {import('./compute.js').Series} Series */
/** @typedef {import('./rounding.js').Format} Format */
/** @typedef {import('../shared/panel.js').Panel<PrecisionData>} Panel */

/** A dial a format, the errors as lines below, and where people met them. @param {import('../figure.js').FigureHost} host @returns {Panel} */
function panel(host) {
  let description = '';
  const dots = new Float64Array(Object.keys(text.formatNames).length);
  return {
    layout({ plot, live, panels }) {
      const title = h('p.title', h('b', text.words.off), live('place', 'span'));
      const show = (/** @type {typeof reports[number]} */ report) => {
        if (host.ask(report.patch)) reveal(host, title, () => `${namesOf(report)}. ${description}`);
      };
      return h(
        'div.precision',
        title,
        panels('deviations'),
        h('p.title', h('b', text.words.grows), text.words.straight),
        plot('errors'),
        h(
          'details.seen-in',
          h('summary', text.words.reports),
          h('ul', ...reports.map((report) => itemOf(report, () => show(report)))),
        ),
      );
    },
    panels: each(
      ({ series }) => series,
      ({ format }) => format,
      ({ format }) => formatPanel(format),
    ),
    plots: {
      errors: lines({
        data: ({ data }) => errorLines(data),
        title: () => text.words.grows,
        label: ({ data }) => text.errorsSentence(data),
        at({ data }, position) {
          const place = Math.floor(position);
          data.series.forEach(({ trace, last }, i) => {
            const size = Math.max(-trace.low[place], trace.high[place]);
            dots[i] = size > 0 && place <= last ? size : Number.NaN;
          });
          return dots.subarray(0, data.series.length);
        },
        placeOf: (position) => Math.max(1, Math.floor(position)),
        isWhole: true,
      }),
    },
    set(shown) {
      description = shown.description;
    },
    narrowest: 140,
    text: ({ data }, position) => ({ place: text.placeText(data, Math.floor(position)) }),
  };
}

/** How far a format's hand is off, and where it has been. @param {Format} format @returns {import('../shared/panel.js').Panel<PrecisionData, Series>} */
function formatPanel(format) {
  const { name, how } = text.formatNames[format];
  const moment = { angle: 0, low: 0, high: 0, color: '#000000' };
  return {
    layout: ({ plot, live }) =>
      h(
        'div.deviation',
        { role: 'group', 'aria-label': name },
        plot(format),
        h('p.name', name, swatch(format)),
        h('p', how),
        live('angle', 'p'),
        live('off', 'span.off'),
        h('p', live('cosine', 'span')),
        live('lost', 'p'),
      ),
    plots: {
      [format]: plotOf(DeviationPlot, {
        data: () => ({ name, words: text.words.dial }),
        labelNow: ({ own }) => `${name}: ${text.errorText(own)}`,
        moment({ own: { error, trace }, colors }, position) {
          const place = Math.floor(position);
          moment.angle = error;
          moment.low = trace.low[place];
          moment.high = trace.high[place];
          moment.color = colorAt(colors, position);
          return moment;
        },
      }),
    },
    heading: () => name,
    words: ({ data, own }) => ({ lost: text.lostText(own, data.positions) }),
    text({ own, colors }, position) {
      const place = Math.floor(position);
      const { angle, off, cosine } = text.formatText(own, place);
      return { angle, off: [off, colors.text[place]], cosine };
    },
  };
}

/** How a format's line is drawn. @param {Format} format */
function swatch(format) {
  const { width, dash } = lineStyles[format];
  return svg(
    'svg',
    { viewBox: '0 0 38 12', width: 38, height: 12, 'aria-hidden': 'true' },
    svg('path', { d: 'M0 6H38', 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || 'none' }),
  );
}

/** @param {typeof reports[number]} report @param {() => void} show */
function itemOf(report, show) {
  const label = `${text.words.show} ${namesOf(report)}`;
  return h(
    'li',
    ...linksTo(report.threads, ', '),
    `: ${report.says} `,
    h('button.plain', { type: 'button', 'aria-label': label, onclick: show }, text.words.show),
  );
}

/** @satisfies {import('../figure.js').FigureCode<PrecisionData>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: ({ labels }) => ({ labels }),
  panel,
  styles,
  aside: text.aside,
  notes: text.notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
