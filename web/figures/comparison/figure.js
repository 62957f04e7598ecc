import { h, setText } from '../../dom/index.js';
import { mathElement } from '../../dom/math.js';
import { figureOf } from '../figure.js';
import { ClaimsList } from './claims-list.js';
import { compute } from './compute.js';
import { Measuring } from './measuring.js';
import { names } from './methods.js';
import { styles } from './styles.js';
import { caption, captionOf, formulas, notes, rows, titles, words } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./methods.js').Name} Name */

/** The four encodings side by side; where it is narrow, a card for each row. Roles stay, whatever the style sheet makes of it. */
function createTable() {
  const caption = h('caption', { class: 'unseen' });
  const heads = names.map((name) =>
    h(
      'th',
      { scope: 'col', role: 'columnheader' },
      h('b', {}, titles[name].title),
      h('small', {}, titles[name].subtitle),
    ),
  );
  const views = rows.map(createRow);
  const element = h(
    'table',
    { class: 'methods', role: 'table' },
    caption,
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, h('td', { role: 'cell' }), ...heads)),
    h('tbody', { role: 'rowgroup' }, ...views.map((view) => view.element)),
  );
  /** @param {ComparisonData} data */
  const set = (data) => {
    setText(caption, captionOf(data));
    for (const view of views) view.set(data);
  };
  return { element, set };
}

/** One row, whose words change in place. @param {import('./text.js').Row} row */
function createRow({ id, title, hint, cell }) {
  const small = h('small');
  const head = h('th', { scope: 'row', role: 'rowheader' }, h('span', {}, title), small);
  const cells = names.map((name) => {
    const [main, more] = [h('span', { class: 'main' }), h('span', { class: 'more' })];
    const content = cell ? [main, more] : [formulaOf(name)];
    const who = h('span', { class: 'who', 'aria-hidden': 'true' }, titles[name].title);
    return { name, main, more, element: h('td', { role: 'cell' }, who, h('div', {}, ...content)) };
  });
  /** @param {ComparisonData} data */
  const set = (data) => {
    setText(small, hint(data));
    if (!cell) return;
    for (const { name, main, more, element } of cells) {
      const now = cell(data, name);
      setText(main, now?.main ?? words.unknown);
      setText(more, now?.more ?? '');
      element.classList.toggle('open', now === undefined);
      if (now?.mark) main.dataset.verdict = now.mark;
      else delete main.dataset.verdict;
    }
  };
  const elements = cells.map(({ element }) => element);
  return { element: h('tr', { role: 'row', 'data-row': id }, head, ...elements), set };
}

/** @param {Name} name */
function formulaOf(name) {
  const { math, label } = formulas[name];
  return mathElement(['math', { 'aria-label': label }, math], new Map());
}

/**
 * The table, the claims, and the long measurements that both wait for.
 *
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<ComparisonData>}
 */
function panel(host) {
  const table = createTable();
  const claims = new ClaimsList();
  const measuring = new Measuring(host, (data) => {
    table.set(data);
    claims.set(data, host.link());
  });
  return {
    layout: () => h('div', { class: 'comparison' }, table.element, measuring.element, claims.element),
    set: ({ data }) => measuring.set(data),
    frame: () => measuring.frame(),
    end: () => measuring.stop(),
  };
}

/** @satisfies {import('../figure.js').FigureCode<ComparisonData>} */
export const code = {
  compute,
  caption,
  panel,
  styles,
  aside: ({ settings: { positions, dimensions } }) => ({
    dimensions: `${(positions * dimensions).toLocaleString('en')} numbers in all`,
  }),
  notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
