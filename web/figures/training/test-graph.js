import { LinesPlot } from '../../charts/lines.js';
import { h } from '../../dom/index.js';
import { encodings, seenEncodings } from './lab.js';
import { looks } from './looks.js';
import { powerAbove } from './powers.js';

/** @typedef {import('../../charts/lines.js').Line} Line */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('./lab.js').Test} Test */

/** The axis of perplexities shows so much at least. */
const LEAST_PERPLEXITY = 100;

/** So much more, in logarithms, for the words above the lines. */
const HEADROOM = 1.2;

/** Perplexity against position, on and past the trained length, and below it where the right key had the greatest score. */
export class TestGraph {
  #canvas = h('canvas', { role: 'img', 'data-panel': 'test' });
  /** @type {LinesPlot | undefined} built with the first picture, so that charts are not all built in one frame */
  #plot;
  #scheme;
  #bars = seenEncodings.map((encoding) => ({
    encoding,
    bar: h('div', { class: 'bar', 'data-bar': encoding }),
  }));
  #rows = h(
    'div',
    { class: 'bars', 'aria-hidden': 'true' },
    ...this.#bars.map(({ encoding, bar }) => h('div', {}, h('span', {}, encoding), bar)),
  );
  #trained = h('span', { class: 'said-of', 'aria-hidden': 'true' }, 'trained');
  #beyond = h(
    'span',
    { class: 'said-of beyond', 'aria-hidden': 'true' },
    'never seen: the learned table has no row',
  );
  #edge = 0;
  #most = LEAST_PERPLEXITY;

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.element = h(
      'div',
      { class: 'test' },
      h('div', { class: 'plot graph' }, this.#canvas, this.#trained, this.#beyond),
      this.#rows,
    );
    this.#scheme = scheme;
  }

  /** Another run has a scale of its own. */
  forget() {
    this.#most = LEAST_PERPLEXITY;
  }

  /** @param {Record<string, Test>} tests @param {TrainingData} data */
  set(tests, { sizes: { length, testLength } }) {
    /** @type {Line[]} */
    const lines = [];
    for (const encoding of [...encodings].reverse()) {
      const [test, look] = [tests[encoding], looks[encoding]];
      if (!test || !look) continue;
      const y = test.losses.map(Math.exp);
      for (const value of y) if (Number.isFinite(value)) this.#most = Math.max(this.#most, value);
      const x = y.map((_, i) => test.start + i);
      lines.push({ ...look, id: encoding, name: '', x, y });
    }
    const max = powerAbove(Math.min(this.#most ** HEADROOM, 1e307));
    const shade = { id: 'trained', name: '', x: [0, length - 0.5], y: [max, max], filled: true };
    this.#plot ??= new LinesPlot(this.#canvas, { scheme: this.#scheme, onResize: () => this.#place() });
    this.#plot.set({
      x: { name: 'position', min: 0, max: Math.max(1, testLength - 1), log: false },
      y: { name: 'perplexity', min: 1, max, log: true },
      lines: [{ ...shade, tone: 'soft', width: 0, dash: [] }, ...lines],
      levels: [],
      marks: testLength > length ? [{ value: length - 0.5, label: '' }] : [],
    });
    for (const { encoding, bar } of this.#bars) {
      bar.style.backgroundImage = stripes(tests[encoding], testLength);
    }
    this.#edge = length - 0.5;
    this.#beyond.hidden = testLength <= length;
    this.#place();
  }

  #place() {
    if (!this.#plot) return;
    const { left, right, top } = this.#plot.area;
    const { x } = this.#plot.toPixels(this.#edge, 1);
    this.#trained.style.left = `${left + 6}px`;
    this.#trained.style.maxWidth = `${Math.max(0, x - left - 8)}px`;
    this.#beyond.style.left = `${x + 6}px`;
    this.#beyond.style.maxWidth = `${Math.max(0, right - x - 8)}px`;
    for (const word of [this.#trained, this.#beyond]) word.style.top = `${top + 4}px`;
    this.#rows.style.paddingLeft = `${left}px`;
    this.#rows.style.width = `${right}px`;
  }

  /** @param {string} text */
  describe(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    this.#plot?.scheme(scheme);
  }

  destroy() {
    this.#plot?.destroy();
  }
}

/**
 * The positions where the right key was found, as a picture of one line.
 *
 * @param {Test | undefined} test
 * @param {number} positions of the whole line
 * @returns {string} CSS
 */
export function stripes(test, positions) {
  if (!test) return 'none';
  const { start, correct } = test;
  const stops = [];
  const at = (/** @type {number} */ n) => `${((100 * n) / positions).toFixed(3)}%`;
  let from = -1;
  for (let i = 0; i <= correct.length; i += 1) {
    const isRight = i < correct.length && correct[i] === 1;
    if (isRight && from < 0) from = start + i;
    if (isRight || from < 0) continue;
    stops.push(
      `transparent ${at(from)}, currentColor ${at(from)} ${at(start + i)}, transparent ${at(start + i)}`,
    );
    from = -1;
  }
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')})`;
}
