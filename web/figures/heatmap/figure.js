import { BarsPlot } from '../../charts/bars.js';
import { columnsIn } from '../../charts/cells.js';
import { HeatMapPlot } from '../../charts/heat-map.js';
import { h, setText } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { ColorScale } from '../shared/color-scale.js';
import { colorAt } from '../shared/lines.js';
import { plotOf } from '../shared/plot-view.js';
import { compute, frame, tooFine, tooFineAcross } from './compute.js';
import { mapGestures } from './pointer.js';
import { styles } from './styles.js';
import * as text from './text.js';
import { Zoomer } from './zoom.js';

/** @typedef {import('./compute.js').HeatmapData} HeatmapData */
/** @typedef {import('../../charts/heat-map.js').HeatMap} HeatMap */
/** @typedef {{ row: number, column: number }} Cell */

/** Milliseconds from one part of the table to the next. */
const ZOOM = 220;

/**
 * The table as colours, the row under the playhead as bars, and what is read of a cell.
 *
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<HeatmapData>}
 */
function panel(host) {
  const zoomer = new Zoomer((zoom) => host.ask({ zoom }));
  const scale = new ColorScale();
  const cellText = h('output.cell', { 'aria-hidden': 'true', 'data-reader': true }, text.hint());
  const note = h('p.averaged', { part: 'averaged' });
  const button = (
    /** @type {string} */ name,
    /** @type {string} */ text,
    /** @type {() => void} */ onclick,
  ) => h('button.plain', { part: name, type: 'button', onclick }, text);
  const buttons = {
    nearer: button('zoom-in', text.words.nearer, () => zoom(0.5)),
    farther: button('zoom-out', text.words.farther, () => zoom(2)),
    whole: button('zoom-whole', text.words.whole, () => zoomer.whole()),
  };
  /** @type {import('../../charts/heat-map.js').Moment} */
  const moment = { row: 0, color: '' };
  /** @type {import('../../charts/bars.js').Heights} */
  const heights = { values: [] };
  /** @type {{ of: HeatMap | undefined, height: number, bars: import('../../charts/bars.js').Bars | undefined }} */
  let kept = { of: undefined, height: 0, bars: undefined };
  /** @type {import('../shared/plot-view.js').PlotView<HeatmapData, undefined, HeatMapPlot>} */
  let map;
  /** A cell that stays when the pointer leaves. @type {Cell | undefined} */
  let chosen;
  let place = 0;

  /** Shows what is in a cell, or no more. @param {Cell | undefined} cell */
  const read = (cell) => {
    const { row, column } = map.chosen ?? {};
    if (cell?.row !== row || cell?.column !== column) map.choose(cell);
    setText(cellText, cell ? text.readout(map.shown.data, cell) : text.hint());
  };
  /** The part that is shown follows. @param {Cell | undefined} cell @param {boolean} aloud */
  const choose = (cell, aloud) => {
    chosen = cell;
    read(cell);
    if (!aloud || !cell) return;
    host.say(text.readout(map.shown.data, cell));
    zoomer.follow(cell);
  };
  /** The bars under a map that is drawn, or will be. @param {HeatmapData} data @param {HeatMap} [above] */
  const barsUnder = (data, above = mapOf(data)) => {
    const { plot } = map;
    const { height } = plot.size;
    if (kept.bars && kept.of === above && kept.height === height) return kept.bars;
    const [, , firstColumn, lastColumn] = data.part;
    const { limit, part = { firstColumn, lastColumn } } = above;
    const bars = {
      name: text.rowName(data),
      x: { name: text.columnName(data), min: part.firstColumn, max: part.lastColumn },
      y: { name: text.words.value, min: -limit, max: limit },
      first: 0,
      under: (/** @type {import('../../charts/plot.js').Environment} */ { width, ratio, isLive }) =>
        columnsIn(above, { width, ratio, height: isLive ? height : plot.heightFor(width) }),
    };
    kept = { of: above, height, bars };
    return bars;
  };
  /** @param {number} factor @param {Cell} [at] what stays in its place; else the chosen cell, or the middle */
  const zoom = (factor, at = chosen ?? zoomer.middle) => zoomer.by(factor, at);

  return {
    layout: ({ plot, live }) =>
      h(
        'div.heatmap',
        h('div.head', h('p.title', live('title', 'b'), live('subtitle', 'span')), scale.element),
        plot('heatmap'),
        live('row', 'p.row-title', { 'data-reader': '' }),
        plot('row'),
        h(
          'div.tools',
          cellText,
          h('span.zoom', { role: 'group', 'aria-label': text.words.zoom }, ...Object.values(buttons)),
        ),
        note,
      ),
    plots: {
      heatmap: plotOf(HeatMapPlot, {
        data: ({ data }) => mapOf(data),
        between: partBetween,
        milliseconds: ZOOM,
        moment({ data, colors }, position) {
          moment.row = data.frequencies.length > 0 ? position : Math.floor(position);
          moment.color = colorAt(colors, position);
          return moment;
        },
        title: ({ data }) => text.mapTitle(data),
        label: ({ description }) => description,
        keys: { role: 'heat map', text: ({ data, description }) => text.keysText(data, description) },
        gestures(view) {
          map = view;
          return mapGestures(view.plot, {
            chosen: () => chosen,
            read,
            choose,
            // The row under the playhead, if it is shown.
            start() {
              const [top, bottom, left] = zoomer.part;
              return { row: Math.max(top, Math.min(bottom, Math.floor(place))), column: left };
            },
            zoomer,
            lasso(box) {
              moment.lasso = box;
              host.redraw();
            },
            zoom,
          });
        },
      }),
      row: plotOf(BarsPlot, {
        className: 'bars',
        title: ({ data }, position) => text.rowText(data, position),
        data: ({ data }) => barsUnder(data, map.plot.end),
        follow: ({ data }) => barsUnder(data, map.plot.data),
        moment({ data, colors }, position) {
          heights.values = data.row.values;
          heights.color = colorAt(colors, position);
          return heights;
        },
      }),
    },
    heading: ({ data }) => text.titleOf(data).title,
    words: ({ data }) => ({ ...text.titleOf(data) }),
    text: ({ data, colors }, position) => ({
      row: [text.rowText(data, position), colors.text[Math.floor(position)]],
    }),
    set({ data }) {
      const { part, table } = data;
      zoomer.set(part, table);
      scale.set(table.limit, table.clipped > 0, host.scheme);
      buttons.nearer.setAttribute('aria-disabled', String(!zoomer.changes(0.5)));
      for (const one of [buttons.farther, buttons.whole])
        one.setAttribute('aria-disabled', String(zoomer.isWhole));
      if (chosen && (chosen.row >= table.rows || chosen.column >= table.columns)) chosen = undefined;
      read(chosen);
    },
    frame({ data }, position) {
      place = position;
      const { perPixel } = map.plot;
      const fine = tooFine(data, perPixel.rows);
      const notes = [text.averagedNote(data, perPixel, fine), text.acrossNote(data, perPixel, fine)];
      setText(note, notes.filter(Boolean).join(' '));
    },
  };
}

/** @param {HeatmapData} data @returns {HeatMap} */
function mapOf(data) {
  const { table, labels, wordCount, part } = data;
  const { values, rows, columns, limit } = table;
  const [firstRow, lastRow, firstColumn, lastColumn] = part;
  return {
    name: text.titleOf(data).title,
    values,
    rows,
    columns,
    limit,
    rowName: 'position',
    columnName: text.columnName(data),
    names: { name: 'token', values: labels.slice(0, wordCount) },
    part: { firstRow, lastRow, firstColumn, lastColumn },
    veil: (perPixel) => ({
      stretches: tooFine(data, perPixel.rows).stretches,
      from: tooFineAcross(data, perPixel),
    }),
  };
}

/** A part of the table on the way to another one. @param {HeatMap} from @param {HeatMap} to @param {number} share @returns {HeatMap | undefined} */
function partBetween(from, to, share) {
  const [before, after] = [from.part, to.part];
  if (!before || !after || from.rows !== to.rows || from.columns !== to.columns) return undefined;
  const names = /** @type {(keyof typeof after)[]} */ (Object.keys(after));
  if (names.every((name) => before[name] === after[name])) return undefined;
  const at = (/** @type {keyof typeof after} */ name) => before[name] + (after[name] - before[name]) * share;
  return {
    ...to,
    part: {
      firstRow: at('firstRow'),
      lastRow: at('lastRow'),
      firstColumn: at('firstColumn'),
      lastColumn: at('lastColumn'),
    },
  };
}

/** @satisfies {import('../figure.js').FigureCode<HeatmapData>} */
export const code = {
  compute,
  frame,
  caption: text.caption,
  timeline: ({ labels }) => ({ labels }),
  panel,
  styles,
  aside: text.aside,
  idle: text.idle,
  notes: ({ notes }) => notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
