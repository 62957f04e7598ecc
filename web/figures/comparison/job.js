/**
 * @typedef {object} Task
 * @property {string} key of its result
 * @property {string} label what it measures, in words
 * @property {number} weight how long it takes, beside the others
 * @property {() => Generator<number, unknown, void>} run yields the part that is done, every few milliseconds
 */

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
