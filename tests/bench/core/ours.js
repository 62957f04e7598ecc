import { readFileSync } from 'node:fs';
import { Heap } from '../../../web/core/heap.js';
import { loadCore } from '../../../web/core/index.js';
import { instantiate } from '../../../web/core/load.js';
import { numbers, table, timed, turns } from './tasks.js';

/** @typedef {import('./tasks.js').Form} Form */
const pairings = /** @type {const} */ (['interleaved', 'half']);

/** @param {string} status */
function check(status) {
  if (status !== 'ok') throw new Error(`the core answered ${status}`);
}

/**
 * Calls of the bindings, on numbers that are in the heap already.
 * @returns {Promise<Form[]>}
 */
export async function kernelForms() {
  const wasm = new URL('../../../build/wasm/ropescope.wasm', import.meta.url);
  const heap = new Heap(await instantiate(readFileSync(wasm)));
  return [...tableForms(heap), ...turnForms(heap, 'small'), ...turnForms(heap, 'large')];
}

/** @param {Heap} heap @param {number} dimensions @returns {number} their address */
function writeFrequencies({ module, calls }, dimensions) {
  const inverseFrequencies = module.allocate(4 * dimensions);
  check(calls.inverseFrequencies({ inverseFrequencies, dimensions, base: 10000 }));
  return inverseFrequencies;
}

/** @param {Heap} heap @returns {Form[]} */
function tableForms(heap) {
  const { module, calls } = heap;
  const { positions, dimensions } = table;
  const out = module.allocate(4 * positions * dimensions);
  const inverseFrequencies = writeFrequencies(heap, dimensions);
  return /** @type {const} */ (['interleaved', 'concatenated']).map((layout) => ({
    task: 'table',
    line: 'Ropescope, kernel',
    form: layout,
    measure: timed(() =>
      check(calls.sinusoidal({ out, rows: positions, dimensions, inverseFrequencies, start: 0, layout })),
    ),
  }));
}

/** @param {Heap} heap @param {'small' | 'large'} task @returns {Form[]} */
function turnForms(heap, task) {
  const { module, calls } = heap;
  const { tables, positions, dimensions } = turns[task];
  const size = tables * positions * dimensions;
  const pairs = dimensions / 2;
  const angles = {
    inverseFrequencies: writeFrequencies(heap, dimensions),
    pairs,
    start: 0,
    positionIds: undefined,
    attentionFactor: 1,
  };
  const x = module.allocate(4 * size);
  const y = module.allocate(4 * size);
  const own = module.allocate(4 * size);
  for (const place of [x, own]) new Float32Array(module.memory().buffer, place, size).set(numbers(size));
  /** @type {Form[]} */
  const forms = [];
  for (const tableFormat of /** @type {const} */ (['float64', 'float32'])) {
    for (const pairing of pairings) {
      for (const isInPlace of [false, true]) {
        const [from, to] = isInPlace ? [own, own] : [x, y];
        const places = { out: to, x: from, size, rows: positions, dimensions, pairing };
        forms.push({
          task,
          line: `Ropescope, kernel, ${tableFormat === 'float64' ? 'exact' : 'float32 table'}`,
          form: `${pairing}${isInPlace ? ', in place' : ''}`,
          measure: timed(() => check(calls.rotate({ ...angles, tableFormat }, places))),
        });
      }
    }
  }
  const [cos, sin] = [module.allocate(4 * positions * pairs), module.allocate(4 * positions * pairs)];
  forms.push({
    task,
    line: 'Ropescope, kernel, of that the tables',
    form: 'cosSin',
    measure: timed(() => check(calls.cosSin(angles, { cos, sin, rows: positions }))),
  });
  return forms;
}

/**
 * Calls of `ropescope/core`, with their checks and copies.
 * @returns {Promise<Form[]>}
 */
export async function publicForms() {
  const core = await loadCore();
  /** @type {Form[]} */
  const forms = [];
  const out = new Float32Array(table.positions * table.dimensions);
  const line = 'Ropescope, public call';
  forms.push({
    task: 'table',
    line: `${line}, fresh array`,
    form: 'interleaved',
    measure: timed(() => core.sinusoidal(table)),
  });
  forms.push({
    task: 'table',
    line: `${line}, into out`,
    form: 'interleaved',
    measure: timed(() => core.sinusoidal({ ...table, out })),
  });
  for (const task of /** @type {const} */ (['small', 'large'])) {
    const shape = Object.values(turns[task]);
    const data = numbers(shape.reduce((a, b) => a * b));
    const x = { data, shape };
    const to = new Float32Array(data.length);
    for (const format of /** @type {const} */ (['float64', 'float32'])) {
      const name = format === 'float64' ? 'exact' : 'float32 table';
      for (const pairing of pairings) {
        const options = { pairing, precision: { table: format } };
        forms.push({
          task,
          line: `${line}, ${name}, fresh array`,
          form: pairing,
          measure: timed(() => core.rotate(x, options)),
        });
        forms.push({
          task,
          line: `${line}, ${name}, into out`,
          form: pairing,
          measure: timed(() => core.rotate(x, { ...options, out: to })),
        });
      }
    }
  }
  return forms;
}
