import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import createModule from '../../build/wasm/ropescope.mjs';
import { Heap } from '../../web/core/heap.js';
import { loadCore } from '../../web/core/index.js';

const wasmBinary = readFileSync(new URL('../../build/wasm/ropescope.wasm', import.meta.url));
const module = await createModule({ wasmBinary });
const lines = String.fromCharCode(...module.names())
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** @param {string} kind */
const ofKind = (kind) => lines.filter(([one]) => one === kind);

test('each option, call and enumerator is named once', () => {
  const names = lines.map(([kind, name, type]) => (kind === 'enumerator' ? `${type}.${name}` : name));
  for (const kind of ['option', 'call', 'enumerator']) {
    const own = names.filter((_, n) => lines[n][0] === kind);
    expect(own.length).toBeGreaterThan(20);
    expect(new Set(own).size).toBe(own.length);
  }
});

test('each option is a number or of an enumeration whose names are given', () => {
  const enumerations = new Set(ofKind('enumerator').map(([, , type]) => type));
  const types = new Set(ofKind('option').map(([, , type]) => type));
  for (const type of types) expect(['integer', 'double', 'boolean', ...enumerations]).toContain(type);
});

test('an option is written by its name, and forgotten after the call', () => {
  const { calls } = new Heap(module);
  const factor = 8;
  expect(calls.yarnAttentionFactor({ mscaleAllDimensions: 0, mscale: 0, factor })).toBeCloseTo(1.208, 3);
  expect(calls.yarnAttentionFactor({ factor, mscaleAllDimensions: 1, mscale: 1 })).toBe(1);
  expect(calls.yarnAttentionFactor(/** @type {any} */ ({ factor }))).toBeCloseTo(1.208, 3);
});

test('an option that no call knows is an error', () => {
  const { calls } = new Heap(module);
  expect(() => calls.alibiSlopes(/** @type {any} */ ({ slopes: 0, heats: 8 }))).toThrow(TypeError);
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
