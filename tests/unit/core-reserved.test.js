import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coreOf } from '../../web/core/core.js';
import { Heap } from '../../web/core/heap.js';
import { instantiate } from '../../web/core/load.js';
import { random } from './core-support.js';

/** @typedef {import('../../web/core/index.js').Core} Core */

const wasmBinary = readFileSync(new URL('../../build/wasm/ropescope.wasm', import.meta.url));
/** Below here the WebAssembly has nothing, and what has no address of its own would be written. */
const lowest = 1024;
/** Behind each piece that is allocated. */
const guard = new Uint8Array(64).fill(0xa5);

/** A core of its own, whose pieces of memory have guards behind them. */
async function guarded() {
  const module = await instantiate(wasmBinary);
  const { allocate, release } = module;
  /** @type {Map<number, number>} where guards lie, by the address of what they are behind */
  const guards = new Map();
  module.allocate = (size) => {
    const address = allocate(size + guard.length);
    guards.set(address, address + size);
    new Uint8Array(module.memory().buffer).set(guard, address + size);
    return address;
  };
  module.release = (address) => {
    guards.delete(address);
    release(address);
  };
  const bytes = (/** @type {number} */ from, /** @type {number} */ to) =>
    new Uint8Array(module.memory().buffer).slice(from, to);
  return { core: coreOf(new Heap(module)), guards, bytes };
}

const angles = {
  positionIds: Float64Array.from({ length: 64 }, (_, n) => n / 3),
  inverseFrequencies: Float64Array.from({ length: 64 }, (_, n) => 1 / (n + 1)),
};
const yarn = { rope_type: 'yarn', factor: 4, original_max_position_embeddings: 4096 };
const factors = new Array(128).fill(2);
/** @type {Record<string, object>} */
const scalings = {
  ntk: { rope_type: 'ntk', factor: 2 },
  yarn,
  longrope: { rope_type: 'longrope', factor: 2, short_factor: factors, long_factor: factors },
  proportional: { rope_type: 'proportional', partial_rotary_factor: 0.5 },
};

/** All sizes are powers of two, as those of pieces are, so that a guard lies just behind what is written. */
/** @type {[string, (core: Core) => unknown][]} */
const calls = [
  ['sinusoidal', (core) => core.sinusoidal({ positions: 16, dimensions: 128 })],
  ['add', (core) => core.add(random([16, 128], 1))],
  ['multiply', (core) => core.multiply(random([16, 128], 1))],
  ['cosSin of a base', (core) => core.cosSin({ positions: 64, rotaryDimensions: 128 })],
  ['cosSin of lists', (core) => core.cosSin(angles)],
  ['rotate by a base', (core) => core.rotate(random([64, 128], 1))],
  ['rotate by lists', (core) => core.rotate(random([64, 128], 1), angles)],
  ['learnedTable', (core) => core.learnedTable({ rows: 16, dimensions: 64, seed: 1 })],
  ['learnedRows', (core) => core.learnedRows({ ids: new Uint32Array(128), dimensions: 16, seed: 1 })],
  ['lookup', (core) => core.lookup(random([16, 64], 1), { data: new Int32Array(128), shape: [128] })],
  ['scores', (core) => core.scores(random([2, 32, 64], 1), random([2, 64, 64], 2))],
  ['alibiSlopes', (core) => core.alibiSlopes(128)],
  ['alibiBias', (core) => core.alibiBias({ heads: 64, queries: 16, keys: 16 })],
  ['t5Buckets', (core) => core.t5Buckets({ queries: 32, keys: 32 })],
  ...Object.entries(scalings).map(
    ([name, scaling]) =>
      /** @type {[string, (core: Core) => unknown]} */ ([
        `inverseFrequencies of ${name}`,
        (core) =>
          core.inverseFrequencies({
            rotaryDimensions: 256,
            scaling: /** @type {any} */ (scaling),
            maxPositions: 4096,
          }),
      ]),
  ),
  ['yarnRamp', (core) => core.yarnRamp({ rotaryDimensions: 256, scaling: /** @type {any} */ (yarn) })],
  ...['learned', 'sinusoidal', 'rotary', 'none'].map(
    (encoding) =>
      /** @type {[string, (core: Core) => unknown]} */ ([
        `a trainer of ${encoding}`,
        (core) => {
          const trainer = core.trainer({
            encoding: /** @type {any} */ (encoding),
            length: 64,
            testLength: 129,
          });
          trainer.step(64);
          trainer.evaluate();
          trainer.attention();
        },
      ]),
  ),
];

test.each(calls)('%s writes only where it has reserved memory', async (_, call) => {
  const { core, guards, bytes } = await guarded();
  const before = bytes(0, lowest);
  call(core);
  expect(guards.size).toBeGreaterThan(0);
  for (const place of guards.values()) expect(bytes(place, place + guard.length)).toEqual(guard);
  expect(bytes(0, lowest)).toEqual(before);
});
