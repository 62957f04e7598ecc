import { frequencies, givenTable, numbers, table, tasks, timed, turns } from './tasks.js';

/** @typedef {import('./tasks.js').Form} Form */

/** A module with 16 MiB of memory and one function, which is memory.fill(address, value, bytes). */
const filler = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 7, 1, 96, 3, 127, 127, 127, 0],
  ...[3, 2, 1, 0],
  ...[5, 4, 1, 0, 129, 2],
  ...[7, 5, 1, 1, 102, 0, 0],
  ...[10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 252, 11, 0, 11],
);

/** @returns {Form[]} */
export function fillForms() {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(filler));
  const fill = /** @type {(address: number, value: number, bytes: number) => void} */ (exports.f);
  return /** @type {const} */ (['table', 'small', 'large']).map((task) => ({
    task,
    line: 'memory.fill of the same bytes',
    form: 'WebAssembly',
    measure: timed(() => fill(0, 1, tasks[task].bytes)),
  }));
}

/** @returns {Form[]} */
export function scriptForms() {
  /** @type {Form[]} */
  const forms = [tableForm()];
  for (const task of /** @type {const} */ (['small', 'large'])) {
    const size = turns[task];
    const x = numbers(size.tables * size.positions * size.dimensions);
    const out = new Float32Array(x.length);
    const { cos, sin } = givenTable(size);
    for (const form of /** @type {const} */ (['interleaved', 'half'])) {
      forms.push({
        task,
        line: 'plain JavaScript, table given',
        form,
        measure: timed(() => turn(out, x, cos, sin, size.dimensions, form === 'half')),
      });
    }
  }
  return forms;
}

/** @returns {Form} */
function tableForm() {
  const { positions, dimensions } = table;
  const thetas = frequencies(dimensions);
  const out = new Float32Array(positions * dimensions);
  return {
    task: 'table',
    line: 'plain JavaScript, Math.sin',
    form: 'into a given array',
    measure: timed(() => {
      let n = 0;
      for (let position = 0; position < positions; position++) {
        for (let i = 0; i < thetas.length; i++) {
          const angle = position * thetas[i];
          out[n++] = Math.sin(angle);
          out[n++] = Math.cos(angle);
        }
      }
    }),
  };
}

/**
 * @param {Float32Array} out
 * @param {Float32Array} x
 * @param {Float32Array} cos
 * @param {Float32Array} sin
 * @param {number} dimensions
 * @param {boolean} isHalf
 */
function turn(out, x, cos, sin, dimensions, isHalf) {
  const pairs = dimensions / 2;
  const step = isHalf ? 1 : 2;
  const toPartner = isHalf ? pairs : 1;
  let cell = 0;
  for (let row = 0; row < x.length; row += dimensions) {
    if (cell === cos.length) cell = 0;
    for (let i = 0; i < pairs; i++, cell++) {
      const first = row + i * step;
      const a = x[first];
      const b = x[first + toPartner];
      out[first] = a * cos[cell] - b * sin[cell];
      out[first + toPartner] = a * sin[cell] + b * cos[cell];
    }
  }
}
