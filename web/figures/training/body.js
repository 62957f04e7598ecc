import { h } from '../../dom/index.js';
import { lossText } from './describe.js';
import { seenEncodings } from './lab.js';
import { legend } from './looks.js';
import { LossGraph } from './loss-graph.js';
import { Numbers } from './numbers.js';
import { AttentionPanel, RowsPanel, WeightScale } from './panels.js';
import { Player } from './player.js';
import { trainee } from './port.js';
import { Run } from './run.js';
import { lossesNow } from './stretches.js';
import { TestGraph } from './test-graph.js';
import { Turns } from './turns.js';

/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */
/** @typedef {import('../figure.js').Scheme} Scheme */

const said = {
  learned: 'the table’s rows are trained too',
  sinusoidal: 'waves, one for each feature',
  rotary: 'one query and one key, turned',
};

/** Milliseconds between two drawings of the graphs and the numbers while they run. */
const READING = 90;

/** Heads in training: what they attend to, their losses, and the test past the trained length. */
export class TrainingBody {
  #host;
  #player;
  #rows;
  #attention;
  #losses;
  #test;
  #numbers = new Numbers();
  #scale;
  #run;
  /** @type {import('./port.js').Trainee | undefined} */
  #trainee;
  /** @type {TrainingData | undefined} */
  #data;
  /** Whether it is to be played as soon as it was run to its end. */
  #wantsPlay = false;
  #turns;

  /** @param {BodyHost} host */
  constructor(host) {
    this.#host = host;
    const { scheme } = host;
    this.#run = new Run({
      post: (request) => this.#trainee?.post(request),
      told: () => this.#told(),
      isSeen: host.visible,
    });
    this.#player = new Player({
      toggle: () => (this.#run.motion === 'playing' ? this.pause() : this.play()),
      goTo: (step) => this.#goTo(step),
    });
    this.#rows = new RowsPanel(scheme);
    this.#attention = seenEncodings.map((encoding) => ({
      encoding,
      panel: new AttentionPanel(encoding, said[encoding], scheme),
    }));
    this.#scale = new WeightScale(scheme);
    this.#losses = new LossGraph(scheme);
    this.#test = new TestGraph(scheme);
    this.#turns = new Turns(this.#drawn());
    this.element = h(
      'div',
      { class: 'training' },
      this.#player.element,
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
        h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Losses'), legend()), this.#losses.element),
        h('div', {}, h('p', { class: 'title' }, h('b', {}, 'Test'), legend()), this.#test.element),
      ),
      this.#numbers.element,
    );
  }

  /** @type {import('../figure.js').Body<TrainingData>['set']} */
  set({ data, settings, description }) {
    this.#losses.describe(`Losses against steps. ${description}`);
    this.#test.describe(`Perplexity against position. ${description}`);
    if (data !== this.#data) {
      this.#wantsPlay = this.#data ? this.#run.motion === 'playing' || this.#wantsPlay : settings.autoplay;
      this.#data = data;
      this.#trainee ??= trainee(data.core, (answer) => this.#run.take(answer));
      for (const part of [this.#rows, this.#losses, this.#test]) part.forget();
      this.#numbers.begin(data);
      this.#run.begin(data.plan);
    }
    this.#told();
  }

  play() {
    if (this.#host.reducedMotion()) this.#goTo(this.#run.steps);
    else this.#run.play();
  }

  pause() {
    this.#wantsPlay = false;
    this.#run.pause();
  }

  /** @param {number} step */
  #goTo(step) {
    this.#wantsPlay = false;
    this.#run.goTo(step);
  }

  #told() {
    this.#turns.renew();
    this.#host.redraw();
  }

  /** @returns {boolean} whether it still runs */
  frame() {
    const [run, data] = [this.#run, this.#data];
    if (!data || !this.#host.visible()) return false;
    run.tick(performance.now());
    this.#finish(data);
    const moves = run.motion !== 'resting';
    this.#player.show(run);
    if (run.motion === 'playing') this.#losses.follow(run);
    return this.#turns.draw(moves) || moves;
  }

  /** What is drawn, a part at a time. @returns {import('./turns.js').Part[]} */
  #drawn() {
    const run = this.#run;
    const part = (/** @type {(data: TrainingData) => void} */ draw, pace = READING) => ({
      draw: () => this.#data && draw(this.#data),
      pace,
    });
    return [
      part(({ sizes }) => run.seen.rows && this.#rows.set(run.seen.rows, sizes), 0),
      ...this.#attention.map(({ encoding, panel }) =>
        part(({ sizes }) => {
          const { attention, tests, heldOut } = run.seen;
          const [weights, test] = [attention?.[encoding], tests?.[encoding]];
          const loss = test ? lossText(lossesNow(test, sizes.length, heldOut).trained) : '';
          if (weights) panel.set(weights, sizes, loss);
        }, 0),
      ),
      part((data) => this.#losses.set(run, data)),
      part((data) => run.seen.tests && this.#test.set(run.seen.tests, data)),
      part((data) => this.#numbers.set(run, data)),
    ];
  }

  /** What came of the whole run is told once. @param {TrainingData} data */
  #finish(data) {
    const { ends, known, seen, motion } = this.#run;
    if (!ends || motion === 'going') return;
    if (!data.result) {
      const of = (/** @type {'losses' | 'heldOutLosses'} */ name) =>
        Object.fromEntries(Object.entries(known).map(([encoding, own]) => [encoding, own[name]]));
      data.result = {
        losses: of('losses'),
        heldOutLosses: of('heldOutLosses'),
        heldOut: seen.heldOut,
        tests: ends,
      };
      this.#host.renewed();
    }
    if (!this.#wantsPlay) return;
    this.#wantsPlay = false;
    this.play();
  }

  get #parts() {
    return [this.#rows, this.#losses, this.#test, ...this.#attention.map(({ panel }) => panel)];
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    for (const part of [...this.#parts, this.#scale]) part.scheme(scheme);
  }

  destroy() {
    this.#trainee?.end();
    for (const part of this.#parts) part.destroy();
  }
}
