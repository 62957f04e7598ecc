import { h } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { ClaimsList } from './claims-list.js';
import { compute } from './compute.js';
import { Measuring } from './measuring.js';
import { styles } from './styles.js';
import { Table } from './table.js';
import { caption, notes } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */

/**
 * The table, the claims, and the long measurements that both wait for.
 *
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<ComparisonData>}
 */
function panel(host) {
  const table = new Table();
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
