import { describe, expect, it } from 'vitest';
import { averages, CRISP, cellAt, cellsOf } from '../../web/charts/heat-map-average.js';

/** Numbers from −1 to 1, the same for a seed. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** @param {number} rows @param {number} columns @param {number} seed */
function tableOf(rows, columns, seed) {
  const next = random(seed);
  return Float32Array.from({ length: rows * columns }, next);
}

/** @typedef {import('../../web/charts/heat-map-average.js').Edges} Edges */

/**
 * @param {Float32Array} values
 * @param {[number, number]} size rows and columns
 * @param {Edges} edges
 * @param {[number, number]} pixels width and height
 */
function pictureOf(values, [rows, columns], edges, [width, height]) {
  const picture = new Float64Array(width * height).fill(Number.NaN);
  averages(cellsOf(values, rows, columns), edges, width, height, (line, y, count) => {
    for (let i = 0; i < count; i += 1) picture.set(line, (y + i) * width);
  });
  return picture;
}

/** What share of each cell lies in a stretch, by cell. @param {number} from @param {number} to @param {number} count */
function shares(from, to, count) {
  const found = [];
  for (let cell = 0; cell < count; cell += 1) {
    const inside = Math.min(to, cell + 1) - Math.max(from, cell);
    if (inside > 0) found.push({ cell, share: inside / (to - from) });
  }
  return found;
}

/** Every pixel by every cell: the definition, and slow. @type {typeof pictureOf} */
function definition(values, [rows, columns], { top, bottom, left, right }, [width, height]) {
  const picture = new Float64Array(width * height);
  const stretch = (
    /** @type {number} */ i,
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ pixels,
    /** @type {number} */ count,
  ) => {
    const size = (to - from) / pixels;
    if (size <= 1 / CRISP) return [{ cell: Math.floor(from + (i + 0.5) * size), share: 1 }];
    return shares(from + i * size, from + (i + 1) * size, count);
  };
  for (let y = 0; y < height; y += 1) {
    const down = stretch(y, top, bottom, height, rows);
    for (let x = 0; x < width; x += 1) {
      const across = stretch(x, left, right, width, columns);
      let sum = 0;
      for (const { cell: row, share } of down) {
        for (const { cell: column, share: part } of across)
          sum += share * part * Number(values[row * columns + column]);
      }
      picture[y * width + x] = sum;
    }
  }
  return picture;
}

/** @param {Float64Array} one @param {Float64Array} other */
const mostApart = (one, other) =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - Number(other[i]))), 0);

describe('averages', () => {
  const whole = (/** @type {number} */ rows, /** @type {number} */ columns) => ({
    top: 0,
    bottom: rows,
    left: 0,
    right: columns,
  });

  it.each([
    ['much finer than a pixel', [257, 61], whole(257, 61), [7, 5]],
    ['a little finer than a pixel', [50, 40], whole(50, 40), [37, 48]],
    ['as large as a pixel', [24, 16], whole(24, 16), [16, 24]],
    ['a little larger than a pixel', [20, 30], whole(20, 30), [41, 33]],
    ['much larger than a pixel', [5, 4], whole(5, 4), [61, 83]],
    ['tall and narrow', [7, 300], whole(7, 300), [50, 90]],
    ['flat and wide', [301, 6], whole(301, 6), [90, 17]],
    ['of a part', [120, 90], { top: 13, bottom: 101, left: 5, right: 71 }, [31, 22]],
    [
      'of a part with edges inside cells',
      [120, 90],
      { top: 13.3, bottom: 99.9, left: 0.25, right: 88.5 },
      [45, 17],
    ],
    ['of the last rows and columns', [67, 66], { top: 60.5, bottom: 67, left: 59.5, right: 66 }, [5, 6]],
    ['of one cell', [9, 9], { top: 4, bottom: 5, left: 3, right: 4 }, [4, 4]],
    ['of a table of one cell', [1, 1], whole(1, 1), [3, 2]],
  ])('are exact for cells %s', (_, size, edges, pixels) => {
    const [rows, columns] = /** @type {[number, number]} */ (size);
    const values = tableOf(rows, columns, rows * 1000 + columns);
    const of = /** @type {const} */ ([values, size, edges, pixels]);
    const got = pictureOf(.../** @type {Parameters<typeof pictureOf>} */ (/** @type {unknown} */ (of)));
    const wanted = definition(.../** @type {Parameters<typeof pictureOf>} */ (/** @type {unknown} */ (of)));
    expect(got.every(Number.isFinite)).toBe(true);
    expect(mostApart(got, wanted)).toBeLessThan(1e-10);
  });

  it('are exact for a hundred seeded sizes and parts', () => {
    const next = random(7);
    const whole = (/** @type {number} */ most) => 1 + Math.floor(((next() + 1) / 2) * most);
    for (let i = 0; i < 100; i += 1) {
      const size = /** @type {[number, number]} */ ([whole(60), whole(40)]);
      const pixels = /** @type {[number, number]} */ ([whole(50), whole(50)]);
      const part = (/** @type {number} */ count) => {
        const ends = [((next() + 1) / 2) * count, ((next() + 1) / 2) * count].sort((a, b) => a - b);
        return Number(ends[1]) - Number(ends[0]) < 0.05 ? [0, count] : ends;
      };
      const [[top, bottom], [left, right]] = /** @type {number[][]} */ ([part(size[0]), part(size[1])]);
      const edges = /** @type {Edges} */ ({ top, bottom, left, right });
      const values = tableOf(...size, i);
      const apart = mostApart(
        pictureOf(values, size, edges, pixels),
        definition(values, size, edges, pixels),
      );
      expect(apart, JSON.stringify({ size, pixels, edges })).toBeLessThan(1e-9);
    }
  });

  it('keep the average of the table', () => {
    const values = tableOf(8192, 8, 3);
    const picture = pictureOf(values, [8192, 8], whole(8192, 8), [3, 301]);
    const mean = (/** @type {ArrayLike<number>} */ of) =>
      Array.from(of).reduce((a, b) => a + b, 0) / of.length;
    expect(mean(picture)).toBeCloseTo(mean(values), 12);
  });

  it('refuse a table of another size', () => {
    expect(() => cellsOf(new Float32Array(5), 2, 3)).toThrow('values must have length 6, got 5');
  });
});

describe('the cell at a place', () => {
  const edges = { top: 10, bottom: 20, left: 0, right: 4 };

  it('is the one whose area holds the place', () => {
    expect(cellAt(edges, 0, 0)).toEqual({ row: 10, column: 0 });
    expect(cellAt(edges, 0.26, 0.55)).toEqual({ row: 15, column: 1 });
    expect(cellAt(edges, 0.999, 0.999)).toEqual({ row: 19, column: 3 });
  });

  it('is at the edge for a place outside', () => {
    expect(cellAt(edges, -3, 9)).toEqual({ row: 19, column: 0 });
    expect(cellAt(edges, 1, 1)).toEqual({ row: 19, column: 3 });
  });
});
