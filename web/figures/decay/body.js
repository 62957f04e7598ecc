import { ChainPlot } from '../../charts/chain.js';
import { h, setText } from '../../dom/index.js';
import { LinePanel } from '../lines/line-panel.js';
import { fixed } from '../vectors/numbers.js';
import { boundPicture, isDense, partOf, scoresPicture } from './pictures.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** The pairs' arrows as a chain that curls up with the distance, and what comes of it: the bound, and scores. */
export class DecayBody {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'chain' });
  #chainTitle = h('b');
  #place = h('span');
  #live = {
    bound: h('b', { class: 'live' }),
    sum: h('b', { class: 'live' }),
    boundTitle: h('b', { class: 'live' }),
    mean: h('b', { class: 'live' }),
    own: h('b', { class: 'live' }),
  };
  #bar = h('i', { class: 'bar' });
  #thick = h('i', { class: 'thick' });
  #rises = h('span');
  #chain;
  #bound;
  #scores;
  /** @type {{ data: DecayData, colors: import('../figure.js').Colors } | undefined} */
  #shown;
  /** @type {import('../../charts/chain.js').Chain} */
  #moment = { links: 1, x: [1], y: [0], radius: 1, color: '#000000', passed: 0 };
  #dots = { bound: new Float64Array(1), scores: new Float64Array(2) };

  /** @param {BodyHost} host */
  constructor(host) {
    this.#bound = new LinePanel('bound', host.scheme, host.seek);
    this.#scores = new LinePanel('scores', host.scheme, host.seek);
    const { bound, sum, boundTitle, mean, own } = this.#live;
    this.element = h(
      'div',
      { class: 'decay' },
      h(
        'div',
        { class: 'why' },
        h('p', { class: 'title' }, this.#chainTitle, this.#place),
        h('div', { class: 'plot chain' }, this.#canvas),
        keys(
          key(
            h('i', { class: 'circle' }),
            'how far its joints are from the start, on average: the bound ',
            bound,
          ),
          key(this.#bar, 'how far its end has come across: the sum of the cosines ', sum),
        ),
      ),
      h(
        'div',
        {},
        h('p', { class: 'title' }, h('b', {}, 'RoFormer’s bound on a score '), boundTitle),
        this.#bound.element,
        keys(key(this.#thick, this.#rises)),
      ),
      h(
        'div',
        {},
        h('p', { class: 'title' }, h('b', {}, 'What scores do')),
        this.#scores.element,
        keys(
          key(h('i', { class: 'mid' }), 'mean cosine ', mean),
          key(h('i', { class: 'thin' }), 'this query and key ', own),
        ),
      ),
    );
    this.#chain = new ChainPlot(this.#canvas, { scheme: host.scheme });
  }

  /** @type {import('../figure.js').Body<DecayData>['set']} */
  set({ data, colors, description }) {
    this.#shown = { data, colors };
    const pairs = data.frequencies.length;
    setText(this.#chainTitle, pairs === 1 ? 'One arrow' : `${pairs} arrows, one a pair, end to end`);
    this.#chain.set(
      data.view,
      data.earlier.map(({ distance, x, y }) => ({
        x,
        y,
        label: String(distance),
        color: colors.mark[distance] ?? '',
        text: colors.text[distance] ?? '',
      })),
    );
    this.#canvas.setAttribute('aria-label', description);
    this.#bound.set(boundPicture(data), 1, 'RoFormer’s bound against the distance');
    this.#scores.set(
      scoresPicture(data),
      2,
      'The mean cosine and the score of this query and key against the distance',
    );
    const { rises } = data.bound;
    const steps = data.labels.length - 1;
    this.#thick.hidden = isDense(data) || rises === 0;
    const where = this.#thick.hidden ? 'it rises at' : 'where it rises:';
    setText(this.#rises, rises === 0 ? 'it never rises' : `${where} ${rises} of ${steps} steps`);
    Object.assign(this.#moment, { links: pairs, x: data.chain.x, y: data.chain.y });
  }

  /** @param {number} position @param {boolean} withText @returns {undefined} */
  frame(position, withText) {
    if (!this.#shown) return;
    const { data, colors } = this.#shown;
    const { bound, mean, own } = data.now;
    const index = Math.floor(position);
    this.#moment.radius = bound;
    this.#moment.passed = data.earlier.findLastIndex(({ distance }) => distance < position) + 1;
    this.#moment.color = colors.mark[index] ?? this.#moment.color;
    this.#chain.frame(this.#moment);
    this.#dots.bound[0] = bound;
    this.#dots.scores[0] = partOf(own, data.size);
    this.#dots.scores[1] = mean;
    this.#bound.follow(position, this.#dots.bound, this.#moment.color);
    this.#scores.follow(position, this.#dots.scores, this.#moment.color);
    if (withText) this.#say(data, position, colors.text[index] ?? '');
  }

  /** @param {DecayData} data @param {number} position @param {string} color */
  #say({ now, frequencies, size }, position, color) {
    const texts = {
      bound: fixed(now.bound, 2),
      sum: fixed(now.mean * frequencies.length, 2),
      boundTitle: fixed(now.bound, 2),
      mean: fixed(now.mean, 3),
      own: `${fixed(partOf(now.own, size), 3)} (q·k = ${fixed(now.own, 2)})`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const live = this.#live[/** @type {keyof typeof texts} */ (name)];
      setText(live, text);
      live.style.color = color;
    }
    this.#bar.style.color = color;
    setText(
      this.#place,
      `each turned by the distance, ${fixed(position, Number.isInteger(position) ? 0 : 2)}, times its θ`,
    );
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    for (const plot of [this.#chain, this.#bound, this.#scores]) plot.scheme(scheme);
  }

  destroy() {
    for (const plot of [this.#chain, this.#bound, this.#scores]) plot.destroy();
  }
}

/** @param {...HTMLElement} items */
const keys = (...items) => h('ul', { class: 'keys' }, ...items);

/** @param {HTMLElement} mark @param {...(string | HTMLElement)} words */
const key = (mark, ...words) => h('li', {}, mark, h('span', {}, ...words));
