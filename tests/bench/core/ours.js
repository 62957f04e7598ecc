import { readFileSync } from 'node:fs';
import createModule from '../../../build/wasm/ropescope.mjs';
import { loadCore } from '../../../web/core/index.js';
import { numbers, table, timed, turns } from './tasks.js';

/** @typedef {import('./tasks.js').Form} Form */
/** @typedef {import('../../../build/wasm/ropescope.mjs').RopescopeModule} Module */

/** The formats' numbers in the bindings. */
const [float64, float32] = [0, 1];
const pairings = /** @type {const} */ (['interleaved', 'half']);

/** @param {number} status */
function check(status) {
  if (status !== 0) throw new Error(`the core answered ${status}`);
}

/**
 * Calls of the bindings, on numbers that are in the heap already.
 * @returns {Promise<Form[]>}
 */
export async function kernelForms() {
  const wasmBinary = readFileSync(new URL('../../../build/wasm/ropescope.wasm', import.meta.url));
  const module = await createModule({ wasmBinary });
  return [...tableForms(module), ...turnForms(module, 'small'), ...turnForms(module, 'large')];
}

/** @param {Module} module @param {number} dimensions @returns {number} their address */
function writeFrequencies(module, dimensions) {
  const address = module.allocate(4 * dimensions);
  check(module.inverseFrequencies(address, dimensions / 2, dimensions, 10000));
  return address;
}

/** @param {Module} module @returns {Form[]} */
function tableForms(module) {
  const { positions, dimensions } = table;
  const out = module.allocate(4 * positions * dimensions);
  const frequencies = writeFrequencies(module, dimensions);
  return ['interleaved', 'concatenated'].map((form, layout) => ({
    task: 'table',
    line: 'Ropescope, kernel',
    form,
    measure: timed(() => check(module.sinusoidal(out, positions, dimensions, frequencies, 0, layout))),
  }));
}

/** @param {Module} module @param {'small' | 'large'} task @returns {Form[]} */
function turnForms(module, task) {
  const { tables, positions, dimensions } = turns[task];
  const size = tables * positions * dimensions;
  const frequencies = writeFrequencies(module, dimensions);
  const x = module.allocate(4 * size);
  const y = module.allocate(4 * size);
  const own = module.allocate(4 * size);
  for (const place of [x, own]) new Float32Array(module.memory().buffer, place, size).set(numbers(size));
  /** @type {Form[]} */
  const forms = [];
  for (const [format, name] of [
    [float64, 'exact'],
    [float32, 'float32 table'],
  ]) {
    for (const [pairing, pairs] of pairings.entries()) {
      for (const isInPlace of [false, true]) {
        const [from, to] = isInPlace ? [own, own] : [x, y];
        forms.push({
          task,
          line: `Ropescope, kernel, ${name}`,
          form: `${pairs}${isInPlace ? ', in place' : ''}`,
          measure: timed(() =>
            check(
              module.rotate(
                to,
                from,
                size,
                positions,
                dimensions,
                frequencies,
                dimensions / 2,
                0,
                0,
                1,
                pairing,
                float64,
                float64,
                Number(format),
              ),
            ),
          ),
        });
      }
    }
  }
  const pairs = dimensions / 2;
  const [cos, sin] = [module.allocate(4 * positions * pairs), module.allocate(4 * positions * pairs)];
  forms.push({
    task,
    line: 'Ropescope, kernel, of that the tables',
    form: 'cosSin',
    measure: timed(() =>
      check(module.cosSin(cos, sin, positions, frequencies, pairs, 0, 0, 1, float64, float64, float64)),
    ),
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
