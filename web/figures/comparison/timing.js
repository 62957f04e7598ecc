import { defaultsOf } from '../../settings/index.js';
import { encodings } from '../shared/encodings.js';
import { each, names } from './methods.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('./methods.js').Name} Name */
/** @typedef {{ positions: number, dimensions: number, seed: number }} Sizes */

/**
 * What an encoding costs here.
 *
 * @typedef {object} Cost
 * @property {number} time milliseconds to put all positions into as many vectors; 0 where the clock is too coarse
 * @property {number} making milliseconds to make its whole table
 * @property {number} bytes of that table
 */

/** @typedef {{ costs: Record<Name, Cost>, scoring: number }} Times scoring: milliseconds for one product of two features, or 0 */

/** Milliseconds of one sample: long enough for the coarse clocks of browsers, short enough to leave a frame free. */
export const SAMPLE = 8;

/** A clock may stand still for 100 ms, where a browser guards against fingerprinting: a sample ends after so many units all the same. */
const MOST_UNITS = 24;

/**
 * One sample of how long work takes.
 *
 * @param {() => number} work does a little, and gives how much it was; 0 where nothing is left to do
 * @param {() => number} [now] milliseconds
 * @returns {{ amount: number, time: number, isWhole: boolean }} time in milliseconds for one; 0 where the clock did not move.
 *   Not whole where the work ended before
 */
export function sample(work, now = () => performance.now()) {
  const start = now();
  let [amount, elapsed, units, last] = [0, 0, 0, 0];
  do {
    last = work();
    amount += last;
    units += 1;
    elapsed = now() - start;
  } while (last > 0 && elapsed < SAMPLE && units < MOST_UNITS);
  return { amount, time: amount > 0 ? elapsed / amount : 0, isWhole: last > 0 };
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Numbers of one block: a few milliseconds, whatever the sizes. */
const BLOCK = 16384;
/** A unit of work has at least so many numbers, over and over where there are fewer, but not more calls than that. */
const UNIT = 8192;
const CALLS = 32;
/** Samples of each, at least; and all positions at least once. */
export const SAMPLES = 12;
/** Numbers of a learned table that is kept to be timed: more than fit any cache, and less than a phone would miss. */
const KEPT = 2 ** 22;

/** Queries and keys whose scores are timed. */
const SCORED = { queries: 16, keys: 64 };

/** Fewer numbers take less time than the calls that ask for them. */
export const FEW = 2048;

/**
 * Work that is timed.
 *
 * @typedef {object} Watch
 * @property {() => number} unit of it
 * @property {() => number} part of the whole that was gone through
 * @property {number[]} times of its samples
 */

/** From 0 to 1. @param {Watch} watch */
const partOf = ({ part, times }) => Math.min(1, times.length / SAMPLES, part());

/**
 * Times all encodings and the scores that they serve, a sample of each in turn: what slows the machine for a while slows all.
 *
 * @param {Core} core
 * @param {Sizes} sizes
 * @returns {Generator<number, Times, void>} yields the part that is done
 */
export function* times(core, sizes) {
  const { positions, dimensions } = sizes;
  const work = workOf(core, sizes);
  const { rows } = work;
  const bytes = each(() => 0);
  // The bytes of one pass are counted, and the learned rows kept, before any time is taken.
  for (const name of names) {
    const make = maker(name, work);
    for (let start = 0; start < positions; start += rows) {
      const made = make(start, Math.min(rows, positions - start));
      if (name === 'learned') keepRows(work, made, start);
      bytes[name] += made.reduce((sum, { byteLength }) => sum + byteLength, 0);
      yield 0;
    }
  }
  const applying = each((name) => through(applier(name, work), work));
  const making = each((name) => through(maker(name, work), work));
  /** @type {Watch} */
  const scoring = { unit: scorer(core, sizes), part: () => 1, times: [] };
  const all = [...names.flatMap((name) => [applying[name], making[name]]), scoring];
  for (const { unit } of all) {
    sample(unit);
    yield 0;
  }
  let going = all;
  while (going.length > 0) {
    for (const watch of going) {
      watch.times.push(sample(watch.unit).time);
      yield all.reduce((sum, each) => sum + partOf(each), 0) / all.length;
    }
    going = going.filter((watch) => partOf(watch) < 1);
  }
  const timeOf = (/** @type {Watch} */ { times }) => median(times) * positions * dimensions;
  return {
    costs: each((name) => ({
      time: timeOf(applying[name]),
      making: timeOf(making[name]),
      bytes: bytes[name],
    })),
    scoring: median(scoring.times),
  };
}

/** @param {Core} core @param {Sizes} sizes */
function workOf(core, sizes) {
  const { positions, dimensions, seed } = sizes;
  const rows = Math.max(1, Math.min(positions, Math.floor(BLOCK / dimensions)));
  const x = core.learnedTable({ rows, dimensions, seed, stream: 'words' }).data;
  const kept = Math.min(positions, Math.max(rows, Math.floor(KEPT / dimensions)));
  const table = new Float32Array(kept * dimensions);
  return { core, sizes, rows, x, out: new Float32Array(x.length), table, kept };
}

/** @typedef {ReturnType<typeof workOf>} Work */

/** @param {Work} work @param {Float32Array[]} made @param {number} start the position of its first row */
function keepRows({ table, sizes: { dimensions } }, [made], start) {
  const place = start * dimensions;
  if (made && place < table.length) table.set(made.subarray(0, table.length - place), place);
}

/** @param {(start: number, count: number) => void} block @param {Work} work @returns {Watch} */
function through(block, { rows, sizes: { positions, dimensions } }) {
  let [start, passed] = [0, 0];
  const unit = () => {
    let [numbers, calls] = [0, 0];
    while (numbers < UNIT && calls < CALLS) {
      const count = Math.min(rows, positions - start);
      block(start, count);
      start = (start + count) % positions;
      passed += count;
      numbers += count * dimensions;
      calls += 1;
    }
    return numbers;
  };
  return { unit, part: () => passed / positions, times: [] };
}

/** @param {Name} name @param {Work} work @returns {(start: number, count: number) => void} */
function applier(name, { core, x, out, table, kept, sizes: { positions, dimensions, seed } }) {
  if (name === 'learned') {
    return (start, count) => {
      // Where the whole table would be too large, its rows come round again.
      const place = Math.min(start % kept, kept - count) * dimensions;
      for (let i = 0; i < count * dimensions; i += 1) out[i] = x[i] + table[place + i];
    };
  }
  const settings = { ...defaultsOf('comparison'), positions, dimensions, seed };
  const encoding = /** @type {import('../shared/encodings.js').Encoding} */ (encodings[name]);
  return (start, count) => {
    const end = count * dimensions;
    const block = { data: x.subarray(0, end), shape: [count, dimensions] };
    encoding.apply(core, block, settings, start, out.subarray(0, end));
  };
}

/**
 * What a model keeps so that it need not compute it again.
 *
 * @param {Name} name
 * @param {Work} work
 * @returns {(start: number, count: number) => Float32Array[]}
 */
function maker(name, { core, sizes: { dimensions, seed } }) {
  switch (name) {
    case 'learned':
      return (start, count) => {
        const ids = Int32Array.from({ length: count }, (_, i) => start + i);
        return [core.learnedRows({ ids, dimensions, seed }).data];
      };
    case 'rotary':
      return (start, positions) => {
        const { cos, sin } = core.cosSin({ positions, start, rotaryDimensions: dimensions });
        return [cos.data, sin.data];
      };
    default:
      return (start, positions) => [core.sinusoidal({ positions, dimensions, start }).data];
  }
}

/** Scores, the part of attention that the encodings serve. @param {Core} core @param {Sizes} sizes */
function scorer(core, { dimensions, seed }) {
  const rows = (/** @type {number} */ count) =>
    core.learnedTable({ rows: count, dimensions, seed, stream: 'words' });
  const [q, k] = [rows(SCORED.queries), rows(SCORED.keys)];
  const out = new Float32Array(SCORED.queries * SCORED.keys);
  return () => {
    core.scores(q, k, { out });
    return out.length * dimensions;
  };
}

/** @typedef {{ time: number, scores: number, share: number }} Overhead milliseconds, and the one by the other */

/** What an encoding is put into: the vectors once, or queries and keys both. */
const inputs = Object.freeze({ sinusoidal: 1, rotary: 2 });

/**
 * An encoding's time beside that of the scores, for the reader's sizes.
 *
 * @param {keyof typeof inputs} name
 * @param {Pick<Sizes, 'positions' | 'dimensions'>} sizes
 * @param {Times | undefined} times
 * @returns {Overhead | string | undefined} a string says why it cannot be told
 */
export function overheadOf(name, { positions, dimensions }, times) {
  if (!times) return undefined;
  if (positions * dimensions < FEW)
    return `So few numbers as ${positions} × ${dimensions} take less time than the call that asks for them.`;
  const { costs, scoring } = times;
  if (!(costs[name].time > 0 && scoring > 0)) return 'The clock of this browser is too coarse.';
  const [time, scores] = [inputs[name] * costs[name].time, scoring * positions ** 2 * dimensions];
  return { time, scores, share: time / scores };
}
