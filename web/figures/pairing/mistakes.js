import { h } from '../../dom/index.js';
import { change, defaultsOf, writeLink } from '../../settings/index.js';

/** @typedef {import('../figure.js').BodyHost} BodyHost */

/**
 * @typedef {object} Mistake
 * @property {string} name what its link says
 * @property {string} text what is seen
 * @property {Readonly<import('../../settings/index.js').Patch>} patch what shows it, beside the figure's defaults
 * @property {readonly (readonly [repository: string, number: number])[]} threads where people met it
 */

/** @type {readonly Mistake[]} */
export const mistakes = [
  {
    name: 'Half’s code with interleaved’s weights',
    text: 'Either pairing is right, but weights belong to the one that they were trained with. The score stays relative, so nothing looks broken but what the model writes.',
    patch: { at: 103 },
    threads: [
      ['huggingface/transformers', 25199],
      ['EleutherAI/gpt-neox', 834],
      ['karpathy/nanochat', 264],
      ['rasbt/LLMs-from-scratch', 747],
      ['rasbt/LLMs-from-scratch', 751],
      ['jzhang38/TinyLlama', 24],
      ['tenstorrent/tt-metal', 26844],
    ],
  },
  {
    name: 'Weights permuted, or not, on conversion',
    text: 'Converters reorder the rows of q and k for each head, and those of k for each of its own heads, where there are fewer. Then half scores exactly as interleaved did.',
    patch: { permuted: true, at: 103 },
    threads: [
      ['tatsu-lab/stanford_alpaca', 227],
      ['InternLM/lmdeploy', 2639],
      ['meta-pytorch/gpt-fast', 190],
      ['naklecha/llama3-from-scratch', 20],
      ['ggml-org/llama.cpp', 2376],
      ['ggml-org/llama.cpp', 7481],
      ['huggingface/transformers', 31788],
    ],
  },
  {
    name: 'Angles of the one, pairs of the other',
    text: 'repeat_interleave for the angles and rotate_half for the pairs: even a query that stands on its key scores otherwise at every position.',
    patch: { distance: 0, at: 50 },
    threads: [
      ['raiyanyahya/how-to-train-your-gpt', 6],
      ['raiyanyahya/how-to-train-your-gpt', 7],
    ],
  },
  {
    name: 'The first token looks right',
    text: 'At position 0 nothing turns, and all three agree. So a wrong pairing writes a good first token, and then nonsense.',
    patch: { distance: 0, at: 0 },
    threads: [['NeuraLegion/shainet', 111]],
  },
];

/** The settings that show a mistake. @param {Mistake} mistake @returns {import('../../settings/index.js').Patch} */
const patchOf = ({ patch }) => {
  const { tokens, distance, permuted, dimensions, base, seed, positions } = defaultsOf('pairing');
  return { tokens, distance, permuted, dimensions, base, seed, positions, ...patch };
};

/** @param {Mistake} mistake @param {string} here the figure's own address @returns {string} the address that shows it alone */
export function linkTo(mistake, here) {
  const url = new URL(here);
  url.search = writeLink(change(defaultsOf('pairing'), patchOf(mistake)).settings);
  return String(url);
}

/**
 * A list of mistakes. Each has a link, which changes the figure in its place.
 *
 * @param {BodyHost} host
 * @returns {HTMLElement}
 */
export function mistakesList(host) {
  const here = host.link();
  return h(
    'details',
    { class: 'mistakes' },
    h('summary', {}, 'Famous mistakes, and where people met them'),
    h(
      'ul',
      {},
      ...mistakes.map((mistake) => {
        const link = h('a', { href: linkTo(mistake, here), target: '_top' }, mistake.name);
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          host.ask(patchOf(mistake));
        });
        return h(
          'li',
          {},
          link,
          ' ',
          mistake.text,
          ' ',
          h('span', { class: 'threads' }, ...threads(mistake)),
        );
      }),
    ),
  );
}

/** GitHub leads from an issue's address to the pull request of that number. @param {Mistake} mistake */
const threads = (mistake) =>
  mistake.threads.flatMap(([repository, id], i) => [
    i > 0 ? ' · ' : '',
    h(
      'a',
      {
        href: `https://github.com/${repository}/issues/${id}`,
        target: '_blank',
        rel: 'noopener noreferrer',
      },
      `${repository} #${id}`,
    ),
  ]);
