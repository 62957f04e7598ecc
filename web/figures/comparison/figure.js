import { h } from '../../dom/index.js';
import { ClaimsList } from './claims-list.js';
import { compute } from './compute.js';
import { Measuring } from './measuring.js';
import { styles } from './styles.js';
import { Table } from './table.js';
import { describe, notes } from './text.js';

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

/** @type {import('../figure.js').FigureCode<ComparisonData>} */
export const figure = {
  compute,
  frame: () => {},
  describe,
  timeline: () => undefined,
  panel,
  styles,
  aside: ({ settings: { positions, dimensions } }) => ({
    dimensions: `${(positions * dimensions).toLocaleString('en')} numbers in all`,
  }),
  idle: () => [],
  notes,
};
