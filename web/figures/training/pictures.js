import { h } from '../../dom/index.js';
import { lossText } from '../shared/numbers.js';
import { seenEncodings } from './lab.js';
import { legend } from './looks.js';
import { LossGraph } from './loss-graph.js';
import { Numbers } from './numbers.js';
import { AttentionPanel, WeightScale } from './panels.js';
import { RowsPanel } from './rows-panel.js';
import { lossesNow } from './stretches.js';
import { TestGraph } from './test-graph.js';
import { Turns } from './turns.js';

/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('../figure.js').Scheme} Scheme */

const said = {
  learned: 'the table’s rows are trained too',
  sinusoidal: 'waves, one for each feature',
  rotary: 'one query and one key, turned',
};

/** Milliseconds between two drawings of the graphs and the numbers while they run. */
const READING = 90;

/** @param {number} step */
const whenOf = (step) => `at step ${step}`;

/** What is seen of a run: rows, attention, losses, test and numbers. */
export class Pictures {
  #run;
  #rows;
  #attention;
  #scale;
  #losses;
  #test;
  #numbers = new Numbers();
  #turns;
  /** @type {TrainingData | undefined} */
  #data;

  /** @param {Run} run @param {Scheme} scheme */
  constructor(run, scheme) {
    this.#run = run;
    this.#rows = new RowsPanel(scheme);
    this.#attention = seenEncodings.map((encoding) => ({
      encoding,
      panel: new AttentionPanel(encoding, said[encoding], scheme),
    }));
    this.#scale = new WeightScale(scheme);
    this.#losses = new LossGraph(scheme);
    this.#test = new TestGraph(scheme);
    this.#turns = new Turns(this.#drawn());
    this.elements = [
      h(
        'div',
        { class: 'cells' },
        this.#rows.element,
        ...this.#attention.map(({ panel }) => panel.element),
        this.#scale.element,
      ),
      h(
        'div',
        { class: 'graphs' },
        legend(),
        h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Losses')), this.#losses.element),
        h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Test')), this.#test.element),
      ),
      this.#numbers.element,
    ];
  }

  /** Another run begins. @param {TrainingData} data */
  begin(data) {
    this.#data = data;
    this.#losses.forget();
    this.#test.forget();
    this.#numbers.begin(data);
  }

  /** All are out of date. */
  renew() {
    this.#turns.renew();
  }

  /** Draws what there is time for. @param {boolean} moves @returns {boolean} whether some is still out of date */
  draw(moves) {
    if (this.#run.motion === 'playing') this.#losses.follow(this.#run);
    return this.#turns.draw(moves);
  }

  /** What is drawn, a part at a time. @returns {import('./turns.js').Part[]} */
  #drawn() {
    const run = this.#run;
    const part = (/** @type {(data: TrainingData) => void} */ draw, pace = READING) => ({
      draw: () => this.#data && draw(this.#data),
      pace,
    });
    return [
      part(({ sizes }) => {
        const { step, attention, rows } = run.seen;
        if (rows && attention?.learned) this.#rows.set(attention.learned, rows, sizes, whenOf(step));
      }, 0),
      ...this.#attention.map(({ encoding, panel }) =>
        part(({ sizes }) => {
          const weights = run.seen.attention?.[encoding];
          if (weights) panel.set(weights, sizes, whenOf(run.seen.step));
        }, 0),
      ),
      part((data) => this.#losses.set(run, data)),
      part((data) => run.seen.tests && this.#test.set(run.seen.tests, data, whenOf(run.seen.step))),
      part((data) => this.#say(data)),
    ];
  }

  /** All numbers are of one step. @param {TrainingData} data */
  #say(data) {
    const { attention, tests, heldOut } = this.#run.seen;
    for (const { encoding, panel } of this.#attention) {
      const [weights, test] = [attention?.[encoding], tests?.[encoding]];
      if (!weights || !test) continue;
      panel.say(weights, data.sizes, lossText(lossesNow(test, data.sizes.length, heldOut).trained));
    }
    this.#numbers.set(this.#run, data);
  }

  get #parts() {
    return [this.#rows, this.#losses, this.#test, ...this.#attention.map(({ panel }) => panel)];
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    for (const part of [...this.#parts, this.#scale]) part.scheme(scheme);
  }

  destroy() {
    for (const part of this.#parts) part.destroy();
  }
}
