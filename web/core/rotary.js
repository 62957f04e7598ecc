import * as check from './check.js';
import { checkBase, fillFrequencies } from './frequencies.js';
import { checkPrecision, overflow } from './precision.js';
import { refusal } from './status.js';
import * as tensors from './tensors.js';

/** @typedef {import('./heap.js').Heap} Heap */
/** @typedef {import('./tensors.js').Tensor} Tensor */
/** @typedef {'interleaved' | 'half'} Pairing */

/**
 * By what angles pairs turn: positions times inverse frequencies.
 * @typedef {object} AngleOptions
 * @property {number} [start] position of the first row, any real number
 * @property {ArrayLike<number>} [positionIds] or else the rows' positions, any real numbers
 * @property {number} [base]
 * @property {ArrayLike<number>} [inverseFrequencies] instead of base, one a pair
 * @property {number} [rotaryDimensions] how many features turn
 * @property {number} [attentionFactor] multiplies cosines and sines
 * @property {import('./precision.js').Precision} [precision] emulates the rounding of fewer bits
 */

const angleNames = [
  'start',
  'positionIds',
  'base',
  'inverseFrequencies',
  'rotaryDimensions',
  'attentionFactor',
  'precision',
];
const cosSinNames = ['positions', ...angleNames, 'out'];
const rotateNames = [...angleNames, 'pairing', 'out'];
const pairings = /** @type {const} */ (['interleaved', 'half']);

/**
 * @param {AngleOptions} options
 * @param {{ rows: number, dimensions: number | undefined }} known from a tensor
 */
function checkAngles(options, { rows, dimensions }) {
  const { start, positionIds, base, inverseFrequencies, rotaryDimensions, attentionFactor } = options;
  if (base !== undefined && inverseFrequencies !== undefined) {
    throw new TypeError('base must be absent where inverseFrequencies are given, got both');
  }
  if (start !== undefined && positionIds !== undefined) {
    throw new TypeError('start must be absent where positionIds are given, got both');
  }
  const own = inverseFrequencies === undefined ? undefined : check.frequencyList(inverseFrequencies);
  const turning = check.even(
    'rotaryDimensions',
    rotaryDimensions ?? (own ? 2 * own.length : dimensions),
    dimensions,
  );
  if (own && turning !== 2 * own.length) {
    throw new RangeError(`inverseFrequencies must have length ${turning / 2}, got ${own.length}`);
  }
  return {
    start: check.position('start', start ?? 0),
    list: positionIds === undefined ? undefined : check.positionList(positionIds, rows),
    own,
    base: checkBase(base),
    turning,
    attentionFactor: attentionFactor === undefined ? 1 : check.factor('attentionFactor', attentionFactor),
    precision: checkPrecision(options.precision, own !== undefined),
  };
}

/** @param {ReturnType<typeof checkAngles>} angles */
const sizesOf = ({ own, list, turning }) => ({
  ownFrequencies: own ? 4 * turning : 0,
  frequencies: own ? 0 : 4 * turning,
  list: list ? 8 * list.length : 0,
});

/**
 * Writes frequencies and positions into their slots, which have been reserved.
 * @param {Heap} heap
 * @param {ReturnType<typeof checkAngles>} angles
 */
function writeAngles(heap, { own, list, base, turning, start, attentionFactor, precision }) {
  const { ownFrequencies, list: positions } = heap.slots;
  if (own) ownFrequencies.writeDoubles(own);
  if (list) positions.writeDoubles(list);
  return {
    inverseFrequencies: own ? ownFrequencies.address : fillFrequencies(heap, turning, base),
    pairs: turning / 2,
    start,
    positionIds: list && positions.address,
    attentionFactor,
    frequencyFormat: precision.frequencyFormat,
    angleFormat: precision.angleFormat,
    tableFormat: precision.tableFormat,
    running: precision.running,
  };
}

/**
 * @param {Heap} heap
 * @param {AngleOptions & { positions?: number, out?: { cos: Float32Array, sin: Float32Array } }} options
 */
export function cosSin(heap, options) {
  check.options('cosSin', options, cosSinNames);
  const { positionIds } = options;
  const given = options.positions ?? (positionIds && check.positionList(positionIds).length);
  const rows = check.integer('positions', given, 1);
  const angles = checkAngles(options, { rows, dimensions: undefined });
  const pairs = angles.turning / 2;
  const length = rows * pairs;
  /** @type {{ cos?: Float32Array, sin?: Float32Array }} */
  const { cos, sin } = check.options('out', options.out ?? {}, ['cos', 'sin']);
  const outCos = tensors.output('out.cos', cos, length);
  const outSin = tensors.output('out.sin', sin, length);
  if (outCos && outSin && tensors.overlap(outCos, outSin)) {
    throw new RangeError('out.sin must lie apart from out.cos, got the same memory');
  }
  const sizes = { output: 4 * length, output2: 4 * length, ...sizesOf(angles) };
  return heap.use('cosSin', sizes, ({ output, output2 }) => {
    const places = { cos: output.address, sin: output2.address, rows };
    const status = heap.calls.cosSin(writeAngles(heap, angles), places);
    if (status === 'badPrecision') throw overflow(angles.precision);
    if (status === 'tooLarge') {
      throw new RangeError(`attentionFactor must be small enough for a float, got ${angles.attentionFactor}`);
    }
    if (status !== 'ok') throw refusal('cosSin', status, {});
    return {
      cos: { data: output.read(outCos, length), shape: [rows, pairs] },
      sin: { data: output2.read(outSin, length), shape: [rows, pairs] },
    };
  });
}

/**
 * @param {Heap} heap
 * @param {Tensor} x
 * @param {AngleOptions & { pairing?: Pairing, out?: Float32Array }} options
 */
export function rotate(heap, x, options) {
  check.options('rotate', options, rotateNames);
  const { data, shape, size, positions: rows, dimensions } = tensors.rows('x', x);
  if (dimensions < 2) {
    throw new RangeError(`x.shape must end in at least 2 dimensions to turn, got ${check.show(shape)}`);
  }
  const angles = checkAngles(options, { rows, dimensions });
  const pairing = check.choice('pairing', options.pairing ?? 'interleaved', pairings);
  const out = tensors.output('out', options.out, size);
  const sizes = { first: 4 * size, ...sizesOf(angles) };
  return heap.use('rotate', sizes, ({ first }) => {
    first.write(data);
    const status = heap.calls.rotate(writeAngles(heap, angles), {
      out: first.address,
      x: first.address,
      size,
      rows,
      dimensions,
      pairing,
    });
    if (status === 'badPrecision') throw overflow(angles.precision);
    if (status === 'tooLarge') {
      // In place, the core cannot tell what has become too large from what was not finite before.
      const index = first.firstNonFinite(size);
      first.write(data);
      if (first.firstNonFinite(size) >= 0) throw refusal('rotate', 'notFinite', { x: data });
      throw new RangeError(
        `x must be small enough to turn within a float, got ${data[index]} at index ${index}`,
      );
    }
    if (status !== 'ok') throw refusal('rotate', status, { x: data });
    return { data: first.read(out, size), shape };
  });
}
