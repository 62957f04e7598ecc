import { h, setText } from '../../dom/index.js';
import { forget, keep, tasksOf } from './measured.js';
import { howText, outcome } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('../figure.js').FigureHost} FigureHost */

/**
 * @typedef {object} Task
 * @property {string} key of its result
 * @property {string} label what it measures, in words
 * @property {number} weight how long it takes, beside the others
 * @property {() => Generator<number, unknown, void>} run yields the part that is done, every few milliseconds
 */

/** Milliseconds of measuring in a frame: with a sample more it still leaves time to draw sixty a second. */
const BUDGET = 8;

/** Milliseconds that the settings must rest before it is measured for them, while a reader drags a slider. */
const REST = 400;

/** What is measured unasked takes seconds of computing: not on a phone, and not where a reader saves data. */
const mayStart = () =>
  matchMedia('(hover: hover) and (pointer: fine)').matches &&
  /** @type {any} */ (navigator).connection?.saveData !== true;

/** Long measurements, one after another, a slice at a time. */
export class Job {
  #tasks;
  #keep;
  #index = 0;
  #part = 0;
  /** @type {Generator<number, unknown, void> | undefined} */
  #running;

  /** @param {readonly Task[]} tasks @param {(key: string, result: unknown) => void} keep what came out */
  constructor(tasks, keep) {
    this.#tasks = tasks;
    this.#keep = keep;
  }

  get isDone() {
    return this.#index >= this.#tasks.length;
  }

  /** What is measured now; empty when all is done. */
  get label() {
    return this.#tasks[this.#index]?.label ?? '';
  }

  /** From 0 to 1. */
  get progress() {
    const weights = this.#tasks.map(({ weight }) => weight);
    const sum = (/** @type {number[]} */ all) => all.reduce((a, b) => a + b, 0);
    const done = sum(weights.slice(0, this.#index)) + this.#part * (weights[this.#index] ?? 0);
    return weights.length === 0 ? 1 : done / sum(weights);
  }

  /**
   * Works for so long, and then to the next place where it can stop.
   *
   * @param {number} budget milliseconds
   * @returns {boolean} whether something new came out
   */
  slice(budget) {
    const end = performance.now() + budget;
    let isNew = false;
    do {
      const task = this.#tasks[this.#index];
      if (!task) break;
      this.#running ??= task.run();
      const { done, value } = this.#running.next();
      if (done) {
        this.#keep(task.key, value);
        this.#running = undefined;
        this.#part = 0;
        this.#index += 1;
        isNew = true;
      } else this.#part = Number(value);
    } while (performance.now() < end);
    return isNew;
  }

  /** Gives back what it holds. What came out before stays. */
  stop() {
    this.#running?.return(undefined);
    this.#running = undefined;
    this.#index = this.#tasks.length;
  }
}

/** Starts and stops what takes long, and shows how far it is. It runs in frames, so nothing runs off screen. */
export class Measuring {
  #host;
  #renew;
  #button = h('button', { type: 'button', class: 'measure', onclick: () => this.#press() });
  #bar = h('progress', { max: '1', value: '0', 'aria-label': 'Measured so far' });
  #text = h('span', { class: 'how' });
  element = h('div', { class: 'measuring' }, this.#button, this.#bar, this.#text);
  /** @type {ComparisonData | undefined} */
  #data;
  /** @type {Job | undefined} */
  #job;
  #timer = 0;
  /** whether a reader asked for it once */
  #isAsked = false;
  #isStopped = false;

  /** @param {FigureHost} host @param {(data: ComparisonData) => void} renew shows what has been measured */
  constructor(host, renew) {
    this.#host = host;
    this.#renew = renew;
  }

  /** For new data: what is running measures the old ones. @param {ComparisonData} data */
  set(data) {
    if (data !== this.#data) {
      this.#data = data;
      this.stop();
      if (!this.#isStopped && (this.#isAsked || mayStart())) {
        this.#timer = window.setTimeout(() => {
          this.#timer = 0;
          this.#run(data);
        }, REST);
      }
    }
    this.#show(data);
  }

  /** @returns {boolean} whether there is more to measure */
  frame() {
    const [job, data] = [this.#job, this.#data];
    if (!job || !data) return false;
    const isNew = job.slice(BUDGET);
    if (job.isDone) this.#job = undefined;
    if (isNew) {
      this.#show(data);
      this.#host.renewed();
    }
    if (this.#job) {
      this.#bar.value = job.progress;
      setText(this.#text, `${job.label}, ${Math.floor(100 * job.progress)}\u00a0% in all`);
    } else this.#host.say(outcome(data));
    return this.#job !== undefined;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#job?.stop();
    this.#job = undefined;
  }

  /** @param {ComparisonData} data */
  #run(data) {
    const { core, settings } = data;
    const tasks = tasksOf(core, settings);
    if (tasks.length > 0) this.#job = new Job(tasks, (key, result) => keep(core, key, result));
    this.#show(data);
    this.#host.redraw();
  }

  #press() {
    const data = this.#data;
    if (!data) return;
    const { core, settings } = data;
    const isBusy = this.#job !== undefined || this.#timer !== 0;
    this.#isStopped = isBusy;
    this.#isAsked = !isBusy;
    this.stop();
    if (isBusy) this.#show(data);
    else {
      if (tasksOf(core, settings).length === 0) forget(core, settings);
      this.#run(data);
      this.#host.renewed();
    }
  }

  /** @param {ComparisonData} data */
  #show(data) {
    this.#renew(data);
    const isWaiting = this.#timer !== 0;
    const isBusy = this.#job !== undefined || isWaiting;
    const isDone = tasksOf(data.core, data.settings).length === 0;
    setText(this.#button, isBusy ? 'Stop' : isDone ? 'Measure again' : 'Measure here');
    this.#bar.hidden = !isBusy;
    const idle = 'Training and times take a few seconds of computing, in this browser.';
    setText(this.#text, isWaiting ? 'in a moment' : isBusy ? '' : isDone ? howText(data) : idle);
  }
}
