import { StripsPlot } from '../../charts/strips.js';
import { VectorsPlot } from '../../charts/vectors.js';
import { h } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { rangeOf } from '../shared/numbers.js';
import { each } from '../shared/panel.js';
import { plotOf } from '../shared/plot-view.js';
import { compute, frame } from './compute.js';
import { drag } from './drag.js';
import { arrowGestures } from './pointer.js';
import { styles } from './styles.js';
import * as text from './text.js';

/** @typedef {import('./compute.js').VectorsData} VectorsData */

/** An encoding a panel, all on one scale. @returns {import('../shared/panel.js').Panel<VectorsData>} */
const panel = () => ({
  layout: ({ panels }) => panels('panels'),
  panels: each(
    ({ panels }) => panels,
    ({ encoding }) => encoding.name,
    ({ encoding }) => encodingPanel(encoding),
  ),
  sharesScale: true,
  narrowest: 320,
});

/**
 * Its arrows, formula and strips.
 *
 * @param {import('../shared/encodings.js').Encoding} encoding
 * @returns {import('../shared/panel.js').Panel<VectorsData, import('./compute.js').Panel>}
 */
function encodingPanel({ name, title, subtitle }) {
  const strips = `${name} strips`;
  /** @type {import('./compute.js').Box | undefined} */
  let box;
  return {
    layout: ({ plot, live, formula }) =>
      h(
        'div.panel',
        { role: 'group', 'aria-label': title },
        h('p.title', h('b', title), ` ${subtitle}`),
        plot(name),
        formula(),
        h(
          'div.strips',
          h('span', text.words.magnitude),
          h('span', text.words.angle),
          plot(strips),
          live('magnitude', 'b'),
          live('angle', 'b'),
        ),
      ),
    plots: {
      [name]: plotOf(VectorsPlot, {
        data({ data, own, colors, held }) {
          // The view stays where it is while an arrow is held.
          if (!held || !box) box = own.box;
          const { x, y, path } = own;
          return {
            name: title,
            x,
            y,
            labels: data.labels,
            colors,
            path,
            region: regionOf(box),
            words: text.words.arrows,
          };
        },
        moment: ({ data, own: { moving }, colors }) =>
          Object.assign(moving, { color: colors.mark[moving.index], label: data.labels[moving.index] }),
        label: ({ description }) => description,
        keys: { role: 'vector plot', text: ({ description }) => text.keysText(title, description) },
        read({ data, own, colors }, which) {
          if (typeof which === 'number' && which >= own.x.length) return undefined;
          const index = which === 'moving' ? own.moving.index : which;
          return { text: text.readout(own, data, which), color: colors.text[index] };
        },
        gestures: arrowGestures,
      }),
      [strips]: plotOf(StripsPlot, {
        className: 'curves',
        data: ({ data, own: { strip, magnitude, angle }, colors }) => ({
          name: `${title}, magnitude and angle`,
          across: text.words.arrows.index,
          x: strip.position,
          strips: [
            {
              name: text.words.magnitude,
              unit: '',
              y: strip.magnitude,
              at: magnitude,
              range: data.magnitudeRange,
            },
            { name: text.words.angle, unit: '°', y: strip.angle, at: angle, range: roomFor(strip.angle) },
          ],
          colors,
        }),
        moment: ({ own }) => own.moving,
        title: ({ data, own }) => text.stripsTitle(own, data),
      }),
    },
    heading: () => title,
    formula: ({ data, own }) => text.formulaOf(own, data),
    text({ data, own, colors }) {
      const color = colors.text[own.moving.index];
      const { magnitude, angle, ...numbers } = text.liveNumbers(own, data);
      const colored = Object.entries(numbers).map(([key, text]) => [key, [text, color]]);
      return { ...Object.fromEntries(colored), magnitude, angle };
    },
  };
}

/** @param {import('./compute.js').Box} box */
function regionOf({ minX, maxX, minY, maxY }) {
  const size = Math.max(maxX - minX, maxY - minY) || 2;
  return {
    centerX: (minX + maxX) / 2,
    centerY: (minY + maxY) / 2,
    spanX: Math.max(maxX - minX, size / 4),
    spanY: Math.max(maxY - minY, size / 4),
  };
}

/** A narrow range is widened, so that rounding does not look like a wave. @param {Float64Array} angles @returns {[number, number]} */
function roomFor(angles) {
  const [min, max] = rangeOf(angles);
  const room = Math.max((max - min) * 0.08, (20 - (max - min)) / 2);
  return [min - room, max + room];
}

/** @satisfies {import('../figure.js').FigureCode<VectorsData, import('../../core/base-core.js').BaseCore>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: (data) => data,
  panel,
  styles,
  aside: text.aside,
  idle: ({ dimensions }) => (dimensions < 4 ? ['pair'] : []),
  notes: ({ notes }) => notes,
  drag,
};

/** @type {import('../figure.js').LoadedFigure<import('../../core/base-core.js').BaseCore>} */
export const figure = figureOf(code);
