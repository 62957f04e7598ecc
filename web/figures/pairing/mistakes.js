import { h } from '../../dom/index.js';
import { change, defaultsOf, writeLink } from '../../settings/index.js';
import { example } from './example.js';

/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('../../settings/index.js').Patch} Patch */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * @typedef {object} Mistake
 * @property {string} name what its link says
 * @property {string} text what is seen
 * @property {import('./ways.js').Way} way whose panel shows it
 * @property {Readonly<Patch>} patch what shows it, beside the figure's defaults
 * @property {readonly (readonly [repository: string, number: number])[]} threads where people met it
 */

/** @type {readonly Mistake[]} */
export const mistakes = [
  {
    name: 'Half’s code with interleaved’s weights',
    text: 'Either pairing is right, but weights belong to the one that they were trained with. The score stays relative, so nothing looks broken but what the model writes.',
    way: 'half',
    patch: { ...example, dimensions: 64, at: 103 },
    threads: [
      ['huggingface/transformers', 25199],
      ['EleutherAI/gpt-neox', 834],
      ['karpathy/nanochat', 264],
      ['rasbt/LLMs-from-scratch', 747],
      ['rasbt/LLMs-from-scratch', 751],
      ['rasbt/LLMs-from-scratch', 802],
      ['rasbt/LLMs-from-scratch', 838],
      ['jzhang38/TinyLlama', 24],
      ['tenstorrent/tt-metal', 26844],
      ['huggingface/optimum-intel', 1877],
    ],
  },
  {
    name: 'Weights permuted, or not, on conversion',
    text: 'Converters reorder the rows of q and k for each head, and those of k for each of its own heads, where there are fewer. Then half scores exactly as interleaved did.',
    way: 'half',
    patch: { permuted: true, at: 103 },
    threads: [
      ['tatsu-lab/stanford_alpaca', 227],
      ['InternLM/lmdeploy', 2639],
      ['meta-pytorch/gpt-fast', 190],
      ['naklecha/llama3-from-scratch', 20],
      ['ybubnov/metalchat', 76],
      ['ggml-org/llama.cpp', 2376],
      ['ggml-org/llama.cpp', 7481],
      ['huggingface/transformers', 31788],
    ],
  },
  {
    name: 'Angles of the one, pairs of the other',
    text: 'repeat_interleave for the angles and rotate_half for the pairs: even a query that stands on its key scores otherwise at every position.',
    way: 'mixed',
    patch: { distance: 0, at: 50 },
    threads: [
      ['raiyanyahya/how-to-train-your-gpt', 6],
      ['raiyanyahya/how-to-train-your-gpt', 7],
    ],
  },
  {
    name: 'The first token looks right',
    text: 'At position 0 nothing turns, and all three agree. So a wrong pairing writes a good first token, and then nonsense.',
    way: 'mixed',
    patch: { distance: 0, positions: 16, at: 0 },
    threads: [['NeuraLegion/shainet', 111]],
  },
];

/** The settings that show a mistake. @param {Mistake} mistake @returns {Patch} */
const patchOf = ({ patch }) => {
  const { tokens, distance, permuted, dimensions, base, query, key, seed, positions } = defaultsOf('pairing');
  return { tokens, distance, permuted, dimensions, base, query, key, seed, positions, ...patch };
};

/** The mistake that settings show, wherever the playhead is. @param {Settings} settings */
export const mistakeIn = (settings) =>
  mistakes.find((one) => change(settings, { ...patchOf(one), at: settings.at }).settings === settings);

/** @param {Mistake} mistake @param {string} here the figure's own address @returns {string} the address that shows it alone */
export function linkTo(mistake, here) {
  const url = new URL(here);
  url.search = writeLink(change(defaultsOf('pairing'), patchOf(mistake)).settings);
  return String(url);
}

/** A list of mistakes. Each has a link, which changes the figure in its place. */
export class MistakesList {
  /** @type {Map<Mistake, HTMLAnchorElement>} */
  #links = new Map();

  /** @param {FigureHost} host @param {(mistake: Mistake) => void} shown called when the figure was asked for a mistake, and shows it */
  constructor(host, shown) {
    const here = host.link();
    this.element = h(
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
            if (host.ask(patchOf(mistake))) shown(mistake);
          });
          this.#links.set(mistake, link);
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

  /** Marks a mistake as the one that is seen. @param {Mistake | undefined} seen */
  mark(seen) {
    for (const [mistake, link] of this.#links) {
      if (mistake === seen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
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
