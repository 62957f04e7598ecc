/** Has a worker call the core at random, and watches it: a call that takes longer than 20 seconds is a hang. */
import { Worker } from 'node:worker_threads';

const patience = 20_000;

/**
 * @param {object} plan
 * @param {number} plan.seed
 * @param {number} plan.seconds
 * @param {number} plan.random how many random calls at most
 * @param {number} plan.hostile and how many hostile ones
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} what is wrong
 */
export function fuzzCore(plan, say) {
  const beat = new SharedArrayBuffer(4);
  const beats = new Int32Array(beat);
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { ...plan, beat } });
  return new Promise((resolve) => {
    let seen = -1;
    const fail = (/** @type {string} */ why) => {
      clearInterval(watch);
      worker.terminate();
      resolve([`${why} at call ${Atomics.load(beats, 0)}`]);
    };
    const watch = setInterval(() => {
      const now = Atomics.load(beats, 0);
      if (now === seen) fail('hung');
      seen = now;
    }, patience);
    worker.on('error', (error) => fail(`crashed: ${error}`));
    worker.on('message', (message) => {
      clearInterval(watch);
      const { counts, cells, problems, memory } = message;
      say(`${counts.random} random calls, ${counts.hostile} hostile ones, ${counts.refused} refused`);
      say(`${cells} distinct cells of method, argument and kind of value; ${memory} bytes of memory`);
      resolve(problems);
    });
  });
}
