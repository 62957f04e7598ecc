/** `npm run fuzz`: calls the core, and treats the element, in ways that nobody thought of. */
import { parseArgs } from 'node:util';
import { fuzzCore } from '../tests/fuzz/core.js';
import { fuzzElement } from '../tests/fuzz/element.js';
import { Failure, isScript, main, run, say } from './tools.js';

const usage = `npm run fuzz -- [--part core|element] [--seconds 60] [--seed 7]

  --part core      calls the core at random and with hostile arguments; --random and --hostile bound how many calls of each there are
  --part element   plays scenes of the element's life in Chromium; --from is the first scene, --scenes
                   how many there are at most; of one that fails its shortest steps are printed
  --native         libFuzzer calls the C++ instead, each target for so many seconds, two at a time

Without --part both are done, each for so many seconds. The same seed does the same again.`;

const targets = ['encodings', 'scaling', 'training'];

/** @param {{ seed: number, seconds: number }} plan */
async function fuzzNative({ seed, seconds }) {
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

/** @type {Record<string, (plan: any, tell: typeof say) => Promise<string[]>>} */
const parts = { core: fuzzCore, element: fuzzElement };

if (isScript(import.meta.url)) {
  await main(async () => {
    const most = String(Number.POSITIVE_INFINITY);
    const numbers = { seconds: '60', seed: String(Date.now() % 2 ** 32), from: '0' };
    const usual = { ...numbers, random: most, hostile: most, scenes: most };
    const text = { type: /** @type {const} */ ('string') };
    const flag = { type: /** @type {const} */ ('boolean') };
    const given = Object.fromEntries(Object.keys(usual).map((name) => [name, text]));
    const { values } = parseArgs({ options: { ...given, part: text, native: flag, help: flag } });
    const { part, native, help, ...rest } = values;
    if (help) return say(usage);
    const plan = Object.entries({ ...usual, ...rest }).map(([name, value]) => {
      if (!(Number(value) >= 0)) throw new Failure(`--${name} must be a number, got ${value}`);
      return [name, Number(value)];
    });
    const bounds = /** @type {{ seed: number, seconds: number }} */ (Object.fromEntries(plan));
    say(`seed ${bounds.seed}`);
    if (native) return fuzzNative(bounds);
    if (part !== undefined && !Object.hasOwn(parts, part))
      throw new Failure(`--part must be ${Object.keys(parts).join(' or ')}, got ${part}`);
    for (const name of part ? [part] : Object.keys(parts)) {
      const problems = await parts[name](bounds, say);
      for (const problem of problems) say(problem);
      if (problems.length > 0) throw new Failure(`${problems.length} problems, seed ${bounds.seed}`);
    }
  });
}
