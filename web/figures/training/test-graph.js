import { LinesPlot } from '../../charts/lines.js';
import { h, setText } from '../../dom/index.js';
import { perplexityText } from '../shared/numbers.js';
import { encodings, seenEncodings } from './lab.js';
import { lineNames, looks } from './looks.js';
import { powerAbove } from './powers.js';
import { testsSaid } from './said.js';

/** @typedef {import('../../charts/marks/line.js').Line} Line */
/** @typedef {import('../figure.js').Scheme} Scheme */
/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('./lab.js').Test} Test */

/** The axis of perplexities begins a little below 1, the best, which would lie on the axis otherwise. */
const LOWEST = 0.5;

/** It ends here at least, and at the most. */
const [LEAST_TOP, MOST_TOP] = [1000, 1e9];

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
  #clipped = h('span', { class: 'said-of beyond clipped', hidden: '' });
  #end = h('i', { class: 'line-end', 'aria-hidden': 'true' });
  #ends = h('span', { class: 'said-of ends', 'aria-hidden': 'true' }, 'learned ends here');
  #edge = 0;
  /** The last position of the learned rows, and their perplexity there. */
  #last = { x: 0, y: 1 };
  #most = LEAST_TOP;

  /** @param {Scheme} scheme */
  constructor(scheme) {
    this.element = h(
      'div',
      { class: 'test' },
      h(
        'div',
        { class: 'plot graph' },
        this.#canvas,
        this.#trained,
        this.#beyond,
        this.#clipped,
        this.#end,
        this.#ends,
      ),
      this.#rows,
    );
    this.#scheme = scheme;
  }

  /** Another run has a scale of its own. */
  forget() {
    this.#most = LEAST_TOP;
  }

  /** @param {Record<string, Test>} tests @param {TrainingData} data @param {string} when */
  set(tests, { sizes }, when) {
    const { length, testLength } = sizes;
    let greatest = 0;
    /** @type {Line[]} */
    const lines = [];
    for (const encoding of [...encodings].reverse()) {
      const [test, look] = [tests[encoding], looks[encoding]];
      if (!test || !look) continue;
      for (const loss of test.losses) if (loss > greatest) greatest = loss;
      const y = test.losses.map((loss) => Math.min(Math.exp(loss), MOST_TOP));
      const x = y.map((_, i) => test.start + i);
      // A name at the right edge would say that the learned rows go on.
      const name = encoding === 'learned' && testLength > length ? '' : String(lineNames[encoding]);
      lines.push({ ...look, id: encoding, name, x, y });
      if (encoding === 'learned') this.#last = { x: Number(x.at(-1)), y: Number(y.at(-1)) };
    }
    this.#most = Math.max(this.#most, Math.min(Math.exp(greatest), MOST_TOP));
    const max = powerAbove(this.#most);
    const shade = { id: 'trained', name: '', x: [0, length - 0.5], y: [max, max], filled: true };
    this.#plot ??= new LinesPlot(this.#canvas, { scheme: this.#scheme, onResize: () => this.#place() });
    this.#plot.set({
      name: 'test',
      x: { name: 'position', min: 0, max: Math.max(1, testLength - 1), log: false },
      y: { name: 'perplexity', min: LOWEST, max, log: true },
      lines: [{ ...shade, tone: 'soft', width: 0, dash: [] }, ...lines],
      levels: [],
      marks: testLength > length ? [{ value: length - 0.5, label: '' }] : [],
    });
    this.#plot.frame();
    for (const { encoding, bar } of this.#bars) {
      bar.style.backgroundImage = stripes(tests[encoding], testLength);
    }
    this.#edge = length - 0.5;
    this.#beyond.hidden = testLength <= length;
    for (const part of [this.#end, this.#ends]) part.hidden = testLength <= length;
    this.#clipped.hidden = Math.exp(greatest) <= MOST_TOP;
    setText(this.#clipped, `off the scale, as far as ${perplexityText(Math.exp(greatest))}`);
    this.#canvas.setAttribute(
      'aria-label',
      `Perplexity against position ${when}: ${testsSaid(tests, sizes)}`,
    );
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
    this.#clipped.style.right = `calc(100% - ${right - 6}px)`;
    // Below the words of the stretch, however many lines they take.
    if (!this.#clipped.hidden) this.#clipped.style.top = `${top + 6 + this.#beyond.offsetHeight}px`;
    const end = this.#plot.toPixels(this.#last.x, this.#last.y);
    this.#end.style.transform = `translate(${end.x}px, ${end.y}px)`;
    this.#ends.style.right = `calc(100% - ${end.x - 2}px)`;
    this.#ends.style.top = `${Math.max(top, end.y - 22)}px`;
    this.#ends.classList.toggle('tight', end.x - left < 112 || end.y - top < 42);
    this.#rows.style.paddingLeft = `${left}px`;
    this.#rows.style.width = `${right}px`;
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
