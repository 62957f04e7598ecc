import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { code as decay } from '../../web/figures/decay/figure.js';
import { sumsLines } from '../../web/figures/decay/lines.js';
import { plain } from '../../web/figures/shared/caption.js';
import { core, described, figure } from './figures-decay-support.js';

/** @type {{ d: number, base: number, bound: number[], qk_ones: number[] }} */
const golden = JSON.parse(readFileSync('tests/golden/roformer_decay.json', 'utf8')).values[0];

describe('mean |S|, which RoFormer’s bound has of the distance,', () => {
  test('is that of the reference at every distance, and so is the score of all ones', () => {
    const { data } = figure({ positions: 251, tokens: 'equal' });
    golden.bound.forEach((value, distance) => {
      expect(Math.abs(Number(data.sums.values[distance]) - value)).toBeLessThan(1e-11);
      expect(
        Math.abs(golden.d * Number(data.mean.values[distance]) - Number(golden.qk_ones[distance])),
      ).toBeLessThan(1e-11);
      expect(Math.abs(Number(data.own.values[distance]) - Number(golden.qk_ones[distance]))).toBeLessThan(
        1e-10,
      );
    });
  });

  test.each([1, 5, 10, 18, 19, 50, 100, 236, 250])('is told at distance %i', (distance) => {
    const text = described({ positions: distance + 1 });
    expect(text).toContain(
      `goes from 32.50 at distance 0 to ${Number(golden.bound[distance]).toFixed(2)} at distance ${distance}`,
    );
  });

  test('is told at distances on the way, too', () => {
    const text = described({ positions: 251 });
    for (const distance of [1, 5, 10, 50, 100])
      expect(text).toContain(`${Number(golden.bound[distance]).toFixed(2)} at ${distance}`);
    const half = described({ positions: 251, dimensions: 64 });
    for (const part of ['from 16.50', 'to 3.67 at distance 250', '5.73 at 50', '7.47 at 100'])
      expect(half).toContain(part);
  });

  test('does not only fall: each rise is counted and drawn', () => {
    const { data, settings } = figure({ positions: 251 });
    const rises = golden.bound.filter((value, i) => value > Number(golden.bound[i - 1])).length;
    expect(data.sums.rises).toBe(rises);
    expect(rises).toBe(113);
    expect(plain(decay.caption(data, settings))).toContain(
      'it rises at 113 of 250 steps, first from 18 to 19',
    );
    const drawn = Array.from(sumsLines(data).lines[1]?.y ?? []);
    golden.bound.forEach((value, i) => {
      const isPart = value > Number(golden.bound[i - 1]) || Number(golden.bound[i + 1]) > value;
      expect(Number.isNaN(drawn[i]), `distance ${i}`).toBe(!isPart);
    });
  });

  test('that never rises has no rises drawn', () => {
    const { data } = figure({ base: 1 });
    expect(data.sums.rises).toBe(0);
    expect(Array.from(sumsLines(data).lines[1]?.y ?? [0]).every(Number.isNaN)).toBe(true);
  });
});

describe('RoFormer’s bound', () => {
  /** The numbers of the sentence. @param {string} text */
  const told = (text) => {
    const [, factor, first, last] =
      /bound on its size is ([\d.]+) times mean \|S\|: ([\d.]+) at distance 0, ([\d.]+) at/.exec(text) ?? [];
    return { factor: Number(factor), first: Number(first), last: Number(last) };
  };

  test('is above the score of every query and key at every distance, as it is told', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const dimensions = [2, 8, 64, 130][seed % 4] ?? 2;
      const { data, settings } = figure({
        seed,
        dimensions,
        base: [1, 100, 1e4, 1e9][(seed >> 2) % 4],
        positions: 300,
      });
      const vectors = core.learnedRows({ ids: [0, 1], dimensions, seed, stream: 'words' }).data;
      const [query, key] = [0, 1].map((row) => ({
        data: vectors.slice(row * dimensions, (row + 1) * dimensions),
        shape: [1, dimensions],
      }));
      if (!query || !key) throw new Error('there are no vectors');
      const { factor, first, last } = told(plain(decay.caption(data, settings)));
      for (const distance of [0, 1, 2, 7, 50, 299]) {
        const turned = core.rotate(query, { base: settings.base, start: distance });
        const score = Math.abs(Number(core.scores(turned, key).data[0]));
        // Three digits of it are told.
        expect(score).toBeLessThanOrEqual(1.006 * factor * Number(data.sums.values[distance]));
        expect(score * data.slack).toBeLessThanOrEqual(
          data.factor * Number(data.sums.values[distance]) * (1 + 1e-5) + 1e-5,
        );
      }
      expect(first).toBeGreaterThanOrEqual(0.99 * Math.abs(Number(data.own.values[0])));
      expect(last).toBeGreaterThanOrEqual(0.99 * Math.abs(Number(data.own.values[299])));
      expect(data.slack).toBeGreaterThanOrEqual(1 - 1e-9);
    }
  });

  test('is the score where one pair is all there is, and no larger', () => {
    const { data, settings } = figure({ dimensions: 2, query: [3, 4], key: [3, 4] });
    expect(data.factor).toBeCloseTo(25, 9);
    expect(data.own.values[0]).toBeCloseTo(25, 9);
    expect(plain(decay.caption(data, settings))).toContain('is 25 times mean |S|: 25 at distance 0');
  });

  test('is not what mean |S| is called: that is less than many scores', () => {
    const { data, settings } = figure({ tokens: 'equal' });
    expect(data.own.values[0]).toBe(128);
    expect(data.sums.values[0]).toBe(32.5);
    expect(plain(decay.caption(data, settings))).toContain('is 128 times mean |S|: 4160 at distance 0');
  });
});
