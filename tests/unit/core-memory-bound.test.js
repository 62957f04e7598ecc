import { expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { random } from './core-support.js';

const gib = 2 ** 30;

test('memory grows to most of its GiB, is used again, and beyond the bound the core goes on', async () => {
  const core = await loadCore();
  const x = random([3, 4], 1);
  const turned = core.rotate(x).data;
  const rows = 1048576;
  const first = { data: Int32Array.of(0, rows - 1), shape: [2] };
  // Pages of an array that nobody has written take no room, so only the core's copy does.
  const table = (/** @type {number} */ dimensions) => ({
    data: new Float32Array(rows * dimensions),
    shape: [rows, dimensions],
  });

  const large = table(192);
  large.data[large.data.length - 1] = 5;
  const looked = core.lookup(large, first).data;
  expect([looked[191], looked[383]]).toEqual([0, 5]);
  const grown = core.memoryBytes;
  expect(grown).toBeGreaterThan(0.75 * gib);
  expect(grown).toBeLessThanOrEqual(gib);

  expect(core.lookup(large, first).data).toEqual(looked);
  expect(core.memoryBytes).toBe(grown);

  const message = "lookup needs 1073743880 bytes, more than the core's 1 GiB";
  expect(() => core.lookup(table(256), first)).toThrow(message);
  const tight = "lookup needs 1069549568 bytes, more than is free in the core's 1 GiB";
  for (let n = 0; n < 3; n++) expect(() => core.lookup(table(255), first)).toThrow(tight);
  expect(core.memoryBytes).toBeLessThanOrEqual(gib);
  expect(core.rotate(x).data).toEqual(turned);
  expect(core.lookup(large, first).data).toEqual(looked);
}, 60_000);
