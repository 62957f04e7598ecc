import { h } from '../../dom/index.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */

/** @typedef {{ says: string, reports: readonly (readonly [repository: string, number: number])[] }} Case */

/** @type {Readonly<Record<'trap' | 'alibi', Case>>} */
const cases = Object.freeze({
  trap: {
    says: 'Another way to be misled, other random vectors at each position, with which nothing can be seen to stay:',
    reports: [['raiyanyahya/how-to-train-your-gpt', 11]],
  },
  alibi: {
    says: 'Where ALiBi’s slopes went wrong, by one in the exponent, or with heads that are no power of two:',
    reports: [
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
  element = h('ul', { class: 'reports' });
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

/** GitHub leads from an issue's address to the pull request of that number. @param {Case} one */
const itemOf = ({ says, reports }) =>
  h(
    'li',
    {},
    says,
    ...reports.flatMap(([repository, id], i) => [
      i > 0 ? ' · ' : ' ',
      h(
        'a',
        {
          href: `https://github.com/${repository}/issues/${id}`,
          target: '_blank',
          rel: 'noopener noreferrer',
        },
        `${repository} #${id}`,
      ),
    ]),
  );
