import { expect } from 'vitest';
import { pixelsApart, pixelsOf } from './charts-support.js';
import { drawn, forbidden, recorder } from './recorder.js';

/**
 * Expects that a plot draws on any context what it shows on the screen: pixel for pixel at the screen's ratio, by the same calls at
 * other ratios, and by none that a picture of another kind cannot follow.
 *
 * @param {import('../../web/charts/plot.js').Plot<any, any, any, any>} plot after a `frame`
 * @param {HTMLCanvasElement} canvas it is shown on
 * @param {object} [options]
 * @param {number} [options.tolerance] steps of a colour's component by which a pixel may differ
 * @param {number} [options.scale] shared by the plot on the screen
 * @param {'light' | 'dark'} [options.scheme] of the plot on the screen
 */
export function expectSameDrawing(plot, canvas, { tolerance = 0, scale, scheme } = {}) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const ratio = canvas.width / width;
  const size = { width, height, scale, scheme };
  const { selection } = plot;
  const picture = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  plot.draw(picture, { ...size, ratio, selection });
  expect([picture.canvas.width, picture.canvas.height]).toEqual([canvas.width, canvas.height]);
  expect(pixelsApart(pixelsOf(canvas), pixelsOf(picture.canvas))).toBeLessThanOrEqual(tolerance);
  const [twice, four] = [2, 4].map((times) => {
    const { context, calls } = recorder();
    plot.draw(context, { ...size, ratio: times, selection });
    expect(forbidden(calls)).toEqual([]);
    return drawn(calls);
  });
  expect(twice.length).toBeGreaterThan(3);
  expect(four.map(({ name }) => name)).toEqual(twice.map(({ name }) => name));
  for (const [i, { name, values }] of twice.entries()) {
    for (const [k, value] of values.entries()) {
      const other = four[i].values[k];
      if (typeof value === 'number' && typeof other === 'number')
        expect(Math.abs(value - other), `${name} ${values}`).toBeLessThanOrEqual(1);
      else if (typeof value === 'string') expect(other).toBe(value);
    }
  }
}
