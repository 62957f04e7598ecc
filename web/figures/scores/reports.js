import { h } from '../../dom/index.js';
import { linksTo } from '../shared/reports.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */

/** @typedef {{ says: string, threads: readonly import('../shared/reports.js').Thread[] }} Case */

/** @type {Readonly<Record<'trap' | 'alibi', Case>>} */
const cases = Object.freeze({
  trap: {
    says: 'Another way to be misled, other random vectors at each position, with which nothing can be seen to stay:',
    threads: [['raiyanyahya/how-to-train-your-gpt', 11]],
  },
  alibi: {
    says: 'Where ALiBi’s slopes went wrong, by one in the exponent, or with heads that are no power of two:',
    threads: [
      ['paiml/aprender', 2143],
      ['ml-explore/mlx', 343],
      ['ml-explore/mlx', 3071],
      ['ofirpress/attention_with_linear_biases', 17],
      ['baichuan-inc/Baichuan2', 225],
    ],
  },
});

/** Where people met what the figure warns of. */
export class ReportsList {
  element = h('ul.reports');
  #trap = itemOf(cases.trap);
  #alibi = itemOf(cases.alibi);

  /** @param {ScoresData} data */
  set({ settings: { tokens, methods }, general }) {
    const isTrap = tokens === 'equal' || general !== undefined;
    this.element.replaceChildren(
      ...(isTrap ? [this.#trap] : []),
      ...(methods.includes('alibi') ? [this.#alibi] : []),
    );
  }
}

/** @param {Case} one */
const itemOf = ({ says, threads }) => h('li', says, ' ', ...linksTo(threads, ' · '));
