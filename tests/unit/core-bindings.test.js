import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Heap } from '../../web/core/heap.js';
import { loadCore } from '../../web/core/index.js';
import { instantiate } from '../../web/core/load.js';

const wasm = new URL('../../build/wasm/ropescope.wasm', import.meta.url);
const module = await instantiate(readFileSync(wasm));
const [enumerators, options, calls] = String.fromCharCode(...module.names())
  .trim()
  .split('\n\n')
  .map((part) => part.split('\n').map((line) => line.split(' ')));

test('each option, call and enumerator is named once', () => {
  for (const lines of [
    enumerators.map(([name, type]) => `${type}.${name}`),
    options.map(([name]) => name),
    calls.map(([name]) => name),
  ]) {
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines).size).toBe(lines.length);
  }
});

test('each option is a number or of an enumeration whose names are given', () => {
  const known = ['integer', 'double', 'boolean', ...enumerators.map(([, type]) => type)];
  for (const [, type] of options) expect(known).toContain(type);
});

test('an option is written by its name, and forgotten after the call', () => {
  const heap = new Heap(module);
  const factor = 8;
  expect(heap.calls.yarnAttentionFactor({ mscaleAllDimensions: 0, mscale: 0, factor })).toBeCloseTo(1.208, 3);
  expect(heap.calls.yarnAttentionFactor({ factor, mscaleAllDimensions: 1, mscale: 1 })).toBe(1);
  expect(heap.calls.yarnAttentionFactor(/** @type {any} */ ({ factor }))).toBeCloseTo(1.208, 3);
});

test('an option that no call knows is an error', () => {
  const heap = new Heap(module);
  expect(() => heap.calls.alibiSlopes(/** @type {any} */ ({ slopes: 0, heats: 8 }))).toThrow(TypeError);
});

test('what one rotation was given plays no part in the next', async () => {
  const core = await loadCore();
  const x = { data: Float32Array.of(1, 2, 3, 4), shape: [1, 4] };
  const before = core.rotate(x, { start: 5 }).data;
  core.rotate(x, {
    positionIds: [9],
    pairing: 'half',
    attentionFactor: 2,
    precision: { angle: 'running', table: 'bfloat16' },
  });
  expect(core.rotate(x, { start: 5 }).data).toEqual(before);
});
