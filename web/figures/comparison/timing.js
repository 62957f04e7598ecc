import { defaultsOf } from '../../settings/index.js';
import { encodings } from '../vectors/encodings.js';
import { median, SAMPLE, sample } from './sampling.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {{ positions: number, dimensions: number, seed: number }} Sizes */

/**
 * What an encoding costs here.
 *
 * @typedef {object} Cost
 * @property {number} time milliseconds to put all positions into as many vectors; 0 where the clock is too coarse
 * @property {number} making milliseconds to make its whole table
 * @property {number} bytes of that table
 * @property {number} samples whose median these are, each
 */

/** Numbers of one block: a few milliseconds, whatever the sizes. */
const BLOCK = 16384;
/** A unit of work has at least so many numbers, over and over where there are fewer, but not more calls than that. */
const UNIT = 8192;
const CALLS = 32;
/** Samples of each, at least; and all positions at least once. */
const SAMPLES = 12;

/** Queries and keys whose scores are timed. */
const SCORED = { queries: 16, keys: 64 };

/**
 * Times an encoding, a few milliseconds at a time.
 *
 * @param {Core} core
 * @param {string} name of an encoding
 * @param {Sizes} sizes
 * @returns {Generator<number, Cost, void>} yields the part that is done
 */
export function* cost(core, name, sizes) {
  const { positions, dimensions, seed } = sizes;
  const rows = Math.max(1, Math.min(positions, Math.floor(BLOCK / dimensions)));
  const ids = Int32Array.from({ length: rows }, (_, i) => i);
  const x = core.learnedRows({ ids, dimensions, seed, stream: 'words' }).data;
  const work = { core, x, out: new Float32Array(x.length), ids, sizes };
  const apply = name === 'learned' ? lookedUp(work) : applied(name, work);
  let bytes = 0;
  const make = makes(name, work, (/** @type {number} */ more) => {
    bytes += more;
  });
  const total = positions * dimensions;
  const time = yield* rate(apply, sizes, rows, 0);
  // The bytes of one pass are counted, then the time is taken of as many as it needs.
  for (let start = 0; start < positions; start += rows) {
    make(start, Math.min(rows, positions - start));
    if (start % (2 * rows) === 0) yield 0.5;
  }
  const kept = bytes;
  const making = yield* rate(make, sizes, rows, 0.5);
  return { time: time * total, making: making * total, bytes: kept, samples: SAMPLES };
}

/**
 * @param {(start: number, count: number) => void} block
 * @param {Sizes} sizes
 * @param {number} rows of a block
 * @param {number} before the part of the whole that is done
 * @returns {Generator<number, number, void>} milliseconds for a number, the median
 */
function* rate(block, { positions, dimensions }, rows, before) {
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
  unit();
  passed = 0;
  const times = [];
  while (times.length < SAMPLES || passed < positions) {
    times.push(sample(unit).time);
    yield before + 0.5 * Math.min(1, times.length / SAMPLES, passed / positions);
  }
  return median(times);
}

/** @typedef {{ core: Core, x: Float32Array, out: Float32Array, ids: Int32Array, sizes: Sizes }} Work */

/** @param {string} name @param {Work} work */
function applied(name, { core, x, out, sizes: { positions, dimensions, seed } }) {
  const settings = { ...defaultsOf('comparison'), positions, dimensions, seed };
  const encoding = /** @type {import('../vectors/encodings.js').Encoding} */ (encodings[name]);
  return (/** @type {number} */ start, /** @type {number} */ count) => {
    const end = count * dimensions;
    const block = { data: x.subarray(0, end), shape: [count, dimensions] };
    encoding.apply(core, block, settings, start, out.subarray(0, end));
  };
}

/** Rows of a table that is there are looked up and added, as a model does it. @param {Work} work */
function lookedUp({ core, x, out, ids, sizes: { dimensions } }) {
  const table = x.slice();
  return (/** @type {number} */ _start, /** @type {number} */ count) => {
    const end = count * dimensions;
    const rows = out.subarray(0, end);
    const wanted = { data: ids.subarray(0, count), shape: [count] };
    core.lookup({ data: table.subarray(0, end), shape: [count, dimensions] }, wanted, { out: rows });
    for (let i = 0; i < end; i += 1) rows[i] += x[i];
  };
}

/**
 * What a model keeps so that it need not compute it again.
 *
 * @param {string} name
 * @param {Work} work
 * @param {(bytes: number) => void} tell of each block
 * @returns {(start: number, count: number) => void}
 */
function makes(name, { core, sizes: { dimensions, seed } }, tell) {
  switch (name) {
    case 'learned':
      return (start, count) => {
        const ids = Int32Array.from({ length: count }, (_, i) => start + i);
        tell(core.learnedRows({ ids, dimensions, seed }).data.byteLength);
      };
    case 'rotary':
      return (start, positions) => {
        const { cos, sin } = core.cosSin({ positions, start, rotaryDimensions: dimensions });
        tell(cos.data.byteLength + sin.data.byteLength);
      };
    default:
      return (start, positions) => tell(core.sinusoidal({ positions, dimensions, start }).data.byteLength);
  }
}

/**
 * Times scores, the part of attention that the encodings serve.
 *
 * @param {Core} core
 * @param {Sizes} sizes
 * @returns {Generator<number, number, void>} milliseconds for one product of two features
 */
export function* scoring(core, { dimensions, seed }) {
  const rows = (/** @type {number} */ count) => ({
    data: core.learnedTable({ rows: count, dimensions, seed, stream: 'words' }).data,
    shape: [count, dimensions],
  });
  const [q, k] = [rows(SCORED.queries), rows(SCORED.keys)];
  const out = new Float32Array(SCORED.queries * SCORED.keys);
  const unit = () => {
    core.scores(q, k, { out });
    return SCORED.queries * SCORED.keys * dimensions;
  };
  unit();
  const times = [];
  while (times.length < SAMPLES) {
    times.push(sample(unit).time);
    yield times.length / SAMPLES;
  }
  return median(times);
}

/** What is said of how it was measured. */
export const howTimed = `the median of ${SAMPLES} or more samples of ${SAMPLE} ms each`;
