import { h, mathElement, setText } from '../../dom/index.js';
import { ColorScale } from '../shared/color-scale.js';
import { brief, fixed } from '../shared/numbers.js';
import { describeAlong, describePanel, describeTable } from './describe.js';
import { formulaOf } from './formula.js';
import { PanelPlots } from './panel-plots.js';
import { changeText, partText, readout, scoreText, slopeText, verdict } from './texts.js';

/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('./compute.js').ScoresData} Data */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./pointer.js').Cell} Cell */

/**
 * @typedef {object} Asks
 * @property {(cell: Cell) => boolean} go puts query and key there; false: refused
 * @property {(position: number) => void} seek puts both along to there, as the playhead counts
 * @property {(text: string) => void} say
 */

/** One encoding: the two vectors and their score, the score as both move along, all scores, and how they spread. */
export class PanelView {
  #canvases = {
    arrows: h('canvas', { role: 'img' }),
    matrix: h('canvas', { role: 'img' }),
    line: h('canvas', { 'aria-hidden': 'true' }),
    spread: h('canvas', { 'aria-hidden': 'true' }),
  };
  #verdict = h('b', { class: 'verdict' });
  #score = h('output', { class: 'score', 'aria-hidden': 'true' });
  #formula = h('div', { class: 'formula', role: 'group' });
  #part = h('p', { class: 'part' });
  #change = h('b');
  #widest = h('b');
  #scale = new ColorScale('score');
  #readout = h('output', { class: 'readout', 'aria-hidden': 'true', hidden: true });
  #box = h(
    'div',
    { class: 'plot matrix', tabindex: '0', role: 'application', 'aria-roledescription': 'score matrix' },
    this.#canvases.matrix,
    this.#readout,
  );
  /** @type {Map<string, Element[]>} */
  #live = new Map();
  #plots;
  /** @type {{ panel: Panel, data: Data, colors: Colors } | undefined} */
  #shown;
  /** @type {Cell | undefined} */
  #pointed;
  /** Where query and key will be seen in the next frame: a key may come before it. @type {Cell | undefined} */
  #gone;

  /** @param {import('../shared/score-methods.js').Method} method @param {Scheme} scheme @param {Asks} asks */
  constructor({ name, title, subtitle }, scheme, asks) {
    this.name = name;
    const { arrows, line, spread } = this.#canvases;
    for (const [part, canvas] of Object.entries(this.#canvases)) canvas.dataset[part] = name;
    const pair = h('div', { class: 'plot arrows' }, arrows);
    this.element = h(
      'div',
      { class: 'panel', role: 'group', 'aria-label': title },
      h(
        'div',
        { class: 'parts' },
        h('p', { class: 'title' }, h('span', {}, h('b', {}, title), ` ${subtitle}`), this.#verdict),
        h(
          'div',
          { class: 'pair' },
          pair,
          h('div', { class: 'words' }, this.#score, this.#part),
          this.#formula,
        ),
        h('div', { class: 'all' }, this.#scale.element, this.#box),
        h(
          'div',
          { class: 'along' },
          h('p', { class: 'quantity' }, h('span', {}, 'change as both move'), this.#change),
          h('div', { class: 'plot line' }, line),
        ),
        h(
          'div',
          { class: 'spread' },
          h('p', { class: 'quantity' }, h('span', {}, 'most change at any distance'), this.#widest),
          h('div', { class: 'plot bars' }, spread),
        ),
      ),
    );
    this.#scale.scheme(scheme);
    this.#plots = new PanelPlots(this.#canvases, scheme);
    /** @type {'query' | 'key' | undefined} */
    let held;
    this.#plots.listenToArrows({
      pick: (point) => this.#plots.pickTip(point),
      hover: (tip) => pair.classList.toggle('over', tip !== undefined),
      press: (tip) => {
        held = tip;
        pair.classList.toggle('held', tip !== undefined);
        return tip !== undefined;
      },
      drag: (point) => {
        const place = held && this.#plots.placeOfTip(held, point);
        if (place !== undefined) asks.seek(place);
      },
      drop: () => pair.classList.remove('held'),
      touchDrags: true,
    });
    this.#plots.listenToMatrix({
      now: () => this.#gone ?? this.#now(),
      positions: () => this.#shown?.data.settings.positions ?? 1,
      point: (cell) => this.#point(cell),
      go: (cell, aloud) => {
        if (asks.go(cell)) this.#gone = cell;
        this.#point(undefined);
        if (aloud && this.#shown) asks.say(readout(this.#shown.panel, this.#shown.data, cell));
      },
    });
  }

  /** @param {Panel} panel @param {Data} data @param {Colors} colors */
  set(panel, data, colors) {
    this.#shown = { panel, data, colors };
    this.#plots.set(panel, data, colors);
    this.#scale.set(panel.limit, false);
    const { mark, text } = verdict(panel, data);
    setText(this.#verdict, `the score ${text}`);
    this.#verdict.dataset.mark = mark;
    setText(this.#change, changeText(panel));
    const { size } = panel.table.widest;
    setText(this.#widest, panel.relative ? '0' : fixed(size, 3));
    this.#widest.title = panel.relative && size > 0 ? `${brief(size)}, which is rounding` : '';
    const { math, label } = formulaOf(panel);
    this.#live.clear();
    this.#formula.replaceChildren(mathElement(['math', {}, math], this.#live));
    this.#formula.setAttribute('aria-label', label);
    const { arrows, matrix } = this.#canvases;
    arrows.setAttribute('aria-label', describeAlong(panel, data));
    matrix.setAttribute('aria-label', describeTable(panel, data));
    this.#box.setAttribute(
      'aria-label',
      `${panel.method.title}: scores of queries, in rows, and keys, in columns. Up and down move the query, left and right ` +
        `the key, Page Up and Page Down both along together. ${describePanel(panel, data)}`,
    );
    this.#point(undefined);
  }

  /** @param {boolean} withText whether the numbers follow too */
  frame(withText) {
    if (!this.#shown) return;
    this.#gone = undefined;
    this.#plots.frame(this.#now());
    if (withText) this.#write(this.#shown);
  }

  /** @param {{ panel: Panel, data: Data, colors: Colors }} shown */
  #write({ panel, data, colors }) {
    const { moving, table, masked } = panel;
    const { settings, start, position } = data;
    const now = this.#now();
    const decimals = Number.isInteger(position) ? 0 : 1;
    setText(this.#score, masked ? 'masked' : scoreText(moving.score, panel));
    setText(this.#part, partText(panel, data));
    const { buckets, slopes } = table.bias ?? {};
    /** @type {Record<string, [text: string, color: string]>} */
    const numbers = {
      query: [(start.query + position).toFixed(decimals), colors.text[now.query] ?? ''],
      key: [(start.key + position).toFixed(decimals), colors.text[now.key] ?? ''],
      slope: [slopeText(Number(slopes?.[settings.head])), ''],
      bucket: [String(buckets?.[start.query * settings.positions + start.key]), ''],
    };
    for (const [name, elements] of this.#live) {
      const [text, color] = numbers[name] ?? ['', ''];
      for (const element of elements) {
        setText(element, text);
        /** @type {HTMLElement} */ (element).style.color = color;
      }
    }
  }

  /** Where query and key stand, whole positions. @returns {Cell} */
  #now() {
    const { start, position } = this.#shown?.data ?? { start: { query: 0, key: 0 }, position: 0 };
    const place = Math.floor(position);
    return { query: start.query + place, key: start.key + place };
  }

  /** @param {Cell | undefined} cell */
  #point(cell) {
    const before = this.#pointed;
    if (!this.#shown || (cell?.query === before?.query && cell?.key === before?.key)) return;
    this.#pointed = cell;
    this.#plots.select(cell);
    this.#readout.hidden = cell === undefined;
    setText(this.#readout, cell ? readout(this.#shown.panel, this.#shown.data, cell) : '');
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scale.scheme(scheme);
    this.#plots.scheme(scheme);
  }

  destroy() {
    this.#plots.destroy();
  }
}
