import { h } from '../../dom/index.js';
import { change, defaultsOf, writeLink } from '../../settings/index.js';
import { linksTo } from '../shared/reports.js';
import { words } from './text.js';

/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('../../settings/index.js').Patch} Patch */
/** @typedef {import('../../settings/index.js').Settings} Settings */

/**
 * @typedef {object} Mistake
 * @property {string} name what its link says
 * @property {string} text what is seen
 * @property {import('./ways.js').Way} way whose panel shows it
 * @property {Readonly<Patch>} patch what shows it, beside the figure's defaults
 * @property {readonly import('../shared/reports.js').Thread[]} threads where people met it
 */

/**
 * A query and a key of 64 features, drawn from a normal distribution (Python's `random.Random(0).gauss`), as reports of these mistakes
 * have them: −0.2512 where all is right.
 */
const example = {
  query: [
    0.941715, -1.396578, -0.679714, 0.370504, -1.016349, -0.07212, 0.179196, -0.831099, -1.309037, 0.193888,
    0.99325, -0.646982, -0.333668, 1.645672, -0.55889, -0.514157, 2.404119, -1.531083, 0.796466, -2.003649,
    -0.596963, 1.503681, 1.221436, -0.90112, -0.453699, 0.080233, -1.258103, 0.55222, 2.227577, -1.355241,
    -1.981533, 0.288244, -0.119123, 1.80433, -0.160362, -0.05066, -0.190874, -0.990606, 0.67303, -1.324082,
    1.16649, 0.008376, 0.50363, -0.552765, -0.920194, 1.800263, 0.46855, 1.207003, 0.187123, 2.611608, 0.3575,
    -1.029805, 0.768509, 0.425299, -2.32115, -0.115904, 0.980199, 0.801165, -0.339435, -1.212624, 0.491294,
    -1.145828, 1.324679, -0.306268,
  ],
  key: [
    -0.924819, -0.567666, -0.810889, -0.560717, -0.736384, -0.379009, 0.23897, 0.596889, -1.110243, -0.951538,
    -0.429153, 0.063746, 0.097729, -2.043982, 1.704027, -0.890194, 1.816989, -1.352255, -0.964172, -0.251435,
    -0.222675, -0.771578, 0.734895, -1.802034, 1.055058, -0.817973, 1.2516, -0.408715, -1.399057, 0.449115,
    2.230171, -0.052447, 0.111485, -0.399374, -0.876528, -0.751326, -1.320716, -1.409032, 0.070938, 1.620091,
    0.523096, 0.473788, 0.248602, -0.864139, 0.185313, -0.421581, 0.937556, 1.23023, 1.253741, 0.366246,
    1.043756, -0.66224, -0.098272, -0.21086, -0.903007, -1.024259, -0.884963, -0.457606, -1.922973, 2.044154,
    0.203716, 0.04741, 0.620506, -0.15504,
  ],
};

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
      'details.mistakes',
      h('summary', words.mistakes),
      h(
        'ul',
        ...mistakes.map((mistake) => {
          const link = h('a', { href: linkTo(mistake, here), target: '_top' }, mistake.name);
          link.addEventListener('click', (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            if (host.ask(patchOf(mistake))) shown(mistake);
          });
          this.#links.set(mistake, link);
          return h('li', link, ' ', mistake.text, ' ', h('span.threads', ...linksTo(mistake.threads, ' · ')));
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
