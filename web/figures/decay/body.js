import { ChainsPlot, shapeOf } from '../../charts/chains.js';
import { h, mathElement, setText } from '../../dom/index.js';
import { LinePanel } from '../shared/line-panel.js';
import { brief, fixed } from '../shared/numbers.js';
import { describeScores, describeSums } from './describe.js';
import { boundFormula } from './formula.js';
import { isDense, partOf, scoresPicture, sumsPicture } from './pictures.js';

/** @typedef {import('./compute.js').DecayData} DecayData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** The pairs' arrows as a chain that curls up with the distance, and what comes of it: RoFormer's bound, and scores. */
export class DecayBody {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'chain' });
  #chainTitle = h('b');
  #place = h('span');
  #live = {
    sums: h('b', { class: 'live' }),
    cosines: h('b', { class: 'live' }),
    sumsTitle: h('b', { class: 'live' }),
    mean: h('b', { class: 'live' }),
    own: h('b', { class: 'live' }),
  };
  #bar = h('i', { class: 'bar' });
  #thick = h('i', { class: 'thick' });
  #rises = h('span');
  /** @type {Map<string, Element[]>} */
  #formulaLive = new Map();
  #formula = h('div', { class: 'formula', role: 'group', 'aria-label': 'RoFormer’s bound on the score' });
  #box = h('div', { class: 'plot chain' }, this.#canvas);
  #chain;
  #sums;
  #scores;
  /** @type {{ data: DecayData, colors: import('../figure.js').Colors } | undefined} */
  #shown;
  /** @type {import('../../charts/chains.js').Chain} */
  #moment = { links: 1, x: [1], y: [0], radius: 1, color: '#000000', passed: 0 };
  #dots = { sums: new Float64Array(1), scores: new Float64Array(2) };

  /** @param {BodyHost} host */
  constructor(host) {
    this.#sums = new LinePanel('sums', host.scheme, host.seek);
    this.#scores = new LinePanel('scores', host.scheme, host.seek);
    const { sums, cosines, sumsTitle, mean, own } = this.#live;
    this.#formula.append(mathElement(['math', {}, boundFormula], this.#formulaLive));
    this.element = h(
      'div',
      { class: 'decay' },
      h(
        'div',
        { class: 'why' },
        h('p', { class: 'title' }, this.#chainTitle, this.#place),
        this.#box,
        keys(
          key(
            h('i', { class: 'circle' }),
            'how far its joints are from the start, on average: mean |S| ',
            sums,
          ),
          key(this.#bar, 'how far its end has come across: the sum of the cosines ', cosines),
        ),
        h(
          'p',
          { class: 'title' },
          h('b', {}, 'RoFormer’s bound on the score'),
          ' h: each pair’s query times its key, as complex numbers, and 0 after the last pair',
        ),
        this.#formula,
      ),
      h(
        'div',
        {},
        h(
          'p',
          { class: 'title' },
          h('b', {}, 'Mean |S| '),
          sumsTitle,
          ' the factor of the bound that depends on the distance',
        ),
        this.#sums.element,
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
    this.#chain = new ChainsPlot(this.#canvas, { scheme: host.scheme });
  }

  /** @type {import('../figure.js').Body<DecayData>['set']} */
  set({ data, colors, settings }) {
    this.#shown = { data, colors };
    const pairs = data.frequencies.length;
    setText(this.#chainTitle, pairs === 1 ? 'One arrow' : `${pairs} arrows, one a pair, end to end`);
    this.#chain.set({
      name: 'chain',
      item: 'pair',
      box: data.view,
      earlier: data.earlier.map(({ distance, x, y }) => ({
        x,
        y,
        label: String(distance),
        color: colors.mark[distance] ?? '',
        text: colors.text[distance] ?? '',
      })),
    });
    this.#box.style.aspectRatio = String(shapeOf(data.view));
    this.#canvas.setAttribute(
      'aria-label',
      `${this.#chainTitle.textContent}, each turned by the distance times its θ.`,
    );
    this.#sums.set(sumsPicture(data), `Mean |S| against the distance. ${describeSums(data)}`);
    this.#scores.set(
      scoresPicture(data),
      `The mean cosine and the score of this query and key against the distance. ${describeScores(data, settings)}`,
    );
    const { rises } = data.sums;
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
    const { sums, mean, own } = data.now;
    const index = Math.floor(position);
    this.#moment.radius = sums;
    this.#moment.passed = data.earlier.findLastIndex(({ distance }) => distance < position) + 1;
    this.#moment.color = colors.mark[index] ?? this.#moment.color;
    this.#chain.frame(this.#moment);
    this.#dots.sums[0] = sums;
    this.#dots.scores[0] = partOf(own, data.size);
    this.#dots.scores[1] = mean;
    this.#sums.follow(position, this.#dots.sums, this.#moment.color);
    this.#scores.follow(position, this.#dots.scores, this.#moment.color);
    if (withText) this.#say(data, position, colors.text[index] ?? '');
  }

  /** @param {DecayData} data @param {number} position @param {string} color */
  #say({ now, frequencies, size, steepest, factor }, position, color) {
    const texts = {
      sums: fixed(now.sums, 2),
      cosines: fixed(now.mean * frequencies.length, 2),
      sumsTitle: fixed(now.sums, 2),
      mean: fixed(now.mean, 3),
      own: `${fixed(partOf(now.own, size), 3)} (q·k = ${fixed(now.own, 2)})`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const live = this.#live[/** @type {keyof typeof texts} */ (name)];
      setText(live, text);
      live.style.color = color;
    }
    this.#bar.style.color = color;
    /** @type {Record<string, [text: string, color: string]>} */
    const numbers = {
      score: [brief(Math.abs(now.own)), color],
      pairs: [String(frequencies.length), ''],
      steepest: [fixed(steepest, 2), ''],
      sums: [fixed(now.sums, 2), color],
      bound: [brief(factor * now.sums), color],
    };
    for (const [name, elements] of this.#formulaLive) {
      const [text, ink] = numbers[name] ?? ['', ''];
      for (const element of elements) {
        setText(element, text);
        /** @type {HTMLElement} */ (element).style.color = ink;
      }
    }
    setText(
      this.#place,
      `each turned by the distance, ${fixed(position, Number.isInteger(position) ? 0 : 2)}, times its θ`,
    );
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    for (const plot of [this.#chain, this.#sums, this.#scores]) plot.scheme(scheme);
  }

  destroy() {
    for (const plot of [this.#chain, this.#sums, this.#scores]) plot.destroy();
  }
}

/** @param {...HTMLElement} items */
const keys = (...items) => h('ul', { class: 'keys' }, ...items);

/** @param {HTMLElement} mark @param {...(string | HTMLElement)} words */
const key = (mark, ...words) => h('li', {}, mark, h('span', {}, ...words));
