import { ArrowPairPlot } from '../../charts/arrow-pair.js';
import { DottedLinePlot } from '../../charts/dotted-line.js';
import { ScoreMatrixPlot } from '../../charts/score-matrix.js';
import { SpreadBars } from '../../charts/scores-spread.js';
import { MatrixPointer } from './pointer.js';
import { placeName } from './texts.js';

/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('./compute.js').ScoresData} Data */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('./pointer.js').Cell} Cell */

/** @typedef {{ arrows: HTMLCanvasElement, matrix: HTMLCanvasElement, line: HTMLCanvasElement, spread: HTMLCanvasElement }} Canvases */

const arrow = () => ({ x: 0, y: 0, color: '', textColor: '' });

/** The four pictures of a panel. */
export class PanelPlots {
  #arrows;
  #matrix;
  #line;
  #spread;
  /** What spreads by rounding alone is shown as if it did not. */
  #flat = new Float32Array(0);
  /** @type {readonly [ReturnType<typeof arrow>, ReturnType<typeof arrow>]} */
  #pair = [arrow(), arrow()];
  /** The playhead's dot on the line. */
  #cursor = { x: 0, ys: [Number.NaN] };
  #mark = { row: 0, column: 0, rowColor: '', columnColor: '' };
  /** @type {{ panel: Panel, data: Data, colors: Colors } | undefined} */
  #shown;

  /** @param {Canvases} canvases @param {import('../figure.js').Scheme} scheme */
  constructor({ arrows, matrix, line, spread }, scheme) {
    this.#arrows = new ArrowPairPlot(arrows, { scheme });
    this.#matrix = new ScoreMatrixPlot(matrix, { scheme });
    this.#line = new DottedLinePlot(line, { scheme });
    this.#spread = new SpreadBars(spread, { scheme });
  }

  /** @param {Panel} panel @param {Data} data @param {Colors} colors */
  set(panel, data, colors) {
    const before = this.#shown?.panel.table;
    this.#shown = { panel, data, colors };
    const { table, tips, line, method, relative, limit } = panel;
    const { settings, start, widest } = data;
    this.#arrows.set({ name: method.title, tips, colors: colors.mark, names: ['k', 'q'] });
    if (before !== table) {
      this.#matrix.set({
        name: method.title,
        values: method.masked
          ? table.values.map((value) => (value > Number.NEGATIVE_INFINITY ? value : 0))
          : table.values,
        rows: settings.positions,
        columns: settings.positions,
        limit,
        masked: method.masked,
        rowName: 'query',
        columnName: 'key',
      });
    }
    this.#line.set({
      name: method.title,
      names: { x: placeName(settings), y: 'score' },
      x: line.place,
      y: line.score,
      at: line.at,
      colors: colors.mark.slice(start.key),
      range: line.range,
    });
    if (this.#flat.length !== table.spreads.length) this.#flat = new Float32Array(table.spreads.length);
    this.#spread.set({
      values: relative ? this.#flat : table.spreads,
      most: settings.positions - 1,
      limit: widest || 1,
      chosen: settings.distance,
      title: 'distance from key to query',
    });
  }

  /** @param {Cell} now where the two stand, whole positions */
  frame(now) {
    if (!this.#shown) return;
    const { panel, data, colors } = this.#shown;
    const { features, start, position } = data;
    const { query, key } = panel.moving;
    const [first, second] = this.#pair;
    for (const [shown, vector, at] of /** @type {const} */ ([
      [first, key, now.key],
      [second, query, now.query],
    ])) {
      shown.x = vector[features[0]];
      shown.y = vector[features[1]];
      shown.color = colors.mark[at] ?? '';
      shown.textColor = colors.text[at] ?? '';
    }
    this.#arrows.frame(this.#pair);
    this.#mark.row = start.query + position;
    this.#mark.column = start.key + position;
    this.#mark.rowColor = second.color;
    this.#mark.columnColor = first.color;
    this.#matrix.frame(this.#mark);
    this.#cursor.x = position;
    this.#cursor.ys[0] = panel.masked ? Number.NaN : panel.moving.score;
    this.#line.frame(this.#cursor);
  }

  /** @param {import('./pointer.js').Does} does */
  listenToMatrix(does) {
    new MatrixPointer(this.#matrix, does);
  }

  /** @param {import('../../charts/pointer.js').Gestures<'query' | 'key'>} gestures */
  listenToArrows(gestures) {
    this.#arrows.listen(gestures);
  }

  /** Whose tip is there, if it can be moved. @param {{ x: number, y: number, reach: number }} point */
  pickTip(point) {
    if (this.#shown?.panel.method.encoding.name === 'none') return undefined;
    const found = this.#arrows.pick(point);
    return found === undefined ? undefined : /** @type {const} */ (['key', 'query'])[found];
  }

  /** The position of the playhead that brings a tip there. @param {'query' | 'key'} of @param {{ x: number, y: number }} point */
  placeOfTip(of, point) {
    if (!this.#shown) return undefined;
    const { panel, data } = this.#shown;
    return data.near(panel, of, this.#arrows.toData(point));
  }

  /** Outlines a cell that is pointed at. @param {Cell | undefined} cell */
  select(cell) {
    this.#matrix.select(cell && { row: cell.query, column: cell.key });
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    for (const plot of this.#all) plot.scheme(scheme);
  }

  destroy() {
    for (const plot of this.#all) plot.destroy();
  }

  get #all() {
    return [this.#arrows, this.#matrix, this.#line, this.#spread];
  }
}
