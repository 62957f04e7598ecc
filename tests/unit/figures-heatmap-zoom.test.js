import { describe, expect, it } from 'vitest';
import { between, following, isSame, wholeOf, Zoomer, zoomed } from '../../web/figures/heatmap/zoom.js';

/** @typedef {import('../../web/figures/heatmap/zoom.js').Part} Part */

const size = { rows: 128, columns: 64 };

/** @param {Readonly<Part>} part @param {{ rows: number, columns: number }} of */
function expectInside([top, bottom, left, right], of) {
  expect([top, bottom, left, right].every(Number.isInteger)).toBe(true);
  expect(0 <= top && top <= bottom && bottom < of.rows).toBe(true);
  expect(0 <= left && left <= right && right < of.columns).toBe(true);
}

describe('zooming', () => {
  it('halves what is shown round a cell, and doubles it again', () => {
    const near = zoomed(wholeOf(size), size, 0.5, { row: 63.5, column: 31.5 });
    expect(near).toEqual([32, 95, 16, 47]);
    expect(zoomed(near, size, 2, { row: 63.5, column: 31.5 })).toEqual(wholeOf(size));
  });

  it('leaves a cell where it is on the screen, but for rounding', () => {
    const cell = { row: 100, column: 5 };
    const place = (/** @type {Readonly<Part>} */ [top, bottom, left, right]) => [
      (cell.row + 0.5 - top) / (bottom - top + 1),
      (cell.column + 0.5 - left) / (right - left + 1),
    ];
    const before = wholeOf(size);
    const [down, across] = place(zoomed(before, size, 0.5, cell));
    expect(Math.abs(Number(down) - Number(place(before)[0]))).toBeLessThan(0.5 / 64);
    expect(Math.abs(Number(across) - Number(place(before)[1]))).toBeLessThan(0.5 / 32);
  });

  it('stays inside the table, whatever is asked for', () => {
    for (const of of [
      size,
      { rows: 8192, columns: 1024 },
      { rows: 1, columns: 2 },
      { rows: 3, columns: 500 },
    ]) {
      let part = wholeOf(of);
      for (const [i, factor] of [0.5, 0.3, 0.9, 0.01, 2, 0.5, 0.97, 7, 0.5, 1.04, 3, 100].entries()) {
        const cell = { row: (i * 37) % of.rows, column: (i * 11) % of.columns };
        part = zoomed(part, of, factor, cell);
        expectInside(part, of);
      }
      expect(part).toEqual(wholeOf(of));
    }
  });

  it('ends at four cells, and at one cell where a reader drew so small a rectangle', () => {
    let part = wholeOf(size);
    for (let i = 0; i < 20; i += 1) part = zoomed(part, size, 0.5, { row: 10, column: 10 });
    expect([part[1] - part[0] + 1, part[3] - part[2] + 1]).toEqual([4, 4]);
    const one = between({ row: 7, column: 3 }, { row: 7, column: 3 });
    expect(one).toEqual([7, 7, 3, 3]);
    expect(isSame(zoomed(one, size, 0.5, { row: 7, column: 3 }), one)).toBe(true);
    // The way out goes on, however small a step of it is.
    expect(zoomed(one, size, 1.1, { row: 7, column: 3 })).toEqual([6, 9, 2, 5]);
  });

  it('goes as far as a cell that lies outside, and no farther', () => {
    const part = /** @type {Part} */ ([10, 19, 20, 29]);
    expect(following(part, size, { row: 12, column: 29 })).toEqual(part);
    expect(following(part, size, { row: 20, column: 15 })).toEqual([11, 20, 15, 24]);
    expect(following(part, size, { row: 0, column: 63 })).toEqual([0, 9, 54, 63]);
  });

  it('takes a rectangle that was drawn in any direction', () => {
    expect(between({ row: 9, column: 2 }, { row: 4, column: 6 })).toEqual([4, 9, 2, 6]);
  });
});

describe('asking for another part', () => {
  /** @param {boolean} grants */
  function zoomerOf(grants) {
    /** @type {(Part | undefined)[]} */
    const asked = [];
    const zoomer = new Zoomer((zoom) => {
      asked.push(zoom);
      return grants;
    });
    zoomer.set(wholeOf(size), size);
    return { zoomer, asked };
  }

  it('knows the table, and whether all of it is shown', () => {
    const { zoomer } = zoomerOf(true);
    expect(zoomer).toMatchObject({ size, isWhole: true, part: [0, 127, 0, 63] });
    zoomer.to([0, 126, 0, 63]);
    expect(zoomer.isWhole).toBe(false);
    zoomer.follow({ row: 127, column: 63 });
    expect(zoomer.part).toEqual([1, 127, 0, 63]);
  });

  it('goes on from what was asked for, before it is given', () => {
    const { zoomer, asked } = zoomerOf(true);
    zoomer.by(0.5, zoomer.middle);
    zoomer.by(0.5, zoomer.middle);
    expect(asked).toEqual([
      [32, 95, 16, 47],
      [48, 79, 24, 39],
    ]);
    expect(zoomer.whole()).toBe(true);
    expect(asked.at(-1)).toBeUndefined();
    expect(zoomer.isWhole).toBe(true);
    zoomer.by(0.5, zoomer.middle);
    expect(asked.at(-1)).toEqual([32, 95, 16, 47]);
  });

  it('goes on from what is shown where it was refused', () => {
    const { zoomer } = zoomerOf(false);
    zoomer.by(0.5, zoomer.middle);
    expect(zoomer.isWhole).toBe(true);
  });

  it('asks for nothing that is there already', () => {
    const { zoomer, asked } = zoomerOf(true);
    expect(zoomer.whole()).toBe(false);
    zoomer.by(2, zoomer.middle);
    zoomer.follow({ row: 127, column: 0 });
    expect(zoomer.changes(2)).toBe(false);
    expect(zoomer.changes(0.5)).toBe(true);
    expect(asked).toEqual([]);
  });
});
