import { h, setText } from '../../dom/index.js';
import { mathElement } from '../../dom/math.js';
import { counted } from '../../settings/index.js';
import { names } from './measured.js';
import { formulas, rowsOf, titles } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./text.js').Row} Row */
/** @typedef {import('./text.js').Cell} Cell */
/** @typedef {import('./measured.js').Name} Name */

const UNKNOWN = 'not measured yet';

/** One cell, whose words change in place. */
class CellView {
  #main = h('span', { class: 'main' });
  #more = h('span', { class: 'more' });
  element;

  /** @param {Name} name */
  constructor(name) {
    const who = h('span', { class: 'who', 'aria-hidden': 'true' }, titles[name].title);
    this.element = h('td', { role: 'cell' }, who, h('div', {}, this.#main, this.#more));
  }

  /** @param {Cell | undefined} cell */
  set(cell) {
    setText(this.#main, cell?.main ?? UNKNOWN);
    setText(this.#more, cell?.more ?? '');
    this.element.classList.toggle('open', cell === undefined);
    if (cell?.mark) this.#main.dataset.verdict = cell.mark;
    else delete this.#main.dataset.verdict;
  }
}

/** The four encodings side by side; where it is narrow, a card for each row. Roles stay, whatever the style sheet makes of it. */
export class Table {
  #body = h('tbody', { role: 'rowgroup' });
  #caption = h('caption', { class: 'unseen' });
  element;
  /** @type {Map<string, { hint: HTMLElement, cells: CellView[] }>} */
  #rows = new Map();

  constructor() {
    const heads = names.map((name) =>
      h(
        'th',
        { scope: 'col', role: 'columnheader' },
        h('b', {}, titles[name].title),
        h('small', {}, titles[name].subtitle),
      ),
    );
    const head = h('tr', { role: 'row' }, h('td', { role: 'cell' }), ...heads);
    this.element = h(
      'table',
      { class: 'methods', role: 'table' },
      this.#caption,
      h('thead', { role: 'rowgroup' }, head),
      this.#body,
    );
  }

  /** @param {ComparisonData} data */
  set(data) {
    const { positions, dimensions } = data.settings;
    setText(
      this.#caption,
      `Four encodings compared, with ${counted(positions, 'position')} and ${counted(dimensions, 'dimension')}`,
    );
    for (const row of rowsOf(data)) {
      const { cell } = row;
      const { hint, cells } = this.#rows.get(row.id) ?? this.#add(row);
      setText(hint, row.hint);
      if (cell !== 'formula') {
        names.forEach((name, i) => {
          cells[i]?.set(cell(name));
        });
      }
    }
  }

  /** @param {Row} row */
  #add({ id, title, cell }) {
    const hint = h('small');
    const views = cell === 'formula' ? [] : names.map((name) => new CellView(name));
    const cells = cell === 'formula' ? names.map(formulaCell) : views.map(({ element }) => element);
    const head = h('th', { scope: 'row', role: 'rowheader' }, h('span', {}, title), hint);
    this.#body.append(h('tr', { role: 'row', 'data-row': id }, head, ...cells));
    const made = { hint, cells: views };
    this.#rows.set(id, made);
    return made;
  }
}

/** @param {Name} name */
function formulaCell(name) {
  const { math, label } = formulas[name];
  const who = h('span', { class: 'who', 'aria-hidden': 'true' }, titles[name].title);
  const element = mathElement(['math', { 'aria-label': label }, math], new Map());
  return h('td', { role: 'cell' }, who, h('div', {}, element));
}
