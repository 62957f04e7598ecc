import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings } from '../../web/figures/training/heads.js';
import { anglesOf, ringOf, seeksOf } from '../../web/figures/training/rows.js';
import { answeringHeads, dataOf, finished } from './figures-training-support.js';

const core = await loadCore();

/** @param {Float64Array} points @param {number} i */
const point = (points, i) => [Number(points[2 * i]), Number(points[2 * i + 1])];

describe('the ring of positions', () => {
  test('goes round once, evenly, and its end is not beside its beginning', () => {
    const ring = ringOf(64);
    const apart = (/** @type {number} */ a, /** @type {number} */ b) => {
      const [[ax, ay], [bx, by]] = [point(ring, a), point(ring, b)];
      return Math.hypot(Number(ax) - Number(bx), Number(ay) - Number(by));
    };
    expect(point(ring, 0)).toEqual([1, 0]);
    expect(point(ring, 16)[1]).toBeGreaterThan(0.9);
    for (let n = 0; n < 63; n += 1) expect(apart(n, n + 1)).toBeCloseTo(apart(0, 1), 9);
    expect(apart(63, 0)).toBeGreaterThan(4 * apart(0, 1));
  });

  test('a query that looks at one key points at its place, and an undecided one between them', () => {
    const ring = ringOf(4);
    const attention = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0.5, 0, 0.5, 0, 0, 0.25, 0.75, 0);
    const { tips, goals, found } = seeksOf(attention, { length: 4, lookBack: 1 });
    expect(point(tips, 0)).toEqual(point(ring, 0));
    expect(point(goals, 2)).toEqual(point(ring, 2));
    const [x, y] = point(tips, 1);
    expect(x).toBeCloseTo((Number(ring[0]) + Number(ring[4])) / 2, 9);
    expect(y).toBeCloseTo((Number(ring[1]) + Number(ring[5])) / 2, 9);
    expect(found).toBe(2);
    expect(seeksOf(attention, { length: 4, lookBack: 2 }).goals.length).toBe(4);
  });
});

describe('the learned rows', () => {
  test('angles are told of the right key and of the others', () => {
    const queries = Float64Array.of(1, 0, 0, 1, 1, 0);
    const keys = Float64Array.of(0, 1, -1, 0, 1, 0);
    // Query 1 is at 0° from key 0, its own, and at 90° from key 1; query 2 at 180° from key 1, its own, and at 90° and 0°.
    const { apart, others } = finished(anglesOf(queries, keys, 2, 1));
    expect(apart).toBeCloseTo(90, 9);
    expect(others).toBeCloseTo(60, 9);
    const few = finished(anglesOf(queries.slice(0, 4), keys.slice(0, 4), 2, 1));
    expect(few.others).toBeCloseTo(90, 9);
  });

  test.each([1, 5])(
    'in training, %i back, every query finds its key, which few did before',
    async (lookBack) => {
      const { data } = dataOf(core, { lookBack });
      const { heads, train } = answeringHeads(core);
      heads.begin(data.plan);
      const lookAt = async (/** @type {number} */ goal) => {
        const { attention, rows, tests } = await train({ goal, picture: true });
        const learned = attention?.learned ?? new Float32Array();
        expect(Object.keys(tests ?? {})).toEqual([...encodings]);
        const right = tests?.learned?.correct.reduce((sum, one) => sum + one, 0);
        const looks = seeksOf(learned, data.sizes);
        expect(looks.found).toBe(right);
        let way = 0;
        looks.tips.forEach((value, i) => {
          way += (value - Number(looks.goals[i])) ** 2;
        });
        return { ...looks, ...rows, way: Math.sqrt(way / (64 - lookBack)) };
      };
      const seen = [await lookAt(0), await lookAt(500)];
      heads.end();
      const [start, end] = seen;
      expect(start?.found).toBeLessThan(12);
      expect(end?.found).toBe(64 - lookBack);
      expect(start?.way).toBeGreaterThan(0.5);
      expect(end?.way).toBeLessThan(0.01);
      expect(start?.apart).toBeGreaterThan(80);
      expect(end?.apart).toBeLessThan(50);
      expect(end?.others).toBeGreaterThan(80);
      for (const { queries, keys, share } of seen) {
        expect([queries?.length, keys?.length]).toEqual([2 * (64 - lookBack), 2 * (64 - lookBack)]);
        const squares = [...(queries ?? []), ...(keys ?? [])].reduce((sum, value) => sum + value ** 2, 0);
        // All of them have the length 1.
        expect(squares / (2 * (64 - lookBack))).toBeCloseTo(Number(share), 6);
      }
    },
  );
});
