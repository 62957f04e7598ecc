/**
 * `npm run fuzz -- --seconds 600 --seed 7` calls the core at random and with hostile arguments. `--random` and `--hostile` bound how
 * many calls of each there are. A call that takes longer than 20 seconds is a hang. With `--native` libFuzzer calls the C++ instead, each
 * target for so many seconds, two at a time.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Failure, isScript, main, root, run, say } from './tools.js';

const patience = 20_000;

/**
 * @param {{ seed: number, seconds: number, random: number, hostile: number }} plan
 * @returns {Promise<void>}
 */
export function fuzz(plan) {
  say(`seed ${plan.seed}`);
  const beat = new SharedArrayBuffer(4);
  const beats = new Int32Array(beat);
  const worker = new Worker(`${root}tests/fuzz/worker.js`, { workerData: { ...plan, beat } });
  return new Promise((resolve, reject) => {
    let seen = -1;
    const fail = (/** @type {string} */ why) => {
      clearInterval(watch);
      worker.terminate();
      reject(new Failure(`${why}, seed ${plan.seed}, at call ${Atomics.load(beats, 0)}`));
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
      for (const problem of problems) say(problem);
      if (problems.length === 0) resolve();
      else reject(new Failure(`${problems.length} problems, seed ${plan.seed}`));
    });
  });
}

const targets = ['encodings', 'scaling', 'training'];

/** @param {{ seed: number, seconds: number }} plan */
async function fuzzNative({ seed, seconds }) {
  await run('cmake --preset fuzz && cmake --build --preset fuzz', { quiet: true });
  const waiting = [...targets];
  const work = async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      const found = `build/fuzz/found/${target}`;
      const bounds = `-max_total_time=${seconds} -seed=${(seed % 2 ** 31) + 1} -timeout=10 -max_len=512`;
      const corpus = `${found} tests/cpp/fuzz/corpus/${target}`;
      await run(
        `mkdir -p ${found} && build/fuzz/tests/cpp/fuzz/fuzz_${target} ${bounds} -artifact_prefix=${found}- ${corpus}`,
        { quiet: true },
      );
      say(`${target}: nothing found in ${seconds} s, seed ${seed}`);
    }
  };
  await Promise.all([work(), work()]);
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const text = { type: /** @type {const} */ ('string') };
    const { values } = parseArgs({
      options: { seconds: text, seed: text, random: text, hostile: text, native: { type: 'boolean' } },
    });
    const number = (
      /** @type {'seconds' | 'seed' | 'random' | 'hostile'} */ name,
      /** @type {number} */ usual,
    ) => {
      const value = Number(values[name] ?? usual);
      if (!(value >= 0)) throw new Failure(`--${name} must be a number, got ${values[name]}`);
      return value;
    };
    const plan = {
      seconds: number('seconds', 60),
      seed: number('seed', Date.now() % 2 ** 32),
      random: number('random', Number.POSITIVE_INFINITY),
      hostile: number('hostile', Number.POSITIVE_INFINITY),
    };
    await (values.native ? fuzzNative(plan) : fuzz(plan));
  });
}
