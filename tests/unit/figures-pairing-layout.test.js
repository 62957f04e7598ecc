import { expect, test } from 'vitest';
import { arcShape, pairsLayout, placeAt, placeX, signedArcs } from '../../web/charts/pairs.js';

const sizes = [2, 4, 8, 10, 16, 20, 32, 64].flatMap((count) =>
  [180, 230, 330, 355, 720, 1120, 1392].map((width) => ({ count, width })),
);

test.each(sizes)('$count places fit $width pixels, and none touches its neighbour', ({ count, width }) => {
  const layout = pairsLayout(count, width);
  const { radius, spacing, dialY, cellsY, height } = layout;
  expect(placeX(layout, 0) - radius).toBeGreaterThanOrEqual(0);
  expect(placeX(layout, count - 1) + radius).toBeLessThanOrEqual(width);
  expect(2 * radius).toBeLessThan(spacing);
  expect(cellsY).toBeGreaterThan(dialY + radius);
  expect(height).toBeGreaterThan(cellsY);
  if (layout.isNamed) expect(layout.nameY).toBeGreaterThan(dialY + radius + 6);
  if (layout.isNamed && layout.isNumbered) expect(layout.numberY - layout.nameY).toBeGreaterThan(14);
});

test.each(sizes)(
  'arcs over $count places on $width pixels join their dials and stay inside',
  ({ count, width }) => {
    const layout = pairsLayout(count, width);
    for (const arc of [
      { from: 0, to: 1 },
      { from: 0, to: count / 2 },
      { from: count / 2 - 1, to: count - 1 },
    ]) {
      const { x, y, halfWidth, rise } = arcShape(layout, arc);
      expect(x - halfWidth).toBeCloseTo(placeX(layout, arc.from), 9);
      expect(x + halfWidth).toBeCloseTo(placeX(layout, arc.to), 9);
      expect(y).toBe(layout.dialY - layout.radius);
      expect(y - rise).toBeGreaterThanOrEqual(10);
    }
  },
);

test('wider pairs have higher arcs', () => {
  const layout = pairsLayout(8, 355);
  expect(arcShape(layout, { from: 0, to: 4 }).rise).toBeGreaterThan(
    arcShape(layout, { from: 0, to: 1 }).rise * 1.5,
  );
});

test('a point is over the nearest place, or none', () => {
  const layout = pairsLayout(8, 355);
  for (let place = 0; place < 8; place += 1) {
    expect(placeAt(layout, placeX(layout, place))).toBe(place);
    expect(placeAt(layout, placeX(layout, place) + layout.spacing * 0.4)).toBe(place);
  }
  expect(placeAt(layout, placeX(layout, 7) + layout.spacing)).toBeUndefined();
  expect(placeAt(layout, placeX(layout, 0) - layout.spacing)).toBeUndefined();
});

test('signs of arcs that do not agree have room beside each other, and over many features one is enough', () => {
  const arcsOf = (/** @type {number} */ count) =>
    Array.from({ length: count / 2 }, (_, from) => ({ from, to: from + count / 2, agree: from === 1 }));
  const xs = (/** @type {number} */ count, /** @type {number} */ width) => {
    const layout = pairsLayout(count, width);
    return signedArcs(layout, arcsOf(count)).map((arc) => arcShape(layout, arc).x);
  };
  expect(xs(8, 480).length).toBe(3);
  for (const { count, width } of sizes) {
    const at = xs(count, width);
    if (count > 16) expect(at.length).toBe(1);
    for (const [i, x] of at.entries()) if (i > 0) expect(x - Number(at[i - 1])).toBeGreaterThan(2 * 17);
  }
  expect(signedArcs(pairsLayout(32, 900), [{ from: 0, to: 1, agree: true }])).toEqual([]);
});
