import { MemoryError } from '../../core/index.js';
import { h, setText } from '../../dom/index.js';
import { runs, trainedAll } from './look-back.js';
import { howText, outcome, stepText, words } from './text.js';
import { times } from './timing.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../figure.js').FigureHost} FigureHost */
/** @typedef {import('./compute.js').ComparisonData} ComparisonData */

/**
 * What long measurements have given so far.
 *
 * @typedef {object} Measured
 * @property {Readonly<Record<keyof typeof runs, import('./look-back.js').Trained>>} [trained]
 * @property {import('./timing.js').Times} [times]
 */

/** More than this is not remembered of other sizes. */
const REMEMBERED = 200;

/** The results by their keys. @type {WeakMap<Core, Map<string, unknown>>} */
const known = new WeakMap();

/** @param {Core} core */
function knownOf(core) {
  const results = known.get(core) ?? new Map();
  known.set(core, results);
  return results;
}

/** @param {Settings} settings */
const keysOf = ({ positions, dimensions, seed }) => ({
  trained: `trained ${seed}`,
  times: `times ${positions} ${dimensions}`,
});

/** @param {Core} core @param {Settings} settings @returns {Measured} */
export function measuredOf(core, settings) {
  const [keys, results] = [keysOf(settings), knownOf(core)];
  return { trained: results.get(keys.trained), times: results.get(keys.times) };
}

/** @param {Core} core @param {Settings} settings how many of them are still to come */
export const openOf = (core, settings) =>
  Object.values(measuredOf(core, settings)).filter((result) => result === undefined).length;

/** So that it is measured again: on another day, or when the machine has less to do. @param {Core} core @param {Settings} settings */
export function forget(core, settings) {
  for (const key of Object.values(keysOf(settings))) knownOf(core).delete(key);
}

/**
 * Measures what is not known yet, one after another, and keeps what comes out.
 *
 * @param {Core} core
 * @param {Settings} settings
 * @returns {Generator<{ label: string, part: number }, boolean, void>} yields every few milliseconds what it measures, and the part that is
 *   done; returns whether there was memory for it
 */
export function* measure(core, settings) {
  const { trained, times: timed } = keysOf(settings);
  const results = knownOf(core);
  /** @type {{ key: string, label: string, weight: number, run: () => Generator<number, unknown, void> }[]} */
  const tasks = [
    {
      key: trained,
      label: words.training,
      weight: 1,
      run: () => trainedAll(core, runs, settings.seed),
    },
    { key: timed, label: words.timing, weight: 2, run: () => times(core, settings) },
  ].filter(({ key }) => !results.has(key));
  const whole = tasks.reduce((sum, { weight }) => sum + weight, 0);
  let done = 0;
  for (const { key, label, weight, run } of tasks) {
    const running = run();
    try {
      let step = running.next();
      for (; !step.done; step = running.next()) yield { label, part: (done + weight * step.value) / whole };
      results.set(key, step.value);
    } catch (error) {
      if (error instanceof MemoryError) return false;
      throw error;
    } finally {
      running.return(undefined);
    }
    for (const old of [...results.keys()].slice(0, -REMEMBERED)) results.delete(old);
    done += weight;
  }
  return true;
}

/** Milliseconds of measuring in a frame: with a sample more it still leaves time to draw sixty a second. */
const BUDGET = 8;

/** Milliseconds that the settings must rest before it is measured for them, while a reader drags a slider. */
const REST = 400;

/** What is measured unasked takes seconds of computing: not on a phone, and not where a reader saves data. */
const mayStart = () =>
  matchMedia('(hover: hover) and (pointer: fine)').matches &&
  /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData !== true;

/** Starts and stops what takes long, and shows how far it is. It runs in frames, so nothing runs off screen. */
export class Measuring {
  #host;
  #renew;
  #button = h('button', { type: 'button', class: 'measure', onclick: () => this.#press() });
  #bar = h('progress', { max: '1', value: '0', 'aria-label': words.progress });
  #text = h('span', { class: 'how' });
  element = h('div', { class: 'measuring' }, this.#button, this.#bar, this.#text);
  /** @type {ComparisonData | undefined} */
  #data;
  /** @type {ReturnType<typeof measure> | undefined} */
  #job;
  #timer = 0;
  /** whether a reader asked for it once */
  #isAsked = false;
  #isStopped = false;
  #lacksMemory = false;

  /** @param {FigureHost} host @param {(data: ComparisonData) => void} renew shows what has been measured */
  constructor(host, renew) {
    this.#host = host;
    this.#renew = renew;
  }

  /** For new data: what is running measures the old ones. @param {ComparisonData} data */
  set(data) {
    if (data !== this.#data) {
      this.#data = data;
      this.#lacksMemory = false;
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
    const { core, settings } = data;
    const [open, end] = [openOf(core, settings), performance.now() + BUDGET];
    let step = job.next();
    while (!step.done && performance.now() < end) step = job.next();
    if (step.done) this.#job = undefined;
    this.#lacksMemory = step.done === true && !step.value;
    const isNew = openOf(core, settings) < open;
    if (isNew || this.#lacksMemory) this.#show(data);
    if (isNew) this.#host.renewed();
    if (step.done) this.#host.say(step.value ? outcome(data) : words.lacksMemory);
    else {
      this.#bar.value = step.value.part;
      setText(this.#text, stepText(step.value));
    }
    return !step.done;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#job?.return(false);
    this.#job = undefined;
  }

  /** @param {ComparisonData} data */
  #run(data) {
    const { core, settings } = data;
    this.#lacksMemory = false;
    if (openOf(core, settings) > 0) this.#job = measure(core, settings);
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
      if (openOf(core, settings) === 0) forget(core, settings);
      this.#run(data);
      this.#host.renewed();
    }
  }

  /** @param {ComparisonData} data */
  #show(data) {
    this.#renew(data);
    const isWaiting = this.#timer !== 0;
    const isBusy = this.#job !== undefined || isWaiting;
    const isDone = openOf(data.core, data.settings) === 0;
    setText(this.#button, isBusy ? words.stop : isDone ? words.again : words.measure);
    this.#bar.hidden = !isBusy;
    const idle = this.#lacksMemory ? words.lacksMemory : words.idle;
    setText(this.#text, isWaiting ? words.soon : isBusy ? '' : isDone ? howText(data) : idle);
  }
}
