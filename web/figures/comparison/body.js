import { h } from '../../dom/index.js';
import { defaultsOf } from '../../settings/index.js';
import { ClaimsView } from './claims-view.js';
import { tallyOf } from './describe.js';
import { Job } from './job.js';
import { MeasureView } from './measure-view.js';
import { forget, keep, tasksOf } from './measured.js';
import { whole } from './numbers.js';
import { TableView } from './table-view.js';
import { howTimed } from './timing.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** Milliseconds of measuring in a frame: with a sample more it still leaves time to draw sixty a second. */
const BUDGET = 8;

/** Milliseconds that the settings must rest before it is measured for them, while a reader drags a slider. */
const REST = 400;

/** What is measured unasked takes seconds of computing: not on a phone, and not where a reader saves data. */
const mayStart = () =>
  matchMedia('(hover: hover) and (pointer: fine)').matches &&
  /** @type {any} */ (navigator).connection?.saveData !== true;

/** The table, the claims, and the long measurements that both wait for. They run in frames, so nothing runs off screen. */
export class ComparisonBody {
  #host;
  #table = new TableView();
  #claims = new ClaimsView();
  #measuring = new MeasureView(() => this.#press());
  element = h(
    'div',
    { class: 'comparison' },
    this.#table.element,
    this.#measuring.element,
    this.#claims.element,
  );
  /** @type {ComparisonData | undefined} */
  #data;
  /** @type {Job | undefined} */
  #job;
  #timer = 0;
  /** whether a reader asked for it once */
  #isAsked = false;
  #isStopped = false;

  /** @param {BodyHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {{ data: ComparisonData, description: string }} shown */
  set({ data }) {
    const isNew = data !== this.#data;
    this.#data = data;
    if (isNew) this.#begin();
    this.#show();
  }

  /** @returns {boolean} whether there is more to measure */
  frame() {
    const job = this.#job;
    if (!job || !this.#data) return false;
    const isNew = job.slice(BUDGET);
    if (job.isDone) this.#job = undefined;
    if (isNew) {
      this.#show();
      this.#host.renewed();
    }
    if (this.#job) this.#measuring.progress(job.progress, job.label);
    else this.#host.say(outcome(this.#data));
    return this.#job !== undefined;
  }

  scheme() {}

  destroy() {
    this.#stop();
  }

  /** For new settings: what is running measures the old ones. */
  #begin() {
    this.#stop();
    if (this.#isStopped || !(this.#isAsked || mayStart())) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#run();
    }, REST);
  }

  #run() {
    if (!this.#data) return;
    const { core, settings } = this.#data;
    const tasks = tasksOf(core, settings);
    if (tasks.length > 0) this.#job = new Job(tasks, (key, result) => keep(core, key, result));
    this.#show();
    this.#host.redraw();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#job?.stop();
    this.#job = undefined;
  }

  #press() {
    if (!this.#data) return;
    const { core, settings } = this.#data;
    const isBusy = this.#job !== undefined || this.#timer !== 0;
    this.#isStopped = isBusy;
    this.#isAsked = !isBusy;
    this.#stop();
    if (isBusy) this.#show();
    else {
      if (tasksOf(core, settings).length === 0) forget(core, settings);
      this.#run();
      this.#host.renewed();
    }
  }

  #show() {
    if (!this.#data) return;
    this.#table.set(this.#data);
    this.#claims.set(this.#data, this.#host.link());
    if (this.#job) this.#measuring.set('running', '');
    else if (this.#timer !== 0) this.#measuring.set('waiting', 'in a moment');
    else if (tasksOf(this.#data.core, this.#data.settings).length === 0)
      this.#measuring.set('done', how(this.#data));
    else this.#measuring.set('idle', 'Training and times take a few seconds of computing, in this browser.');
  }
}

/** What was measured, and how. @param {ComparisonData} data */
function how({ settings: { positions, dimensions, seed } }) {
  const { steps, trainedLength, dimensions: small } = defaultsOf('training');
  return (
    `Measured in this browser, on this machine. Training: one head with ${small} dimensions, ${steps} steps of Adam on ${trainedLength} positions, seed ${seed}. ` +
    `Times: ${howTimed}, taken for all of ${whole(positions)} × ${dimensions} numbers; what follows from them changes a little from one time to the next. Memory: bytes of the tables that the core made.`
  );
}

/** For those who listen. @param {ComparisonData} data */
function outcome(data) {
  const { holds, 'in part': part, not, unclear } = tallyOf(data);
  const none = unclear > 0 ? `, ${unclear} cannot be judged` : '';
  return `Measured: ${holds} claims hold, ${part} hold in part, ${not} do not hold${none}.`;
}
