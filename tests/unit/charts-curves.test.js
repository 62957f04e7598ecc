import { describe, expect, test } from 'vitest';
import { powersIn } from '../../web/charts/axes.js';
import { GAP, LINE, placeEnds, spread } from '../../web/charts/curve-labels.js';
import { curveLook } from '../../web/charts/curve-looks.js';
import { between, ease, shapeOf } from '../../web/charts/curve-shapes.js';
import { pairsIn } from '../../web/charts/curve-ticks.js';
import { overlap } from '../../web/charts/labels.js';

/** Numbers that are the same in every run. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {ArrayLike<number>} values */
const curve = (values, id = 'a') => ({ id, values });

describe('labels beside a plot', () => {
  test('stay where they are wanted, if they do not touch', () => {
    expect(spread([20, 60, 100], 15, 0, 200)).toEqual([20, 60, 100]);
  });

  test('that want the same place stand round it, in their order', () => {
    expect(spread([50, 50, 50], 10, 0, 200)).toEqual([40, 50, 60]);
    expect(spread([52, 50, 51], 10, 0, 200)).toEqual([61, 41, 51]);
  });

  test('do not leave the canvas', () => {
    expect(spread([-30, -20], 10, 0, 100)).toEqual([5, 15]);
    expect(spread([130, 120], 10, 0, 100)).toEqual([95, 85]);
  });

  test('that have no room are left out, the last ones first', () => {
    expect(spread([5, 5, 5], 10, 0, 25)).toEqual([5, 15, Number.NaN]);
  });

  test('never touch, whatever they want', () => {
    const random = randomFrom(7);
    for (let run = 0; run < 300; run += 1) {
      const wanted = Array.from({ length: 1 + Math.floor(random() * 16) }, () => random() * 300 - 20);
      const places = spread(wanted, LINE, 0, 260);
      const sorted = [...places].sort((a, b) => a - b);
      expect(sorted[0]).toBeGreaterThanOrEqual(LINE / 2 - 1e-9);
      expect(sorted.at(-1)).toBeLessThanOrEqual(260 - LINE / 2 + 1e-9);
      sorted.slice(1).forEach((place, i) => {
        expect(place - Number(sorted[i])).toBeGreaterThanOrEqual(LINE - 1e-9);
      });
      for (const [i, a] of wanted.entries()) {
        for (const [j, b] of wanted.entries()) if (a < b) expect(places[i]).toBeLessThan(Number(places[j]));
      }
    }
  });
});

describe('labels at the ends of curves', () => {
  const area = { left: 50, right: 500, top: 26, bottom: 300 };

  test('never touch each other, nor what was there before', () => {
    const random = randomFrom(11);
    let placed = 0;
    for (let run = 0; run < 200; run += 1) {
      const taken = [{ left: 60, top: 100 + random() * 100, width: 120, height: LINE }];
      const wishes = Array.from({ length: 12 }, () => {
        const outside = random() < 0.4;
        const x = outside ? area.right : area.left + random() * 400;
        return { width: 40 + random() * 90, x, y: 30 + random() * 260, outside };
      });
      const boxes = placeEnds(wishes, area, 324, taken, () => 0);
      const all = [...taken, ...boxes.filter((box) => box !== undefined)];
      placed += all.length - 1;
      all.forEach((one, i) => {
        for (const other of all.slice(i + 1)) expect(overlap(one, other, -1e-6)).toBe(false);
      });
      boxes.forEach((box, i) => {
        if (box && wishes[i]?.outside) expect(box.left).toBe(area.right + GAP);
        else if (box) expect(box.left + box.width).toBeLessThanOrEqual(area.right);
      });
    }
    expect(placed).toBeGreaterThan(200 * 9);
  });

  test('keep off the curves where they can', () => {
    const wish = { width: 60, x: 200, y: 150, outside: false };
    const [free] = placeEnds([wish], area, 324, [], () => 0);
    expect(free).toEqual({ left: 209, top: 142.5, width: 60, height: LINE });
    const [moved] = placeEnds([wish], area, 324, [], ({ left }) => (left > 200 ? 1 : 0));
    expect(Number(moved?.left) + 60).toBeLessThan(200);
  });
});

describe('the shape of a picture', () => {
  test('holds logarithms, and all that must be in view', () => {
    const { curves, low, high, xMax } = shapeOf([curve([10, 100, 1000]), curve([5], 'b')], [1e6], 'above');
    expect(Array.from(curves.get('a')?.y ?? [])).toEqual([1, 2, expect.closeTo(3, 12)]);
    expect(xMax).toBe(2);
    expect(low).toBeLessThan(Math.log10(5));
    expect(high).toBeGreaterThan(6);
  });

  test('has room at the edge for values that have no logarithm', () => {
    const above = shapeOf([curve([10, Number.POSITIVE_INFINITY])], [], 'above');
    const below = shapeOf([curve([10, 0])], [], 'below');
    const plain = shapeOf([curve([10])], [], 'below');
    expect(above.high).toBeGreaterThan(plain.high + 0.5);
    expect(below.low).toBeLessThan(plain.low - 0.5);
    expect(above.curves.get('a')?.y).toEqual(Float64Array.of(1, Number.NaN));
  });

  test('is there for no curve, one pair, and equal values', () => {
    for (const shape of [shapeOf([], [], 'above'), shapeOf([curve([3, 3])], [], 'above')]) {
      expect(shape.high).toBeGreaterThan(shape.low + 0.99);
      expect(shape.xMax).toBe(1);
    }
  });
});

describe('a move between two shapes', () => {
  const from = shapeOf([curve([1, 10, 100, 1000])], [], 'above');
  const to = shapeOf([curve([1, 10, 1000, 100_000])], [], 'above');

  test('begins and ends exactly, and goes straight in logarithms', () => {
    expect(between(from, to, 1)).toBe(to);
    const begin = between(from, to, 0);
    expect(begin.curves.get('a')?.y).toEqual(from.curves.get('a')?.y);
    expect([begin.low, begin.high]).toEqual([from.low, from.high]);
    const half = between(from, to, 0.5).curves.get('a');
    expect(Array.from(half?.y ?? [])).toEqual([0, 1, 2.5, 4].map((y) => expect.closeTo(y, 12)));
  });

  test('stretches a curve that gets more pairs or fewer', () => {
    const more = shapeOf([curve([1, 100])], [], 'above');
    const halfway = between(more, from, 0.5).curves.get('a');
    expect(Array.from(halfway?.x ?? [])).toEqual([0, 2 / 3, 4 / 3, 2].map((x) => expect.closeTo(x, 12)));
    const [first, last] = [halfway?.y[0], halfway?.y[3]];
    expect([first, last]).toEqual([0, expect.closeTo(2.5, 12)]);
    expect(between(from, more, 0.25).curves.get('a')?.x[1]).toBeCloseTo(2.5, 12);
  });

  test('leaves a new curve where it will be, and jumps where there is no logarithm', () => {
    const next = shapeOf([curve([7, 8], 'new')], [], 'above');
    expect(between(from, next, 0.3).curves.get('new')).toBe(next.curves.get('new'));
    const still = shapeOf([curve([1, 10, 0, 0])], [], 'below');
    const y = between(still, from, 0.5).curves.get('a')?.y;
    expect(Array.from(y ?? [])).toEqual([0, 1, 2, expect.closeTo(3, 12)]);
  });

  test('is slow at both ends', () => {
    expect([ease(-1), ease(0), ease(0.5), ease(1), ease(2)]).toEqual([0, 0, 0.5, 1, 1]);
    expect(ease(0.1)).toBeLessThan(0.05);
    expect(ease(0.9)).toBeGreaterThan(0.95);
  });
});

describe('the axes of curves', () => {
  test('have their numbers at powers of ten, and at every few where there are many', () => {
    expect(powersIn(0.6, 4.2, 300)).toEqual([1, 2, 3, 4]);
    expect(powersIn(-7.4, 0.2, 100)).toEqual([-6, -4, -2, 0]);
  });

  test('count pairs in round steps', () => {
    expect(pairsIn(63, 900)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(pairsIn(3, 900)).toEqual([0, 1, 2, 3]);
    expect(pairsIn(63, 200)).toEqual([0, 20, 40, 60]);
    expect(pairsIn(0, 300)).toEqual([0]);
  });
});

test('no two of forty curves look alike', () => {
  const looks = Array.from({ length: 40 }, (_, i) => JSON.stringify(curveLook(i)));
  expect(new Set(looks).size).toBe(40);
  const markers = looks.slice(0, 16).map((look) => {
    const { marker, filled } = JSON.parse(look);
    return marker + filled;
  });
  expect(new Set(markers).size).toBe(16);
});
