import { HeatMapPlot, RowProfile } from '../../charts/heat-map.js';
import { h, setText } from '../../dom/index.js';
import { ColorScale } from '../shared/color-scale.js';
import { fixed } from '../shared/numbers.js';
import { acrossNote, tooFineAcross } from './across.js';
import { tooFine } from './compute.js';
import { averagedNote, columnName, readout, titleOf } from './describe.js';
import { PartMotion } from './motion.js';
import { MapPointer } from './pointer.js';
import { Zoomer } from './zoomer.js';

/** @typedef {import('./compute.js').HeatmapData} HeatmapData */
/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {{ row: number, column: number }} Cell */

const hint = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap a cell to read it.'
    : 'Point at a cell to read it. Drag to zoom in.';

/** The table as colours, the row under the playhead as bars, and what is read of a cell. */
export class HeatmapBody {
  #host;
  #map = h('canvas', { 'data-panel': 'heatmap', role: 'img' });
  #bars = h('canvas', { 'data-panel': 'row', 'aria-hidden': 'true' });
  #box = h(
    'div',
    { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'heat map' },
    this.#map,
  );
  #title = h('b');
  #subtitle = h('span');
  #scale = new ColorScale();
  #playhead = h('p', { class: 'row-title' });
  #cellText = h('output', { class: 'cell', 'aria-hidden': 'true' }, hint());
  #note = h('p', { class: 'averaged', part: 'averaged' });
  #buttons;
  #plot;
  #profile;
  #pointer;
  #motion = new PartMotion();
  #zoomer;
  /** @type {{ data: HeatmapData, colors: Colors } | undefined} */
  #shown;
  #position = 0;
  /** @type {import('../../charts/heat-map.js').Moment} */
  #moment = { row: 0, color: '' };
  /** What was last drawn: a part of the table at so many cells a pixel. */
  #drawn = /** @type {{ part: import('./zoom.js').Part, measure: string } | undefined} */ (undefined);

  /** @param {FigureHost} host */
  constructor(host) {
    this.#host = host;
    this.#zoomer = new Zoomer((zoom) => host.ask({ zoom }));
    const button = (
      /** @type {string} */ name,
      /** @type {string} */ text,
      /** @type {() => void} */ onclick,
    ) => h('button', { part: name, type: 'button', onclick }, text);
    this.#buttons = {
      nearer: button('zoom-in', 'Zoom in', () => this.#zoom(0.5)),
      farther: button('zoom-out', 'Zoom out', () => this.#zoom(2)),
      whole: button('zoom-whole', 'Whole', () => this.#zoomer.whole()),
    };
    this.element = h(
      'div',
      { class: 'heatmap' },
      h(
        'div',
        { class: 'head' },
        h('p', { class: 'title' }, this.#title, this.#subtitle),
        this.#scale.element,
      ),
      this.#box,
      this.#playhead,
      h('div', { class: 'bars' }, this.#bars),
      h(
        'div',
        { class: 'tools' },
        this.#cellText,
        h('span', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' }, ...Object.values(this.#buttons)),
      ),
      this.#note,
    );
    this.#plot = new HeatMapPlot(this.#map, { scheme: host.scheme, onResize: host.redraw });
    this.#profile = new RowProfile(this.#bars, { scheme: host.scheme });
    this.#scale.scheme(host.scheme);
    this.#pointer = new MapPointer(this.#plot, {
      read: (cell, aloud) => this.#read(cell, aloud),
      start: () => this.#start(),
      size: () => this.#size(),
      lasso: (box) => {
        this.#moment.lasso = box;
        host.redraw();
      },
      show: (part) => this.#zoomer.to(part),
      zoom: (factor, at) => this.#zoom(factor, at),
      whole: () => this.#zoomer.whole(),
    });
  }

  /** @type {import('../figure.js').Body<HeatmapData>['set']} */
  set({ data, colors, description }) {
    const before = this.#shown?.data;
    this.#shown = { data, colors };
    this.#zoomer.set(data.part, data.table);
    const { table } = data;
    if (table !== before?.table) this.#scale.set(table.limit, table.clipped > 0);
    const isSameSize = before?.table.rows === table.rows && before.table.columns === table.columns;
    this.#motion.aim(data.part, !isSameSize || this.#host.reducedMotion());
    this.#profile.set(data.row.values, table.limit);
    this.#drawn = undefined;
    this.#label(data, description);
    this.#pointer.renewed(table);
  }

  /** @param {HeatmapData} data @param {string} description */
  #label(data, description) {
    const { title, subtitle } = titleOf(data);
    setText(this.#title, title);
    setText(this.#subtitle, subtitle);
    this.#map.setAttribute('aria-label', description);
    this.#box.setAttribute(
      'aria-label',
      `${title}. Arrow keys read cells, Shift makes the steps larger, plus and minus zoom, 0 shows the whole table. ${description}`,
    );
    const { nearer, farther, whole } = this.#buttons;
    nearer.setAttribute('aria-disabled', String(!this.#zoomer.changes(0.5)));
    for (const button of [farther, whole]) button.setAttribute('aria-disabled', String(this.#zoomer.isWhole));
  }

  /** @param {number} position @param {boolean} withText @returns {boolean} whether the map is still moving */
  frame(position, withText) {
    const shown = this.#shown;
    if (!shown) return false;
    const { data, colors } = shown;
    this.#position = position;
    const moving = this.#motion.advance();
    const index = Math.floor(position);
    const color = colors.mark[index] ?? '';
    this.#aim(data);
    this.#moment.row = data.frequencies.length > 0 ? position : index;
    this.#moment.color = color;
    this.#plot.frame(this.#moment);
    this.#measure(data);
    this.#profile.color(color);
    this.#profile.draw();
    if (withText) {
      const word = index < data.wordCount ? ` (${data.labels[index]})` : '';
      setText(
        this.#playhead,
        `Row at position ${fixed(position, Number.isInteger(position) ? 0 : 2)}${word}`,
      );
      this.#playhead.style.color = colors.text[index] ?? '';
    }
    return moving;
  }

  /** The part of the table that is shown now. @param {HeatmapData} data */
  #aim(data) {
    const part = this.#motion.now;
    if (this.#drawn?.part === part) return;
    this.#drawn = { part, measure: '' };
    const [firstRow, lastRow, firstColumn, lastColumn] = part;
    const { values, rows, columns, limit } = data.table;
    this.#plot.set({
      name: titleOf(data).title,
      values,
      rows,
      columns,
      limit,
      rowName: 'position',
      columnName: columnName(data),
      names: data.labels.slice(0, data.wordCount),
      part: { firstRow, lastRow, firstColumn, lastColumn },
      veil: (perPixel) => ({
        stretches: tooFine(data, perPixel.rows).stretches,
        from: tooFineAcross(data, perPixel),
      }),
    });
  }

  /** What follows from how many cells a pixel has, and where the columns are. @param {HeatmapData} data */
  #measure(data) {
    const { perPixel, box } = this.#plot;
    const key = [perPixel.rows, perPixel.columns, box.left, box.width].join();
    if (!this.#drawn || key === this.#drawn.measure) return;
    this.#drawn.measure = key;
    const [, , firstColumn, lastColumn] = this.#drawn.part;
    this.#profile.view(firstColumn, lastColumn, { left: box.left, right: box.left + box.width });
    const fine = tooFine(data, perPixel.rows);
    const notes = [averagedNote(data, perPixel, fine), acrossNote(data, perPixel, fine)];
    setText(this.#note, notes.filter(Boolean).join(' '));
  }

  /** @param {Cell | undefined} cell @param {boolean} [aloud] and to those who listen; the part that is shown follows too */
  #read(cell, aloud = false) {
    const data = this.#shown?.data;
    if (!data) return;
    if (!isSameCell(cell, this.#plot.selection)) this.#plot.select(cell);
    const text = cell ? readout(data, cell) : '';
    setText(this.#cellText, text || hint());
    if (!aloud || !cell) return;
    this.#host.say(text);
    this.#zoomer.follow(cell);
  }

  /** Where the keys begin: the row under the playhead, if it is shown. @returns {Cell} */
  #start() {
    const [top, bottom, left] = this.#zoomer.part;
    return { row: Math.max(top, Math.min(bottom, Math.floor(this.#position))), column: left };
  }

  #size() {
    const [top, bottom, left, right] = this.#zoomer.part;
    const tenth = (/** @type {number} */ first, /** @type {number} */ last) =>
      Math.max(1, Math.round((last - first + 1) / 10));
    const { rows, columns } = this.#zoomer.size;
    return { rows, columns, page: { rows: tenth(top, bottom), columns: tenth(left, right) } };
  }

  /** @param {number} factor @param {Cell} [at] what stays in its place; else the chosen cell, or the middle */
  #zoom(factor, at = this.#pointer.chosen ?? this.#zoomer.middle) {
    this.#zoomer.by(factor, at);
  }

  /** @param {'light' | 'dark'} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
    this.#profile.scheme(scheme);
    this.#scale.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
    this.#profile.destroy();
  }
}

/** @param {Cell | undefined} one @param {Cell | undefined} other */
const isSameCell = (one, other) => one?.row === other?.row && one?.column === other?.column;
