/** Calls the core at random, half of the time with one hostile argument; after each call a probe must give the bits that it gave. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadCore } from '../../web/core/index.js';
import { calls, drawing } from './calls.js';
import { kinds, Own } from './values.js';

const { seed, random, hostile, seconds, beat } = workerData;
const beats = new Int32Array(beat);
const { instantiate } = WebAssembly;
/** @type {any} */
let memory;
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {BufferSource} */ bytes, /** @type {WebAssembly.Imports} */ imports) => {
    const made = await instantiate(bytes, imports);
    memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  }
);
const core = /** @type {any} */ (await loadCore());
const trainerOptions = { encoding: 'learned', length: 8, dimensions: 4 };
const trainerCalls = ['step', 'stepInParts', 'evaluate', 'evaluateInParts', 'attention', 'rows'];
/** Work in parts may be given up after so many. */
const mostParts = 8;
/** @type {any} */
let trainer = core.trainer(trainerOptions);

/** @param {unknown} answer */
const bitsOf = (answer) =>
  JSON.stringify(answer, (_, value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );

const x = { data: Float32Array.from({ length: 16 }, (_, n) => n - 7.5), shape: [2, 8] };
function probe() {
  const own = core.trainer({ encoding: 'rotary', length: 4, dimensions: 2 });
  const trained = own.step(2);
  own.free();
  return bitsOf([
    core.rotate(x, { start: 3 }),
    core.add(x),
    core.cosSin({ positionIds: [1, 5], rotaryDimensions: 4 }),
    core.learnedRows({ ids: [1, 2 ** 32 - 1], dimensions: 3, seed: 5 }),
    core.scores(x, x),
    core.inverseFrequencies({ rotaryDimensions: 8, scaling: { rope_type: 'linear', factor: 2 } }),
    trained,
  ]);
}
const want = probe();
const reenter = () => {
  core.rotate(x, { positionIds: [7, 9], pairing: 'half' });
  core.cosSin({ positions: 3, inverseFrequencies: [1, 0.5] });
};

/**
 * The places in arguments that a hostile value can take.
 * @param {any} value
 * @param {any[]} path
 * @returns {any[][]}
 */
function pathsOf(value, path) {
  const own = path.length > 0 ? [path] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return own;
  const keys = Array.isArray(value) && path.length > 0 ? [0].slice(0, value.length) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsOf(value[key], [...path, key]))];
}

/** @param {any} args @param {any[]} found */
function typedOf(args, found = []) {
  if (ArrayBuffer.isView(args)) found.push(args);
  else if (typeof args === 'object' && args) for (const one of Object.values(args)) typedOf(one, found);
  return found;
}

/** @param {string} method @param {any[]} args */
function call(method, args) {
  if (!trainerCalls.includes(method)) {
    const answer = core[method](...args);
    if (method !== 'trainer') return answer;
    const losses = answer.step(1);
    answer.free();
    return losses;
  }
  const answer = trainer[method](...args);
  if (!method.endsWith('InParts')) return answer;
  for (let n = 0; n < mostParts; n++) {
    const { done, value } = answer.next();
    if (done) return value;
  }
  return undefined;
}

const names = Object.keys(calls);
const kindNames = Object.keys(kinds);
/** @type {Set<string>} */
const cells = new Set();
/** @type {string[]} */
const problems = [];
const counts = { random: 0, hostile: 0, refused: 0 };
const end = performance.now() + 1000 * seconds;
const polluted = /** @type {any} */ (Object.prototype);

for (let n = 0; performance.now() < end && problems.length < 20; n++) {
  if (counts.random >= random && counts.hostile >= hostile) break;
  const attack = counts.random >= random || (counts.hostile < hostile && n % 2 === 1);
  const draw = drawing(Math.imul(seed, 0x9e3779b1) + n);
  const method = names[draw.next(names.length)];
  const args = calls[method](draw);
  let cell = method;
  /** @type {string | undefined} */
  let good;
  if (attack) {
    const paths = pathsOf(args, []);
    const path = paths[draw.next(paths.length)] ?? ['0'];
    let kind = kindNames[draw.next(kindNames.length)];
    // A million readings each: some will do.
    if (kind.endsWith('without end') && draw.next(32) > 0) kind = kindNames[draw.next(kindNames.length)];
    cell = `${method} ${path.join('.')} = ${kind}`;
    let place = args;
    for (const key of path.slice(0, -1)) place = place[key];
    const key = path.at(-1);
    const { make, same } = kinds[kind];
    if (same && !trainerCalls.includes(method)) {
      try {
        good = bitsOf(call(method, structuredClone(args)));
      } catch {}
    }
    place[key] = make(place[key], { reenter, memory, typed: typedOf(args) });
    counts.hostile++;
  } else counts.random++;
  cells.add(cell);
  Atomics.store(beats, 0, n);
  const pollute = attack && n % 16 === 1;
  try {
    if (pollute) polluted.extend = () => {};
    const answer = call(method, args);
    if (pollute) delete polluted.extend;
    if (good !== undefined && bitsOf(answer) !== good) problems.push(`${n}: ${cell}: a wrong answer`);
  } catch (error) {
    delete polluted.extend;
    counts.refused++;
    const { name, message } = /** @type {Error} */ (error);
    const fair = error instanceof RangeError || error instanceof TypeError;
    const revoked = /revoked|proxy/i.test(message);
    const said = /must|needs|more memory/.test(message) || revoked;
    if (!(error instanceof Own) && !(fair && said)) problems.push(`${n}: ${cell}: ${name}: ${message}`);
  }
  try {
    if (probe() !== want) problems.push(`${n}: ${cell}: a wrong probe after it`);
  } catch (error) {
    problems.push(`${n}: ${cell}: the probe after it failed: ${error}`);
    break;
  }
  if (n % 256 === 0) {
    trainer.free();
    trainer = core.trainer(trainerOptions);
  }
}
parentPort?.postMessage({ counts, cells: cells.size, problems, memory: core.memoryBytes });
