import { describe, expect, test } from 'vitest';
import { powersIn, ticksOn } from '../../web/charts/axes.js';
import { drawnOf } from '../../web/charts/curves.js';
import { styleOf } from '../../web/charts/marks/markers.js';
import { freeSpot, LINE, spread } from '../../web/charts/marks/names.js';
import { curvesBetween } from '../../web/figures/spectrum/curves.js';

/** @typedef {import('../../web/charts/curves.js').Curves} Curves */

/** Numbers that are the same in every run. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {ArrayLike<number>} values @returns {Curves['curves'][number]} */
const curve = (values, id = 'a') => ({ id, name: id, label: id, values, style: 0, kind: 'plain' });

/** @param {Curves['curves']} curves @param {number[]} [levels] @param {'above' | 'below'} [beyond] */
const drawn = (curves, levels = [], beyond = 'above') =>
  drawnOf({
    name: 'wavelength',
    unit: 'positions',
    across: 'pair',
    curves,
    levels: levels.map((value) => ({ value, label: '' })),
    beyond,
  });

/** @param {ReturnType<typeof drawn>} picture @param {string} [id] */
const lineOf = (picture, id = 'a') => {
  const { x = [], y = [] } = picture.curves.find((each) => each.id === id) ?? {};
  return { x: Array.from(x), y: Array.from(y) };
};

/** @param {number[]} values */
const near = (values) => values.map((value) => expect.closeTo(value, 12));

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

describe('a free place for a name', () => {
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({
    left,
    top,
    width: 60,
    height: 15,
  });
  const spots = [box(209, 140), box(131, 140), box(170, 100)];

  test('is the first one that touches no other name', () => {
    expect(freeSpot(spots, [])).toBe(spots[0]);
    expect(freeSpot(spots, [box(230, 150)])).toBe(spots[1]);
    expect(freeSpot(spots, [box(230, 150), box(100, 150)])).toBe(spots[2]);
    expect(freeSpot(spots, spots)).toBeUndefined();
  });

  test('keeps off the lines where it can, also where one only passes between two of its points', () => {
    const steep = [
      { x: 230, y: 0 },
      { x: 240, y: 300 },
    ];
    const flat = [
      { x: 0, y: 147 },
      { x: 500, y: 147 },
    ];
    expect(freeSpot(spots, [], [steep])).toBe(spots[1]);
    expect(freeSpot(spots, [], [steep, flat])).toBe(spots[2]);
    const everywhere = spots.map(({ top }) => [
      { x: 0, y: top + 4 },
      { x: 500, y: top + 4 },
    ]);
    expect(freeSpot(spots.slice(0, 2), [], everywhere)).toBe(spots[0]);
  });
});

describe('what is drawn of curves', () => {
  test('has axes on which all can be seen', () => {
    const { x, y } = drawn([curve([10, 100, 1000]), curve([5], 'b')], [1e6]);
    expect(x).toMatchObject({ min: 0, max: 2, log: false });
    expect(y.log).toBe(true);
    expect(y.min).toBeLessThan(5);
    expect(y.max).toBeGreaterThan(1e6);
  });

  test('has room at the edge for values that have no logarithm', () => {
    const above = drawn([curve([10, Number.POSITIVE_INFINITY])]);
    const below = drawn([curve([10, 0])], [], 'below');
    const plain = drawn([curve([10])]);
    expect(above.y.max).toBeGreaterThan(plain.y.max * 3);
    expect(below.y.min).toBeLessThan(plain.y.min / 3);
    expect([above, below, plain].map(({ y }) => y.beyond?.text)).toEqual(['∞', '0', undefined]);
    expect(above.y.beyond?.part).toBeGreaterThan(0.8);
    expect(below.y.beyond?.part).toBeLessThan(0.2);
    expect(lineOf(above).y).toEqual([10, Number.POSITIVE_INFINITY]);
  });

  test('is there for no curve, one pair, and equal values', () => {
    for (const { x, y } of [drawn([]), drawn([curve([3, 3])])]) {
      expect(y.max / y.min).toBeGreaterThan(9.9);
      expect(x.max).toBe(1);
    }
  });
});

describe('the way from one picture to another', () => {
  const from = drawn([curve([1, 10, 100, 1000])]);
  const to = drawn([curve([1, 10, 1000, 100_000])]);

  test('begins and ends exactly, and goes straight in logarithms', () => {
    expect(lineOf(curvesBetween(from, to, 1))).toEqual(lineOf(to));
    const begin = curvesBetween(from, to, 0);
    expect(lineOf(begin)).toEqual(lineOf(from));
    expect([begin.y.min, begin.y.max]).toEqual([from.y.min, from.y.max]);
    expect(lineOf(curvesBetween(from, to, 0.5)).y.map(Math.log10)).toEqual(near([0, 1, 2.5, 4]));
  });

  test('stretches a curve that gets more pairs or fewer', () => {
    const few = drawn([curve([1, 100])]);
    const halfway = lineOf(curvesBetween(few, from, 0.5));
    expect(halfway.x).toEqual(near([0, 2 / 3, 4 / 3, 2]));
    expect([halfway.y[0], Math.log10(halfway.y[3])]).toEqual(near([1, 2.5]));
    expect(lineOf(curvesBetween(from, few, 0.25)).x[1]).toBeCloseTo(2.5, 12);
  });

  test('leaves a new curve where it will be, fainter, and jumps where there is no logarithm', () => {
    const next = drawn([curve([7, 8], 'new')]);
    expect(lineOf(curvesBetween(from, next, 0.3), 'new')).toEqual(lineOf(next, 'new'));
    expect([0, 0.5].map((share) => curvesBetween(from, next, share).curves[0].strength)).toEqual([0.2, 0.5]);
    const still = drawn([curve([1, 10, 0, 0])], [], 'below');
    expect(lineOf(curvesBetween(still, from, 0.5)).y).toEqual(near([1, 10, 100, 1000]));
    expect(lineOf(curvesBetween(from, still, 0.5)).y).toEqual([1, expect.closeTo(10, 12), 0, 0]);
  });
});

describe('the axes of curves', () => {
  test('have their numbers at powers of ten, and at every few where there are many', () => {
    expect(powersIn(0.6, 4.2, 300)).toEqual([1, 2, 3, 4]);
    expect(powersIn(-7.4, 0.2, 100)).toEqual([-6, -4, -2, 0]);
  });

  test('count pairs in round steps, and never in parts of one', () => {
    const pairs = (/** @type {number} */ max, /** @type {number} */ pixels) =>
      ticksOn({ name: 'pair', min: 0, max, log: false, isWhole: true }, pixels, 'across').map(
        ({ value }) => value,
      );
    expect(pairs(63, 900)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(pairs(3, 900)).toEqual([0, 1, 2, 3]);
    expect(pairs(63, 250)).toEqual([0, 20, 40, 60]);
    expect(pairs(1, 300)).toEqual([0, 1]);
  });
});

test('no two of forty curves are drawn alike', () => {
  const styles = Array.from({ length: 40 }, (_, i) => styleOf(i));
  expect(new Set(styles.map((style) => JSON.stringify(style))).size).toBe(40);
  const markers = styles.slice(0, 16).map(({ marker, isFilled }) => `${marker} ${isFilled}`);
  expect(new Set(markers).size).toBe(16);
});
